import Glibc
import Platform
import TestSupport
import Testing

@Suite("Files") struct FileSystemTests {
  let scratch = ScratchFolder()
  let files = KernelFileSystem()

  @Test("come back as they were written") func roundTrip() throws {
    let bytes = (0..<100_000).map { UInt8(truncatingIfNeeded: $0) }
    try files.create(scratch.path / "a", bytes: bytes, mode: 0o600)
    #expect(try files.read(scratch.path / "a", limit: 1 << 20) == bytes)
    #expect(try files.status(of: scratch.path / "a")?.size == bytes.count)
  }

  @Test("of any name are listed, also of bytes that are no UTF-8") func oddNames() throws {
    let names: [FilePath] = [FilePath(bytes: [0xFF, 0xFE]), FilePath("line\nbreak"), "plain"]
    for name in names { try files.create(scratch.path / name, bytes: [1], mode: 0o600) }
    #expect(Set(try files.names(in: scratch.path)) == Set(names))
    #expect(names[1].description == "line\\x0abreak")
  }

  @Test("that are too large are not read") func tooLarge() throws {
    try files.create(scratch.path / "a", bytes: [1, 2, 3], mode: 0o600)
    #expect(throws: SystemError(EFBIG, "read", path: (scratch.path / "a").description)) {
      try files.read(scratch.path / "a", limit: 2)
    }
  }

  @Test("that are none are not waited for: FIFO, folder, link") func notRegular() throws {
    _ = unsafe mkfifo(scratch.path("fifo"), 0o600)
    _ = unsafe symlink("/etc/passwd", scratch.path("link"))
    #expect(throws: SystemError.self) { try files.read(scratch.path / "fifo", limit: 10) }
    #expect(throws: SystemError.self) { try files.read(scratch.path, limit: 10) }
    #expect(throws: SystemError.self) { try files.read(scratch.path / "link", limit: 1 << 20) }
    #expect(try files.status(of: scratch.path / "link")?.kind == .link)
    #expect(try files.status(of: scratch.path / "fifo")?.kind == .other)
  }

  @Test("are not overwritten by an exclusive rename or a creation") func exclusive() throws {
    try files.create(scratch.path / "a", bytes: [1], mode: 0o600)
    try files.create(scratch.path / "b", bytes: [2], mode: 0o600)
    #expect(throws: SystemError.self) { try files.renameExclusively(scratch.path / "a", to: scratch.path / "b") }
    #expect(throws: SystemError.self) { try files.create(scratch.path / "a", bytes: [], mode: 0o600) }
    #expect(try files.read(scratch.path / "b", limit: 10) == [2])
  }

  @Test("are replaced whole, with no other name left behind") func replace() throws {
    try files.replaceDurably(scratch.path / "a", bytes: [1])
    try files.replaceDurably(scratch.path / "a", bytes: [2, 3])
    #expect(try files.read(scratch.path / "a", limit: 10) == [2, 3])
    #expect(try scratch.names() == ["a"])
  }

  @Test("tell in words what went wrong, with their name") func message() {
    let error = #expect(throws: SystemError.self) { try files.read(scratch.path / "gone", limit: 1) }
    #expect(error?.description == "cannot open \(scratch.path("gone")): No such file or directory")
    #expect((try? files.status(of: scratch.path / "gone")) == .some(nil))
  }

  @Test("a folder has one owner, who is named to the next") func lock() throws {
    let lock = try FolderLock(folder: scratch.path)
    let error = #expect(throws: FolderLock.Held.self) { try FolderLock(folder: scratch.path) }
    #expect(error?.pid == "\(getpid())")
    withExtendedLifetime(lock) {}
  }

  @Test("a folder is free again when its owner is gone") func unlock() throws {
    _ = try FolderLock(folder: scratch.path)
    _ = try FolderLock(folder: scratch.path)
  }
}
