import ArticleReading
import NewsModel
import Testing

@Suite("Feeds")
struct FeedTests {
  private let second = "The island’s parliament rejected the budget on Tuesday, and its speaker called for new talks."

  private func rss(_ items: String, namespaces: String = "") -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <rss version="2.0" \(namespaces)><channel><title>The Harbour</title><link>https://h.example/</link>
    <language>en-gb</language>\(items)</channel></rss>
    """
  }

  @Test("in RSS 2.0 give an article an item, with its title, date, source, address and language")
  func rss2() throws {
    let feed = rss(
      """
      <item><title>Dam opens &amp; fills</title><link>https://h.example/1</link><guid isPermaLink="false">x1</guid>
        <pubDate>Mon, 10 Jan 2022 09:30:00 +0100</pubDate><description>\(story)</description></item>
      <item><title><![CDATA[Budget <b>falls</b>]]></title><guid>https://h.example/2</guid>
        <pubDate>Tue, 11 Jan 2022 10:00:00 GMT</pubDate><source url="https://w.example">The Wire</source>
        <description>&lt;p&gt;\(second)&lt;/p&gt;&lt;p&gt;&lt;a href="x"&gt;Read more&lt;/a&gt;&lt;/p&gt;</description></item>
      """)
    let articles = try read(Array(feed.utf8)).articles
    #expect(articles.map(\.title) == ["Dam opens & fills", "Budget falls"])
    #expect(articles.map(\.text) == [story, second])
    #expect(articles.map(\.date) == ["2022-01-10T09:30:00+01:00", "2022-01-11T10:00:00Z"])
    #expect(articles.map(\.url) == ["https://h.example/1", "https://h.example/2"])
    #expect(articles.map(\.source) == ["The Harbour", "The Wire"])
    #expect(articles.allSatisfy { $0.dateBasis == .metadata && $0.language == "en" })
  }

  @Test("give the full text before the summary, without what the blog adds")
  func fullText() throws {
    let content = """
      <p>\(story)</p><div class="share-bar">Share on Facebook</div><p>\(second)</p>
      <p>The post <a href="u">Dam opens</a> appeared first on <a href="v">The Harbour</a>.</p>
      """
    let item =
      "<item><description>Short.</description><content:encoded><![CDATA[\(content)]]></content:encoded></item>"
    let declared = rss(item, namespaces: "xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"")
    #expect(try article(declared).text == "\(story)\n\(second)")
    #expect(try article(rss(item)).text == "\(story)\n\(second)", "though the namespace was forgotten")
    let renamed = item.split(separator: "content:").joined(separator: "c:")
    let other = rss(renamed, namespaces: "xmlns:c=\"http://purl.org/rss/1.0/modules/content/\"")
    #expect(try article(other).text == "\(story)\n\(second)", "whatever the prefix is called")
  }

  @Test("in RSS 1.0 stand beside their channel")
  func rss1() throws {
    let feed = """
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
        xmlns:dc="http://purl.org/dc/elements/1.1/">
      <channel rdf:about="https://h.example/"><title>The Harbour</title><dc:language>en</dc:language>
        <items><rdf:Seq><rdf:li rdf:resource="https://h.example/1"/></rdf:Seq></items></channel>
      <item rdf:about="https://h.example/1"><title>Dam opens</title><dc:date>2022-01-10T09:30:00Z</dc:date>
        <description>\(story)</description></item></rdf:RDF>
      """
    let read = try article(feed)
    #expect(read.title == "Dam opens")
    #expect(read.text == story)
    #expect(read.date == "2022-01-10T09:30:00Z")
    #expect(read.source == "The Harbour")
    #expect(read.url == "https://h.example/1")
  }

  @Test(
    "in Atom have their text as text, as HTML or as XHTML",
    arguments: [
      "<content>STORY</content>", "<content type=\"html\">&lt;p>STORY&lt;/p></content>",
      """
      <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>STORY</p><aside>See our other pages.</aside>
      </div></content>
      """,
      """
      <summary>Short.</summary><content type="xhtml" xmlns:h="http://www.w3.org/1999/xhtml"><h:div><h:p>STORY</h:p>
      </h:div></content>
      """,
      "<summary type='html'><![CDATA[<p>STORY</p>]]></summary>",
      "<content src='https://h.example/1' type='text/html'/><summary>STORY</summary>",
    ])
  func atom(content: String) throws {
    let content = content.split(separator: "STORY", omittingEmptySubsequences: false).joined(separator: story)
    let feed = """
      <?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>The Harbour</title>
      <id>urn:x</id><entry><title type="html">Dam &amp;amp; road</title><id>urn:uuid:1</id>
      <link rel="self" href="https://h.example/self"/><link href="https://h.example/1"/>
      <updated>2022-01-12T00:00:00Z</updated><published>2022-01-10T09:30:00Z</published>\(content)</entry></feed>
      """
    let read = try article(feed)
    #expect(read.title == "Dam & road")
    #expect(read.text == story)
    #expect(read.date == "2022-01-10T09:30:00Z")
    #expect(read.source == "The Harbour")
    #expect(read.url == "https://h.example/1")
  }

  @Test("are known by their root, whatever the name, and packed")
  func recognised() throws {
    let feed = rss("<item><description>\(story)</description></item>")
    for name in ["feed.txt", "feed.html", "feed", "feed.xml"] {
      #expect(try article(feed, name: name).text == story)
    }
    #expect(try article(Pack.gzip(Array("\u{FEFF}\n  \(feed)".utf8)), name: "feed.xml.gz").text == story)
    let prefixed = "<a:feed xmlns:a=\"http://www.w3.org/2005/Atom\"><a:entry><a:summary>\(story)</a:summary></a:entry>"
    #expect(try article(prefixed + "</a:feed>").text == story)
  }

  @Test("give the same article when they are fetched again with others around it")
  func identity() throws {
    let item = "<item><title>Dam</title><description>\(story)</description></item>"
    let other = "<item><title>R & D</title><description>\(second)</description></item>"
    let first = try read(Array(rss(item).utf8)).articles
    let again = try read(Array(rss(other + item).utf8)).articles
    #expect(first.map(\.id) == again.dropFirst().map(\.id))
    #expect(again.first?.title == "R & D")
  }

  @Test("keep ampersands, HTML's named characters and control characters from breaking them")
  func mended() throws {
    let feed = rss(
      """
      <item><title>AT&T &mdash; caf&eacute; &unknown; R&D</title>
      <description><![CDATA[Tom &amp; Jerry\u{0B} & others said on Monday that they agreed.]]></description></item>
      """)
    let read = try article(feed)
    #expect(read.title == "AT&T — café &unknown; R&D")
    #expect(read.text == "Tom & Jerry & others said on Monday that they agreed.")
  }

  @Test("that are cut off keep what is complete, and the rest is set aside")
  func cut() throws {
    let whole = "<item><description>\(story)</description></item>"
    let feed = rss(whole + "\n<item><description>\(second)")
    let end = feed.utf8.count - "</channel></rss>".utf8.count
    let result = try read(Array(feed.utf8.prefix(end)))
    #expect(result.articles.map(\.text) == [story])
    #expect(result.rejections.map(\.error.code) == [.truncated])
    #expect(result.rejections.first?.error.offset == end)
    #expect(result.rejections.first?.error.line == 4)
    #expect(
      result.rejections.first.map { String(decoding: $0.bytes, as: UTF8.self) }
        == "\n<item><description>\(second)")
  }

  @Test("that are broken keep what stands before, with the place of the fault")
  func broken() throws {
    let whole = "<item><description>\(story)</description></item>"
    let feed = rss(whole + "<item><title>A & B</a></item>")
    let result = try read(Array(feed.utf8))
    #expect(result.articles.count == 1)
    #expect(result.rejections.map(\.error.code) == [.malformed])
    let mark = try #require(feed.firstRange(of: "</a>"))
    let place = feed.utf8.distance(from: feed.startIndex, to: mark.lowerBound)
    let offset = try #require(result.rejections.first?.error.offset)
    #expect((place...place + 4).contains(offset), "though the ampersand before it was mended")
  }

  @Test("lose no good entry to one without text")
  func noText() throws {
    let feed = rss(
      "<item><title>Only a title</title></item><item><description>\(story)</description></item>")
    let result = try read(Array(feed.utf8))
    #expect(result.articles.map(\.text) == [story])
    #expect(result.rejections.map(\.error.code) == [.noText])
    #expect(refusal(of: Array(rss("").utf8)) == .noText)
  }

  @Test("in another encoding are read as they declare it")
  func encodings() throws {
    let start = "<?xml version='1.0' encoding='windows-1251'?><rss><channel><item><description>"
    let end = "</description></item></channel></rss>"
    let words: [UInt8] = [0xCC, 0xE8, 0xED, 0xE8, 0xF1, 0xF2, 0xF0]  // Министр
    let file = Array(start.utf8) + words + Array(" said: \(story)\(end)".utf8)
    #expect(try article(file).text == "Министр said: \(story)")
    let text = "\u{FEFF}<?xml version='1.0' encoding='utf-16'?><rss><channel><item><description>Café: \(story)\(end)"
    let utf16 = text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
    #expect(try article(utf16).text == "Café: \(story)")
  }
}
