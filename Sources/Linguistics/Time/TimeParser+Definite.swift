import NewsModel

extension TimeParser {
  /// What "the" stands in front of: "the past two years", "the 1990s", "the weekend", "the day before yesterday", "the
  /// future".
  func definite(at token: Int) -> TimeReading? {
    let next = skip(.fiscal, token + 1)
    switch kind(next) {
    case .shift: return shifted(at: next) ?? pastReference(at: next)
    case .position: return positioned(at: next)
    case .ordinal: return ordinalDate(at: next) ?? dayOfMonth(at: next)
    case .weekday where word(next).hasCapital:
      return weekdayBeside(word(next).value, next + 1) ?? weekdayOfWeek(word(next).value, skip(.of, next + 1))
    case .decade: return decade(at: next)
    case .season: return season(at: next, isNamed: true)
    case .number, .numberWord: return compoundOrdinal(at: next) ?? numbered(at: next)
    case .unit: return unit(at: next)
    case .more: return entireUnit(at: next)
    case .reference: return namedReference(at: next)
    case .dayPart: return dayPart(at: next)
    case .ago where kind(next + 1) == .decade: return decade(at: next + 1)
    default: return nil
    }
  }

  /// "the past" at the end of a phrase.
  private func pastReference(at token: Int) -> TimeReading? {
    guard word(token).value == TimeShift.past.rawValue, kind(token - 2) == .in || isAlone(token - 1..<token + 1) else {
      return nil
    }
    return isPlainWord(token + 1) ? nil : .reference("PAST_REF", token + 1)
  }

  /// "the 10th" of a month that was not said, behind a word that goes with days.
  private func dayOfMonth(at token: Int) -> TimeReading? {
    switch kind(token - 2) {
    case .on, .by, .until, .since: break
    // "from the 10th to the 15th": both are days.
    case .from, .between:
      guard [.to, .until, .and, .hyphen].contains(kind(token + 1)), kind(token + 2) == .the,
        namesDay(token + 3, before: token + 4)
      else { return nil }
      return numberedDay(at: token)
    case .to,
      .and where kind(token - 3) == .ordinal && kind(token - 4) == .the:
      break
    default: return nil
    }
    return namesDay(token, before: token + 1) ? numberedDay(at: token) : nil
  }

  /// "on 10th" without "the".
  func bareDay(at token: Int) -> TimeReading? {
    switch kind(token - 1) {
    case .on, .by, .until, .since:
      return word(token).digits > 0 && namesDay(token, before: token + 1) ? numberedDay(at: token) : nil
    default: return nil
    }
  }

  /// Whether an ordinal stands for a day by itself: no noun follows.
  func namesDay(_ token: Int, before next: Int) -> Bool {
    guard kind(token) == .ordinal, dayNumber(token) != nil else { return false }
    guard sentence.contains(next) else { return true }
    let isWord = isASCIILetter(text[Int(starts[next])])
    guard isWord else { return kind(next) == .comma || kind(next) == .none }
    guard word(token).digits > 0, let tag = tense.tag(next) else { return false }
    switch tag {
    case .nn, .nns, .nnp, .nnps, .jj, .jjr, .jjs, .cd, .vbn, .vbg: return false
    default: return true
    }
  }

  /// The day of the article's month, or of the one before or after it, that an ordinal names.
  func numberedDay(at token: Int) -> TimeReading? {
    guard kind(token) == .ordinal, let day = dayNumber(token), let anchor else { return nil }
    let looksAhead = tense.direction(of: token, in: sentence) == .future
    let months = looksAhead ? (day < anchor.day ? 1 : 0) : (day > anchor.day ? -1 : 0)
    guard let first = CalendarDate(year: anchor.year, month: anchor.month, day: 1)?.adding(months: months),
      let date = CalendarDate(year: first.year, month: first.month, day: day)
    else { return nil }
    return .moment(.day(date), token + 1, .relative)
  }

  /// "the three days", "the 1988 third quarter", "the 2014 election".
  private func numbered(at token: Int) -> TimeReading? {
    if let dated = dayMonth(at: token) { return dated }
    if let duration = amount(at: token, asDuration: kind(token) != .number || word(token).digits != 4) {
      return duration
    }
    return isPlainWord(token + 1) || isTitled(token + 1) ? nil : year(at: token)
  }

  func unit(at token: Int) -> TimeReading? {
    guard let unit = TimeUnit(rawValue: word(token).value) else { return nil }
    if let current = currentUnit(unit, token) ?? self.unit(unit, besideDateAt: token) { return current }
    switch unit {
    case .weekend:
      return anchored(token + 1) { Self.weekend($0, tense.direction(of: token, in: sentence), default: .past) }
    case .day: return dayBeforeYesterday(at: token)
    case .month where isAfterNext(token + 1): return anchored(token + 3) { Moment(.month, 2, from: $0) }
    case .year: return yearNumber(token + 1).map { .moment(.year($0.year), $0.end, .explicit) }
    case .week: return week(at: token)
    default: return nil
    }
  }

  /// "the week before Christmas", "the day after March 5".
  private func unit(_ unit: TimeUnit, besideDateAt token: Int) -> TimeReading? {
    guard unit.rawValue >= TimeUnit.day.rawValue, kind(token + 1) == .before, kind(token + 2) != .on,
      kind(token + 2) != .comma, var dated = date(after: token + 2), let day = dated.day,
      kind(token + 2) != .deictic || unit != .day, kind(dated.end) != .possessive,
      let moment = Moment(unit, isForm(token + 1, Self.before) ? -1 : 1, from: day)
    else { return nil }
    (dated.kind, dated.clock, dated.partial, dated.moment) = (.date, nil, nil, moment)
    return dated
  }

  /// "day after tomorrow", "week of 4 March", "week after next" without "the".
  func bareUnit(at token: Int) -> TimeReading? {
    guard kind(token - 1) != .number, kind(token - 1) != .numberWord, kind(token - 1) != .ordinal else { return nil }
    if isUnit(.day, token), kind(token + 1) == .before, kind(token + 2) == .deictic {
      return dayBeforeYesterday(at: token)
    }
    if isUnit(.week, token), kind(token + 1) == .of || isAfterNext(token + 1) { return week(at: token) }
    return numberedWeek(at: token) ?? unitLong(at: token)
  }

  /// "for the year", "during the month" at the end of a phrase: the article's own.
  private func currentUnit(_ unit: TimeUnit, _ token: Int) -> TimeReading? {
    guard unit == .week || unit == .month || unit == .quarter || unit == .year, kind(token - 2) == .during,
      kind(token + 1) == .none, !isPlainWord(token + 1), !word(token + 1).hasCapital
    else { return nil }
    if sentence.contains(token + 1), isASCIILetter(text[Int(starts[token + 1])]) { return nil }
    return anchored(token + 1) { Moment(unit, holding: $0) }
  }

  /// The weekend that is over, or at the end of the article's week if the words look ahead or it is the weekend.
  static func weekend(_ date: CalendarDate, _ direction: TimeDirection, default other: TimeDirection) -> Moment? {
    let direction = direction == .unknown ? other : direction
    return Moment(.weekend, holding: direction == .future || date.weekday >= 6 ? date : date.adding(days: -7))
  }

  /// "the day before yesterday", "the day after tomorrow"; "the day before" counts from the date spoken of.
  private func dayBeforeYesterday(at token: Int) -> TimeReading? {
    guard kind(token + 1) == .before else { return nil }
    let sign = isForm(token + 1, Self.before) ? -1 : 1
    if kind(token + 2) == .deictic, word(token + 2).value <= 3 {
      let day = word(token + 2).value - 2
      return anchored(token + 3) { .day($0.adding(days: day + sign)) }
    }
    guard !isPlainWord(token + 2), kind(token + 2) == .none || kind(token + 2) == .comma else {
      return nil
    }
    guard !sentence.contains(token + 2) || !isASCIILetter(text[Int(starts[token + 2])]) else { return nil }
    return referred(token + 2) { .day($0.adding(days: sign)) }
  }

  private static let before = HashSet.hash("before")

  /// "the future", "the moment", "the present".
  private func namedReference(at token: Int) -> TimeReading? {
    switch word(token).value {
    case 5:
      let isWhole = !isPlainWord(token + 1) && !(sentence.contains(token + 1) && word(token + 1).hasCapital)
      return isWhole ? .reference("FUTURE_REF", token + 1) : nil
    case 6: return kind(token - 2) == .at ? .reference("PRESENT_REF", token + 1) : nil
    default: return nil
    }
  }
}
