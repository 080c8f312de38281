/// Takes the words out of a text: small letters, without plural "s", hashed.
///
/// Words of fewer than three bytes, figures and common words are left out of the counts; `sequence` has all words.
struct WordReader {
  /// Every word of the text, in its order.
  private(set) var sequence: [UInt32] = []
  private var terms: [TermCount] = []

  /// A name, which a capital within the sentence shows, tells more of what a text is about than another word.
  private static let nameWeight: Float = 1.5

  /// Reads a text; its words count `weight` times. Only words of weight 1, the text proper, go into `sequence`.
  mutating func read(_ text: String, weight: Float) {
    var word = Word()
    var startsSentence = true
    for byte in text.utf8 {
      if Self.isWordByte(byte) {
        word.append(byte)
        continue
      }
      if !word.isEmpty {
        take(word, weight, isName: word.isCapital && !startsSentence)
        startsSentence = false
        word = Word()
      }
      if byte == UInt8(ascii: ".") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "?") { startsSentence = true }
    }
    if !word.isEmpty { take(word, weight, isName: word.isCapital && !startsSentence) }
  }

  private mutating func take(_ word: Word, _ weight: Float, isName: Bool) {
    if weight == 1 { sequence.append(word.hash) }
    guard word.length >= 3, word.hasLetter, !CommonWords.contains(word.hash) else { return }
    terms.append(TermCount(term: word.hash, count: isName ? weight * Self.nameWeight : weight))
  }

  /// The words with their counts, sorted by hash.
  func counts() -> [TermCount] {
    var result: [TermCount] = []
    for term in terms.sorted(by: { $0.term < $1.term }) {
      if let last = result.indices.last, result[last].term == term.term {
        result[last].count += term.count
      } else {
        result.append(term)
      }
    }
    return result
  }

  /// Hash of a name or word as a whole.
  static func hash(_ text: String) -> UInt32 {
    var word = Word()
    for byte in text.utf8 { word.append(byte) }
    return word.hash
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10 || byte >= 0x80
  }

  /// A word as far as it was read. The hash is FNV-1a of its small letters, mixed at the end.
  private struct Word {
    private var state: UInt32 = 2_166_136_261
    /// The state before the last letter, for a plural's "s".
    private var stem: UInt32 = 0
    private var last: UInt8 = 0
    private var beforeLast: UInt8 = 0
    private(set) var length = 0
    private(set) var isCapital = false
    private(set) var hasLetter = false

    var isEmpty: Bool { length == 0 }

    mutating func append(_ byte: UInt8) {
      let isUpper = byte &- UInt8(ascii: "A") < 26
      let small = isUpper ? byte | 0x20 : byte
      if length == 0 { isCapital = isUpper }
      if !(byte &- UInt8(ascii: "0") < 10) { hasLetter = true }
      stem = state
      state = (state ^ UInt32(small)) &* 16_777_619
      beforeLast = last
      last = small
      length += 1
    }

    var hash: UInt32 {
      let isPlural = length > 3 && last == UInt8(ascii: "s") && beforeLast != UInt8(ascii: "s")
      var value = isPlural ? stem : state
      value ^= value >> 16
      value &*= 0x7FEB_352D
      value ^= value >> 15
      value &*= 0x846C_A68B
      return value ^ value >> 16
    }
  }
}
