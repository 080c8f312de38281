import Glibc

/// Holds a folder for one process; the kernel lets go when the process ends, however it ends.
package final class FolderLock: Sendable {
  private let file: FileDescriptor

  /// Somebody else holds the folder.
  package struct Held: Error, Sendable, CustomStringConvertible {
    package let folder: FilePath
    /// The holder's process, where it could be read.
    package let pid: String?

    package var description: String {
      "\(folder) is in use by another newsd\(pid.map { " (process \($0))" } ?? ""): stop it, or give this one a folder of its own"
    }
  }

  /// Takes the lock, or says who has it.
  package init(folder: FilePath) throws {
    let path = folder / ".lock"
    let raw = unsafe path.withCString { unsafe open($0, O_RDWR | O_CREAT | O_CLOEXEC, 0o640) }
    guard raw >= 0 else { throw SystemError(errno, "lock", path: path.description) }
    file = FileDescriptor(owning: raw)
    guard flock(raw, LOCK_EX | LOCK_NB) == 0 else {
      guard errno == EWOULDBLOCK else { throw SystemError(errno, "lock", path: path.description) }
      let holder = String(decoding: try file.read(upTo: 16), as: UTF8.self).filter(\.isNumber)
      throw Held(folder: folder, pid: holder.isEmpty ? nil : holder)
    }
    // Only for the message above: on a full disk the folder is held all the same.
    if ftruncate(raw, 0) == 0 { try? file.writeAll(Array("\(getpid())\n".utf8)) }
  }
}
