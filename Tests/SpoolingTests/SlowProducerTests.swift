import Glibc
import Platform
import Spooling
import TestSupport
import Testing

@Suite("A producer who writes in place and pauses") struct SlowProducerTests {
  let scratch = ScratchFolder()
  let spool: Spool

  init() throws {
    spool = try Spool(root: scratch.path / "spool")
  }

  /// A file in incoming/ that stays open for writing.
  func begin(_ name: String, _ text: String) throws -> FileDescriptor {
    let path = scratch.path("spool/incoming/\(name)")
    let raw = unsafe open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o640)
    let file = FileDescriptor(owning: try #require(raw >= 0 ? raw : nil))
    try file.writeAll(Array(text.utf8))
    return file
  }

  @Test("loses nothing of what came after the file was read", arguments: [nil, "2024-03-04"] as [String?])
  func pause(archiveDay: String?) throws {
    let file = try begin("a.txt", "first, ")
    let claim = try #require(try spool.claim("a.txt", as: 1))
    #expect(try spool.read(claim, limit: 100) == Array("first, ".utf8))
    try file.writeAll(Array("second".utf8))
    try spool.release(claim, archiveDay: archiveDay)
    #expect(try scratch.names(in: "spool/work").isEmpty)
    let again = try #require(try spool.claim("a.txt", as: 2))
    #expect(try spool.read(again, limit: 100) == Array("first, second".utf8))
    try spool.release(again, archiveDay: archiveDay)
    #expect(try spool.candidates().isEmpty)
  }

  @Test("does not replace a newer file of the same name") func newer() throws {
    let file = try begin("a.txt", "first, ")
    let claim = try #require(try spool.claim("a.txt", as: 1))
    _ = try spool.read(claim, limit: 100)
    try scratch.write("another", to: "spool/incoming/a.txt")
    try file.writeAll(Array("second".utf8))
    try spool.release(claim)
    #expect(try scratch.text(of: "spool/incoming/a.txt") == "another")
    #expect(try scratch.text(of: "spool/incoming/a.txt.1") == "first, second")
  }

  @Test("is not confused with one who hands over by link and removes the old name later") func link() throws {
    try scratch.write("whole", to: "elsewhere/a.txt")
    #expect(unsafe Glibc.link(scratch.path("elsewhere/a.txt"), scratch.path("spool/incoming/a.txt")) == 0)
    let claim = try #require(try spool.claim("a.txt", as: 1))
    let marked = try spool.endAttempt(try spool.beginAttempt(claim))
    _ = try spool.read(marked, limit: 100)
    try KernelFileSystem().remove(scratch.path / "elsewhere/a.txt")
    try spool.release(marked)
    #expect(try spool.candidates().isEmpty)
    #expect(try scratch.names(in: "spool/work").isEmpty)
  }
}
