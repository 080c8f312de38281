import Glibc
import JSONCoding
import JSONRPC
import Platform
import TestSupport
import Testing

/// Nonsense that is the same in every run.
private struct Nonsense: RandomNumberGenerator {
  private var numbers: SplitMix

  init(seed: UInt64) { numbers = SplitMix(seed: seed) }

  mutating func next() -> UInt64 { numbers.next() }

  /// Bytes of any kind, brackets and quotation marks more often than others.
  mutating func bytes() -> [UInt8] {
    let marks = Array("{}[]\":,\n\\ c".utf8)
    return (0..<Int.random(in: 1...400, using: &self)).map { _ in
      Bool.random(using: &self) ? marks.randomElement(using: &self) ?? 0 : UInt8.random(in: 0...255, using: &self)
    }
  }

  /// A JSON value, nested as deep as it comes.
  mutating func value(depth: Int = 0) -> JSONValue {
    switch Int.random(in: 0..<(depth > 5 ? 6 : 9), using: &self) {
    case 0: return nil
    case 1: return .bool(Bool.random(using: &self))
    case 2: return .int(Int.random(in: .min ... .max, using: &self))
    case 3: return .double(Double.random(in: -1e300...1e300, using: &self))
    case 4, 5:
      return .string(["", "2.0", "subtract", "\u{0}\n\"", "ünï", "rpc.cancel"].randomElement(using: &self) ?? "")
    case 6: return .array((0..<Int.random(in: 0..<4, using: &self)).map { _ in value(depth: depth + 1) })
    default: return .object(object(["a", "id", "params", "jsonrpc"], depth: depth + 1))
    }
  }

  private mutating func object(_ names: [String], depth: Int) -> JSONObject {
    var object = JSONObject()
    for name in names where Bool.random(using: &self) { object[name] = value(depth: depth) }
    return object
  }

  /// A request in which one thing or another is not as it should be.
  mutating func request() -> JSONValue {
    var request: JSONObject = ["jsonrpc": "2.0", "id": 1, "method": "subtract", "params": [5, 3]]
    for name in ["jsonrpc", "id", "method", "params", "more"] where Int.random(in: 0..<3, using: &self) == 0 {
      request[name] = value()
    }
    return Int.random(in: 0..<8, using: &self) == 0
      ? .array((0..<Int.random(in: 0..<5, using: &self)).map { _ in self.request() }) : .object(request)
  }
}

@Suite("A server and its worst clients", .timeLimit(.minutes(3))) struct HostileClientTests {
  /// What must be true of everything a server sends: a reply or notification of JSON-RPC 2.0, or a batch of them.
  private func check(_ line: String) throws {
    let value = try JSONValue(parsing: Array(line.utf8))
    for reply in value.array ?? [value] {
      #expect(reply["jsonrpc"]?.string == "2.0" && reply["id"] != nil, "\(line)")
      guard let error = reply["error"] else {
        #expect(reply["result"] != nil, "\(line)")
        continue
      }
      #expect(error["code"]?.int != nil && error["message"]?.string?.isEmpty == false, "\(line)")
      #expect(error["data"]?["reason"]?.string != nil && error["data"]?["retryable"]?.bool != nil, "\(line)")
    }
  }

  private func isWell(_ fixture: ServerFixture) throws {
    let wire = try fixture.connect()
    try wire.send(#"{"jsonrpc":"2.0","id":"well?","method":"subtract","params":[5,3]}"# + "\n")
    #expect(try wire.line() == #"{"jsonrpc":"2.0","result":2,"id":"well?"}"#)
  }

  @Test("Bytes without sense get errors that are replies, and nobody else notices")
  func bytes() async throws {
    let fixture = try await ServerFixture()
    var nonsense = Nonsense(seed: 1)
    for _ in 0..<300 {
      let wire = try fixture.connect()
      _ = try? wire.sendSome(nonsense.bytes())
      wire.sendNoMore()
      for line in try wire.rest().split(separator: "\n") { try check(String(line)) }
    }
    try isWell(fixture)
    await fixture.stop()
  }

  @Test("Requests of every wrong shape get one reply each, as JSON-RPC says, on a connection that goes on")
  func shapes() async throws {
    let fixture = try await ServerFixture()
    let wire = try fixture.connect()
    var nonsense = Nonsense(seed: 2)
    for number in 0..<2_000 {
      try wire.send("\(nonsense.request())\n")
      // What comes before the answer to this is the answer to that; a notification has none.
      try wire.send(#"{"jsonrpc":"2.0","id":"after \#(number)","method":"sum","params":[1,2,3]}"# + "\n")
      var lines: [String] = []
      while let line = try wire.line() {
        if line == #"{"jsonrpc":"2.0","result":6,"id":"after \#(number)"}"# { break }
        lines.append(line)
        try check(line)
      }
      try #require(lines.count <= 1, "\(lines)")
    }
    await fixture.stop()
  }

  @Test("A message nested deeper than is allowed, and a batch longer, get an error; the connection goes on")
  func deepAndLong() async throws {
    let fixture = try await ServerFixture()
    let wire = try fixture.connect()
    for depth in [65, 1_000, 8_000] {
      try wire.send(String(repeating: "[", count: depth) + String(repeating: "]", count: depth) + "\n")
      #expect(try wire.line()?.contains("-32700") == true)
    }
    let request = #"{"jsonrpc":"2.0","id":1,"method":"get_data"}"#
    for count in [1_001, 20_000] {
      try wire.send("[" + Array(repeating: request, count: count).joined(separator: ",") + "]\n")
      let line = try #require(try wire.line())
      #expect(line.contains("-32600") && line.contains("batch-too-large"))
      try check(line)
    }
    try wire.send("[" + Array(repeating: request, count: 1_000).joined(separator: ",") + "]\n")
    let whole = try JSONValue(parsing: Array(try #require(try wire.line()).utf8))
    #expect(whole.array?.count == 1_000)
    await fixture.stop()
  }

  @Test("Clients that read nothing, say nothing, or say it byte by byte take no time from one that does well")
  func greedy() async throws {
    let fixture = try await ServerFixture()
    let greedy = try (0..<20).map { _ in try fixture.connect() }
    let request = #"{"jsonrpc":"2.0","id":1,"method":"large","params":[20000]}"# + "\n"
    let many = Array(String(repeating: request, count: 500).utf8)
    for wire in greedy { _ = try wire.socket.send(many) }
    let silent = try (0..<200).map { _ in try fixture.connect() }
    let slow = try fixture.connect()
    var slowText = Array(#"{"jsonrpc":"2.0","id":9,"method":"get_data"}"#.utf8)[...]
    var times: [Int] = []
    for _ in 0..<100 {
      if let byte = slowText.popFirst() { _ = try slow.socket.send([byte]) }
      let begin = SystemClock().elapsed
      try isWell(fixture)
      times.append(SystemClock().elapsed - begin)
    }
    times.sort()
    // Each of the greedy ones has its turn of at most 10 ms, once; then it is not read from any more.
    #expect(times[50] < 50 && times[99] < 1_000, "\(times)")
    try slow.send("\n")
    #expect(try slow.line() == #"{"jsonrpc":"2.0","result":["hello",5],"id":9}"#)
    #expect(await fixture.server.connectionCount >= greedy.count + silent.count)
    for wire in greedy + silent { wire.sendNoMore() }
    await fixture.stop(withinMilliseconds: 200)
  }

  @Test("10,000 connections are served at once, as far as the system lets one process have them")
  func manyConnections() async throws {
    // Both ends of a connection are of this process.
    var limit = rlimit(rlim_cur: 21_000, rlim_max: 21_000)
    if unsafe setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) != 0 {
      _ = unsafe getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    }
    let count = min(10_000, (Int(clamping: limit.rlim_cur) - 500) / 2)
    let fixture = try await ServerFixture { limits in
      limits.connections = count
      limits.connectionsPerUser = count
    }
    let wires = try (0..<count).map { _ in Wire(try UnixSocket.connect(to: fixture.path, patience: 30_000)) }
    for round in 1...2 {
      for wire in wires {
        try wire.send(#"{"jsonrpc":"2.0","id":\#(round),"method":"subtract","params":[5,3]}"# + "\n")
      }
      for wire in wires { try #require(try wire.line() == #"{"jsonrpc":"2.0","result":2,"id":\#(round)}"#) }
    }
    let open = await fixture.server.connectionCount
    #expect(open == count)
    let turnedAway = try fixture.connect()
    #expect(try turnedAway.line()?.contains("-32000") == true)
    print("connections served at once: \(count)")
    withExtendedLifetime(wires) {}
    await fixture.stop(withinMilliseconds: 100)
  }
}
