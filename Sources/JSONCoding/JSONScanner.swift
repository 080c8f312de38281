/// Finds where an array or object ends in bytes that come piece by piece, without reading it.
///
/// It follows brackets and strings only, so a text it calls complete may still be wrong; one it calls broken is wrong for
/// certain. It stops as early as it can: at a bracket that closes another kind, at a line's end within a string, and where
/// a new array or object begins that no comma or colon allows. The last is what a request after an unfinished one looks like.
package struct JSONScanner: Sendable {
  package enum Outcome: Sendable, Equatable {
    /// All bytes are taken and the value goes on.
    case incomplete
    /// The value ends before the place reached.
    case complete
    /// The byte at the place reached cannot follow; why.
    case broken(String)
  }

  private let maximumDepth: Int
  /// The brackets that must close what is open, innermost last.
  private var closers: [UInt8] = []
  private var inString = false
  private var afterBackslash = false
  /// The last byte that was not white space, outside of strings.
  private var last: UInt8?

  package init(maximumDepth: Int = JSONReader.defaultMaximumDepth) { self.maximumDepth = maximumDepth }

  /// Makes ready for the next value.
  package mutating func reset() {
    closers.removeAll(keepingCapacity: true)
    inString = false
    afterBackslash = false
    last = nil
  }

  /// Takes bytes from `offset` on, which moves behind what was taken; starts at the value's first bracket.
  package mutating func scan(_ bytes: [UInt8], from offset: inout Int) -> Outcome {
    while offset < bytes.count {
      if let outcome = inString ? scanString(bytes, from: &offset) : take(bytes[offset], &offset) { return outcome }
    }
    return .incomplete
  }

  /// Takes one byte outside of strings; nil where the value goes on.
  @inline(__always)
  private mutating func take(_ byte: UInt8, _ offset: inout Int) -> Outcome? {
    switch byte {
    case 0x20, 0x0A, 0x0D, 0x09:
      offset += 1
      return nil
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      guard canBeginValue else { return .broken("an array or object begins where none can") }
      guard closers.count < maximumDepth else {
        return .broken("arrays and objects are nested deeper than \(maximumDepth)")
      }
      closers.append(byte + 2)  // "[" and "]", "{" and "}" are two apart.
    case UInt8(ascii: "}"), UInt8(ascii: "]"):
      guard let closer = closers.popLast(), closer == byte else { return .broken("a bracket closes what is not open") }
      if closers.isEmpty {
        offset += 1
        return .complete
      }
    case UInt8(ascii: "\""): inString = true
    default: break
    }
    last = byte
    offset += 1
    return nil
  }

  /// Whether an array or object may stand after what was seen.
  private var canBeginValue: Bool {
    switch last {
    case nil, UInt8(ascii: "["), UInt8(ascii: ","), UInt8(ascii: ":"): true
    default: false
    }
  }

  /// Takes bytes of a string; nil where the value goes on.
  private mutating func scanString(_ bytes: [UInt8], from offset: inout Int) -> Outcome? {
    if afterBackslash {
      afterBackslash = false
      offset += 1
      return nil
    }
    offset = bytes.span.plainRun(from: offset, to: bytes.count).end
    guard offset < bytes.count else { return nil }
    switch bytes[offset] {
    case UInt8(ascii: "\""): inString = false
    case UInt8(ascii: "\\"): afterBackslash = true
    default: return .broken("a control character in a string must be escaped")
    }
    offset += 1
    return nil
  }
}
