import Glibc
import JSONCoding

/// Reads a request as nearly every client writes it, in one go over the bytes and without a tree of the whole.
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
struct PlainRequestReader {
  private let bytes: [UInt8]
  /// Bytes before what is read next.
  private(set) var offset: Int
  private let maximumDepth: Int

  private var hasVersion = false
  private var method: String?
  private var id: RequestID?
  private var parameters: Request.Parameters?

  /// Reads from `offset` on, where the request's first bracket is.
  init(_ bytes: [UInt8], from offset: Int, maximumDepth: Int) {
    self.bytes = bytes
    self.offset = offset
    self.maximumDepth = maximumDepth
  }

  /// Reads the request; nil where there is none that is plain and complete.
  mutating func read() -> Request? {
    guard take("{") else { return nil }
    repeat {
      guard readMember() else { return nil }
    } while take(",")
    guard take("}"), hasVersion, let method else { return nil }
    return Request(method: method, parameters: parameters ?? .none, id: id)
  }

  /// Reads a member; false where it is not plain, or came before.
  private mutating func readMember() -> Bool {
    if take(#""jsonrpc""#) {
      guard !hasVersion, take(":"), take(#""2.0""#) else { return false }
      hasVersion = true
      return true
    }
    if take(#""id""#) {
      guard id == nil, take(":"), let value = readScalar() else { return false }
      id = RequestID(value)
      return true
    }
    if take(#""method""#) {
      guard method == nil, take(":"), let word = readWord() else { return false }
      method = string(word)
      return true
    }
    guard take(#""params""#), parameters == nil, take(":") else { return false }
    parameters = readPlainObject() ?? readAnyParameters()
    return parameters != nil
  }

  // MARK: - Parameters

  /// Members of a plain object at most: that none comes twice is found by comparing each with all.
  private static let mostPlainMembers = 16

  /// Reads an object of words and digits, as the parameters are as a rule; else stays where it is.
  private mutating func readPlainObject() -> Request.Parameters? {
    let start = offset
    var members: [JSONObject.Member] = []
    guard maximumDepth > 1, readPlainMembers(&members) else {
      offset = start
      return nil
    }
    return .byName(JSONObject(differing: members))
  }

  private mutating func readPlainMembers(_ members: inout [JSONObject.Member]) -> Bool {
    guard take("{") else { return false }
    repeat {
      guard members.count < Self.mostPlainMembers, let word = readWord(), take(":"), let value = readScalar() else {
        return false
      }
      let key = string(word)
      guard !members.contains(where: { $0.key == key }) else { return false }
      members.append(JSONObject.Member(key: key, value: value))
    } while take(",")
    return take("}")
  }

  /// Reads any array or object.
  private mutating func readAnyParameters() -> Request.Parameters? {
    var json = JSONReader(bytes, in: offset..<bytes.count, maximumDepth: maximumDepth - 1)
    guard let value = try? json.readValue() else { return nil }
    offset = json.offset
    switch value {
    case .array(let values): return .byPosition(values)
    case .object(let object): return .byName(object)
    case .null, .bool, .number, .string: return nil
    }
  }

  // MARK: - Tokens

  /// Reads a word or digits.
  private mutating func readScalar() -> JSONValue? {
    if let word = readWord() { return .string(string(word)) }
    let start = offset
    while offset < bytes.count, bytes[offset] &- UInt8(ascii: "0") < 10, offset - start < 18 { offset += 1 }
    // What else belongs to the number, such as a fraction, is found where a comma or bracket should be.
    guard offset > start, bytes[start] != UInt8(ascii: "0") || offset == start + 1 else { return nil }
    return .number(JSONNumber(checkedText: string(start..<offset)))
  }

  /// Reads a string of ASCII without escapes: the place of its content.
  private mutating func readWord() -> Range<Int>? {
    guard take("\"") else { return nil }
    let run = bytes.span.plainRun(from: offset, to: bytes.count)
    guard run.isASCII, run.end < bytes.count, bytes[run.end] == UInt8(ascii: "\"") else { return nil }
    defer { offset = run.end + 1 }
    return offset..<run.end
  }

  /// Skips white space, then `text` if it stands there.
  @inline(__always)
  private mutating func take(_ text: StaticString) -> Bool {
    if offset < bytes.count, bytes[offset] <= 0x20 { skipWhiteSpace() }
    let length = text.utf8CodeUnitCount
    guard bytes.count - offset >= length else { return false }
    // Safe: so many bytes are there, as was just looked at, and a static string's live for ever.
    let isThere = unsafe bytes.withUnsafeBytes { bytes in
      guard let place = unsafe bytes.baseAddress?.advanced(by: offset) else { return false }
      return unsafe memcmp(place, text.utf8Start, length) == 0
    }
    if isThere { offset += length }
    return isThere
  }

  @inline(never)
  private mutating func skipWhiteSpace() {
    while offset < bytes.count {
      switch bytes[offset] {
      case 0x20, 0x0A, 0x0D, 0x09: offset += 1
      default: return
      }
    }
  }

  private func string(_ range: Range<Int>) -> String {
    // Safe: the pointer lives for this one call. The standard library takes short ASCII fastest this way.
    unsafe bytes.withUnsafeBufferPointer { bytes in
      unsafe String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
    }
  }
}
