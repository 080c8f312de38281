import NewsModel

// Repeated times: "every Tuesday", "daily", "twice a week".
extension TimeParser {
  /// A repeated time that begins at `token`.
  func repeatedTime(at token: Int) -> TimeReading? {
    switch kind(token) {
    case .weekdays: timed(set: repeatedWeekday(at: token))
    case .dayParts: timed(set: repeatedPart(at: token))
    case .every: timed(set: every(at: token))
    case .frequency: timed(set: frequency(at: token))
    case .times: frequency(at: token)
    case .per: rate(at: token)
    default: nil
    }
  }

  /// "every Tuesday", "each year", "every two weeks", "every other day", "every second Friday", "every May 1".
  func every(at token: Int) -> TimeReading? {
    let next = token + 1
    switch kind(next) {
    case .unit where kind(next + 1) != .half:
      return TimeUnit(rawValue: word(next).value).map { set(of: $0, 1, next + 1) }
    case .weekday: return weekdays(word(next).value, next + 1)
    case .weekdays where word(next).value == 8: return weekdays(8, next + 1)
    case .month:
      if let dated = monthDate(at: next), let set = yearly(dated) { return set }
      return fixed("XXXX-\(padded(word(next).value, 2))", .set, next + 1)
    case .season: return Moment.Season(rawValue: word(next).value).map { fixed("XXXX-\($0.code)", .set, next + 1) }
    case .dayPart: return DayPart(rawValue: word(next).value).map { fixed("XXXX-XX-XX\($0.suffix)", .set, next + 1) }
    case .other: return every(2, next + 1)
    case .ordinal: return dayMonth(at: next).flatMap(yearly) ?? every(word(next).value, next + 1)
    case .holiday, .named, .newYear: return holiday(at: next).flatMap(yearly)
    case .half: return halfUnit(next)
    case .number, .numberWord, .vague:
      if let set = dayMonth(at: next).flatMap(yearly) { return set }
      guard var reading = amount(at: next, asDuration: true) else { return nil }
      reading.kind = .set
      return reading
    default: return nil
    }
  }

  /// "every third week", "every other Friday"; `token` is the unit or weekday.
  private func every(_ count: Int, _ token: Int) -> TimeReading? {
    if kind(token) == .weekday { return weekdays(word(token).value, token + 1) }
    guard kind(token) == .unit, (1...400).contains(count) else { return nil }
    return TimeUnit(rawValue: word(token).value).map { set(of: $0, count, token + 1) }
  }

  /// "every half hour".
  private func halfUnit(_ token: Int) -> TimeReading? {
    guard var reading = amount(at: token, asDuration: true) else { return nil }
    reading.kind = .set
    return reading
  }

  private func set(of unit: TimeUnit, _ count: Int, _ end: Int) -> TimeReading {
    fixed(unit == .weekend && count == 1 ? "XXXX-WXX-WE" : unit.duration(count), .set, end)
  }

  /// The same day of every year.
  private func yearly(_ reading: TimeReading) -> TimeReading? {
    guard let day = reading.day, reading.basis == .relative else { return nil }
    return fixed("XXXX-\(padded(day.month, 2))-\(padded(day.day, 2))", .set, reading.end)
  }

  /// A weekday of every week, with the part of the day behind it; 8 is Monday to Friday.
  private func weekdays(_ weekday: Int, _ token: Int) -> TimeReading {
    let days = "XXXX-WXX-" + (weekday == 8 ? "WD" : String(weekday))
    guard kind(token) == .dayPart || kind(token) == .dayParts, let part = DayPart(rawValue: word(token).value) else {
      return fixed(days, .set, token)
    }
    return fixed(days + part.suffix, .set, token + 1)
  }

  /// "Friday mornings".
  func weekdaySet(at token: Int) -> TimeReading? {
    guard word(token).hasCapital, kind(token + 1) == .dayParts else { return nil }
    return timed(set: weekdays(word(token).value, token + 1))
  }

  /// "Mondays", "Friday nights", "weekdays"; "a weekday" alone is no repetition.
  func repeatedWeekday(at token: Int) -> TimeReading? {
    let isSingular = text[Int(ends[token]) - 1] != UInt8(ascii: "s")
    if isSingular, kind(token + 1) != .dayParts { return nil }
    return weekdays(word(token).value, token + 1)
  }

  /// "mornings", "in the evenings", "Friday nights".
  func repeatedPart(at token: Int) -> TimeReading? {
    guard let part = DayPart(rawValue: word(token).value) else { return nil }
    switch kind(token - 1) {
    case .number, .numberWord, .vague, .more, .shift, .multiplier: return nil
    default:
      return isPlainWord(token + 1) && kind(token - 1) == .none
        ? nil : fixed("XXXX-XX-XX" + part.suffix, .set, token + 1)
    }
  }

  /// "weekends".
  func weekends(at token: Int) -> TimeReading? {
    guard word(token).value == TimeUnit.weekend.rawValue else { return nil }
    switch kind(token - 1) {
    case .on, .at, .during, .the, .and, .or, .by, .in: return fixed("XXXX-WXX-WE", .set, token + 1)
    default: return isAlone(token..<token + 1) || !isPlainWord(token + 1) ? fixed("XXXX-WXX-WE", .set, token + 1) : nil
    }
  }

  /// "per year".
  func rate(at token: Int) -> TimeReading? {
    guard kind(token + 1) == .unit, let unit = TimeUnit(rawValue: word(token + 1).value) else { return nil }
    return fixed(unit.duration(1), .set, token + 2)
  }

  /// "daily", "annually", "twice a week".
  func frequency(at token: Int) -> TimeReading? {
    if kind(token) == .times {
      guard kind(token + 1) == .a || kind(token + 1) == .every || kind(token + 1) == .per, kind(token + 2) == .unit
      else { return nil }
      return TimeUnit(rawValue: word(token + 2).value).map { fixed($0.duration(1), .set, token + 3) }
    }
    guard let unit = TimeUnit(rawValue: word(token).value), !word(token).hasCapital || token == sentence.lowerBound
    else { return nil }
    let value =
      switch unit {
      case .day: "XXXX-XX-XX"
      case .week: "XXXX-WXX"
      case .month: "XXXX-XX"
      case .year: "XXXX"
      default: unit.duration(1)
      }
    return fixed(value, .set, token + 1)
  }

  /// A set with a time of day: "every Monday at 4 p.m.", "every evening at 9 p.m.", "daily at noon".
  func timed(set reading: TimeReading?) -> TimeReading? {
    guard var reading, reading.kind == .set, let value = reading.fixedValue, let days = Self.days(ofSet: value),
      let time = clockTime(skip(.at, reading.end))
    else { return reading }
    reading.fixedValue = days + Self.clockSuffix(time.minutes)
    reading.end = time.end
    return reading
  }

  /// The days of a set, without the part of the day; nil where it repeats no days.
  private static func days(ofSet value: String) -> String? {
    if value == "P1D" { return "XXXX-XX-XX" }
    return value.hasPrefix("XXXX-") && value.utf8.count > 8 ? String(value.prefix { $0 != "T" }) : nil
  }

  /// "9 a.m. every Sunday", "9 a.m. on Sundays", "6 a.m. daily": the set that the time of day belongs to.
  func set(behind time: (minutes: Int, end: Int)) -> TimeReading? {
    let next = skip(.on, time.end)
    let days: TimeReading? =
      switch kind(next) {
      case .every: every(at: next)
      case .weekdays: repeatedWeekday(at: next)
      case .frequency: frequency(at: next)
      default: nil
      }
    guard var days, let value = days.fixedValue.flatMap(Self.days) else { return nil }
    days.fixedValue = value + Self.clockSuffix(time.minutes)
    return days
  }
}
