import Platform
import Spooling
import TestSupport
import Testing

@Suite("Names in quarantine") struct QuarantineNameTests {
  let scratch = ScratchFolder()
  let spool: Spool
  let reason = QuarantineReason(code: "binary", message: "not text", time: "2024-03-04T00:00:00Z")

  init() throws {
    spool = try Spool(root: scratch.path / "spool")
  }

  func setAside(_ name: FilePath, _ text: String, as sequence: Int) throws -> FilePath {
    try KernelFileSystem().create(spool.incoming / name, bytes: Array(text.utf8), mode: 0o600)
    return try spool.quarantine(try #require(try spool.claim(name, as: sequence)), reason: reason)
  }

  @Test("an article that is called like a reason is not overwritten by one, and can be found again")
  func calledLikeReason() throws {
    let first = try setAside("a.reason.json", "first article", as: 1)
    let second = try setAside("a", "second article", as: 2)
    #expect(Set(try spool.quarantined().map(\.name)) == [first, second])
    #expect(try scratch.text(of: "spool/quarantine/\(first)") == "first article")
    #expect(try scratch.text(of: "spool/quarantine/\(second)") == "second article")
  }

  @Test("a name as long as names may be can be set aside", arguments: [200, 235, 243, 255])
  func long(length: Int) throws {
    let name = FilePath(String(repeating: "l", count: length))
    _ = try setAside(name, "one", as: 1)
    _ = try setAside(name, "two", as: 2)
    #expect(try spool.quarantined().count == 2)
    #expect(try scratch.names(in: "spool/work").isEmpty)
  }

  @Test("a file in work/ whose name only looks like ours is a stranger, and never a claim without a file")
  func lookalikes() throws {
    for name in ["7.0-short", "+00000000007.0-sign", "000000000008.00-zeros"] {
      try scratch.write("?", to: "spool/work/\(name)")
    }
    let (claims, strangers) = try spool.outstanding()
    #expect(claims.isEmpty)
    #expect(strangers.count == 3)
  }

  @Test("a submitted name may hold slashes") func slashes() throws {
    let claim = try spool.submit(Array("text".utf8), name: "feeds/today/a.txt", as: 1)
    #expect(try spool.read(claim, limit: 10) == Array("text".utf8))
  }

  @Test("a name without a letter is still found after a crash", arguments: ["", "/", "feeds/"] as [FilePath])
  func nameless(name: FilePath) throws {
    let claim = try spool.submit([1], name: name, as: 1)
    #expect(try spool.outstanding().claims == [claim])
  }

  @Test(
    "what clients are shown is what they can name, give back and drop",
    arguments: [
      FilePath(bytes: Array("line\nbreak".utf8)), FilePath(bytes: [0xFF, 0xFE]), FilePath("a.tmp"), FilePath(".hidden"),
      FilePath(String(repeating: "x", count: 54) + "." + String(repeating: "y", count: 199)),
      FilePath(String(repeating: "\u{e9}", count: 110)),
    ])
  func roundTrip(original: FilePath) throws {
    for number in 1...2 {
      let claim = try spool.submit([1], name: original, as: number)
      try spool.quarantine(claim, reason: reason)
    }
    let shown = try spool.quarantined().map(\.name.description)
    #expect(shown.count == 2)
    #expect(try spool.retry(FilePath(shown[0])))
    #expect(try spool.drop(FilePath(shown[1])))
    #expect(try spool.quarantined().isEmpty)
    #expect(try spool.candidates().count == 1, "what is given back is taken again")
  }

  @Test("the third line of one feed does not hide that of another feed of the same name") func parts() throws {
    for text in ["one", "two", "one"] {
      try spool.quarantine(part: Array(text.utf8), as: "feed.jsonl.line3", reason: reason)
    }
    let texts = try spool.quarantined().map { try scratch.text(of: "spool/quarantine/\($0.name)") }
    #expect(texts == ["one", "two"])
  }

  @Test("a part of a file with a name as long as names may be can be set aside") func longPart() throws {
    try spool.quarantine(part: [1], as: FilePath(String(repeating: "l", count: 255)) + ".line3", reason: reason)
    #expect(try spool.quarantined().count == 1)
  }

  @Test("a file that is given back does not replace a new one of its name") func retryBesideNew() throws {
    let name = try setAside("a", "old", as: 1)
    try scratch.write("new", to: "spool/incoming/a")
    #expect(try spool.retry(name))
    #expect(try scratch.text(of: "spool/incoming/a") == "new")
    #expect(try scratch.text(of: "spool/incoming/a.1") == "old")
  }
}
