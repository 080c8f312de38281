import JSONCoding
import NewsModel

/// What a block keeps: the lines, and a row for each article, event and party in them.
struct BlockColumns: Sendable {
  /// Whole lines, each with its newline.
  var bytes: [UInt8]
  var articles: [ArticleRow] = []
  var events: [EventRow] = []
  /// Type and status of each event, see `Kind`.
  var kinds: [UInt8] = []
  /// Country of each event's place.
  var countries: [PackedCode] = []
  /// When each event was, or else its article's date.
  var times: [MinuteRange] = []
  var confidences: [Float] = []
  var parties: [PartyRow] = []
  /// What parties, places and sources are counted under.
  var names = NameTable()

  init(bytes: [UInt8] = []) { self.bytes = bytes }

  /// Whether a stretch of the lines reads so.
  func hasText(_ text: borrowing Swift.Span<UInt8>, at range: ByteRange) -> Bool {
    isEqual(bytes.span.extracting(range.range), text)
  }

  /// Quotes a stretch of the lines that is a value.
  func write(_ range: ByteRange, to json: inout JSONWriter) { json.raw(bytes.span.extracting(range.range)) }

  /// Appends the rows of another block and its lines.
  mutating func append(_ other: BlockColumns) {
    let shift = (bytes: bytes.count, articles: articles.count, events: events.count, parties: parties.count)
    let numbers = (0..<other.names.count).map { names.number(of: $0, in: other.names) }
    bytes += other.bytes
    kinds += other.kinds
    countries += other.countries
    times += other.times
    confidences += other.confidences
    articles += other.articles.map { $0.shifted(by: shift.bytes, events: shift.events, numbers) }
    events += other.events.map {
      $0.shifted(by: shift.bytes, articles: shift.articles, parties: shift.parties, numbers)
    }
    parties += other.parties.map { $0.shifted(by: shift.bytes, numbers) }
  }

  /// Makes room for the rows of many blocks.
  mutating func reserveCapacity(for blocks: some Collection<BlockColumns>) {
    func sum(_ count: (BlockColumns) -> Int) -> Int { blocks.reduce(0) { $0 + count($1) } }
    let eventCount = sum { $0.events.count }
    bytes.reserveCapacity(sum { $0.bytes.count })
    articles.reserveCapacity(sum { $0.articles.count })
    events.reserveCapacity(eventCount)
    kinds.reserveCapacity(eventCount)
    countries.reserveCapacity(eventCount)
    times.reserveCapacity(eventCount)
    confidences.reserveCapacity(eventCount)
    parties.reserveCapacity(sum { $0.parties.count })
  }
}

/// Where an article stands.
struct ArticleRow: Sendable {
  /// The whole line with its newline.
  var line = ByteRange.none
  /// The article's object.
  var json = ByteRange.none
  /// Content of its id.
  var id = ByteRange.none
  /// Hash of its id.
  var key: UInt64 = 0
  /// Content of its source and of its title.
  var source = ByteRange.none
  var title = ByteRange.none
  /// Its date.
  var time = MinuteRange.unknown
  /// Its claim number.
  var claim = 0
  /// Index of its first event.
  var firstEvent: UInt32
  /// Number of its source's name.
  var sourceName = NameTable.none

  func shifted(by offset: Int, events: Int, _ numbers: [UInt32]) -> ArticleRow {
    var row = self
    row.line = line.shifted(by: offset)
    row.json = json.shifted(by: offset)
    row.id = id.shifted(by: offset)
    row.source = source.shifted(by: offset)
    row.title = title.shifted(by: offset)
    row.firstEvent += UInt32(events)
    row.sourceName = numbers.renamed(sourceName)
    return row
  }
}

/// Where an event stands.
struct EventRow: Sendable {
  /// The event's object.
  var json = ByteRange.none
  /// Content of its id.
  var id = ByteRange.none
  /// Content of the evidence's text.
  var evidence = ByteRange.none
  /// Content of the place's text and name.
  var placeText = ByteRange.none
  var placeName = ByteRange.none
  /// Number of the name its place is counted under: the gazetteer's, else the words of the text.
  var place = NameTable.none
  /// Index of its article.
  var article: UInt32 = 0
  /// Indexes of its parties: actors, then recipients, then the speaker if there is one.
  var firstParty: UInt32 = 0
  var endOfActors: UInt32 = 0
  var endOfRecipients: UInt32 = 0
  var endOfParties: UInt32 = 0

  var actors: Range<Int> { Int(firstParty)..<Int(endOfActors) }
  var recipients: Range<Int> { Int(endOfActors)..<Int(endOfRecipients) }
  var speakers: Range<Int> { Int(endOfRecipients)..<Int(endOfParties) }

  func shifted(by offset: Int, articles: Int, parties: Int, _ numbers: [UInt32]) -> EventRow {
    var row = self
    row.json = json.shifted(by: offset)
    row.id = id.shifted(by: offset)
    row.evidence = evidence.shifted(by: offset)
    row.placeText = placeText.shifted(by: offset)
    row.placeName = placeName.shifted(by: offset)
    row.place = numbers.renamed(place)
    row.article += UInt32(articles)
    row.firstParty += UInt32(parties)
    row.endOfActors += UInt32(parties)
    row.endOfRecipients += UInt32(parties)
    row.endOfParties += UInt32(parties)
    return row
  }
}

/// One who acts, receives or speaks.
struct PartyRow: Sendable {
  /// Content of the mention and of the name.
  var text = ByteRange.none
  var name = ByteRange.none
  var code = PackedCode.none
  var sector = PackedCode.none
  /// Number of the name the party is counted under: the canonical one, else the words of the mention.
  var label = NameTable.none

  func shifted(by offset: Int, _ numbers: [UInt32]) -> PartyRow {
    var row = self
    row.text = text.shifted(by: offset)
    row.name = name.shifted(by: offset)
    row.label = numbers.renamed(label)
    return row
  }
}

extension [UInt32] {
  /// The number that a name has in the table these were made for.
  fileprivate func renamed(_ number: UInt32) -> UInt32 { number == NameTable.none ? number : self[Int(number)] }
}

/// Type and status of an event in one byte.
enum Kind {
  private static let types = Dictionary(uniqueKeysWithValues: EventType.allCases.enumerated().map { ($1, UInt8($0)) })
  private static let statuses = Dictionary(
    uniqueKeysWithValues: EventStatus.allCases.enumerated().map { ($1, UInt8($0)) })

  /// The status is in the three high bits.
  static func code(_ type: EventType, _ status: EventStatus) -> UInt8 {
    (types[type] ?? 0) | (statuses[status] ?? 0) << 5
  }

  static func type(_ code: UInt8) -> EventType { EventType.allCases[Int(code & 0x1F)] }
  static func status(_ code: UInt8) -> EventStatus { EventStatus.allCases[Int(code >> 5)] }
}
