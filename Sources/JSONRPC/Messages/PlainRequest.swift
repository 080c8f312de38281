import JSONCoding

/// A request as nearly every client writes it: what tells where it goes is read, its parameters are still text.
///
/// ```
/// plain  = "{" member *( "," member ) "}"      ; white space anywhere between
/// member = `"jsonrpc"` ":" `"2.0"`
///        / `"method"` ":" word
///        / `"id"` ":" ( word / digits )        ; digits without leading zeros, 18 at most
///        / `"params"` ":" ( array / object )
/// word   = a string of ASCII without escapes
/// ```
/// No member twice; version and method are there. What is not plain need not be wrong: it is left to `Incoming`, which reads
/// everything, says what is wrong, and gives the same for what is plain.
package struct PlainRequest: Sendable {
  /// The text that the request is part of, not to be kept: whoever does has it copied.
  let text: [UInt8]
  /// Place of the request there.
  let range: Range<Int>
  package let method: String
  package let id: RequestID?
  /// Place of the parameters; nil where none were given.
  let parameters: Range<Int>?

  /// The text of the request alone.
  package var message: [UInt8] { Array(text[range]) }

  /// The request as the full reader has it.
  func fullyRead(maximumDepth: Int) -> Result<Request, InvalidRequest> {
    guard case .single(let request) = Incoming(parsing: message, maximumDepth: maximumDepth) else {
      preconditionFailure("an object is no batch")
    }
    return request
  }
}

/// Finds a plain request in one go over the bytes.
struct PlainRequestReader {
  private let bytes: [UInt8]
  private let start: Int
  /// Bytes before what is read next.
  private var offset: Int
  private let maximumDepth: Int

  private var hasVersion = false
  private var method: String?
  private var id: RequestID?
  private var parameters: Range<Int>?

  /// Reads from `offset` on, where the request's first bracket is.
  init(_ bytes: [UInt8], from offset: Int, maximumDepth: Int) {
    self.bytes = bytes
    self.start = offset
    self.offset = offset
    self.maximumDepth = maximumDepth
  }

  /// Reads the request; nil where there is none that is plain and complete.
  mutating func read() -> PlainRequest? {
    guard take(UInt8(ascii: "{")) else { return nil }
    repeat {
      guard readMember() else { return nil }
    } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "}")), hasVersion, let method else { return nil }
    return PlainRequest(text: bytes, range: start..<offset, method: method, id: id, parameters: parameters)
  }

  /// Reads a member; false where it is not plain, or came before.
  private mutating func readMember() -> Bool {
    guard let name = readWord(), take(UInt8(ascii: ":")) else { return false }
    if isEqual(name, "id") {
      guard id == nil else { return false }
      id = readID()
      return id != nil
    }
    if isEqual(name, "jsonrpc") {
      guard !hasVersion, let version = readWord() else { return false }
      hasVersion = isEqual(version, "2.0")
      return hasVersion
    }
    if isEqual(name, "method") {
      guard method == nil, let word = readWord() else { return false }
      method = string(word)
      return true
    }
    guard isEqual(name, "params"), parameters == nil else { return false }
    parameters = readParameters()
    return parameters != nil
  }

  private mutating func readID() -> RequestID? {
    if let word = readWord() { return .string(string(word)) }
    let start = offset
    var value = 0
    while offset < bytes.count, bytes[offset] &- UInt8(ascii: "0") < 10, offset - start < 18 {
      value = value * 10 + Int(bytes[offset] - UInt8(ascii: "0"))
      offset += 1
    }
    // A number goes back as it was written: this one is written as Swift writes it. What else belongs to it, such as a
    // fraction, is found where a comma or bracket should be.
    guard offset > start, bytes[start] != UInt8(ascii: "0") || offset == start + 1 else { return nil }
    return .number(JSONNumber(value))
  }

  /// Moves behind an array or object; its place.
  private mutating func readParameters() -> Range<Int>? {
    skipWhiteSpace()
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: "{") || bytes[offset] == UInt8(ascii: "[") else {
      return nil
    }
    var json = JSONReader(bytes, in: offset..<bytes.count, maximumDepth: maximumDepth - 1)
    guard (try? json.skipValue()) != nil else { return nil }
    defer { offset = json.offset }
    return offset..<json.offset
  }

  // MARK: - Tokens

  private mutating func skipWhiteSpace() {
    while offset < bytes.count, bytes[offset] <= 0x20 {
      switch bytes[offset] {
      case 0x20, 0x0A, 0x0D, 0x09: offset += 1
      default: return
      }
    }
  }

  /// Skips white space, then `byte` if it stands there.
  private mutating func take(_ byte: UInt8) -> Bool {
    skipWhiteSpace()
    guard offset < bytes.count, bytes[offset] == byte else { return false }
    offset += 1
    return true
  }

  /// Reads a string of ASCII without escapes: the place of its content.
  private mutating func readWord() -> Range<Int>? {
    guard take(UInt8(ascii: "\"")) else { return nil }
    let start = offset
    while offset < bytes.count {
      let byte = bytes[offset]
      offset += 1
      if byte == UInt8(ascii: "\"") { return start..<offset - 1 }
      if byte < 0x20 || byte >= 0x80 || byte == UInt8(ascii: "\\") { return nil }
    }
    return nil
  }

  @inline(__always)
  private func isEqual(_ range: Range<Int>, _ word: StaticString) -> Bool {
    guard range.count == word.utf8CodeUnitCount else { return false }
    // Safe: a static string's bytes live for ever, and there are as many as were compared with.
    for index in 0..<range.count where unsafe bytes[range.lowerBound + index] != word.utf8Start[index] { return false }
    return true
  }

  private func string(_ range: Range<Int>) -> String {
    // Safe: the pointer lives for this one call. The standard library takes short ASCII fastest this way.
    unsafe bytes.withUnsafeBufferPointer { bytes in
      unsafe String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
    }
  }
}
