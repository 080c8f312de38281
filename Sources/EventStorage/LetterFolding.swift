/// Makes letters comparable: small, and without marks, so that `Erdogan` finds "Erdoğan".
///
/// ASCII and the Latin letters from À to ſ are folded, and combining marks dropped; other scripts compare as they are written.
enum LetterFolding {
  /// Base letters of U+00C0…U+017F, in that order.
  private static let latin = Array(
    ("aaaaaaaceeeeiiiidnoooooxouuuuytsaaaaaaaceeeeiiiidnooooo/ouuuuyty"
      + "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll"
      + "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs").utf8)

  /// Whether a word of the text, folded, is `wanted`, which is folded already.
  @inline(__always)
  static func isEqual(_ text: borrowing Span<UInt8>, _ word: Range<Int>, _ wanted: [UInt8]) -> Bool {
    var index = word.lowerBound
    var matched = 0
    while index < word.upperBound {
      let byte = text[index]
      guard byte < 0x80 else { return isEqualBeyondASCII(text, index..<word.upperBound, wanted, matched) }
      guard matched < wanted.count, wanted[matched] == small(byte) else { return false }
      matched += 1
      index += 1
    }
    return matched == wanted.count
  }

  /// The folded bytes of a word.
  static func folded(_ word: borrowing Span<UInt8>) -> [UInt8] {
    var folded: [UInt8] = []
    var index = 0
    while index < word.count {
      let letter = fold(word, at: index, end: word.count)
      if let byte = letter.byte { folded.append(byte) }
      index = letter.next
    }
    return folded
  }

  @inline(never)
  private static func isEqualBeyondASCII(
    _ text: borrowing Span<UInt8>, _ word: Range<Int>, _ wanted: [UInt8], _ start: Int
  ) -> Bool {
    var index = word.lowerBound
    var matched = start
    while index < word.upperBound {
      let letter = fold(text, at: index, end: word.upperBound)
      index = letter.next
      guard let byte = letter.byte else { continue }
      guard matched < wanted.count, wanted[matched] == byte else { return false }
      matched += 1
    }
    return matched == wanted.count
  }

  @inline(__always)
  static func small(_ byte: UInt8) -> UInt8 { byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte }

  /// Folds the letter at `index`: the byte to compare, nil for a combining mark, and where the next letter begins.
  private static func fold(_ text: borrowing Span<UInt8>, at index: Int, end: Int) -> (byte: UInt8?, next: Int) {
    let byte = text[index]
    guard byte >= 0x80, index + 1 < end else { return (small(byte), index + 1) }
    switch byte {
    // C3 80…C5 BF is U+00C0…U+017F.
    case 0xC3...0xC5: return (latin[Int(byte - 0xC3) * 64 + Int(text[index + 1] & 0x3F)], index + 2)
    // CC 80…CD AF is U+0300…U+036F, the combining marks.
    case 0xCC: return (nil, index + 2)
    case 0xCD where text[index + 1] < 0xB0: return (nil, index + 2)
    default: return (byte, index + 1)
    }
  }
}
