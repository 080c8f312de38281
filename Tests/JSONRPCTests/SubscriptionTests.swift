import JSONCoding
import JSONRPC
import Platform
import Testing

private func subscribe(_ id: String, to last: Int = 0, padding: Int = 0) -> String {
  #"{"jsonrpc":"2.0","method":"subscribe","params":["\#(id)",\#(last),\#(padding)],"id":1}"# + "\n"
}

private func number(_ line: String?) throws -> Int? {
  try JSONValue(parsing: Array((line ?? "null").utf8))["params"]?["n"]?.int
}

@Suite("A subscription") struct SubscriptionTests {
  @Test("begins after the reply, and goes on in order to its end")
  func order() async throws {
    let fixture = try await ServerFixture()
    let wire = try fixture.connect()
    try wire.send(subscribe("a", to: 5))
    #expect(try wire.line() == #"{"jsonrpc":"2.0","result":{"subscription":"a"},"id":1}"#)
    #expect(try wire.line() == #"{"jsonrpc":"2.0","method":"count","params":{"n":1,"p":""}}"#)
    #expect(try wire.lines(4).map(number) == [2, 3, 4, 5])
    #expect(try wire.isSilent())
    await fixture.stop()
  }

  @Test("is framed as the request that began it")
  func framing() async throws {
    let fixture = try await ServerFixture()
    let wire = try fixture.connect()
    let request = String(subscribe("f", to: 1).dropLast())
    try wire.send("Content-Length: \(request.utf8.count)\r\n\r\n\(request)")
    let expected = [
      #"{"jsonrpc":"2.0","result":{"subscription":"f"},"id":1}"#,
      #"{"jsonrpc":"2.0","method":"count","params":{"n":1,"p":""}}"#,
    ]
    let text = expected.map { "Content-Length: \($0.utf8.count)\r\n\r\n\($0)" }.joined()
    var received: [String] = []
    while received.joined(separator: "\n").utf8.count < text.utf8.count - 60 { received += try wire.lines(1) }
    wire.sendNoMore()
    #expect(try (received.joined(separator: "\n") + "\n" + wire.rest()) == text)
    await fixture.stop()
  }

  @Test("waits for a client that does not read, and skips nothing")
  func slowReader() async throws {
    let fixture = try await ServerFixture()
    let wire = try fixture.connect()
    try wire.send(subscribe("slow", to: 300, padding: 20_000))
    await Loop.shared.sleep(milliseconds: 200)
    #expect(try wire.lines(301).dropFirst().map(number) == (1...300).map { $0 })
    await fixture.stop()
  }

  @Test("leaves room for requests and other subscriptions")
  func together() async throws {
    let fixture = try await ServerFixture()
    let wire = try fixture.connect()
    try wire.send(subscribe("x") + subscribe("y") + #"{"jsonrpc":"2.0","method":"get_data","id":"d"}"# + "\n")
    let lines = try wire.lines(30)
    #expect(lines.contains(#"{"jsonrpc":"2.0","result":["hello",5],"id":"d"}"#))
    let numbers = try lines.compactMap(number)
    #expect(numbers.filter { $0 == 3 }.count == 2)
    await fixture.stop()
  }

  @Test("ends when the client unsubscribes: nothing comes after the reply")
  func unsubscribe() async throws {
    let fixture = try await ServerFixture()
    let wire = try fixture.connect()
    try wire.send(subscribe("u"))
    _ = try wire.lines(4)
    try wire.send(#"{"jsonrpc":"2.0","method":"unsubscribe","params":["u"],"id":2}"# + "\n")
    while let line = try wire.line() {
      if line == #"{"jsonrpc":"2.0","result":true,"id":2}"# { break }
      #expect(line.contains("count"))
    }
    #expect(try wire.isSilent())
    #expect(await traced("ended u"))
    try wire.send(#"{"jsonrpc":"2.0","method":"unsubscribe","params":["u"],"id":3}"# + "\n")
    #expect(try wire.line() == #"{"jsonrpc":"2.0","result":false,"id":3}"#)
    await fixture.stop()
  }

  @Test("ends when the client goes away, or says that it sends no more", arguments: [true, false])
  func disconnect(halfClose: Bool) async throws {
    let fixture = try await ServerFixture()
    let name = "gone \(halfClose)"
    do {
      let wire = try fixture.connect()
      try wire.send(subscribe(name))
      _ = try wire.lines(3)
      if halfClose {
        wire.sendNoMore()
        _ = try wire.rest()
      }
    }
    #expect(await traced("ended \(name)"))
    await fixture.stop()
  }
}
