import JSONCoding
import NewsModel

/// Reads one dimension's values of events as numbers, and turns these into text again.
struct DimensionReader {
  private let dimension: EventDimension
  private var strings = StringTable()
  /// Values of one event's parties, each once.
  private var values: [UInt64] = []
  /// The time that was packed last: an article's events are often of one day.
  private var lastTime = (time: MinuteRange.unknown, packed: UInt64.max)

  /// Stands for "no value".
  private static let missing = UInt64.max

  init(_ dimension: EventDimension) { self.dimension = dimension }

  /// Calls `body` with each value that an event has, or with the one that means none.
  mutating func forEachValue(_ block: Block, _ index: Int, _ body: (UInt64) -> Void) {
    let columns = block.columns
    switch dimension {
    case .type: body(UInt64(columns.kinds[index] & 0x1F))
    case .status: body(UInt64(columns.kinds[index] & 0xE0))
    case .country: body(columns.countries[index] == .none ? Self.missing : UInt64(columns.countries[index].value))
    case .day:
      let time = columns.times[index]
      if time != lastTime.time { lastTime = (time, Self.pack(time)) }
      body(lastTime.packed)
    case .article: body(intern(columns, columns.articles[Int(columns.events[index].article)].id))
    case .source: body(intern(columns, columns.articles[Int(columns.events[index].article)].source))
    case .place:
      let event = columns.events[index]
      body(intern(columns, event.placeName.isEmpty ? event.placeText : event.placeName))
    case .actor: forEachParty(columns, columns.events[index].actors, body)
    case .recipient: forEachParty(columns, columns.events[index].recipients, body)
    case .speaker: forEachParty(columns, columns.events[index].speakers, body)
    }
  }

  private mutating func forEachParty(_ columns: BlockColumns, _ parties: Range<Int>, _ body: (UInt64) -> Void) {
    values.removeAll(keepingCapacity: true)
    for party in parties {
      let value = intern(columns, columns.parties[party].label)
      if !values.contains(value) { values.append(value) }
    }
    if values.isEmpty { return body(Self.missing) }
    for value in values { body(value) }
  }

  private mutating func intern(_ columns: BlockColumns, _ text: ByteRange) -> UInt64 {
    text.isEmpty ? Self.missing : UInt64(strings.number(of: text, in: columns.bytes))
  }

  private static func pack(_ time: MinuteRange) -> UInt64 {
    guard time.isKnown else { return missing }
    // What lies within a day counts as the day.
    let day = 1440
    let start = Int(time.start)
    let midnight = (start >= 0 ? start : start - (day - 1)) / day * day
    let counted =
      Int(time.end) <= midnight + day ? MinuteRange(start: Int32(midnight), end: Int32(midnight + day)) : time
    return UInt64(UInt32(bitPattern: counted.start)) << 32 | UInt64(UInt32(bitPattern: counted.end))
  }

  /// The value as text; nil for none.
  func text(_ value: UInt64) -> String? {
    if value == Self.missing { return nil }
    switch dimension {
    case .type: return Kind.type(UInt8(value)).rawValue
    case .status: return Kind.status(UInt8(value)).rawValue
    case .country: return PackedCode(value: UInt16(value)).text
    case .day:
      let start = Int32(bitPattern: UInt32(value >> 32))
      let end = Int32(bitPattern: UInt32(truncatingIfNeeded: value))
      return MinuteRange(start: start, end: end).calendarName
    case .article, .source, .place, .actor, .recipient, .speaker:
      // What stands in a JSON string is quoted to be read as one.
      var json = JSONReader([UInt8(ascii: "\"")] + strings[Int(value)] + [UInt8(ascii: "\"")])
      return try? json.readString()
    }
  }
}
