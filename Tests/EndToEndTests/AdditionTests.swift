import Glibc
import JSONCoding
import Platform
import TestSupport
import Testing

@Suite("actors.d and lexicon.d") struct AdditionTests {
  private static let text = """
    Date: 2026-03-01

    The River Delta Avengers hoodwinked Nigeria on Sunday.
    """
  private static let actors = "[group]\nRiver Delta Avengers = NGA/REB\n"
  private static let lexicon = "[verbs]\nmy.hoodwink | hoodwink | ASSAULT | 190 | act\n"

  private static func configuration(_ scratch: ScratchFolder) -> String {
    "[Coding]\nActorsDirectory=\(scratch.path("actors.d"))\nLexiconDirectory=\(scratch.path("lexicon.d"))\n"
  }

  private func folders() throws -> ScratchFolder {
    let scratch = ScratchFolder()
    for folder in ["actors.d", "lexicon.d"] { try scratch.write("not a table", to: "\(folder)/README") }
    return scratch
  }

  @Test("a reload takes tables in, and one with a mistake keeps those of before and says where it is") func reload()
    throws
  {
    let scratch = try folders()
    let daemon = try TestDaemon(configuration: Self.configuration(scratch), scratch: scratch)
    try daemon.drop(Self.text, as: "before.txt")
    #expect(try daemon.newsq(["sync"]).status == 0)
    #expect(try daemon.events().isEmpty)

    try scratch.write(Self.actors, to: "actors.d/groups.txt")
    try scratch.write(Self.lexicon, to: "lexicon.d/words.txt")
    #expect(try daemon.newsq(["reload"]).status == 0)
    try daemon.drop(Self.text + " ", as: "after.txt")
    #expect(try daemon.newsq(["sync"]).status == 0)
    #expect(try daemon.events().compactMap { $0["rule"]?.string } == ["my.hoodwink"])

    try scratch.write(Self.lexicon + "my.bad | hoodwink | ASSALT | 190 | act\n", to: "lexicon.d/words.txt")
    let failed = try daemon.newsq(["reload"])
    #expect(failed.status == 1)
    #expect(failed.errors.contains("\(scratch.path("lexicon.d/words.txt")):3: "), "\(failed.errors)")
    try daemon.drop(Self.text + "  ", as: "later.txt")
    #expect(try daemon.newsq(["sync"]).status == 0)
    #expect(try daemon.events().count == 2)
  }

  @Test("newsd does not start with a table that has a mistake: status 78, file and line") func start() throws {
    let scratch = try folders()
    try scratch.write("[group]\nNo code\n", to: "actors.d/groups.txt")
    let error = #expect(throws: TestDaemon.NotReady.self) {
      _ = try TestDaemon(configuration: Self.configuration(scratch), scratch: scratch)
    }
    #expect(error?.status == 78)
    #expect(error?.errors.contains("actors.d/groups.txt:2: ") == true, "\(error?.errors ?? "")")
  }

  @Test("check-config checks them, and names those that are right") func check() throws {
    let scratch = try folders()
    try scratch.write(Self.configuration(scratch), to: "newsd.conf")
    try scratch.write(Self.actors, to: "actors.d/groups.txt")
    let right = try ChildProcess.run("newsd", ["check-config", "--config", scratch.path("newsd.conf")])
    #expect(right.status == 0)
    #expect(right.output.contains("groups.txt: ok"))
    #expect(!right.output.contains("README"))
    try scratch.write("[verbs]\nx\n", to: "lexicon.d/words.txt")
    let wrong = try ChildProcess.run("newsd", ["check-config", "--config", scratch.path("newsd.conf")])
    #expect(wrong.status == 78)
    #expect(wrong.errors.contains("lexicon.d/words.txt:2: "), "\(wrong.errors)")
  }

  @Test("extract uses those that the configuration or the command line names, and no others") func extract() throws {
    let scratch = try folders()
    try scratch.write(Self.configuration(scratch), to: "newsd.conf")
    try scratch.write(Self.actors, to: "actors.d/groups.txt")
    try scratch.write(Self.lexicon, to: "lexicon.d/words.txt")
    func rules(_ options: [String]) throws -> [String] {
      let result = try ChildProcess.run("newsd", ["extract"] + options, input: Array(Self.text.utf8))
      try #require(result.status == 0, "\(result.errors)")
      return try (JSONValue(parsing: Array(result.output.utf8))["events"]?.array ?? []).compactMap {
        $0["rule"]?.string
      }
    }
    #expect(try rules([]).isEmpty)
    #expect(try rules(["--config", scratch.path("newsd.conf")]) == ["my.hoodwink"])
    let files = ["--lexicon", scratch.path("lexicon.d/words.txt"), "--actors", scratch.path("actors.d/groups.txt")]
    #expect(try rules(files) == ["my.hoodwink"])
  }
}
