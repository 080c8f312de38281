import JSONCoding
import NewsModel

/// Reads one dimension's values of events as numbers, and turns these into text again.
///
/// Within a block a value is a code, as small as can be: names have the numbers that the block gave them. Across blocks it is
/// a value that is the same everywhere. 0 stands for "no value" in both, and is all that a reader of no dimension finds.
struct DimensionReader {
  private let dimension: EventDimension?
  private let view: StoreView
  /// The names of all blocks that had one counted.
  private var names = NameTable()
  /// Value of each name's number in the present block; 0 as long as nobody asked for it.
  private var values: [UInt64] = []

  init(_ dimension: EventDimension?, of view: StoreView) {
    self.dimension = dimension
    self.view = view
  }

  /// Whether there is no dimension to read.
  var isOfNothing: Bool { dimension == nil }

  /// How many codes there are in a block; nil where they are too far apart to be worth a place each.
  func codeCount(_ block: Block) -> Int? {
    switch dimension {
    case nil: 1
    case .type: EventType.allCases.count + 1
    case .status: EventStatus.allCases.count + 1
    case .country, .day: nil
    case .article: block.articleCount + 1
    case .source, .place, .actor, .recipient, .speaker: block.columns.names.count + 1
    }
  }

  /// The code of the value that an event has, or 0; nil for a dimension of which it may have several.
  @inline(never)
  func soleCode(_ columns: BlockColumns, _ index: Int) -> UInt64? {
    switch dimension {
    case nil: 0
    case .type: UInt64(columns.kinds[index] & 0x1F) + 1
    case .status: UInt64(columns.kinds[index] >> 5) + 1
    case .country: UInt64(columns.countries[index].value)
    case .day: Self.pack(columns.times[index])
    case .article: UInt64(columns.events[index].article) + 1
    case .source: Self.code(columns.articles[Int(columns.events[index].article)].sourceName)
    case .place: Self.code(columns.events[index].place)
    case .actor, .recipient, .speaker: nil
    }
  }

  /// Calls `body` with the code of each value that an event has, or with 0.
  @inline(__always)
  func forEachCode(_ columns: BlockColumns, _ index: Int, _ body: (UInt64) -> Void) {
    switch dimension {
    case .actor: Self.forEachLabel(columns.parties, columns.events[index].actors, body)
    case .recipient: Self.forEachLabel(columns.parties, columns.events[index].recipients, body)
    case .speaker: Self.forEachLabel(columns.parties, columns.events[index].speakers, body)
    default: if let code = soleCode(columns, index) { body(code) }
    }
  }

  /// Appends the code of each value that an event has, or 0.
  @inline(never)
  func appendCodes(_ columns: BlockColumns, _ index: Int, to codes: inout [UInt64]) {
    forEachCode(columns, index) { codes.append($0) }
  }

  @inline(__always)
  private static func code(_ name: UInt32) -> UInt64 { UInt64(name &+ 1) }

  /// Each label once, however many of the parties have it.
  @inline(__always)
  private static func forEachLabel(_ parties: [PartyRow], _ range: Range<Int>, _ body: (UInt64) -> Void) {
    if range.isEmpty { return body(0) }
    for index in range {
      let label = parties[index].label
      var isRepeated = false
      for earlier in range.lowerBound..<index where parties[earlier].label == label { isRepeated = true }
      if !isRepeated { body(code(label)) }
    }
  }

  private static func pack(_ time: MinuteRange) -> UInt64 {
    guard time.isKnown else { return 0 }
    // What lies within a day counts as the day.
    let day = 1440
    let start = Int(time.start)
    let midnight = (start >= 0 ? start : start - (day - 1)) / day * day
    let counted =
      Int(time.end) <= midnight + day ? MinuteRange(start: Int32(midnight), end: Int32(midnight + day)) : time
    return UInt64(UInt32(bitPattern: counted.start)) << 32 | UInt64(UInt32(bitPattern: counted.end))
  }

  // MARK: - Across blocks

  /// Makes ready for the codes of a block.
  mutating func enter(_ block: Block) {
    switch dimension {
    case .source, .place, .actor, .recipient, .speaker:
      values.removeAll(keepingCapacity: true)
      values.append(contentsOf: repeatElement(0, count: block.columns.names.count))
    case nil, .type, .status, .country, .day, .article: break
    }
  }

  /// The value that a code of the block entered last stands for.
  mutating func value(of code: UInt64, in block: Block) -> UInt64 {
    if code == 0 { return 0 }
    switch dimension {
    case nil, .type, .status, .country, .day: return code
    case .article: return UInt64(block.firstArticle) + code
    case .source, .place, .actor, .recipient, .speaker:
      let number = Int(code) - 1
      if values[number] == 0 { values[number] = UInt64(names.number(of: number, in: block.columns.names)) + 1 }
      return values[number]
    }
  }

  /// A value as text; nil for none.
  func text(_ value: UInt64) -> String? {
    if value == 0 { return nil }
    switch dimension {
    case nil: return nil
    case .type: return Kind.type(UInt8(value - 1)).rawValue
    case .status: return Kind.status(UInt8(value - 1) << 5).rawValue
    case .country: return PackedCode(value: UInt16(value)).text
    case .day:
      let start = Int32(bitPattern: UInt32(value >> 32))
      let end = Int32(bitPattern: UInt32(truncatingIfNeeded: value))
      return MinuteRange(start: start, end: end).calendarName
    case .article: return view.article(number: Int(value) - 1)?.id
    case .source, .place, .actor, .recipient, .speaker: return Self.unquoted(names[Int(value) - 1])
    }
  }

  /// The text of a JSON string's content.
  private static func unquoted(_ content: ArraySlice<UInt8>) -> String? {
    if !content.contains(UInt8(ascii: "\\")) { return String(decoding: content, as: UTF8.self) }
    var json = JSONReader([UInt8(ascii: "\"")] + content + [UInt8(ascii: "\"")])
    return try? json.readString()
  }
}
