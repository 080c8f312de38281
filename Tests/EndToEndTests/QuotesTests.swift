import JSONCoding
import Platform
import TestSupport
import Testing

@Suite("newsq show --quotes and newsd extract --quotes") struct QuotesTests {
  private static let text = """
    Title: A valley and its farmers
    Date: 2024-05-06

    "We will not go back to the old rules of this valley," Maria Lopez said. The farmers listened in silence.

    "They were never good for anybody here."
    """

  @Test("each quote with its speaker, at 80 columns and as JSON") func article() throws {
    let daemon = try TestDaemon()
    try daemon.drop(Self.text, as: "valley.txt")
    #expect(try daemon.newsq(["sync"]).status == 0)
    let id = try #require(try daemon.lines("articles").first?["id"]?.string)
    let quotes = try daemon.lines("show", "--quotes", id)
    #expect(quotes.map { $0["source"]?["name"]?.string } == ["Maria Lopez", "Maria Lopez"])
    #expect(quotes.first?["content"]?["text"]?.string == "We will not go back to the old rules of this valley,")
    let text = try daemon.newsq(["show", "--quotes", id, "-o", "table"])
    #expect(text.output.hasPrefix("Maria Lopez\n  “We will not go back"))
    #expect(text.output.split(separator: "\n").allSatisfy { $0.unicodeScalars.count <= 80 })
  }

  @Test("an article that is not there, and a story, are told apart") func mistakes() throws {
    let daemon = try TestDaemon()
    #expect(try daemon.newsq(["show", "--quotes", "0000000000000000"]).status == 1)
    #expect(try daemon.newsq(["show", "--quotes", "s0000000000000000"]).status == 3)
  }

  @Test("extract --quotes needs no daemon") func extract() throws {
    let output = try ChildProcess.run("newsd", ["extract", "--quotes"], input: Array(Self.text.utf8)).output
    #expect(output.split(separator: "\n").count == 2)
  }
}
