import NewsModel

/// A day of the year that has a name, and how it is found in a year.
enum Holiday: Sendable {
  case fixed(month: Int, day: Int)
  /// The n-th weekday of a month, or the last where n is −1; and so many days after it.
  case weekday(Int, Int, month: Int, after: Int = 0)
  /// Days after Easter Sunday of the Western churches.
  case easter(Int)
  /// Days after Easter Sunday of the Eastern churches.
  case orthodoxEaster(Int)

  /// The day in a year.
  func day(in year: Int) -> CalendarDate? {
    switch self {
    case .fixed(let month, let day): CalendarDate(year: year, month: month, day: day)
    case .weekday(let ordinal, let weekday, let month, let days):
      Self.weekday(ordinal, weekday, month, year)?.adding(days: days)
    case .easter(let days): Self.easter(in: year)?.adding(days: days)
    case .orthodoxEaster(let days): Self.orthodoxEaster(in: year)?.adding(days: days)
    }
  }

  /// The day nearest to `anchor` in a direction; in the anchor's year where nothing tells.
  func day(near anchor: CalendarDate, _ direction: TimeDirection) -> CalendarDate? {
    let days = (anchor.year - 1...anchor.year + 1).compactMap(day(in:))
    return switch direction {
    case .past: days.last { $0 <= anchor }
    case .future: days.first { $0 >= anchor }
    case .unknown: day(in: anchor.year)
    }
  }

  private static func weekday(_ ordinal: Int, _ weekday: Int, _ month: Int, _ year: Int) -> CalendarDate? {
    let last = CalendarDate.days(inMonth: month, of: year)
    guard let from = CalendarDate(year: year, month: month, day: ordinal < 0 ? last : 1) else { return nil }
    if ordinal < 0 { return from.adding(days: -((from.weekday - weekday + 7) % 7)) }
    return from.adding(days: (weekday - from.weekday + 7) % 7 + 7 * (ordinal - 1))
  }

  /// Easter Sunday of the Gregorian calendar. Source: the anonymous algorithm in Meeus, "Astronomical Algorithms", ch. 8.
  private static func easter(in year: Int) -> CalendarDate? {
    let (golden, century, rest) = (year % 19, year / 100, year % 100)
    let correction = (century - century / 4 - (8 * century + 13) / 25 + 19 * golden + 15) % 30
    let moon = correction - correction / 28 * (1 - correction / 28 * (29 / (correction + 1)) * ((21 - golden) / 11))
    let weekday = (year + year / 4 + moon + 2 - century + century / 4) % 7
    let offset = moon - weekday
    let month = 3 + (offset + 40) / 44
    return rest >= 0 ? CalendarDate(year: year, month: month, day: offset + 28 - 31 * (month / 4)) : nil
  }

  /// Easter Sunday of the Julian calendar, as a date of the Gregorian. Source: Meeus, "Astronomical Algorithms", ch. 8.
  private static func orthodoxEaster(in year: Int) -> CalendarDate? {
    let moon = (19 * (year % 19) + 15) % 30
    let weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    let offset = moon + weekday + 114
    let behind = year / 100 - year / 400 - 2
    return CalendarDate(year: year, month: offset / 31, day: 1)?.adding(days: offset % 31 + behind)
  }

  /// Names in small letters, without apostrophes and genitives' "s" of their own token.
  private static let names: [(String, Holiday)] = [
    ("christmas", .fixed(month: 12, day: 25)), ("christmas day", .fixed(month: 12, day: 25)),
    ("xmas", .fixed(month: 12, day: 25)), ("christmas eve", .fixed(month: 12, day: 24)),
    ("boxing day", .fixed(month: 12, day: 26)), ("new year eve", .fixed(month: 12, day: 31)),
    ("new years eve", .fixed(month: 12, day: 31)), ("new year day", .fixed(month: 1, day: 1)),
    ("new years day", .fixed(month: 1, day: 1)), ("epiphany", .fixed(month: 1, day: 6)),
    ("halloween", .fixed(month: 10, day: 31)), ("valentine day", .fixed(month: 2, day: 14)),
    ("valentines day", .fixed(month: 2, day: 14)), ("veterans day", .fixed(month: 11, day: 11)),
    ("armistice day", .fixed(month: 11, day: 11)), ("remembrance day", .fixed(month: 11, day: 11)),
    ("bastille day", .fixed(month: 7, day: 14)), ("independence day", .fixed(month: 7, day: 4)),
    ("juneteenth", .fixed(month: 6, day: 19)), ("earth day", .fixed(month: 4, day: 22)),
    ("canada day", .fixed(month: 7, day: 1)), ("australia day", .fixed(month: 1, day: 26)),
    ("anzac day", .fixed(month: 4, day: 25)), ("groundhog day", .fixed(month: 2, day: 2)),
    ("st. patrick day", .fixed(month: 3, day: 17)), ("saint patrick day", .fixed(month: 3, day: 17)),
    ("st. patricks day", .fixed(month: 3, day: 17)), ("st patrick day", .fixed(month: 3, day: 17)),
    ("cinco de mayo", .fixed(month: 5, day: 5)), ("st. george day", .fixed(month: 4, day: 23)),
    ("st. andrew day", .fixed(month: 11, day: 30)), ("st. david day", .fixed(month: 3, day: 1)),
    ("midsummer day", .fixed(month: 6, day: 24)), ("guy fawkes day", .fixed(month: 11, day: 5)),
    ("guy fawkes night", .fixed(month: 11, day: 5)), ("bonfire night", .fixed(month: 11, day: 5)),
    ("all saints day", .fixed(month: 11, day: 1)), ("all souls day", .fixed(month: 11, day: 2)),
    ("singles day", .fixed(month: 11, day: 11)), ("international women day", .fixed(month: 3, day: 8)),
    ("world aids day", .fixed(month: 12, day: 1)),
    ("human rights day", .fixed(month: 12, day: 10)), ("inauguration day", .fixed(month: 1, day: 20)),
    ("arbor day", .weekday(-1, 5, month: 4)), ("election day", .weekday(1, 1, month: 11, after: 1)),
    ("labour day", .weekday(1, 1, month: 9)), ("martin luther king jr. day", .weekday(3, 1, month: 1)),
    ("indigenous peoples day", .weekday(2, 1, month: 10)),
    ("martin luther king day", .weekday(3, 1, month: 1)), ("mlk day", .weekday(3, 1, month: 1)),
    ("presidents day", .weekday(3, 1, month: 2)), ("memorial day", .weekday(-1, 1, month: 5)),
    ("labor day", .weekday(1, 1, month: 9)), ("columbus day", .weekday(2, 1, month: 10)),
    ("thanksgiving", .weekday(4, 4, month: 11)), ("thanksgiving day", .weekday(4, 4, month: 11)),
    ("black friday", .weekday(4, 4, month: 11, after: 1)), ("cyber monday", .weekday(4, 4, month: 11, after: 4)),
    ("mother day", .weekday(2, 7, month: 5)), ("mothers day", .weekday(2, 7, month: 5)),
    ("father day", .weekday(3, 7, month: 6)), ("fathers day", .weekday(3, 7, month: 6)),
    ("shrove tuesday", .easter(-47)), ("ash wednesday", .easter(-46)), ("palm sunday", .easter(-7)),
    ("maundy thursday", .easter(-3)), ("holy thursday", .easter(-3)), ("good friday", .easter(-2)),
    ("holy saturday", .easter(-1)), ("easter", .easter(0)), ("easter day", .easter(0)), ("easter sunday", .easter(0)),
    ("easter monday", .easter(1)), ("ascension day", .easter(39)), ("pentecost", .easter(49)),
    ("orthodox easter", .orthodoxEaster(0)), ("orthodox easter sunday", .orthodoxEaster(0)),
    ("mardi gras", .easter(-47)), ("fat tuesday", .easter(-47)), ("trinity sunday", .easter(56)),
    ("corpus christi", .easter(60)), ("whit sunday", .easter(49)), ("whit monday", .easter(50)),
  ]

  private static let table = Dictionary(
    names.map { (WordTable.hash(Array($0.0.utf8), 0..<$0.0.utf8.count), $0.1) }, uniquingKeysWith: { first, _ in first }
  )

  /// The holiday whose name's hash that is; nil where there is none.
  static func named(_ hash: UInt64) -> Holiday? { table[hash] }
}

extension TimeParser {
  /// "Christmas Eve", "Good Friday", "Thanksgiving 2019", "last Easter".
  ///
  /// - Parameter shift: the word in front, if it is one.
  func holiday(at token: Int, _ shift: TimeShift? = nil) -> TimeReading? {
    guard let named = namedDay(at: token, shift) else { return nil }
    guard isUnit(.weekend, named.end), let day = named.day else { return named }
    // "Easter weekend", and that of a Monday is the one before it.
    return Moment(.weekend, holding: day.adding(days: day.weekday < 4 ? -7 : 0)).map {
      .moment($0, named.end + 1, named.basis)
    }
  }

  private func namedDay(at token: Int, _ shift: TimeShift?) -> TimeReading? {
    guard word(token).hasCapital, let (holiday, end) = holidayName(at: token) else { return nil }
    if shift == nil, let year = followingYear(end) {
      return holiday.day(in: year.year).map { .moment(.day($0), year.end, .explicit) }
    }
    if shift == nil, let narratedYear, tense.direction(of: token, in: sentence) != .future {
      return holiday.day(in: narratedYear).map { .moment(.day($0), end, .relative) }
    }
    return anchored(end) { anchor in
      let day: CalendarDate? =
        switch shift?.offset {
        case -1: holiday.day(near: anchor.adding(days: -1), .past)
        case 1: holiday.day(near: anchor.adding(days: 1), .future)
        case 0: holiday.day(in: anchor.year)
        default: holiday.day(near: anchor, tense.direction(of: token, in: sentence))
        }
      return day.map { .day($0) }
    }
  }

  /// The longest name of a holiday of up to five tokens at `token`, with the token after it.
  private func holidayName(at token: Int) -> (Holiday, end: Int)? {
    var found: (Holiday, end: Int)?
    var name: [UInt8] = []
    for next in token..<min(token + 5, sentence.upperBound) where kind(next) != .possessive {
      if !name.isEmpty { name.append(0x20) }
      name += text[Int(starts[next])..<Int(ends[next])]
      if let holiday = Holiday.named(WordTable.hash(name, 0..<name.count)) { found = (holiday, next + 1) }
    }
    guard let found, !isPartOfName(token..<found.end) else { return nil }
    return found
  }

  /// "Christmas Island", "Easter Seals": a name that goes on.
  private func isPartOfName(_ range: Range<Int>) -> Bool {
    range.count == 1 && sentence.contains(range.upperBound) && kind(range.upperBound) == .none
      && isTitled(range.upperBound)
  }
}
