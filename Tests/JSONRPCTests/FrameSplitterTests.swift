import JSONCoding
import JSONRPC
import Testing

/// A frame in a form that is easy to write down: the message or `!` and the reason, with its ending.
private func shown(_ frame: Frame) -> String {
  func word(_ ending: FrameEnding) -> String {
    switch ending {
    case .newline: "LF"
    case .blankLine: "none"
    case .contentLength: "CL"
    }
  }
  switch frame {
  case .message(let bytes, let ending): return "\(String(decoding: bytes, as: UTF8.self)) \(word(ending))"
  case .fault(let fault, let ending):
    return "!\(fault.kind == .tooLarge ? "large" : "broken")\(fault.isFatal ? " fatal" : "") \(word(ending))"
  }
}

/// Splits a stream that comes in the given pieces.
private func frames(_ pieces: [[UInt8]], limit: Int = 1000, depth: Int = 64, pausing: Bool = false) -> [String] {
  var splitter = FrameSplitter(maximumLength: limit, maximumDepth: depth)
  var found: [String] = []
  func drain() { while let frame = splitter.next() { found.append(shown(frame)) } }
  for piece in pieces {
    splitter.append(piece)
    drain()
    if pausing {
      splitter.pause()
      drain()
    }
  }
  splitter.finish()
  drain()
  return found
}

private func bytewise(_ text: String) -> [[UInt8]] { text.utf8.map { [$0] } }

@Suite struct FrameSplitterTests {
  struct Example: Sendable, CustomTestStringConvertible {
    var input: String
    var frames: [String]
    var limit = 1000
    var testDescription: String { input.debugDescription }
  }

  private static let examples: [Example] = [
    Example(input: "", frames: []),
    Example(input: " \r\n\t\n", frames: []),
    // One value a line; over lines; several on one.
    Example(input: "{}\n", frames: ["{} LF"]),
    Example(input: "{\"a\":1}\n[2]\r\n", frames: ["{\"a\":1} LF", "[2] LF"]),
    Example(input: "{}  \t\r\n\n\n[]\n", frames: ["{} LF", "[] LF"]),
    Example(input: "{\n  \"a\": [\n    1\n  ]\n}\n", frames: ["{\n  \"a\": [\n    1\n  ]\n} LF"]),
    Example(input: "{\"a\":\"}\\\"\\n{\"}\n{}\n", frames: ["{\"a\":\"}\\\"\\n{\"} LF", "{} LF"]),
    Example(input: "{}", frames: ["{} none"]),
    Example(input: "{}{}[1] {}\n", frames: ["{} none", "{} none", "[1] none", "{} LF"]),
    // Lines that are no object and no array.
    Example(input: "hello world\n{}\n", frames: ["hello world LF", "{} LF"]),
    Example(input: "42\n\"{}\"\ncome\nCONTENT\n", frames: ["42 LF", "\"{}\" LF", "come LF", "CONTENT LF"]),
    Example(input: "null", frames: ["null none"]),
    Example(input: "co", frames: ["co none"]),
    Example(input: "{} x\n", frames: ["{} none", "x LF"]),
    // Headers.
    Example(input: "Content-Length: 2\r\n\r\n{}", frames: ["{} CL"]),
    Example(input: "content-length:3\n\n{ }Content-Length: 2\r\n\r\n[]", frames: ["{ } CL", "[] CL"]),
    Example(
      input:
        "Content-Type: application/json; charset=utf-8\r\nContent-Length: 7\r\nContent-Other: x\r\n\r\n{}\n\n{}\n{}\n",
      frames: ["{}\n\n{}\n CL", "{} LF"]),
    Example(input: "{}\nContent-Length: 2\r\n\r\n{}\n[]\n", frames: ["{} LF", "{} CL", "[] LF"]),
    Example(input: "Content-Length: 0\r\n\r\n{}\n", frames: [" CL", "{} LF"]),
    Example(input: "Content-Length: x\r\n\r\n{}\n", frames: ["!broken fatal CL"]),
    Example(input: "Content-Length: -1\r\n\r\n{}\n", frames: ["!broken fatal CL"]),
    Example(input: "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}\n", frames: ["!broken fatal CL"]),
    Example(input: "Content-Type: x\r\n\r\n{}\n", frames: ["!broken fatal CL"]),
    Example(input: "Content-Length\r\n\r\n{}\n", frames: ["!broken fatal CL"]),
    Example(input: "Content-Length: 9\r\n\r\n{}", frames: ["!broken fatal CL"]),
    Example(input: "Content-Le", frames: ["!broken fatal CL"]),
    // Wrong bytes: the reply comes at the end of the line, and the next line is understood.
    Example(input: "{\"a\": }]\n{}\n", frames: ["{\"a\": } none", "] LF", "{} LF"]),
    Example(input: "[}x{}{}\n{}\n", frames: ["!broken LF", "{} LF"]),
    Example(
      input: "{\"jsonrpc\": \"2.0\", \"method\": \"foobar, \"params\": \"bar\", \"baz]\n{}\n",
      frames: ["!broken LF", "{} LF"]),
    Example(input: "{\"a\n\"b\"\n", frames: ["!broken LF", "\"b\" LF"]),
    Example(input: "{\"a\":1\n{\"b\":2}\n", frames: ["!broken LF", "{\"b\":2} LF"]),
    Example(input: "[1,\n{\n[]\n", frames: ["!broken LF", "[] LF"]),
    Example(input: "{\n  \"a\": (\n  \"b\": [ }\n  \"c\": {\n}\n{}\n", frames: ["!broken LF", "{} LF"]),
    Example(input: "[}", frames: ["!broken none"]),
    Example(input: "{\"a\":", frames: ["!broken fatal none"]),
    // The limit of 10 bytes.
    Example(input: "[123456789]\n[12345678]\n{}\n", frames: ["!large LF", "[12345678] LF", "{} LF"], limit: 10),
    Example(input: "[\"" + String(repeating: "x", count: 99) + "\"]{}\n", frames: ["!large none", "{} LF"], limit: 10),
    Example(input: String(repeating: "x", count: 99) + "\n{}\n", frames: ["!large LF", "{} LF"], limit: 10),
    Example(input: "Content-Length: 12\r\n\r\n\"0123456789\"{}\n", frames: ["!large CL", "{} LF"], limit: 10),
    Example(input: "[1,2,3,4,5,6,7}\n \"x\"\n{}\n", frames: ["!large LF", "{} LF"], limit: 10),
  ]

  @Test("splits a stream into messages, however it is cut", arguments: examples)
  func splits(_ example: Example) {
    let bytes = Array(example.input.utf8)
    #expect(frames([bytes], limit: example.limit) == example.frames)
    #expect(frames(bytewise(example.input), limit: example.limit) == example.frames)
    for cut in 0...bytes.count {
      let pieces = [Array(bytes[..<cut]), Array(bytes[cut...])]
      #expect(frames(pieces, limit: example.limit) == example.frames, "cut at \(cut)")
    }
  }

  @Test(
    "a pause anywhere changes at most how a message ends",
    arguments: examples.filter { $0.frames.allSatisfy { $0.hasPrefix("{") || $0.hasPrefix("[") } })
  func pauses(_ example: Example) {
    let bytes = Array(example.input.utf8)
    func messages(_ frames: [String]) -> [String] { frames.map { String($0.dropLast($0.hasSuffix("none") ? 5 : 3)) } }
    for cut in 0...bytes.count {
      let found = frames([Array(bytes[..<cut]), Array(bytes[cut...])], pausing: true)
      #expect(messages(found) == messages(example.frames), "pause at \(cut)")
    }
  }

  @Test("a value without newline is a message as soon as no more bytes wait, and its late newline is none of its own")
  func pauseReleases() {
    #expect(frames([Array("{}".utf8), Array("\n[]\n".utf8)], pausing: true) == ["{} none", "[] LF"])
    #expect(frames([Array("{".utf8), Array("}".utf8)], pausing: true) == ["{} none"])
    #expect(frames([Array("{}".utf8), Array("\n".utf8)]) == ["{} LF"])
  }

  @Test("after a fault and a pause, what begins like a message is one")
  func recoversAfterPause() {
    #expect(frames([Array("{\"a\" [".utf8), Array("{}".utf8)], pausing: true) == ["!broken none", "{} none"])
    #expect(frames([Array("[}".utf8), Array("rest\n5\n".utf8)], pausing: true) == ["!broken none", "5 LF"])
    #expect(
      frames([Array("{\n x [ }".utf8), Array(" \"y\"\n }\n{}\n".utf8)], pausing: true) == ["!broken none", "{} LF"])
  }

  @Test("a message beyond the limit is not kept")
  func boundedMemory() {
    var splitter = FrameSplitter(maximumLength: 1000)
    splitter.append(Array("[\"".utf8))
    for _ in 0..<1000 {
      splitter.append([UInt8](repeating: 0x61, count: 1000))
      #expect(splitter.next() == nil)
      #expect(splitter.bufferedByteCount <= 2000)
    }
    splitter.append(Array("\"]\n".utf8))
    guard case .fault(let fault, .newline)? = splitter.next() else { return #expect(Bool(false), "no fault") }
    #expect(fault.message == "the message is larger than 1000 bytes")
  }

  @Test("nesting beyond the limit is a fault")
  func depth() {
    #expect(frames([Array("[[]]\n[[[]]]\n{}\n".utf8)], depth: 2) == ["[[]] LF", "!broken LF", "{} LF"])
  }

  @Test("a header without end is a fault")
  func endlessHeader() {
    let line = "Content-Other: " + String(repeating: "x", count: 100) + "\r\n"
    let text = String(repeating: line, count: 50)
    #expect(frames([Array(text.utf8)]) == ["!broken fatal CL"])
    #expect(frames([Array("Content-Length: ".utf8) + [UInt8](repeating: 0x31, count: 5000)]) == ["!broken fatal CL"])
  }

  @Test("random bytes never crash or hang it, whatever the cuts and pauses")
  func random() {
    let alphabet = Array("{}[]\",:\n\n\r Cc1a\\\u{0}".utf8) + [0xFF]
    for _ in 0..<3000 {
      let pieces = (0..<6).map { _ in (0..<Int.random(in: 0...8)).compactMap { _ in alphabet.randomElement() } }
      let found = frames(pieces, limit: 12, pausing: Bool.random())
      #expect(found.count <= 2 * pieces.joined().count)
      #expect(frames(pieces, limit: 12) == frames([Array(pieces.joined())], limit: 12))
    }
  }

  @Test("a reply is framed as its request was")
  func endings() {
    func framed(_ ending: FrameEnding) -> String {
      var output = Array("before".utf8)
      ending.append(["é": 1] as JSONObject, to: &output)
      return String(decoding: output, as: UTF8.self)
    }
    #expect(framed(.newline) == "before{\"é\":1}\n")
    #expect(framed(.blankLine) == "before{\"é\":1}\n\n")
    #expect(framed(.contentLength) == "beforeContent-Length: 8\r\n\r\n{\"é\":1}")
  }
}
