import NewsModel

extension TimeParser {
  // MARK: - Months

  /// Whether the word at `token` is the name of a month: "may" and "march" are verbs too, and "Jan" is a person.
  func isMonth(_ token: Int) -> Bool {
    let month = word(token)
    guard month.kind == .month else { return false }
    let length = ends[token] - starts[token]
    guard month.hasCapital || month.hasPrefix else {
      return length > 3 && month.value != 3 && month.value != 5 && month.value != 8
    }
    guard length <= 3 || month.value == 3 || month.value == 8 else { return true }
    if month.hasPrefix || dayNumber(token + 1) != nil || followingYear(token + 1) != nil || dayNumber(token - 1) != nil
    {
      return true
    }
    if kind(token + 1) == .hyphen, word(token + 2).kind == .month, word(token + 2).hasCapital { return true }
    if let tag = tense.tag(token), month.value == 3 || month.value == 5 || month.value == 8 { return tag == .nnp }
    // "According to Jan Johnson".
    if length == 3, month.value != 5, isTitled(token + 1) { return false }
    switch kind(token - 1) {
    case .in, .since, .by, .until, .of, .shift, .position, .from, .to, .during, .before, .between, .every, .about, .on:
      return true
    default: return isAlone(token..<token + 1)
    }
  }

  /// "January 10, 2022", "Jan. 10-12", "March", "March of last year".
  func monthDate(at token: Int) -> TimeReading? {
    guard isMonth(token) else { return nil }
    let month = word(token).value
    if let joined = joinedDate(month, token) { return joined }
    guard let (day, dayEnd) = dayBehindMonth(skip(.the, token + 1)) else { return monthAlone(month, token) }
    let last = lastDay(after: dayEnd, first: day, start: token)
    let end = last?.end ?? dayEnd
    let year = yearOfDay(end)
    guard var reading = date(PartialDate(year: year?.year, month: month, day: day), year?.end ?? end, at: token) else {
      return monthAlone(month, token)
    }
    if let last { reading.last = sameMonth(reading, last.day) }
    return reading
  }

  /// The day behind a month; one in words only where a year or the end of a phrase is behind it.
  private func dayBehindMonth(_ token: Int) -> (day: Int, end: Int)? {
    guard let (day, end) = dayOfMonth(token), !isCount(end - 1), !isClockHour(token) else { return nil }
    let isPlain = dayNumber(token) != nil || followingYear(end) != nil || endsDate(end)
    return isPlain ? (day, end) : nil
  }

  /// "Sep-23-2020", "Jun-15": no space between month and day.
  private func joinedDate(_ month: Int, _ token: Int) -> TimeReading? {
    guard kind(token + 1) == .hyphen, touch(token, token + 1), touch(token + 1, token + 2),
      let day = dayNumber(token + 2)
    else { return nil }
    let year = kind(token + 3) == .hyphen || kind(token + 3) == .comma ? yearNumber(token + 4) : nil
    return date(PartialDate(year: year?.year, month: month, day: day), year?.end ?? token + 3, at: token)
  }

  private func monthAlone(_ month: Int, _ token: Int) -> TimeReading? {
    if let following = followingYear(token + 1) {
      return date(PartialDate(year: following.year, month: month), following.end, at: token)
    }
    return date(PartialDate(month: month), token + 1, at: token)
  }

  /// The last day of "10-12" and "10 and 11" behind the first.
  ///
  /// - Parameter start: first token of the date.
  private func lastDay(after token: Int, first: Int, start: Int) -> (day: Int, end: Int)? {
    let next = skip(.the, token + 1)
    guard let day = dayNumber(next), day > first, !isCount(next), !isClockHour(next) else { return nil }
    switch kind(token) {
    case .hyphen, .to, .until, .slash: return (day, next + 1)
    case .and where day == first + 1 || kind(start - 1) == .between: return (day, next + 1)
    default: return nil
    }
  }

  /// A later day of the month of a reading.
  private func sameMonth(_ reading: TimeReading, _ day: Int) -> Moment? {
    guard let first = reading.day else { return nil }
    return CalendarDate(year: first.year, month: first.month, day: day).map { .day($0) }
  }

  /// "10 January 2022", "the 10th of January", "10-12 January", "twenty-five January nineteen eighty-six".
  func dayMonth(at token: Int) -> TimeReading? {
    guard let (day, dayEnd) = dayOfMonth(token), kind(token - 1) != .blocked else { return nil }
    let last = lastDay(after: dayEnd, first: day, start: token)
    var next = last?.end ?? dayEnd
    if let written = writtenDate(day, at: next) { return written }
    if let inMonth = days(day, last?.day, ofMonthAt: next, start: token) { return inMonth }
    next = skip(.of, next)
    guard kind(next) == .month, word(next).hasCapital || word(next).value != 5, !word(next).hasPrefix else {
      return nil
    }
    let year = yearOfDay(next + 1)
    let end = year?.end ?? next + 1
    // "The two January attacks" were on no second.
    if kind(token) == .numberWord, kind(dayEnd - 1) == .numberWord, kind(token - 1) == .the || !endsDate(end) {
      return nil
    }
    let partial = PartialDate(year: year?.year, month: word(next).value, day: day)
    guard var reading = date(partial, end, at: next) else { return nil }
    if let last { reading.last = sameMonth(reading, last.day) }
    return reading
  }

  /// "4 to 23 of this month", "between 4 and 22 next month", "the 20th of last month", "the first of the month".
  private func days(_ first: Int, _ last: Int?, ofMonthAt token: Int, start: Int) -> TimeReading? {
    let next = skip(.of, token)
    guard last != nil || (next > token && endsOrdinal(token)), let month = monthNamed(next) else { return nil }
    guard let day = CalendarDate(year: month.first.year, month: month.first.month, day: first),
      endsDate(month.end) || last != nil
    else { return nil }
    var reading = TimeReading.moment(.day(day), month.end, .relative)
    if let last {
      guard let day = CalendarDate(year: day.year, month: day.month, day: last) else { return nil }
      reading.last = .day(day)
    }
    return reading
  }

  private func endsOrdinal(_ token: Int) -> Bool { kind(token - 1) == .ordinal }

  /// A day in the month that "this month" or "the month" at `token` names, and the token after it.
  private func monthNamed(_ token: Int) -> (first: CalendarDate, end: Int)? {
    let next = skip(.the, token)
    if next > token, isUnit(.month, next) { return anchor.map { ($0, next + 1) } }
    guard kind(next) == .shift, let shift = TimeShift(rawValue: word(next).value), isUnit(.month, next + 1) else {
      return nil
    }
    return anchor.map { ($0.adding(months: shift.offset), next + 2) }
  }

  /// "05-Aug-2016", "22/Jan/2019", "22-Jan": the token behind the day is the first separator.
  private func writtenDate(_ day: Int, at token: Int) -> TimeReading? {
    guard kind(token) == .hyphen || kind(token) == .slash, kind(token + 1) == .month else { return nil }
    let month = word(token + 1).value
    if kind(token + 2) == kind(token), let year = yearNumber(token + 3) {
      return CalendarDate(year: year.year, month: month, day: day).map { .moment(.day($0), year.end, .explicit) }
    }
    guard touch(token - 1, token), touch(token, token + 1), word(token + 1).hasCapital else { return nil }
    return date(PartialDate(month: month, day: day), token + 2, at: token + 1)
  }

  // MARK: - Figures

  /// "2022-01-10", "10/01/2022", "10.01.2022", "2021/22".
  func figures(at token: Int) -> TimeReading? {
    guard let shape = FigureDate(text, Int(starts[token])..<Int(ends[token])) else { return nil }
    let end = token + 1
    switch shape {
    case .day(let date, let clock):
      var reading = TimeReading.moment(.day(date), end, .explicit)
      if let clock { (reading.kind, reading.clock) = (.time, clock) }
      return reading
    case .years(let first, let last):
      var reading = TimeReading.moment(.year(first), end, .explicit)
      reading.last = .year(last)
      return reading
    case .ambiguous(let dayFirst, let monthFirst): return nearer(dayFirst, monthFirst, end)
    case .monthDay(let month, let day): return monthDay(month, day, at: token)
    }
  }

  /// The one of two readings that is nearer to the article's date.
  private func nearer(_ dayFirst: CalendarDate, _ monthFirst: CalendarDate, _ end: Int) -> TimeReading {
    let isDayFirst =
      anchor.map {
        abs(dayFirst.daysSinceEpoch - $0.daysSinceEpoch) < abs(monthFirst.daysSinceEpoch - $0.daysSinceEpoch)
      } ?? false
    var reading = TimeReading.moment(.day(isDayFirst ? dayFirst : monthFirst), end, .explicit)
    reading.orders = (dayFirst, monthFirst)
    return reading
  }

  /// "9/11" is that day; "5/18" is a date only with a word of dates before it or a time behind, for it may be a fraction.
  private func monthDay(_ month: Int, _ day: Int, at token: Int) -> TimeReading? {
    let end = token + 1
    if month == 9, day == 11 {
      return CalendarDate(year: 2001, month: 9, day: 11).map { .moment(.day($0), end, .explicit) }
    }
    let isDate =
      switch kind(token - 1) {
      case .on, .until, .since, .weekday, .between: true
      case .from: kind(end) == .to || kind(end) == .hyphen || kind(end) == .until
      case .to: kind(token - 2) == .figures
      default:
        kind(skip(.comma, end)) == .clock || kind(skip(.before, skip(.at, end)) + 1) == .meridiem
      }
    return isDate ? date(PartialDate(month: month, day: day), end, at: token) : nil
  }
}
