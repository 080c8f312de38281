import CResources
import NewsModel

/// The vocabulary of event coding: patterns of verbs and nouns, and the words that carry speech, plans and conditions.
///
/// `Data/lexicon.txt` describes the format. Immutable and shared by all workers.
package struct Lexicon: Sendable {
  /// What a verb says of the noun that is its object or subject.
  package enum LightVerb: String, Sendable, CaseIterable {
    /// The subject does it: "hold talks".
    case `do`
    /// The noun is the subject: "talks took place".
    case happen
    /// It is done to the subject: "suffer an attack".
    case undergo
    /// Talk of it that does not make it happen: "discuss", "prevent", "fear".
    case mention
  }

  enum SpeechVerb: String, Sendable, CaseIterable {
    /// Speech that is no other event: "say".
    case statement
    /// Speech only where its words are quoted: "express".
    case quoting
    /// Speech that is an event by itself: "warn".
    case coded
    /// Passing on what others said: "report".
    case relay
  }

  /// Lists of words by the use that is made of them; `Data/lexicon.txt` says which.
  enum WordList: String, Sendable, CaseIterable {
    case facts, announcements, documents, press, onlookers, mishaps, cordons, vehicles, reliefs, dismissals,
      gauges, laws, performed
    case namings, convictions, claims, moves, others, incidents, earlier, habits
    case issuing, telling, governors, mouthpieces, occasions, introductions
    case crimes, misdeeds, duties, faults, virtues, merits, untruths, verdicts, allegings
    case twoObjects = "two-objects"
    case deedObjects = "deed-objects"
    case gifts
  }

  /// What an article's words are about.
  enum Matter: String, Sendable, CaseIterable {
    /// Public affairs: government, law, crime, conflict.
    case `public`
    /// Public affairs that reports of accidents have as well: the police, the dead.
    case common
    /// Sport, entertainment, science, trade.
    case `private`
    /// Forces of nature: private matters, and mishaps.
    case nature
    /// Accidents and diseases, which may be political or not.
    case mishap
  }

  /// What an outer event is when its content is an event of another type.
  struct Content: Sendable {
    var modes: [String]
    var cameo: String
  }

  struct ContentKey: Sendable, Hashable {
    var outer: EventType
    var inner: String
  }

  /// What an act makes of a deed that it is about: by the first of the deed's modes of which something is told, else by its type.
  func content(_ outer: EventType, of deed: Pattern) -> Content? {
    guard let type = deed.type else { return nil }
    return (deed.modes.map { "\(type.rawValue):\($0)" } + [type.rawValue]).lazy
      .compactMap { contents[ContentKey(outer: outer, inner: $0)] }.first
  }

  package var verbs: [String: [Pattern]] = [:]
  package var nouns: [String: [Pattern]] = [:]
  var lightVerbs: [String: LightVerb] = [:]
  var speechVerbs: [String: SpeechVerb] = [:]
  /// Status of what follows "to": "plan" makes it scheduled.
  var controls: [String: EventStatus] = [:]
  /// Status an adjective gives its noun: "planned talks".
  var adjectives: [String: EventStatus] = [:]
  /// Nouns that stand for what follows "of": "round of talks".
  var transparent: Set<String> = []
  /// Words by which a sentence gets a context.
  var contexts: [String: [String]] = [:]
  var lists: [WordList: Set<String>] = [:]
  /// Words that tell whether an article is about public affairs. `@legal` stands for all words of that context.
  var matters: [String: Matter] = [:]
  var contents: [ContentKey: Content] = [:]
  /// Word classes of the contents table: a lemma's classes.
  var contentClasses: [String: [String]] = [:]

  /// The same tables word by word, made when all of them are read.
  var index = LexiconIndex()

  /// The lexicon that is part of the program.
  ///
  /// - Parameter additions: tables in the same format that go before it, the last before all others.
  package static func english(_ additions: [CodingTable] = []) throws(ResourceError) -> Lexicon {
    let text = unsafe embedded_lexicon()
    let own = CodingTable(
      file: "lexicon.txt", text: unsafe Array(UnsafeBufferPointer(start: text.bytes, count: text.count)))
    return try LexiconParser.parse([own] + additions)
  }

  /// Whether a lemma is in a list.
  func has(_ list: WordList, _ lemma: String) -> Bool { lists[list]?.contains(lemma) ?? false }

  /// Gives the words of a context what its `@name` says, except those that say it themselves.
  mutating func spreadMatters() {
    for (word, names) in contexts where matters[word] == nil {
      for name in names { matters[word] = matters[word] ?? matters["@" + name] }
    }
  }

  /// Takes a pattern away.
  mutating func remove(_ id: String) {
    for list in [\Lexicon.verbs, \Lexicon.nouns] {
      for word in self[keyPath: list].keys { self[keyPath: list][word]?.removeAll { $0.id == id } }
    }
  }
}
