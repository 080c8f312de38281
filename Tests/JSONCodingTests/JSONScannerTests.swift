import JSONCoding
import Testing

/// Scans text in pieces of `size` bytes; tells the outcome and how many bytes were taken.
private func scan(_ text: String, by size: Int, maximumDepth: Int = 64) -> (JSONScanner.Outcome, Int) {
  var scanner = JSONScanner(maximumDepth: maximumDepth)
  let bytes = Array(text.utf8)
  var start = 0
  while start < bytes.count {
    let piece = Array(bytes[start..<min(start + size, bytes.count)])
    var offset = 0
    let outcome = scanner.scan(piece, from: &offset)
    start += offset
    if outcome != .incomplete { return (outcome, start) }
  }
  return (.incomplete, start)
}

@Suite struct JSONScannerTests {
  @Test(
    "finds the end of a value, however it is cut",
    arguments: [
      "{}", "[]", #"{"a":[1,{"b":"}]"}],"c":"\"\\"}"#, "[[],[[]]]", "{\n  \"a\": \"é€😀\"\n}", #"["\\\"]", "{"]"#,
      "[ {} , {} ]",
    ])
  func complete(_ text: String) {
    for size in 1...text.utf8.count + 1 {
      for rest in ["", "\n", "{}", "x"] {
        let (outcome, taken) = scan(text + rest, by: size)
        #expect(outcome == .complete && taken == text.utf8.count, "\(text) by \(size)")
      }
    }
    for length in 1..<text.utf8.count {
      #expect(scan(String(decoding: Array(text.utf8).prefix(length), as: UTF8.self), by: 100).0 == .incomplete)
    }
  }

  @Test(
    "stops at the first byte that cannot follow",
    arguments: [
      ("[}", 1), ("{]", 1), (#"[{"a":1]"#, 7), ("{\"a\n", 3), ("[\"\t\"", 2), ("{\"a\":1\n{\"b\":2}", 7), ("[1 [", 3),
      ("{foo {", 5),
      ("[\"a\\\"\n", 5),
    ])
  func broken(_ text: String, _ offset: Int) {
    for size in 1...text.utf8.count {
      let (outcome, taken) = scan(text, by: size)
      guard case .broken = outcome else {
        Issue.record("\(text) by \(size): \(outcome)")
        continue
      }
      #expect(taken == offset)
    }
  }

  @Test("nesting is limited")
  func depth() {
    #expect(scan("[[[]]]", by: 2, maximumDepth: 3).0 == .complete)
    #expect(scan("[[[[", by: 2, maximumDepth: 3) == (.broken("arrays and objects are nested deeper than 3"), 3))
  }
}
