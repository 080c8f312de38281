import NewsModel

/// A stretch of time in minutes since 1970, small enough to keep for every event; good for the years 0 to 6000.
struct MinuteRange: Sendable, Hashable {
  var start: Int32
  /// The minute after the last.
  var end: Int32

  /// No time is known: no bound is met.
  static let unknown = MinuteRange(start: .max, end: .min)

  init(start: Int32, end: Int32) {
    self.start = start
    self.end = end
  }

  /// The whole minutes around a range.
  init(_ range: TimeRange) {
    start = Self.minute(range.start)
    end = Self.minute(Timestamp(seconds: range.end.seconds + 59))
  }

  /// What an article's date, a day or a time, stands for.
  init(articleDate text: String) {
    self = TimeRange(timexValue: text).map { MinuteRange($0) } ?? .unknown
  }

  var isKnown: Bool { start < end }

  /// The minute that a moment lies in.
  static func minute(_ time: Timestamp) -> Int32 {
    Int32(clamping: (time.seconds >= 0 ? time.seconds : time.seconds - 59) / 60)
  }

  /// The day, week, month or year it is, else its first and last day with a slash between; nil where nothing is known.
  ///
  /// What lies within a day counts as that day.
  var calendarName: String? {
    guard isKnown else { return nil }
    let first = Timestamp(seconds: Int(start) * 60).date
    let last = Timestamp(seconds: Int(end) * 60 - 1).date
    if first == last { return first.description }
    let next = last.adding(days: 1)
    if first.weekday == 1, first.adding(days: 7) == next {
      let week = first.isoWeek
      return "\(CalendarDate.yearText(week.year))-W\(week.week < 10 ? "0" : "")\(week.week)"
    }
    if first.day == 1, first.adding(months: 1) == next { return String(first.description.prefix(7)) }
    if first.day == 1, first.month == 1, first.adding(months: 12) == next { return CalendarDate.yearText(first.year) }
    return "\(first)/\(last)"
  }
}

extension CalendarDate {
  fileprivate static func yearText(_ year: Int) -> String {
    String(repeating: "0", count: max(0, 4 - String(year).utf8.count)) + String(year)
  }
}
