/// Which events of a block have a word: proposes candidates, of which the matcher keeps those that fit.
///
/// A word is known by 32 bits of its hash. Two words that share them cost a look in vain, and no wrong answer.
struct WordIndex: Sendable {
  /// Where a word stands.
  enum Field: UInt64 {
    /// Stems of evidence and title.
    case stem = 1
    /// Words of the names and mentions of parties and places.
    case name
    /// Codes and sectors of parties.
    case code, sector
  }

  /// Keys in rising order.
  private let keys: [UInt32]
  /// Where the list of each key ends in `lists`.
  private let ends: [UInt32]
  /// Rising event indexes, each as its distance from the one before, seven bits a byte, the lowest first.
  private let lists: [UInt8]

  /// - Parameter entries: key in the high half, event index in the low one; they are sorted here.
  init(_ entries: consuming [UInt64]) {
    entries.sort()
    var keys: [UInt32] = []
    var ends: [UInt32] = []
    var lists: [UInt8] = []
    var last: UInt64?
    var event: UInt32 = 0
    for entry in entries where entry != last {
      let key = UInt32(entry >> 32)
      if keys.last != key {
        if !keys.isEmpty { ends.append(UInt32(lists.count)) }
        keys.append(key)
        event = 0
      }
      var distance = UInt32(truncatingIfNeeded: entry) - event
      event += distance
      while distance >= 0x80 {
        lists.append(UInt8(distance & 0x7F) | 0x80)
        distance >>= 7
      }
      lists.append(UInt8(distance))
      last = entry
    }
    ends.append(UInt32(lists.count))
    self.keys = keys
    self.ends = ends
    self.lists = lists
  }

  /// The key of a word in a field.
  static func key(_ field: Field, _ wordHash: UInt64) -> UInt32 {
    UInt32(truncatingIfNeeded: mixed(wordHash &+ field.rawValue &* 0x9E37_79B9_7F4A_7C15) >> 32)
  }

  /// The events with a word.
  func candidates(_ field: Field, _ word: [UInt8]) -> Candidates { candidates(key: Self.key(field, hash(word.span))) }

  /// The events with a code or sector.
  func candidates(_ field: Field, _ code: PackedCode) -> Candidates {
    candidates(key: Self.key(field, UInt64(code.value)))
  }

  private func candidates(key: UInt32) -> Candidates {
    var low = 0
    var high = keys.count
    while low < high {
      let middle = (low + high) / 2
      if keys[middle] < key { low = middle + 1 } else { high = middle }
    }
    guard low < keys.count, keys[low] == key else { return Candidates() }
    return Candidates(list: Int(low == 0 ? 0 : ends[low - 1])..<Int(ends[low]))
  }

  /// The events of candidates, rising, each once.
  func events(_ candidates: Candidates) -> [Int] {
    var events: [Int] = []
    for list in candidates.lists {
      // What a distance has so far is added at once: a sum is the same in any order.
      var event = 0
      var shift = 0
      for byte in lists[list] {
        event += Int(byte & 0x7F) << shift
        shift += 7
        guard byte < 0x80 else { continue }
        events.append(event)
        shift = 0
      }
    }
    if candidates.lists.count > 1 {
      events.sort()
      var unique: [Int] = []
      for event in events where unique.last != event { unique.append(event) }
      return unique
    }
    return events
  }
}
