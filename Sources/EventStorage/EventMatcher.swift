import NewsModel

/// A filter made ready to be tried on many events.
struct EventMatcher: Sendable {
  /// By `Kind` code, whether type and status fit; empty where all do.
  private let kinds: [Bool]
  private let countries: [PackedCode]
  private let since: Int32
  private let until: Int32
  private let hasTimes: Bool
  private let minimumConfidence: Float
  private let actors: [PartyMatcher]
  private let recipients: [PartyMatcher]
  private let speakers: [PartyMatcher]
  private let places: [WordPattern]
  private let texts: [TextPattern]
  private let articles: [ArticleID]
  private let sources: [WordPattern]
  /// Whether the article has a say beyond its events.
  private let asksArticle: Bool
  /// Whether every event matches.
  let isEmpty: Bool
  /// Whether an article without events can match.
  let isAboutArticles: Bool

  init(_ filter: EventFilter, now: Timestamp) {
    kinds = Self.kinds(filter)
    countries = filter.countries.map { PackedCode($0) }
    since = filter.since.map { MinuteRange.minute($0.range(now: now).start) } ?? .min
    until = filter.until.map { MinuteRange($0.range(now: now)).end } ?? .max
    hasTimes = filter.since != nil || filter.until != nil
    minimumConfidence = filter.minimumConfidence.map { Float($0) } ?? -1
    actors = filter.actors.map { PartyMatcher($0) }
    recipients = filter.recipients.map { PartyMatcher($0) }
    speakers = filter.speakers.map { PartyMatcher($0) }
    places = filter.places.map { WordPattern($0) }
    let stemmer = Stemmer()
    texts = filter.texts.map { TextPattern($0, stemmer) }
    articles = filter.articles.map { ArticleID($0.utf8) }
    sources = filter.sources.map { WordPattern($0) }
    asksArticle = !articles.isEmpty || !sources.isEmpty
    isAboutArticles = filter.isAboutArticles
    isEmpty = filter.isEmpty
  }

  private static func kinds(_ filter: EventFilter) -> [Bool] {
    guard !filter.types.isEmpty || !filter.statuses.isEmpty else { return [] }
    var kinds = [Bool](repeating: false, count: 256)
    for type in filter.types.isEmpty ? EventType.allCases : filter.types {
      for status in filter.statuses.isEmpty ? EventStatus.allCases : filter.statuses {
        kinds[Int(Kind.code(type, status))] = true
      }
    }
    return kinds
  }

  /// What it takes to look at an event.
  var effort: Int {
    if !texts.isEmpty { return Effort.ofText }
    return actors.isEmpty && recipients.isEmpty && speakers.isEmpty && places.isEmpty ? 1 : Effort.ofNames
  }

  /// Whether an event of a block fits. The cheapest questions come first.
  func matches(_ columns: BlockColumns, _ index: Int) -> Bool {
    if !kinds.isEmpty, !kinds[Int(columns.kinds[index])] { return false }
    if hasTimes, !isInTime(columns.times[index]) { return false }
    if !countries.isEmpty, !countries.contains(columns.countries[index]) { return false }
    if columns.confidences[index] < minimumConfidence { return false }
    return matchesWords(columns, columns.events[index])
  }

  /// Whether an article itself fits, whatever its events are: id, source and date.
  func matchesArticle(_ columns: BlockColumns, _ article: ArticleRow) -> Bool {
    if hasTimes, !isInTime(article.time) { return false }
    return matchesOrigin(columns, article)
  }

  private func isInTime(_ time: MinuteRange) -> Bool { time.isKnown && time.end > since && time.start < until }

  private func matchesWords(_ columns: BlockColumns, _ event: EventRow) -> Bool {
    if asksArticle, !matchesOrigin(columns, columns.articles[Int(event.article)]) { return false }
    return matches(actors, columns, event.actors) && matches(recipients, columns, event.recipients)
      && matches(speakers, columns, event.speakers) && matchesPlace(columns, event)
      && (texts.isEmpty || texts.contains { $0.matches(columns, event) })
  }

  private func matchesOrigin(_ columns: BlockColumns, _ article: ArticleRow) -> Bool {
    let isNamed =
      articles.isEmpty
      || articles.contains {
        $0.key == article.key && columns.bytes[article.id.range].elementsEqual($0.bytes)
      }
    return isNamed && (sources.isEmpty || sources.contains { $0.matches(columns.bytes, article.source) })
  }

  private func matches(_ patterns: [PartyMatcher], _ columns: BlockColumns, _ parties: Range<Int>) -> Bool {
    if patterns.isEmpty { return true }
    return parties.contains { party in patterns.contains { $0.matches(columns.bytes, columns.parties[party]) } }
  }

  private func matchesPlace(_ columns: BlockColumns, _ event: EventRow) -> Bool {
    if places.isEmpty { return true }
    return places.contains {
      $0.matches(columns.bytes, event.placeName) || $0.matches(columns.bytes, event.placeText)
    }
  }
}

// MARK: - Where to look

extension EventMatcher {
  /// Indexes of the events of a block that can match, rising; nil where all must be looked at.
  func positions(in block: Block) -> [Int]? {
    if !canMatch(block) { return [] }
    if !articles.isEmpty {
      return articles.compactMap { block.article(id: $0) }.sorted().flatMap { Array(block.events(ofArticle: $0)) }
    }
    guard let index = block.wordIndex else { return nil }
    var best: Candidates?
    func consider(_ members: [Candidates?]) {
      // One value without candidates leaves the whole member open.
      guard !members.isEmpty, !members.contains(where: { $0 == nil }) else { return }
      var union = Candidates()
      for member in members { if let member { union.formUnion(member) } }
      if best.map({ union.cost < $0.cost }) ?? true { best = union }
    }
    consider(texts.map { $0.candidates(in: index) })
    consider(places.map { $0.candidates(in: index) })
    for parties in [actors, recipients, speakers] { consider(parties.map { $0.candidates(in: index) }) }
    return best.map(index.events)
  }

  /// Indexes of the articles of a block that can match, rising; nil where all must be looked at.
  func articlePositions(in block: Block) -> [Int]? {
    if !articles.isEmpty { return articles.compactMap { block.article(id: $0) }.sorted() }
    guard !isAboutArticles, let events = positions(in: block) else { return nil }
    var found: [Int] = []
    for event in events {
      let article = Int(block.columns.events[event].article)
      if found.last != article { found.append(article) }
    }
    return found
  }

  /// Whether a block can have a match, by the kinds and times it has.
  private func canMatch(_ block: Block) -> Bool {
    if hasTimes, block.times.end <= since || block.times.start >= until { return false }
    return kinds.isEmpty || kinds.indices.contains { kinds[$0] && block.kindCounts[$0] > 0 }
  }
}

/// A pattern of parties made ready.
private struct PartyMatcher: Sendable {
  private let code: PackedCode
  private let sector: PackedCode
  private let name: WordPattern?

  init(_ pattern: PartyPattern) {
    code = pattern.code.map { PackedCode($0) } ?? .none
    sector = pattern.sector.map { PackedCode($0) } ?? .none
    name = pattern.name.map { WordPattern($0) }
  }

  /// Which events of a block can have such a party, whatever it does there; nil where the index cannot tell.
  func candidates(in index: WordIndex) -> Candidates? {
    guard let name else { return index.candidates(.sector, sector) }
    guard var found = name.candidates(in: index) else { return nil }
    if code != .none { found.formUnion(index.candidates(.code, code)) }
    return found
  }

  func matches(_ bytes: [UInt8], _ party: PartyRow) -> Bool {
    guard let name else {
      return party.sector == sector && (code == .none || party.code == code)
    }
    if code != .none, party.code == code { return true }
    return name.matches(bytes, party.name) || name.matches(bytes, party.text)
  }
}
