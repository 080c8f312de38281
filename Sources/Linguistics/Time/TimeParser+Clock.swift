import NewsModel

extension TimeParser {
  /// A time of day at `token`: minutes after midnight, and the token after it.
  func clockTime(_ token: Int) -> (minutes: Int, end: Int)? { writtenTime(token) ?? spokenTime(token) }

  /// A time of day in figures.
  private func writtenTime(_ token: Int) -> (minutes: Int, end: Int)? {
    let word = word(token)
    let next = token + 1
    switch word.kind {
    case .clock:
      if kind(next) == .meridiem { return afternoon(word.value, next) }
      return isTime(token) ? (word.value, skipZone(next)) : nil
    case .number where word.digits == 4 && kind(next) == .zone && word.value % 100 < 60 && word.value <= 2400:
      return (word.value / 100 * 60 + word.value % 100, skipZone(next))
    case .number where word.digits > 0 && word.digits <= 2 && kind(next) == .meridiem && word.value <= 12:
      return afternoon(word.value * 60, next)
    // "1140 a.m."
    case .number where word.digits == 4 && kind(next) == .meridiem && word.value % 100 < 60 && word.value < 1300:
      return afternoon(word.value / 100 * 60 + word.value % 100, next)
    case .decimal where kind(next) == .meridiem && word.value % 100 < 60 && word.value <= 1259:
      return afternoon(word.value / 100 * 60 + word.value % 100, next)
    default: return nil
    }
  }

  /// Whether "6:37" is a time of day and no score: a zone, a preposition or a date stands beside it.
  private func isTime(_ token: Int) -> Bool {
    if skipZone(token + 1) > token + 1 || isAlone(token..<token + 1) || partBehind(token + 1) != nil { return true }
    switch kind(token - 1) {
    case .at, .about, .from, .to, .until, .between, .since, .before, .by, .in, .comma, .and, .hyphen, .month, .weekday,
      .deictic, .number, .figures:
      return true
    default:
      let next = skip(.comma, token + 1)
      return kind(next) == .on || kind(next) == .weekday || kind(next) == .deictic || kind(next) == .hyphen
        || kind(next) == .to
    }
  }

  /// The time of day with the "a.m." or "p.m." at `meridiem`.
  func afternoon(_ minutes: Int, _ meridiem: Int) -> (minutes: Int, end: Int)? {
    guard minutes < 13 * 60 else { return (minutes, skipZone(meridiem + 1)) }
    let hour = minutes / 60 % 12 + (word(meridiem).value == 2 ? 12 : 0)
    return (hour * 60 + minutes % 60, skipZone(meridiem + 1))
  }

  /// The token after "GMT", "local time", "Moscow time", "Eastern", "Eastern Standard Time".
  func skipZone(_ token: Int) -> Int {
    if kind(token) == .zone { return token + 1 }
    if kind(token) == .local && kind(token + 1) == .time { return token + 2 }
    guard isTitled(token) else { return token }
    if let time = (token + 1...token + 2).first(where: { kind($0) == .time }),
      time == token + 1 || isTitled(token + 1)
    {
      return time + 1
    }
    return Self.zones.contains { isForm(token, $0) } && !isTitled(token + 1) ? token + 1 : token
  }

  private static let zones = ["eastern", "pacific", "central", "mountain"].map(HashSet.hash)

  /// Whether the number at `token` is an hour: "10 a.m.".
  func isClockHour(_ token: Int) -> Bool {
    kind(token) != .ordinal && (writtenTime(token) != nil || kind(token + 1) == .oclock || kind(token + 1) == .meridiem)
  }

  /// "14:00 GMT", "3 p.m. on Tuesday", "3 o'clock this afternoon", "at 9 tomorrow morning".
  func clock(at token: Int) -> TimeReading? {
    if let hours = hours(at: token), var reading = timed(Self.clockSuffix(hours.first), after: hours.end) {
      reading.lastValue = endValue(of: hours, on: reading)
      return reading
    }
    guard let time = clockTime(token) else { return hourOfDatedPart(at: token) }
    if let set = set(behind: time) { return set }
    guard isOpen(time, token) else { return timed(suffix(time.minutes, token), after: time.end) }
    if let (part, end) = partBehind(time.end) {
      return timed(suffix(part.minutes(ofHour: time.minutes), token), after: end)
    }
    guard let (day, part) = datedPart(behind: time.end) else {
      return timed(suffix(time.minutes, token), after: time.end)
    }
    var dated = day
    (dated.kind, dated.clock) = (.time, suffix(part.minutes(ofHour: time.minutes), token))
    return dated
  }

  /// Whether no "a.m.", "p.m." or hour after twelve tells the half of the day.
  func isOpen(_ time: (minutes: Int, end: Int), _ token: Int) -> Bool {
    time.minutes < 13 * 60 && !(token..<time.end).contains { kind($0) == .meridiem }
  }

  /// `T14:30`, with the seconds where the token has them.
  func suffix(_ minutes: Int, _ token: Int) -> String {
    let hasSeconds = kind(token) == .clock && word(token).digits > 0
    return Self.clockSuffix(minutes) + (hasSeconds ? ":" + padded(word(token).digits - 1, 2) : "")
  }

  /// "noon", "midnight Friday", "overnight".
  func dayPart(at token: Int) -> TimeReading? {
    guard let part = DayPart(rawValue: word(token).value) else { return nil }
    switch part {
    case .noon, .midnight, .midday: return timed(part.suffix, after: token + 1)
    case .night where isForm(token, Self.overnight): return timed(part.suffix, after: token + 1)
    default:
      if kind(token - 1) == .the, kind(token - 2) == .in, kind(token + 1) != .of { return partOfDay(at: token) }
      // "the morning of January 10", "morning" alone says nothing.
      guard kind(token + 1) == .of, var dated = date(after: token + 2) else { return nil }
      (dated.kind, dated.clock) = (.time, part.suffix)
      return dated
    }
  }

  /// The morning or evening of the day behind it or of the day spoken of: "in the evening", "in late afternoon".
  func partOfDay(at token: Int) -> TimeReading? {
    DayPart(rawValue: word(token).value).flatMap { timed($0.suffix, after: token + 1) }
  }

  static let overnight = HashSet.hash("overnight")

  /// A time of day with the date behind it, or on the article's day.
  func timed(_ suffix: String, after token: Int) -> TimeReading? {
    var reading: TimeReading
    if let dated = date(after: token) {
      reading = dated
    } else {
      var end = token
      if kind(end) == .in, kind(end + 1) == .the, kind(end + 2) == .dayPart { end += 3 }
      guard let today = anchored(end, { .day(sentenceDay ?? $0) }) else { return nil }
      reading = today
    }
    (reading.kind, reading.clock) = (.time, suffix)
    return reading
  }

  /// The value of the later end of a range of hours, on the day of its beginning or the next.
  func endValue(of hours: HourRange, on reading: TimeReading) -> String? {
    reading.day.map { day in
      let last = hours.last < hours.first ? day.adding(days: 1) : day
      return last.description + Self.clockSuffix(hours.last)
    }
  }

  /// The day named at `token`, behind a comma or "on".
  func date(after token: Int) -> TimeReading? {
    let next = skip(.on, skip(.comma, token))
    let dated: TimeReading? =
      switch kind(next) {
      case .month: monthDate(at: next)
      case .weekday: weekdayDate(at: next)
      case .deictic: deictic(at: next)
      case .number, .ordinal: dayMonth(at: next)
      case .the: dayMonth(at: next + 1) ?? definiteDay(at: next + 1)
      case .shift: shifted(at: next)
      case .figures: figures(at: next)
      case .holiday, .named, .newYear: holiday(at: next)
      default: nil
      }
    guard let dated, dated.lacksAnchor || dated.day != nil, dated.last == nil else { return nil }
    return dated
  }

  /// What "the" stands in front of, as far as it is no day counted from another, which could go on without end.
  private func definiteDay(at token: Int) -> TimeReading? {
    switch kind(token) {
    case .shift: shifted(at: token)
    case .unit where kind(token + 2) == .deictic: unit(at: token)
    case .ordinal where kind(token + 1) == .weekday || kind(token + 1) == .unit:
      kind(token + 2) == .before ? nil : ordinalDate(at: token)
    default: word(token).digits > 0 && namesDay(token, before: token + 1) ? numberedDay(at: token) : nil
    }
  }
}
