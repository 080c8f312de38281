import Glibc
import JSONCoding
import Platform
import TestSupport
import Testing

@Suite("What operators configure of the spool and the store") struct SpoolPromiseTests {
  @Test("Archive=yes keeps finished files as they came, day by day; Archive=no removes them, from the reload on")
  func archive() throws {
    let daemon = try TestDaemon(configuration: "[Spool]\nArchive=yes\n")
    try daemon.drop(DaemonTests.talks, as: "talks.txt")
    #expect(try daemon.newsq(["sync"]).status == 0)
    #expect(try daemon.newsq(["snapshot"]).status == 0)
    let days = try daemon.scratch.names(in: "spool/archive")
    #expect(days.count == 1 && days[0].count == 10)
    let kept = "spool/archive/\(days[0])"
    #expect(try daemon.scratch.names(in: kept) == ["000000000001.0-talks.txt"])
    #expect(try daemon.scratch.text(of: "\(kept)/000000000001.0-talks.txt") == DaemonTests.talks)

    try daemon.scratch.write("[Spool]\nArchive=no\n", to: "newsd.conf")
    #expect(try daemon.newsq(["reload"]).status == 0)
    try daemon.drop(DaemonTests.talks + "again", as: "again.txt")
    #expect(try daemon.newsq(["sync"]).status == 0)
    #expect(try daemon.newsq(["snapshot"]).status == 0)
    #expect(try daemon.scratch.names(in: kept).count == 1)
    #expect(try daemon.scratch.names(in: "spool/work").isEmpty)
  }

  @Test(
    "newsd takes only as many files as its workers get to soon; the others stay in incoming/, where their producer sees them",
    .enabled(if: FaultLibrary.isAvailable, "clang is not at hand"))
  func backPressure() throws {
    let daemon = try TestDaemon(
      configuration: "[Service]\nWorkers=1\n", environment: try FaultLibrary.environment([:]))
    // The library makes reading a file of this name stand still.
    try daemon.drop(DaemonTests.talks, as: "a.hang")
    #expect(try eventually { try daemon.scratch.names(in: "spool/work").count == 1 })
    for number in 0..<40 { try daemon.drop(DaemonTests.talks + "\(number)", as: "\(number).txt") }
    let taken = { try daemon.scratch.names(in: "spool/work").count }
    #expect(try eventually { try taken() == 16 })
    usleep(200_000)
    #expect(try taken() == 16)
    #expect(try daemon.scratch.names(in: "spool/incoming").count == 1 + 25)
    #expect(try daemon.newsq(["status"]).status == 0, "who asks is answered meanwhile")
    try daemon.stop(signal: SIGKILL)
  }

  @Test(
    "a file that the disk did not let be taken is taken at the next scan by the clock",
    .enabled(if: FaultLibrary.isAvailable, "clang is not at hand"))
  func scanInterval() throws {
    // The first rename is that of the new store's manifest, the second the claim.
    let daemon = try TestDaemon(
      configuration: "[Spool]\nScanInterval=500ms\n",
      environment: try FaultLibrary.environment(["FAULT_AT": "2", "FAULT": "\(EIO)", "FAULT_CALLS": "rename"]))
    try daemon.drop(DaemonTests.talks, as: "talks.txt")
    #expect(try eventually { try daemon.lines("articles").count == 1 })
    let result = try daemon.stop()
    #expect(result.errors.contains("the file stays in incoming/ until the next scan"), "\(result.errors)")
  }

  @Test("a start that reads again asks systemd for more time, as long as it makes progress") func slowStart() throws {
    let daemon = try TestDaemon(configuration: "[Store]\nSnapshotInterval=1h\n")
    for number in 0..<3 { try daemon.drop(DaemonTests.talks + "\(number)", as: "\(number).txt") }
    #expect(try daemon.newsq(["sync"]).status == 0)
    try daemon.stop(signal: SIGKILL)
    let folder = ScratchFolder()
    let notify = try NotifySocket(in: folder)
    let process = try ChildProcess(
      "newsd",
      [
        "serve", "--config", daemon.scratch.path("newsd.conf"), "--spool", daemon.scratch.path("spool"), "--state",
        daemon.scratch.path("state"), "--socket", daemon.scratch.path("newsd.sock"),
      ], environment: ["NOTIFY_SOCKET": notify.path])
    var requests = 0
    var isReady = false
    while !isReady, let message = try notify.next() {
      if message.hasPrefix("EXTEND_TIMEOUT_USEC=") { requests += 1 }
      isReady = message.contains("READY=1")
    }
    #expect(isReady)
    #expect(requests >= 3, "one a file at least")
    process.send(signal: SIGTERM)
    #expect(try process.finish().status == 0)
  }

  @Test("snapshots become few segments by themselves, and a start finds every article") func merging() throws {
    let daemon = try TestDaemon(configuration: "[Store]\nSnapshotInterval=100ms\n")
    for number in 1...40 {
      try daemon.drop(DaemonTests.talks + "\(number)", as: "\(number).txt")
      #expect(try daemon.newsq(["sync"]).status == 0)
      #expect(try daemon.newsq(["snapshot"]).status == 0)
    }
    let segments = { try daemon.scratch.names(in: "state").filter { $0.hasPrefix("segment-") }.count }
    #expect(try eventually { try segments() <= 16 })
    try daemon.stop(signal: SIGKILL)
    try daemon.restart()
    #expect(try daemon.lines("articles").count == 40)
    #expect(try daemon.scratch.names(in: "state").allSatisfy { $0 != "leftover" })
  }
}
