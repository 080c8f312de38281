package import NewsModel

/// One sense of a verb or noun: which event it makes, and where in the sentence its parties stand.
package struct Pattern: Sendable {
  /// Name of the lexicon line: "threaten.warn".
  package var id: String
  /// Lemma.
  var word: String
  /// A further word beside it: "out" after the verb of "carry out", "air" before the noun of "air strike".
  var particle: String?
  /// Nil for a near miss: the words match and mean no event ("meet expectations").
  package var type: EventType?
  var modes: [String]
  var cameo: String
  var slots: [Slot]
  package var tests: [PatternTest]
  /// Line in its table; earlier lines win among equally exact ones.
  package var line: Int
  /// Name of the table: "lexicon.txt", or the path of an addition.
  package var table = ""
  /// Number of the table: the patterns of later ones are tried first.
  var layer = 0

  /// How much the pattern asks for; the most exact pattern that fits is taken.
  var precision: Int {
    // A near miss goes before what it is mistaken for.
    (particle == nil ? 0 : 8) + (type == nil ? 2 : 0) + tests.reduce(0) { $0 + $1.precision }
  }

  /// The roles that a position may fill.
  package func roles(at position: Position) -> [SlotRole] {
    slots.filter { $0.position == position }.map(\.role)
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
      case .party, .person, .group, .place, .government, .wish: 2
      case .words: 4
      }
    }.min() ?? 0
  }
}
