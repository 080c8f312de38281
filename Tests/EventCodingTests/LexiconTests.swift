import EventCoding
import NewsModel
import Testing

@Suite("Lexicon")
struct LexiconTests {
  private func error(_ text: String) -> ResourceError? {
    do {
      _ = try LexiconParser.parse(Array(text.utf8), file: "test.txt")
      return nil
    } catch {
      return error
    }
  }

  @Test("The lexicon of the program has no mistake and a broad vocabulary")
  func builtIn() throws {
    let lexicon = try Lexicon.english()
    #expect(lexicon.verbs.values.reduce(0) { $0 + $1.count } >= 1000)
    #expect(lexicon.nouns.values.reduce(0) { $0 + $1.count } >= 250)
    for type in EventType.allCases where type != .statement {
      #expect(lexicon.verbs.values.contains { $0.contains { $0.type == type } }, "\(type)")
    }
  }

  @Test(
    "A mistake names its line and what would be right",
    arguments: [
      ("[verbs]\na.b | hit | ASSALT | 190 | subj=actor", 2, "ASSALT"),
      ("[verbs]\n\na.b | hit | ASSAULT punchy | 190 | subj=actor", 3, "punchy"),
      ("[verbs]\na.b | hit | ASSAULT | 050 | subj=actor", 2, "050"),
      ("[verbs]\na.b | hit | ASSAULT | 190", 2, "fields"),
      ("[verbs]\na.b | hit | ASSAULT | 190 | nope", 2, "nope"),
      ("[verbs]\na.b | hit | ASSAULT | 190 | subj=hero", 2, "hero"),
      ("[verbs]\na.b | hit | ASSAULT | 190 | obj:%none", 2, "%none"),
      ("[verbs]\na.b | hit | - | - | obj:*\na.b | hit | - | - | obj:*", 3, "line 2"),
      ("[verbz]", 1, "verbs"),
      ("a | b", 1, "section"),
      ("[light]\ndance | hold", 2, "dance"),
      ("[control]\nscheduled | plan\npossible | plan", 3, "twice"),
    ])
  func mistakes(_ text: String, _ line: Int, _ hint: String) throws {
    let found = try #require(error(text))
    #expect(found.line == line)
    #expect(found.description.hasPrefix("test.txt:\(line): "))
    #expect(found.message.contains(hint), "\(found.message)")
  }

  @Test("Frames and classes are used by name, and a line's own slots replace the frame's")
  func frames() throws {
    let text = """
      [classes]
      things | rock, stone
      [frames]
      act | subj=actor obj=recipient
      [verbs]
      throw.things | throw | ASSAULT primitive | 190 | act obj=theme obj:%things at=recipient   # comment
      """
    let lexicon = try LexiconParser.parse(Array(text.utf8), file: "test.txt")
    let pattern = try #require(lexicon.verbs["throw"]?.first)
    #expect(pattern.roles(at: .object) == [.theme])
    #expect(pattern.roles(at: .subject) == [.actor])
    #expect(pattern.roles(at: .preposition("at")) == [.recipient])
    #expect(pattern.tests.first?.fillers == [.words(["rock", "stone"])])
  }

  @Test("The pattern that asks for most is tried first")
  func order() throws {
    let text = "[verbs]\na.plain | hit | ASSAULT | 190 | obj=recipient\na.exact | hit | - | - | obj:record"
    let lexicon = try LexiconParser.parse(Array(text.utf8), file: "test.txt")
    #expect(lexicon.verbs["hit"]?.map(\.id) == ["a.exact", "a.plain"])
  }
}
