/// A map from 64-bit hashes to numbers, by open addressing: the keys are hashes already and are not hashed again.
struct HashSlots: Sendable {
  private var keys: [UInt64] = Array(repeating: 0, count: 64)
  private var values: [Int32] = Array(repeating: 0, count: 64)
  private var count = 0

  /// The number stored under a hash; O(1).
  subscript(hash: UInt64) -> Int32? {
    let slot = slot(of: hash)
    return keys[slot] == 0 ? nil : values[slot]
  }

  /// Stores a number under a hash; O(1) on average.
  mutating func set(_ hash: UInt64, _ value: Int32) {
    if count * 2 >= keys.count { grow() }
    let slot = slot(of: hash)
    if keys[slot] == 0 { count += 1 }
    keys[slot] = Self.key(hash)
    values[slot] = value
  }

  /// Zero marks a free slot, so the hash 0 takes the key 1.
  private static func key(_ hash: UInt64) -> UInt64 { hash == 0 ? 1 : hash }

  private func slot(of hash: UInt64) -> Int {
    let key = Self.key(hash)
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: (key ^ (key >> 32)) & UInt64(mask))
    while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let old = (keys, values)
    keys = Array(repeating: 0, count: old.0.count * 2)
    values = Array(repeating: 0, count: old.1.count * 2)
    for (key, value) in zip(old.0, old.1) where key != 0 {
      let slot = slot(of: key)
      keys[slot] = key
      values[slot] = value
    }
  }
}
