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

  /// Goes on behind text that is there already; the next value stands alone.
  init(appendingTo text: consuming [UInt8]) { bytes = text }

  /// Ends writing and gives the text.
  consuming func finish() -> [UInt8] { bytes }

  /// A place to go back to.
  package struct Mark {
    fileprivate let count: Int
    fileprivate let needsComma: Bool
  }

  /// The place reached.
  package var mark: Mark { Mark(count: bytes.count, needsComma: needsComma) }

  /// Takes back what was written since a mark.
  package mutating func rewind(to mark: Mark) {
    bytes.removeSubrange(mark.count...)
    needsComma = mark.needsComma
  }

  /// Number of bytes written since a mark.
  package func count(since mark: Mark) -> Int { bytes.count - mark.count }

  // MARK: - Values

  /// Writes an object; `body` writes its members.
  package mutating func object(_ body: (inout JSONWriter) -> Void) {
    open(UInt8(ascii: "{"))
    body(&self)
    close(UInt8(ascii: "}"))
  }

  /// Writes an object whose beginning is JSON text already, up to the value that `body` writes first: `{"a":1,"b":`.
  package mutating func object(beginning: [UInt8], _ body: (inout JSONWriter) -> Void) {
    startValue()
    bytes.append(contentsOf: beginning)
    needsComma = false
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
    var unit: UInt = 1
    let magnitude = value.magnitude
    while magnitude / unit >= 10 { unit *= 10 }
    while unit > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: magnitude / unit % 10))
      unit /= 10
    }
  }

  /// Writes a number as it was read.
  package mutating func number(_ value: JSONNumber) {
    startValue()
    append(value.text.utf8.span)
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

  // Said for what is written most: a generic function of another module is not made for the type it is called with.

  /// Writes a value that is JSON text already; the caller answers for it.
  package mutating func raw(_ text: ArraySlice<UInt8>) {
    startValue()
    bytes.append(contentsOf: text)
  }

  /// Writes a value that is JSON text already; the caller answers for it.
  package mutating func raw(_ text: [UInt8]) {
    startValue()
    bytes.append(contentsOf: text)
  }

  /// Writes a value that is JSON text already; the caller answers for it.
  package mutating func raw(_ text: borrowing Span<UInt8>) {
    startValue()
    append(text)
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

  /// Writes the name of a member as it stands in JSON text, with its colon: `"id":`. Its value must follow.
  package mutating func key(plain name: StaticString) {
    startValue()
    // Safe: a static string's bytes live for ever.
    unsafe bytes.append(contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
    needsComma = false
  }

  /// Writes a member.
  package mutating func member(_ key: String, _ value: String) {
    self.key(key)
    string(value)
  }

  /// Writes a member.
  package mutating func member(_ key: String, _ value: Int) {
    self.key(key)
    int(value)
  }

  /// Writes a member.
  package mutating func member(_ key: String, _ value: Double) {
    self.key(key)
    double(value)
  }

  /// Writes a member.
  package mutating func member(_ key: String, _ value: Bool) {
    self.key(key)
    bool(value)
  }

  /// Writes a member.
  package mutating func member(_ key: String, _ value: some JSONEncodable) {
    self.key(key)
    value.write(to: &self)
  }

  /// Writes a member, or nothing for nil.
  package mutating func member(_ key: String, _ value: String?) {
    if let value { member(key, value) }
  }

  /// Writes a member, or nothing for nil.
  package mutating func member(_ key: String, _ value: Int?) {
    if let value { member(key, value) }
  }

  /// Writes a member, or nothing for nil.
  package mutating func member(_ key: String, _ value: Double?) {
    if let value { member(key, value) }
  }

  /// Writes a member, or nothing for nil.
  package mutating func member(_ key: String, _ value: (some JSONEncodable)?) {
    if let value { member(key, value) }
  }

  // MARK: - Bytes

  private mutating func append(_ text: borrowing Span<UInt8>) {
    // Safe: the pointer lives for this one call.
    unsafe text.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
  }

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

  /// Appends text in quotation marks.
  private mutating func appendQuoted(_ text: String) {
    let utf8 = text.utf8.span
    var index = 0
    bytes.append(addingCapacity: utf8.count + 2) { output in
      output.append(UInt8(ascii: "\""))
      index = output.appendPlainRun(of: utf8, from: 0)
      if index == utf8.count { output.append(UInt8(ascii: "\"")) }
    }
    guard index < utf8.count else { return }
    while index < utf8.count {
      appendEscaped(utf8[index])
      bytes.append(addingCapacity: utf8.count - index) { output in
        index = output.appendPlainRun(of: utf8, from: index + 1)
      }
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
