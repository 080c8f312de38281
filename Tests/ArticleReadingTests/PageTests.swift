import ArticleReading
import NewsModel
import Testing

/// Each page of Fixtures/pages and what a reader would copy from it.
@Suite("HTML pages")
struct PageTests {
  static let pages = ["broken", "containers", "linked", "microdata", "modern", "tables"]

  /// An article as the `.expected` files write it.
  private func written(_ article: Article) -> String {
    let members = [
      ("title", article.title), ("date", article.date), ("basis", article.dateBasis?.rawValue),
      ("source", article.source), ("url", article.url), ("language", article.language),
    ]
    return members.map { "\($0): \($1 ?? "-")\n" }.joined() + "\n\(article.text)\n"
  }

  @Test("give the story, its title, date and source, and nothing of what is around it", arguments: pages)
  func storyOfPage(page: String) throws {
    let expected = String(decoding: try fixture("pages/\(page).expected"), as: UTF8.self)
    #expect(written(try article(try fixture("pages/\(page).html"))) == expected)
  }

  @Test("without a story are refused")
  func frontPage() throws {
    #expect(refusal(of: try fixture("pages/index.html")) == .noText)
  }

  @Test("are known by their content, whatever the name")
  func recognised() throws {
    let pages = [
      "<!DOCTYPE html><p>\(story)</p>", "<?xml version=\"1.0\"?>\n<html><body><p>\(story)</p></body></html>",
      "\u{FEFF}  <!-- cached -->\n<div>\(story)</div>", "<P>\(story)</P>",
    ]
    for page in pages { #expect(try article(page, name: "page.txt").text == story) }
    #expect(try article("Hello<br><br>\(story)", name: "page.html.gz").text == story)
  }

  @Test("may be a text that begins with a bracket")
  func text() throws {
    #expect(try article("<3 is not a tag.\n\(story)").text == "<3 is not a tag.\n\(story)")
  }

  @Test(
    "give the date of publication under many names",
    arguments: [
      "<meta property='article:published_time' content='2022-01-10T09:30:00Z'>",
      "<meta name='DC.date.issued' content='2022-01-10T09:30:00+00:00'>",
      "<meta name='parsely-pub-date' content='2022-01-10T09:30:00.000Z'>",
      "<meta itemprop='datePublished' content='2022-01-10T09:30Z'>",
      "<time itemprop='datePublished' datetime='2022-01-10T09:30:00Z'>", "<time datetime='2022-01-10 09:30 UTC'>",
      "<meta name='date' content='nonsense'><meta property='article:modified_time' content='2022-01-10T09:30:00Z'>",
    ])
  func dates(tag: String) throws {
    let read = try article("<html><head>\(tag)</head><body><p>\(story)</p></body></html>")
    #expect(read.date == "2022-01-10T09:30:00Z")
    #expect(read.dateBasis == .metadata)
  }

  @Test("keep a site's name out of the title")
  func titles() throws {
    func title(_ head: String, _ body: String = "") throws -> String? {
      try article("<html><head>\(head)</head><body>\(body)<p>\(story)</p></body></html>").title
    }
    let site = "<meta property='og:site_name' content='Daily Post'>"
    #expect(try title("<title>Dam opens | Daily Post</title>") == "Dam opens")
    #expect(try title("<title>Dam opens - Daily Post</title>\(site)") == "Dam opens")
    #expect(try title("<title>Dam opens - at last</title>\(site)") == "Dam opens - at last")
    #expect(try title("<title>Post</title>", "<h1>Dam opens &amp; fills</h1>") == "Dam opens & fills")
    #expect(try title("<meta name='twitter:title' content='Dam opens'>", "<h1>Live</h1>") == "Dam opens")
  }

  @Test("in another encoding are read as they declare it")
  func charset() throws {
    let head = "<html><head><meta charset='windows-1250'></head><body><p>Premier Jan Nov"
    let tail = "k said on Monday that the talks with the union would go on.</p></body></html>"
    let page = Array(head.utf8) + [0xE1] + Array(tail.utf8)
    #expect(try article(page).text == "Premier Jan Novák said on Monday that the talks with the union would go on.")
    let declared = Array("<html><meta charset='koi8-r'><p>\(story) ".utf8) + [0xCD, 0xC9, 0xD2] + Array(".</p>".utf8)
    #expect(try article(declared).text == "\(story) мир.")
  }

  @Test("keep a line broken by <br> in one paragraph unless a sentence ends there")
  func lineBreaks() throws {
    let page =
      "<p>The talks in<br>the capital failed.<br>Both sides blamed the weather.<br><br>Nobody laughed at that.</p>"
    let lines = ["The talks in the capital failed.", "Both sides blamed the weather.", "Nobody laughed at that."]
    #expect(try article(page).text == lines.joined(separator: "\n"))
  }

  @Test("with preformatted text are unwrapped like text files")
  func preformatted() throws {
    let wrapped = """
      The government of the island said on Monday that it would
      close the harbour for a week, because the storm had damaged
      both of its piers.

      Fishermen protested.
      """
    let text = "The government of the island said on Monday that it would close the harbour for a week, because the "
    let read = try article("<html><body><pre>\(wrapped)</pre></body></html>")
    #expect(read.text == text + "storm had damaged both of its piers.\nFishermen protested.")
  }

  @Test("may have all of their text in a form, or in an element whose class misleads")
  func wrappers() throws {
    let paragraphs = (1...4).map { "<p>\(story) That was report number \($0).</p>" }.joined()
    for wrapper in ["form", "div class='share'", "aside"] {
      let read = try article("<html><body><\(wrapper)><h1>News</h1>\(paragraphs)</\(wrapper)></body></html>")
      #expect(read.text.utf8.count { $0 == UInt8(ascii: "\n") } == 3)
    }
  }

  @Test("are read by several threads at once")
  func threads() async throws {
    let page = try fixture("pages/modern.html")
    let expected = try article(page)
    let isSame = await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<8 {
        group.addTask { (0..<50).allSatisfy { _ in (try? read(page))?.articles == [expected] } }
      }
      return await group.allSatisfy(\.self)
    }
    #expect(isSame)
  }
}
