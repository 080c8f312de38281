import NewsModel

/// Reads time expressions out of the tokens of a sentence: one function a form, the longest reading wins.
struct TimeParser {
  let text: [UInt8]
  let starts: [Int32]
  let ends: [Int32]
  let words: [TimeWord]
  let tense: TenseReader
  /// The article's date.
  let anchor: CalendarDate?
  var sentence = 0..<0
  /// The last date that the text named: "the following day" counts from it.
  var reference: Moment?
  /// The year of the last full date that the paragraph named: the next without a year is of the same.
  var narratedYear: Int?
  /// The year of each month that was named last, by its number: "that October".
  var yearOfMonth: [Int: Int] = [:]
  /// The last day that the sentence named: "at 3 p.m." is a time of it.
  var sentenceDay: CalendarDate?

  init(_ document: Document) {
    text = document.text
    starts = document.starts
    ends = document.ends
    anchor = document.date
    tense = TenseReader(document)
    let reader = TimeWordReader(text: text)
    words = (0..<document.tokenCount).map { reader.word(Int(document.starts[$0])..<Int(document.ends[$0])) }
  }

  /// The expression that begins at `token`; nil where none does.
  func expression(at token: Int) -> TimeReading? {
    guard let reading = simple(at: token) else { return nil }
    return measuredRange(from: reading, startingAt: token) ?? range(from: reading, startingAt: token) ?? reading
  }

  /// An expression that is no range.
  func simple(at token: Int) -> TimeReading? {
    switch kind(token) {
    case .weekday: weekdaySet(at: token) ?? extended(weekdayDate(at: token), token)
    case .number, .numberWord, .decimal: startingWithNumber(at: token)
    case .multiplier, .vague: amount(at: token)
    case .half: clock(at: token) ?? amount(at: token)
    case .clock: clock(at: token)
    case .a: (isUnit(.quarter, token + 1) ? clock(at: token) : nil) ?? indefinite(at: token)
    case .unit: (isUnit(.quarter, token) ? clock(at: token) : nil) ?? yearEnd(at: token) ?? bareUnit(at: token)
    case .all, .another: wholeUnit(at: token)
    case .more: entireUnit(at: token)
    case .units: bareUnits(at: token)
    case .unitLong: unitLong(at: token)
    case .season: season(at: token)
    case .decade: decade(at: token)
    case .dayPart: dayPart(at: token)
    case .partCode: partCode(at: token)
    case .reference: reference(at: token)
    case .fiscal: fiscal(at: token)
    case .era: era(at: token)
    case .every, .weekdays, .dayParts, .frequency, .times, .per: repeatedTime(at: token)
    default: extended(calendarTime(at: token), token)
    }
  }

  /// A date, or another part of the calendar, that a time of day may follow.
  private func calendarTime(at token: Int) -> TimeReading? {
    switch kind(token) {
    case .month: monthDate(at: token)
    case .ordinal: ordinalDate(at: token) ?? bareDay(at: token)
    case .figures: figures(at: token)
    case .deictic: deictic(at: token)
    case .shift: shifted(at: token)
    case .position: positioned(at: token)
    case .the: definite(at: token)
    case .ago: word(token).value == 2 || word(token).value == 3 ? positioned(at: token) : nil
    case .holiday, .named, .newYear: holiday(at: token)
    default: nil
    }
  }

  // MARK: - Tokens

  func word(_ token: Int) -> TimeWord { sentence.contains(token) ? words[token] : TimeWord() }

  func kind(_ token: Int) -> TimeWord.Kind { word(token).kind }

  /// The token at `token` or, if that is of the given kind, the next.
  func skip(_ kind: TimeWord.Kind, _ token: Int) -> Int { self.kind(token) == kind ? token + 1 : token }

  func isUnit(_ unit: TimeUnit, _ token: Int) -> Bool { kind(token) == .unit && word(token).value == unit.rawValue }

  func isForm(_ token: Int, _ hash: UInt64) -> Bool {
    guard sentence.contains(token) else { return false }
    return WordTable.hash(text, Int(starts[token])..<Int(ends[token])) == hash
  }

  /// Whether the token has small letters and is no word of the recogniser's.
  func isPlainWord(_ token: Int) -> Bool {
    guard sentence.contains(token), kind(token) == .none || kind(token) == .counted else { return false }
    return isLowercase(text[Int(starts[token])])
  }

  func isPlural(_ token: Int) -> Bool {
    isPlainWord(token) && ends[token] - starts[token] > 3 && text[Int(ends[token]) - 1] == UInt8(ascii: "s")
      && text[Int(ends[token]) - 2] != UInt8(ascii: "s")
  }

  /// Whether the token has a capital that no beginning of a sentence gave it.
  func isTitled(_ token: Int) -> Bool {
    guard sentence.contains(token), token > sentence.lowerBound else { return false }
    return isUppercase(text[Int(starts[token])])
  }

  func isAlone(_ range: Range<Int>) -> Bool { sentence == range }

  // MARK: - Readings

  func fixed(_ value: String, _ kind: TimeExpression.Kind, _ end: Int) -> TimeReading { .fixed(value, kind, end) }

  /// A moment counted from the article's date.
  func anchored(_ end: Int, _ moment: (CalendarDate) -> Moment?) -> TimeReading? {
    guard let anchor else { return .unanchored(end) }
    return moment(anchor).map { .moment($0, end, .relative) }
  }

  /// A moment counted from the date last spoken of.
  func referred(_ end: Int, _ moment: (CalendarDate) -> Moment?) -> TimeReading? {
    guard let start = reference?.start ?? anchor else { return .unanchored(end) }
    return moment(start).map { .moment($0, end, .relative) }
  }

  private static let that = HashSet.hash("that")
  /// "the September 11 attacks" are those of 2001.
  private static let attacks = ["attack", "attacks", "terrorist", "hijackers", "hijackings"].map(HashSet.hash)

  /// A date whose year the words may leave out.
  func date(_ partial: PartialDate, _ end: Int, at token: Int) -> TimeReading? {
    if partial.year != nil { return partial.moment.map { .moment($0, end, .explicit) } }
    if let narratedYear, partial.weekday == nil, tense.direction(of: token, in: sentence) != .future {
      var dated = partial
      dated.year = narratedYear
      return dated.moment.map { .moment($0, end, .relative) }
    }
    // "earlier that October": of the year last spoken of.
    if let month = partial.month, let year = yearOfMonth[month] ?? reference?.start?.year, isForm(token - 1, Self.that)
    {
      var dated = partial
      dated.year = year
      return dated.moment.map { .moment($0, end, .relative) }
    }
    if partial.month == 9, partial.day == 11, partial.weekday == nil, Self.attacks.contains(where: { isForm(end, $0) })
    {
      return CalendarDate(year: 2001, month: 9, day: 11).map { .moment(.day($0), end, .relative) }
    }
    // "February 30" is no date, whatever the year.
    if let month = partial.month, let day = partial.day, day > CalendarDate.days(inMonth: month, of: 2000) {
      return nil
    }
    guard var reading = anchored(end, { partial.moment(near: $0, tense.direction(of: token, in: sentence)) }) else {
      return nil
    }
    reading.partial = partial
    return reading
  }
}
