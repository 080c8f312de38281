/// A fixed table from lower-case words to small numbers, looked up by bytes without making a `String`.
///
/// Open addressing on a 64-bit hash. The words are known when the table is built, so two of them with the same hash
/// would be noticed by its test; that a word of a text falls together with one of a few hundred entries is not to be
/// expected.
struct WordTable: Sendable {
  private var hashes: [UInt64]
  private var values: [UInt16]
  private let mask: Int

  /// Each entry is one word or several with spaces between them, and the value they all get.
  init(_ entries: [(words: String, value: UInt16)]) {
    var pairs: [(UInt64, UInt16)] = []
    for entry in entries {
      for word in entry.words.utf8.split(separator: UInt8(ascii: " ")) {
        let bytes = Array(word)
        pairs.append((Self.hash(bytes, 0..<bytes.count), entry.value))
      }
    }
    var size = 16
    while size < pairs.count * 2 { size *= 2 }
    mask = size - 1
    hashes = Array(repeating: 0, count: size)
    values = Array(repeating: 0, count: size)
    for (hash, value) in pairs {
      let slot = slot(of: hash)
      hashes[slot] = hash
      values[slot] = value
    }
  }

  /// A set: every word has the value 1.
  init(words: String) {
    self.init([(words, 1)])
  }

  /// The value of the word with that hash; nil where the table has no such word.
  subscript(hash: UInt64) -> UInt16? {
    let slot = slot(of: hash)
    return hashes[slot] == hash ? values[slot] : nil
  }

  func contains(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    self[Self.hash(text, range)] != nil
  }

  /// Where a hash stands, or the free slot where it would.
  private func slot(of hash: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: hash ^ (hash >> 29)) & mask
    while hashes[slot] != 0, hashes[slot] != hash { slot = (slot + 1) & mask }
    return slot
  }

  /// Hash of bytes with A–Z read as a–z; never 0. Source: Fowler, Noll and Vo, FNV-1a.
  static func hash(_ text: [UInt8], _ range: Range<Int>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for index in range { hash = (hash ^ UInt64(lowercased(text[index]))) &* 0x100_0000_01b3 }
    return hash | 1
  }
}
