/// One character of a text: how long it is and what it means for the tokeniser.
struct TextCharacter {
  let length: Int
  let kind: ByteClass

  /// Reads the character at `offset`. Bytes that are not UTF-8 are letters of one byte, so that any text can be read.
  init(_ text: [UInt8], _ offset: Int) {
    let first = text[offset]
    guard first >= 0x80 else {
      (length, kind) = (1, ByteClass(first))
      return
    }
    length = Self.length(text, offset)
    switch length {
    case 2: kind = Self.kindOfTwo(first, text[offset + 1])
    case 3: kind = Self.kindOfThree(first, text[offset + 1], text[offset + 2])
    case 4: kind = first == 0xF0 && text[offset + 1] == 0x9F ? .symbol : .letter
    default: kind = .letter
    }
  }

  /// Number of bytes of the character whose first byte is at `offset`; 1 where the bytes are not UTF-8.
  private static func length(_ text: [UInt8], _ offset: Int) -> Int {
    let length =
      switch text[offset] {
      case 0xC2...0xDF: 2
      case 0xE0...0xEF: 3
      case 0xF0...0xF4: 4
      default: 1
      }
    guard offset + length <= text.count else { return 1 }
    for index in offset + 1..<offset + length where text[index] & 0xC0 != 0x80 { return 1 }
    return length
  }

  /// U+0080…U+07FF.
  private static func kindOfTwo(_ first: UInt8, _ second: UInt8) -> ByteClass {
    switch (first, second) {
    case (0xC2, 0x85), (0xC2, 0xA0): .space
    case (0xC2, 0xAB): .open  // «
    case (0xC2, 0xBB): .close  // »
    case (0xC2, 0xAA), (0xC2, 0xAD), (0xC2, 0xB5), (0xC2, 0xBA): .letter
    case (0xC2, 0xBC...0xBE): .digit  // ¼ ½ ¾
    case (0xC2, 0xA1...0xBF), (0xC3, 0x97), (0xC3, 0xB7): .symbol
    default: .letter
    }
  }

  /// U+0800…U+FFFF.
  private static func kindOfThree(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> ByteClass {
    switch (first, second) {
    case (0xE2, 0x80): generalPunctuation(third)
    case (0xE2, 0x81): third == 0x9F ? .space : .symbol
    case (0xE2, 0x82): third >= 0xA0 ? .symbol : .letter  // currency signs; superscripts
    case (0xE2, 0x84), (0xE2, 0x86...0xAF): .symbol
    case (0xE3, 0x80): ideographicPunctuation(third)
    case (0xEF, 0xBB): third == 0xBF ? .space : .letter  // byte order mark
    case (0xEF, 0xBC): fullWidth(third)
    default: .letter
    }
  }

  /// U+2000…U+203F.
  private static func generalPunctuation(_ third: UInt8) -> ByteClass {
    switch third {
    case 0x80...0x8B, 0xAF: .space
    case 0x8C...0x8F, 0xAA...0xAE: .letter  // joiners and marks of direction
    case 0x90, 0x91: .hyphen
    case 0x92...0x95: .dash
    case 0x98, 0x9A...0x9C, 0x9E, 0x9F, 0xB9: .open  // ‘ ‚ “ „ ‹
    case 0x99: .apostrophe  // ’
    case 0x9D, 0xBA: .close  // ” ›
    case 0xA6: .terminator  // …
    case 0xA8, 0xA9: .newline
    default: .symbol
    }
  }

  /// U+3000…U+303F.
  private static func ideographicPunctuation(_ third: UInt8) -> ByteClass {
    switch third {
    case 0x80: .space
    case 0x82: .terminator
    case 0x85...0x87: .letter
    default: .symbol
    }
  }

  /// U+FF00…U+FF3F.
  private static func fullWidth(_ third: UInt8) -> ByteClass {
    switch third {
    case 0x81, 0x8E, 0x9F: .terminator
    case 0x90...0x99: .digit
    case 0xA1...0xBA: .letter
    default: .symbol
    }
  }
}
