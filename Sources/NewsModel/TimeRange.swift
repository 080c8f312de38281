/// A stretch of time, from its first second to the one after its last.
package struct TimeRange: Sendable, Hashable {
  package var start: Timestamp
  /// The second after the last.
  package var end: Timestamp

  package init(start: Timestamp, end: Timestamp) {
    self.start = start
    self.end = max(start, end)
  }

  /// A day in UTC.
  package init(_ day: CalendarDate) { self.init(days: day, 1) }

  private init(days first: CalendarDate, _ count: Int) {
    self.init(start: Timestamp(first), end: Timestamp(first.adding(days: count)))
  }

  private init(months first: CalendarDate, _ count: Int) {
    self.init(start: Timestamp(first), end: Timestamp(first.adding(months: count)))
  }

  /// The time that a TIMEX3 value, an ISO 8601 date or an RFC 3339 time names; nil where it names no stretch of the calendar.
  ///
  ///     value   = year | year "-" ( month | quarter | half | season | week ["-WE"] | day ["T" time] ) | decade | century
  ///     year    = 4 digits ; decade = 3 digits ; century = 2 digits
  ///     month   = "01"…"12" ; quarter = "Q1"…"Q4" ; half = "H1" | "H2" ; season = "SP" | "SU" | "FA" | "WI"
  ///     week    = "W01"…"W53", after ISO 8601 ; day = month "-" "01"…"31"
  ///     time    = RFC 3339, or without seconds or zone, then in UTC; a part of the day ("MO", "NI") is the whole day
  ///
  /// A winter runs from December of its year into the next. Durations, sets, `PRESENT_REF` and the like give nil.
  package init?(timexValue value: some StringProtocol) {
    if value.utf8.count == 10, let day = CalendarDate(value) {
      // By far the most frequent.
      self.init(day)
      return
    }
    let bytes = Array(value.utf8)
    switch bytes.count {
    case 2, 3, 4: self.init(yearPrefix: bytes[...])
    case 7...: self.init(partOfYear: bytes)
    default: return nil
    }
  }

  /// A year, or what its first two or three digits name.
  private init?(yearPrefix digits: ArraySlice<UInt8>) {
    guard let number = Self.number(digits) else { return nil }
    let span = [100, 10, 1][digits.count - 2]
    guard let first = CalendarDate(year: number * span, month: 1, day: 1) else { return nil }
    self.init(months: first, 12 * span)
  }

  private init?(partOfYear bytes: [UInt8]) {
    guard bytes[4] == UInt8(ascii: "-"), let year = Self.number(bytes[..<4]) else { return nil }
    if bytes.count >= 10, let day = CalendarDate(String(decoding: bytes[..<10], as: UTF8.self)) {
      self.init(day: day, time: bytes[10...])
    } else if bytes[5] == UInt8(ascii: "W"), bytes[6] != UInt8(ascii: "I") {
      self.init(year: year, week: bytes[6...])
    } else if bytes.count == 7 {
      self.init(year: year, part: String(decoding: bytes[5...], as: UTF8.self))
    } else {
      return nil
    }
  }

  /// A month, quarter, half or season.
  private init?(year: Int, part: String) {
    let parts: [String: (month: Int, months: Int)] = [
      "Q1": (1, 3), "Q2": (4, 3), "Q3": (7, 3), "Q4": (10, 3), "H1": (1, 6), "H2": (7, 6),
      "SP": (3, 3), "SU": (6, 3), "FA": (9, 3), "WI": (12, 3),
    ]
    guard let (month, months) = parts[part] ?? Int(part).map({ ($0, 1) }),
      let first = CalendarDate(year: year, month: month, day: 1)
    else { return nil }
    self.init(months: first, months)
  }

  /// A week after ISO 8601, or its weekend: `02`, `02-WE`.
  private init?(year: Int, week text: ArraySlice<UInt8>) {
    let isWeekend = text.count == 5 && text.dropFirst(2).elementsEqual("-WE".utf8)
    guard text.count == 2 || isWeekend, let week = Self.number(text.prefix(2)), (1...53).contains(week),
      let fourth = CalendarDate(year: year, month: 1, day: 4)
    else { return nil }
    // The 4th of January always lies in week 1.
    let monday = fourth.adding(days: 1 - fourth.weekday + 7 * (week - 1))
    guard monday.isoWeek == (year, week) else { return nil }
    self.init(days: isWeekend ? monday.adding(days: 5) : monday, isWeekend ? 2 : 7)
  }

  /// A day, or a time of it: `T14:30`, `T14:30:00Z`, `TNI`.
  private init?(day: CalendarDate, time: ArraySlice<UInt8>) {
    guard let first = time.first else {
      self.init(day)
      return
    }
    guard first | 0x20 == UInt8(ascii: "t") else { return nil }
    let text = String(decoding: time, as: UTF8.self)
    let candidates = [(text, 1), (text + "Z", 1), (text + ":00Z", 60), (text + ":00:00Z", 3600)]
    for (candidate, seconds) in candidates {
      guard let start = Timestamp("\(day)\(candidate)") else { continue }
      self.init(start: start, end: Timestamp(seconds: start.seconds + seconds))
      return
    }
    self.init(day)
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    var value = 0
    for byte in digits {
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return value
  }
}

extension TimeExpression {
  /// The stretch of the calendar that the value names, to the end of `endValue` if there is one; nil for durations, sets and the unresolved.
  package var range: TimeRange? {
    guard let range = TimeRange(timexValue: value) else { return nil }
    guard let last = endValue.flatMap({ TimeRange(timexValue: $0) }) else { return range }
    return TimeRange(start: range.start, end: max(range.end, last.end))
  }
}
