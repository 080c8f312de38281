import Glibc
import JSONCoding
import JSONRPC
import Platform
import Testing

/// A client and the other end of its connection.
private func pair() throws -> (Client, Wire) {
  var ends: [Int32] = [0, 0]
  try #require(unsafe socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &ends) == 0)
  return (Client(FileDescriptor(owning: ends[0])), Wire(FileDescriptor(owning: ends[1])))
}

@Suite("The client") struct ClientTests {
  @Test("calls methods and reads their results")
  func calls() async throws {
    let fixture = try await ServerFixture()
    let client = try fixture.client()
    #expect(try client.call("sum", .byPosition([1, 2, 3])) == Array("6".utf8))
    #expect(try client.call("subtract", ["minuend": 5, "subtrahend": 3], as: Int.self) == 2)
    #expect(try client.call("large", ["size": 3_000_000], as: String.self).utf8.count == 3_000_000)
    await fixture.stop()
  }

  @Test("tells an error of the daemon from everything else that goes wrong")
  func refused() async throws {
    let fixture = try await ServerFixture()
    let client = try fixture.client()
    #expect(throws: Client.Failure.refused(RPCError(.notFound, "no such thing"))) { _ = try client.call("fail") }
    let failure = #expect(throws: Client.Failure.self) { _ = try client.call("get_data", as: Int.self) }
    guard case .unintelligible? = failure else { return #expect(Bool(false), "\(String(describing: failure))") }
    #expect(try client.call("sum", .byPosition([1, 1, 1])) == Array("3".utf8))
    await fixture.stop()
  }

  @Test("says that nobody is there")
  func noDaemon() {
    let failure = #expect(throws: Client.Failure.self) {
      _ = try Client(connectingTo: "/tmp/newsd-no-such.sock", patience: 0)
    }
    guard case .noDaemon(let reason)? = failure else { return #expect(Bool(false), "\(String(describing: failure))") }
    #expect(reason.contains("/tmp/newsd-no-such.sock"))
  }

  @Test("gives up after the timeout, and passes over the late answer")
  func timeout() throws {
    let (client, wire) = try pair()
    #expect(throws: Client.Failure.timeout(30)) { _ = try client.call("a", timeout: 30) }
    try wire.send(
      #"{"jsonrpc":"2.0","result":"late","id":1}"# + "\n" + #"{"jsonrpc":"2.0","result":"in time","id":2}"# + "\n")
    #expect(try client.call("b") == Array("\"in time\"".utf8))
    #expect(
      try wire.lines(2) == [#"{"jsonrpc":"2.0","method":"a","id":1}"#, #"{"jsonrpc":"2.0","method":"b","id":2}"#])
  }

  @Test("keeps notifications that come before an answer")
  func notifications() throws {
    let (client, wire) = try pair()
    for n in 1...2 { try wire.send(#"{"jsonrpc":"2.0","method":"n","params":[\#(n)]}"# + "\n") }
    try wire.send(#"{"jsonrpc":"2.0","result":{},"id":1}"# + "\n")
    #expect(try client.call("subscribe") == Array("{}".utf8))
    #expect(try client.nextNotification() == Notification(method: "n", parameters: Array("[1]".utf8)))
    #expect(try client.nextNotification() == Notification(method: "n", parameters: Array("[2]".utf8)))
    #expect(throws: Client.Failure.timeout(10)) { _ = try client.nextNotification(timeout: 10) }
  }

  @Test("says that the connection was lost, and why where the daemon told")
  func lost() throws {
    let (silent, closing) = try pair()
    closing.sendNoMore()
    #expect(throws: Client.Failure.connectionLost("newsd closed it")) { _ = try silent.call("a") }

    let (told, turningAway) = try pair()
    try turningAway.send(#"{"jsonrpc":"2.0","error":{"code":-32000,"message":"full"},"id":null}"# + "\n")
    shutdown(turningAway.socket.raw, Int32(SHUT_RDWR))
    #expect(throws: Client.Failure.refused(RPCError(.busy, "full"))) { _ = try told.call("a") }
  }

  @Test("says that an answer is none", arguments: ["hello\n", "{}\n", "{\"id\":1}\n", "[1]\n", "{\"a\"]\n"])
  func unintelligible(_ answer: String) throws {
    let (client, wire) = try pair()
    try wire.send(answer)
    let failure = #expect(throws: Client.Failure.self) { _ = try client.call("a", timeout: 2_000) }
    guard case .unintelligible? = failure else { return #expect(Bool(false), "\(String(describing: failure))") }
  }
}
