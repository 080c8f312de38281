import NewsModel

extension TimeParser {
  /// A number with the unit behind it may be a duration, a date or an hour.
  func startingWithNumber(at token: Int) -> TimeReading? {
    if let reading = clock(at: token) { return reading }
    if let reading = extended(dayMonth(at: token), token) { return reading }
    if let reading = eraYear(at: token) { return reading }
    if let reading = extended(compoundOrdinal(at: token), token) { return reading }
    if let reading = spelledDecade(at: token) ?? countedWeekday(at: token) { return reading }
    if let reading = amount(at: token) { return reading }
    return year(at: token)
  }

  /// How much: "three", "2 1/2", "two and a half", "a few", "twenty-five", "two to three".
  private func quantity(_ token: Int) -> (count: Int?, andHalf: Bool, end: Int)? {
    let word = word(token)
    switch word.kind {
    case .vague: return (word.value == 0 ? nil : word.value, false, skip(.of, token + 1))
    case .half: return (0, true, skip(.hyphen, skip(.a, skip(.hyphen, token + 1))))
    case .decimal where word.value % 100 == 50: return (word.value / 100, true, token + 1)
    case .multiplier where word.value == 2: return (100, false, token + 1)
    case .number where word.value < 100_000: return afterNumber(word.value, token + 1)
    case .numberWord: return smallNumber(token).flatMap { multiplied($0.value, $0.end) }
    default: return nil
    }
  }

  private func multiplied(_ value: Int, _ token: Int) -> (count: Int?, andHalf: Bool, end: Int)? {
    guard kind(token) == .multiplier else { return afterNumber(value, token) }
    switch word(token).value {
    case 2: return added(to: value * 100, token + 1)
    case 3: return added(to: value * 1000, token + 1)
    default: return nil
    }
  }

  /// The rest of "two hundred and fifty".
  private func added(to value: Int, _ token: Int) -> (count: Int?, andHalf: Bool, end: Int)? {
    guard let rest = smallNumber(skip(.and, token)) else { return (value, false, token) }
    return (value + rest.value, false, rest.end)
  }

  /// The half, or the higher number, behind a number: the lower one counts.
  private func afterNumber(_ value: Int, _ token: Int) -> (count: Int?, andHalf: Bool, end: Int)? {
    if kind(token) == .and, kind(token + 1) == .a, kind(token + 2) == .half { return (value, true, token + 3) }
    // "2½".
    if kind(token) == .half, touch(token - 1, token) { return (value, true, token + 1) }
    if kind(token) == .figures, isForm(token, Self.oneHalf) { return (value, true, token + 1) }
    let connects = kind(token) == .to || kind(token) == .or || kind(token) == .hyphen
    if connects, isUnitNext(skip(.more, numberEnd(token + 1) ?? token)), let end = numberEnd(token + 1) {
      return (value, false, end)
    }
    return (value, false, token)
  }

  private static let oneHalf = HashSet.hash("1/2")

  private func numberEnd(_ token: Int) -> Int? {
    if kind(token) == .number { return token + 1 }
    return smallNumber(token)?.end
  }

  private func isUnitNext(_ token: Int) -> Bool {
    let next = skip(.hyphen, token)
    return kind(next) == .units || kind(next) == .unit
  }

  /// "three days", "27-year", "two weeks ago", "several months", "two hours a day".
  ///
  /// - Parameter asDuration: "the last two weeks" is no offset.
  func amount(at token: Int, asDuration: Bool = false) -> TimeReading? {
    if kind(token) == .units {
      guard asDuration, let unit = TimeUnit(rawValue: word(token).value) else { return nil }
      return fixed(unit.duration(nil), .duration, token + 1)
    }
    if let fraction = fraction(at: token) { return fraction }
    guard let quantity = quantity(token) else { return nil }
    if let nights = nights(quantity.count, quantity.end, asDuration: asDuration) { return nights }
    var next = skip(.hyphen, quantity.end)
    while kind(next) == .more { next += 1 }
    guard kind(next) == .units || kind(next) == .unit, let unit = TimeUnit(rawValue: word(next).value) else {
      return nil
    }
    if kind(next) == .unit, !isSingular(quantity.count, quantity.end, next) { return nil }
    if isNoAmount(unit, quantity.end, next, token, asDuration: asDuration) { return nil }
    if let compound = compound(unit, quantity.count, next + 1), !asDuration || compound.kind == .duration {
      return compound
    }
    if let half = halfMore(next + 1) {
      return measured(unit, quantity.count, true, half, token, asDuration: asDuration)
    }
    return measured(unit, quantity.count, quantity.andHalf, next + 1, token, asDuration: asDuration)
  }

  /// "two years and six months", "57 days, 13 hours", "1 year 1 month 21 days ago": smaller parts behind a larger one;
  /// `token` is behind the first.
  private func compound(_ unit: TimeUnit, _ count: Int?, _ token: Int) -> TimeReading? {
    guard let count else { return nil }
    var parts = [(count: count, unit: unit)]
    var end = token
    while let last = parts.last, let part = smallerPart(than: last.unit, skip(.and, skip(.comma, end))) {
      parts.append((part.count, part.unit))
      end = part.end
    }
    guard parts.count > 1, kind(end) != .old else { return nil }
    if kind(end) == .ago { return moved(by: parts, word(end).value == 1 || word(end).value == 2 ? -1 : 1, end) }
    var (date, time) = ("", "")
    for part in parts {
      let duration = part.unit.duration(part.count).dropFirst()
      if duration.first == "T" { time += duration.dropFirst() } else { date += duration }
    }
    return fixed("P" + date + (time.isEmpty ? "" : "T" + time), .duration, end)
  }

  /// An amount in a smaller unit that goes with the larger: months with years, minutes with hours.
  private func smallerPart(than unit: TimeUnit, _ token: Int) -> (count: Int, unit: TimeUnit, end: Int)? {
    let single: (count: Int?, andHalf: Bool, end: Int)? = kind(token) == .a ? (1, false, token + 1) : nil
    guard let quantity = single ?? quantity(token), let count = quantity.count, !quantity.andHalf,
      kind(quantity.end) == .units || kind(quantity.end) == .unit,
      let smaller = TimeUnit(rawValue: word(quantity.end).value)
    else { return nil }
    let goTogether =
      switch (unit, smaller) {
      case (.year, .month), (.year, .week), (.year, .day), (.month, .week), (.month, .day), (.week, .day),
        (.day, .hour),
        (.day, .minute), (.hour, .minute), (.hour, .second), (.minute, .second):
        true
      default: false
      }
    return goTogether ? (count, smaller, quantity.end + 1) : nil
  }

  /// The day so many years, months and days from the article's; `token` is the "ago".
  private func moved(by parts: [(count: Int, unit: TimeUnit)], _ sign: Int, _ token: Int) -> TimeReading? {
    anchored(token + 1) { anchor in
      var day: CalendarDate? = anchor
      for part in parts where part.unit.rawValue >= TimeUnit.day.rawValue {
        day = day?.adding(sign * part.count, part.unit)
      }
      return day.map { .day($0) }
    }
  }

  /// The token after "and a half" behind a unit: "one hour and a half".
  private func halfMore(_ token: Int) -> Int? {
    let next = skip(.a, token + 1)
    return kind(token) == .and && kind(next) == .half && !isDivided(next + 1) ? next + 1 : nil
  }

  /// Whether the half is one of something else: "two years and half the money".
  private func isDivided(_ token: Int) -> Bool {
    switch kind(token) {
    case .the, .a, .of, .counted: true
    default: [.nn, .nns, .nnp, .jj].contains(tense.tag(token))
    }
  }

  /// "2014 year" without a hyphen is a slip unless it stands in front of a noun.
  private func isSingular(_ count: Int?, _ end: Int, _ unit: Int) -> Bool {
    count ?? 1000 < 1000 || kind(end) == .hyphen || kind(end - 1) == .half || isPlainWord(unit + 1)
      || !sentence.contains(unit + 1)
  }

  /// "three quarters" of something, a "half century" of runs, the "60 Minutes" of television.
  private func isNoAmount(_ unit: TimeUnit, _ end: Int, _ token: Int, _ start: Int, asDuration: Bool) -> Bool {
    switch unit {
    case .quarter: !asDuration || kind(token) == .unit
    case .century, .decade: kind(start) == .half && kind(end - 1) != .a
    default: kind(start) == .number && isTitled(token)
    }
  }

  /// What so many units mean with the words around them.
  func measured(
    _ unit: TimeUnit, _ count: Int?, _ andHalf: Bool, _ end: Int, _ token: Int, asDuration: Bool = false
  ) -> TimeReading? {
    // "27 years old" and "27-year-old" are ages.
    if kind(skip(.hyphen, end)) == .old { return nil }
    if asDuration { return fixed(unit.duration(count, andHalf: andHalf), .duration, end) }
    if let moved = offset(unit, count, end) { return moved }
    if kind(token - 1) == .in, count != nil, unit.rawValue >= TimeUnit.day.rawValue, isAhead(token) {
      return anchored(end) { Moment(unit, count ?? 0, from: $0) }
    }
    return fixed(unit.duration(count, andHalf: andHalf), .duration, end)
  }

  /// Whether "in three days" looks ahead: the verb does, and the word is not "within".
  private func isAhead(_ token: Int) -> Bool {
    isForm(token - 1, Self.in) && tense.direction(of: token, in: sentence) == .future
  }

  private static let `in` = HashSet.hash("in")

  /// "years" in "for years", "weeks of protests", "decades ago".
  func bareUnits(at token: Int) -> TimeReading? {
    guard let unit = TimeUnit(rawValue: word(token).value) else { return nil }
    if let moved = offset(unit, nil, token + 1) { return moved }
    if unit == .quarter { return nil }
    if let weekends = weekends(at: token) { return weekends }
    var end = token + 1
    if kind(end) == .or || kind(end) == .and, kind(end + 1) == .units { end += 2 }
    switch kind(token - 1) {
    case .during, .in, .about: return fixed(unit.duration(nil), .duration, end)
    default: return kind(end) == .of || isAlone(token..<end) ? fixed(unit.duration(nil), .duration, end) : nil
    }
  }

  /// "a year", "a year ago", "a few days", "$5 million a year".
  func indefinite(at token: Int) -> TimeReading? {
    var next = token + 1
    if kind(next) == .vague { return amount(at: next) }
    if let fraction = fraction(at: next) { return fraction }
    if kind(next) == .numberWord || kind(next) == .half || kind(next) == .number { return nil }
    while kind(next) == .more { next += 1 }
    guard kind(next) == .unit, let unit = TimeUnit(rawValue: word(next).value),
      unit != .quarter || kind(next + 1) == .ago
    else { return nil }
    let end = next + 1
    if isRate(token) { return fixed(unit.duration(1), .set, end) }
    if let long = unitLong(at: next) { return long }
    if let half = halfMore(end) { return fixed(unit.duration(1, andHalf: true), .duration, half) }
    if let compound = compound(unit, 1, end) { return compound }
    if kind(end) == .hyphen, kind(end + 1) != .more { return nil }
    return measured(unit, 1, false, end, token)
  }

  /// "for full year", "the entire week": the word at `token` says that nothing is left out.
  func entireUnit(at token: Int) -> TimeReading? {
    let isEntire = [Self.full, Self.whole, Self.entire].contains { isForm(token, $0) }
    guard isEntire, kind(token - 1) == .during || kind(token - 1) == .the, !isPlainWord(token + 2) else { return nil }
    return wholeUnit(at: token)
  }

  private static let full = HashSet.hash("full")
  private static let whole = HashSet.hash("whole")
  private static let entire = HashSet.hash("entire")

  /// Whether a number stands in front: "5% a year", "three times a day".
  private func isRate(_ token: Int) -> Bool {
    switch kind(token - 1) {
    case .number, .numberWord, .multiplier, .times, .counted, .decimal: true
    default: false
    }
  }

  /// "all week", "another day", "the whole year".
  func wholeUnit(at token: Int) -> TimeReading? {
    let smallest = kind(token) == .another ? TimeUnit.second : .day
    guard kind(token + 1) == .unit, let unit = TimeUnit(rawValue: word(token + 1).value),
      unit.rawValue >= smallest.rawValue, unit != .quarter, unit != .half
    else { return nil }
    return fixed(unit.duration(1), .duration, token + 2)
  }
}
