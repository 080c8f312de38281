/// Makes letters comparable: small, and without marks, so that `Erdogan` finds "Erdoğan".
///
/// ASCII and the Latin letters from À to ſ are folded, and combining marks dropped; other scripts compare as they are written.
enum LetterFolding {
  /// Base letters of U+00C0…U+017F, in that order.
  private static let latin = Array(
    ("aaaaaaaceeeeiiiidnoooooxouuuuytsaaaaaaaceeeeiiiidnooooo/ouuuuyty"
      + "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll"
      + "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs").utf8)

  /// Folds the letter at `index`: the byte to compare, nil for a combining mark, and where the next letter begins.
  @inline(__always)
  static func fold(_ bytes: [UInt8], at index: Int, end: Int) -> (byte: UInt8?, next: Int) {
    let byte = bytes[index]
    if byte < 0x80 {
      return (byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte, index + 1)
    }
    return foldBeyondASCII(bytes, at: index, end: end)
  }

  @inline(never)
  private static func foldBeyondASCII(_ bytes: [UInt8], at index: Int, end: Int) -> (byte: UInt8?, next: Int) {
    let byte = bytes[index]
    guard index + 1 < end else { return (byte, index + 1) }
    switch byte {
    // C3 80…C5 BF is U+00C0…U+017F.
    case 0xC3...0xC5: return (latin[Int(byte - 0xC3) * 64 + Int(bytes[index + 1] & 0x3F)], index + 2)
    // CC 80…CD AF is U+0300…U+036F, the combining marks.
    case 0xCC: return (nil, index + 2)
    case 0xCD where bytes[index + 1] < 0xB0: return (nil, index + 2)
    default: return (byte, index + 1)
    }
  }

  /// The folded bytes of a word.
  static func folded(_ word: ArraySlice<UInt8>) -> [UInt8] {
    let bytes = Array(word)
    var folded: [UInt8] = []
    var index = 0
    while index < bytes.count {
      let letter = fold(bytes, at: index, end: bytes.count)
      if let byte = letter.byte { folded.append(byte) }
      index = letter.next
    }
    return folded
  }
}
