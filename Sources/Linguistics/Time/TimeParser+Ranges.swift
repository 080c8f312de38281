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
    guard var second = simple(at: skip(.the, reading.end + 1)), second.last == nil, second.kind == reading.kind else {
      return nil
    }
    guard reading.lacksAnchor == second.lacksAnchor || reading.partial != nil else { return nil }
    var first = reading
    borrowYear(&first, &second)
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
