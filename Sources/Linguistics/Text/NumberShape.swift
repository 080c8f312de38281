/// How far a number reaches: amounts, times of day, dates and telephone numbers stay one token.
enum NumberShape {
  /// The end of the number whose first digit is at `start`.
  static func end(in text: [UInt8], from start: Int, to end: Int) -> Int {
    if let stop = hyphenated(text, start, end) { return stop }
    var index = digits(text, start, end)
    while index + 1 < end, isDigit(text[index + 1]) {
      let next = digits(text, index + 1, end)
      switch text[index] {
      case UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: ":"): break
      case UInt8(ascii: "/"): if next - index > 5 || index - start > 7 { return index }
      default: return index
      }
      index = next
    }
    return index
  }

  /// The end of the run of digits at `start`.
  static func digits(_ text: [UInt8], _ start: Int, _ end: Int) -> Int {
    var index = start
    while index < end, isDigit(text[index]) { index += 1 }
    return index
  }

  /// Telephone numbers and dates with hyphens; a range ("2014-16") is not one of them.
  private static func hyphenated(_ text: [UInt8], _ start: Int, _ end: Int) -> Int? {
    var lengths: (Int, Int, Int, Int) = (0, 0, 0, 0)
    var groups = 0
    var index = start
    while true {
      let stop = digits(text, index, end)
      guard stop > index, groups < 4 else { return nil }
      switch groups {
      case 0: lengths.0 = stop - index
      case 1: lengths.1 = stop - index
      case 2: lengths.2 = stop - index
      default: lengths.3 = stop - index
      }
      groups += 1
      index = stop
      guard index + 1 < end, text[index] == UInt8(ascii: "-"), isDigit(text[index + 1]) else { break }
      index += 1
    }
    if index < end, ByteClass(text[index]) == .letter || text[index] == UInt8(ascii: ":") {
      // "2022-01-10T14:00:00Z" is a date too.
      guard text[index] == UInt8(ascii: "T"), isYearMonthDay(groups, lengths) else { return nil }
      return clockEnd(text, index + 1, end)
    }
    return isOneNumber(groups, lengths) ? index : nil
  }

  /// The end of the "14:00:00Z" or "14:00:00+01:00" behind a date.
  private static func clockEnd(_ text: [UInt8], _ start: Int, _ end: Int) -> Int {
    var index = start
    while index < end, isDigit(text[index]) || text[index] == UInt8(ascii: ":") || text[index] == UInt8(ascii: "+") {
      index += 1
    }
    if index < end, text[index] == UInt8(ascii: "Z") { index += 1 }
    return index
  }

  private static func isOneNumber(_ groups: Int, _ lengths: (Int, Int, Int, Int)) -> Bool {
    switch (groups, lengths.0, lengths.1, lengths.2, lengths.3) {
    case (2, 3, 4, _, _), (3, 3, 3, 4, _), (4, 1, 3, 3, 4), (2, 5, 4, _, _), (2, 1, 4, _, _): true
    case (3, 1...2, 1...2, 4, _), (3, 2, 2, 2, _): true
    default: isYearMonthDay(groups, lengths)
    }
  }

  private static func isYearMonthDay(_ groups: Int, _ lengths: (Int, Int, Int, Int)) -> Bool {
    groups == 3 && lengths.0 == 4 && lengths.1 <= 2 && lengths.2 <= 2
  }
}
