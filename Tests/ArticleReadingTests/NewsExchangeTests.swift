import ArticleReading
import NewsModel
import Testing

@Suite("NITF and NewsML-G2")
struct NewsExchangeTests {
  private func nitf(_ namespace: String = "") -> String {
    """
    <nitf \(namespace) xml:lang="en"><head><title>slug-dam</title>
      <docdata><date.issue norm="20220110T093000Z"/><doc.copyright holder="Wire Agency" year="2022"/></docdata></head>
      <body><body.head><hedline><hl1>Dam opens</hl1><hl2>After nine years</hl2></hedline>
        <byline>By <person>Ines Falk</person></byline><dateline><location>VALDORA</location></dateline></body.head>
      <body.content><block><p>\(story)</p><p><person>Ines Falk</person> of the <org>port authority</org> was not there.</p>
        <media media-type="image"><media-caption>A crane at the dam.</media-caption></media>
        <hl2>What is next</hl2><p>Nobody laughed at that.</p></block></body.content>
      <body.end><tagline>The writer is based in Valdora.</tagline></body.end></body></nitf>
    """
  }
  private var stories: String { "\(story)\nInes Falk of the port authority was not there.\nNobody laughed at that." }

  private func newsItem(_ content: String, status: String = "stat:usable") -> String {
    """
    <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:w.example:20220110:1" version="2" xml:lang="en">
      <itemMeta><itemClass qcode="ninat:text"/><provider qcode="nprov:WA"><name>Wire Agency</name></provider>
        <versionCreated>2022-01-10T09:30:00Z</versionCreated><pubStatus qcode="\(status)"/>
        <link href="https://w.example/1"/></itemMeta>
      <contentMeta><headline>Dam <em>opens</em></headline><language tag="en-GB"/></contentMeta>
      <contentSet>\(content)</contentSet></newsItem>
    """
  }

  @Test("NITF gives its body's paragraphs, and what its head says")
  func nitfStory() throws {
    for namespace in ["", "xmlns=\"http://iptc.org/std/NITF/2006-10-18/\"", "version=\"-//IPTC//DTD NITF 3.2//EN\""] {
      let declared = "<?xml version=\"1.0\"?><!DOCTYPE nitf SYSTEM \"nitf-3-2.dtd\">\n" + nitf(namespace)
      for file in [nitf(namespace), declared] {
        let read = try article(file)
        #expect(read.title == "Dam opens")
        #expect(read.text == stories)
        #expect(read.date == "2022-01-10T09:30:00Z")
        #expect(read.source == "Wire Agency")
        #expect(read.language == "en")
      }
    }
  }

  @Test(
    "NewsML-G2 has its text inline as NITF, XHTML, HTML or plain text",
    arguments: [
      "<inlineXML contenttype='application/nitf+xml'>NITF</inlineXML>",
      """
      <inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head>
      <body><p>STORY</p></body></html></inlineXML>
      """,
      "<inlineData contenttype='text/html'>&lt;p&gt;STORY&lt;/p&gt;</inlineData>",
      "<remoteContent href='p.jpg'/><inlineData contenttype='text/plain'>STORY</inlineData>",
      "<inlineData>Short.</inlineData><inlineXML><html xmlns='http://www.w3.org/1999/xhtml'><body>STORY</body></html></inlineXML>",
    ])
  func newsItemStory(content: String) throws {
    let isNITF = content.firstRange(of: "NITF") != nil && content.firstRange(of: "STORY") == nil
    let body = isNITF ? nitf("xmlns=\"http://iptc.org/std/NITF/2006-10-18/\"") : story
    let mark = isNITF ? ">NITF<" : "STORY"
    let parts = content.split(separator: mark, omittingEmptySubsequences: false)
    let read = try article(newsItem(parts.joined(separator: isNITF ? ">\(body)<" : body)))
    #expect(read.title == "Dam opens")
    #expect(read.text == (isNITF ? stories : story))
    #expect(read.date == "2022-01-10T09:30:00Z")
    #expect(read.source == "Wire Agency")
    #expect(read.url == "https://w.example/1")
    #expect(read.language == "en")
  }

  @Test("A news message gives an article an item, and none for its packages")
  func newsMessage() throws {
    let items = [story, "The parliament of the island rejected the budget."].map {
      newsItem("<inlineData>\($0)</inlineData>")
    }
    let message = """
      <?xml version="1.0"?><newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header><sent>2022-01-10T10:00:00Z</sent>
      </header><itemSet><packageItem guid="p"><groupSet root="r"><group id="r"><itemRef residref="1"/></group></groupSet>
      </packageItem>\(items.joined())</itemSet></newsMessage>
      """
    let result = try read(Array(message.utf8))
    #expect(result.articles.count == 2)
    #expect(result.rejections.isEmpty)
    #expect(result.articles.first?.id == (try article(items[0]).id), "and each is the article it is alone")
  }

  @Test("What has no text of its own, or was taken back, is refused for what it is")
  func refused() {
    let package = "<packageItem xmlns='http://iptc.org/std/nar/2006-10-01/'><groupSet/></packageItem>"
    #expect(refusal(of: Array(package.utf8)) == .noText)
    #expect(refusal(of: Array(newsItem("<remoteContent href='a.mp4'/>").utf8)) == .noText)
    let kill = newsItem("<inlineData>\(story)</inlineData>", status: "stat:canceled")
    #expect(refusal(of: Array(kill.utf8)) == .withdrawn)
    #expect(refusal(of: Array("<?xml version='1.0'?><invoice><p>\(story)</p></invoice>".utf8)) == .unsupported)
  }

  @Test("A story that is cut off is truncated, wherever it was cut")
  func cut() throws {
    let file = Array(newsItem("<inlineData>\(story)</inlineData>").utf8)
    for length in stride(from: 130, to: file.count, by: 7) {
      #expect(refusal(of: Array(file[..<length])) == .truncated, "after \(length) bytes")
    }
  }
}
