/// What `since` and `until` take: a date, a time, or words that count from now.
///
///     when   = ISO 8601 date, month, week or year | RFC 3339 time | "today" | "yesterday" | "tomorrow" | "now"
///            | ["+"] number ( "m" | "h" | "d" | "w" )            minutes, hours, days, weeks ago; with "+" from now
///
/// Days are days in UTC.
package struct TimeBound: Sendable, Hashable {
  private enum Meaning: Sendable, Hashable {
    case fixed(TimeRange)
    /// Days from today.
    case day(Int)
    /// Seconds from now.
    case offset(Int)
  }

  /// As it was written.
  package let text: String
  private let meaning: Meaning

  /// Nil for words that are no time.
  package init?(_ text: String) {
    self.text = text
    switch text.lowercased() {
    case "today": meaning = .day(0)
    case "yesterday": meaning = .day(-1)
    case "tomorrow": meaning = .day(1)
    case "now": meaning = .offset(0)
    case let word:
      if let seconds = Self.offset(word) {
        meaning = .offset(seconds)
      } else if text.utf8.count >= 4, let range = TimeRange(timexValue: text.uppercased()) {
        meaning = .fixed(range)
      } else {
        return nil
      }
    }
  }

  /// A day.
  package init(_ day: CalendarDate) {
    text = day.description
    meaning = .fixed(TimeRange(day))
  }

  /// The time that is meant: `since` counts from its start, `until` to its end.
  package func range(now: Timestamp) -> TimeRange {
    switch meaning {
    case .fixed(let range): return range
    case .day(let offset): return TimeRange(now.date.adding(days: offset))
    case .offset(let seconds):
      let start = now.seconds + seconds
      return TimeRange(start: Timestamp(seconds: start), end: Timestamp(seconds: start + 1))
    }
  }

  /// Reads `3d` as minus three days and `+12h` as twelve hours, in seconds.
  private static func offset(_ word: String) -> Int? {
    let isAhead = word.hasPrefix("+")
    let units: [Character: Int] = ["m": 60, "h": 3600, "d": 86_400, "w": 604_800]
    let body = isAhead ? word.dropFirst() : word[...]
    guard let unit = body.last.flatMap({ units[$0] }), let count = UInt16(body.dropLast()),
      body.first != "+"
    else { return nil }
    return (isAhead ? 1 : -1) * Int(count) * unit
  }
}
