import JSONRPC
import Platform
import Testing

@Suite("Stopping the server") struct StopTests {
  @Test("open requests are answered, then the connections end")
  func finishesRequests() async throws {
    let fixture = try await ServerFixture()
    let busy = try fixture.connect()
    let idle = try fixture.connect()
    try busy.send(#"{"jsonrpc":"2.0","method":"sleep","params":[150],"id":1}"# + "\n")
    try idle.send(#"{"jsonrpc":"2.0","method":"get_data","id":1}"# + "\n")
    _ = try idle.line()
    await Loop.shared.sleep(milliseconds: 30)
    await fixture.stop()
    #expect(try busy.rest() == #"{"jsonrpc":"2.0","result":150,"id":1}"# + "\n")
    #expect(try idle.rest().isEmpty)
    #expect(await fixture.server.connectionCount == 0)
  }

  @Test("requests that were sent but not read yet are told that the server stops")
  func refusesRequests() async throws {
    let fixture = try await ServerFixture()
    let wire = try fixture.connect()
    try wire.send(#"{"jsonrpc":"2.0","method":"get_data","id":1}"# + "\n")
    _ = try wire.line()
    // On the loop nothing is read between the two.
    try await stop(fixture, afterSendingOn: wire.socket)
    let reply = try wire.rest()
    #expect(reply.contains("-32001") && reply.contains(#""retryable":true"#) && reply.contains(#""id":2"#))
  }

  @Loop
  private func stop(_ fixture: ServerFixture, afterSendingOn socket: FileDescriptor) async throws {
    _ = try socket.send(Array((#"{"jsonrpc":"2.0","method":"get_data","id":2}"# + "\n").utf8))
    await fixture.stop()
  }

  @Test("subscribers are told why their connection ends")
  func tellsSubscribers() async throws {
    let fixture = try await ServerFixture()
    let wire = try fixture.connect()
    try wire.send(#"{"jsonrpc":"2.0","method":"subscribe","params":["s"],"id":1}"# + "\n")
    _ = try wire.lines(3)
    await fixture.stop()
    let last = try wire.rest().split(separator: "\n").last
    #expect(last?.hasPrefix(#"{"jsonrpc":"2.0","method":"rpc.closing","params":{"code":-32001,"#) == true)
  }

  @Test("what does not end by the deadline is cut off")
  func deadline() async throws {
    let fixture = try await ServerFixture { $0.waitingReplies = 1000 }
    let hanging = try fixture.connect()
    let deaf = try fixture.connect()
    try hanging.send(#"{"jsonrpc":"2.0","method":"hang","params":["deadline"],"id":1}"# + "\n")
    try deaf.send(#"{"jsonrpc":"2.0","method":"large","params":[5000000],"id":1}"# + "\n")
    await Loop.shared.sleep(milliseconds: 50)
    let clock = SystemClock()
    let began = clock.elapsed
    await fixture.stop(withinMilliseconds: 100)
    #expect((50...2_000).contains(clock.elapsed - began))
    #expect(await traced("cancelled deadline"))
    #expect(try hanging.rest().isEmpty)
  }

  @Test("nobody is accepted any more")
  func acceptsNobody() async throws {
    let fixture = try await ServerFixture()
    await fixture.stop()
    #expect(throws: Client.Failure.self) { _ = try fixture.client() }
  }
}
