import NewsModel

extension TimeParser {
  /// "2014" where it is a year and not a count or a name.
  func year(at token: Int) -> TimeReading? {
    guard let year = yearNumber(token), !isCount(year.end - 1), kind(token - 1) != .blocked, !startsDecimal(year.end)
    else {
      return nil
    }
    // "2030 to 2300 UTC".
    if kind(year.end) == .to || kind(year.end) == .hyphen, isClockHour(year.end + 1) { return nil }
    let followsPreposition = isYearPreposition(kind(token - 1)) || word(token - 2).digits == 4
    guard followsPreposition || isParenthetic(token, year.end) || (1900...2035).contains(year.year) else { return nil }
    if isPlural(year.end), !followsPreposition, !isDefinite(kind(token - 1)) { return nil }
    if followsPreposition, year.year < 1900 || year.year > 2035, isPlural(year.end) { return nil }
    // "2014-16".
    if kind(year.end) == .hyphen, word(year.end + 1).digits == 2, word(year.end + 1).value > year.year % 100,
      !isCount(year.end + 1)
    {
      var reading = TimeReading.moment(.year(year.year), year.end + 2, .explicit)
      reading.last = .year(year.year / 100 * 100 + word(year.end + 1).value)
      return reading
    }
    if kind(year.end) == .partCode { return partCode(at: year.end, of: year.year) }
    // "the 1988 third quarter".
    if kind(year.end) == .ordinal, let quarter = quarterOrHalf(at: year.end, year: year.year) { return quarter }
    return .moment(.year(year.year), year.end, .explicit)
  }

  /// "(1710–1774)", "Paris, 1789."
  private func isParenthetic(_ token: Int, _ end: Int) -> Bool {
    guard sentence.contains(token - 1), word(token).value >= 1500 else { return false }
    let before = text[Int(starts[token - 1])]
    guard before == UInt8(ascii: "(") || kind(token - 1) == .comma || kind(token - 1) == .hyphen else { return false }
    return !sentence.contains(end) || (kind(end) != .number && !isASCIILetter(text[Int(starts[end])]))
  }

  private func startsDecimal(_ token: Int) -> Bool { kind(token) == .blocked || kind(token) == .figures }

  private func isYearPreposition(_ kind: TimeWord.Kind) -> Bool {
    switch kind {
    case .in, .since, .by, .until, .from, .before, .during, .to, .between, .of, .year, .position: true
    default: false
    }
  }

  private func isDefinite(_ kind: TimeWord.Kind) -> Bool {
    kind == .the || kind == .a || kind == .possessive || kind == .shift
  }

  /// "490 BC", "AD 70".
  func eraYear(at token: Int) -> TimeReading? {
    let number = word(token)
    guard number.kind == .number, (1...9999).contains(number.value), kind(token + 1) == .era else { return nil }
    let value = word(token + 1).value == 1 ? "BC\(padded(number.value, 4))" : padded(number.value, 4)
    return fixed(value, .date, token + 2)
  }

  func era(at token: Int) -> TimeReading? {
    guard word(token).value == 2, word(token).hasCapital, kind(token + 1) == .number, word(token + 1).value < 2200
    else { return nil }
    return fixed(padded(word(token + 1).value, 4), .date, token + 2)
  }

  /// "the 1990s", "the '60s", "the nineties".
  func decade(at token: Int) -> TimeReading? {
    let value = word(token).value
    guard value < 1000 else { return nil }
    // Two figures: 20 to 90 of the last century, which "the '20s" of this one will contest some day.
    return .moment(.decade(value < 100 ? 190 + value : value), token + 1, .explicit)
  }

  /// "the nineteen-seventies".
  func spelledDecade(at token: Int) -> TimeReading? {
    let decade = skip(.hyphen, token + 1)
    guard kind(token) == .numberWord, (17...20).contains(word(token).value), kind(decade) == .decade,
      word(decade).value < 10
    else { return nil }
    return .moment(.decade(word(token).value * 10 + word(decade).value), decade + 1, .explicit)
  }

  /// "Q2 2021", "Q1 of last year", "H1 2020"; "Q3" of the article's year only where a word that goes with dates is
  /// before it.
  func partCode(at token: Int, of year: Int? = nil) -> TimeReading? {
    let value = word(token).value
    func moment(_ year: Int) -> Moment { value > 4 ? .half(year, value - 4) : .quarter(year, value) }
    if let year { return .moment(moment(year), token + 1, .explicit) }
    if let following = followingYear(token + 1) { return .moment(moment(following.year), following.end, .explicit) }
    switch kind(token - 1) {
    case .in, .since, .by, .until, .of, .from, .to, .during, .before, .between: break
    default: return nil
    }
    return value > 4 ? nil : anchored(token + 1) { moment($0.year) }
  }

  /// "fiscal 1989", "fiscal second-quarter".
  func fiscal(at token: Int) -> TimeReading? {
    let hyphen = skip(.hyphen, token + 1)
    let next = isUnit(.year, hyphen) ? hyphen + 1 : hyphen
    if kind(next) == .ordinal { return quarterOrHalf(at: next, year: nil) }
    return yearNumber(next).map { .moment(.year($0.year), $0.end, .explicit) }
  }

  /// "the 10th of January", "third quarter", "the 19th century", "first half of 2020", "the first nine months".
  func ordinalDate(at token: Int) -> TimeReading? {
    if isEndOfNumber(token) { return nil }
    if let dated = dayMonth(at: token) { return dated }
    if let part = quarterOrHalf(at: token, year: nil) { return part }
    let ordinal = word(token).value
    let next = skip(.hyphen, token + 1)
    switch kind(next) {
    case .unit where word(next).value == TimeUnit.century.rawValue:
      guard (1...40).contains(ordinal) else { return nil }
      return .moment(.century(ordinal - 1), next + 1, .explicit)
    case .unit:
      guard let unit = TimeUnit(rawValue: word(next).value) else { return nil }
      return part(ordinal, unit, of: next + 1)
    case .weekday where word(next).hasCapital: return weekdayOfMonth(ordinal, word(next).value, next + 1)
    case .number, .numberWord, .vague: return ordinal == 1 ? amount(at: next, asDuration: true) : nil
    default: return nil
    }
  }

  /// Whether the ordinal at `token` ends a longer one: "twenty-third".
  private func isEndOfNumber(_ token: Int) -> Bool {
    let tens = kind(token - 1) == .hyphen ? token - 2 : token - 1
    return word(token).value < 10 && kind(tens) == .numberWord && word(tens).value >= 20
  }

  /// "the twenty-first century", "the twenty-third day of the month".
  func compoundOrdinal(at token: Int) -> TimeReading? {
    let last = skip(.hyphen, token + 1)
    guard kind(token) == .numberWord, [20, 30].contains(word(token).value), kind(last) == .ordinal,
      word(last).value < 10
    else { return nil }
    let ordinal = word(token).value + word(last).value
    let next = skip(.hyphen, last + 1)
    guard kind(next) == .unit, let unit = TimeUnit(rawValue: word(next).value) else { return nil }
    if unit == .century { return .moment(.century(ordinal - 1), next + 1, .explicit) }
    return part(ordinal, unit, of: next + 1)
  }

  /// A quarter or half of the given year, of the year behind it, or of the article's.
  func quarterOrHalf(at token: Int, year: Int?) -> TimeReading? {
    let ordinal = word(token).value
    let next = skip(.hyphen, token + 1)
    if kind(next) == .half, ordinal <= 2 { return halfOfYear(ordinal, after: next + 1, year: year) }
    guard kind(next) == .unit, word(next).value == TimeUnit.quarter.rawValue, (1...4).contains(ordinal) else {
      return nil
    }
    if let year { return .moment(.quarter(year, ordinal), next + 1, .explicit) }
    if let following = followingYear(next + 1) {
      return .moment(.quarter(following.year, ordinal), following.end, .explicit)
    }
    return anchored(next + 1) { .quarter($0.year, ordinal) }
  }

  /// "the first half of 2020", "the last half of the '80s".
  func halfOfYear(_ half: Int, after token: Int, year: Int? = nil) -> TimeReading? {
    if let year { return .moment(.half(year, half), token, .explicit) }
    guard kind(token) == .of else { return nil }
    if let following = followingYear(token) { return .moment(.half(following.year, half), following.end, .explicit) }
    let next = skip(.the, token + 1)
    if kind(next) == .decade { return decade(at: next) }
    guard kind(token + 1) == .the, kind(next) == .unit, word(next).value == TimeUnit.year.rawValue else { return nil }
    return anchored(next + 1) { .half($0.year, half) }
  }

  /// "summer 2021", "the winter of 2020", "in the spring".
  ///
  /// - Parameter isNamed: the words before show that a season is meant.
  func season(at token: Int, isNamed: Bool = false) -> TimeReading? {
    guard let season = Moment.Season(rawValue: word(token).value) else { return nil }
    if let following = seasonYear(token + 1) {
      return .moment(.season(following.year, season), following.end, .explicit)
    }
    let isMeant = (isNamed && !isFall(token)) || kind(token - 1) == .in || isAlone(token..<token + 1)
    guard isMeant, !word(token).hasCapital || token == sentence.lowerBound,
      !isPlainWord(token + 1) || isAlone(token..<token + 1) || isEnd(token + 1)
    else { return nil }
    return anchored(token + 1) { .season($0.year, season) }
  }

  /// The year of a season: "2020", "of 2005/2006", "1969-70".
  private func seasonYear(_ token: Int) -> (year: Int, end: Int)? {
    let next = skip(.of, token)
    if kind(next) == .figures, case .years(let first, _)? = FigureDate(text, Int(starts[next])..<Int(ends[next])) {
      return (first, next + 1)
    }
    guard let following = followingYear(token) else { return nil }
    let second = word(following.end + 1)
    let isSecond =
      kind(following.end) == .hyphen && second.kind == .number && second.value % 100 == (following.year + 1) % 100
    return (following.year, isSecond ? following.end + 2 : following.end)
  }

  /// "the fall" of a town or a man is no season unless the words before say when.
  private func isFall(_ token: Int) -> Bool {
    guard isForm(token, Self.fall) else { return false }
    switch kind(token - 2) {
    case .in, .during, .by, .until, .since: return kind(token + 1) == .of
    default: return true
    }
  }

  private static let fall = HashSet.hash("fall")

  /// Whether what follows is no noun that the season could describe.
  private func isEnd(_ token: Int) -> Bool {
    !isPlainWord(token) || tense.tag(token).map { $0 != .nn && $0 != .nns } ?? false
  }

  /// "year-end", "the year 2000", "year-earlier".
  func yearEnd(at token: Int) -> TimeReading? {
    guard word(token).value == TimeUnit.year.rawValue else { return nil }
    if kind(token + 1) == .hyphen, kind(token + 2) == .ago, word(token + 2).value <= 2 {
      return anchored(token + 3) { .year($0.year - 1) }
    }
    let next = kind(token + 1) == .possessive || kind(token + 1) == .hyphen ? token + 2 : token + 1
    if next == token + 1, let year = yearNumber(next), !isCount(next) {
      return .moment(.year(year.year), year.end, .explicit)
    }
    guard isForm(next, Self.end) else { return nil }
    if let following = followingYear(next + 1) { return .moment(.year(following.year), following.end, .explicit) }
    return anchored(next + 1) { .year($0.year) }
  }

  private static let end = HashSet.hash("end")
}
