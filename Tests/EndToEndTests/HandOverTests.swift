import Glibc
import Platform
import TestSupport
import Testing

@Suite("Hard hand-overs") struct HandOverTests {
  @Test("newsd that was stopped while 17,000 files came finds every one, though the kernel's queue overflowed")
  func overflow() throws {
    let daemon = try TestDaemon(configuration: "[Store]\nSnapshotInterval=1h\n")
    let limit = Int(try String(contentsOf: "/proc/sys/fs/inotify/max_queued_events")) ?? 16_384
    daemon.process.send(signal: SIGSTOP)
    // Names of a hundred files: what is measured is the finding, not the reading.
    for number in 0..<100 { try daemon.scratch.write(DaemonTests.talks + "\(number)", to: "\(number).txt") }
    let count = limit + 616
    let incoming = daemon.scratch.path("spool/incoming")
    for number in 0..<count {
      #expect(unsafe link(daemon.scratch.path("\(number % 100).txt"), "\(incoming)/.tmp/\(number)") == 0)
      #expect(unsafe rename("\(incoming)/.tmp/\(number)", "\(incoming)/\(number)") == 0)
    }
    daemon.process.send(signal: SIGCONT)
    #expect(try daemon.newsq(["--timeout", "25", "sync"]).status == 0)
    let stats = try daemon.newsq(["stats", "-o", "jsonl"]).output
    #expect(stats.contains("\"articles\":100,\"duplicates\":\(count - 100),"), "\(stats)")
    #expect(try daemon.scratch.names(in: "spool/incoming") == [".tmp"])
  }

  @Test("what is no file, or cannot be read, is set aside and hurts nobody else") func oddities() throws {
    let daemon = try TestDaemon(configuration: "[Spool]\nSettleTime=0\n")
    let incoming = daemon.scratch.path / "spool/incoming"
    let path = { (name: String) in (incoming / FilePath(name)).description }
    try daemon.scratch.write("secret", to: "outside.txt")
    #expect(unsafe symlink(daemon.scratch.path("outside.txt"), path("link.txt")) == 0)
    #expect(unsafe mkfifo(path("fifo.txt"), 0o644) == 0)
    #expect(unsafe mkdir(path("folder"), 0o755) == 0)
    try daemon.scratch.write(DaemonTests.talks, to: "spool/incoming/folder/inner.txt")
    try daemon.drop([], as: "empty.txt")
    // 64 MiB that are no article's, and take no room.
    let raw = unsafe open(path(".big"), O_WRONLY | O_CREAT, 0o644)
    #expect(ftruncate(raw, 64 << 20) == 0)
    close(raw)
    #expect(unsafe rename(path(".big"), path("big.txt")) == 0)
    let odd = FilePath(bytes: Array("new\nline".utf8) + [0xFF, 0xFE] + Array(".txt".utf8))
    try KernelFileSystem().create(incoming / odd, bytes: Array(DaemonTests.talks.utf8), mode: 0o644)
    #expect(try daemon.newsq(["sync"]).status == 0)

    let names = try daemon.scratch.names(in: "spool/quarantine").filter { !$0.hasSuffix(".reason.json") }
    #expect(names == ["big.txt", "empty.txt", "fifo.txt", "link.txt"])
    #expect(try daemon.scratch.names(in: "spool/incoming") == [".tmp", "folder"])
    #expect(try daemon.lines("articles").count == 1)
    #expect(try daemon.scratch.text(of: "spool/quarantine/link.txt.reason.json").contains("not_a_file"))
    #expect(try daemon.scratch.text(of: "outside.txt") == "secret")
    #expect(try daemon.stop().status == 0)
  }

  @Test("a file moved in from another file system is read whole, however long the copy takes") func otherFileSystem()
    throws
  {
    // mv(1) copies then: it creates the file in place, writes, and closes it.
    let daemon = try TestDaemon(configuration: "[Spool]\nSettleTime=10s\n")
    let folder = "/dev/shm/newsd-test-\(getpid())"
    _ = unsafe mkdir(folder, 0o755)
    defer { _ = unsafe rmdir(folder) }
    try KernelFileSystem().create(FilePath("\(folder)/moved.txt"), bytes: Array(DaemonTests.talks.utf8), mode: 0o644)
    let moved = try ChildProcess.run(
      "/bin/mv", ["\(folder)/moved.txt", daemon.scratch.path("spool/incoming/moved.txt")])
    #expect(moved.status == 0)
    #expect(try eventually { try daemon.lines("articles").count == 1 })
  }
}

extension String {
  fileprivate init(contentsOf path: FilePath) throws {
    let bytes = try KernelFileSystem().read(path, limit: 4096)
    self = String(decoding: bytes, as: UTF8.self).filter(\.isNumber)
  }
}
