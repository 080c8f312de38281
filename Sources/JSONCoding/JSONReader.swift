/// The six kinds of JSON value.
package enum JSONKind: String, Sendable, CustomStringConvertible {
  case null, bool, number, string, array, object

  /// The kind with its article, for messages: `an object`.
  package var description: String {
    switch self {
    case .null: "null"
    case .bool: "true or false"
    case .number: "a number"
    case .string: "a string"
    case .array: "an array"
    case .object: "an object"
    }
  }
}

/// Reads JSON text from bytes, value by value, as RFC 8259 has it and nothing else.
///
/// UTF-8 is checked; control characters in strings, halves of surrogate pairs, leading zeros, comments, trailing commas and
/// nesting beyond `maximumDepth` are errors. After an error the reader is of no further use.
package struct JSONReader {
  /// Depth that no honest text of ours comes near.
  package static let defaultMaximumDepth = 64

  /// What to do with `\ud800` … `\udfff` that are no pair: UTF-8 cannot hold them.
  package enum LoneSurrogates: Sendable {
    /// They are an error.
    case rejected
    /// They become U+FFFD, for texts of others where one bad character must not cost the rest.
    case replaced
  }

  let bytes: [UInt8]
  let end: Int
  let maximumDepth: Int
  let loneSurrogates: LoneSurrogates
  var depth = 0

  /// Bytes before the next value or what follows it; inside a handler, the place where its value begins.
  package internal(set) var offset: Int

  /// Reads from the start of `bytes`.
  package init(
    _ bytes: [UInt8], maximumDepth: Int = Self.defaultMaximumDepth, loneSurrogates: LoneSurrogates = .rejected
  ) {
    self.init(bytes, in: bytes.indices, maximumDepth: maximumDepth, loneSurrogates: loneSurrogates)
  }

  /// Reads a part of `bytes` without copying it, such as one line of many; offsets count from the start of `bytes`.
  package init(
    _ bytes: [UInt8], in range: Range<Int>, maximumDepth: Int = Self.defaultMaximumDepth,
    loneSurrogates: LoneSurrogates = .rejected
  ) {
    precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count, "range outside of the text")
    self.bytes = bytes
    self.end = range.upperBound
    self.offset = range.lowerBound
    self.maximumDepth = maximumDepth
    self.loneSurrogates = loneSurrogates
  }

  /// Tells the kind of the next value, from its first byte.
  package mutating func peek() throws(JSONError) -> JSONKind {
    skipWhiteSpace()
    guard let byte = nextByte else { throw unexpected("a value") }
    switch byte {
    case UInt8(ascii: "{"): return .object
    case UInt8(ascii: "["): return .array
    case UInt8(ascii: "\""): return .string
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number
    case UInt8(ascii: "t"), UInt8(ascii: "f"): return .bool
    case UInt8(ascii: "n"): return .null
    default: throw unexpected("a value")
    }
  }

  /// Checks that nothing but white space follows.
  package mutating func finish() throws(JSONError) {
    skipWhiteSpace()
    if offset < end { throw unexpected("the end of the text") }
  }

  // MARK: - Containers

  /// Reads an object and hands each member to `member`, in order.
  ///
  /// A member whose value is `null` counts as absent and is not handed over, unless `keepingNulls`. A value that `member`
  /// does not touch is skipped. A name that occurs twice is handed over twice; `readValue` rejects it.
  package mutating func readObject(
    keepingNulls: Bool = false, _ member: (_ key: String, _ json: inout JSONReader) throws(JSONError) -> Void
  ) throws(JSONError) {
    try open(UInt8(ascii: "{"), .object)
    if consume(UInt8(ascii: "}")) { return close() }
    repeat {
      let key = try readKey()
      if !keepingNulls, nextByte == UInt8(ascii: "n") {
        try expectLiteral("null")
        continue
      }
      let start = offset
      try member(key, &self)
      if offset == start { try skipValue() }
    } while try separator(orClosing: UInt8(ascii: "}"))
    close()
  }

  /// Reads an array and calls `element` at each element, which must read it.
  package mutating func readArray(
    _ element: (_ json: inout JSONReader) throws(JSONError) -> Void
  ) throws(JSONError) {
    try open(UInt8(ascii: "["), .array)
    if consume(UInt8(ascii: "]")) { return close() }
    repeat {
      skipWhiteSpace()
      let start = offset
      try element(&self)
      if offset == start { try skipValue() }
    } while try separator(orClosing: UInt8(ascii: "]"))
    close()
  }

  /// Reads an array of one type.
  package mutating func readList<Element: JSONDecodable>(_ type: Element.Type) throws(JSONError) -> [Element] {
    var list: [Element] = []
    try readArray { (json) throws(JSONError) in list.append(try Element(from: &json)) }
    return list
  }

  // MARK: - Literals

  /// Reads `true` or `false`.
  package mutating func readBool() throws(JSONError) -> Bool {
    guard try peek() == .bool else { throw unexpected("true or false") }
    let value = nextByte == UInt8(ascii: "t")
    try expectLiteral(value ? "true" : "false")
    return value
  }

  /// Consumes a `null` if one stands here, and tells so.
  package mutating func readNull() throws(JSONError) -> Bool {
    guard try peek() == .null else { return false }
    try expectLiteral("null")
    return true
  }

  private mutating func expectLiteral(_ literal: StaticString) throws(JSONError) {
    let length = literal.utf8CodeUnitCount
    let word = unsafe UnsafeBufferPointer(start: literal.utf8Start, count: length)
    // Safe: a static string's bytes live for ever.
    guard offset + length <= end, unsafe bytes[offset..<offset + length].elementsEqual(word) else {
      throw JSONError("expected \(literal)", offset: offset)
    }
    offset += length
  }
}
