import NewsModel

extension TimeParser {
  /// "yesterday", "today", "tomorrow", "tonight".
  func deictic(at token: Int) -> TimeReading? {
    let value = word(token).value
    // "USA Today", "The Tonight Show".
    if isTitled(token), isTitled(token - 1) || isTitled(token + 1) { return nil }
    guard var reading = anchored(token + 1, { .day($0.adding(days: value == 4 ? 0 : value - 2)) }) else { return nil }
    if value == 4 { (reading.kind, reading.clock) = (.time, DayPart.night.suffix) }
    return reading
  }

  /// "last week", "next Tuesday", "this morning", "the past two years", "last year's third quarter".
  func shifted(at token: Int) -> TimeReading? {
    guard var shift = TimeShift(rawValue: word(token).value) else { return nil }
    var next = token + 1
    // "this past spring", "this coming Sunday".
    if shift == .this, kind(next) == .shift, let second = TimeShift(rawValue: word(next).value) {
      (shift, next) = (second, next + 1)
    }
    next = skip(.fiscal, next)
    // "the next full year", "this whole week".
    if kind(next) == .more, kind(next + 1) == .unit { next += 1 }
    switch kind(next) {
    case .unit: return shiftedUnit(shift, next)
    case .weekday where word(next).hasCapital: return shiftedWeekday(shift, next)
    case .month where shift != .same && isMonth(next): return shiftedMonth(shift, next)
    case .season where shift != .same: return shiftedSeason(shift, word(next).value, next + 1)
    case .dayPart: return shiftedDayPart(shift, next)
    case .holiday, .named: return holiday(at: next, shift)
    case .half where shift != .this: return halfOfYear(shift == .last ? 2 : 1, after: next + 1)
    case .units where shift == .this: return .reference("PRESENT_REF", next + 1)
    case .units, .number, .numberWord, .vague, .multiplier, .a:
      guard shift != .same, let duration = amount(at: kind(next) == .a ? next + 1 : next, asDuration: true) else {
        return nil
      }
      return duration
    default: return nil
    }
  }

  private func shiftedUnit(_ shift: TimeShift, _ token: Int) -> TimeReading? {
    guard let unit = TimeUnit(rawValue: word(token).value), !isQuoted(token) else { return nil }
    let end = token + 1
    if shift == .last, let part = lastPart(unit, of: end) { return part }
    let isDay = unit == .day
    if shift.countsFromReference || (isDay && shift == .next) {
      guard reference != nil || shift != .same else { return nil }
      return referred(end) { Moment(unit, shift.offset, from: $0) }
    }
    // "this day" and "last minute" name no time.
    if isDay || unit.rawValue < TimeUnit.day.rawValue { return nil }
    // Two weeks are no stretch of the calendar.
    if unit == .fortnight { return fixed(unit.duration(1), .duration, end) }
    if unit == .year, let part = partOfYear(shift, possessive: end) { return part }
    if unit == .week, let day = dayOfWeek(shift, end) { return day }
    if unit == .weekend, shift == .this {
      return anchored(end) { Self.weekend($0, tense.direction(of: token, in: sentence), default: .future) }
    }
    if shift == .past, unit.rawValue > TimeUnit.week.rawValue, unit != .weekend {
      return fixed(unit.duration(1), .duration, end)
    }
    return anchored(end) { Moment(unit, shift.offset, from: $0) }
  }

  /// "next week on Tuesday".
  private func dayOfWeek(_ shift: TimeShift, _ token: Int) -> TimeReading? {
    let next = skip(.on, skip(.possessive, token))
    guard kind(next) == .weekday, word(next).hasCapital, kind(next + 1) != .comma else { return nil }
    let weekday = word(next).value
    return anchored(next + 1) { .day($0.adding(days: weekday - $0.weekday + 7 * shift.offset)) }
  }

  /// "ABC's “This Week”": both words have capitals behind a quote.
  private func isQuoted(_ token: Int) -> Bool {
    guard isTitled(token), sentence.contains(token - 2) else { return false }
    switch TextCharacter(text, Int(starts[token - 2])).kind {
    case .open, .straightQuote, .apostrophe: return isTitled(token - 1)
    default: return false
    }
  }

  /// The quarter, half, season or month of "last year's".
  private func partOfYear(_ shift: TimeShift, possessive token: Int) -> TimeReading? {
    guard kind(token) == .possessive, let anchor else { return nil }
    let year = anchor.year + shift.offset
    switch kind(token + 1) {
    case .ordinal: return quarterOrHalf(at: token + 1, year: year)
    case .season:
      return Moment.Season(rawValue: word(token + 1).value).map { .moment(.season(year, $0), token + 2, .relative) }
    case .month: return .moment(.month(year, word(token + 1).value), token + 2, .relative)
    default: return nil
    }
  }

  /// "last Friday" is the latest before the article, "next Friday" the first after it, "this Friday" the one of its
  /// week.
  private func shiftedWeekday(_ shift: TimeShift, _ token: Int) -> TimeReading? {
    let weekday = word(token).value
    if shift == .last, let last = weekdayOfMonth(-1, weekday, token + 1) { return last }
    if let dated = dayBehindWeekday(token) { return dated }
    let count: (CalendarDate) -> Moment? = { date in
      let ahead = (weekday - date.weekday + 7) % 7
      switch shift.offset {
      case -1: return .day(date.adding(days: ahead == 0 ? -7 : ahead - 7))
      case 1: return .day(date.adding(days: ahead == 0 ? 7 : ahead))
      default:
        return .day(Self.day(weekday, near: date, tense.direction(of: token, in: sentence) == .past ? .past : .future))
      }
    }
    return shift.countsFromReference && reference != nil ? referred(token + 1, count) : anchored(token + 1, count)
  }

  /// "last April" is the latest that is over, "next April" the first to come.
  private func shiftedMonth(_ shift: TimeShift, _ token: Int) -> TimeReading? {
    let month = word(token).value
    if let dated = monthDate(at: token), dated.basis == .explicit { return dated }
    let make: (CalendarDate) -> Moment? = { date in
      switch shift.offset {
      case -1: .month(month < date.month ? date.year : date.year - 1, month)
      case 1: .month(month > date.month ? date.year : date.year + 1, month)
      default: .month(date.year, month)
      }
    }
    return shift.countsFromReference ? referred(token + 1, make) : anchored(token + 1, make)
  }

  private func shiftedSeason(_ shift: TimeShift, _ season: Int, _ end: Int) -> TimeReading? {
    guard let season = Moment.Season(rawValue: season) else { return nil }
    return anchored(end) { date in
      let current = date.month % 12 / 3  // 0 is winter
      let order = (season.rawValue % 4) - current
      switch shift {
      // The spring that is past is of this year; "last spring", said in spring or before, of the year before.
      case .last, .past, .previous: return .season(order < 0 && season != .winter ? date.year : date.year - 1, season)
      case .next, .coming, .following:
        return .season(order > 0 || season == .winter ? date.year : date.year + 1, season)
      default: return .season(date.year, season)
      }
    }
  }

  /// "this morning", "last night", "that evening".
  private func shiftedDayPart(_ shift: TimeShift, _ token: Int) -> TimeReading? {
    guard let part = DayPart(rawValue: word(token).value), part.rawValue <= DayPart.night.rawValue else { return nil }
    if shift == .same, reference == nil { return nil }
    let make: (CalendarDate) -> Moment? = {
      .day($0.adding(days: shift == .past || shift == .coming ? 0 : shift.offset))
    }
    guard
      var reading = shift.countsFromReference || shift == .next ? referred(token + 1, make) : anchored(token + 1, make)
    else {
      return nil
    }
    (reading.kind, reading.clock) = (.time, part.suffix)
    return reading
  }

  /// "now", "recently", "recent months", "soon".
  func reference(at token: Int) -> TimeReading? {
    let next = token + 1
    switch word(token).value {
    case 1: return fromNow(at: token) ?? (kind(next) == .hyphen ? nil : .reference("PRESENT_REF", next))
    case 2: return .reference("PAST_REF", next)
    // "as soon as" compares, "shortly before" measures.
    case 3:
      return isForm(token - 1, Self.as) || kind(next) == .before || isForm(next, Self.afterwards)
        ? nil : .reference("FUTURE_REF", next)
    case 4: return .reference("PAST_REF", kind(next) == .units ? next + 1 : next)
    case 5: return kind(token - 1) == .in ? .reference("FUTURE_REF", next) : nil
    case 6: return kind(token - 1) == .at ? .reference("PRESENT_REF", next) : nil
    default: return nil
    }
  }

  private static let `as` = HashSet.hash("as")
  private static let afterwards = HashSet.hash("afterwards")

  /// "early Tuesday", "late last year", "the end of 1990", "later this month", "earlier on Sunday".
  func positioned(at token: Int) -> TimeReading? {
    let isPosition = kind(token) == .position
    // "start" and "end" are verbs too.
    if isPosition, word(token).value > 0, kind(token + 1) != .of { return nil }
    let whole = calendarTime(positionedAt: token)
    return isPosition && word(token).value == 2 ? whole.map(rest) : whole
  }

  /// Of a week, month or year that the article's day lies in, what is left of it.
  private func rest(of whole: TimeReading) -> TimeReading {
    guard let anchor, let moment = whole.moment, let start = moment.start, start <= anchor else { return whole }
    let end: CalendarDate
    switch moment {
    case .week: end = start.adding(days: 7)
    case .month: end = start.adding(months: 1)
    case .quarter: end = start.adding(months: 3)
    case .year: end = start.adding(months: 12)
    default: return whole
    }
    guard anchor < end else { return whole }
    var rest = TimeReading.moment(.day(anchor), whole.end, .relative)
    rest.last = .day(end.adding(days: -1))
    return rest
  }

  /// The stretch of the calendar behind a word of position.
  private func calendarTime(positionedAt token: Int) -> TimeReading? {
    var next = skip(.hyphen, token + 1)
    if kind(next) == .of || kind(next) == .in || kind(next) == .on { next += 1 }
    next = skip(.the, next)
    switch kind(next) {
    case .units: return earlyHours(next)
    case .unit:
      // "the end of the year".
      guard kind(next - 1) == .the || kind(next - 1) == .of, let unit = TimeUnit(rawValue: word(next).value),
        unit.rawValue >= TimeUnit.week.rawValue
      else { return nil }
      return anchored(next + 1) { Moment(unit, holding: $0) }
    case .season: return season(at: next, isNamed: true)
    case .dayPart where kind(token - 1) == .in || kind(token + 1) == .in || date(after: next + 1) != nil:
      return partOfDay(at: next)
    case .month: return monthDate(at: next)
    case .weekday: return weekdayDate(at: next)
    case .shift: return shifted(at: next)
    case .deictic: return deictic(at: next)
    case .decade: return decade(at: next)
    case .ordinal: return ordinalDate(at: next)
    case .holiday, .named, .newYear: return holiday(at: next)
    case .number where kind(token + 1) != .on:
      return yearNumber(next).flatMap { isCount(next) ? nil : .moment(.year($0.year), $0.end, .explicit) }
    default: return nil
    }
  }

  /// "the early hours of Wednesday".
  private func earlyHours(_ token: Int) -> TimeReading? {
    guard word(token).value == TimeUnit.hour.rawValue, kind(token + 1) == .of else { return nil }
    let next = skip(.the, token + 2)
    guard
      var dated = kind(next) == .weekday
        ? weekdayDate(at: next) : kind(next) == .month ? monthDate(at: next) : dayMonth(at: next)
    else { return nil }
    (dated.kind, dated.clock) = (.time, DayPart.morning.suffix)
    return dated
  }

  /// "ago" and "later" at the end of an amount; nil where the amount is a duration.
  func offset(_ unit: TimeUnit, _ count: Int?, _ token: Int) -> TimeReading? {
    guard kind(token) == .ago else { return fromNow(unit, count, token) }
    guard let count else { return .reference(word(token).value <= 2 ? "PAST_REF" : "FUTURE_REF", token + 1) }
    let end = token + 1
    switch word(token).value {
    case 1 where unit.rawValue < TimeUnit.day.rawValue:
      // Under a day back is still the article's day.
      return anchored(end) { .day($0.adding(days: unit == .hour ? -min(count, 9999) / 24 : 0)) }
    case 1: return anchored(end) { Moment(unit, -count, from: $0) }
    case 4: return anchored(end) { Moment(unit, count, from: $0) }
    case 2: return referred(end) { Moment(unit, -count, from: $0) }
    default: return referred(end) { Moment(unit, count, from: $0) }
    }
  }

  /// "three weeks from now", "two days after today".
  private func fromNow(_ unit: TimeUnit, _ count: Int?, _ token: Int) -> TimeReading? {
    guard let count, kind(token) == .from || kind(token) == .before else { return nil }
    if kind(token) == .from, kind(token + 1) == .reference, word(token + 1).value == 1 {
      return anchored(token + 2) { Moment(unit, count, from: $0) }
    }
    // "two weeks after May 13, 1999" is a day, and so far away.
    let isBefore = kind(token) == .before && !isForm(token, Self.after)
    guard kind(token + 1) != .on, kind(token + 1) != .comma, var dated = date(after: token + 1) else { return nil }
    guard var day = dated.day else { return dated.lacksAnchor ? dated : nil }
    // "a week from Friday" counts from the Friday to come.
    if kind(token) == .from, kind(token + 1) == .weekday, dated.end == token + 2, let anchor {
      day = Self.day(word(token + 1).value, near: anchor, .future)
    }
    guard let moved = day.adding(isBefore ? -count : count, unit) else { return nil }
    dated.moment = .day(moved)
    dated.partial = nil
    return dated
  }

  private static let after = HashSet.hash("after")
}
