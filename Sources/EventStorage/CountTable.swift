/// Counts by a pair of numbers: open addressing with linear probing, at most half full.
struct CountTable {
  struct Entry {
    var first: UInt64
    var second: UInt64
    /// 0 marks a free place.
    var count: Int
  }

  private var slots = [Entry](repeating: Entry(first: 0, second: 0, count: 0), count: 64)
  private var used = 0

  /// The pairs that were counted, in no order.
  var entries: [Entry] { slots.filter { $0.count > 0 } }

  /// Counts a pair once more.
  mutating func add(_ first: UInt64, _ second: UInt64) {
    let slot = slot(first, second)
    if slots[slot].count > 0 {
      slots[slot].count += 1
      return
    }
    slots[slot] = Entry(first: first, second: second, count: 1)
    used += 1
    if used * 2 > slots.count { grow() }
  }

  private func slot(_ first: UInt64, _ second: UInt64) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: mixed(first &* 0x9E37_79B9_7F4A_7C15 ^ mixed(second))) & mask
    while slots[slot].count > 0, slots[slot].first != first || slots[slot].second != second {
      slot = (slot + 1) & mask
    }
    return slot
  }

  private mutating func grow() {
    let old = slots
    slots = [Entry](repeating: Entry(first: 0, second: 0, count: 0), count: old.count * 2)
    for entry in old where entry.count > 0 { slots[slot(entry.first, entry.second)] = entry }
  }
}

/// Numbers distinct strings from 0, so that they can be counted and compared by number.
struct StringTable {
  private var strings: [[UInt8]] = []
  /// Number of a string plus one; 0 marks a free place.
  private var slots = [UInt32](repeating: 0, count: 64)

  /// The string of a number.
  subscript(number: Int) -> [UInt8] { strings[number] }

  /// The string's number; the next one, if it is new.
  mutating func number(of string: ArraySlice<UInt8>) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash(string)) & mask
    while slots[slot] > 0 {
      let number = Int(slots[slot]) - 1
      if strings[number].elementsEqual(string) { return number }
      slot = (slot + 1) & mask
    }
    strings.append(Array(string))
    slots[slot] = UInt32(strings.count)
    if strings.count * 2 > slots.count { grow() }
    return strings.count - 1
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    let mask = slots.count - 1
    for (number, string) in strings.enumerated() {
      var slot = Int(truncatingIfNeeded: hash(string[...])) & mask
      while slots[slot] > 0 { slot = (slot + 1) & mask }
      slots[slot] = UInt32(number + 1)
    }
  }

  private func hash(_ string: ArraySlice<UInt8>) -> UInt64 { mixed(ArticleID.key(string)) }
}

/// Spreads a number's bits. Source: the finaliser of SplitMix64 (Steele, Lea, Flood 2014).
private func mixed(_ value: UInt64) -> UInt64 {
  var value = value
  value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
  value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
  return value ^ (value >> 31)
}
