import Linguistics
import NewsModel

/// Words at a position of a clause or noun phrase.
struct Filler: Sendable, Hashable {
  var position: Position
  /// Head token of the words.
  var head: Int
}

/// A word that matched a pattern, with what stands around it.
struct Trigger: Sendable {
  /// The verb or noun.
  var token: Int
  var pattern: Pattern
  /// The verb that tells whether it happened: the verb itself, or the light verb of a noun.
  var predicate: Int?
  /// How the noun hangs on its predicate; nil for verbs and for nouns on their own.
  var lightVerb: Lexicon.LightVerb?
  var fillers: [Filler]

  /// The heads of all words in a role.
  func heads(_ role: SlotRole) -> [Int] {
    fillers.filter { pattern.roles(at: $0.position).contains(role) }.map(\.head)
  }

  func heads(at position: Position) -> [Int] { fillers.filter { $0.position == position }.map(\.head) }
}
