import Linguistics
import NewsModel

/// Words at a position of a clause or noun phrase.
struct Filler: Sendable, Hashable {
  var position: Position
  /// Head token of the words.
  var head: Int
}

/// A word that matched a pattern, with what stands around it. A class, since drafts and lists hand it on.
final class Trigger: Sendable {
  /// The verb or noun.
  let token: Int
  let pattern: Pattern
  /// The verb that tells whether it happened: the verb itself, or the light verb of a noun.
  let predicate: Int?
  /// How the noun hangs on its predicate; nil for verbs and for nouns on their own.
  let lightVerb: Lexicon.LightVerb?
  let fillers: [Filler]

  init(token: Int, pattern: Pattern, predicate: Int?, lightVerb: Lexicon.LightVerb?, fillers: [Filler]) {
    self.token = token
    self.pattern = pattern
    self.predicate = predicate
    self.lightVerb = lightVerb
    self.fillers = fillers
  }

  /// A verb that is its own predicate; without a pattern, to ask when it was.
  convenience init(ofVerb verb: Int, _ pattern: Pattern = Pattern(id: "", type: nil), fillers: [Filler] = []) {
    self.init(token: verb, pattern: pattern, predicate: verb, lightVerb: nil, fillers: fillers)
  }

  /// The heads of all words in a role.
  func heads(_ role: SlotRole) -> [Int] {
    fillers.filter { pattern.has(role, at: $0.position) }.map(\.head)
  }

  func heads(at position: Position) -> [Int] { fillers.filter { $0.position == position }.map(\.head) }
}
