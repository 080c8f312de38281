import NewsModel

/// A date in one token of figures.
enum FigureDate: Equatable {
  /// A day, and the time behind it as `T14:00`.
  case day(CalendarDate, String?)
  /// Day and month could be either: as a European and as an American would read it.
  case ambiguous(dayFirst: CalendarDate, monthFirst: CalendarDate)
  case monthDay(Int, Int)
  /// "2021/22".
  case years(Int, Int)

  init?(_ text: [UInt8], _ range: Range<Int>) {
    var groups: [(value: Int, digits: Int)] = []
    var separator: UInt8 = 0
    var index = range.lowerBound
    while index < range.upperBound {
      let start = index
      var value = 0
      while index < range.upperBound, isDigit(text[index]), index - start < 5 {
        value = value * 10 + Int(text[index] - 0x30)
        index += 1
      }
      guard index > start, groups.count < 3 else { return nil }
      groups.append((value, index - start))
      guard index < range.upperBound, groups.count < 3 else { break }
      guard separator == 0 || text[index] == separator else { return nil }
      separator = text[index]
      index += 1
    }
    let rest = index..<range.upperBound
    switch groups.count {
    case 3: self.init(groups[0], groups[1], groups[2], clock: Self.clock(text, rest))
    case 2 where separator == UInt8(ascii: "/") && rest.isEmpty: self.init(groups[0], groups[1])
    default: return nil
    }
  }

  private init?(_ first: (value: Int, digits: Int), _ second: (value: Int, digits: Int)) {
    if first.digits == 4, second.digits == 2 || second.digits == 4, (first.value + 1) % 100 == second.value % 100 {
      self = .years(first.value, first.value + 1)
    } else if first.digits <= 2, second.digits <= 2, (1...12).contains(first.value), (1...31).contains(second.value) {
      self = .monthDay(first.value, second.value)
    } else if first.digits == 2, second.digits <= 2, (13...31).contains(first.value), (1...12).contains(second.value) {
      self = .monthDay(second.value, first.value)
    } else {
      return nil
    }
  }

  private init?(
    _ first: (value: Int, digits: Int), _ second: (value: Int, digits: Int), _ third: (value: Int, digits: Int),
    clock: String?
  ) {
    if first.digits == 4 {
      guard let date = CalendarDate(year: first.value, month: second.value, day: third.value) else { return nil }
      self = .day(date, clock)
      return
    }
    guard first.digits <= 2, second.digits <= 2, third.digits == 2 || third.digits == 4 else { return nil }
    let year = third.digits == 4 ? third.value : third.value + (third.value < 50 ? 2000 : 1900)
    let dayFirst = CalendarDate(year: year, month: second.value, day: first.value)
    let monthFirst = CalendarDate(year: year, month: first.value, day: second.value)
    switch (dayFirst, monthFirst) {
    case (let day?, let month?): self = day == month ? .day(day, clock) : .ambiguous(dayFirst: day, monthFirst: month)
    case (let date?, nil), (nil, let date?): self = .day(date, clock)
    case (nil, nil): return nil
    }
  }

  /// The "T14:00" of "2022-01-10T14:00:00Z"; the seconds too where they are not 0.
  private static func clock(_ text: [UInt8], _ rest: Range<Int>) -> String? {
    guard rest.count >= 6, text[rest.lowerBound] == UInt8(ascii: "T"), text[rest.lowerBound + 3] == UInt8(ascii: ":")
    else { return nil }
    let seconds = rest.dropFirst(6).prefix(3)
    let hasSeconds =
      seconds.count == 3 && text[seconds.lowerBound] == UInt8(ascii: ":")
      && seconds.dropFirst().allSatisfy { isDigit(text[$0]) } && !text[seconds].elementsEqual(":00".utf8)
    return String(decoding: text[rest.prefix(hasSeconds ? 9 : 6)], as: UTF8.self)
  }
}
