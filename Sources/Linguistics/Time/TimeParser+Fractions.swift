import NewsModel

// Lengths that are no whole number of units: "a quarter of an hour", "1.25 years", "three nights", "a year-long probe".
extension TimeParser {
  /// "three quarters of an hour", "a quarter of a century", "a quarter century", "1.25 years", "one year and a quarter".
  func fraction(at token: Int) -> TimeReading? {
    if isUnit(.quarter, token) { return quarters(1, token + 1) }
    if kind(token + 1) == .units, word(token + 1).value == TimeUnit.quarter.rawValue, let count = smallNumber(token) {
      return quarters(count.value, token + 2)
    }
    if let quarter = quarterMore(token) { return quarter }
    let next = skip(.hyphen, token + 1)
    guard kind(token) == .decimal, word(token).value % 100 != 50, kind(next) == .units || kind(next) == .unit,
      let unit = TimeUnit(rawValue: word(next).value), unit != .quarter, kind(skip(.hyphen, next + 1)) != .old
    else { return nil }
    return unit.duration(hundredths: word(token).value).map { fixed($0, .duration, next + 1) }
  }

  /// Quarters of an hour, year or century; `token` is behind the "quarter".
  private func quarters(_ count: Int, _ token: Int) -> TimeReading? {
    var next = skip(.hyphen, token)
    if kind(token) == .of, kind(token + 1) == .a { next = token + 2 }
    guard next > token || count == 1, kind(next) == .unit, let unit = TimeUnit(rawValue: word(next).value),
      unit == .hour || unit == .century || (unit == .year && kind(token) == .of)
    else { return nil }
    return unit.duration(hundredths: 25 * count).map { fixed($0, .duration, next + 1) }
  }

  /// "one year and a quarter", "two hours and three quarters".
  private func quarterMore(_ token: Int) -> TimeReading? {
    guard let number = smallAmount(token), kind(number.end) == .unit || kind(number.end) == .units,
      let unit = TimeUnit(rawValue: word(number.end).value), kind(number.end + 1) == .and,
      kind(number.end + 2) == .a, isUnit(.quarter, number.end + 3), number.value < 1000
    else { return nil }
    return unit.duration(hundredths: 100 * number.value + 25).map { fixed($0, .duration, number.end + 4) }
  }

  /// "one night", "three nights", "two nights ago": nights are counted as days.
  func nights(_ count: Int?, _ token: Int, asDuration: Bool) -> TimeReading? {
    let next = skip(.more, skip(.hyphen, token))
    let isNight = (kind(next) == .dayPart && (count == 1 || kind(token) == .hyphen)) || kind(next) == .dayParts
    guard let count, isNight, word(next).value == DayPart.night.rawValue, !isForm(next, Self.overnight),
      !isPlural(next + 1)
    else { return nil }
    guard !asDuration, kind(next + 1) == .ago, word(next + 1).value == 1 else {
      return fixed(TimeUnit.day.duration(count), .duration, next + 1)
    }
    guard var reading = anchored(next + 2, { Moment(.day, -count, from: $0) }) else { return nil }
    (reading.kind, reading.clock) = (.time, DayPart.night.suffix)
    return reading
  }

  /// "year-long", "weeklong".
  func unitLong(at token: Int) -> TimeReading? {
    guard let unit = TimeUnit(rawValue: word(token).value) else { return nil }
    if kind(token) == .unitLong { return fixed(unit.duration(1), .duration, token + 1) }
    guard kind(token + 1) == .hyphen, isForm(token + 2, Self.long), unit != .quarter, unit != .half else { return nil }
    return fixed(unit.duration(1), .duration, token + 3)
  }

  private static let long = HashSet.hash("long")
}
