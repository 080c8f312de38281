import JSONCoding
import NewsModel

/// Reads segment lines into the columns of a block.
struct LineIndexer {
  private(set) var columns: BlockColumns
  private let bytes: [UInt8]
  /// What the next event's sequence must be.
  private var nextSequence: Int
  // Memory that one event after another uses.
  private var actors: [PartyRow] = []
  private var recipients: [PartyRow] = []
  private var speakers: [PartyRow] = []

  /// Prepares to read lines of `bytes`, whose first event must have the sequence `firstEvent`.
  init(_ bytes: [UInt8], firstEvent: Int) {
    self.bytes = bytes
    columns = BlockColumns(bytes: bytes)
    nextSequence = firstEvent
  }

  /// Reads all of `bytes`: lines that each end in a newline.
  static func index(_ bytes: [UInt8], firstEvent: Int) throws(JSONError) -> BlockColumns {
    var indexer = LineIndexer(bytes, firstEvent: firstEvent)
    var start = 0
    while start < bytes.count { start = try indexer.readLine(from: start) }
    indexer.columns.names.pack()
    return indexer.columns
  }

  /// Reads one line, an article with its events, and returns where the next begins.
  private mutating func readLine(from start: Int) throws(JSONError) -> Int {
    var article = ArticleRow(firstEvent: UInt32(columns.events.count))
    var json = JSONReader(bytes, in: start..<bytes.count)
    try json.readObject { (key, json) throws(JSONError) in
      switch key {
      case "sequence": article.claim = try json.readInt()
      case "article": try readArticle(&json, into: &article)
      case "events": try json.readArray { (json) throws(JSONError) in try readEvent(&json) }
      default: break
      }
    }
    let end = json.offset
    guard end < bytes.count, bytes[end] == UInt8(ascii: "\n") else {
      throw JSONError("expected the end of the line", offset: end)
    }
    guard !article.id.isEmpty else { throw JSONError("an article without id", offset: start) }
    article.line = ByteRange(start..<end + 1)
    // An event without a time of its own has its article's date.
    for index in Int(article.firstEvent)..<columns.events.count where !columns.times[index].isKnown {
      columns.times[index] = article.time
    }
    columns.articles.append(article)
    return end + 1
  }

  private mutating func readArticle(_ json: inout JSONReader, into article: inout ArticleRow) throws(JSONError) {
    let start = json.offset
    try json.readObject { (key, json) throws(JSONError) in
      switch key {
      case "id":
        article.id = try json.readContent()
        article.key = hash(bytes.span.extracting(article.id.range))
      case "source": article.source = try json.readContent()
      case "title": article.title = try json.readContent()
      case "date": article.time = MinuteRange(articleDate: try json.readString())
      default: break
      }
    }
    article.json = ByteRange(start..<json.offset)
    article.sourceName = name(article.source)
  }

  /// The number of a name that stands in the bytes; of `other` where it is empty.
  private mutating func name(_ name: ByteRange, else other: ByteRange = .none) -> UInt32 {
    let bytes = self.bytes
    return columns.names.number(of: bytes.span.extracting((name.isEmpty ? other : name).range))
  }

  private mutating func readEvent(_ json: inout JSONReader) throws(JSONError) {
    let start = json.offset
    var event = EventRow()
    var fields = Fields()
    actors.removeAll(keepingCapacity: true)
    recipients.removeAll(keepingCapacity: true)
    speakers.removeAll(keepingCapacity: true)
    try json.readObject { (key, json) throws(JSONError) in
      switch key {
      case "id": event.id = try json.readContent()
      case "evidence": event.evidence = try json.readText()
      case "place": fields.country = try json.readPlace(of: bytes, into: &event)
      case "actors": try json.readParties(of: bytes, into: &actors)
      case "recipients": try json.readParties(of: bytes, into: &recipients)
      case "attribution": try readSpeaker(&json)
      default: try fields.read(key, &json)
      }
    }
    event.json = ByteRange(start..<json.offset)
    guard fields.sequence == nextSequence else {
      throw JSONError("expected the event of sequence \(nextSequence), found \(fields.sequence)", offset: start)
    }
    try append(event, fields)
  }

  private mutating func append(_ event: EventRow, _ fields: Fields) throws(JSONError) {
    guard let type = fields.type, let status = fields.status else {
      throw JSONError("an event without type or status", offset: event.json.range.lowerBound)
    }
    var event = event
    event.article = UInt32(columns.articles.count)
    event.place = name(event.placeName, else: event.placeText)
    event.firstParty = UInt32(columns.parties.count)
    event.endOfActors = append(actors)
    event.endOfRecipients = append(recipients)
    event.endOfParties = append(speakers)
    columns.events.append(event)
    columns.kinds.append(Kind.code(type, status))
    columns.countries.append(fields.country)
    columns.times.append(fields.time)
    columns.confidences.append(Float(fields.confidence))
    nextSequence += 1
  }

  /// Appends parties and returns the index after the last.
  private mutating func append(_ parties: [PartyRow]) -> UInt32 {
    for var party in parties {
      party.label = name(party.name, else: party.text)
      columns.parties.append(party)
    }
    return UInt32(columns.parties.count)
  }

  private mutating func readSpeaker(_ json: inout JSONReader) throws(JSONError) {
    try json.readObject { (key, json) throws(JSONError) in
      if key == "source" { speakers.append(try json.readParty(of: bytes)) }
    }
  }
}

/// The plain fields of an event.
private struct Fields {
  var sequence = 0
  var type: EventType?
  var status: EventStatus?
  var country = PackedCode.none
  var time = MinuteRange.unknown
  var confidence = 0.0

  mutating func read(_ key: String, _ json: inout JSONReader) throws(JSONError) {
    let offset = json.offset
    switch key {
    case "sequence": sequence = try json.readInt()
    case "type":
      let word = try json.readString()
      type = EventType(rawValue: word)
      if type == nil { throw JSONError("there is no event type '\(word)'", offset: offset) }
    case "status":
      let word = try json.readString()
      status = EventStatus(rawValue: word)
      if status == nil { throw JSONError("there is no status '\(word)'", offset: offset) }
    case "time": time = try json.readTime()
    case "confidence": confidence = try json.readDouble()
    default: break
    }
  }
}

extension JSONReader {
  /// Checks a string and returns where its content stands, as it is written.
  fileprivate mutating func readContent() throws(JSONError) -> ByteRange {
    guard try peek() == .string else { throw JSONError("expected a string", offset: offset) }
    let start = offset + 1
    try skipValue()
    return ByteRange(start..<offset - 1)
  }

  /// Reads an object and returns where the content of its member `text` stands.
  fileprivate mutating func readText() throws(JSONError) -> ByteRange {
    var text = ByteRange.none
    try readObject { (key, json) throws(JSONError) in
      if key == "text" { text = try json.readContent() }
    }
    return text
  }

  /// Reads a place; its country is returned.
  fileprivate mutating func readPlace(
    of bytes: [UInt8], into event: inout EventRow
  ) throws(JSONError) -> PackedCode {
    var country = PackedCode.none
    try readObject { (key, json) throws(JSONError) in
      switch key {
      case "text": event.placeText = try json.readContent()
      case "name": event.placeName = try json.readContent()
      case "country": country = PackedCode(bytes[try json.readContent().range])
      default: break
      }
    }
    return country
  }

  fileprivate mutating func readParties(of bytes: [UInt8], into list: inout [PartyRow]) throws(JSONError) {
    try readArray { (json) throws(JSONError) in list.append(try json.readParty(of: bytes)) }
  }

  fileprivate mutating func readParty(of bytes: [UInt8]) throws(JSONError) -> PartyRow {
    var party = PartyRow()
    try readObject { (key, json) throws(JSONError) in
      switch key {
      case "text": party.text = try json.readContent()
      case "name": party.name = try json.readContent()
      case "code": party.code = PackedCode(bytes[try json.readContent().range])
      case "sector": party.sector = PackedCode(bytes[try json.readContent().range])
      default: break
      }
    }
    return party
  }

  /// Reads what a time expression stands for.
  fileprivate mutating func readTime() throws(JSONError) -> MinuteRange {
    var time = TimeExpression(kind: .date, value: "", basis: .explicit)
    try readObject { (key, json) throws(JSONError) in
      switch key {
      case "value": time.value = try json.readString()
      case "end_value": time.endValue = try json.readString()
      default: break
      }
    }
    return time.range.map { MinuteRange($0) } ?? .unknown
  }
}
