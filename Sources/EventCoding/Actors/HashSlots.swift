/// A map from 64-bit hashes to numbers, by open addressing: the keys are hashes already and are not hashed again.
struct HashSlots: Sendable {
  /// Key and value side by side, so that both come with one line of the cache.
  private struct Slot {
    /// 0 marks a free slot.
    var key: UInt64 = 0
    var value: Int32 = 0
  }

  private var slots = Array(repeating: Slot(), count: 64)
  private var count = 0

  /// The number stored under a hash; O(1).
  subscript(hash: UInt64) -> Int32? {
    let slot = slot(of: hash)
    return slots[slot].key == 0 ? nil : slots[slot].value
  }

  /// Stores a number under a hash; O(1) on average.
  mutating func set(_ hash: UInt64, _ value: Int32) {
    if count * 2 >= slots.count { grow() }
    let slot = slot(of: hash)
    if slots[slot].key == 0 { count += 1 }
    slots[slot] = Slot(key: Self.key(hash), value: value)
  }

  /// The hash 0 takes the key 1.
  private static func key(_ hash: UInt64) -> UInt64 { hash == 0 ? 1 : hash }

  private func slot(of hash: UInt64) -> Int {
    let key = Self.key(hash)
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: (key ^ (key >> 32)) & UInt64(mask))
    while slots[slot].key != 0, slots[slot].key != key { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: Slot(), count: old.count * 2)
    for entry in old where entry.key != 0 { slots[slot(of: entry.key)] = entry }
  }
}
