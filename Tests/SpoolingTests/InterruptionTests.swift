import Platform
import Spooling
import TestSupport
import Testing

@Suite("A spool that is interrupted") struct InterruptionTests {
  private static let reason = QuarantineReason(code: "malformed", message: "no", time: "2024-03-04T00:00:00Z")

  /// What a run had been promised when it ended.
  private struct Progress {
    var submitted = false
    var finished: Set<String> = []
  }

  /// The life of a spool: every operation it has, on files whose text is their name in capitals.
  private func live(_ root: FilePath, _ files: InterruptedFileSystem, _ progress: inout Progress) throws {
    let spool = try Spool(root: root, files: files)
    let a = try #require(try spool.claim("a", as: 1))
    let b = try #require(try spool.claim("b", as: 2))
    let bad = try #require(try spool.claim("bad", as: 3))
    _ = try spool.claim("waiting", as: 4)
    let marked = try spool.endAttempt(try spool.beginAttempt(a))
    try spool.quarantine(part: Array("PART".utf8), as: "a.line3", reason: Self.reason)
    try spool.quarantine(bad, reason: Self.reason)
    let worse = try spool.submit(Array("SUBMITTED".utf8), name: "direct", as: 5)
    progress.submitted = true
    progress.finished = ["A", "B"]
    try spool.release(marked)
    try spool.release(b, archiveDay: "2024-03-04")
    try spool.quarantine(worse, reason: Self.reason)
    _ = try spool.retry("bad")
    progress.finished.insert("SUBMITTED")
    _ = try spool.drop("direct")
  }

  /// The texts of all articles in the spool's folders, and whether each one in quarantine has its reason.
  private func contents(_ scratch: ScratchFolder) throws -> [String] {
    var texts: [String] = []
    for folder in ["incoming", "work", "quarantine", "archive/2024-03-04"] {
      for name in (try? scratch.names(in: "spool/\(folder)")) ?? [] where !name.hasPrefix(".") {
        if name.hasSuffix(".reason.json") { continue }
        texts.append(try scratch.text(of: "spool/\(folder)/\(name)"))
      }
    }
    return texts.sorted()
  }

  /// Runs with a fault and checks what the next process finds; false when the fault was never reached.
  private func survives(_ operation: Int, _ fault: InterruptedFileSystem.Fault) throws -> Bool {
    let scratch = ScratchFolder()
    _ = try Spool(root: scratch.path / "spool")
    for name in ["a", "b", "bad", "waiting"] { try scratch.write(name.uppercased(), to: "spool/incoming/\(name)") }
    let files = InterruptedFileSystem(at: operation, fault)
    var progress = Progress()
    do {
      try live(scratch.path / "spool", files, &progress)
    } catch is SystemError {}

    let next = try Spool(root: scratch.path / "spool")
    let texts = try contents(scratch)
    let place: Comment = "fault \(fault) at operation \(operation)"
    for text in ["A", "B", "BAD", "WAITING"] where !progress.finished.contains(text) {
      #expect(texts.filter { $0 == text }.count == 1, place)
    }
    #expect(Set(texts).count == texts.count, place)
    #expect(texts.allSatisfy { ["A", "B", "BAD", "WAITING", "PART", "SUBMITTED"].contains($0) }, place)
    if progress.submitted, !progress.finished.contains("SUBMITTED") { #expect(texts.contains("SUBMITTED"), place) }
    #expect(try next.quarantined().allSatisfy { $0.reason == Self.reason }, place)
    #expect(try next.outstanding().strangers.isEmpty, place)
    #expect(try scratch.names(in: "spool/incoming/.tmp").isEmpty, place)
    return files.wasReached
  }

  @Test("by a kill at any operation has every article once") func killed() throws {
    var operation = 0
    while try survives(operation, .killed) { operation += 1 }
    #expect(operation > 30)
  }

  @Test("by an error at any operation has every article once", arguments: [5, 28] as [Int32])
  func failing(code: Int32) throws {
    var operation = 0
    while try survives(operation, .fails(code)) { operation += 1 }
    #expect(operation > 30)
  }
}
