/// Where a run of bytes ends that can stand in a JSON string as they are, and whether all of them are ASCII.
package struct PlainRun {
  package var end: Int
  package var isASCII: Bool
}

extension Span<UInt8> {
  /// Finds the first byte from `start` that cannot stand in a JSON string as it is: `"`, `\`, or below 0x20; else `end`.
  package func plainRun(from start: Int, to end: Int) -> PlainRun {
    // Safe: eight bytes from an index that is at most end − 8 lie within the span; every bit pattern is a UInt64.
    let bytes = unsafe self.bytes
    var seen: UInt64 = 0
    var index = start
    while index + 8 <= end {
      let word = UInt64(littleEndian: unsafe bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self))
      let special = specialBytes(of: word)
      guard special == 0 else {
        let count = special.trailingZeroBitCount / 8
        seen |= word & ((1 << (8 * UInt64(count))) - 1)
        return PlainRun(end: index + count, isASCII: seen & highBits == 0)
      }
      seen |= word
      index += 8
    }
    while index < end, !isSpecial(self[index]) {
      seen |= UInt64(self[index])
      index += 1
    }
    return PlainRun(end: index, isASCII: seen & highBits == 0)
  }
}

extension OutputSpan<UInt8> {
  /// Appends bytes from `start` up to the first that cannot stand in a JSON string as it is, and returns its place.
  ///
  /// There must be room for the rest of `text`.
  mutating func appendPlainRun(of text: borrowing Span<UInt8>, from start: Int) -> Int {
    precondition(freeCapacity >= text.count - start)
    var index = start
    // Safe: eight bytes are read and written only where both have them, and the count says what was written.
    let source = unsafe text.bytes
    unsafe withUnsafeMutableBufferPointer { buffer, count in
      let target = UnsafeMutableRawBufferPointer(buffer)
      while index + 8 <= source.byteCount {
        let word = UInt64(littleEndian: unsafe source.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self))
        unsafe target.storeBytes(of: word.littleEndian, toByteOffset: count, as: UInt64.self)
        let special = specialBytes(of: word)
        let plain = special == 0 ? 8 : special.trailingZeroBitCount / 8
        index += plain
        count += plain
        if plain < 8 { return }
      }
    }
    while index < text.count, !isSpecial(text[index]) {
      append(text[index])
      index += 1
    }
    return index
  }
}

private let highBits: UInt64 = 0x8080_8080_8080_8080

private func isSpecial(_ byte: UInt8) -> Bool {
  byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
}

/// Marks the high bit of each of eight bytes that is special.
///
/// A borrow can mark a wrong byte, but only after a right one: the lowest mark is always true.
private func specialBytes(of word: UInt64) -> UInt64 {
  let ones: UInt64 = 0x0101_0101_0101_0101
  let quote = word ^ (ones &* 0x22)
  let backslash = word ^ (ones &* 0x5C)
  let control = (word &- ones &* 0x20) & ~word
  return (control | ((quote &- ones) & ~quote) | ((backslash &- ones) & ~backslash)) & highBits
}
