import Glibc
import Platform
import TestSupport
import Testing

@Suite("Watching a folder") struct FolderWatchTests {
  let scratch = ScratchFolder()

  init() throws {
    TestLoop.started
    try scratch.write("old", to: "in/old")
    try scratch.write("x", to: "out/x")
  }

  /// What came until `enough` of it is there.
  @Loop func hints(
    of watch: FolderWatch, until enough: (_ complete: Set<FilePath>, _ mustScan: Bool) -> Bool
  ) async -> (complete: Set<FilePath>, mustScan: Bool) {
    var complete: Set<FilePath> = []
    var mustScan = false
    while !enough(complete, mustScan), let hints = await watch.next() {
      complete.formUnion(hints.complete)
      mustScan = mustScan || hints.mustScan
    }
    return (complete, mustScan)
  }

  @Test("names a file that was renamed into it", .timeLimit(.minutes(1))) @Loop func rename() async throws {
    let watch = try FolderWatch(scratch.path / "in")
    try KernelFileSystem().rename(scratch.path / "out/x", to: scratch.path / "in/x")
    let seen = await hints(of: watch) { complete, _ in !complete.isEmpty }
    #expect(seen.complete == ["x"])
    #expect(!seen.mustScan)
    await watch.cancel()
    #expect(await watch.next() == nil)
  }

  @Test("names a file written in place when it is closed, not before", .timeLimit(.minutes(1)))
  @Loop func writtenInPlace() async throws {
    let watch = try FolderWatch(scratch.path / "in")
    var file: FileDescriptor? = FileDescriptor(
      owning: unsafe open(scratch.path("in/y"), O_WRONLY | O_CREAT | O_CLOEXEC, 0o600))
    try file?.writeAll([1])
    let before = await hints(of: watch) { $1 }
    #expect(before.complete.isEmpty)
    file = nil
    #expect(await hints(of: watch) { complete, _ in !complete.isEmpty }.complete == ["y"])
    #expect(file == nil)
  }

  @Test("asks for a look when a file came by link", .timeLimit(.minutes(1))) @Loop func link() async throws {
    let watch = try FolderWatch(scratch.path / "in")
    #expect(unsafe Glibc.link(scratch.path("out/x"), scratch.path("in/z")) == 0)
    let seen = await hints(of: watch) { $1 }
    #expect(seen.complete.isEmpty)
  }

  @Test("says which folder cannot be watched") @Loop func missing() {
    let error = #expect(throws: SystemError.self) { try FolderWatch(scratch.path / "gone") }
    #expect(error?.description == "cannot watch \(scratch.path("gone")): No such file or directory")
  }
}
