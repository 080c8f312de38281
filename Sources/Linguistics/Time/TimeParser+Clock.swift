import NewsModel

extension TimeParser {
  /// A time of day in figures at `token`: minutes after midnight, and the token after it.
  func clockTime(_ token: Int) -> (minutes: Int, end: Int)? {
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
    case .number where kind(next) == .oclock && (1...12).contains(word.value) && word.digits > 0,
      .numberWord where kind(next) == .oclock && (1...12).contains(word.value):
      return (word.value * 60, skipZone(next + 1))
    default: return nil
    }
  }

  /// Whether "6:37" is a time of day and no score: a zone, a preposition or a date stands beside it.
  private func isTime(_ token: Int) -> Bool {
    if skipZone(token + 1) > token + 1 || isAlone(token..<token + 1) { return true }
    switch kind(token - 1) {
    case .at, .about, .from, .to, .until, .between, .since, .before, .by, .in, .comma, .and, .hyphen, .month, .weekday,
      .deictic, .number:
      return true
    default:
      let next = skip(.comma, token + 1)
      return kind(next) == .on || kind(next) == .weekday || kind(next) == .deictic || kind(next) == .hyphen
        || kind(next) == .to
    }
  }

  private func afternoon(_ minutes: Int, _ meridiem: Int) -> (minutes: Int, end: Int)? {
    guard minutes < 13 * 60 else { return (minutes, skipZone(meridiem + 1)) }
    let hour = minutes / 60 % 12 + (word(meridiem).value == 2 ? 12 : 0)
    return (hour * 60 + minutes % 60, skipZone(meridiem + 1))
  }

  /// The token after "GMT", "local time".
  private func skipZone(_ token: Int) -> Int {
    if kind(token) == .zone { return token + 1 }
    return kind(token) == .local && kind(token + 1) == .time ? token + 2 : token
  }

  /// Whether the number at `token` is an hour: "10 a.m.".
  func isClockHour(_ token: Int) -> Bool { kind(token) != .ordinal && clockTime(token) != nil }

  /// "14:00 GMT", "3 p.m. on Tuesday", "3 o'clock this afternoon".
  func clock(at token: Int) -> TimeReading? {
    if let hours = hours(at: token), var reading = timed(Self.clockSuffix(hours.first), after: hours.end) {
      reading.lastValue = endValue(of: hours, on: reading)
      return reading
    }
    guard let time = clockTime(token) else { return nil }
    if let set = set(behind: time) { return set }
    return timed(Self.clockSuffix(time.minutes), after: time.end)
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

  private static let overnight = HashSet.hash("overnight")

  /// A time of day with the date behind it, or on the article's day.
  private func timed(_ suffix: String, after token: Int) -> TimeReading? {
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
  private func endValue(of hours: HourRange, on reading: TimeReading) -> String? {
    reading.day.map { day in
      let last = hours.last < hours.first ? day.adding(days: 1) : day
      return last.description + Self.clockSuffix(hours.last)
    }
  }

  /// A set with a time of day: "every Monday at 4 p.m.", "every evening at 9 p.m.".
  func timed(set reading: TimeReading?) -> TimeReading? {
    guard var reading, let value = reading.fixedValue, value.hasPrefix("XXXX"),
      let time = clockTime(skip(.at, reading.end))
    else { return reading }
    reading.fixedValue = String(value.prefix { $0 != "T" }) + Self.clockSuffix(time.minutes)
    reading.end = time.end
    return reading
  }

  /// "9 a.m. every Sunday", "9 a.m. on Sundays": the set that the time of day belongs to.
  private func set(behind time: (minutes: Int, end: Int)) -> TimeReading? {
    let next = skip(.on, time.end)
    let days: TimeReading? =
      switch kind(next) {
      case .every: every(at: next)
      case .weekdays: fixed("XXXX-WXX-\(word(next).value)", .set, next + 1)
      default: nil
      }
    guard var days, let value = days.fixedValue, value.hasPrefix("XXXX"), !value.contains("T") else { return nil }
    days.fixedValue = value + Self.clockSuffix(time.minutes)
    return days
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
      case .the: dayMonth(at: next + 1) ?? (kind(next + 1) == .shift ? shifted(at: next + 1) : nil)
      case .shift: shifted(at: next)
      case .figures: figures(at: next)
      case .holiday, .named, .newYear: holiday(at: next)
      default: nil
      }
    guard let dated, dated.lacksAnchor || dated.day != nil, dated.last == nil else { return nil }
    return dated
  }

  /// A reading with the time of day behind it: "Tuesday morning", "January 10 at 3 p.m.".
  func extended(_ reading: TimeReading?, _ token: Int) -> TimeReading? {
    guard var reading, reading.lacksAnchor || reading.day != nil, reading.last == nil,
      reading.kind == .date || DayPart(suffix: reading.clock) != nil
    else { return reading }
    var next = reading.end
    if kind(next) == .dayPart, !isForm(next, Self.overnight), let part = DayPart(rawValue: word(next).value) {
      (reading.kind, reading.clock, reading.end) = (.time, part.suffix, next + 1)
      next += 1
    } else if kind(next) == .in, kind(next + 1) == .the, kind(next + 2) == .dayPart,
      let part = DayPart(rawValue: word(next + 2).value)
    {
      (reading.kind, reading.clock, reading.end) = (.time, part.suffix, next + 3)
      next += 3
    }
    if let part = DayPart(suffix: reading.clock), let hour = hour(of: part, at: next) {
      (reading.clock, reading.end) = (Self.clockSuffix(hour.minutes), hour.end)
      return reading
    }
    if let part = DayPart(suffix: reading.clock), let hours = hours(of: part, at: next) {
      (reading.clock, reading.end) = (Self.clockSuffix(hours.first), hours.end)
      reading.lastValue = endValue(of: hours, on: reading)
      return reading
    }
    next = skip(.between, skip(.from, skip(.about, skip(.at, skip(.comma, next)))))
    // "tomorrow before 5 p.m."
    if kind(next) == .before || kind(next) == .by, kind(next + 2) == .meridiem { next += 1 }
    if let hours = hours(at: next) {
      (reading.kind, reading.clock, reading.end) = (.time, Self.clockSuffix(hours.first), hours.end)
      reading.lastValue = endValue(of: hours, on: reading)
    } else if kind(next - 1) != .from, kind(next - 1) != .between, let time = clockTime(next) {
      (reading.kind, reading.clock, reading.end) = (.time, Self.clockSuffix(time.minutes), time.end)
    } else if kind(next) == .dayPart, kind(next - 1) == .at, let part = DayPart(rawValue: word(next).value) {
      (reading.kind, reading.clock, reading.end) = (.time, part.suffix, next + 1)
    }
    return reading
  }
}
