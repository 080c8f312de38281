import JSONCoding
import Testing

private func reader(_ text: String) -> JSONReader { JSONReader(Array(text.utf8)) }

@Suite struct JSONNumberTests {
  @Test(
    "reads whole numbers of 64 bits",
    arguments: [
      ("0", 0), ("-0", 0), ("7", 7), ("-12", -12), ("9223372036854775807", .max), ("-9223372036854775808", .min),
      ("1234567890123456789", 1_234_567_890_123_456_789), ("4.0", 4), ("4e2", 400), ("-2.50E1", -25),
      ("1e15", 1_000_000_000_000_000),
    ])
  func wholeNumbers(_ text: String, _ value: Int) throws {
    var json = reader(text)
    #expect(try json.readInt() == value)
    #expect(try JSONValue(parsing: Array(text.utf8)).int == value)
  }

  @Test(
    "a number that is not whole or too big is no Int, and the error shows it",
    arguments: ["4.5", "9223372036854775808", "-9223372036854775809", "1e19", "1e-1", "1e400"])
  func notWhole(_ text: String) throws {
    var json = reader("[\(text)]")
    let error = #expect(throws: JSONError.self) {
      try json.readArray { (json) throws(JSONError) in _ = try json.readInt() }
    }
    #expect(error == JSONError("expected a whole number of 64 bits, found \(text)", offset: 1))
    #expect(try JSONValue(parsing: Array(text.utf8)).int == nil)
  }

  @Test(
    "reads the nearest Double",
    arguments: [
      "0", "-0.0", "0.1", "0.3", "2.5", "-7.25", "123456.789", "1e22", "1e23", "9007199254740993", "5e-324",
      "2.2250738585072014e-308",
      "1.7976931348623157e308", "3.141592653589793238462643383279", "0.000001", "123456789012345.6", "1e-400",
      "48.8566", "0.30000000000000004",
    ])
  func doubles(_ text: String) throws {
    var json = reader(text)
    let value = try json.readDouble()
    let expected = try #require(Double(text))
    #expect(value.bitPattern == expected.bitPattern)
  }

  @Test("a Double beyond the range is an error")
  func outOfRange() {
    var json = reader("-1e309")
    #expect(throws: JSONError("the number -1e309 is out of range", offset: 0)) { _ = try json.readDouble() }
  }

  @Test("random Doubles come back bit by bit")
  func roundTrip() throws {
    for _ in 0..<20_000 {
      let value = Double(bitPattern: UInt64.random(in: .min ... .max))
      guard value.isFinite else { continue }
      #expect(try Double(parsing: value.jsonBytes).bitPattern == value.bitPattern)
      let short = Double(Int.random(in: -10_000_000...10_000_000)) / 1000
      #expect(try Double(parsing: short.jsonBytes) == short)
    }
  }

  @Test("random Ints come back")
  func intRoundTrip() throws {
    for _ in 0..<10_000 {
      let value = Int.random(in: .min ... .max) >> Int.random(in: 0..<64)
      #expect(String(decoding: value.jsonBytes, as: UTF8.self) == String(value))
      #expect(try Int(parsing: value.jsonBytes) == value)
    }
    for value in [Int.min, .max, 0, -1, 9, 10, -10] { #expect(value.jsonBytes == Array(String(value).utf8)) }
  }

  @Test("a number of unknown use keeps its text")
  func keepsText() throws {
    for text in ["1", "1.0", "1e0", "-0", "10000000000000000000000", "1E+2", "0.10"] {
      #expect(try JSONValue(parsing: Array(text.utf8)).description == text)
    }
    #expect(try JSONValue(parsing: Array("1.0".utf8)) != 1)
    #expect(try JSONValue(parsing: Array("1e400".utf8)).double == .infinity)
  }
}
