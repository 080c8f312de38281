import JSONCoding
import Platform
import TestSupport
import Testing

@Suite("Formats, from the folder to the answer") struct FormatTests {
  /// A story of its own for each format, so that none is taken for another.
  private func story(_ place: String) -> String {
    "Iran and the United States held talks in \(place) on Monday. Iranian Foreign Minister Hossein Amir said the meeting was useful."
  }

  private func files() -> [(name: String, place: String, text: String)] {
    [
      ("a.xml", "Vienna", "<rss><channel><item><description>\(story("Vienna"))</description></item></channel></rss>"),
      (
        "b.xml", "Geneva",
        "<feed xmlns='http://www.w3.org/2005/Atom'><entry><summary>\(story("Geneva"))</summary></entry></feed>"
      ),
      ("c.xml", "Oslo", "<nitf><body><body.content><p>\(story("Oslo"))</p></body.content></body></nitf>"),
      (
        "d.xml", "Rome",
        "<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/'><contentSet><inlineData>\(story("Rome"))</inlineData></contentSet></newsItem>"
      ),
      ("e.eml", "Paris", "From: a@b.example\nSubject: Talks\n\n\(story("Paris"))\n"),
      ("f.html", "Berlin", "<html><body><p>\(story("Berlin"))</p></body></html>"),
      ("g.json", "Doha", "{\"text\": \"\(story("Doha"))\"}"),
      ("h.txt", "Cairo", story("Cairo")),
    ]
  }

  @Test("each become an article with its events") func formats() throws {
    let daemon = try TestDaemon()
    for file in files() { try daemon.drop(file.text, as: file.name) }
    #expect(try daemon.newsq(["sync"]).status == 0)
    for file in files() {
      #expect(try !daemon.lines("events", "--type", "CONSULT", "--place", file.place).isEmpty, "\(file.name)")
    }
    #expect(try daemon.lines("articles").count == files().count)
  }

  @Test("in another language are kept with it, have no events, and are counted") func language() throws {
    let daemon = try TestDaemon()
    let german = """
      Der Iran und die Vereinigten Staaten haben am Montag in Wien Gespräche geführt. US President Joe Biden said on Monday \
      that Iran threatened Israel. Außenminister Hossein Amir sagte nach dem Treffen, dass die Gespräche nützlich waren und dass \
      man sich auf eine Fortsetzung geeinigt hat, die in der nächsten Woche in Genf stattfinden wird. Die Delegation der \
      Amerikaner wollte sich dazu nicht äußern.
      """
    try daemon.drop(german, as: "german.txt")
    try daemon.drop(story("Vienna"), as: "english.txt")
    #expect(try daemon.newsq(["sync"]).status == 0)
    let articles = try daemon.lines("articles")
    let read = try #require(articles.first { $0["file"]?.string == "german.txt" })
    #expect(read["language"]?.string == "de")
    #expect(read["events"]?.int == 0)
    #expect(articles.contains { ($0["events"]?.int ?? 0) > 0 })
    let stats = try JSONValue(parsing: Array(try daemon.newsq(["call", "daemon.stats"]).output.utf8))
    #expect(stats["since_start"]?["other_languages"]?.int == 1)
  }

  @Test("of many articles lose only what is broken, which is set aside") func partly() throws {
    let daemon = try TestDaemon()
    let feed = """
      <rss><channel>
      <item><description>\(story("Vienna"))</description></item>
      <item><description>\(story("Geneva"))
      """
    try daemon.drop(feed, as: "feed.xml")
    #expect(try daemon.newsq(["sync"]).status == 0)
    #expect(try daemon.lines("articles").count == 1)
    let names = try daemon.scratch.names(in: "spool/quarantine")
    let reason = try #require(names.first { $0.hasPrefix("feed.xml.line") && $0.hasSuffix(".reason.json") })
    let text = try daemon.scratch.text(of: "spool/quarantine/\(reason)")
    #expect(text.contains("\"truncated\""))
  }
}
