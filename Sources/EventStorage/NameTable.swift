/// Numbers distinct names from 0, so that they can be counted and compared by number.
///
/// A name is the content of a JSON string as it is written. The names lie one behind the other in memory of their own: who goes
/// through all of them does not have to visit the lines they came from.
struct NameTable: Sendable {
  private var bytes: [UInt8] = []
  /// Where each name ends in `bytes`.
  private var ends: [UInt32] = []
  private var hashes: [UInt64] = []
  /// Number of a name plus one, by its hash; 0 marks a free place. Empty until a name is looked for.
  private var slots: [UInt32] = []

  /// Stands for "no name".
  static let none = UInt32.max

  var count: Int { ends.count }

  /// The bytes of a name.
  subscript(number: Int) -> ArraySlice<UInt8> { bytes[range(number)] }

  private func range(_ number: Int) -> Range<Int> { Int(number == 0 ? 0 : ends[number - 1])..<Int(ends[number]) }

  /// The number of a name; the next one, if it is new; `none` for an empty one.
  mutating func number(of name: borrowing Span<UInt8>) -> UInt32 {
    name.isEmpty ? Self.none : number(of: name, hash: hash(name))
  }

  /// The number here of a name of another table.
  mutating func number(of number: Int, in other: NameTable) -> UInt32 {
    self.number(of: other.bytes.span.extracting(other.range(number)), hash: other.hashes[number])
  }

  private mutating func number(of name: borrowing Span<UInt8>, hash: UInt64) -> UInt32 {
    if slots.count <= count * 2 { makeSlots(max(16, count * 4)) }
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: mixed(hash)) & mask
    while slots[slot] > 0 {
      let number = slots[slot] - 1
      if hashes[Int(number)] == hash, isEqual(bytes.span.extracting(range(Int(number))), name) { return number }
      slot = (slot + 1) & mask
    }
    for index in name.indices { bytes.append(name[index]) }
    ends.append(UInt32(bytes.count))
    hashes.append(hash)
    slots[slot] = UInt32(count)
    return UInt32(count - 1)
  }

  /// Frees what only looking for names needs; the next look makes it anew.
  mutating func pack() { slots = [] }

  /// Makes at least that many places, a power of two.
  private mutating func makeSlots(_ wanted: Int) {
    var places = 16
    while places < wanted { places *= 2 }
    slots = [UInt32](repeating: 0, count: places)
    let mask = places - 1
    for (number, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: mixed(hash)) & mask
      while slots[slot] > 0 { slot = (slot + 1) & mask }
      slots[slot] = UInt32(number + 1)
    }
  }
}
