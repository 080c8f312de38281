/// Finds the words in text that stands in a JSON string: runs of letters and digits, parted by all else.
///
/// Escape sequences part words: nothing that our writer escapes is a letter.
enum WordScanner {
  /// The words of plain text, folded.
  static func words(in text: String) -> [[UInt8]] {
    // A backslash in what a user typed is no escape.
    let plain = text.utf8.map { $0 == UInt8(ascii: "\\") ? UInt8(ascii: " ") : $0 }
    var words: [[UInt8]] = []
    var index = 0
    while let word = word(in: plain.span, from: index) {
      words.append(LetterFolding.folded(plain.span.extracting(word)))
      index = word.upperBound
    }
    return words
  }

  /// The first word at or after `start`; nil where there is none.
  @inline(__always)
  static func word(in text: borrowing Span<UInt8>, from start: Int) -> Range<Int>? {
    var index = start
    while index < text.count {
      let gap = separatorLength(text, index)
      if gap == 0 { break }
      index += gap
    }
    guard index < text.count else { return nil }
    let first = index
    repeat { index += 1 } while index < text.count && separatorLength(text, index) == 0
    return first..<index
  }

  /// Bytes of the separator at `index`; 0 where a word's byte stands.
  @inline(__always)
  private static func separatorLength(_ text: borrowing Span<UInt8>, _ index: Int) -> Int {
    let byte = text[index]
    if (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10 { return 0 }
    if byte == UInt8(ascii: " ") { return 1 }
    return rareSeparatorLength(text, index)
  }

  @inline(never)
  private static func rareSeparatorLength(_ text: borrowing Span<UInt8>, _ index: Int) -> Int {
    let next = index + 1 < text.count ? text[index + 1] : 0
    switch (text[index], next) {
    case (UInt8(ascii: "\\"), UInt8(ascii: "u")): return 6
    case (UInt8(ascii: "\\"), _): return 2
    case (..<0x80, _): return 1
    // U+0080…U+00BF, such as « and the hard space.
    case (0xC2, _): return 2
    // General punctuation, U+2000…U+206F, and that of Chinese and Japanese, U+3000…U+303F.
    case (0xE2, 0x80), (0xE2, 0x81), (0xE3, 0x80): return 3
    default: return 0
    }
  }
}
