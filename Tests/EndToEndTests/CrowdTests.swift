import Glibc
import JSONCoding
import Platform
import TestSupport
import Testing

@Suite("More clients than newsd takes") struct CrowdTests {
  private static let question = Array(#"{"jsonrpc":"2.0","id":1,"method":"daemon.status"}"#.utf8) + [10]

  /// What a client is answered, which asks; nil where nothing comes.
  private func answer(to client: FileDescriptor) throws -> String? {
    // Who is turned away may be told before he asks.
    _ = try? client.send(Self.question)
    guard try client.wait(milliseconds: 10_000) else { return nil }
    let text = String(decoding: try client.read(upTo: 4096), as: UTF8.self)
    CheckedClient.check(trace: String(decoding: Self.question, as: UTF8.self) + text)
    return text
  }

  @Test(
    "ten thousand connections of one user: as many as he may have are served, the others are told, and newsd goes on")
  func tenThousand() throws {
    // A client's end of each takes one here as well.
    try #require(FileDescriptor.raiseLimit() > 1_500, "this machine gives a process too few file descriptors")
    let daemon = try TestDaemon()
    let path = daemon.scratch.path / "newsd.sock"
    var served: [FileDescriptor] = []
    var told = 0
    for _ in 0..<10_000 {
      let client = try UnixSocket.connect(to: path)
      let text = try #require(try answer(to: client))
      if text.contains("\"result\"") {
        served.append(client)
      } else if text.contains("-32000"), text.contains("as many as one user may have") {
        told += 1
      }
    }
    #expect(served.count == 1_024)
    #expect(told == 10_000 - 1_024)
    for client in [served[0], served[512], served[1_023]] {
      #expect(try answer(to: client)?.contains("\"result\"") == true, "who was served is served still")
    }
    served = []
    try daemon.drop(DaemonTests.talks, as: "talks.txt")
    #expect(try eventually { try daemon.newsq(["sync"]).status == 0 })
    #expect(try daemon.lines("articles").count == 1)
  }

  @Test("clients cannot use up newsd's file descriptors: it keeps some for itself, reads and snapshots on")
  func descriptors()
    throws
  {
    let scratch = ScratchFolder()
    try scratch.write("[Store]\nSnapshotInterval=200ms\n", to: "newsd.conf")
    let process = try ChildProcess(
      "/bin/sh",
      [
        "-c", "ulimit -n 100; exec \"$@\"", "sh", ChildProcess.productFolder + "/newsd", "serve", "--config",
        scratch.path("newsd.conf"), "--spool", scratch.path("spool"), "--state", scratch.path("state"), "--socket",
        scratch.path("newsd.sock"),
      ], environment: ["JOURNAL_STREAM": nil])
    let path = scratch.path / "newsd.sock"
    #expect(eventually { (try? UnixSocket.connect(to: path)) != nil })
    var clients: [FileDescriptor] = []
    var refusal = ""
    while clients.count < 150, refusal.isEmpty {
      let client = try UnixSocket.connect(to: path)
      let text = try answer(to: client) ?? "nothing"
      if text.contains("\"result\"") { clients.append(client) } else { refusal = text }
    }
    #expect(refusal.contains("-32000"), "\(refusal)")
    #expect((30...36).contains(clients.count), "\(clients.count)")
    for number in 0..<50 {
      try scratch.write(DaemonTests.talks + "\(number)", to: "spool/incoming/.tmp/\(number).txt")
      try KernelFileSystem().rename(
        path.folder / FilePath("spool/incoming/.tmp/\(number).txt"),
        to: path.folder / FilePath("spool/incoming/\(number).txt"))
    }
    #expect(try eventually { try answer(to: clients[0])?.contains("\"articles\":50,") == true })
    #expect(try eventually { try scratch.names(in: "spool/work").isEmpty }, "the snapshot that covers them is made")
    clients = []
    process.send(signal: SIGTERM)
    let result = try process.finish()
    #expect(result.status == 0)
    #expect(!result.errors.contains("Too many open files"), "\(result.errors)")
  }
}
