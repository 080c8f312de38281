/// Counts by a pair of numbers: open addressing with linear probing, at most half full.
///
/// Events that follow one another are often alike, so a run of equal pairs is counted before it is looked up.
struct CountTable {
  struct Entry {
    var first: UInt64
    var second: UInt64
    /// 0 marks a free place.
    var count: Int
  }

  private static let free = Entry(first: 0, second: 0, count: 0)
  private var slots = [Entry](repeating: free, count: 64)
  private var used = 0
  /// The pair that was counted last, and how often since it came.
  private var run = free

  /// Counts a pair so many times more.
  @inline(__always)
  mutating func add(_ first: UInt64, _ second: UInt64, _ count: Int) {
    if run.first != first || run.second != second {
      settle()
      run = Entry(first: first, second: second, count: 0)
    }
    run.count += count
  }

  /// Gives the pairs that were counted, in no order, and forgets them.
  mutating func takeEntries() -> [Entry] {
    settle()
    let entries = used > 0 ? slots.filter { $0.count > 0 } : []
    if used > 0 {
      for index in slots.indices { slots[index] = Self.free }
      used = 0
    }
    return entries
  }

  /// Takes the last run to the others.
  private mutating func settle() {
    guard run.count > 0 else { return }
    let slot = slot(run.first, run.second)
    if slots[slot].count > 0 {
      slots[slot].count += run.count
    } else {
      slots[slot] = run
      used += 1
      if used * 2 > slots.count { grow() }
    }
    run.count = 0
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
    slots = [Entry](repeating: Self.free, count: old.count * 2)
    for entry in old where entry.count > 0 { slots[slot(entry.first, entry.second)] = entry }
  }
}
