import Glibc
import Platform
import TestSupport
import Testing

@Suite("Unix sockets") struct UnixSocketTests {
  let scratch = ScratchFolder()
  var path: FilePath { scratch.path / "s" }

  @Test("carry bytes both ways and tell who is there") func conversation() throws {
    let listener = try UnixSocket.listen(at: path)
    let client = try UnixSocket.connect(to: path)
    let server = try #require(try UnixSocket.accept(on: listener))
    #expect(try client.send([1, 2, 3]) == 3)
    var bytes: [UInt8] = []
    #expect(try server.receive(into: &bytes) == 3)
    #expect(bytes == [1, 2, 3])
    #expect(try server.receive(into: &bytes) == nil)
    let peer = try Peer(of: server)
    #expect(peer.pid == getpid())
    #expect(peer.uid == geteuid())
    #expect(peer.belongs(to: getegid()))
  }

  @Test("end with 0 bytes when the other side closes, and never with SIGPIPE") func end() throws {
    let listener = try UnixSocket.listen(at: path)
    var client: FileDescriptor? = try UnixSocket.connect(to: path)
    let server = try #require(try UnixSocket.accept(on: listener))
    client = nil
    var bytes: [UInt8] = []
    #expect(try server.receive(into: &bytes) == 0)
    #expect(throws: SystemError.self) { try server.send([1]) }
    #expect(client == nil)
  }

  @Test("replace one that is left over, and not one that is in use") func leftOver() throws {
    do { _ = try UnixSocket.listen(at: path) }
    let listener = try UnixSocket.listen(at: path)
    let error = #expect(throws: UnixSocket.Failure.self) { try UnixSocket.listen(at: path) }
    #expect(error?.description.contains("in use") == true)
    withExtendedLifetime(listener) {}
  }

  @Test("have the mode that was asked for") func mode() throws {
    let listener = try UnixSocket.listen(at: path, mode: 0o660)
    var found = stat()
    #expect(unsafe stat(path.description, &found) == 0)
    #expect(found.st_mode & 0o777 == 0o660)
    withExtendedLifetime(listener) {}
  }

  @Test("say what is wrong with a path") func paths() {
    let long = FilePath(String(repeating: "x", count: 200))
    #expect(throws: UnixSocket.Failure.self) { try UnixSocket.listen(at: long) }
    let error = #expect(throws: UnixSocket.Failure.self) { try UnixSocket.connect(to: path) }
    #expect(error?.description == "cannot connect to \(path): No such file or directory")
  }
}
