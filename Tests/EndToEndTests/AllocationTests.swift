import JSONCoding
import JSONRPC
import Platform
import TestSupport
import Testing

/// How often newsd asks for memory to answer one request. The bounds are what was measured (docs/performance.md) and a few
/// more: who makes a request cost more finds out here, and changes the number or the code.
@Suite(
  "Allocations per request",
  .enabled(if: AllocationCounter.isAvailable, "clang is not at hand to build Tests/Faults/allocations.c"))
struct AllocationTests {
  private static let bounds: [(method: String, parameters: String, most: Int)] = [
    ("daemon.status", "{}", 20), ("events.get", #"{"id":"8e10bfcc2c88a9a7-01"}"#, 16),
    ("events.query", #"{"limit":50}"#, 33), ("events.count", #"{"by":"actor"}"#, 135),
  ]

  @Test("stay within their bounds: status, one event, a page of 50, a count by actor")
  func perRequest() throws {
    let scratch = ScratchFolder()
    let counter = AllocationCounter(file: scratch.path / "allocations")
    let daemon = try TestDaemon(scratch: scratch, environment: try counter.environment())
    for article in try DemoArticles.all() { try daemon.drop(article.bytes, as: article.name) }
    _ = try daemon.newsq(["sync"])
    let socket = try UnixSocket.connect(to: scratch.path / "newsd.sock")
    for (method, parameters, most) in Self.bounds {
      let request = Array(#"{"jsonrpc":"2.0","id":1,"method":"\#(method)","params":\#(parameters)}"#.utf8) + [10]
      let least = try (0..<5).map { _ in try allocations(counter, socket, request) }.min() ?? 0
      print("\(method): \(least) allocations a request")
      #expect(least > 0 && least <= most, "\(method)")
    }
  }

  /// Allocations a request, of 200 one after the other.
  private func allocations(_ counter: AllocationCounter, _ socket: FileDescriptor, _ request: [UInt8]) throws -> Int {
    var last: [UInt8] = []
    let before = try counter.count()
    for _ in 0..<200 {
      _ = try socket.send(request)
      var answer: [UInt8] = []
      while answer.last != 10 {
        _ = try socket.wait(milliseconds: 10_000)
        _ = try socket.receive(into: &answer)
      }
      try #require(answer.starts(with: Array(#"{"jsonrpc":"2.0","result""#.utf8)))
      last = answer
    }
    CheckedClient.check(trace: String(decoding: request + last, as: UTF8.self))
    return (try counter.count() - before) / 200
  }
}
