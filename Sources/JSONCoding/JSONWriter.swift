/// Writes JSON text as bytes; commas and colons are its own business.
///
/// The text is compact: no white space, `"`, `\` and control characters escaped, everything else as it is in UTF-8.
/// Numbers that are `Double` keep their fraction (`4.0`, `-2.0`), so that a reader sees that they are not counts.
package struct JSONWriter {
  /// The text written so far.
  package private(set) var bytes: [UInt8]
  private var needsComma = false

  /// Starts an empty text with room for `capacity` bytes.
  package init(capacity: Int = 256) {
    bytes = []
    bytes.reserveCapacity(capacity)
  }

  /// Starts an empty text in the memory of a former one.
  package init(reusing buffer: consuming [UInt8]) {
    bytes = buffer
    bytes.removeAll(keepingCapacity: true)
  }

  // MARK: - Values

  /// Writes an object; `body` writes its members.
  package mutating func object(_ body: (inout JSONWriter) -> Void) {
    open(UInt8(ascii: "{"))
    body(&self)
    close(UInt8(ascii: "}"))
  }

  /// Writes an array; `body` writes its elements.
  package mutating func array(_ body: (inout JSONWriter) -> Void) {
    open(UInt8(ascii: "["))
    body(&self)
    close(UInt8(ascii: "]"))
  }

  /// Writes a string.
  package mutating func string(_ value: String) {
    startValue()
    appendQuoted(value)
  }

  /// Writes a whole number.
  package mutating func int(_ value: Int) {
    startValue()
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    var rest = value.magnitude
    let start = bytes.count
    repeat {
      bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    } while rest > 0
    if bytes.count - start > 1 { bytes[start...].reverse() }
  }

  /// Writes the shortest number that reads back as the same value; `null` for infinity and NaN, which JSON lacks.
  package mutating func double(_ value: Double) {
    guard value.isFinite else { return null() }
    startValue()
    bytes.append(contentsOf: value.description.utf8)
  }

  /// Writes `true` or `false`.
  package mutating func bool(_ value: Bool) {
    startValue()
    bytes.append(contentsOf: (value ? "true" : "false").utf8)
  }

  /// Writes `null`.
  package mutating func null() {
    startValue()
    bytes.append(contentsOf: "null".utf8)
  }

  /// Writes a value that knows how to.
  package mutating func value(_ value: some JSONEncodable) { value.write(to: &self) }

  /// Writes a value that is JSON text already; the caller answers for it.
  package mutating func raw(_ text: some Collection<UInt8>) {
    startValue()
    bytes.append(contentsOf: text)
  }

  /// Ends a line of JSON Lines: the next value stands alone again.
  package mutating func newline() {
    bytes.append(UInt8(ascii: "\n"))
    needsComma = false
  }

  // MARK: - Members

  /// Writes the name of a member; its value must follow.
  package mutating func key(_ key: String) {
    startValue()
    appendQuoted(key)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// Writes a member.
  package mutating func member(_ key: String, _ value: some JSONEncodable) {
    self.key(key)
    value.write(to: &self)
  }

  /// Writes a member, or nothing for nil.
  package mutating func member(_ key: String, _ value: (some JSONEncodable)?) {
    if let value { member(key, value) }
  }

  // MARK: - Bytes

  private mutating func startValue() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = true
  }

  private mutating func open(_ bracket: UInt8) {
    startValue()
    bytes.append(bracket)
    needsComma = false
  }

  private mutating func close(_ bracket: UInt8) {
    bytes.append(bracket)
    needsComma = true
  }

  private mutating func appendQuoted(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    let utf8 = text.utf8.span
    var start = 0
    while true {
      let stop = utf8.firstSpecialByte(from: start, to: utf8.count)
      // Safe: the pointer lives for this one call, and append copies.
      unsafe utf8.extracting(start..<stop).withUnsafeBufferPointer { run in
        unsafe bytes.append(contentsOf: run)
      }
      guard stop < utf8.count else { break }
      appendEscaped(utf8[stop])
      start = stop + 1
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func appendEscaped(_ byte: UInt8) {
    bytes.append(UInt8(ascii: "\\"))
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(byte)
    case UInt8(ascii: "\n"): bytes.append(UInt8(ascii: "n"))
    case UInt8(ascii: "\r"): bytes.append(UInt8(ascii: "r"))
    case UInt8(ascii: "\t"): bytes.append(UInt8(ascii: "t"))
    case 0x08: bytes.append(UInt8(ascii: "b"))
    case 0x0C: bytes.append(UInt8(ascii: "f"))
    default:
      bytes.append(contentsOf: "u00".utf8)
      bytes.append(hexDigit(byte >> 4))
      bytes.append(hexDigit(byte & 0xF))
    }
  }

  private func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }
}
