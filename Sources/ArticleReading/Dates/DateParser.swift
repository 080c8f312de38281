import NewsModel

/// Reads a day, and maybe a time of day, from tokens, in the notations of the world's news pages.
struct DateParser {
  /// A day as it was written; the year may be missing.
  struct Day: Hashable {
    var year: Int?
    var month: Int
    var day: Int

    /// Nil if the calendar has no such day, or the year is none of a newspaper's.
    var date: CalendarDate? {
      guard let year, (1800...2999).contains(year) else { return nil }
      return CalendarDate(year: year, month: month, day: day)
    }
  }

  /// A time of day.
  struct Time: Hashable {
    var hour: Int
    var minute: Int
    var second = 0
    /// `Z`, `+05:30`; nil if the text names no zone that is known for sure.
    var zone: String?
  }

  private let tokens: [DateToken]
  private var index = 0

  init(_ tokens: [DateToken]) { self.tokens = tokens }

  /// Whether all has been read.
  var isAtEnd: Bool { index >= tokens.count }

  private func token(_ ahead: Int = 0) -> DateToken? {
    index + ahead < tokens.count ? tokens[index + ahead] : nil
  }

  /// Skips marks, and words that are in `words`.
  mutating func skip(_ words: Set<String>) {
    while let token = token() {
      switch token {
      case .mark: index += 1
      case .word(let word) where words.contains(word): index += 1
      default: return
      }
    }
  }

  /// Skips what may follow a date on a line of its own.
  mutating func skipRest(_ words: Set<String>) {
    repeat { skip(words) } while skipNumber()
  }

  private mutating func skipNumber() -> Bool {
    guard case .number = token() else { return false }
    index += 1
    return true
  }

  // MARK: - Day

  /// Reads a day in any notation.
  mutating func day() -> Day? {
    switch token() {
    case .number(let value, digits: 8): basicDay(value)
    case .number(let value, digits: 4): yearFirst(value)
    case .number(let value, digits: 1...2): dayFirst(value)
    case .word: monthFirst()
    default: nil
    }
  }

  /// `20220110`
  private mutating func basicDay(_ value: Int) -> Day? {
    index += 1
    return Day(year: value / 10000, month: value / 100 % 100, day: value % 100)
  }

  /// `2022-01-10`, `2022/1/10`
  private mutating func yearFirst(_ year: Int) -> Day? {
    guard case .mark = token(1), case .number(let month, digits: 1...2) = token(2), token(3) == token(1),
      case .number(let day, digits: 1...2) = token(4)
    else { return nil }
    index += 5
    return Day(year: year, month: month, day: day)
  }

  /// `10 January 2022`, `10th of Jan`, `10-Jan-22`, `10.1.2022`; `10/1/2022` only if it can be read one way.
  private mutating func dayFirst(_ first: Int) -> Day? {
    index += 1
    if case .mark(let mark) = token(), case .number(let second, digits: 1...2) = token(1), token(2) == token(),
      case .number(let year, digits: 4) = token(3)
    {
      index += 4
      return Self.numeric(first, second, year, isDayFirst: mark == UInt8(ascii: "."))
    }
    skip(["st", "nd", "rd", "th", "of"])
    guard case .word(let word) = token(), let month = Self.month(word) else { return nil }
    index += 1
    return Day(year: year(), month: month, day: first)
  }

  private static func numeric(_ first: Int, _ second: Int, _ year: Int, isDayFirst: Bool) -> Day? {
    if isDayFirst || first > 12 || first == second { return Day(year: year, month: second, day: first) }
    return second > 12 ? Day(year: year, month: first, day: second) : nil
  }

  /// `January 10, 2022`, `Jan. 10`, `Jan 10 09:30:00 UTC 2022`
  private mutating func monthFirst() -> Day? {
    guard case .word(let word) = token(), let month = Self.month(word) else { return nil }
    index += 1
    if token() == .mark(UInt8(ascii: ".")) { index += 1 }
    guard case .number(let day, digits: 1...2) = token() else { return nil }
    index += 1
    if case .word(let ending) = token(), ["st", "nd", "rd", "th"].contains(ending) { index += 1 }
    return Day(year: year(), month: month, day: day)
  }

  /// A year of four digits, or of two behind a hyphen; the year of `Jan 10 09:30:00 UTC 2022` stands at the end.
  private mutating func year() -> Int? {
    let start = index
    skip([])
    if case .number(let year, digits: 4) = token() {
      index += 1
      return year
    }
    if index > start, case .number(let year, digits: 2) = token(), token(-1) == .mark(UInt8(ascii: "-")) {
      index += 1
      return year < 70 ? 2000 + year : 1900 + year
    }
    index = start
    if case .number(let year, digits: 4) = tokens.last, token(1) == .mark(UInt8(ascii: ":")) { return year }
    return nil
  }

  private static func month(_ word: String) -> Int? {
    guard word.utf8.count >= 3 else { return nil }
    if word == "sept" { return 9 }
    return months.firstIndex { $0 == word || (word.utf8.count == 3 && $0.hasPrefix(word)) }.map { $0 + 1 }
  }

  /// Whether a word is a month or a day of the week.
  static func isMonthOrWeekday(_ word: Bytes) -> Bool {
    let letters = String(decoding: word.prefix { $0.isLetter }.map(\.lowercased), as: UTF8.self)
    return DateReader.weekdays.contains(letters) || month(letters) != nil
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
  ]

  // MARK: - Time

  /// Reads a time of day if one follows.
  mutating func time() -> Time? {
    let start = index
    skip(["t", "at"])
    guard var time = clock() else {
      index = start
      return nil
    }
    switch half() {
    case "p" where time.hour < 12: time.hour += 12
    case "a" where time.hour == 12: time.hour = 0
    default: break
    }
    time.zone = zone()
    guard time.hour < 24, time.minute < 60, time.second <= 60 else { return nil }
    return time
  }

  /// `09:30`, `09:30:15.250`, `093015`
  private mutating func clock() -> Time? {
    if case .number(let value, digits: 6) = token() {
      index += 1
      return Time(hour: value / 10000, minute: value / 100 % 100, second: value % 100)
    }
    guard case .number(let hour, digits: 1...2) = token(), token(1) == .mark(UInt8(ascii: ":")),
      case .number(let minute, digits: 2) = token(2)
    else { return nil }
    index += 3
    var time = Time(hour: hour, minute: minute)
    guard token() == .mark(UInt8(ascii: ":")), case .number(let second, digits: 2) = token(1) else { return time }
    time.second = second
    index += 2
    if token() == .mark(UInt8(ascii: ".")), case .number = token(1) { index += 2 }
    return time
  }

  /// `am`, `p.m.`: "a" or "p".
  private mutating func half() -> String? {
    guard case .word(let word) = token() else { return nil }
    if word == "am" || word == "pm" {
      index += 1
      return String(word.prefix(1))
    }
    let stop = DateToken.mark(UInt8(ascii: "."))
    guard word == "a" || word == "p", token(1) == stop, token(2) == .word("m") else { return nil }
    index += token(3) == stop ? 4 : 3
    return word
  }

  private mutating func zone() -> String? {
    switch token() {
    case .word(let word):
      guard let zone = Self.zones[word] else { return nil }
      index += 1
      return zone
    case .mark(let sign) where sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"): return offset(sign)
    default: return nil
    }
  }

  /// `+0530`, `+05:30`, `+05`
  private mutating func offset(_ sign: UInt8) -> String? {
    var hours: Int
    var minutes = 0
    switch token(1) {
    case .number(let value, digits: 4): (hours, minutes) = (value / 100, value % 100)
    case .number(let value, digits: 2): hours = value
    default: return nil
    }
    index += 2
    if token() == .mark(UInt8(ascii: ":")), case .number(let value, digits: 2) = token(1) {
      minutes = value
      index += 2
    }
    guard hours < 24, minutes < 60 else { return nil }
    if hours == 0, minutes == 0 { return "Z" }
    return "\(Unicode.Scalar(sign))\(DateReader.twoDigits(hours)):\(DateReader.twoDigits(minutes))"
  }

  /// Zones of RFC 2822; the names of other zones mean different things in different countries.
  private static let zones = [
    "z": "Z", "utc": "Z", "gmt": "Z", "ut": "Z", "est": "-05:00", "edt": "-04:00", "cst": "-06:00", "cdt": "-05:00",
    "mst": "-07:00", "mdt": "-06:00", "pst": "-08:00", "pdt": "-07:00",
  ]
}
