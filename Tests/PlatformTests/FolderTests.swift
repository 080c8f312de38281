import Glibc
import Platform
import TestSupport
import Testing

@Suite("Folders and halves of files") struct FolderTests {
  let scratch = ScratchFolder()
  let files = KernelFileSystem()

  func mode(of path: FilePath) -> UInt32 {
    var found = stat()
    return unsafe stat(path.description, &found) == 0 ? found.st_mode & 0o7777 : 0
  }

  @Test("a new folder has the mode that was asked for, whatever the umask") func mode() throws {
    try files.makeFolder(scratch.path / "a", mode: 0o3770)
    #expect(mode(of: scratch.path / "a") == 0o3770)
  }

  @Test("a folder that is there stays as it is") func existing() throws {
    try files.makeFolder(scratch.path / "a", mode: 0o700)
    try files.makeFolder(scratch.path / "a", mode: 0o750)
    #expect(mode(of: scratch.path / "a") == 0o700)
    #expect(unsafe symlink(scratch.path("a"), scratch.path("link")) == 0)
    try files.makeFolder(scratch.path / "link", mode: 0o750)
  }

  @Test("folders above a path are made for their owner alone, and the last is left to be made") func above() throws {
    try files.makeFolders(above: scratch.path / "a/b/c")
    #expect(mode(of: scratch.path / "a") == 0o700)
    #expect(mode(of: scratch.path / "a/b") == 0o700)
    #expect(try files.status(of: scratch.path / "a/b/c") == nil)
    try files.makeFolders(above: scratch.path / "a/b/c")
    try files.makeFolders(above: "/")
  }

  @Test("a file in the place of a folder is named") func file() throws {
    try scratch.write("x", to: "a")
    let error = #expect(throws: SystemError.self) { try files.makeFolder(scratch.path / "a", mode: 0o700) }
    #expect(error?.description == "cannot make the folder \(scratch.path("a")): Not a directory")
  }

  @Test("a file that does not fit leaves no half behind") func full() async throws {
    let path = scratch.path / "big"
    await #expect(processExitsWith: .success) { [path = path.description as String] in
      // Files of this process may have 4 KiB from here on.
      signal(SIGXFSZ, SIG_IGN)
      var limit = rlimit(rlim_cur: 4096, rlim_max: 4096)
      guard unsafe setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0 else { exit(3) }
      do throws(SystemError) {
        try KernelFileSystem().create(FilePath(path), bytes: [UInt8](repeating: 1, count: 10_000), mode: 0o600)
        exit(1)
      } catch {
        exit(error.code == EFBIG ? 0 : 2)
      }
    }
    #expect(try files.status(of: path) == nil)
  }
}
