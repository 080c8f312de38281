package import NewsModel

/// One sense of a verb or noun: which event it makes, and where in the sentence its parties stand.
///
/// A class, since all of a word's patterns are tried wherever it stands.
package final class Pattern: Sendable {
  // What is asked of every pattern of a word comes first, so that it lies in one line of the cache.

  /// A further word beside it: "out" after the verb of "carry out", "air" before the noun of "air strike".
  let particle: String?
  package let tests: [PatternTest]
  /// Name of the lexicon line: "threaten.warn".
  package let id: String
  /// Lemma.
  let word: String
  /// Nil for a near miss: the words match and mean no event ("meet expectations").
  package let type: EventType?
  let modes: [String]
  let cameo: String
  let slots: [Slot]
  /// Line in its table; earlier lines win among equally exact ones.
  package let line: Int
  /// Name of the table: "lexicon.txt", or the path of an addition.
  package let table: String
  /// Number of the table: the patterns of later ones are tried first.
  let layer: Int

  init(
    id: String, word: String = "", particle: String? = nil, type: EventType?, modes: [String] = [], cameo: String = "",
    slots: [Slot] = [], tests: [PatternTest] = [], line: Int = 0, table: String = "", layer: Int = 0
  ) {
    self.id = id
    self.word = word
    self.particle = particle
    self.type = type
    self.modes = modes
    self.cameo = cameo
    self.slots = slots
    self.tests = tests
    self.line = line
    self.table = table
    self.layer = layer
  }

  /// How much the pattern asks for; the most exact pattern that fits is taken.
  var precision: Int {
    // A near miss goes before what it is mistaken for.
    (particle == nil ? 0 : 8) + (type == nil ? 2 : 0) + tests.reduce(0) { $0 + $1.precision }
  }

  /// The roles that a position may fill.
  package func roles(at position: Position) -> [SlotRole] {
    slots.filter { $0.position == position }.map(\.role)
  }

  /// Whether a position may fill a role.
  func has(_ role: SlotRole, at position: Position) -> Bool {
    slots.contains { $0.role == role && $0.position == position }
  }

  /// Whether events in the words at a position are told as part of the outer one.
  func absorbs(at position: Position) -> Bool {
    slots.contains { $0.role.absorbs && $0.position == position }
  }
}

/// Where in a clause or noun phrase words stand.
package enum Position: Sendable, Hashable {
  /// Logical subject: the agent of a passive verb, the possessor that acts.
  case subject
  /// Logical object: the surface subject of a passive verb.
  case object
  case indirectObject
  /// A clause or infinitive that completes the word.
  case clause
  /// "Moscow's demand".
  case possessor
  /// "Russian troops", "US sanctions".
  case modifier
  /// Whoever says the words; nothing in the clause itself.
  case speaker
  case preposition(String)

  init(_ name: String) {
    switch name {
    case "subj": self = .subject
    case "obj": self = .object
    case "iobj": self = .indirectObject
    case "clause": self = .clause
    case "poss": self = .possessor
    case "mod": self = .modifier
    case "speaker": self = .speaker
    default: self = .preposition(name)
    }
  }
}

/// What the words at a position are for the event.
package enum SlotRole: String, Sendable, Hashable, CaseIterable {
  case actor, recipient, place
  /// What it is about; events in it stand on their own.
  case theme
  /// What is asked, threatened, promised, refused or alleged: events in it are part of this one.
  case demanded, possible, scheduled, denied, alleged

  /// Whether an event in such words is told as part of the outer one.
  var absorbs: Bool {
    switch self {
    case .actor, .recipient, .place, .theme: false
    case .demanded, .possible, .scheduled, .denied, .alleged: true
    }
  }
}

struct Slot: Sendable, Hashable {
  var position: Position
  var role: SlotRole
}

/// Something a pattern asks of its sentence, or excludes.
package struct PatternTest: Sendable, Hashable {
  package enum Filler: Sendable, Hashable {
    case anything, party, person, group, place
    /// A country, its government or somebody who speaks for it.
    case government
    /// A clause in the mood of a demand: "that it withdraw", "that it should withdraw".
    case wish
    /// A passive clause that names no doer: "that ten men were killed".
    case suffered
    /// A clause of what the subject itself does: "claimed to have won".
    case own
    case words(Set<String>)
  }

  var position: Position
  var isExcluded: Bool
  /// Any of them will do.
  package var fillers: [Filler]

  var precision: Int {
    guard !isExcluded else { return 0 }
    return fillers.map { filler in
      switch filler {
      case .anything: 1
      case .party, .person, .group, .place, .government, .wish, .suffered, .own: 2
      case .words: 4
      }
    }.min() ?? 0
  }
}
