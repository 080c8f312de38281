import ArticleReading
import NewsModel
import Testing

@Suite("Mail messages")
struct MailTests {
  private let head = """
    Received: from a.example by b.example; Mon, 10 Jan 2022 09:31:00 +0000
    From: "Wire Agency" <news@w.example>
    To: newsd@c.example
    Subject: Dam opens
    Date: Mon, 10 Jan 2022 10:30:00 +0100 (CET)

    """

  private func mail(_ fields: String = "", _ body: String) -> String { head + fields + "\n" + body }

  @Test("give subject, date, sender and text")
  func plain() throws {
    for file in [
      mail("", story), mail("Archived-At: <https://w.example/1>\n", "\(story)\n-- \nWire Agency, Main Street 1"),
    ] {
      let crlf = file.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
      for text in [file, crlf] {
        let read = try article(text)
        #expect(read.title == "Dam opens")
        #expect(read.date == "2022-01-10T10:30:00+01:00")
        #expect(read.dateBasis == .metadata)
        #expect(read.source == "Wire Agency")
        #expect(read.text == story)
      }
    }
    #expect(try article(mail("Archived-At: <https://w.example/1>\n", story)).url == "https://w.example/1")
  }

  @Test(
    "have encoded words in their headers",
    arguments: [
      ("=?utf-8?Q?Caf=C3=A9_opens?=", "Café opens"), ("=?UTF-8?B?Q2Fmw6kgb3BlbnM=?=", "Café opens"),
      ("=?iso-8859-1?q?Caf=E9?= opens", "Café opens"), ("=?utf-8?Q?Caf=C3?=\n =?utf-8?Q?=A9_opens?=", "Café opens"),
      ("=?koi8-r?B?5MHNwsE=?=", "Дамба"), ("=?utf-8*en?Q?Dam?= =?utf-8?Q?_opens?=", "Dam opens"),
      ("=?unknown?Q?Dam?= opens", "Dam opens"), ("=?utf-8?X?Dam?= opens", "=?utf-8?X?Dam?= opens"),
      ("1 + 1 =? 2", "1 + 1 =? 2"), ("Café opens", "Café opens"),
    ])
  func encodedWords(subject: String, title: String) throws {
    let file = "From: a@w.example\nSubject: \(subject)\nMIME-Version: 1.0\n\n\(story)\n"
    #expect(try article(file).title == title)
    #expect(try article(file).source == "w.example")
  }

  @Test(
    "carry their text in quoted-printable or base64, in any encoding",
    arguments: [
      ("quoted-printable", "utf-8", "The caf=C3=A9 in Valdora was clos=\n\ned=20on Monday, officials said."),
      ("QUOTED-PRINTABLE", "iso-8859-1", "The caf=E9 in Valdora was closed on Monday, officials said."),
      (
        "base64", "\"utf-8\"",
        "VGhlIGNhZsOpIGluIFZhbGRvcmEgd2Fz\n IGNsb3NlZCBvbiBNb25kYXksIG9mZmljaWFscyBzYWlkLg=="
      ),
      (
        "base64", "utf-16le",
        "VABoAGUAIABjAGEAZgDpACAAaQBuACAAVgBhAGwAZABvAHIAYQAgAHcAYQBzACAAYwBsAG8AcwBlAGQAIABvAG4AIABNAG8AbgBkAGEAeQAsACAAbwBmAGYAaQBjAGkAYQBsAHMAIABzAGEAaQBkAC4A"
      ),
      ("8bit", "utf-8", "The café in Valdora was closed on Monday, officials said."),
    ])
  func transfer(encoding: String, charset: String, body: String) throws {
    let body = body.split(separator: "=\n\n").joined(separator: "=\n")
    let fields = "Content-Type: text/plain; charset=\(charset)\nContent-Transfer-Encoding: \(encoding)\n"
    #expect(try article(mail(fields, body)).text == "The café in Valdora was closed on Monday, officials said.")
  }

  private func multipart(_ type: String, _ parts: [String], end: Bool = true) -> String {
    let body = parts.map { "--=_b1\n\($0)\n" }.joined() + (end ? "--=_b1--\n" : "")
    return mail(
      "MIME-Version: 1.0\nContent-Type: multipart/\(type);\n boundary=\"=_b1\"\n", "Preamble.\n\n\(body)Epilogue.\n")
  }

  @Test("of several parts give the one to read, and no attachment")
  func parts() throws {
    let html = "Content-Type: text/html; charset=utf-8\n\n<html><body><p>\(story)</p></body></html>"
    let plain = "Content-Type: text/plain\n\n\(story)"
    let note = "Content-Type: text/plain\n\nThis message is in HTML, please use a modern program."
    let picture = "Content-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo="
    let attachment =
      "Content-Type: text/plain\nContent-Disposition: attachment; filename=a.txt\n\nAttached words are not read."
    let inner = "--=_b2\n\(note)\n--=_b2\n\(html)\n--=_b2--"
    let nested = "Content-Type: multipart/alternative; boundary==_b2\n\n\(inner)"
    let forwarded = "Content-Type: message/rfc822\n\n\(mail("", story))"
    for (type, parts) in [
      ("alternative", [plain, html]), ("alternative", [note, html]), ("mixed", [plain, attachment]),
      ("mixed", [attachment, html, picture]), ("related", [html, picture]), ("mixed", [nested, attachment]),
      ("mixed", [forwarded]), ("mixed", ["\n\(story)"]),
    ] {
      #expect(try article(multipart(type, parts)).text == story, "multipart/\(type) of \(parts.count)")
    }
    #expect(refusal(of: Array(multipart("mixed", [picture, attachment]).utf8)) == .noText)
  }

  @Test("that end within their text are truncated; within an attachment, they are read")
  func cut() throws {
    let plain = "Content-Type: text/plain\n\n\(story)"
    #expect(refusal(of: Array(multipart("mixed", [plain], end: false).utf8)) == .truncated)
    let attachment = "Content-Type: image/png\n\nxxxx"
    #expect(try article(multipart("mixed", [plain, attachment], end: false)).text == story)
  }

  @Test("with flowing lines are put together again, and lines they quote are left out")
  func flowed() throws {
    let fields = "Content-Type: text/plain; format=flowed\n"
    let body =
      "The president of the republic met \nthe prime minister in the capital \non Monday, officials said.\n> Old words.\n"
    #expect(try article(mail(fields, body)).text == story)
  }

  @Test("are known by their header, and texts that begin with one name are none")
  func recognised() throws {
    #expect(try article("Subject: Dam opens\n\n\(story)", name: "a.eml").title == "Dam opens")
    #expect(try article("Moscow: \(story)").title == nil)
    #expect(try article(Pack.gzip(Array(mail("", story).utf8)), name: "a.eml.gz").title == "Dam opens")
  }

  @Test("in a mailbox are an article each, and lose none to one that is broken")
  func mailbox() throws {
    let first = mail("", "\(story)\n\nFrom here on it is the same message.\n")
    let second = mail("Content-Type: image/png\n", "xxxx\n")
    let third = "Subject: Third\n\n\(story) Again.\n"
    let file = [first, second, third].map { "From a@w.example Mon Jan 10 09:31:00 2022\n\($0)\n" }.joined()
    let result = try read(Array(file.utf8))
    #expect(result.articles.map(\.title) == ["Dam opens", "Third"])
    #expect(result.articles.first?.text == "\(story)\nFrom here on it is the same message.")
    #expect(result.rejections.map(\.error.code) == [.noText])
    #expect(result.rejections.first.map { String(decoding: $0.bytes, as: UTF8.self) } == second)
    let text = "From the capital came news on Monday: \(story)"
    #expect(try article(text).text == text)
  }

  @Test("with parts within parts without end are refused")
  func deep() {
    var body = "Content-Type: text/plain\n\n\(story)"
    for level in 0..<100 {
      body = "Content-Type: multipart/mixed; boundary=b\(level)\n\n--b\(level)\n\(body)\n--b\(level)--"
    }
    #expect(refusal(of: Array("From: a@b.example\nSubject: x\n\(body)".utf8)) == .tooLarge)
    let many = String(repeating: "--b\n\n", count: 100_000)
    let file = "From: a@b.example\nContent-Type: multipart/mixed; boundary=b\n\n\(many)"
    #expect(refusal(of: Array(file.utf8)) == .tooLarge)
  }
}
