/// Numbers distinct strings from 0, so that they can be counted and compared by number.
struct StringTable {
  private var strings: [[UInt8]] = []
  /// Number of a string plus one; 0 marks a free place.
  private var slots = [UInt32](repeating: 0, count: 64)

  /// The string of a number.
  subscript(number: Int) -> [UInt8] { strings[number] }

  /// The string's number; the next one, if it is new.
  mutating func number(of string: ByteRange, in bytes: [UInt8]) -> Int {
    let span = bytes.span.extracting(string.range)
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: mixed(hash(span))) & mask
    while slots[slot] > 0 {
      let number = Int(slots[slot]) - 1
      if isEqual(strings[number], span) { return number }
      slot = (slot + 1) & mask
    }
    strings.append(Array(bytes[string.range]))
    slots[slot] = UInt32(strings.count)
    if strings.count * 2 > slots.count { grow() }
    return strings.count - 1
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    let mask = slots.count - 1
    for (number, string) in strings.enumerated() {
      var slot = Int(truncatingIfNeeded: mixed(hash(string.span))) & mask
      while slots[slot] > 0 { slot = (slot + 1) & mask }
      slots[slot] = UInt32(number + 1)
    }
  }

  private func isEqual(_ a: [UInt8], _ b: borrowing Span<UInt8>) -> Bool {
    guard a.count == b.count else { return false }
    for index in a.indices where a[index] != b[index] { return false }
    return true
  }
}
