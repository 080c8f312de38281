import NewsModel

// A length of time that begins at a named time: "two weeks starting May 20", "from 2 p.m. for three hours".
extension TimeParser {
  /// The range that a length and its beginning make, in either order; nil where `reading` is neither.
  func measuredRange(from reading: TimeReading, startingAt token: Int) -> TimeReading? {
    if reading.kind == .duration { return lengthFirst(reading, token) }
    guard Self.beginnings.contains(where: { isForm(token - 1, $0) }) || kind(token - 1) == .from,
      kind(reading.end) == .during, isForm(reading.end, Self.for), reading.last == nil, reading.lastValue == nil,
      let length = simple(at: reading.end + 1), length.kind == .duration
    else { return nil }
    return ranging(reading, length, length.end)
  }

  /// "a week starting tomorrow", "for three hours from 10 a.m."
  private func lengthFirst(_ length: TimeReading, _ token: Int) -> TimeReading? {
    var next = length.end
    if Self.beginnings.contains(where: { isForm(next, $0) }) {
      next = skip(.at, skip(.from, skip(.on, next + 1)))
    } else if kind(next) == .from, kind(token - 1) == .during, isForm(token - 1, Self.for) {
      next += 1
    } else {
      return nil
    }
    return simple(at: next).flatMap { $0.last == nil && $0.lastValue == nil ? ranging($0, length, $0.end) : nil }
  }

  private static let beginnings = ["starting", "beginning", "commencing"].map(HashSet.hash)
  private static let `for` = HashSet.hash("for")

  /// `start` with an end as far away as the length says; nil where a day is measured in hours.
  private func ranging(_ start: TimeReading, _ length: TimeReading, _ end: Int) -> TimeReading? {
    guard let day = start.day, let value = length.fixedValue, let span = Length(value) else { return nil }
    var range = start
    (range.end, range.partial) = (end, nil)
    if let minutes = start.clock.flatMap(Self.minutes(ofClock:)) {
      let total = minutes + span.minutes
      guard let last = span.added(to: day)?.adding(days: total / (24 * 60)) else { return nil }
      range.lastValue = last.description + Self.clockSuffix(total % (24 * 60))
      return range
    }
    guard span.minutes == 0, start.clock == nil, let last = span.added(to: day), last > day else { return nil }
    range.last = .day(last.adding(days: -1))
    return range
  }

  /// Minutes after midnight of `T14:30`.
  private static func minutes(ofClock clock: String) -> Int? {
    let parts = clock.dropFirst().split(separator: ":")
    guard parts.count >= 2, let hours = Int(parts[0]), let minutes = Int(parts[1]) else { return nil }
    return hours * 60 + minutes
  }
}

/// What an ISO 8601 duration of whole numbers adds to a day.
private struct Length {
  var days = 0
  var months = 0
  var minutes = 0

  init?(_ value: String) {
    guard value.first == "P" else { return nil }
    var (number, isTime) = (0, false)
    for letter in value.dropFirst() {
      if let digit = letter.wholeNumberValue {
        number = min(number * 10 + digit, 100_000)
        continue
      }
      switch letter {
      case "T": isTime = true
      case "H": minutes += 60 * number
      case "M" where isTime: minutes += number
      case "M": months += number
      case "Y": months += 12 * number
      case "W": days += 7 * number
      case "D": days += number
      default: return nil
      }
      number = 0
    }
  }

  /// The day so far after another, the minutes left out; nil where the calendar ends.
  func added(to day: CalendarDate) -> CalendarDate? {
    guard months < 12_000, days < 100_000 else { return nil }
    let last = day.adding(months: months).adding(days: days)
    return last.year <= 9999 ? last : nil
  }
}
