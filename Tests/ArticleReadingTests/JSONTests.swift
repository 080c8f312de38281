import ArticleReading
import NewsModel
import Testing

@Suite("JSON and JSON Lines")
struct JSONTests {
  @Test(
    "have the fields under the names of common tools",
    arguments: [
      // news-please
      """
      {"authors":["A"],"date_download":"2023-01-01 00:00:00","date_publish":"2022-01-10 09:30:00","filename":"x",
       "language":"en","maintext":"STORY","source_domain":"a.example","title":"Dam opens","url":"https://a.example/1"}
      """,
      // newspaper
      """
      {"title":"Dam opens","text":"STORY","publish_date":"2022-01-10T00:00:00","canonical_link":"https://a.example/1",
       "source":"a.example","summary":"short"}
      """,
      // schema.org
      """
      {"@type":"NewsArticle","headline":"Dam opens","articleBody":"STORY","datePublished":"2022-01-10",
       "publisher":{"@type":"Organization","name":"a.example"},"mainEntityOfPage":{"@id":"https://a.example/1"}}
      """,
      // a news API and a blog's interface
      """
      {"source":{"id":null,"name":"a.example"},"title":"Dam opens","description":"d","url":"https://a.example/1",
       "publishedAt":"2022-01-10","content":"STORY"}
      """,
      """
      {"date":"2022-01-10","title":{"rendered":"Dam opens"},"link":"https://a.example/1","site":"a.example",
       "content":{"rendered":"<p>STORY</p>\\n<p><a href='x'>Share this</a></p>"}}
      """,
      // ninjs of the IPTC
      """
      {"uri":"https://a.example/1","type":"text","version":"1","versioncreated":"2022-01-10","language":"en",
       "copyrightholder":"a.example","headline":"Dam opens","body_xhtml":"<div><p>STORY</p></div>"}
      """,
      // as a spreadsheet exports it
      """
      {"Title":"Dam opens","Date":1641772800,"Body":["STORY"],"Source Name":"a.example","URL":"https://a.example/1"}
      """,
    ])
  func names(object: String) throws {
    let file = object.split(separator: "STORY", omittingEmptySubsequences: false).joined(separator: story)
    let read = try article(file)
    #expect(read.title == "Dam opens")
    #expect(read.date == "2022-01-10")
    #expect(read.dateBasis == .metadata)
    #expect(read.source == "a.example")
    #expect(read.url == "https://a.example/1")
    #expect(read.text == story)
  }

  @Test("in a JSON Feed give an article an item")
  func jsonFeed() throws {
    let feed = """
      {"version":"https://jsonfeed.org/version/1.1","title":"The Harbour","home_page_url":"https://h.example/",
       "language":"en-GB","items":[
        {"id":"1","url":"https://h.example/1","title":"Dam opens","content_html":"<p>\(story)</p>",
         "date_published":"2022-01-10T09:30:00+01:00"},
        {"id":"2","url":"https://h.example/2","content_text":"\(story) Again.","summary":"Short."}]}
      """
    let articles = try read(Array(feed.utf8)).articles
    #expect(articles.map(\.text) == [story, "\(story) Again."])
    #expect(articles.map(\.url) == ["https://h.example/1", "https://h.example/2"])
    #expect(articles.map(\.source) == ["The Harbour", "The Harbour"])
    #expect(articles.first?.date == "2022-01-10T09:30:00+01:00")
    #expect(articles.first?.title == "Dam opens")
  }

  @Test("may hold HTML")
  func markup() throws {
    let body =
      #"<div><p>The dam &amp; the road opened.<\/p><p>Nobody &#8220;laughed&#8221;.<br\/>They cried.<\/p><script>x<\/script>"#
    let read = try article(#"{"title":"Dam &amp; road","body":"\#(body)"}"#)
    #expect(read.title == "Dam & road")
    #expect(read.text == "The dam & the road opened.\nNobody “laughed”.\nThey cried.")
    let entities = #"{"text":"The dam &amp; the road opened.\nNobody laughed."}"#
    #expect(try article(entities).text == "The dam & the road opened.\nNobody laughed.")
  }

  @Test("may hold angle brackets and ampersands that are none")
  func noMarkup() throws {
    let text = "R&D spending was <5% of sales; AT&T said it was >3%."
    #expect(try article(#"{"text":"\#(text)"}"#).text == text)
  }

  @Test("may hold several articles")
  func several() throws {
    func object(_ number: Int) -> String { "{\"title\":\"T\(number)\",\"text\":\"\(story) \(number)\"}" }
    let files = [
      "[\(object(1)),\n\(object(2))]", "\(object(1))\n\(object(2))\n", "\(object(1))\r\n\r\n\(object(2))",
      "\(object(1)) \(object(2))", "{\"status\":\"ok\",\"articles\":[\(object(1)),\(object(2))]}",
      "{\n\"title\":\"T1\",\n\"text\":\"\(story) 1\"\n}\n\(object(2))",
    ]
    for file in files {
      let result = try read(Array(file.utf8))
      #expect(result.articles.map(\.title) == ["T1", "T2"])
      #expect(result.rejections.isEmpty)
    }
  }

  @Test("give a record one id, alone, in an array, on a line, or packed")
  func ids() throws {
    let object = "{\"text\":\"\(story)\"}"
    let other = "{\"text\":\"\(story) Other.\"}"
    let id = try article(object).id
    #expect(id.utf8.count == 16)
    #expect(try read(Array("[\(object), \(other)]".utf8)).articles.first?.id == id)
    #expect(try read(Array("\(other)\n\(object)\n".utf8)).articles.last?.id == id)
    #expect(try article(other).id != id)
  }

  @Test("lose no good line to a broken one, and keep the broken one's bytes")
  func brokenLine() throws {
    let good = "{\"text\":\"\(story)\"}"
    let bad = "{\"text\":\"\(story)"
    let result = try read(Array("\(good)\n\(bad)\n\(good)\ngarbage\n{\"title\":\"no text\"}\n".utf8))
    #expect(result.articles.count == 2)
    #expect(result.rejections.map(\.error.code) == [.malformed, .malformed, .noText])
    #expect(result.rejections.map(\.error.line) == [2, 4, 5])
    #expect(result.rejections.first.map { String(decoding: $0.bytes, as: UTF8.self) } == bad)
    #expect(result.rejections.last?.error.offset == good.utf8.count * 2 + bad.utf8.count + 11)
  }

  @Test("that are broken are refused with line and offset")
  func broken() {
    let error = #expect(throws: ReadingError.self) { try article("{\n  \"title\": \"T\",\n  \"text\" \"x\"\n}") }
    #expect(error?.code == .malformed)
    #expect(error?.line == 3)
    #expect(error?.offset == 27)
    #expect(error?.description.hasPrefix("malformed: expected a colon") == true)
  }

  @Test("that end too early are truncated")
  func truncated() {
    #expect(refusal(of: Array("{\"title\": \"T\", \"text\": \"The dam".utf8)) == .truncated)
    #expect(refusal(of: Array("[{\"text\": \"\(story)\"}, ".utf8)) == .truncated)
  }

  @Test("without text are refused")
  func noText() {
    #expect(refusal(of: Array("{\"title\": \"T\"}".utf8)) == .noText)
    #expect(refusal(of: Array("{\"title\": \"T\", \"text\": \" \"}".utf8)) == .noText)
    #expect(refusal(of: Array("[]".utf8), name: "a.json") == .noText)
    #expect(refusal(of: Array("[1, 2]".utf8), name: "a.json") == .malformed)
  }

  @Test("are told from text that begins with a bracket")
  func brackets() throws {
    #expect(try article("[UPDATED] \(story)").text == "[UPDATED] \(story)")
    #expect(try article("{{ unfilled }} \(story)").text == "{{ unfilled }} \(story)")
  }

  @Test("that cannot be UTF-8 lose one character and not the article")
  func surrogates() throws {
    #expect(try article("{\"text\":\"\(story) \\ud83d.\"}").text == "\(story) \u{FFFD}.")
  }
}
