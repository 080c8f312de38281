import CLinux
import Glibc

/// The file system of this machine.
package struct KernelFileSystem: FileSystem {
  package init() {}

  package func names(in folder: FilePath) throws(SystemError) -> [FilePath] {
    guard let directory = unsafe folder.withCString({ unsafe opendir($0) }) else {
      throw SystemError(errno, "list", path: folder.description)
    }
    defer { unsafe closedir(directory) }
    var names: [FilePath] = []
    var name = [CChar](repeating: 0, count: 256)
    var type: UInt8 = 0
    errno = 0
    while unsafe newsd_next_entry(UnsafeMutableRawPointer(directory), &name, &type) {
      let bytes = name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
      if bytes != [0x2E], bytes != [0x2E, 0x2E] { names.append(FilePath(bytes: bytes)) }
    }
    guard errno == 0 else { throw SystemError(errno, "list", path: folder.description) }
    return names
  }

  package func status(of path: FilePath) throws(SystemError) -> FileStatus? {
    var found = stat()
    if unsafe path.withCString({ unsafe lstat($0, &found) }) != 0 {
      if errno == ENOENT { return nil }
      throw SystemError(errno, "examine", path: path.description)
    }
    return FileStatus(found)
  }

  package func read(_ path: FilePath, limit: Int) throws(SystemError) -> [UInt8] {
    try read(path, limit: limit, isTrusted: false)
  }

  /// The bytes of a file.
  ///
  /// - Parameter isTrusted: whether an operator named the file: then it may also be a link, a FIFO or a device. Elsewhere others may
  ///   have planted one.
  package func read(_ path: FilePath, limit: Int, isTrusted: Bool) throws(SystemError) -> [UInt8] {
    let flags = O_RDONLY | O_CLOEXEC | (isTrusted ? 0 : O_NONBLOCK | O_NOFOLLOW)
    let raw = unsafe path.withCString { name in retrying { unsafe open(name, flags) } }
    guard raw >= 0 else { throw SystemError(errno, "open", path: path.description) }
    let file = FileDescriptor(owning: raw)
    var found = stat()
    guard unsafe fstat(raw, &found) == 0 else { throw SystemError(errno, "examine", path: path.description) }
    let status = FileStatus(found)
    guard isTrusted || status.kind == .regular else { throw SystemError(EINVAL, "read", path: path.description) }
    guard status.size <= limit else { throw SystemError(EFBIG, "read", path: path.description) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(status.size)
    while true {
      let piece: [UInt8]
      do {
        piece = try file.read(upTo: max(4096, status.size - bytes.count))
      } catch {
        throw SystemError(error.code, "read", path: path.description)
      }
      if piece.isEmpty { return bytes }
      if bytes.isEmpty { bytes = piece } else { bytes += piece }
      guard bytes.count <= limit else { throw SystemError(EFBIG, "read", path: path.description) }
    }
  }

  /// The folder in which the process runs.
  package static func currentFolder() throws(SystemError) -> FilePath {
    var buffer = [CChar](repeating: 0, count: 4096)
    guard unsafe getcwd(&buffer, 4096) != nil else { throw SystemError(errno, "find the current folder") }
    return FilePath(bytes: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) })
  }

  package func create(_ path: FilePath, bytes: [UInt8], mode: UInt32) throws(SystemError) {
    let raw = unsafe path.withCString { name in
      retrying { unsafe open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode) }
    }
    guard raw >= 0 else { throw SystemError(errno, "create", path: path.description) }
    let file = FileDescriptor(owning: raw)
    do throws(SystemError) {
      try file.writeAll(bytes)
      // A failed sync is never tried again: the kernel has dropped the pages.
      guard fdatasync(raw) == 0 else { throw SystemError(errno, "sync") }
    } catch {
      // A half of a file helps nobody, and takes room on a full disk.
      try? remove(path)
      throw SystemError(error.code, error.call, path: path.description)
    }
  }

  package func rename(_ path: FilePath, to newPath: FilePath) throws(SystemError) {
    let result = unsafe path.withCString { from in unsafe newPath.withCString { to in unsafe Glibc.rename(from, to) } }
    guard result == 0 else { throw SystemError(errno, "rename", path: path.description) }
  }

  package func renameExclusively(_ path: FilePath, to newPath: FilePath) throws(SystemError) {
    let result = unsafe path.withCString { from in
      unsafe newPath.withCString { to in unsafe newsd_rename_exclusive(from, to) }
    }
    guard result == 0 else { throw SystemError(errno, "rename", path: path.description) }
  }

  package func remove(_ path: FilePath) throws(SystemError) {
    if unsafe path.withCString({ unsafe unlink($0) }) != 0, errno != ENOENT {
      throw SystemError(errno, "remove", path: path.description)
    }
  }

  package func makeFolder(_ path: FilePath, mode: UInt32) throws(SystemError) {
    // Asked first: where systemd forbids set-id bits (RestrictSUIDSGID=), mkdir with setgid fails even for a folder that is
    // there.
    if try isFolder(path) { return }
    guard unsafe path.withCString({ unsafe mkdir($0, mode) }) == 0 else {
      throw SystemError(errno, "make the folder", path: path.description)
    }
    // mkdir's mode passes the umask; special bits such as setgid need a second call.
    guard unsafe path.withCString({ unsafe chmod($0, mode) }) == 0 else {
      throw SystemError(errno, "set the mode of", path: path.description)
    }
  }

  /// Whether a folder, or a link to one, is there; throws where it is something else.
  private func isFolder(_ path: FilePath) throws(SystemError) -> Bool {
    var found = stat()
    if unsafe path.withCString({ unsafe stat($0, &found) }) != 0 {
      if errno == ENOENT { return false }
      throw SystemError(errno, "examine", path: path.description)
    }
    guard found.st_mode & S_IFMT == S_IFDIR else {
      throw SystemError(ENOTDIR, "make the folder", path: path.description)
    }
    return true
  }

  package func syncFolder(_ path: FilePath) throws(SystemError) {
    let raw = unsafe path.withCString { unsafe open($0, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    guard raw >= 0 else { throw SystemError(errno, "open", path: path.description) }
    let folder = FileDescriptor(owning: raw)
    guard fsync(folder.raw) == 0 else { throw SystemError(errno, "sync", path: path.description) }
  }

  package func freeSpace(at path: FilePath) throws(SystemError) -> Int {
    var space = statvfs()
    guard unsafe path.withCString({ unsafe statvfs($0, &space) }) == 0 else {
      throw SystemError(errno, "examine", path: path.description)
    }
    return Int(space.f_bavail) * Int(space.f_frsize)
  }
}

extension FileStatus {
  init(_ found: stat) {
    let kind: FileKind =
      switch found.st_mode & S_IFMT {
      case S_IFREG: .regular
      case S_IFDIR: .directory
      case S_IFLNK: .link
      default: .other
      }
    self.init(
      kind: kind, size: Int(found.st_size), modified: found.st_mtim.tv_sec * 1_000 + found.st_mtim.tv_nsec / 1_000_000,
      links: Int(found.st_nlink))
  }
}
