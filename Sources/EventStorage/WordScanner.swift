/// Finds the words in text that stands in a JSON string: runs of letters and digits, parted by all else.
///
/// Escape sequences part words: nothing that our writer escapes is a letter.
struct WordScanner {
  private let bytes: [UInt8]
  private var index: Int
  private let end: Int

  init(_ bytes: [UInt8], in range: Range<Int>) {
    self.bytes = bytes
    index = range.lowerBound
    end = range.upperBound
  }

  /// The next word's place; nil at the end.
  mutating func next() -> Range<Int>? {
    while index < end {
      let gap = separatorLength
      if gap == 0 { break }
      index += gap
    }
    guard index < end else { return nil }
    let start = index
    repeat { index += 1 } while index < end && separatorLength == 0
    return start..<min(index, end)
  }

  /// Bytes of the separator at `index`; 0 where a word's byte stands.
  @inline(__always)
  private var separatorLength: Int {
    let byte = bytes[index]
    if byte < 0x80 {
      if (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10 { return 0 }
      return byte == UInt8(ascii: "\\") ? escapeLength : 1
    }
    return separatorLengthBeyondASCII
  }

  /// General punctuation (U+2000…U+206F), CJK punctuation (U+3000…U+303F), and U+0080…U+00BF such as « and the hard space.
  private var separatorLengthBeyondASCII: Int {
    guard index + 1 < end else { return 0 }
    switch (bytes[index], bytes[index + 1]) {
    case (0xC2, _): return 2
    case (0xE2, 0x80), (0xE2, 0x81), (0xE3, 0x80): return 3
    default: return 0
    }
  }

  private var escapeLength: Int {
    index + 1 < end && bytes[index + 1] == UInt8(ascii: "u") ? 6 : 2
  }
}
