extension JSONReader {
  /// Reads a string.
  package mutating func readString() throws(JSONError) -> String {
    let start = try openString()
    let run = bytes.span.plainRun(from: start, to: end)
    guard run.end < end, bytes[run.end] == UInt8(ascii: "\"") else { return try readEscapedString(from: start, run) }
    offset = run.end + 1
    return try string(start, run)
  }

  /// Checks a string and moves behind it, without making one.
  mutating func skipString() throws(JSONError) {
    let start = try openString()
    var run = bytes.span.plainRun(from: start, to: end)
    var isASCII = run.isASCII
    while try !atClosingQuote(run.end) {
      offset = run.end
      _ = try readEscape()
      run = bytes.span.plainRun(from: offset, to: end)
      isASCII = isASCII && run.isASCII
    }
    if !isASCII { try checkUTF8(in: start..<run.end) }
    offset = run.end + 1
  }

  /// Moves behind the opening quotation mark and returns that place.
  private mutating func openString() throws(JSONError) -> Int {
    skipWhiteSpace()
    guard nextByte == UInt8(ascii: "\"") else { throw unexpected(JSONKind.string.description) }
    offset += 1
    return offset
  }

  /// The slow way: a string with escapes, whose first plain run is given.
  private mutating func readEscapedString(from start: Int, _ run: PlainRun) throws(JSONError) -> String {
    var start = start
    var run = run
    var text = ""
    while try !atClosingQuote(run.end) {
      text += try string(start, run)
      offset = run.end
      text.unicodeScalars.append(try readEscape())
      start = offset
      run = bytes.span.plainRun(from: start, to: end)
    }
    text += try string(start, run)
    offset = run.end + 1
    return text
  }

  /// Whether the special byte at `stop` ends the string (true) or begins an escape (false); all else is an error.
  private func atClosingQuote(_ stop: Int) throws(JSONError) -> Bool {
    guard stop < end else { throw JSONError("a string is not closed", offset: end) }
    switch bytes[stop] {
    case UInt8(ascii: "\""): return true
    case UInt8(ascii: "\\"): return false
    default: throw JSONError("a control character in a string must be escaped", offset: stop)
    }
  }

  /// Reads one escape sequence, or two that are a surrogate pair.
  private mutating func readEscape() throws(JSONError) -> Unicode.Scalar {
    let start = offset
    offset += 1
    guard let letter = nextByte else { throw JSONError("a string is not closed", offset: end) }
    offset += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(letter)
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "u"): return try readUnicodeEscape(from: start)
    default: throw JSONError("no such escape sequence in a string", offset: start)
    }
  }

  /// Reads what follows `\u`; `start` is the place of the backslash.
  private mutating func readUnicodeEscape(from start: Int) throws(JSONError) -> Unicode.Scalar {
    let unit = try readHexDigits()
    if let scalar = Unicode.Scalar(unit) { return scalar }
    if unit < 0xDC00, offset + 1 < end, bytes[offset] == UInt8(ascii: "\\"), bytes[offset + 1] == UInt8(ascii: "u") {
      let behindFirst = offset
      offset += 2
      let low = try readHexDigits()
      if (0xDC00...0xDFFF).contains(low), let pair = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)) {
        return pair
      }
      offset = behindFirst
    }
    guard loneSurrogates == .replaced else {
      throw JSONError("half of a surrogate pair in a string", offset: start)
    }
    return "\u{FFFD}"
  }

  private mutating func readHexDigits() throws(JSONError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = nextByte, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw JSONError("expected four hexadecimal digits after \\u", offset: offset)
      }
      value = value << 4 | UInt32(digit)
      offset += 1
    }
    return value
  }

  /// Makes a string of a run without escapes, checking that it is UTF-8.
  private func string(_ start: Int, _ run: PlainRun) throws(JSONError) -> String {
    let range = start..<run.end
    if run.isASCII {
      // Safe: the pointer lives for this one call. The standard library takes short ASCII fastest this way.
      return unsafe bytes.withUnsafeBufferPointer { bytes in
        unsafe String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
      }
    }
    do {
      return String(copying: try UTF8Span(validating: bytes.span.extracting(range)))
    } catch {
      throw encodingError(error, in: range)
    }
  }

  private func checkUTF8(in range: Range<Int>) throws(JSONError) {
    do {
      _ = try UTF8Span(validating: bytes.span.extracting(range))
    } catch {
      throw encodingError(error, in: range)
    }
  }

  private func encodingError(_ error: UTF8.ValidationError, in range: Range<Int>) -> JSONError {
    JSONError("a string is not UTF-8", offset: range.lowerBound + error.byteOffsets.lowerBound)
  }
}
