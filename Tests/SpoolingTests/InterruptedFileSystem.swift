import Platform
import Synchronization

/// The real files, with a fault at the n-th operation that changes something.
final class InterruptedFileSystem: FileSystem {
  /// What happens at the operation.
  enum Fault: Sendable {
    /// The process is killed before it: nothing works any more.
    case killed
    /// It fails with this errno; what follows works.
    case fails(Int32)
  }

  private let base = KernelFileSystem()
  private let fault: (operation: Int, Fault)?
  private let count = Mutex(0)

  init(at operation: Int, _ fault: Fault) { self.fault = (operation, fault) }

  /// Whether the operation was ever reached.
  var wasReached: Bool { count.withLock { $0 } > (fault?.operation ?? 0) }

  private func step(_ call: String, _ path: FilePath) throws(SystemError) {
    let number = count.withLock { count in
      count += 1
      return count - 1
    }
    guard let (operation, fault) = fault else { return }
    switch fault {
    case .killed where number >= operation: throw SystemError(4, call, path: path.description)
    case .fails(let code) where number == operation: throw SystemError(code, call, path: path.description)
    default: return
    }
  }

  func names(in folder: FilePath) throws(SystemError) -> [FilePath] { try base.names(in: folder) }
  func status(of path: FilePath) throws(SystemError) -> FileStatus? { try base.status(of: path) }
  func read(_ path: FilePath, limit: Int) throws(SystemError) -> [UInt8] { try base.read(path, limit: limit) }
  func freeSpace(at path: FilePath) throws(SystemError) -> Int { try base.freeSpace(at: path) }

  func create(_ path: FilePath, bytes: [UInt8], mode: UInt32) throws(SystemError) {
    do {
      try step("write", path)
    } catch {
      // A process that is killed leaves a half behind; one that sees the error removes it.
      if error.code == 4 { try? base.create(path, bytes: Array(bytes.prefix(bytes.count / 2)), mode: mode) }
      throw error
    }
    try base.create(path, bytes: bytes, mode: mode)
  }

  func rename(_ path: FilePath, to newPath: FilePath) throws(SystemError) {
    try step("rename", path)
    try base.rename(path, to: newPath)
  }

  func renameExclusively(_ path: FilePath, to newPath: FilePath) throws(SystemError) {
    try step("rename", path)
    try base.renameExclusively(path, to: newPath)
  }

  func remove(_ path: FilePath) throws(SystemError) {
    try step("remove", path)
    try base.remove(path)
  }

  func makeFolder(_ path: FilePath, mode: UInt32) throws(SystemError) {
    try step("make the folder", path)
    try base.makeFolder(path, mode: mode)
  }

  func syncFolder(_ path: FilePath) throws(SystemError) {
    try step("sync", path)
    try base.syncFolder(path)
  }
}
