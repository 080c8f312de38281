import Glibc
import Platform
import TestSupport
import Testing

@Suite("The event loop with thousands of descriptors") struct ManyDescriptorsTests {
  init() { TestLoop.started }

  /// Pairs of sockets, as many as the process may have but 4,000 at most.
  private func pairs() -> [(near: FileDescriptor, far: FileDescriptor)] {
    var limit = rlimit()
    guard unsafe getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return [] }
    limit.rlim_cur = limit.rlim_max
    _ = unsafe setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    let wanted = min(4_000, (Int(clamping: limit.rlim_max) - 500) / 2)
    return (0..<wanted).compactMap { _ in
      var ends: [Int32] = [0, 0]
      guard unsafe socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &ends) == 0 else { return nil }
      return (FileDescriptor(owning: ends[0]), FileDescriptor(owning: ends[1]))
    }
  }

  @Test("wakes everybody who has something to read, and nobody else", .timeLimit(.minutes(1)))
  @Loop func wakesAll() async throws {
    let pairs = pairs()
    try #require(pairs.count >= 200)
    var woken = 0
    let watches = pairs.map { Watch($0.near) }
    let readers = watches.map { watch in
      Task { @Loop in
        guard await watch.readable() else { return false }
        woken += 1
        return true
      }
    }
    await Loop.shared.sleep(milliseconds: 20)
    for index in stride(from: 0, to: pairs.count, by: 2) { _ = try pairs[index].far.write([1]) }
    for index in stride(from: 0, to: pairs.count, by: 2) { #expect(await readers[index].value) }
    #expect(woken == (pairs.count + 1) / 2)
    for watch in watches { await watch.cancel() }
    for index in stride(from: 1, to: pairs.count, by: 2) { #expect(await !readers[index].value) }
  }
}
