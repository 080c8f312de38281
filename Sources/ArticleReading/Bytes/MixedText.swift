/// A text that is not UTF-8 throughout: what is UTF-8 stays, every other byte is taken as Windows-1252.
///
/// A text in Latin-1 or Windows-1252 comes out right too, for its accented letters seldom form valid UTF-8.
struct MixedText {
  private(set) var utf8: [UInt8] = []
  /// Bytes that were not UTF-8.
  private(set) var strayBytes = 0
  /// Whether some characters beyond ASCII were UTF-8.
  private(set) var hasUTF8 = false

  init(_ text: [UInt8]) {
    utf8.reserveCapacity(text.count + text.count / 8)
    var index = 0
    while index < text.count {
      let length = Self.sequenceLength(text, at: index)
      if length > 0 {
        utf8 += text[index..<index + length]
        if length > 1 { hasUTF8 = true }
        index += length
      } else {
        utf8 += Self.windows1252(text[index]).utf8
        strayBytes += 1
        index += 1
      }
    }
  }

  /// Bytes of the UTF-8 sequence at `index`; 0 if there is none. Table 3-7 of the Unicode Standard.
  private static func sequenceLength(_ text: [UInt8], at index: Int) -> Int {
    let first = text[index]
    let (length, second): (Int, ClosedRange<UInt8>) =
      switch first {
      case 0...0x7F: (1, 0...0)
      case 0xC2...0xDF: (2, 0x80...0xBF)
      case 0xE0: (3, 0xA0...0xBF)
      case 0xED: (3, 0x80...0x9F)
      case 0xE1...0xEF: (3, 0x80...0xBF)
      case 0xF0: (4, 0x90...0xBF)
      case 0xF1...0xF3: (4, 0x80...0xBF)
      case 0xF4: (4, 0x80...0x8F)
      default: (0, 0...0)
      }
    guard length > 1 else { return length }
    guard index + length <= text.count, second.contains(text[index + 1]) else { return 0 }
    for other in text[index + 2..<index + length] where other & 0xC0 != 0x80 { return 0 }
    return length
  }

  /// The character of a byte from 0x80 up; the five that Windows-1252 leaves open become U+FFFD.
  private static func windows1252(_ byte: UInt8) -> Unicode.Scalar {
    byte < 0xA0 ? Self.punctuation[Int(byte) - 0x80] : Unicode.Scalar(byte)
  }

  /// Windows-1252 from 0x80 to 0x9F.
  private static let punctuation: [Unicode.Scalar] = [
    "€", "\u{FFFD}", "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", "\u{FFFD}", "Ž", "\u{FFFD}",
    "\u{FFFD}", "‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", "\u{FFFD}", "ž", "Ÿ",
  ]
}
