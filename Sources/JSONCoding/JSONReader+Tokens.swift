/// What the grammar's parts share: white space, brackets, separators, and what an error says.
extension JSONReader {
  /// The byte at `offset`; nil at the end.
  var nextByte: UInt8? { offset < end ? bytes[offset] : nil }

  @inline(__always)
  mutating func skipWhiteSpace() {
    if offset < end, bytes[offset] > 0x20 { return }
    skipSomeWhiteSpace()
  }

  @inline(never)
  private mutating func skipSomeWhiteSpace() {
    while offset < end {
      switch bytes[offset] {
      case 0x20, 0x0A, 0x0D, 0x09: offset += 1
      default: return
      }
    }
  }

  /// Skips white space, then `byte` if it stands there.
  mutating func consume(_ byte: UInt8) -> Bool {
    skipWhiteSpace()
    guard nextByte == byte else { return false }
    offset += 1
    return true
  }

  mutating func open(_ bracket: UInt8, _ kind: JSONKind) throws(JSONError) {
    skipWhiteSpace()
    guard nextByte == bracket else { throw unexpected(kind.description) }
    guard depth < maximumDepth else {
      throw JSONError("arrays and objects are nested deeper than \(maximumDepth)", offset: offset)
    }
    depth += 1
    offset += 1
  }

  mutating func close() { depth -= 1 }

  /// Reads a comma (true: another element follows) or the closing bracket (false).
  mutating func separator(orClosing bracket: UInt8) throws(JSONError) -> Bool {
    skipWhiteSpace()
    if nextByte == bracket {
      offset += 1
      return false
    }
    guard nextByte == UInt8(ascii: ",") else { throw unexpected("a comma or \(Unicode.Scalar(bracket))") }
    offset += 1
    return true
  }

  /// Reads a member's name and its colon, up to the value.
  mutating func readKey() throws(JSONError) -> String {
    skipWhiteSpace()
    guard nextByte == UInt8(ascii: "\"") else { throw unexpected("a member name in quotation marks") }
    let key = try readString()
    guard consume(UInt8(ascii: ":")) else { throw unexpected("a colon after \"\(key)\"") }
    skipWhiteSpace()
    return key
  }

  /// The error for anything but `expected` at `offset`.
  func unexpected(_ expected: String) -> JSONError {
    JSONError("expected \(expected), found \(nextToken)", offset: offset)
  }

  /// Words for what stands at `offset`.
  private var nextToken: String {
    guard let byte = nextByte else { return "the end of the text" }
    switch byte {
    case UInt8(ascii: "{"): return JSONKind.object.description
    case UInt8(ascii: "["): return JSONKind.array.description
    case UInt8(ascii: "\""): return JSONKind.string.description
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return JSONKind.number.description
    case 0x21..<0x7F:
      let word = bytes[offset..<end].prefix { $0 > 0x20 && $0 < 0x7F && $0 != 0x2C && $0 != 0x5D && $0 != 0x7D }
      return word.isEmpty ? "\(Unicode.Scalar(byte))" : String(decoding: word.prefix(20), as: UTF8.self)
    default:
      let digits = String(byte, radix: 16, uppercase: true)
      return "byte 0x\(digits.count < 2 ? "0" : "")\(digits)"
    }
  }
}
