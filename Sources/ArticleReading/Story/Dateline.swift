import NewsModel

/// What stands before an agency's report: "GENEVA, Jan 10 (AFP) — ".
struct Dateline: Hashable {
  /// Bytes up to the first of the report itself.
  let length: Int
  /// The agency that is named.
  let agency: String?
  /// The day that is named, as far as `anchor` tells its year.
  let date: CalendarDate?

  /// Longest dateline.
  private static let longest = 120

  /// Finds a dateline at the start of a paragraph; nil if there is none.
  ///
  /// - Parameter anchor: The day before which a dateline without a year must lie.
  init?(_ paragraph: Bytes, anchor: CalendarDate?) {
    guard let separator = Separator.first(in: paragraph.prefix(Self.longest)) else { return nil }
    guard let head = DatelineHead(paragraph[..<separator.start]) else { return nil }
    let rest = paragraph[separator.end...]
    guard rest.isEmpty || head.isCertain || (head.isLikely(before: separator) && Self.startsSentence(rest)) else {
      return nil
    }
    length = separator.end - paragraph.startIndex
    agency = head.agency
    date = head.day.flatMap { DateReader.resolve($0, anchor: anchor) }
  }

  /// "NATO — the alliance — said" is no dateline.
  private static func startsSentence(_ rest: Bytes) -> Bool {
    guard let first = rest.first else { return true }
    return !first.isLower && first.isWord || first == UInt8(ascii: "\"") || first == UInt8(ascii: "'")
  }

  /// The mark between dateline and report.
  struct Separator {
    enum Kind { case dash, colon, bracket }
    let kind: Kind
    let start: Int
    let end: Int

    /// The first one that is not within brackets.
    static func first(in text: Bytes) -> Separator? {
      var depth = 0
      for index in text.indices {
        switch text[index] {
        case UInt8(ascii: "("), UInt8(ascii: "["): depth += 1
        case UInt8(ascii: ")"), UInt8(ascii: "]"): depth -= 1
        default: break
        }
        guard depth == 0, let found = mark(in: text, at: index) else { continue }
        let rest = text[found.end...].drop { $0 == 0x20 || $0 == UInt8(ascii: "-") }
        return Separator(kind: found.kind, start: index, end: rest.startIndex)
      }
      return nil
    }

    private static func mark(in text: Bytes, at index: Int) -> (kind: Kind, end: Int)? {
      let rest = text[index...]
      let isSpaced = index > text.startIndex && (text[index - 1] == 0x20 || text[index - 1] == UInt8(ascii: ")"))
      if rest.starts(with: "—".utf8) || rest.starts(with: "–".utf8) { return (.dash, index + 3) }
      if rest.starts(with: "--".utf8) || rest.starts(with: ".-".utf8) { return (.dash, index + 2) }
      if isSpaced, rest.first == UInt8(ascii: "-") { return (.dash, index + 1) }
      if rest.starts(with: ": ".utf8) { return (.colon, index + 2) }
      return nil
    }
  }
}

/// The parts of a dateline before its dash: place, region, day, agency.
private struct DatelineHead {
  private(set) var agency: String?
  private(set) var day: DateParser.Day?
  private var hasKnownAgency = false
  private var place = Place.none

  private enum Place { case none, capitals, names }

  /// Nil if some part can be nothing of the kind.
  init?(_ text: Bytes) {
    var rest = text.trimmed
    if let bracket = Self.bracket(at: &rest) {
      guard takeAgency(bracket) else { return nil }
    }
    let parts = rest.split { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "|") }.map(\.trimmed).filter { !$0.isEmpty }
    guard parts.count <= 4 else { return nil }
    for (index, part) in parts.enumerated() {
      if day == nil, let found = DateReader.readDay(Self.joined(parts[index...])) {
        day = found
        break
      }
      guard take(part, isFirst: index == 0) else { return nil }
    }
    guard place != .none || agency != nil else { return nil }
  }

  /// Whether agency or day make it a dateline whatever follows.
  var isCertain: Bool {
    if hasKnownAgency { return true }
    return place == .none ? false : day != nil || (agency != nil && place == .capitals)
  }

  /// Whether the place alone makes it one: "WASHINGTON — ", "Kyiv, Ukraine — ".
  func isLikely(before separator: Dateline.Separator) -> Bool {
    place == .capitals || (separator.kind == .dash && place == .names && hasRegion)
  }

  private var hasRegion = false

  private mutating func take(_ part: Bytes, isFirst: Bool) -> Bool {
    if let known = Agencies.exactly(part), agency == nil {
      agency = known
      hasKnownAgency = true
      return true
    }
    guard DateReader.readDay(part) == nil, part.words.count <= 4, let kind = Self.placeKind(part) else { return false }
    if isFirst || place == .none { place = kind } else { hasRegion = true }
    return true
  }

  /// The words in the last bracket at the end, which is cut off.
  private static func bracket(at rest: inout Bytes) -> Bytes? {
    guard let last = rest.last, last == UInt8(ascii: ")") || last == UInt8(ascii: "]") else { return nil }
    let opening = last == UInt8(ascii: ")") ? UInt8(ascii: "(") : UInt8(ascii: "[")
    guard let start = rest.lastIndex(of: opening) else { return nil }
    let words = rest[(start + 1)...].dropLast()
    rest = rest[..<start].trimmed
    return words
  }

  private mutating func takeAgency(_ name: Bytes) -> Bool {
    let first = name.split { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ",") }.first ?? name
    if let known = Agencies.exactly(first) {
      (agency, hasKnownAgency) = (known, true)
      return true
    }
    let words = name.words
    guard name.count <= 40, (1...5).contains(words.count), words.allSatisfy({ $0.first.map { !$0.isLower } == true })
    else {
      return false
    }
    agency = name.string
    return true
  }

  /// Capitals, or words that each begin with one; nil for anything else.
  private static func placeKind(_ part: Bytes) -> Place? {
    guard let first = part.first, first.isUpper || first >= 0x80, !labels.contains(part.string) else { return nil }
    if !part.contains(where: \.isLower) {
      return part.count >= 3 && !part.contains(where: \.isDigit) && !acronyms.contains(part.string) ? .capitals : nil
    }
    let isName = part.words.allSatisfy { word in
      word.first.map { !$0.isLower && $0.isWord && !$0.isDigit } == true || particles.contains(word.string)
    }
    return isName ? .names : nil
  }

  private static func joined(_ parts: ArraySlice<Bytes>) -> Bytes { Array(parts.joined(separator: [0x2C, 0x20]))[...] }

  private static let particles: Set = ["of", "the", "de", "la", "le", "el", "al", "du", "da", "do", "and", "upon"]
  /// Words in capitals that begin reports and are no places.
  private static let labels: Set = [
    "BREAKING", "BREAKING NEWS", "UPDATE", "UPDATED", "EXCLUSIVE", "ANALYSIS", "EXPLAINER", "OPINION", "LIVE", "WATCH",
    "JUST IN", "DEVELOPING", "FACTBOX", "FEATURE", "INTERVIEW", "VIDEO", "PHOTOS", "NEWS",
  ]
  private static let acronyms: Set = [
    "NATO", "WHO", "OPEC", "IMF", "ASEAN", "UNHCR", "UNICEF", "UNESCO", "WTO", "IAEA", "OSCE", "ECOWAS", "BRICS", "FBI",
    "CIA", "NASA", "USA", "FIFA", "UEFA", "MSF", "ICC", "ICJ", "ISIS", "ISIL", "IDF", "PLO", "PKK", "YPG", "RSF",
  ]
}
