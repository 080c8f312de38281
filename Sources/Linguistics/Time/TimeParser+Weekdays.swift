import NewsModel

extension TimeParser {
  /// "Monday", "Monday, January 10", "Monday the 10th", "Monday of next week".
  func weekdayDate(at token: Int) -> TimeReading? {
    let weekday = word(token)
    guard weekday.hasCapital || ends[token] - starts[token] > 5,
      kind(token - 1) != .named || !word(token - 1).hasCapital
    else { return nil }
    if let dated = dayBehindWeekday(token) { return dated }
    if let numbered = numberedWeekday(weekday.value, token + 1) { return numbered }
    guard isWeekdayName(token) else { return nil }
    if let inWeek = weekdayOfWeek(weekday.value, skip(.of, token + 1)) { return inWeek }
    if let counted = weekdayOfCountedWeek(weekday.value, skip(.comma, token + 1)) { return counted }
    if let beside = weekdayBeside(weekday.value, token + 1) { return beside }
    return anchored(token + 1) { .day(Self.day(weekday.value, near: $0, tense.direction(of: token, in: sentence))) }
  }

  /// The date that stands behind a weekday's name: "Monday, January 10", "Friday-Jun-15", "Tuesday 2022-01-11".
  func dayBehindWeekday(_ token: Int) -> TimeReading? {
    let isJoined = kind(token + 1) == .hyphen && touch(token, token + 1) && touch(token + 1, token + 2)
    let after = isJoined ? token + 2 : skip(.comma, token + 1)
    if var dated = kind(after) == .month ? monthDate(at: after) : dayMonth(at: skip(.the, after)), dated.day != nil {
      if var partial = dated.partial, let anchor {
        partial.weekday = word(token).value
        dated.moment = partial.moment(near: anchor, tense.direction(of: after, in: sentence)) ?? dated.moment
      }
      return dated
    }
    guard kind(after) == .figures, let dated = figures(at: after), dated.day != nil else { return nil }
    return dated
  }

  /// "Sun" and "Sat" are days only with a full stop.
  private func isWeekdayName(_ token: Int) -> Bool {
    let length = ends[token] - starts[token]
    return length > 3 || (text[Int(starts[token])] != UInt8(ascii: "S") && length == 3 && isAlone(token..<token + 1))
  }

  /// "Monday the 10th", "Sat 14th", "Monday 10." at the end of a phrase: the nearest that fits.
  private func numberedWeekday(_ weekday: Int, _ token: Int) -> TimeReading? {
    let article = skip(.comma, token)
    let next = skip(.the, article)
    guard let day = dayNumber(next), next > article || isDigit(text[Int(starts[next])]),
      kind(next) == .number || namesDay(next, before: next + 1)
    else {
      return nil
    }
    if kind(next) == .number, next != token || !endsDate(next + 1) || isClockHour(next) { return nil }
    let reach = kind(next) == .number ? 31 : 200
    return anchored(next + 1) { anchor in
      (0...reach).lazy.flatMap { [anchor.adding(days: -$0), anchor.adding(days: $0)] }
        .first { $0.day == day && $0.weekday == weekday }.map { .day($0) }
    }
  }

  /// "Thursday, two weeks from now": the weekday of the week so far away.
  private func weekdayOfCountedWeek(_ weekday: Int, _ token: Int) -> TimeReading? {
    guard let number = kind(token) == .a ? (1, token + 1) : smallAmount(token),
      kind(number.end) == .unit || kind(number.end) == .units, let unit = TimeUnit(rawValue: word(number.end).value),
      unit.rawValue >= TimeUnit.week.rawValue, let (sign, end) = fromToday(number.end + 1),
      sign > 0 || kind(token - 1) != .comma
    else { return nil }
    return anchored(end) { anchor in
      anchor.adding(sign * number.value, unit).map { .day($0.adding(days: weekday - $0.weekday)) }
    }
  }

  /// Which way "ago" or "from now" at `token` counts, and the token after it.
  private func fromToday(_ token: Int) -> (sign: Int, end: Int)? {
    switch (kind(token), word(token).value) {
    case (.ago, 1): (-1, token + 1)
    case (.ago, 4): (1, token + 1)
    case (.from, _) where kind(token + 1) == .reference && word(token + 1).value == 1: (1, token + 2)
    default: nil
    }
  }

  /// "Friday after next", "the Sunday before Christmas", "the Friday after March 5"; `token` is behind the weekday.
  func weekdayBeside(_ weekday: Int, _ token: Int) -> TimeReading? {
    if isAfterNext(token) {
      return anchored(token + 2) { .day(Self.day(weekday, near: $0.adding(days: 1), .future).adding(days: 7)) }
    }
    guard kind(token) == .before, kind(token + 1) != .weekday, kind(token + 1) != .deictic, kind(token + 1) != .on,
      kind(token + 1) != .comma, kind(token + 1) != .shift, var dated = date(after: token + 1), let day = dated.day,
      dated.clock == nil
    else { return nil }
    let isBefore = !isForm(token, HashSet.hash("after"))
    let moved = Self.day(weekday, near: day.adding(days: isBefore ? -1 : 1), isBefore ? .past : .future)
    (dated.partial, dated.moment) = (nil, .day(moved))
    return dated
  }

  /// "two Fridays ago", "three Mondays from now": counted from the article's day, which is none of them.
  func countedWeekday(at token: Int) -> TimeReading? {
    guard let number = smallAmount(token), number.value <= 60,
      kind(number.end) == .weekdays || kind(number.end) == .weekday,
      word(number.end).value <= 7
    else { return nil }
    let (weekday, next) = (word(number.end).value, number.end + 1)
    guard let (sign, end) = fromToday(next) else { return nil }
    return anchored(end) {
      let nearest = Self.day(weekday, near: $0.adding(days: sign), sign < 0 ? .past : .future)
      return .day(nearest.adding(days: 7 * sign * (number.value - 1)))
    }
  }

  /// A whole number in figures or words, and the token after it.
  func smallAmount(_ token: Int) -> (value: Int, end: Int)? {
    kind(token) == .number ? (word(token).value, token + 1) : smallNumber(token)
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
}
