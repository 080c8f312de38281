/// A number as it was written, so that an identifier goes back exactly as it came.
///
/// Two numbers are equal when they are written alike: `1` is not `1.0`.
package struct JSONNumber: Sendable, Hashable, CustomStringConvertible {
  /// The digits, as JSON.
  package let text: String

  /// The number as written in a text that was checked.
  package init(checkedText: String) { text = checkedText }

  package init(_ value: Int) { text = String(value) }

  /// Nil for infinity and NaN.
  package init?(_ value: Double) {
    guard value.isFinite else { return nil }
    text = value.description
  }

  /// The number, if it is whole and fits 64 bits; `1.0` and `1e3` are whole.
  package var int: Int? {
    if let value = Int(text) { return value }
    // Beyond 2^53 a fraction or exponent cannot be told from its rounding.
    let value = double
    return value.magnitude <= 0x1p53 ? Int(exactly: value) : nil
  }

  /// The nearest value; infinite beyond the range.
  package var double: Double { Double(text) ?? .nan }

  package var description: String { text }
}
