import JSONCoding
import Testing

/// Reads a whole text as a value of any kind.
private func parse(_ text: String) throws(JSONError) -> JSONValue { try JSONValue(parsing: Array(text.utf8)) }

/// The same text and value twice: once in, once out.
@Suite struct JSONReaderTests {
  @Test(
    "accepts what RFC 8259 has",
    arguments: [
      "[]", "{}", "[[]]", "[ ]", "{ }", " [1] ", "\t\r\n[1]\n", "null", "true", "false", "0", "-0", "-1", "\"\"",
      "\" \"",
      "[0e1]", "[0e+1]", "[1E22]", "[1E-2]", "[1.5e+9]", "[123.456789]", "[-0.0]", "[1,2,3]", "[1,null,\"a\",{}]",
      #"["\"\\\/\b\f\n\r\t"]"#, #"["\u0000"]"#, #"["\u002c\u00e9\u20AC"]"#, #"["\ud83d\ude00"]"#, #"["\uDBFF\uDFFF"]"#,
      "[\"\u{7F}\"]", "[\"é€😀\"]", "[\"\u{2028}\u{2029}\"]", #"{"":0}"#, #"{"a":{"b":{"c":[]}}}"#, #"{"a":1,"b":1}"#,
      "[12345678901234567890123456789012345678901234567890]", "[0.1234567890123456789012345678901]", "[1e400]",
    ])
  func accepted(_ text: String) throws {
    _ = try parse(text)
    var reader = JSONReader(Array(text.utf8))
    try reader.skipValue()
    try reader.finish()
  }

  @Test(
    "rejects what RFC 8259 does not have, at the right byte",
    arguments: [
      ("", 0), (" ", 1), ("[", 1), ("{", 1), ("[1", 2), ("[1,", 3), ("[1,]", 3), ("[,1]", 1), ("[1,,2]", 3),
      ("[1 2]", 3),
      ("{\"a\"}", 4), ("{\"a\":}", 5), ("{\"a\":1,}", 7), ("{a:1}", 1), ("{'a':1}", 1), ("{1:1}", 1), ("{\"a\" 1}", 5),
      ("{\"a\":1 \"b\":2}", 7), ("]", 0), ("}", 0), ("[}", 1), ("{]", 1), ("[1}", 2), ("nul", 0), ("True", 0),
      ("tru", 0),
      ("nan", 0), ("NaN", 0), ("Infinity", 0), ("-Infinity", 1), ("01", 0), ("-01", 0), ("[00]", 1), ("+1", 0),
      (".5", 0),
      ("1.", 2), ("[1.e1]", 3), ("1e", 2), ("1e+", 3), ("-", 1), ("0x1", 1), ("1 2", 2), ("[1]]", 3), ("{}{}", 2),
      ("\"", 1), ("\"a", 2), ("\"\\\"", 3), ("\"\\", 2), ("\"\\x\"", 1), ("\"\\u12\"", 5), ("\"\\u12G4\"", 5),
      ("\"\\u+123\"", 3), ("\"\n\"", 1), ("\"a\tb\"", 2), ("\"\u{0}\"", 1), ("[\"a\u{1F}\"]", 3), ("[1]//", 3),
      ("/**/[]", 0), ("\u{FEFF}[]", 0), ("[1\u{A0}]", 2), ("\"\\ud800\"", 1), ("\"\\udc00\"", 1),
      ("\"a\\ud800\\u0041\"", 2),
      ("\"\\ud800\\ud800\"", 1), ("\"\\ud83dx\"", 1), ("{\"a\":1,\"a\":2}", 7), ("[{\"x\":1,\"\\u0078\":2}]", 8),
      ("[\u{0}]", 1), ("[\u{C}1]", 1),
    ])
  func rejected(_ text: String, _ offset: Int) {
    let error = #expect(throws: JSONError.self) { _ = try parse(text) }
    #expect(error?.offset == offset, "\(text): \(error?.description ?? "")")
  }

  @Test(
    "skipping checks as strictly as reading",
    arguments: [
      "[1,]", "{\"a\"}", "{\"a\":1,}", "[01]", "\"\\x\"", "\"\\ud800\"", "\"\n\"", "{\"\\q\":1}", "[\"a\\", "{1:2}",
      "[1.]",
      "{\"a\" 1}", "tru", "[nul]",
    ])
  func skippingIsStrict(_ text: String) {
    #expect(throws: JSONError.self) {
      var reader = JSONReader(Array(text.utf8))
      try reader.skipValue()
      try reader.finish()
    }
  }

  @Test(
    "rejects strings that are not UTF-8, read or skipped",
    arguments: [
      ([0x80], 1), ([0xC3], 1), ([0xC0, 0xAF], 1), ([0xED, 0xA0, 0x80], 1), ([0xF4, 0x90, 0x80, 0x80], 1), ([0xFF], 1),
      ([0x61, 0xE2, 0x82, 0x61], 2),
    ] as [([UInt8], Int)])
  func notUTF8(_ bytes: [UInt8], _ offset: Int) {
    let text = [0x22] + bytes + [0x22]
    let read = #expect(throws: JSONError.self) { _ = try JSONValue(parsing: text) }
    #expect(read?.offset == offset)
    let skipped = #expect(throws: JSONError.self) {
      var reader = JSONReader(text)
      try reader.skipValue()
    }
    #expect(skipped?.offset == offset)
  }

  @Test("reads every escape as the character it stands for")
  func escapes() throws {
    #expect(try parse(#""\"\\\/\b\f\n\r\tA\u00e9\u20ac\ud83d\ude00 end""#).string == "\"\\/\u{8}\u{C}\n\r\tAé€😀 end")
  }

  @Test("replaces halves of surrogate pairs when asked to")
  func replacesLoneSurrogates() throws {
    let text = Array(#"["a\ud800b", "\udc00", "\ud800\u0041", "\ud83d\ude00"]"#.utf8)
    var reader = JSONReader(text, loneSurrogates: .replaced)
    #expect(try reader.readList(String.self) == ["a\u{FFFD}b", "\u{FFFD}", "\u{FFFD}A", "😀"])
  }

  @Test("nesting is limited, for reading and for skipping")
  func depth() throws {
    let deep = { (n: Int) in [UInt8](repeating: 0x5B, count: n) + [UInt8](repeating: 0x5D, count: n) }
    _ = try JSONValue(parsing: deep(64))
    #expect(throws: JSONError("arrays and objects are nested deeper than 64", offset: 64)) {
      _ = try JSONValue(parsing: deep(65))
    }
    #expect(throws: JSONError("arrays and objects are nested deeper than 3", offset: 3)) {
      var reader = JSONReader(deep(100_000), maximumDepth: 3)
      try reader.skipValue()
    }
    _ = try parse("[" + Array(repeating: "[{}]", count: 100).joined(separator: ",") + "]")
  }

  @Test("errors say what was expected and what was found")
  func messages() {
    func message(_ text: String) -> String? { #expect(throws: JSONError.self) { _ = try parse(text) }?.description }
    #expect(message("[1 2]") == "expected a comma or ], found a number at byte 3")
    #expect(message("[nope]") == "expected null at byte 1")
    #expect(message("[hello, 1]") == "expected a value, found hello at byte 1")
    #expect(message("{\"a\":") == "expected a value, found the end of the text at byte 5")
    #expect(message("{\"a\" 1}") == "expected a colon after \"a\", found a number at byte 5")
    #expect(message("[\u{1}]") == "expected a value, found byte 0x01 at byte 1")
    #expect(message("{} {}") == "expected the end of the text, found an object at byte 3")
  }

  @Test("an error's place is told by line and column")
  func position() {
    let text = Array("{\n  \"a\": 1,\n  \"b\": x\n}".utf8)
    let error = #expect(throws: JSONError.self) { _ = try JSONValue(parsing: text) }
    #expect(error?.position(in: text) ?? (0, 0) == (3, 8))
    #expect(JSONError("", offset: 0).position(in: text) == (1, 1))
    #expect(JSONError("", offset: 99).position(in: Array("ab".utf8)) == (1, 3))
  }

  @Test("a reader can be set on a part of the bytes, and keeps to it")
  func range() throws {
    let lines = Array("{\"a\":1}\n[2]\n\"x".utf8)
    var second = JSONReader(lines, in: 8..<11)
    #expect(try second.readList(Int.self) == [2])
    try second.finish()
    var cut = JSONReader(lines, in: 0..<6)
    #expect(throws: JSONError("expected a comma or }, found the end of the text", offset: 6)) {
      _ = try cut.readValue()
    }
    var number = JSONReader(Array("12".utf8), in: 0..<1)
    #expect(try number.readInt() == 1)
  }

  @Test("random bytes and every cut of a good text give a value or an error, never a crash")
  func robust() {
    var random = SystemRandomNumberGenerator()
    let alphabet = Array("{}[]\",:\\u0d81e-+. \ntfn\u{1}é".utf8)
    for _ in 0..<20_000 {
      let text = (0..<Int.random(in: 0...24, using: &random)).compactMap { _ in alphabet.randomElement(using: &random) }
      let value = try? JSONValue(parsing: text)
      if let value { #expect((try? JSONValue(parsing: value.jsonBytes)) == value) }
    }
    let good = Array(#"{"a":[1,-2.5e3,"x\u00e9\ud83d\ude00y",null,true],"b":{"c":"é"}}"#.utf8)
    for length in 0..<good.count { #expect((try? JSONValue(parsing: Array(good.prefix(length)))) == nil) }
  }
}
