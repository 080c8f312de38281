/// 16-bit numbers by 32-bit hash: an open-addressing table inside a model, never more than half full.
@safe struct HashIndex {
  private let keys: UnsafePointer<UInt32>
  private let values: UnsafePointer<UInt16>
  private let mask: Int

  /// Finds the index in a model and makes sure that all its numbers are below `limit`.
  ///
  /// - Precondition: the model's bytes outlive the index.
  init(_ name: String, in file: ModelFile, limit: Int) throws(ModelError) {
    let keys = try unsafe file.tensor("\(name).keys", .uint32, of: UInt32.self, columns: 1)
    let values = try unsafe file.tensor("\(name).values", .uint16, of: UInt16.self, rows: keys.rows, columns: 1)
    guard unsafe keys.rows.nonzeroBitCount == 1, let keyBase = unsafe keys.elements.baseAddress,
      let valueBase = unsafe values.elements.baseAddress, unsafe keys.elements.contains(0),
      unsafe values.elements.allSatisfy({ $0 < limit })
    else { throw .tensor(name) }
    unsafe self.keys = keyBase
    unsafe self.values = valueBase
    unsafe mask = keys.rows - 1
  }

  /// The number of a hash; nil if it is not in the table.
  func value(of hash: UInt32) -> UInt16? {
    var place = Int(hash) & mask
    while true {
      let key = unsafe keys[place]
      if key == hash { return unsafe values[place] }
      if key == 0 { return nil }
      place = (place + 1) & mask
    }
  }
}

/// 32-bit FNV-1a with a seed and an avalanche; never 0. The twin of `fnv1a` in `Training/features.py`.
struct SpellingHash {
  private var state: UInt32

  init(seed: UInt32) {
    state = 0x811C_9DC5 ^ (seed &* 0x9E37_79B1)
  }

  mutating func add(_ byte: UInt8) {
    state = (state ^ UInt32(byte)) &* 0x0100_0193
  }

  var value: UInt32 {
    var value = state
    value ^= value >> 16
    value = value &* 0x85EB_CA6B
    value ^= value >> 13
    return value == 0 ? 1 : value
  }
}
