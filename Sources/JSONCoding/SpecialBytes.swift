extension Span<UInt8> {
  /// Finds the first byte that cannot stand in a JSON string as it is: `"`, `\`, or below 0x20; `end` if there is none.
  ///
  /// Eight bytes a step. A comparison of all eight at once marks the high bit of each byte that matches; borrows can mark
  /// wrong bytes only after a right one, and only the first counts.
  func firstSpecialByte(from start: Int, to end: Int) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highBits: UInt64 = 0x8080_8080_8080_8080
    let bytes = unsafe self.bytes
    var index = start
    while index + 8 <= end {
      // Safe: eight bytes from here lie within the span, and every bit pattern is a UInt64.
      let word = UInt64(littleEndian: unsafe bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self))
      let quote = word ^ (ones &* 0x22)
      let backslash = word ^ (ones &* 0x5C)
      let control = (word &- ones &* 0x20) & ~word
      let found = (control | ((quote &- ones) & ~quote) | ((backslash &- ones) & ~backslash)) & highBits
      if found != 0 { return index + found.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < end {
      let byte = self[index]
      if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { break }
      index += 1
    }
    return index
  }
}
