import NewsModel

/// A stretch of the calendar that a TIMEX3 value names.
enum Moment: Sendable, Hashable {
  case day(CalendarDate)
  /// ISO 8601 week, and the year it belongs to.
  case week(Int, Int)
  case weekend(Int, Int)
  case month(Int, Int)
  case quarter(Int, Int)
  case half(Int, Int)
  case season(Int, Season)
  case year(Int)
  /// The tens of years: 199 is the 1990s.
  case decade(Int)
  /// The hundreds of years: 19 is 1900–1999.
  case century(Int)

  enum Season: Int, Sendable {
    case spring = 1, summer, autumn, winter

    var code: String {
      switch self {
      case .spring: "SP"
      case .summer: "SU"
      case .autumn: "FA"
      case .winter: "WI"
      }
    }
  }

  /// The unit that holds `date`.
  init?(_ unit: TimeUnit, holding date: CalendarDate) {
    switch unit {
    case .second, .minute, .hour: return nil
    case .day: self = .day(date)
    case .week, .fortnight: self = .week(date.isoWeek.year, date.isoWeek.week)
    case .weekend: self = .weekend(date.isoWeek.year, date.isoWeek.week)
    case .month: self = .month(date.year, date.month)
    case .quarter: self = .quarter(date.year, (date.month + 2) / 3)
    case .half: self = .half(date.year, date.month > 6 ? 2 : 1)
    case .year: self = .year(date.year)
    case .decade: self = .decade(date.year / 10)
    case .century: self = .century(date.year / 100)
    }
  }

  /// The unit that holds the day so many units away from `date`.
  init?(_ unit: TimeUnit, _ count: Int, from date: CalendarDate) {
    // Texts can say "a million years ago"; the calendar ends before.
    guard abs(count) <= 9999 else { return nil }
    let shifted =
      switch unit {
      case .second, .minute, .hour: date
      case .day: date.adding(days: count)
      case .week, .weekend: date.adding(days: 7 * count)
      case .fortnight: date.adding(days: 14 * count)
      case .month: date.adding(months: count)
      case .quarter: date.adding(months: 3 * count)
      case .half: date.adding(months: 6 * count)
      case .year: date.adding(months: 12 * count)
      case .decade: date.adding(months: 120 * count)
      case .century: date.adding(months: 1200 * min(max(count, -99), 99))
      }
    guard shifted.year >= 0, shifted.year <= 9999 else { return nil }
    self.init(unit, holding: shifted)
  }

  /// The TIMEX3 value.
  var value: String {
    switch self {
    case .day(let date): date.description
    case .week(let year, let week): "\(padded(year, 4))-W\(padded(week, 2))"
    case .weekend(let year, let week): "\(padded(year, 4))-W\(padded(week, 2))-WE"
    case .month(let year, let month): "\(padded(year, 4))-\(padded(month, 2))"
    case .quarter(let year, let quarter): "\(padded(year, 4))-Q\(quarter)"
    case .half(let year, let half): "\(padded(year, 4))-H\(half)"
    case .season(let year, let season): "\(padded(year, 4))-\(season.code)"
    case .year(let year): padded(year, 4)
    case .decade(let decade): padded(decade, 3)
    case .century(let century): padded(century, 2)
    }
  }

  /// A day within it, from which "the following day" or "a week later" is counted.
  var start: CalendarDate? {
    switch self {
    case .day(let date): return date
    case .week(let year, let week), .weekend(let year, let week):
      // The fourth of January is in week 1.
      guard let fourth = CalendarDate(year: year, month: 1, day: 4) else { return nil }
      return fourth.adding(days: 1 - fourth.weekday + 7 * (week - 1))
    case .month(let year, let month): return CalendarDate(year: year, month: month, day: 1)
    case .quarter(let year, let quarter): return CalendarDate(year: year, month: quarter * 3 - 2, day: 1)
    case .half(let year, let half): return CalendarDate(year: year, month: half * 6 - 5, day: 1)
    case .season(let year, let season): return CalendarDate(year: year, month: season.rawValue * 3, day: 1)
    case .year(let year): return CalendarDate(year: year, month: 1, day: 1)
    case .decade(let decade): return CalendarDate(year: decade * 10, month: 1, day: 1)
    case .century(let century): return CalendarDate(year: century * 100, month: 1, day: 1)
    }
  }
}

/// A number with zeros in front up to a width.
func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
