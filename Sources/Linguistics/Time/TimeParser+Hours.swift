import NewsModel

/// Times of day from one to another: "2 to 4 p.m.", "between 9:30 and 11 a.m.", "19:00–21:00".
struct HourRange {
  /// Minutes after midnight.
  var first: Int
  /// Minutes after midnight; less than `first` where the range ends on the next day.
  var last: Int
  /// The token after the last.
  var end: Int
}

extension TimeParser {
  /// The range of hours that begins at `token`; where the first has no "a.m." or "p.m.", the second's is its own too.
  func hours(at token: Int) -> HourRange? {
    if let first = clockOrNoon(token), connectsHours(first.end, token), let last = clockOrNoon(first.end + 1),
      !borrowsMeridiem(token, first.end)
    {
      return HourRange(first: first.minutes, last: last.minutes, end: last.end)
    }
    guard let bare = bareHour(token), connectsHours(token + 1, token),
      let last = hourOfPart(token + 2) ?? clockOrNoon(token + 2)
    else { return nil }
    // "11 to 1 p.m." begins before noon.
    let afternoon = last.minutes >= 12 * 60 && bare % (12 * 60) + 12 * 60 <= last.minutes ? 12 * 60 : 0
    return HourRange(first: bare % (12 * 60) + afternoon, last: last.minutes, end: last.end)
  }

  /// A time of day, noon and midnight too.
  private func clockOrNoon(_ token: Int) -> (minutes: Int, end: Int)? {
    if let time = clockTime(token) { return time }
    guard kind(token) == .dayPart, let part = DayPart(rawValue: word(token).value) else { return nil }
    return switch part {
    case .noon, .midday: (12 * 60, token + 1)
    case .midnight: (0, token + 1)
    default: nil
    }
  }

  /// Whether only the second of two times has "a.m." or "p.m.": "2:00–2:30 p.m.".
  private func borrowsMeridiem(_ token: Int, _ end: Int) -> Bool {
    kind(token) == .clock && end == token + 1 && word(token).value < 13 * 60 && kind(token + 3) == .meridiem
  }

  /// An hour without "a.m." or "p.m.", in minutes.
  private func bareHour(_ token: Int) -> Int? {
    let word = word(token)
    guard kind(token - 1) != .blocked else { return nil }
    switch word.kind {
    case .number where word.digits > 0 && word.digits <= 2, .numberWord:
      return (1...12).contains(word.value) ? word.value * 60 : nil
    case .clock: return word.value < 13 * 60 ? word.value : nil
    default: return nil
    }
  }

  /// "6 in the afternoon"; of "9 last night" the hour alone, for the rest is a date of its own.
  private func hourOfPart(_ token: Int) -> (minutes: Int, end: Int)? {
    guard let bare = bareHour(token) else { return nil }
    if kind(token + 1) == .shift, kind(token + 2) == .dayPart, let part = DayPart(rawValue: word(token + 2).value) {
      return (part.minutes(ofHour: bare), token + 1)
    }
    guard kind(token + 1) == .in, kind(token + 2) == .the, kind(token + 3) == .dayPart,
      let part = DayPart(rawValue: word(token + 3).value)
    else { return nil }
    return (part.minutes(ofHour: bare), token + 4)
  }

  private func connectsHours(_ token: Int, _ start: Int) -> Bool {
    switch kind(token) {
    case .hyphen, .to, .until: true
    case .and: kind(start - 1) == .between
    default: false
    }
  }

  /// A bare hour behind a part of the day: "tonight at 8", "last night at 10:30".
  func hour(of part: DayPart, at token: Int) -> (minutes: Int, end: Int)? {
    guard kind(token) == .at || kind(token) == .about else { return nil }
    let next = skip(.about, token + 1)
    guard let bare = bareHour(next), !isCount(next) else { return nil }
    return (part.minutes(ofHour: bare), next + 1)
  }

  /// Bare hours from one to another behind a part of the day: "Monday morning 6–8", "this evening from 7 to 9".
  func hours(of part: DayPart, at token: Int) -> HourRange? {
    let next = skip(.between, skip(.from, token))
    guard let first = bareHour(next), connectsHours(next + 1, next), let last = bareHour(next + 2), !isCount(next + 2)
    else { return nil }
    return HourRange(first: part.minutes(ofHour: first), last: part.minutes(ofHour: last), end: next + 3)
  }

  /// `T14:30`.
  static func clockSuffix(_ minutes: Int) -> String { "T\(padded(minutes / 60, 2)):\(padded(minutes % 60, 2))" }
}

extension DayPart {
  /// Minutes after midnight of an hour of twelve in this part of the day.
  func minutes(ofHour minutes: Int) -> Int {
    let hour = minutes % (12 * 60)
    return switch self {
    case .afternoon, .evening, .noon, .midday: hour + 12 * 60
    // From six on it is evening, before it morning.
    case .night: hour >= 6 * 60 ? hour + 12 * 60 : hour
    case .morning, .midnight: hour
    }
  }

  /// The part that a suffix such as `TNI` names.
  init?(suffix: String?) {
    guard let part = (1...4).compactMap(DayPart.init(rawValue:)).first(where: { $0.suffix == suffix }) else {
      return nil
    }
    self = part
  }
}
