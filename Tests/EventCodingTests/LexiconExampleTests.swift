import EventCoding
import NewsModel
import Platform
import Testing

/// A line of Fixtures/lexicon-examples.txt: a sentence and the rule that must fire on it, or must not.
struct LexiconExample: Sendable, Hashable, CustomTestStringConvertible {
  /// Name of the lexicon line; for near misses "any" stands for all of them.
  var rule: String
  var isNearMiss: Bool
  var sentence: String

  var testDescription: String { (isNearMiss ? "!" : "") + rule + ": " + sentence }

  /// What begins the rule's name: the type of its events.
  var family: String { rule.split(separator: ".").first { $0 != "n" }.map(String.init) ?? rule }

  func holds() throws -> Bool {
    let events = try CodingSamples.events(sentence).filter { $0.status != .denied }
    guard isNearMiss else { return events.contains { $0.rule == rule } }
    if rule == "any" { return events.allSatisfy { $0.type == .statement } }
    return !events.contains { $0.rule == rule || $0.rule.hasPrefix(family + ".") }
  }

  static func all(beside file: String = #filePath) throws -> [LexiconExample] {
    let path = FilePath(file).folder / "Fixtures/lexicon-examples.txt"
    let text = String(decoding: try KernelFileSystem().read(path, limit: 1 << 20), as: UTF8.self)
    return text.split(separator: "\n").compactMap { line in
      guard !line.hasPrefix("#"), let bar = line.firstIndex(of: "|") else { return nil }
      let rule = line[..<bar].filter { $0 != " " }
      let sentence = line[line.index(after: bar)...].drop { $0 == " " }
      let isNearMiss = rule.hasPrefix("!")
      return LexiconExample(
        rule: isNearMiss ? String(rule.dropFirst()) : rule, isNearMiss: isNearMiss, sentence: String(sentence))
    }
  }
}

@Suite("The lexicon, by examples in the language of the news")
struct LexiconExampleTests {
  /// The families of rules: the types of events, and "any" for near misses of all.
  static let families = [
    "agree", "consult", "support", "concede", "coop", "aid", "retreat", "request", "accuse", "reject", "threaten",
    "protest", "sanction", "mobilize", "coerce", "assault", "statement", "any",
  ]

  /// One sentence in twenty may fail, at least one: which tree the network makes of a sentence changes when it is trained
  /// again, and a rule is not worse for it.
  @Test("Its examples fire and its near misses do not", arguments: families)
  func examples(_ family: String) throws {
    let examples = try LexiconExample.all().filter { $0.family == family }
    #expect(!examples.isEmpty)
    let failed = try examples.filter { try !$0.holds() }
    #expect(failed.count <= max(1, examples.count / 20), "\(failed.map(\.testDescription))")
  }

  @Test("Every example belongs to a family that is tested")
  func coverage() throws {
    let strays = try LexiconExample.all().filter { !Self.families.contains($0.family) }
    #expect(strays.isEmpty)
    #expect(try LexiconExample.all().count >= 400)
  }

  @Test("Every pattern that means an event has an example")
  func completeness() throws {
    let lexicon = try Lexicon.english()
    let patterns = Array(lexicon.verbs.values.joined()) + Array(lexicon.nouns.values.joined())
    let named = Set(try LexiconExample.all().filter { !$0.isNearMiss }.map(\.rule))
    let without = Set(patterns.filter { $0.type != nil }.map(\.id)).subtracting(named)
    #expect(without.isEmpty, "\(without.sorted())")
  }
}
