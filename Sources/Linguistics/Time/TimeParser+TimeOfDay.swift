import NewsModel

// A day with the time of day behind it.
extension TimeParser {
  /// A reading with the time of day behind it: "Tuesday morning", "January 10 at 3 p.m.".
  func extended(_ reading: TimeReading?, _ token: Int) -> TimeReading? {
    guard var reading, reading.lacksAnchor || reading.day != nil, reading.last == nil,
      reading.kind == .date || DayPart(suffix: reading.clock) != nil
    else { return reading }
    if let part = dayPart(behind: reading.end) {
      (reading.kind, reading.clock, reading.end) = (.time, part.part.suffix, part.end)
    }
    if let part = DayPart(suffix: reading.clock), let timed = narrowed(reading, part) { return timed }
    return withClock(reading)
  }

  /// "morning", "late afternoon", "in the evening", "p.m." behind a day, and the token after it.
  private func dayPart(behind token: Int) -> (part: DayPart, end: Int)? {
    let next = kind(token) == .position && word(token).value == 0 ? token + 1 : token
    if kind(next) == .dayPart, !isForm(next, Self.overnight) {
      return DayPart(rawValue: word(next).value).map { ($0, next + 1) }
    }
    if kind(token) == .meridiem, !word(token).hasCapital, !isPlainWord(token + 1), !isTitled(token + 1) {
      return (word(token).value == 1 ? .morning : .afternoon, token + 1)
    }
    return kind(token) == .in ? partBehind(token) : nil
  }

  /// The hour or hours within a part of a day: "tonight at 8", "Monday morning 6–8".
  private func narrowed(_ reading: TimeReading, _ part: DayPart) -> TimeReading? {
    var reading = reading
    if let hour = hour(of: part, at: reading.end) {
      (reading.clock, reading.end) = (Self.clockSuffix(hour.minutes), hour.end)
      return reading
    }
    guard let hours = hours(of: part, at: reading.end) else { return nil }
    (reading.clock, reading.end) = (Self.clockSuffix(hours.first), hours.end)
    reading.lastValue = endValue(of: hours, on: reading)
    return reading
  }

  /// The time in figures or words behind a day: "Monday at 10:30", "tomorrow from 2 to 4 p.m.", "Friday at noon".
  private func withClock(_ day: TimeReading) -> TimeReading {
    var reading = day
    var next = skip(.between, skip(.from, skip(.about, skip(.at, skip(.comma, reading.end)))))
    // "tomorrow before 5 p.m."
    if kind(next) == .before || kind(next) == .by, kind(next + 2) == .meridiem || partBehind(next + 2) != nil {
      next += 1
    }
    if let hours = hours(at: next) {
      (reading.kind, reading.clock, reading.end) = (.time, Self.clockSuffix(hours.first), hours.end)
      reading.lastValue = endValue(of: hours, on: reading)
    } else if kind(next - 1) != .from, kind(next - 1) != .between, let time = clockTime(next) {
      let time = withPart(time, next)
      (reading.kind, reading.clock, reading.end) = (.time, suffix(time.minutes, next), time.end)
    } else if kind(next) == .dayPart, kind(next - 1) == .at, let part = DayPart(rawValue: word(next).value) {
      (reading.kind, reading.clock, reading.end) = (.time, part.suffix, next + 1)
    }
    return reading
  }

  /// A time without "a.m." or "p.m." in the half of the day that "in the evening" behind it tells.
  private func withPart(_ time: (minutes: Int, end: Int), _ token: Int) -> (minutes: Int, end: Int) {
    guard isOpen(time, token), let (part, end) = partBehind(time.end) else { return time }
    return (part.minutes(ofHour: time.minutes), end)
  }
}
