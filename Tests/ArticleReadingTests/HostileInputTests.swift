import ArticleReading
import NewsModel
import TestSupport
import Testing

@Suite("Hostile files", .timeLimit(.minutes(5)))
struct HostileInputTests {
  private let page = "<p>\(story)</p>"

  private func many(_ piece: String, _ count: Int = 100_000) -> [UInt8] {
    let bytes = Array(piece.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count * count)
    for _ in 0..<count { result += bytes }
    return result
  }

  @Test("without content are empty", arguments: ["", " \n\t\r\n ", "\u{FEFF}", "\u{FEFF}\n"])
  func empty(file: String) {
    #expect(refusal(of: Array(file.utf8)) == .empty)
  }

  @Test("that are no text are refused for what they are")
  func binary() {
    var generator = SplitMix(seed: 7)
    #expect(refusal(of: (0..<100_000).map { _ in UInt8.random(in: 0...255, using: &generator) }) == .binary)
    #expect(refusal(of: Array(story.utf8) + [0, 0, 0]) == .binary)
    #expect(refusal(of: Array("%PDF-1.7\n\(story)".utf8)) == .unsupported)
    #expect(refusal(of: [0x50, 0x4B, 3, 4, 20, 0]) == .unsupported)
    #expect(refusal(of: Array("{\\rtf1\\ansi \(story)}".utf8)) == .unsupported)
  }

  @Test("of formats that are not read are refused, not misread")
  func unsupported() {
    let files = [
      "<?xml version=\"1.0\"?><NewsML><NewsItem><HeadLine>\(story)</HeadLine></NewsItem></NewsML>",
      "<?xml version=\"1.0\"?><urlset><url><loc>https://a.example</loc></url></urlset>",
    ]
    for file in files { #expect(refusal(of: Array(file.utf8)) == .unsupported) }
  }

  @Test("nested very deep are refused in time")
  func deep() {
    for tag in ["<div>", "<b>", "<foo>", "<table><tr><td>", "<ul><li>", "<select><option>"] {
      #expect(refusal(of: Array("<html>".utf8) + many(tag) + Array(page.utf8)) == .tooLarge)
    }
    #expect(refusal(of: many("[{\"articles\":"), name: "a.json") == .malformed)
    #expect(refusal(of: many("{\"a\":")) == .malformed)
    for root in ["<rss><channel><item>", "<feed><entry><content>", "<nitf>"] {
      #expect(refusal(of: Array(root.utf8) + many("<div>")) == .tooLarge)
    }
  }

  @Test("with tags of very many attributes are refused in time")
  func attributes() {
    let tag = "<p " + (0..<100_000).map { "a\($0)=1" }.joined(separator: " ") + ">"
    #expect(refusal(of: Array("<html>\(tag)\(page)".utf8)) == .tooLarge)
    #expect(refusal(of: Array("{\"text\":\"\(tag)\(story)</p>\"}".utf8)) == .tooLarge)
    #expect(refusal(of: Array("<rss><item><description>\(tag)\(story)".utf8)) == .tooLarge)
  }

  @Test("with very many marks of HTML that do not fit together are answered in time")
  func marks() {
    for mark in [
      "</x>", "<p>", "<!", "<!--", "<?", "&", "&amp", "<script>", "<script></", "<form>", "<br>", "<a href=x>",
    ] {
      let code = refusal(of: Array("<html><body>".utf8) + many(mark) + Array(page.utf8))
      #expect([nil, .noText].contains(code))
    }
  }

  @Test("with entities of entities do not grow")
  func entities() throws {
    let entities = (1...9).map { "<!ENTITY e\($0) \"" + String(repeating: "&e\($0 - 1);", count: 10) + "\">" }.joined()
    let file =
      "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e0 \"ha\">\(entities)]><html><body><p>&e9;</p>\(page)</body></html>"
    let read = try article(file)
    #expect(read.text.utf8.count <= file.utf8.count)
    #expect(read.text.firstRange(of: "haha") == nil)
  }

  @Test("with entities of entities in a feed do not grow, and open no file")
  func feedEntities() throws {
    let entities = (1...9).map { "<!ENTITY e\($0) \"" + String(repeating: "&e\($0 - 1);", count: 10) + "\">" }.joined()
    let external = "<!ENTITY x SYSTEM \"file:///etc/passwd\"><!ENTITY % p SYSTEM \"http://127.0.0.1:1/\">"
    let file = """
      <?xml version="1.0"?><!DOCTYPE rss [<!ENTITY e0 "ha">\(entities)\(external)]>
      <rss><channel><item a="&e9;"><description>&e9; &x; \(story)</description></item></channel></rss>
      """
    #expect(try article(file).text == "&e9; &x; \(story)")
    let used =
      "<!DOCTYPE rss [\(external)%p;]><rss><channel><item><description>\(story)</description></item></channel></rss>"
    #expect(refusal(of: Array(used.utf8)) == .malformed)
  }

  @Test("with very many marks of XML, namespaces or elements are answered in time")
  func xmlMarks() {
    for mark in ["<a>", "<a/>", "&", "&amp;", "<!-- -->", "<![CDATA[x]]>", "<?p?>", "]]>", "<!", "<item>", "</item>"] {
      _ = refusal(of: Array("<rss><channel><item><description>".utf8) + many(mark))
    }
    let names = (0..<400).map { "xmlns:n\($0)=\"u\($0)\"" }.joined(separator: " ")
    let nested = String(repeating: "<a \(names)>", count: 100)
    #expect(refusal(of: Array("<rss><item>\(nested)".utf8) + many("<b:c/>")) == .tooLarge)
    #expect(refusal(of: Array("<rss><item>".utf8) + many("<b/>", 200_000)) == .tooLarge)
  }

  @Test("that are feeds of very many entries are read in time, each entry once")
  func manyEntries() throws {
    let item = "<item><description>\(story)</description></item>"
    let result = try read(Array("<rss><channel>".utf8) + many(item, 20_000) + Array("</channel></rss>".utf8))
    #expect(result.articles.count == 20_000)
  }

  @Test("of every format, cut off anywhere or with NULs in them, are answered")
  func everywhere() {
    let files = [
      "<html><body><p>\(story)</p></body></html>", "{\"title\":\"T\",\"text\":\"\(story)\"}",
      "<?xml version='1.0'?><rss><channel><item><title>T</title><description>\(story)</description></item></channel></rss>",
      "<nitf><body><body.content><p>\(story)</p></body.content></body></nitf>",
      "From: a@b.example\nSubject: T\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\n\(story)\n--x--\n",
    ]
    for file in files.map({ Array($0.utf8) }) {
      for length in file.indices {
        _ = refusal(of: Array(file[..<length]))
        var holed = file
        holed[length] = 0
        _ = refusal(of: holed)
        holed[length] = 0xE9
        _ = refusal(of: holed)
      }
      #expect(refusal(of: file) == nil)
    }
  }

  @Test("of one line of ten million bytes are answered in time, whatever they are")
  func longLine() {
    let line = String(repeating: "a very long line of words that never ends ", count: 240_000)
    for (start, end) in [
      ("", ""), ("{\"text\":\"", "\"}"), ("<html><p>", "</p></html>"),
      ("<rss><item><description>", "</description></item></rss>"),
      ("From: a@b.example\nSubject: T\n\n", ""), ("Subject: T\nFrom: ", "\n\nText."),
    ] {
      #expect(refusal(of: Array("\(start)\(line)\(end)".utf8)).map { [.tooLarge, .noText].contains($0) } == true)
    }
  }

  @Test("with more text than any article are refused")
  func length() {
    #expect(refusal(of: many("word ", 2_000_000)) == .tooLarge)
    #expect(refusal(of: text(UInt8(ascii: "a"), count: 10_000_000)) == .tooLarge)
    #expect(refusal(of: many("<p>word word word.</p>", 100_000), name: "a.html") == .tooLarge)
  }

  @Test("over a limit say which")
  func limits() {
    var limits = ReadingLimits()
    limits.fileBytes = 50
    limits.articles = 1
    let large = #expect(throws: ReadingError.self) { try read(Array(story.utf8), limits: limits) }
    #expect(large?.message == "the file has 94 bytes, more than 50; split it")
    limits.fileBytes = 1000
    let two = Array("{\"text\":\"\(story)\"}\n{\"text\":\"\(story)\"}".utf8)
    let many = #expect(throws: ReadingError.self) { try read(two, limits: limits) }
    #expect(many?.message == "the file has more than 1 articles; split it")
  }

  @Test("of very many broken lines are answered in time, and nothing of them is lost")
  func brokenLines() throws {
    let lines = many("{\"text\":\"x\n", 50_000)
    let result = try read(lines + Array("{\"text\":\"\(story)\"}\n".utf8))
    #expect(result.articles.count == 1)
    #expect(result.rejections.count == 50_000)
    #expect(result.rejections.last?.error.line == 50_000)
  }

  @Test("made of pieces of everything never crash the reader")
  func pieces() {
    let pieces = [
      "<", ">", "&", "\"", "'", "<p>", "</p>", "<div class=", "<!--", "-->", "{", "}", "[", "]", ":", ",", "\\u", "\n",
      "\r",
      "Title:", "Date:", "10 Jan", " — ", "(AFP)", "By ", "GENEVA", "\u{A0}", "\u{AD}", "é", "word ", ".", "-",
      "Read more", "<item>", "</item>", "<description>", "<![CDATA[", "]]>", "<?xml encoding=koi8-r?>", "&nbsp;",
      "=?utf-8?Q?",
      "?=", "From: ", "Subject: ", "--b", "Content-Type: multipart/mixed; boundary=b\n", "=\n", "=E9",
      "<script>", "</script", "<pre>", "<br>", "2022-01-", ";", "&#x", "<meta name=date content=", "(", ")", "©",
    ].map { Array($0.utf8) }
    let starts = [
      "", "<html>", "{\"text\":\"", "Title: x\n\n", "[{", "<rss>", "<feed><entry>", "From: x\nSubject: y\n",
    ].map { Array($0.utf8) }
    var generator = SplitMix(seed: 42)
    for round in 0..<5000 {
      var file = starts[round % starts.count]
      for _ in 0..<Int.random(in: 1...60, using: &generator) {
        file += pieces[Int.random(in: 0..<pieces.count, using: &generator)]
        if generator.next() % 50 == 0 { file.append(UInt8(truncatingIfNeeded: generator.next())) }
      }
      guard let result = try? read(file, name: round % 2 == 0 ? "a.html" : "a.json") else { continue }
      #expect(!result.articles.isEmpty)
      for article in result.articles { #expect(!article.text.isEmpty && article.text.utf8.last != 0x0A) }
    }
  }
}
