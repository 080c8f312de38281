/// A moment in whole seconds since 1970-01-01T00:00:00Z, without leap seconds.
package struct Timestamp: Sendable, Hashable, Comparable {
  package var seconds: Int

  package init(seconds: Int) { self.seconds = seconds }

  /// Midnight in UTC at the start of a day.
  package init(_ date: CalendarDate) { seconds = date.daysSinceEpoch * 86_400 }

  /// Reads an RFC 3339 time such as `2022-01-10T12:30:00Z`; fractions of a second are dropped.
  package init?(_ text: some StringProtocol) {
    var bytes = Array(text.utf8)[...]
    guard let date = CalendarDate(String(decoding: bytes.prefix(10), as: UTF8.self)) else { return nil }
    bytes = bytes.dropFirst(10)
    guard let letter = bytes.popFirst(), letter | 0x20 == UInt8(ascii: "t") || letter == UInt8(ascii: " ") else {
      return nil
    }
    guard let clock = Self.readClock(&bytes), let zone = Self.readZone(bytes) else { return nil }
    seconds = date.daysSinceEpoch * 86_400 + clock - zone
  }

  /// The day in UTC.
  package var date: CalendarDate {
    CalendarDate(daysSinceEpoch: (seconds >= 0 ? seconds : seconds - 86_399) / 86_400)
  }

  package static func < (a: Timestamp, b: Timestamp) -> Bool { a.seconds < b.seconds }

  /// Reads `HH:MM:SS`, with a fraction that is dropped, as seconds of the day.
  private static func readClock(_ bytes: inout ArraySlice<UInt8>) -> Int? {
    guard let hour = readNumber(&bytes, below: 24), bytes.popFirst() == UInt8(ascii: ":"),
      let minute = readNumber(&bytes, below: 60), bytes.popFirst() == UInt8(ascii: ":"),
      let second = readNumber(&bytes, below: 61)
    else { return nil }
    if bytes.first == UInt8(ascii: ".") {
      let digits = bytes.dropFirst().prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
      guard !digits.isEmpty else { return nil }
      bytes = bytes[digits.endIndex...]
    }
    return hour * 3600 + minute * 60 + second
  }

  /// Reads `Z` or `±HH:MM` as seconds east of Greenwich, to the end.
  private static func readZone(_ bytes: ArraySlice<UInt8>) -> Int? {
    var bytes = bytes
    guard let sign = bytes.popFirst() else { return nil }
    if sign | 0x20 == UInt8(ascii: "z") { return bytes.isEmpty ? 0 : nil }
    guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"), let hour = readNumber(&bytes, below: 24),
      bytes.popFirst() == UInt8(ascii: ":"), let minute = readNumber(&bytes, below: 60), bytes.isEmpty
    else { return nil }
    let offset = hour * 3600 + minute * 60
    return sign == UInt8(ascii: "-") ? -offset : offset
  }

  /// Reads two digits.
  private static func readNumber(_ bytes: inout ArraySlice<UInt8>, below limit: Int) -> Int? {
    guard let tens = bytes.popFirst(), let ones = bytes.popFirst() else { return nil }
    let (high, low) = (tens &- UInt8(ascii: "0"), ones &- UInt8(ascii: "0"))
    guard high < 10, low < 10 else { return nil }
    let value = Int(high) * 10 + Int(low)
    return value < limit ? value : nil
  }
}

extension Timestamp: CustomStringConvertible {
  /// RFC 3339 in UTC: `2022-01-10T12:30:00Z`.
  package var description: String {
    let secondOfDay = seconds - date.daysSinceEpoch * 86_400
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(date)T\(padded(secondOfDay / 3600)):\(padded(secondOfDay / 60 % 60)):\(padded(secondOfDay % 60))Z"
  }
}
