import Glibc
import Platform
import Spooling
import TestSupport
import Testing

@Suite("The spool") struct SpoolTests {
  let scratch = ScratchFolder()
  let spool: Spool

  init() throws {
    spool = try Spool(root: scratch.path / "spool")
  }

  func drop(_ name: String, _ text: String = "x") throws { try scratch.write(text, to: "spool/incoming/\(name)") }

  @Test("takes files by renaming them into work/ under their number") func claim() throws {
    try drop("a.txt", "hello")
    let claim = try #require(try spool.claim("a.txt", as: 42))
    #expect(try scratch.names(in: "spool/incoming") == [".tmp"])
    #expect(try scratch.names(in: "spool/work") == ["000000000042.0-a.txt"])
    #expect(try spool.read(claim, limit: 10) == Array("hello".utf8))
  }

  @Test("does not mind that a producer takes a file back") func vanished() throws {
    #expect(try spool.claim("gone.txt", as: 1) == nil)
    #expect(try spool.candidate("gone.txt") == nil)
  }

  @Test("leaves alone what its name says is not complete") func incomplete() throws {
    for name in [".hidden", "a~", "b.tmp", "c.part", "d.filepart", "e.swp", "good.txt"] { try drop(name) }
    _ = unsafe mkdir(scratch.path("spool/incoming/folder"), 0o755)
    #expect(try spool.candidates().map(\.name) == ["good.txt"])
  }

  @Test("offers the oldest file first") func order() throws {
    for (age, name) in [(10, "b"), (30, "c"), (20, "a")] {
      try drop(name)
      let time = timeval(tv_sec: 1_700_000_000 - age, tv_usec: 0)
      let times = [time, time]
      #expect(unsafe utimes(scratch.path("spool/incoming/\(name)"), times) == 0)
    }
    #expect(try spool.candidates().map(\.name) == ["c", "a", "b"])
  }

  @Test("keeps any name a file may have, and numbers that sort") func names() throws {
    let odd = FilePath(bytes: [0xFF] + Array("-\n".utf8))
    try KernelFileSystem().create(spool.incoming / odd, bytes: [1], mode: 0o600)
    let long = FilePath(String(repeating: "l", count: 250))
    try KernelFileSystem().create(spool.incoming / long, bytes: [2], mode: 0o600)
    let second = try #require(try spool.claim(odd, as: 9))
    let third = try #require(try spool.claim(long, as: 10))
    #expect(try spool.outstanding().claims.map(\.sequence) == [9, 10])
    #expect(try spool.outstanding().claims[0].original == odd)
    #expect(try spool.read(second, limit: 5) == [1])
    #expect(try spool.read(third, limit: 5) == [2])
  }

  @Test("counts who began to read a file, across processes") func attempts() throws {
    try drop("a")
    let claim = try #require(try spool.claim("a", as: 1))
    _ = try spool.beginAttempt(try spool.beginAttempt(claim))
    let again = try Spool(root: scratch.path / "spool")
    #expect(try again.outstanding().claims.map(\.attempts) == [2])
  }

  @Test("names what lies in work/ and is none of its own") func strangers() throws {
    try scratch.write("?", to: "spool/work/notes.txt")
    #expect(try spool.outstanding().strangers == ["notes.txt"])
    #expect(try spool.outstanding().claims.isEmpty)
  }

  @Test("names what was put where nothing is read: files beside incoming/, folders in it") func strays() throws {
    try scratch.write("?", to: "spool/article.txt")
    try scratch.write("?", to: "spool/incoming/today/article.txt")
    try scratch.write("?", to: "spool/archive/2024-03-04/article.txt")
    try drop("a")
    #expect(
      try spool.strays() == [scratch.path / "spool/article.txt", scratch.path / "spool/incoming/today"])
  }

  @Test("lets go of finished files, or keeps them in archive/DAY/") func release() throws {
    try drop("a")
    try drop("b")
    let a = try #require(try spool.claim("a", as: 1))
    let b = try #require(try spool.claim("b", as: 2))
    try spool.release(a)
    try spool.release(a)
    try spool.release(b, archiveDay: "2024-03-04")
    #expect(try scratch.names(in: "spool/work").isEmpty)
    #expect(try scratch.names(in: "spool/archive/2024-03-04") == ["000000000002.0-b"])
  }

  @Test("sets a file aside with its reason, and another of the same name beside it") func quarantine() throws {
    let reason = QuarantineReason(code: "binary", message: "not text", offset: 7, time: "2024-03-04T00:00:00Z")
    for number in 1...2 {
      try drop("a.bin", "\(number)")
      try spool.quarantine(try #require(try spool.claim("a.bin", as: number)), reason: reason)
    }
    let entries = try spool.quarantined()
    #expect(entries.map(\.name) == ["a.bin", "a.bin.2"])
    #expect(entries.allSatisfy { $0.reason == reason })
    #expect(try scratch.text(of: "spool/quarantine/a.bin.2") == "2")
    #expect(try scratch.names(in: "spool/work").isEmpty)
  }

  @Test("gives a file back to be read again, or drops it, reason and all") func quarantineEnds() throws {
    let reason = QuarantineReason(code: "empty", message: "nothing in it", time: "2024-03-04T00:00:00Z")
    for name in ["a", "b"] {
      try drop(name)
      try spool.quarantine(try #require(try spool.claim(FilePath(name), as: 1)), reason: reason)
    }
    #expect(try spool.retry("a"))
    #expect(try spool.drop("b"))
    #expect(try spool.drop("b") == false)
    #expect(try spool.drop("../work/x") == false)
    #expect(try scratch.names(in: "spool/quarantine").isEmpty)
    #expect(try spool.candidates().map(\.name) == ["a"])
  }

  @Test("takes bytes that did not come as a file") func submit() throws {
    let claim = try spool.submit(Array("text".utf8), name: "direct.txt", as: 3)
    #expect(try spool.read(claim, limit: 10) == Array("text".utf8))
    #expect(try spool.outstanding().claims == [claim])
    #expect(try scratch.names(in: "spool/incoming/.tmp").isEmpty)
  }
}
