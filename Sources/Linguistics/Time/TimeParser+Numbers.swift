import NewsModel

// Days of the month and years, in figures and in words.
extension TimeParser {
  /// A day of the month at `token`: "10", "10th", "tenth".
  func dayNumber(_ token: Int) -> Int? {
    let word = word(token)
    guard (1...31).contains(word.value) else { return nil }
    switch word.kind {
    case .number: return word.digits <= 2 && word.digits > 0 ? word.value : nil
    case .ordinal: return word.value
    default: return nil
    }
  }

  /// A day of the month in figures or in words at `token`, and the token after it: "twenty-nine", "thirty-first".
  func dayOfMonth(_ token: Int) -> (day: Int, end: Int)? {
    if let day = dayNumber(token) { return (day, token + 1) }
    let first = word(token)
    guard first.kind == .numberWord, (1...31).contains(first.value) else { return nil }
    let next = skip(.hyphen, token + 1)
    let second = word(next)
    guard first.value >= 20, second.kind == .numberWord || second.kind == .ordinal, (1...9).contains(second.value),
      second.digits == 0
    else { return (first.value, token + 1) }
    return first.value + second.value <= 31 ? (first.value + second.value, next + 1) : nil
  }

  /// Whether a day in words ends at `token`, so that it counts nothing: "May twenty-nine", not "May two people".
  func endsDate(_ token: Int) -> Bool {
    guard sentence.contains(token) else { return true }
    if isPlainWord(token) || isTitled(token) { return false }
    switch kind(token) {
    case .number, .numberWord, .multiplier, .ordinal, .decimal, .half, .vague, .unit, .units, .more, .hyphen, .counted,
      .figures, .dayPart, .dayParts, .possessive, .old:
      return false
    default: return true
    }
  }

  /// A year in figures or words at `token`, and the token after it.
  func yearNumber(_ token: Int) -> (year: Int, end: Int)? {
    let word = word(token)
    if word.kind == .number, word.digits == 4, (1000...2199).contains(word.value) { return (word.value, token + 1) }
    guard word.kind == .numberWord else { return nil }
    if word.value == 2, self.word(token + 1).kind == .multiplier, self.word(token + 1).value == 3 {
      guard let rest = smallNumber(skip(.and, token + 2)) else { return (2000, token + 2) }
      return (2000 + rest.value, rest.end)
    }
    guard (17...20).contains(word.value), let rest = smallNumber(token + 1), rest.value >= 10 else { return nil }
    return (word.value * 100 + rest.value, rest.end)
  }

  /// A number from 1 to 99 in words: "ninety-six", "twenty four".
  func smallNumber(_ token: Int) -> (value: Int, end: Int)? {
    let first = word(token)
    guard first.kind == .numberWord else { return nil }
    let next = skip(.hyphen, token + 1)
    if first.value >= 20, kind(next) == .numberWord, word(next).value < 10 {
      return (first.value + word(next).value, next + 1)
    }
    return (first.value, token + 1)
  }

  /// A year behind a month or season, with the comma or "of" before it.
  func followingYear(_ token: Int) -> (year: Int, end: Int)? {
    var next = token
    if kind(next) == .comma || kind(next) == .of || isYearJoint(next) { next += 1 }
    if let year = yearNumber(next), !isCount(year.end - 1) { return year }
    // "June last year", "in June of this year".
    next = skip(.the, next)
    guard kind(next) == .shift, let shift = TimeShift(rawValue: word(next).value), kind(next + 1) == .unit,
      word(next + 1).value == TimeUnit.year.rawValue
    else { return nil }
    return (shift.countsFromReference ? reference?.start : anchor).map { ($0.year + shift.offset, next + 2) }
  }

  /// The year behind a day of a month, "of 87" too.
  func yearOfDay(_ token: Int) -> (year: Int, end: Int)? {
    if let year = followingYear(token) { return year }
    let number = word(token + 1)
    guard kind(token) == .of, number.kind == .number, number.digits == 2, number.value > 31, !isCount(token + 1),
      !isPlainWord(token + 2)
    else { return nil }
    return (number.value + (number.value < 50 ? 2000 : 1900), token + 2)
  }

  /// Whether two tokens stand together without a space.
  func touch(_ first: Int, _ second: Int) -> Bool {
    sentence.contains(first) && sentence.contains(second) && ends[first] == starts[second]
  }

  /// "June in 2017", "Dec-2018": four figures behind "in" or a hyphen.
  private func isYearJoint(_ token: Int) -> Bool {
    let isJoint = kind(token) == .in || kind(token) == .hyphen || kind(token) == .slash
    return isJoint && word(token + 1).digits == 4 && kind(token - 1) != .number
  }

  /// Whether the number at `token` counts what follows: "2000 people", "30 percent".
  func isCount(_ token: Int) -> Bool {
    switch kind(token + 1) {
    case .counted, .multiplier, .units: true
    default: false
    }
  }
}
