import NewsModel

// Parts of a larger stretch of time: weeks by their number or a day, the n-th or last week, day or month of something.
extension TimeParser {
  // MARK: - Weeks

  /// "week 31", of the year behind it or of the article's.
  func numberedWeek(at token: Int) -> TimeReading? {
    let number = word(token + 1)
    guard word(token).value == TimeUnit.week.rawValue, number.kind == .number, (1...53).contains(number.value),
      number.digits > 0, !isCount(token + 1), !isPlainWord(token + 2)
    else { return nil }
    if let year = followingYear(token + 2) { return .moment(.week(year.year, number.value), year.end, .explicit) }
    return anchored(token + 2) { .week($0.year, number.value) }
  }

  /// "the week of January 10", "the week starting Monday", "the week after next".
  func week(at token: Int) -> TimeReading? {
    let next = token + 1
    if kind(next) == .of { return week(holding: next + 1) }
    if isAfterNext(next) {
      return anchored(next + 2) { Moment(.week, 2, from: $0) }
    }
    if isForm(next, Self.before), kind(next + 1) == .shift, word(next + 1).value == TimeShift.last.rawValue {
      return anchored(next + 2) { Moment(.week, -2, from: $0) }
    }
    if Self.beginning.contains(where: { isForm(next, $0) }) { return week(holding: skip(.on, next + 1)) }
    return numberedWeek(at: token)
  }

  /// "after next", as in "the month after next".
  func isAfterNext(_ token: Int) -> Bool {
    isForm(token, Self.after) && kind(token + 1) == .shift && word(token + 1).value == TimeShift.next.rawValue
  }

  private static let after = HashSet.hash("after")
  private static let before = HashSet.hash("before")
  private static let beginning = ["beginning", "starting", "commencing", "ending"].map(HashSet.hash)

  private func week(holding token: Int) -> TimeReading? {
    guard let dated = date(after: token), let day = dated.day else { return nil }
    return Moment(.week, holding: day).map { .moment($0, dated.end, dated.basis) }
  }

  // MARK: - The n-th and the last

  /// "the first week of January", "the 15th day of next month", "the third month of 2021"; `token` is the "of".
  func part(_ ordinal: Int, _ unit: TimeUnit, of token: Int) -> TimeReading? {
    guard ordinal > 0, let whole = whole(token) else { return nil }
    let start = whole.start
    let moment: Moment? =
      switch unit {
      // The week of a month that holds its first, eighth, … day; of a year, the ISO week.
      case .week where whole.isYear: ordinal <= 53 ? .week(start.year, ordinal) : nil
      case .week where whole.isMonth: ordinal <= 5 ? Moment(.week, holding: start.adding(days: 7 * (ordinal - 1))) : nil
      case .day: .day(start.adding(days: ordinal - 1))
      case .month where whole.isYear && ordinal <= 12: .month(start.year, ordinal)
      case .weekend where whole.isMonth && ordinal <= 5:
        Moment(.weekend, holding: start.adding(days: (13 - start.weekday) % 7 + 7 * (ordinal - 1)))
      default: nil
      }
    guard let moment, let first = moment.start, first < whole.end else { return nil }
    return .moment(moment, whole.token, whole.basis)
  }

  /// "the last week of July", "the last day of next month", "the last month of 2020"; `token` is the "of".
  func lastPart(_ unit: TimeUnit, of token: Int) -> TimeReading? {
    guard let whole = whole(token) else { return nil }
    let last = whole.end.adding(days: -1)
    switch unit {
    // The last day of a year may be of the first week of the next.
    case .week: return Moment(.week, holding: whole.isYear ? last.adding(days: -3) : last).map { reading($0, whole) }
    case .weekend: return Moment(.weekend, holding: last.adding(days: -(last.weekday % 7))).map { reading($0, whole) }
    case .day: return reading(.day(last), whole)
    case .month where whole.isYear: return reading(.month(last.year, 12), whole)
    default: return nil
    }
  }

  private func reading(_ moment: Moment, _ whole: Whole) -> TimeReading { .moment(moment, whole.token, whole.basis) }

  /// A week, month or year of which something is a part.
  private struct Whole {
    var start: CalendarDate
    /// The day after its last.
    var end: CalendarDate
    var isMonth = false
    var isYear = false
    /// The token after it.
    var token: Int
    var basis: TimeExpression.Basis
  }

  /// What stands behind "of" at `token`: "July", "2016", "next month", "the year".
  private func whole(_ token: Int) -> Whole? {
    guard kind(token) == .of || kind(token) == .in else { return nil }
    let next = skip(.the, token + 1)
    let reading: TimeReading? =
      switch kind(next) {
      case .month: monthDate(at: next)
      case .shift where kind(next + 1) == .unit: shiftedWhole(next)
      case .number, .numberWord: yearNumber(next).map { .moment(.year($0.year), $0.end, .explicit) }
      case .unit where next > token + 1:
        TimeUnit(rawValue: word(next).value).flatMap { unit in anchored(next + 1) { Moment(unit, holding: $0) } }
      default: nil
      }
    guard let reading, let moment = reading.moment, let start = moment.start else { return nil }
    let (token, basis) = (reading.end, reading.basis)
    switch moment {
    case .week: return Whole(start: start, end: start.adding(days: 7), token: token, basis: basis)
    case .month: return Whole(start: start, end: start.adding(months: 1), isMonth: true, token: token, basis: basis)
    case .year: return Whole(start: start, end: start.adding(months: 12), isYear: true, token: token, basis: basis)
    default: return nil
    }
  }

  /// "next month", "last week", which is itself no part of something.
  private func shiftedWhole(_ token: Int) -> TimeReading? {
    guard let shift = TimeShift(rawValue: word(token).value), let unit = TimeUnit(rawValue: word(token + 1).value),
      shift != .same || reference != nil
    else { return nil }
    let moment: (CalendarDate) -> Moment? = { Moment(unit, shift.offset, from: $0) }
    return shift.countsFromReference ? referred(token + 2, moment) : anchored(token + 2, moment)
  }

  /// "the first Monday in October", "the last Friday of next month", "the second Sunday after Easter"; −1 is the last.
  func weekdayOfMonth(_ ordinal: Int, _ weekday: Int, _ token: Int) -> TimeReading? {
    guard (1...5).contains(ordinal) || ordinal == -1 else { return nil }
    if kind(token) == .before, ordinal > 0 { return weekdayAfterDate(ordinal, weekday, token) }
    guard let whole = whole(token), whole.isMonth else { return nil }
    if ordinal < 0 {
      let last = whole.end.adding(days: -1)
      return reading(.day(last.adding(days: -((last.weekday - weekday + 7) % 7))), whole)
    }
    let first = whole.start
    let day = first.adding(days: (weekday - first.weekday + 7) % 7 + 7 * (ordinal - 1))
    return day < whole.end ? reading(.day(day), whole) : nil
  }

  /// "the first Monday after Christmas"; `token` is the "after".
  private func weekdayAfterDate(_ ordinal: Int, _ weekday: Int, _ token: Int) -> TimeReading? {
    guard isForm(token, Self.after), var dated = date(after: token + 1), let day = dated.day else { return nil }
    let first = day.adding(days: (weekday - day.weekday + 6) % 7 + 1)
    (dated.kind, dated.clock, dated.partial, dated.moment) = (
      .date, nil, nil, .day(first.adding(days: 7 * (ordinal - 1)))
    )
    return dated
  }
}

extension CalendarDate {
  /// The day so many units later; nil for units of the clock and where the calendar ends.
  func adding(_ count: Int, _ unit: TimeUnit) -> CalendarDate? {
    guard abs(count) <= 9999 else { return nil }
    let moved: CalendarDate? =
      switch unit {
      case .second, .minute, .hour, .half, .quarter, .weekend: nil
      case .day: adding(days: count)
      case .week: adding(days: 7 * count)
      case .fortnight: adding(days: 14 * count)
      case .month: adding(months: count)
      case .year: adding(months: 12 * count)
      case .decade: adding(months: 120 * count)
      case .century: adding(months: 1200 * min(max(count, -99), 99))
      }
    return moved.flatMap { (0...9999).contains($0.year) ? $0 : nil }
  }
}
