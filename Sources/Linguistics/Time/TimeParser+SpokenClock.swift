import NewsModel

// Times of day as they are spoken: "half past seven", "ten past nine", "five-thirty", "at 9 this morning".
extension TimeParser {
  /// A spoken time at `token`, in minutes after midnight, and the token after it. Words of the clock or a preposition must
  /// show that it is one.
  func spokenTime(_ token: Int) -> (minutes: Int, end: Int)? {
    if let past = minutesPast(token) { return past }
    guard let hour = hourWord(token) else { return nil }
    let minutes = minuteWord(hour.end)
    let (total, end) = (hour.value * 60 + (minutes?.value ?? 0), minutes?.end ?? hour.end)
    if kind(end) == .meridiem { return afternoon(total, end) }
    if kind(end) == .oclock { return (total, skipZone(end + 1)) }
    let isMeant = minutes == nil ? isTimePreposition(token - 1) : true
    return isMeant && (partBehind(end) != nil || datedPart(behind: end) != nil) ? (total, end) : nil
  }

  /// "half past seven", "a quarter to eight p.m.", "ten past 9 in the evening".
  private func minutesPast(_ token: Int) -> (minutes: Int, end: Int)? {
    let start = skip(.a, token)
    let isHalf = kind(start) == .half
    let isQuarter = isUnit(.quarter, start)
    let number = isHalf || isQuarter ? nil : smallAmount(start)
    guard let minutes = isHalf ? 30 : isQuarter ? 15 : number?.value, minutes < 60 else { return nil }
    var next = number?.end ?? start + 1
    let saysMinutes = kind(next) == .units && word(next).value == TimeUnit.minute.rawValue
    if saysMinutes { next += 1 }
    let isPast = isForm(next, Self.past) || (isForm(next, Self.after) && (isQuarter || saysMinutes))
    let isTo = isForm(next, Self.to) && (isQuarter || saysMinutes)
    guard isPast || isTo, let hour = hourWord(next + 1) else { return nil }
    let total = (hour.value * 60 + (isPast ? minutes : -minutes) + 12 * 60) % (12 * 60)
    let end = skip(.oclock, hour.end)
    if kind(end) == .meridiem { return afternoon(total, end) }
    let isMeant = isHalf || end > hour.end || isTimePreposition(token - 1) || partBehind(end) != nil
    return isMeant && !isCount(hour.end - 1) && !isPlainUnit(end) ? (total, end) : nil
  }

  private func isPlainUnit(_ token: Int) -> Bool { kind(token) == .unit || kind(token) == .units }

  private static let past = HashSet.hash("past")
  private static let after = HashSet.hash("after")
  private static let to = HashSet.hash("to")

  /// An hour of twelve in words or figures.
  private func hourWord(_ token: Int) -> (value: Int, end: Int)? {
    let word = word(token)
    guard word.kind == .numberWord || (word.kind == .number && word.digits > 0), (1...12).contains(word.value) else {
      return nil
    }
    return (word.value, token + 1)
  }

  /// The minutes in words behind an hour in words: "thirty", "forty-five".
  private func minuteWord(_ token: Int) -> (value: Int, end: Int)? {
    guard kind(token - 1) == .numberWord, let minutes = smallNumber(skip(.hyphen, token)),
      (10...59).contains(minutes.value)
    else { return nil }
    return minutes
  }

  /// Whether the token is a preposition that goes with a time of day.
  func isTimePreposition(_ token: Int) -> Bool {
    switch kind(token) {
    case .at, .by, .until, .since, .before, .from, .between, .to: true
    default: false
    }
  }

  /// "in the morning", "at night" at `token`, and the token after it.
  func partBehind(_ token: Int) -> (part: DayPart, end: Int)? {
    let length = kind(token) == .in && kind(token + 1) == .the ? 2 : kind(token) == .at ? 1 : 0
    guard length > 0, kind(token + length) == .dayPart, let part = DayPart(rawValue: word(token + length).value),
      part.rawValue <= DayPart.night.rawValue, length == 2 || part == .night
    else { return nil }
    return (part, token + length + 1)
  }

  /// "this morning", "tomorrow evening", "on Friday night" at `token`: a day with its part.
  func datedPart(behind token: Int) -> (dated: TimeReading, part: DayPart)? {
    guard kind(token) != .comma, var dated = date(after: token) else { return nil }
    if let part = DayPart(suffix: dated.clock) { return (dated, part) }
    guard dated.clock == nil, kind(dated.end) == .dayPart, let part = DayPart(rawValue: word(dated.end).value),
      part.rawValue <= DayPart.night.rawValue
    else { return nil }
    dated.end += 1
    return (dated, part)
  }

  /// "at 9 this morning", "by 5 tomorrow evening": a bare hour whose half of the day is told by the day behind it.
  func hourOfDatedPart(at token: Int) -> TimeReading? {
    guard kind(token - 1) == .at || kind(token - 1) == .by || kind(token - 1) == .until, kind(token) == .number,
      let hour = hourWord(token), let (day, part) = datedPart(behind: hour.end)
    else { return nil }
    var dated = day
    (dated.kind, dated.clock) = (.time, Self.clockSuffix(part.minutes(ofHour: hour.value * 60)))
    return dated
  }
}
