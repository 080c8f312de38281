/// Brings the spellings of a name to one key: letters and digits only, lower case, Latin letters without their accents.
///
/// "U.S.", "US" and "u s" fold to `us`; "Al-Qaeda" and "al Qaeda" to `alqaeda`; "Türkiye" to `turkiye`.
package enum NameFolding {
  /// Calls `emit` for each byte of the folded text.
  static func fold(_ bytes: some RandomAccessCollection<UInt8>, _ emit: (UInt8) -> Void) {
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      index = bytes.index(after: index)
      if byte < 0x80 {
        if let folded = foldASCII(byte) { emit(folded) }
        continue
      }
      guard (0xC3...0xC8).contains(byte), index < bytes.endIndex else {
        skipOrEmit(byte, bytes, &index, emit)
        continue
      }
      let scalar = Int(byte & 0x1F) << 6 | Int(bytes[index] & 0x3F)
      index = bytes.index(after: index)
      foldLatin(scalar, emit)
    }
  }

  /// The folded text.
  package static func folded(_ bytes: some RandomAccessCollection<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    fold(bytes) { result.append($0) }
    return result
  }

  @inline(__always)
  static func foldASCII(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): byte
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
    default: nil
    }
  }

  /// General punctuation (U+2000…U+206F: curly quotes, dashes) is dropped, other scripts are kept as they are.
  private static func skipOrEmit<Bytes: RandomAccessCollection<UInt8>>(
    _ byte: UInt8, _ bytes: Bytes, _ index: inout Bytes.Index, _ emit: (UInt8) -> Void
  ) {
    guard byte == 0xE2, index < bytes.endIndex, bytes[index] == 0x80 || bytes[index] == 0x81 else {
      if byte != 0xC2 { emit(byte) }
      return
    }
    index = bytes.index(after: index)
    if index < bytes.endIndex { index = bytes.index(after: index) }
  }

  private static func foldLatin(_ scalar: Int, _ emit: (UInt8) -> Void) {
    switch scalar {
    case 0xC6, 0xE6: emitPair("a", "e", emit)
    case 0xDE, 0xFE: emitPair("t", "h", emit)
    case 0xDF: emitPair("s", "s", emit)
    case 0x152, 0x153: emitPair("o", "e", emit)
    case 0x218, 0x219: emit(UInt8(ascii: "s"))
    case 0x21A, 0x21B: emit(UInt8(ascii: "t"))
    case 0xC0...0x17F:
      let letter = latin[scalar - 0xC0]
      if letter != UInt8(ascii: " ") { emit(letter) }
    default: break
    }
  }

  private static func emitPair(_ first: Unicode.Scalar, _ second: Unicode.Scalar, _ emit: (UInt8) -> Void) {
    emit(UInt8(ascii: first))
    emit(UInt8(ascii: second))
  }

  /// Base letters of U+00C0…U+017F, in order.
  private static let latin: [UInt8] = Array(
    ("aaaaaaaceeeeiiiidnooooo ouuuuyts" + "aaaaaaaceeeeiiiidnooooo ouuuuyty"
      + "aaaaaa" + "cccccccc" + "dddd" + "eeeeeeeeee" + "gggggggg" + "hhhh" + "iiiiiiiiii" + "ii" + "jj" + "kkk"
      + "llllllllll" + "nnnnnnnnn" + "oooooo" + "oo" + "rrrrrr" + "ssssssss" + "tttttt" + "uuuuuuuuuuuu" + "ww"
      + "yyy" + "zzzzzz" + "s").utf8)
}

/// A hash of a folded name that grows word by word, so that a longest match costs one look-up a token.
struct NameHash: Hashable, Sendable {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  /// Appends a word; FNV-1a over its folded bytes.
  mutating func append(_ bytes: some RandomAccessCollection<UInt8>) {
    var hash = value
    NameFolding.fold(bytes) { hash = (hash ^ UInt64($0)) &* 0x100_0000_01B3 }
    value = hash
  }
}

/// How a word is capitalised.
struct LetterCase: Sendable {
  /// The first letter is a capital, or the word begins with a digit.
  var startsHigh = false
  /// There is a letter, and none is small.
  var allHigh = false
  /// There is a letter or digit at all.
  var hasLetters = false

  init(_ bytes: some Collection<UInt8>) {
    var low = false
    var first = true
    for byte in bytes {
      let isLow = byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z")
      let isHigh = byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
      let isOther = byte >= 0xC3 || (byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9"))
      guard isLow || isHigh || isOther else { continue }
      if first { startsHigh = !isLow }
      first = false
      low = low || isLow
      hasLetters = true
    }
    allHigh = hasLetters && !low
  }
}
