/// A number's place in the text, and its value where that is exact in 64 bits.
struct NumberToken {
  var range: Range<Int>
  var isNegative = false
  /// All digits read as one whole number; meaningless beyond 19 digits.
  var digits: UInt64 = 0
  var digitCount = 0
  /// Power of ten that `digits` is to be multiplied by, as far as the fraction says; nil where an exponent stands.
  var scale: Int? = 0
}

extension JSONReader {
  /// Reads a whole number that fits 64 bits; `4.0` and `4e2` are whole, `4.5` is an error.
  package mutating func readInt() throws(JSONError) -> Int {
    let token = try readNumberToken()
    if token.scale == 0, token.digitCount <= 18 {
      let value = Int(token.digits)
      return token.isNegative ? -value : value
    }
    guard let value = number(token).int else {
      throw JSONError("expected a whole number of 64 bits, found \(number(token).text)", offset: token.range.lowerBound)
    }
    return value
  }

  /// Reads a number as the nearest `Double`; one beyond its range is an error.
  package mutating func readDouble() throws(JSONError) -> Double {
    let token = try readNumberToken()
    // Digits below 2^53 and powers of ten to 10^22 are exact, so one division rounds once (Clinger, 1990).
    if let scale = token.scale, token.digitCount <= 15, scale >= -22 {
      let value = Double(token.digits) / powersOfTen[-scale]
      return token.isNegative ? -value : value
    }
    let value = number(token).double
    guard value.isFinite else {
      throw JSONError("the number \(number(token).text) is out of range", offset: token.range.lowerBound)
    }
    return value
  }

  /// Reads a number and keeps its text.
  package mutating func readNumber() throws(JSONError) -> JSONNumber { number(try readNumberToken()) }

  func number(_ token: NumberToken) -> JSONNumber {
    JSONNumber(checkedText: String(decoding: bytes[token.range], as: UTF8.self))
  }

  /// Reads `-? (0 | [1-9][0-9]*) (. [0-9]+)? ([eE] [+-]? [0-9]+)?`.
  mutating func readNumberToken() throws(JSONError) -> NumberToken {
    skipWhiteSpace()
    var token = NumberToken(range: offset..<offset)
    let start = offset
    if nextByte == UInt8(ascii: "-") {
      token.isNegative = true
      offset += 1
    }
    guard let first = nextByte, isDigit(first) else {
      if !token.isNegative { throw unexpected(JSONKind.number.description) }
      throw unexpected("a digit after the minus sign")
    }
    let whole = readDigits(into: &token)
    if first == UInt8(ascii: "0"), whole > 1 { throw JSONError("a number has leading zeros", offset: start) }
    if nextByte == UInt8(ascii: ".") {
      offset += 1
      let fraction = readDigits(into: &token)
      guard fraction > 0 else { throw unexpected("a digit after the decimal point") }
      token.scale = -fraction
    }
    if nextByte == UInt8(ascii: "e") || nextByte == UInt8(ascii: "E") {
      offset += 1
      if nextByte == UInt8(ascii: "+") || nextByte == UInt8(ascii: "-") { offset += 1 }
      var exponent = token
      guard readDigits(into: &exponent) > 0 else { throw unexpected("a digit of the exponent") }
      token.scale = nil
    }
    token.range = start..<offset
    return token
  }

  /// Reads digits and returns how many there were.
  private mutating func readDigits(into token: inout NumberToken) -> Int {
    let start = offset
    while offset < end, isDigit(bytes[offset]) {
      token.digits = token.digits &* 10 &+ UInt64(bytes[offset] &- UInt8(ascii: "0"))
      offset += 1
    }
    token.digitCount += offset - start
    return offset - start
  }

  private func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }
}

/// 10⁰ … 10²², each exact.
private let powersOfTen: [Double] = [
  1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
  1e21,
  1e22,
]
