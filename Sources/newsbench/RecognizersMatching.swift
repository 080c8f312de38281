import NewsModel

extension RecognizersCase {
  /// Whether an expression has one of the values that the case allows.
  ///
  /// The specification's notation is not TIMEX3. Dates and ranges are compared as stretches of the calendar; a range may
  /// end before or after the last of its parts ("from March to May"); "since August" and "before 2020" count by the bound that is given, for
  /// TIMEX3 keeps "since" out of the value; "the next two months" is right as the duration P2M, as TIMEX3 has it, or as
  /// the two months; times of day are compared by the clock, durations in seconds, "a few" as the X of TIMEX3, sets by what is repeated.
  func accepts(_ found: TimeExpression) -> Bool {
    readings.contains { reading in
      if found.value == reading.timex, !found.value.isEmpty { return true }
      if isSameCalendarUnit(found, reading) { return true }
      switch type {
      case "duration" where text.contains("few"):
        return found.kind == .duration && found.value.last == reading.timex.last && found.value.contains("X")
      case "duration": return found.kind == .duration && Self.seconds(found.value) == Self.seconds(reading.timex)
      case "set": return found.kind == .set && Self.repeated(found.value) == Self.repeated(reading.timex)
      case "time": return Self.clock(found.value) == Self.clock(reading.timex)
      case "timerange": return Self.acceptsClocks(found, reading)
      case "date", "datetime": return Self.acceptsPoint(found, reading)
      default: return Self.acceptsRange(found, reading)
      }
    }
  }

  /// Where TIMEX3 keeps a part of the meaning out of the value: "late July" and "the end of tomorrow" are July and tomorrow
  /// with a modifier; "in two weeks" and "three years ago" are a week and a year, not a day; a day's morning is one whatever
  /// hours it has.
  private func isSameCalendarUnit(_ found: TimeExpression, _ reading: Reading) -> Bool {
    guard let own = found.range, found.endValue == nil else { return false }
    let bounds = [reading.value, reading.start, reading.end].compactMap { $0 }
    let days = bounds.compactMap { TimeRange(timexValue: $0.prefix(10)) }
    if reading.timex.hasSuffix("T23:59:59") { return days.first == own }
    if let part = Self.clock(reading.timex), part.allSatisfy(\.isLetter) {
      return Self.clock(found.value) == part && bounds.contains { found.value.hasPrefix($0.prefix(10)) }
    }
    if type == "date", !found.value.contains("T"), own.end.seconds - own.start.seconds > 86_400 {
      let isCounted = ["week", "month", "year"].contains { text.contains($0) }
      return isCounted && days.contains { $0.start >= own.start && $0.end <= own.end }
    }
    guard type == "daterange", found.value.count == reading.timex.count else { return false }
    let isSame = zip(found.value, reading.timex).allSatisfy { $0 == $1 || $1 == "X" }
    return isSame && days.contains { $0.end >= own.start && $0.start <= own.end }
  }

  private static func acceptsPoint(_ found: TimeExpression, _ reading: Reading) -> Bool {
    guard let value = reading.value, let range = TimeRange(timexValue: isoTime(value)) else { return false }
    guard found.endValue == nil, let own = TimeRange(timexValue: found.value) else { return false }
    return own.start == range.start && (value.count > 10) == found.value.contains("T")
  }

  private static func acceptsClocks(_ found: TimeExpression, _ reading: Reading) -> Bool {
    let parts = triple(reading.timex)
    guard parts.count == 3 else { return clock(found.value) == clock(reading.timex) }
    return clock(found.value) == clock(parts[0]) && found.endValue.map(clock) == clock(parts[1])
  }

  private static func acceptsRange(_ found: TimeExpression, _ reading: Reading) -> Bool {
    let parts = triple(reading.timex)
    if found.kind == .duration { return parts.count == 3 && seconds(found.value) == seconds(parts[2]) }
    guard let own = found.range else { return false }
    let start = reading.start.flatMap { TimeRange(timexValue: isoTime($0)) }?.start
    let end = reading.end.flatMap { TimeRange(timexValue: isoTime($0)) }?.start
    switch (start, end) {
    case (let start?, let end?):
      let last = found.endValue.flatMap { TimeRange(timexValue: $0) }?.start
      return own.start == start && (own.end == end || last == end)
    case (let bound?, nil), (nil, let bound?): return own.start == bound || own.end == bound
    case (nil, nil): return false
    }
  }

  /// "2016-11-08 08:00:00" with the T that ISO 8601 wants.
  private static func isoTime(_ text: String) -> String {
    text.count > 10 ? text.prefix(10) + "T" + text.dropFirst(11) + "Z" : text
  }

  /// The parts of "(2016-11-07,2016-11-09,P2D)".
  private static func triple(_ timex: String) -> [String] {
    timex.hasPrefix("(") ? timex.dropFirst().dropLast().split(separator: ",").map(String.init) : []
  }

  /// "14:30" of "2016-11-07T14:30"; "14:00" of "T14"; "MO" of "TMO".
  private static func clock(_ value: String) -> String? {
    guard let mark = value.firstIndex(of: "T") else { return nil }
    let clock = value[value.index(after: mark)...]
    return clock.count == 2 && clock.allSatisfy(\.isNumber) ? clock + ":00" : String(clock)
  }

  /// Length of an ISO 8601 duration, months of 30 days and years of 365; nil where it gives no number.
  private static func seconds(_ value: String) -> Double? {
    guard value.first == "P" else { return nil }
    var total = 0.0
    var number = ""
    var isTime = false
    for character in value.dropFirst() {
      switch character {
      case "T": isTime = true
      case "0"..."9", ".": number.append(character)
      default:
        let units: [Character: Double] =
          isTime
          ? ["H": 3600, "M": 60, "S": 1] : ["D": 86_400, "W": 604_800, "M": 2_592_000, "Q": 7_776_000, "Y": 31_536_000]
        guard let unit = units[character], let count = Double(number) else { return nil }
        total += unit * count
        number = ""
      }
    }
    return total
  }

  /// "T21" of "XXXX-XX-XXT21:00", as the specification writes a time of every day.
  private static func clockOfDay(_ value: String) -> String {
    let short = value.hasSuffix(":00") ? String(value.dropLast(3)) : value
    return short.hasPrefix("XXXX-XX-XXT") ? String(short.dropFirst(10)) : short
  }

  /// A set's period, "daily" and "every day" alike.
  private static func repeated(_ value: String) -> String {
    switch value {
    case "XXXX-XX-XX": "P1D"
    case "XXXX-WXX": "P1W"
    case "XXXX-XX": "P1M"
    case "XXXX": "P1Y"
    case "P1Q": "P3M"
    case "P1WE": "XXXX-WXX-WE"
    default: clockOfDay(value)
    }
  }
}
