import Glibc
import JSONCoding
import JSONRPC
import Platform
import Testing

@Suite("The server") struct ServerTests {
  @Test(
    "answers the examples of the specification as it prescribes",
    arguments: [
      (#"{"jsonrpc":"2.0","method":"subtract","params":[42,23],"id":1}"#, #"{"jsonrpc":"2.0","result":19,"id":1}"#),
      (#"{"jsonrpc":"2.0","method":"subtract","params":[23,42],"id":2}"#, #"{"jsonrpc":"2.0","result":-19,"id":2}"#),
      (
        #"{"jsonrpc":"2.0","method":"subtract","params":{"subtrahend":23,"minuend":42},"id":3}"#,
        #"{"jsonrpc":"2.0","result":19,"id":3}"#
      ),
      (
        #"{"jsonrpc":"2.0","method":"subtract","params":{"minuend":42,"subtrahend":23},"id":4}"#,
        #"{"jsonrpc":"2.0","result":19,"id":4}"#
      ),
      (#"{"jsonrpc":"2.0","method":"update","params":[1,2,3,4,5]}"#, ""),
      (#"{"jsonrpc":"2.0","method":"foobar"}"#, ""),
      (#"{"jsonrpc":"2.0","method":"foobar","id":"1"}"#, #"-32601 "1""#),
      (#"{"jsonrpc":"2.0","method":"foobar, "params":"bar","baz]"#, "-32700 null"),
      (#"{"jsonrpc":"2.0","method":1,"params":"bar"}"#, "-32600 null"),
      // Plain at first sight.
      (#"{"jsonrpc":"2.0","method":"sum","params":{"a":1,"a":2},"id":1}"#, "-32700 null"),
      (#"{"jsonrpc":"2.0","method":"sum","params":{"a":[{"b":1,"b":2}]},"id":1}"#, "-32700 null"),
      (#"{"jsonrpc":"2.0","method":"sum","params":{"a":1,"z":2},"id":1}"#, "-32602 1"),
      (#"{"jsonrpc":"2.0","method":"sum","params":[1,2,"3"],"id":"x"}"#, #"-32602 "x""#),
      (#"{"jsonrpc":"2.0","method":"sum","params":{"a":1,"b":null,"c":2},"id":1}"#, "-32602 1"),
      (
        #"[{"jsonrpc":"2.0","method":"sum","params":[1,2,4],"id":"1"},{"jsonrpc":"2.0","method"]"#, "-32700 null"
      ),
      ("[]", "-32600 null"), ("[1]", "[-32600 null]"), ("[1,2,3]", "[-32600 null,-32600 null,-32600 null]"),
      (
        [
          #"[{"jsonrpc":"2.0","method":"sum","params":[1,2,4],"id":"1"},{"jsonrpc":"2.0","method":"note","params":["x"]},"#,
          #"{"jsonrpc":"2.0","method":"subtract","params":[42,23],"id":"2"},{"foo":"boo"},"#,
          #"{"jsonrpc":"2.0","method":"foo.get","params":{"name":"myself"},"id":"5"},"#,
          #"{"jsonrpc":"2.0","method":"get_data","id":"9"}]"#,
        ].joined(),
        [
          #"[{"jsonrpc":"2.0","result":7,"id":"1"},{"jsonrpc":"2.0","result":19,"id":"2"},-32600 null,"#,
          #"-32601 "5",{"jsonrpc":"2.0","result":["hello",5],"id":"9"}]"#,
        ].joined()
      ),
      (#"[{"jsonrpc":"2.0","method":"note","params":["a"]},{"jsonrpc":"2.0","method":"note","params":["b"]}]"#, ""),
    ])
  func specification(_ request: String, _ expected: String) async throws {
    let fixture = try await ServerFixture()
    let wire = try fixture.connect()
    try wire.send(request + "\n" + #"{"jsonrpc":"2.0","method":"sum","params":[0,0,0],"id":"end"}"# + "\n")
    let lines = try wire.lines(expected.isEmpty ? 1 : 2)
    #expect(lines.last == #"{"jsonrpc":"2.0","result":0,"id":"end"}"#)
    if !expected.isEmpty { #expect(try shortened(try #require(lines.first)) == expected) }
    await fixture.stop()
  }

  /// A reply with each error reduced to its code and id.
  private func shortened(_ reply: String) throws -> String {
    let value = try JSONValue(parsing: Array(reply.utf8))
    func short(_ reply: JSONValue) -> String {
      guard let error = reply["error"] else { return "\(reply)" }
      #expect(error["message"]?.string?.isEmpty == false && error["data"]?["reason"]?.string?.isEmpty == false)
      #expect(error["data"]?["retryable"]?.bool != nil && reply["jsonrpc"] == "2.0")
      return "\(error["code"] ?? .null) \(reply["id"] ?? "none")"
    }
    return value.array.map { "[\($0.map(short).joined(separator: ","))]" } ?? short(value)
  }

  @Test("ends a reply as its request ended")
  func mirror() async throws {
    let fixture = try await ServerFixture()
    let request = #"{"jsonrpc":"2.0","method":"sum","params":[1,2,3],"id":1}"#
    let reply = #"{"jsonrpc":"2.0","result":6,"id":1}"#
    let wire = try fixture.connect()
    try wire.send(request)
    #expect(try wire.lines(2) == [reply, ""])
    try wire.send(request + "\n")
    let second = try wire.lines(1)
    #expect(second == [reply])
    try wire.send("Content-Length: \(request.utf8.count)\r\n\r\n\(request)")
    #expect(try wire.lines(2) == ["Content-Length: \(reply.utf8.count)\r", "\r"])
    wire.sendNoMore()
    #expect(try wire.rest() == reply)
    await fixture.stop()
  }

  @Test("answers a client that sends one byte at a time")
  func byteByByte() async throws {
    let fixture = try await ServerFixture()
    let wire = try fixture.connect()
    for byte in "{\"jsonrpc\":\"2.0\",\n\"method\":\"get_data\",\"id\":\"é\"}\nhello\n".unicodeScalars {
      try wire.send(String(byte))
    }
    #expect(try wire.line() == #"{"jsonrpc":"2.0","result":["hello",5],"id":"é"}"#)
    wire.sendNoMore()
    #expect(try wire.rest().contains("-32700"))
    await fixture.stop()
  }

  @Test("answers everything that was sent before the client said that it sends no more")
  func halfClose() async throws {
    let fixture = try await ServerFixture()
    let wire = try fixture.connect()
    try wire.send(
      #"{"jsonrpc":"2.0","method":"sleep","params":[50],"id":1}"# + #"{"jsonrpc":"2.0","method":"get_data","id":2}"#)
    wire.sendNoMore()
    let replies = try wire.rest().split(separator: "\n").map(String.init)
    #expect(replies == [#"{"jsonrpc":"2.0","result":["hello",5],"id":2}"#, #"{"jsonrpc":"2.0","result":50,"id":1}"#])
    await fixture.stop()
  }

  @Test("answers thousands of requests sent at once, in their order")
  func pipeline() async throws {
    let fixture = try await ServerFixture()
    let wire = try fixture.connect()
    let count = 3_000
    let requests = (0..<count).map { #"{"jsonrpc":"2.0","method":"sum","params":[\#($0),0,0],"id":\#($0)}"# + "\n" }
    try wire.send(requests.joined())
    #expect(try wire.lines(count) == (0..<count).map { #"{"jsonrpc":"2.0","result":\#($0),"id":\#($0)}"# })
    await fixture.stop()
  }

  @Test("a slow method holds up neither its own connection nor another")
  func slowMethod() async throws {
    let fixture = try await ServerFixture()
    let slow = try fixture.connect()
    let other = try fixture.connect()
    try slow.send(
      #"{"jsonrpc":"2.0","method":"hang","id":"slow"}"# + "\n" + #"{"jsonrpc":"2.0","method":"get_data","id":1}"# + "\n"
    )
    #expect(try slow.line()?.hasSuffix(#""id":1}"#) == true)
    try other.send(#"{"jsonrpc":"2.0","method":"get_data","id":2}"# + "\n")
    #expect(try other.line()?.hasSuffix(#""id":2}"#) == true)
    await fixture.stop(withinMilliseconds: 10)
  }

  @Test("the replies to a batch come together, when the slowest is there, in the order of the requests")
  func slowBatch() async throws {
    let fixture = try await ServerFixture()
    let wire = try fixture.connect()
    let calls = [40, 0, 20].map { #"{"jsonrpc":"2.0","method":"sleep","params":[\#($0)],"id":\#($0)}"# }
    try wire.send("[\(calls.joined(separator: ","))]\n")
    let replies = [40, 0, 20].map { #"{"jsonrpc":"2.0","result":\#($0),"id":\#($0)}"# }
    #expect(try wire.line() == "[\(replies.joined(separator: ","))]")
    await fixture.stop()
  }

  @Test("more slow requests than may be open at once are all answered")
  func manySlowRequests() async throws {
    let fixture = try await ServerFixture { $0.openRequests = 3 }
    let wire = try fixture.connect()
    let calls = (1...20).map { #"{"jsonrpc":"2.0","method":"sleep","params":[1],"id":\#($0)}"# }
    try wire.send("[\(calls.joined(separator: ","))]\n" + calls.joined(separator: "\n") + "\n")
    let lines = try wire.lines(21)
    #expect(lines.count == 21 && lines.allSatisfy { !$0.contains("error") })
    await fixture.stop()
  }

  @Test("a client that does not read is not read from, and misses nothing")
  func backPressure() async throws {
    let fixture = try await ServerFixture { $0.waitingReplies = 10_000 }
    let wire = try fixture.connect()
    let request = Array((#"{"jsonrpc":"2.0","method":"large","params":[5000],"id":1}"# + "\n").utf8)
    let requests = Array((0..<20_000).map { _ in request }.joined())
    let sent = try wire.sendSome(requests)
    #expect(sent < requests.count, "the server reads on and on")
    let whole = sent / request.count
    let replies = try wire.lines(whole)
    #expect(replies.count == whole && replies.allSatisfy { $0.utf8.count > 5000 })
    try wire.send(String(decoding: request.dropFirst(sent % request.count), as: UTF8.self))
    #expect(try wire.isSilent() == (sent % request.count == 0))
    await fixture.stop()
  }

  @Test("a broken or oversized request gets an error, and the next one its answer")
  func brokenRequests() async throws {
    let fixture = try await ServerFixture { $0.requestLength = 1000 }
    let wire = try fixture.connect()
    let good = #"{"jsonrpc":"2.0","method":"get_data","id":1}"# + "\n"
    try wire.send("{\"a\":1\n\(good)" + "[\"" + String(repeating: "x", count: 5000) + "\"]\n" + good)
    let lines = try wire.lines(4)
    #expect(lines.map { $0.contains("error") } == [true, false, true, false])
    #expect(lines.contains { $0.contains("-32600") && $0.contains("request-too-large") })
    try wire.send("Content-Length: what\r\n\r\n")
    #expect(try wire.rest().contains("-32700"))
    await fixture.stop()
  }

  @Test("a method that brings much may be sent more than others, and a batch may not")
  func largeRequests() async throws {
    let fixture = try await ServerFixture {
      $0.requestLength = 1000
      $0.largeMethods = ["get_data"]
      $0.largeRequestLength = 10_000
    }
    let wire = try fixture.connect()
    func request(_ method: String, padding: Int) -> String {
      #"{"jsonrpc":"2.0","method":"\#(method)","id":7,"x":"\#(String(repeating: "x", count: padding))"}"#
    }
    try wire.send(request("get_data", padding: 5_000) + "\n" + request("who", padding: 5_000) + "\n")
    try wire.send("[" + request("get_data", padding: 5_000) + "]\n" + request("get_data", padding: 20_000) + "\n")
    try wire.send(request("get_data", padding: 0) + "\n")
    let lines = try wire.lines(5)
    #expect(lines.filter { $0.contains("request-too-large") }.count == 3)
    #expect(lines.filter { $0.contains("\"result\"") }.count == 2)
    let named = lines.filter { $0.contains("request-too-large") && $0.contains("\"id\":7") }
    #expect(named.count == 1, "its id is told where it could be read")
    await fixture.stop()
  }

  @Test("a result beyond the limit is an error")
  func largeReply() async throws {
    let fixture = try await ServerFixture { $0.replyLength = 100 }
    let client = try fixture.client()
    #expect(try client.call("large", .byPosition([98])).count == 100)
    let failure = #expect(throws: Client.Failure.self) { _ = try client.call("large", .byPosition([99])) }
    guard case .refused(let error)? = failure else { return #expect(Bool(false), "\(String(describing: failure))") }
    #expect(error.code == .replyTooLarge && !error.isRetryable)
    await fixture.stop()
  }

  @Test("methods know who is connected")
  func peer() async throws {
    let fixture = try await ServerFixture()
    let result = try JSONValue(parsing: try fixture.client().call("who"))
    #expect(result["uid"]?.int == Int(getuid()) && result["pid"]?.int == Int(getpid()))
    await fixture.stop()
  }

  @Test("requests are cancelled when the client asks for it, and when it goes away")
  func cancellation() async throws {
    let fixture = try await ServerFixture()
    let wire = try fixture.connect()
    try wire.send(#"{"jsonrpc":"2.0","method":"hang","params":["asked"],"id":"h"}"# + "\n")
    try wire.send(#"{"jsonrpc":"2.0","method":"rpc.cancel","params":{"id":"h"},"id":2}"# + "\n")
    let lines = try wire.lines(2)
    #expect(lines.first == #"{"jsonrpc":"2.0","result":{"cancelled":true},"id":2}"#)
    #expect(lines.last?.contains("-32800") == true && lines.last?.hasSuffix(#""id":"h"}"#) == true)
    try wire.send(#"{"jsonrpc":"2.0","method":"rpc.cancel","params":{"id":"h"},"id":3}"# + "\n")
    #expect(try wire.line() == #"{"jsonrpc":"2.0","result":{"cancelled":false},"id":3}"#)

    try fixture.connect().send(#"{"jsonrpc":"2.0","method":"hang","params":["gone"],"id":1}"# + "\n")
    #expect(await traced("cancelled gone"))
    await fixture.stop()
  }

  @Test("connections beyond the limits are told so, and welcome when others have gone", arguments: [true, false])
  func connectionLimits(ofUser: Bool) async throws {
    let fixture = try await ServerFixture { limits in
      if ofUser { limits.connectionsPerUser = 2 } else { limits.connections = 2 }
    }
    var wires = [try fixture.connect(), try fixture.connect()]
    for wire in wires {
      try wire.send(#"{"jsonrpc":"2.0","method":"get_data","id":1}"# + "\n")
      _ = try wire.line()
    }
    let failure = #expect(throws: Client.Failure.self) { _ = try fixture.client().call("get_data") }
    guard case .refused(let error)? = failure else { return #expect(Bool(false), "\(String(describing: failure))") }
    #expect(error.code == .busy && error.isRetryable && error.message.contains("2 connections"))
    wires.removeLast()
    for _ in 0..<500 where await fixture.server.connectionCount > 1 { await Loop.shared.sleep(milliseconds: 5) }
    #expect(throws: Never.self) { _ = try fixture.client().call("get_data") }
    await fixture.stop()
  }

  @Test("methods can be refused for a time, by name")
  func refusal() async throws {
    let fixture = try await ServerFixture()
    await fixture.server.refuse { $0 == "get_data" ? RPCError(.starting, "loading", data: ["progress": 0.5]) : nil }
    let client = try fixture.client()
    let failure = #expect(throws: Client.Failure.self) { _ = try client.call("get_data") }
    guard case .refused(let error)? = failure else { return #expect(Bool(false), "\(String(describing: failure))") }
    #expect(error.code == .starting && error.isRetryable && error.data["progress"]?.double == 0.5)
    #expect(try client.call("sum", .byPosition([1, 1, 1])) == Array("3".utf8))
    await fixture.server.refuse { _ in nil }
    #expect(throws: Never.self) { _ = try client.call("get_data") }
    await fixture.stop()
  }
}

/// Whether an entry of the trace appears within five seconds.
func traced(_ entry: String) async -> Bool {
  for _ in 0..<1_000 {
    if await Trace.shared.entries.contains(entry) { return true }
    await Loop.shared.sleep(milliseconds: 5)
  }
  return false
}
