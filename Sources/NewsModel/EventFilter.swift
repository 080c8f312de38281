import Spelling

/// Which events are asked for.
///
/// Values of one member are alternatives; members are conditions that must all hold; a member without values asks nothing.
package struct EventFilter: Sendable, Hashable {
  package var types: [EventType] = []
  package var statuses: [EventStatus] = []
  /// Who acts: a party whose code, name or words match.
  package var actors: [PartyPattern] = []
  /// To whom it is done.
  package var recipients: [PartyPattern] = []
  /// Where it happened, ISO 3166-1 alpha-3. Who acts there is not asked: that is `actors`.
  package var countries: [String] = []
  /// Words of the place's name or mention, in their order.
  package var places: [String] = []
  /// Words of the article's source, in their order.
  package var sources: [String] = []
  /// Ids of articles.
  package var articles: [String] = []
  /// On whose word the event stands.
  package var speakers: [PartyPattern] = []
  /// Words of the evidence or the article's title: see `TextQuery`.
  package var texts: [String] = []
  /// The event's time, or else its article's date, does not end before this.
  package var since: TimeBound?
  /// The event's time, or else its article's date, does not begin after this.
  package var until: TimeBound?
  /// 0…1.
  package var minimumConfidence: Double?

  package init() {}

  /// Whether every event matches.
  package var isEmpty: Bool { self == EventFilter() }

  /// Whether the filter asks for nothing but what an article without events can have: id, source and date.
  package var isAboutArticles: Bool {
    var rest = self
    (rest.articles, rest.sources, rest.since, rest.until) = ([], [], nil, nil)
    return rest.isEmpty
  }
}

extension EventFilter {
  /// The members by the names that RPC parameters have; options of the command line have a hyphen for the underscore.
  package enum Member: String, Sendable, CaseIterable {
    case type, status, actor, recipient, country, place, source, article, speaker, text, since, until
    case minConfidence = "min_confidence"

    /// Whether several values may be given, of which one must fit.
    package var isList: Bool {
      switch self {
      case .since, .until, .minConfidence: false
      default: true
      }
    }

    /// What the member asks, in a few words for help texts.
    package var summary: String {
      switch self {
      case .type: "event type: \(EventType.allCases.map(\.rawValue).joined(separator: ", "))"
      case .status: "truth status: \(EventStatus.allCases.map(\.rawValue).joined(separator: ", "))"
      case .actor: "who acts: a name, a code (RUS), or code/sector (RUS/GOV)"
      case .recipient: "to whom it is done, as for actor"
      case .country: "where it happened: a country's ISO 3166-1 alpha-3 code (UKR)"
      case .place: "where it happened: words of the place's name"
      case .source: "who published the article"
      case .article: "id of the article"
      case .speaker: "on whose word the event stands, as for actor"
      case .text: "words of evidence or title, by their stems; \"a phrase\", OR, NOT and brackets may be used"
      case .since: "not over before: a date, an RFC 3339 time, 3d, 12h, yesterday, today"
      case .until: "not begun after, as for since"
      case .minConfidence: "least confidence, 0 to 1"
      }
    }
  }

  /// A value that a member cannot take: what is wrong, and the way out.
  package struct ValueError: Error, Sendable, Equatable {
    package let message: String

    package init(message: String) { self.message = message }
  }

  /// Adds one value, as a command line gives it, to a member.
  package mutating func add(_ value: String, to member: Member) throws(ValueError) {
    switch member {
    case .type: types.append(try Self.choice(value.uppercased(), member))
    case .status: statuses.append(try Self.choice(value.lowercased(), member))
    case .actor: actors.append(try Self.party(value, member))
    case .recipient: recipients.append(try Self.party(value, member))
    case .speaker: speakers.append(try Self.party(value, member))
    case .country: countries.append(try Self.country(value))
    case .place: places.append(try Self.words(value, member))
    case .source: sources.append(try Self.words(value, member))
    case .text: texts.append(try Self.query(value))
    case .article: articles.append(try Self.articleID(value))
    case .since: since = try Self.bound(value, member, former: since)
    case .until: until = try Self.bound(value, member, former: until)
    case .minConfidence: try setMinimumConfidence(Double(value), written: value)
    }
  }

  mutating func setMinimumConfidence(_ value: Double?, written: String) throws(ValueError) {
    guard minimumConfidence == nil else { throw ValueError(message: "min_confidence is given twice") }
    guard let value, (0...1).contains(value) else {
      throw ValueError(message: "min_confidence takes a number from 0 to 1, found '\(written)'")
    }
    minimumConfidence = value
  }

  private static func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ word: String, _ member: Member
  ) throws(ValueError) -> Choice {
    if let choice = Choice(rawValue: word) { return choice }
    let words = Choice.allCases.map(\.rawValue)
    throw ValueError(message: Self.unknown(member.rawValue, word, words))
  }

  /// The message for a word that is none of those there are.
  static func unknown(_ kind: String, _ word: String, _ words: [String]) -> String {
    let hint = Suggestion.hint(for: word, among: words)
    return "there is no \(kind) '\(word)'\(hint.isEmpty ? "; there are \(words.joined(separator: ", "))" : hint)"
  }

  private static func party(_ value: String, _ member: Member) throws(ValueError) -> PartyPattern {
    if let pattern = PartyPattern(value) { return pattern }
    throw ValueError(
      message: "\(member.rawValue) takes a name, a code (RUS) or code/sector (RUS/GOV), found '\(value)'")
  }

  private static func country(_ value: String) throws(ValueError) -> String {
    let isCode = value.utf8.count == 3 && value.utf8.allSatisfy { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }
    guard isCode else {
      throw ValueError(
        message:
          "country takes a code of three letters (ISO 3166-1 alpha-3, such as UKR), found '\(value)'; "
          + "place takes a name")
    }
    return value.uppercased()
  }

  private static func words(_ value: String, _ member: Member) throws(ValueError) -> String {
    let hasWord = value.utf8.contains { $0 >= 0x80 || ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A) || $0 &- 0x30 < 10 }
    guard hasWord else { throw ValueError(message: "\(member.rawValue) takes words, found '\(value)'") }
    return value
  }

  private static func query(_ value: String) throws(ValueError) -> String {
    let value = try words(value, .text)
    do throws(TextQuery.SyntaxError) {
      _ = try TextQuery(value)
    } catch {
      throw ValueError(message: "text: \(error.message)")
    }
    return value
  }

  private static func articleID(_ value: String) throws(ValueError) -> String {
    let id = value.lowercased()
    let isID = id.utf8.count == 16 && id.utf8.allSatisfy { $0 &- 0x30 < 10 || $0 &- 0x61 < 6 }
    guard isID else {
      throw ValueError(
        message: "article takes the id of an article, 16 hexadecimal digits such as 82e877f78b95c586, found '\(value)'")
    }
    return id
  }

  private static func bound(
    _ value: String, _ member: Member, former: TimeBound?
  ) throws(ValueError) -> TimeBound {
    guard former == nil else { throw ValueError(message: "\(member.rawValue) is given twice") }
    if let bound = TimeBound(value) { return bound }
    throw ValueError(
      message:
        "\(member.rawValue) takes a date (2022-01-12), an RFC 3339 time (2022-01-12T14:00:00Z), "
        + "3d, 12h, today or yesterday, found '\(value)'")
  }
}
