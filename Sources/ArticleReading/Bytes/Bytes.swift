/// A piece of a text in UTF-8.
typealias Bytes = ArraySlice<UInt8>

extension UInt8 {
  /// Space, tab, newline, vertical tab, form feed or carriage return.
  @inline(__always) var isSpace: Bool { self == 0x20 || (self >= 0x09 && self <= 0x0D) }
  @inline(__always) var isDigit: Bool { self >= 0x30 && self <= 0x39 }
  @inline(__always) var isUpper: Bool { self >= 0x41 && self <= 0x5A }
  @inline(__always) var isLower: Bool { self >= 0x61 && self <= 0x7A }
  /// An ASCII letter.
  @inline(__always) var isLetter: Bool { (self | 0x20).isLower }
  /// An ASCII letter or digit, or part of a character beyond ASCII.
  @inline(__always) var isWord: Bool { isLetter || isDigit || self >= 0x80 }
  /// The lower case of an ASCII letter; every other byte as it is.
  @inline(__always) var lowercased: UInt8 { isUpper ? self | 0x20 : self }
}

extension ArraySlice<UInt8> {
  /// Without white space at both ends.
  var trimmed: Bytes {
    var start = startIndex
    var end = endIndex
    while start < end, self[start].isSpace { start += 1 }
    while end > start, self[end - 1].isSpace { end -= 1 }
    return self[start..<end]
  }

  var string: String { String(decoding: self, as: UTF8.self) }

  /// Whether it begins with `prefix`, a lower-case text, in whatever case.
  func hasPrefix(_ prefix: [UInt8]) -> Bool {
    guard count >= prefix.count else { return false }
    var index = startIndex
    for byte in prefix {
      if self[index].lowercased != byte { return false }
      index += 1
    }
    return true
  }

  /// Whether it is `text`, which is in lower case, in whatever case.
  func equals(_ text: [UInt8]) -> Bool { count == text.count && hasPrefix(text) }

  /// Whether it ends with `suffix`, a lower-case text, in whatever case.
  func hasSuffix(_ suffix: [UInt8]) -> Bool { suffix.count <= count && self.suffix(suffix.count).hasPrefix(suffix) }

  /// Where `needle`, a lower-case text, first stands in whatever case.
  func firstIndex(of needle: [UInt8]) -> Int? {
    guard let first = needle.first, count >= needle.count else { return nil }
    var index = startIndex
    while index <= endIndex - needle.count {
      if self[index].lowercased == first, self[index...].hasPrefix(needle) { return index }
      index += 1
    }
    return nil
  }

  /// The lines, without their newlines and without empty ones.
  var lines: [Bytes] {
    var lines: [Bytes] = []
    var start = startIndex
    for index in indices where self[index] == 0x0A {
      if index > start { lines.append(self[start..<index]) }
      start = index + 1
    }
    if start < endIndex { lines.append(self[start...]) }
    return lines
  }

  /// The pieces between white space.
  var words: [Bytes] { split { $0.isSpace } }
}

extension String {
  /// The bytes, for tables of words.
  var bytes: [UInt8] { Array(utf8) }
  var slice: Bytes { Array(utf8)[...] }
}

extension ArraySlice<UInt8> {
  /// Whether it ends as a sentence does: a full stop, `!`, `?` or `…`, maybe behind it quotation marks or brackets.
  var endsSentence: Bool {
    var end = endIndex
    while end > startIndex {
      switch self[end - 1] {
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): return true
      case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "*"), 0x20:
        end -= 1
      case 0x99, 0x9D:  // ’ ”
        guard isGeneralPunctuation(before: end) else { return false }
        end -= 3
      case 0xA6: return isGeneralPunctuation(before: end)  // …
      case 0xBB:  // »
        guard end - startIndex >= 2, self[end - 2] == 0xC2 else { return false }
        end -= 2
      default: return false
      }
    }
    return false
  }

  /// Whether the character before `end` is one of U+2000 … U+203F.
  private func isGeneralPunctuation(before end: Int) -> Bool {
    end - startIndex >= 3 && self[end - 3] == 0xE2 && self[end - 2] == 0x80
  }
}
