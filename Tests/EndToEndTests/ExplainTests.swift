import JSONCoding
import Platform
import TestSupport
import Testing

@Suite("newsq show --explain and newsd extract --explain") struct ExplainTests {
  @Test("an event says its rule, its parties, its date and its place, at 80 columns and as JSON") func event() throws {
    let daemon = try TestDaemon()
    try daemon.drop(DaemonTests.talks, as: "talks.txt")
    #expect(try daemon.newsq(["sync"]).status == 0)
    let id = try #require(try daemon.lines("events", "--type", "CONSULT").first?["id"]?.string)
    let text = try daemon.newsq(["show", "--explain", id, "-o", "table"])
    #expect(text.status == 0)
    for words in [id, "“Iran” is a name of Iran", "Vienna, AUT", "counted from the article's day, 2024-05-06"] {
      #expect(text.output.contains(words), "\(words) in \(text.output)")
    }
    #expect(text.output.split(separator: "\n").allSatisfy { $0.unicodeScalars.count <= 80 })
    let answer = try #require(try daemon.lines("show", "--explain", id).first)
    #expect(answer["events"]?.array?.first?["event"]?["id"]?.string == id)
    #expect(answer["changed"] == .bool(false))
  }

  @Test("an article explains all its events; what is neither is not found") func article() throws {
    let daemon = try TestDaemon()
    try daemon.drop(DaemonTests.talks, as: "talks.txt")
    #expect(try daemon.newsq(["sync"]).status == 0)
    let id = try #require(try daemon.lines("articles").first?["id"]?.string)
    let answer = try #require(try daemon.lines("show", "--explain", id).first)
    #expect(try answer["events"]?.array?.count == daemon.events().count)
    #expect(try daemon.newsq(["show", "--explain", "0000000000000000"]).status == 1)
    #expect(try daemon.newsq(["show", "--explain", "s\(id)"]).status == 3)
  }

  @Test("says so when tables have changed since the event was stored") func changed() throws {
    let scratch = ScratchFolder()
    try scratch.write("", to: "lexicon.d/own.txt")
    let daemon = try TestDaemon(
      configuration: "[Coding]\nLexiconDirectory=\(scratch.path("lexicon.d"))\n", scratch: scratch)
    try daemon.drop(DaemonTests.talks, as: "talks.txt")
    #expect(try daemon.newsq(["sync"]).status == 0)
    let event = try #require(try daemon.lines("events", "--type", "CONSULT").first)
    let (id, rule) = (try #require(event["id"]?.string), try #require(event["rule"]?.string))
    try scratch.write("[verbs]\n\(rule) | - | - | - | -\n[nouns]\n", to: "lexicon.d/own.txt")
    #expect(try daemon.newsq(["reload"]).status == 0)
    #expect(try daemon.lines("show", "--explain", id).first?["changed"] == .bool(true))
  }

  @Test("extract --explain needs no daemon") func extract() throws {
    let text = try ChildProcess.run("newsd", ["extract", "--explain"], input: Array(DaemonTests.talks.utf8))
    #expect(text.status == 0)
    #expect(text.output.hasPrefix("Talks in Vienna\n"))
    #expect(text.output.contains("rule "))
    #expect(text.output.split(separator: "\n").allSatisfy { $0.unicodeScalars.count <= 80 })
    let json = try ChildProcess.run("newsd", ["extract", "--explain", "--json"], input: Array(DaemonTests.talks.utf8))
    #expect(try JSONValue(parsing: Array(json.output.utf8))["events"]?.array?.isEmpty == false)
  }
}
