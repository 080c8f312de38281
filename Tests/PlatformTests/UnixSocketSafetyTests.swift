import Glibc
import Platform
import TestSupport
import Testing

@Suite("Unix sockets that are not free") struct UnixSocketSafetyTests {
  let scratch = ScratchFolder()
  var path: FilePath { scratch.path / "s" }

  @Test("a full backlog is tried again, and given up in time", .timeLimit(.minutes(1)))
  func fullBacklog() throws {
    let listener = try UnixSocket.listen(at: path)
    #expect(Glibc.listen(listener.raw, 0) == 0)
    let first = try UnixSocket.connect(to: path)
    let clock = SystemClock()
    let start = clock.elapsed
    #expect(throws: UnixSocket.Failure.self) { try UnixSocket.connect(to: path, patience: 50) }
    #expect(clock.elapsed - start < 5_000)
    withExtendedLifetime((listener, first)) {}
  }

  @Test("a daemon too busy to accept keeps its socket", .timeLimit(.minutes(1)))
  func busyDaemon() throws {
    let listener = try UnixSocket.listen(at: path)
    #expect(Glibc.listen(listener.raw, 0) == 0)
    let first = try UnixSocket.connect(to: path)
    #expect(throws: UnixSocket.Failure.self) { try UnixSocket.listen(at: path) }
    #expect(try scratch.names() == ["s"])
    _ = try #require(try UnixSocket.accept(on: listener))
    _ = try UnixSocket.connect(to: path)
    withExtendedLifetime(first) {}
  }

  @Test("what is no socket is not removed") func notSocket() throws {
    #expect(unsafe mkfifo(path.description, 0o600) == 0)
    let error = #expect(throws: UnixSocket.Failure.self) { try UnixSocket.listen(at: path) }
    #expect(try KernelFileSystem().status(of: path)?.kind == .other)
    #expect(error?.description.contains("not a socket") == true)
  }
}
