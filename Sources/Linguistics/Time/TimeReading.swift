import NewsModel

/// What a run of tokens means, before it becomes a `TimeExpression`.
struct TimeReading {
  /// The token after the last.
  var end: Int
  var kind: TimeExpression.Kind
  /// The stretch of the calendar, where the words name one that could be found.
  var moment: Moment?
  /// What follows the day: `T14:00`, `TMO`.
  var clock: String?
  /// The value of what is no moment: `P3D`, `PRESENT_REF`.
  var fixedValue: String?
  /// The parts that the words give, where they give no year: a range may lend it one.
  var partial: PartialDate?
  /// Both readings of figures whose day and month could be either.
  var orders: (dayFirst: CalendarDate, monthFirst: CalendarDate)?
  var last: Moment?
  var lastValue: String?
  var basis: TimeExpression.Basis
  /// The words name a time that only the article's date could place, and there is none.
  var lacksAnchor = false

  static func moment(_ moment: Moment, _ end: Int, _ basis: TimeExpression.Basis) -> TimeReading {
    TimeReading(end: end, kind: .date, moment: moment, basis: basis)
  }

  static func fixed(_ value: String, _ kind: TimeExpression.Kind, _ end: Int) -> TimeReading {
    TimeReading(end: end, kind: kind, fixedValue: value, basis: .explicit)
  }

  static func reference(_ value: String, _ end: Int) -> TimeReading {
    TimeReading(end: end, kind: .date, fixedValue: value, basis: .relative)
  }

  static func unanchored(_ end: Int) -> TimeReading {
    TimeReading(end: end, kind: .date, basis: .relative, lacksAnchor: true)
  }

  /// The TIMEX3 value; empty where it could not be placed.
  var value: String {
    if let fixedValue { return fixedValue }
    guard let moment else { return "" }
    return moment.value + (clock ?? "")
  }

  var endValue: String? { lastValue ?? last.map { $0.value } }

  /// The day it stands for, where it is one.
  var day: CalendarDate? {
    guard case .day(let date)? = moment else { return nil }
    return date
  }
}

extension TimeParser {
  /// Keeps what a reading that begins at a token named, for those that count from it.
  mutating func remember(_ reading: TimeReading, at token: Int) {
    guard let moment = reading.moment else { return }
    reference = moment
    if let day = reading.day { sentenceDay = day }
    switch moment {
    case .day(let date): yearOfMonth[date.month] = date.year
    case .month(let year, let month): yearOfMonth[month] = year
    default: break
    }
    // "has lived here since May 2014" tells of today.
    if kind(token - 1) == .since { return }
    switch moment {
    case .day(let date) where reading.basis == .explicit: narratedYear = date.year == anchor?.year ? nil : date.year
    case .month(let year, _) where reading.basis == .explicit: narratedYear = year == anchor?.year ? nil : year
    default: break
    }
  }
}

/// A date of which the words give some parts.
struct PartialDate {
  var year: Int?
  var month: Int?
  var day: Int?
  var weekday: Int?

  /// The moment, if there is a year.
  var moment: Moment? {
    guard let year else { return nil }
    guard let month else { return .year(year) }
    guard let day else { return .month(year, month) }
    return CalendarDate(year: year, month: month, day: day).map { .day($0) }
  }

  /// The moment in the year that the anchor and the direction suggest.
  ///
  /// With a weekday, the nearest year in which it fits. Looking back, the latest that is not after the anchor; looking
  /// ahead, the first that is not before; otherwise the anchor's own year, save that in January December was last
  /// month.
  func moment(near anchor: CalendarDate, _ direction: TimeDirection) -> Moment? {
    guard year == nil, let month else { return moment }
    if let weekday, let day, let fitting = fitting(weekday, month, day, anchor.year) { return .day(fitting) }
    var candidate = self
    candidate.year = anchor.year
    let order = order(of: month, to: anchor)
    switch direction {
    case .past: if order > 0 { candidate.year = anchor.year - 1 }
    case .future: if order < 0 { candidate.year = anchor.year + 1 }
    case .unknown:
      if anchor.month >= 10, month <= 2 { candidate.year = anchor.year + 1 }
      if anchor.month <= 2, month >= 10 { candidate.year = anchor.year - 1 }
    }
    return candidate.moment
  }

  /// Negative before the anchor, positive after it.
  private func order(of month: Int, to anchor: CalendarDate) -> Int {
    month != anchor.month ? month - anchor.month : day.map { $0 - anchor.day } ?? 0
  }

  private func fitting(_ weekday: Int, _ month: Int, _ day: Int, _ year: Int) -> CalendarDate? {
    for offset in [0, -1, 1] {
      if let date = CalendarDate(year: year + offset, month: month, day: day), date.weekday == weekday { return date }
    }
    return nil
  }
}
