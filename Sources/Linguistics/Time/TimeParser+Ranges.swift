import NewsModel

extension TimeParser {
  /// "Monday to Wednesday", "between 2014 and 2016", "from March to May 2020": two readings with a word between them.
  ///
  /// - Parameter reading: the first of the two, which begins at `token`.
  func range(from reading: TimeReading, startingAt token: Int) -> TimeReading? {
    guard reading.last == nil, reading.lastValue == nil, reading.kind == .date || reading.kind == .time,
      connects(reading.end, token)
    else {
      return nil
    }
    guard reading.lacksAnchor || reading.moment != nil else { return nil }
    if let now = untilNow(reading) { return now }
    let next = reading.end + 1
    guard var second = simple(at: next) ?? simple(at: skip(.the, next)), second.last == nil, second.kind == reading.kind
    else {
      return nil
    }
    guard reading.lacksAnchor == second.lacksAnchor || reading.partial != nil else { return nil }
    var first = reading
    borrowYear(&first, &second)
    holdAnchor(&first, &second)
    orderAlike(&first, &second)
    guard let start = first.moment?.start, let end = second.moment?.start, ordered(start, &second, end, first) else {
      return first.lacksAnchor && second.lacksAnchor ? .unanchored(second.end) : nil
    }
    first.last = second.moment
    first.lastValue = second.clock.map { (second.moment?.value ?? "") + $0 }
    first.end = second.end
    return first
  }

  /// "from 2019 to now": up to the article's day.
  private func untilNow(_ reading: TimeReading) -> TimeReading? {
    let next = reading.end + 1
    guard kind(next) == .reference, word(next).value == 1, reading.kind == .date, let anchor,
      let start = reading.moment?.start, start <= anchor
    else { return nil }
    var range = reading
    (range.last, range.end) = (.day(anchor), next + 1)
    return range
  }

  /// "between now and Friday", "from now until the end of the year": from the article's day.
  func fromNow(at token: Int) -> TimeReading? {
    guard word(token).value == 1, kind(token - 1) == .between || kind(token - 1) == .from, connects(token + 1, token),
      let anchor, let second = simple(at: token + 2), second.kind == .date, second.last == nil,
      var last = second.moment, let start = last.start
    else { return nil }
    if start <= anchor, let day = second.day {
      guard kind(token + 2) == .weekday, second.basis == .relative else { return nil }
      last = .day(Self.day(day.weekday, near: anchor.adding(days: 1), .future))
    }
    var range = TimeReading.moment(.day(anchor), second.end, .relative)
    range.last = last
    return range
  }

  /// Whether the token at `token` joins a range that began at `start`.
  private func connects(_ token: Int, _ start: Int) -> Bool {
    switch kind(token) {
    case .to, .hyphen, .until: true
    case .and: kind(start - 1) == .between || (kind(start - 1) == .the && kind(start - 2) == .between)
    default: false
    }
  }

  /// "March to May 2020": the year stands behind the second alone.
  private func borrowYear(_ first: inout TimeReading, _ second: inout TimeReading) {
    guard var partial = first.partial, second.partial == nil, second.basis == .explicit else { return }
    switch second.moment {
    case .day(let date): partial.year = date.year
    case .month(let year, let month): partial.year = partial.month ?? 0 > month ? year - 1 : year
    default: return
    }
    first.moment = partial.moment
    (first.basis, first.lacksAnchor) = (.explicit, false)
  }

  /// "from August to October", said in September of what is to come: both are of the article's year.
  private func holdAnchor(_ first: inout TimeReading, _ second: inout TimeReading) {
    guard let anchor, let start = first.partial, let end = second.partial, start.year == nil, end.year == nil,
      case .month(let year, let month)? = first.moment, year == anchor.year + 1, let last = end.month,
      end.day == nil, month < anchor.month, last >= anchor.month
    else { return }
    first.moment = .month(anchor.year, month)
    second.moment = .month(anchor.year, last)
  }

  /// "5/1/2019-5/7/2020": both dates have day and month in the same order, the one that makes the shorter range.
  private func orderAlike(_ first: inout TimeReading, _ second: inout TimeReading) {
    guard let one = first.orders, let other = second.orders else { return }
    let dayFirst = one.dayFirst.daysSinceEpoch...max(one.dayFirst, other.dayFirst).daysSinceEpoch
    let monthFirst = one.monthFirst.daysSinceEpoch...max(one.monthFirst, other.monthFirst).daysSinceEpoch
    let isMonthFirst = dayFirst.count == 1 || (monthFirst.count > 1 && monthFirst.count < dayFirst.count)
    first.moment = .day(isMonthFirst ? one.monthFirst : one.dayFirst)
    second.moment = .day(isMonthFirst ? other.monthFirst : other.dayFirst)
  }

  /// Whether the range ends after it begins; a second weekday or month is moved behind the first.
  private func ordered(_ start: CalendarDate, _ second: inout TimeReading, _ end: CalendarDate, _ first: TimeReading)
    -> Bool
  {
    if end > start || (end == start && second.clock != nil) { return true }
    switch second.moment {
    case .day where second.partial == nil && second.basis == .relative:
      let days = (end.weekday - start.weekday + 6) % 7 + 1
      second.moment = .day(start.adding(days: days))
      return true
    case .day where second.partial != nil: second.moment = .day(end.adding(months: 12))
    case .month(let year, let month) where second.partial != nil: second.moment = .month(year + 1, month)
    default: return false
    }
    return true
  }
}
