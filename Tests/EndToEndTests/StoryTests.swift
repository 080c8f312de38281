import Glibc
import JSONCoding
import TestSupport
import Testing

@Suite("Stories, from the spool to newsq") struct StoryTests {
  private static let reports: [(name: String, text: String)] = [
    (
      "post.txt",
      """
      Title: Bomb in Herat kills 12
      Date: 2026-03-02
      Source: Post

      A car bomb killed 12 people outside the customs house in Herat on Monday. The blast tore the front off the customs house.
      Most of the victims were lorry drivers. The provincial police chief Karim Wardak said a van had been parked by the weighbridge.
      """
    ),
    (
      "gazette.txt",
      """
      Title: Tunnel talks
      Date: 2026-03-02
      Source: Gazette

      Finland and Estonia held talks in Tallinn on Monday on a tunnel under the gulf. Finnish transport minister Laura Niemi said
      the rail tunnel would cost 18 billion euros. Engineers from both countries have studied the seabed since spring.
      """
    ),
    (
      "times.txt",
      """
      Title: Toll of Herat bomb rises
      Date: 2026-03-03
      Source: Times

      The car bomb killed 15 people outside the customs house in Herat on Monday, officials said. Three lorry drivers died overnight.
      Police chief Karim Wardak said the van that carried the bomb past the weighbridge had been stolen in Farah.
      """
    ),
  ]

  private func daemon() throws -> TestDaemon {
    let daemon = try TestDaemon()
    for report in Self.reports {
      try daemon.drop(report.text, as: report.name)
      try #require(try daemon.newsq(["sync"]).status == 0)
    }
    return daemon
  }

  @Test("two papers' reports are one story, with what changed") func story() throws {
    let daemon = try daemon()
    let stories = try daemon.lines("stories")
    #expect(stories.map { $0["title"]?.string } == ["Tunnel talks", "Bomb in Herat kills 12"], "the latest told last")
    let bomb = try #require(stories.last)
    #expect(bomb["articles"]?.int == 2)
    #expect(bomb["sources"]?.array?.compactMap(\.string) == ["Post", "Times"])
    #expect(bomb["first_seen"]?.string == "2026-03-02")
    #expect(bomb["last_seen"]?.string == "2026-03-03")
    let id = try #require(bomb["id"]?.string)
    let shown = try #require(try daemon.lines("show", id).first?["story"])
    let changes = (shown["events"]?.array ?? []).flatMap { $0["changes"]?.array ?? [] }
    let toll = try #require(changes.first { $0["what"]?.string == "killed" })
    #expect(toll["from"]?.string == "12")
    #expect(toll["to"]?.string == "15")
    let table = try daemon.newsq(["show", id, "-o", "table"]).output
    #expect(table.contains("killed: 12, later 15"), "\(table)")
  }

  @Test("filters ask as those of articles do, and pages go on where the last ended") func filters() throws {
    let daemon = try daemon()
    #expect(try daemon.lines("stories", "--actor", "FIN").map { $0["title"]?.string } == ["Tunnel talks"])
    #expect(try daemon.lines("stories", "--place", "Tallinn").count == 1)
    #expect(try daemon.lines("stories", "--since", "2026-03-03").count == 1)
    #expect(try daemon.lines("stories", "--min-articles", "2").count == 1)
    #expect(try daemon.newsq(["stories", "--type", "AID", "--exit-code"]).status == 5)
    let first = try JSONValue(parsing: Array(daemon.newsq(["stories", "-n", "1", "-o", "json"]).output.utf8))
    #expect(first["stories"]?.array?.first?["title"]?.string == "Bomb in Herat kills 12")
    let next = try #require(first["next"]?.string)
    #expect(try daemon.lines("stories", "--cursor", next).map { $0["title"]?.string } == ["Tunnel talks"])
    #expect(try daemon.lines("stories", "--oldest", "-n", "1").map { $0["title"]?.string } == ["Tunnel talks"])
  }

  @Test("the story of an article or event is found by its id, and what is none is not") func byMember() throws {
    let daemon = try daemon()
    let article = try #require(try daemon.lines("articles", "--source", "Times").first?["id"]?.string)
    let answer = try daemon.newsq(["call", "stories.get", "id=\(article)"])
    #expect(answer.output.contains("Bomb in Herat kills 12"))
    let none = try daemon.newsq(["show", "s\(article)"])
    #expect(none.status == 1)
    #expect(none.errors.contains("there is no story"))
  }

  @Test("stories and their ids are the same after kill -9, and from the snapshot") func restart() throws {
    let daemon = try daemon()
    let before = try daemon.lines("stories")
    try daemon.stop(signal: SIGKILL)
    try daemon.restart()
    #expect(try daemon.lines("stories") == before)
    #expect(try daemon.newsq(["snapshot"]).status == 0)
    #expect(try daemon.stop().status == 0)
    try daemon.restart()
    #expect(try daemon.lines("stories") == before)
  }

  @Test("a story whose first article retention has dropped is named after the first that is left") func retention()
    throws
  {
    let daemon = try TestDaemon(configuration: "[Store]\nRetention=6s\nSnapshotInterval=500ms\n")
    try daemon.drop(Self.reports[0].text, as: Self.reports[0].name)
    #expect(try daemon.newsq(["sync"]).status == 0)
    usleep(4_000_000)
    try daemon.drop(Self.reports[2].text, as: Self.reports[2].name)
    #expect(try daemon.newsq(["sync"]).status == 0)
    #expect(try daemon.lines("stories").compactMap { $0["articles"]?.int } == [2])
    let isDropped = try eventually(within: 20_000) {
      usleep(100_000)
      return try daemon.lines("articles", "--source", "Post").isEmpty
    }
    #expect(isDropped)
    let left = try #require(try daemon.lines("articles").first?["id"]?.string)
    #expect(try daemon.lines("stories").compactMap { $0["id"]?.string } == ["s" + left])
    #expect(try daemon.newsq(["show", "s" + left]).status == 0)
  }

  @Test("the table fits a narrow terminal, and CSV has a line for each") func formats() throws {
    let daemon = try daemon()
    let table = try daemon.newsq(["stories", "-o", "table"]).output.split(separator: "\n")
    #expect(table.first?.hasPrefix("SEEN") == true)
    #expect(table.allSatisfy { $0.unicodeScalars.count <= 80 })
    #expect(try daemon.newsq(["stories", "-o", "csv"]).output.split(separator: "\n").count == 3)
  }
}
