import NewsModel

extension TimeParser {
  // MARK: - Numbers in dates

  /// A day of the month at `token`: "10", "10th", "tenth".
  func dayNumber(_ token: Int) -> Int? {
    let word = word(token)
    guard (1...31).contains(word.value) else { return nil }
    switch word.kind {
    case .number: return word.digits <= 2 && word.digits > 0 ? word.value : nil
    case .ordinal: return word.value
    default: return nil
    }
  }

  /// A year in figures or words at `token`, and the token after it.
  func yearNumber(_ token: Int) -> (year: Int, end: Int)? {
    let word = word(token)
    if word.kind == .number, word.digits == 4, (1000...2199).contains(word.value) { return (word.value, token + 1) }
    guard word.kind == .numberWord else { return nil }
    if word.value == 2, self.word(token + 1).kind == .multiplier, self.word(token + 1).value == 3 {
      guard let rest = smallNumber(skip(.and, token + 2)) else { return (2000, token + 2) }
      return (2000 + rest.value, rest.end)
    }
    guard (17...20).contains(word.value), let rest = smallNumber(token + 1), rest.value >= 10 else { return nil }
    return (word.value * 100 + rest.value, rest.end)
  }

  /// A number from 1 to 99 in words: "ninety-six", "twenty four".
  func smallNumber(_ token: Int) -> (value: Int, end: Int)? {
    let first = word(token)
    guard first.kind == .numberWord else { return nil }
    let next = skip(.hyphen, token + 1)
    if first.value >= 20, kind(next) == .numberWord, word(next).value < 10 {
      return (first.value + word(next).value, next + 1)
    }
    return (first.value, token + 1)
  }

  /// A year behind a month or season, with the comma or "of" before it.
  func followingYear(_ token: Int) -> (year: Int, end: Int)? {
    var next = token
    if kind(next) == .comma || kind(next) == .of || isYearJoint(next) { next += 1 }
    if let year = yearNumber(next), !isCount(year.end - 1) { return year }
    // "June last year", "in June of this year".
    next = skip(.the, next)
    guard kind(next) == .shift, let shift = TimeShift(rawValue: word(next).value), kind(next + 1) == .unit,
      word(next + 1).value == TimeUnit.year.rawValue
    else { return nil }
    return (shift.countsFromReference ? reference?.start : anchor).map { ($0.year + shift.offset, next + 2) }
  }

  /// "June in 2017", "Dec-2018": four figures behind "in" or a hyphen.
  private func isYearJoint(_ token: Int) -> Bool {
    let isJoint = kind(token) == .in || kind(token) == .hyphen || kind(token) == .slash
    return isJoint && word(token + 1).digits == 4 && kind(token - 1) != .number
  }

  /// Whether the number at `token` counts what follows: "2000 people", "30 percent".
  func isCount(_ token: Int) -> Bool {
    switch kind(token + 1) {
    case .counted, .multiplier, .units: true
    default: false
    }
  }

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
    let dayToken = skip(.the, token + 1)
    guard let day = dayNumber(dayToken), !isCount(dayToken), !isClockHour(dayToken) else {
      return monthAlone(month, token)
    }
    var end = dayToken + 1
    let last = lastDay(after: end, first: day, start: token)
    end = last?.end ?? end
    var year: Int?
    if let following = followingYear(end) { (year, end) = (following.year, following.end) }
    guard var reading = date(PartialDate(year: year, month: month, day: day), end, at: token) else {
      return monthAlone(month, token)
    }
    if let last { reading.last = sameMonth(reading, last.day) }
    return reading
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
    guard let day = dayNumber(token + 1), day > first, !isCount(token + 1), !isClockHour(token + 1) else { return nil }
    switch kind(token) {
    case .hyphen, .to, .slash: return (day, token + 2)
    case .and where day == first + 1 || kind(start - 1) == .between: return (day, token + 2)
    default: return nil
    }
  }

  /// A later day of the month of a reading.
  private func sameMonth(_ reading: TimeReading, _ day: Int) -> Moment? {
    guard let first = reading.day else { return nil }
    return CalendarDate(year: first.year, month: first.month, day: day).map { .day($0) }
  }

  /// "10 January 2022", "the 10th of January", "10-12 January".
  func dayMonth(at token: Int) -> TimeReading? {
    guard let day = dayNumber(token), kind(token - 1) != .blocked else { return nil }
    var next = token + 1
    let last = lastDay(after: next, first: day, start: token)
    next = last?.end ?? next
    if let written = writtenDate(day, at: next) { return written }
    if let last, let inMonth = days(day, last.day, ofMonthAt: skip(.of, next)) { return inMonth }
    next = skip(.of, next)
    guard kind(next) == .month, word(next).hasCapital || word(next).value != 5, !word(next).hasPrefix else {
      return nil
    }
    let month = word(next).value
    var end = next + 1
    var year: Int?
    if let following = followingYear(end) { (year, end) = (following.year, following.end) }
    guard var reading = date(PartialDate(year: year, month: month, day: day), end, at: next) else { return nil }
    if let last { reading.last = sameMonth(reading, last.day) }
    return reading
  }

  /// "4 to 23 of this month", "between 4 and 22 next month".
  private func days(_ first: Int, _ last: Int, ofMonthAt token: Int) -> TimeReading? {
    guard kind(token) == .shift, let shift = TimeShift(rawValue: word(token).value), kind(token + 1) == .unit,
      word(token + 1).value == TimeUnit.month.rawValue, let anchor
    else { return nil }
    let month = anchor.adding(months: shift.offset)
    guard let start = CalendarDate(year: month.year, month: month.month, day: first),
      let end = CalendarDate(year: month.year, month: month.month, day: last)
    else { return nil }
    var reading = TimeReading.moment(.day(start), token + 2, .relative)
    reading.last = .day(end)
    return reading
  }

  /// "05-Aug-2016", "22/Jan/2019": the token behind the day is the first separator.
  private func writtenDate(_ day: Int, at token: Int) -> TimeReading? {
    guard kind(token) == .hyphen || kind(token) == .slash, kind(token + 1) == .month, kind(token + 2) == kind(token),
      let year = yearNumber(token + 3)
    else { return nil }
    return CalendarDate(year: year.year, month: word(token + 1).value, day: day).map {
      .moment(.day($0), year.end, .explicit)
    }
  }

  // MARK: - Weekdays

  /// "Monday", "Monday, January 10", "Monday the 10th", "Monday of next week".
  func weekdayDate(at token: Int) -> TimeReading? {
    let weekday = word(token)
    guard weekday.hasCapital || ends[token] - starts[token] > 5,
      kind(token - 1) != .named || !word(token - 1).hasCapital
    else { return nil }
    let after = skip(.comma, token + 1)
    if var dated = kind(after) == .month ? monthDate(at: after) : dayMonth(at: skip(.the, after)), dated.day != nil {
      if var partial = dated.partial, let anchor {
        partial.weekday = weekday.value
        dated.moment = partial.moment(near: anchor, tense.direction(of: after, in: sentence)) ?? dated.moment
      }
      return dated
    }
    if kind(after) == .figures, let dated = figures(at: after), dated.day != nil { return dated }
    guard isWeekdayName(token) else { return nil }
    if let numbered = numberedWeekday(weekday.value, token + 1) { return numbered }
    if let inWeek = weekdayOfWeek(weekday.value, skip(.of, token + 1)) { return inWeek }
    return anchored(token + 1) { .day(Self.day(weekday.value, near: $0, tense.direction(of: token, in: sentence))) }
  }

  /// "Sun" and "Sat" are days only with a full stop.
  private func isWeekdayName(_ token: Int) -> Bool {
    let length = ends[token] - starts[token]
    return length > 3 || (text[Int(starts[token])] != UInt8(ascii: "S") && length == 3 && isAlone(token..<token + 1))
  }

  /// "Monday the 10th": the nearest that fits.
  private func numberedWeekday(_ weekday: Int, _ token: Int) -> TimeReading? {
    let next = skip(.comma, token)
    guard kind(next) == .the, kind(next + 1) == .ordinal, let day = dayNumber(next + 1), !isPlainWord(next + 2) else {
      return nil
    }
    return anchored(next + 2) { anchor in
      (0...200).lazy.flatMap { [anchor.adding(days: -$0), anchor.adding(days: $0)] }
        .first { $0.day == day && $0.weekday == weekday }.map { .day($0) }
    }
  }

  /// "Wednesday last week": the token after the weekday is the first of "last week".
  func weekdayOfWeek(_ weekday: Int, _ token: Int) -> TimeReading? {
    guard kind(token) == .shift, let shift = TimeShift(rawValue: word(token).value), !shift.countsFromReference,
      kind(token + 1) == .unit, word(token + 1).value == TimeUnit.week.rawValue
    else { return nil }
    return anchored(token + 2) { .day($0.adding(days: weekday - $0.weekday + 7 * shift.offset)) }
  }

  /// The weekday next to `anchor`, which may be the anchor itself; looking back unless the words look ahead.
  static func day(_ weekday: Int, near anchor: CalendarDate, _ direction: TimeDirection) -> CalendarDate {
    let ahead = (weekday - anchor.weekday + 7) % 7
    return anchor.adding(days: direction == .future || ahead == 0 ? ahead : ahead - 7)
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
    case .ambiguous(let dayFirst, let monthFirst):
      guard let anchor else { return .moment(.day(monthFirst), end, .explicit) }
      let isDayFirst =
        abs(dayFirst.daysSinceEpoch - anchor.daysSinceEpoch) < abs(monthFirst.daysSinceEpoch - anchor.daysSinceEpoch)
      return .moment(.day(isDayFirst ? dayFirst : monthFirst), end, .explicit)
    case .monthDay(let month, let day):
      // "9/11" is that day; "5/18" is a date only behind "on", for it may be a fraction.
      if month == 9, day == 11 {
        return CalendarDate(year: 2001, month: 9, day: 11).map { .moment(.day($0), end, .explicit) }
      }
      switch kind(token - 1) {
      case .on, .until, .since, .weekday: return date(PartialDate(month: month, day: day), end, at: token)
      case .from where kind(end) == .to || kind(end) == .hyphen || kind(end) == .until,
        .to where kind(token - 2) == .figures, .between:
        return date(PartialDate(month: month, day: day), end, at: token)
      default: return nil
      }
    }
  }
}
