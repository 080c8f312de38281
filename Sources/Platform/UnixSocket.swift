import CLinux
import Glibc

/// Stream sockets on the file system.
package enum UnixSocket {
  /// Why a socket is not to be had.
  package enum Failure: Error, Sendable, CustomStringConvertible {
    /// A daemon already answers there.
    case inUse(FilePath)
    /// Something stands there that is not a socket, and is not ours to remove.
    case notSocket(FilePath)
    /// Longer than the kernel takes (107 bytes).
    case pathTooLong(FilePath)
    case system(SystemError)

    package var description: String {
      switch self {
      case .inUse(let path): "\(path) is in use by another process: stop it, or choose another path with --socket"
      case .notSocket(let path):
        "\(path) is there and is not a socket: remove it, or choose another path with --socket"
      case .pathTooLong(let path):
        "\(path) is too long for a socket (107 bytes at most): choose a shorter path with --socket"
      case .system(let error): error.description
      }
    }
  }

  /// Listens on a new socket, without blocking; one that is left over and answers nobody is replaced.
  ///
  /// - Parameter mode: who may connect: write permission is what counts.
  package static func listen(at path: FilePath, mode: UInt32 = 0o660) throws(Failure) -> FileDescriptor {
    try removeLeftOver(path)
    let socket = try make(path)
    guard try unsafe withAddress(path, { unsafe bind(socket.raw, $0, $1) }) == 0 else {
      throw errno == EADDRINUSE ? .inUse(path) : failure("listen on", path)
    }
    // In time: nobody can connect before the call of listen.
    guard unsafe path.withCString({ unsafe chmod($0, mode) }) == 0 else { throw failure("set the mode of", path) }
    guard Glibc.listen(socket.raw, 1024) == 0 else { throw failure("listen on", path) }
    return socket
  }

  /// Connects; a full backlog (`EAGAIN`) is tried again for `patience` milliseconds.
  ///
  /// - Returns: a socket whose plain reads and writes block.
  package static func connect(to path: FilePath, patience: Int = 5_000) throws(Failure) -> FileDescriptor {
    let clock = SystemClock()
    let deadline = clock.elapsed + patience
    while true {
      let socket = try make(path)
      let code = try connectOnce(socket, to: path)
      if code == 0 {
        _ = fcntl(socket.raw, F_SETFL, 0)
        return socket
      }
      guard code == EAGAIN, clock.elapsed < deadline else {
        throw .system(SystemError(code, "connect to", path: path.description))
      }
      usleep(5_000)
    }
  }

  /// The next connection; nil where none waits.
  package static func accept(on listener: FileDescriptor) throws(SystemError) -> FileDescriptor? {
    let raw = retrying { newsd_accept(listener.raw) }
    if raw >= 0 { return FileDescriptor(owning: raw) }
    switch errno {
    case EAGAIN, ECONNABORTED: return nil
    default: throw SystemError(errno, "accept a connection")
    }
  }

  /// Removes a socket whose listener is gone; one that belongs to somebody, or is none, stays.
  private static func removeLeftOver(_ path: FilePath) throws(Failure) {
    var found = stat()
    guard unsafe path.withCString({ unsafe lstat($0, &found) }) == 0 else {
      if errno == ENOENT { return }
      throw failure("examine", path)
    }
    guard found.st_mode & S_IFMT == S_IFSOCK else { throw .notSocket(path) }
    switch try connectOnce(try make(path), to: path) {
    case ECONNREFUSED: break
    // A full backlog is a daemon that is busy.
    case 0, EAGAIN: throw .inUse(path)
    case let code: throw .system(SystemError(code, "connect to", path: path.description))
    }
    if unsafe path.withCString({ unsafe unlink($0) }) != 0, errno != ENOENT { throw failure("remove", path) }
  }

  /// Tries to connect without waiting: 0 or the errno.
  private static func connectOnce(_ socket: FileDescriptor, to path: FilePath) throws(Failure) -> Int32 {
    try unsafe withAddress(path) { unsafe Glibc.connect(socket.raw, $0, $1) == 0 ? 0 : errno }
  }

  /// A socket that does not block: a blocking one would wait for ever at a full backlog.
  private static func make(_ path: FilePath) throws(Failure) -> FileDescriptor {
    guard path.bytes.count <= 107 else { throw .pathTooLong(path) }
    let flags = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue) | Int32(SOCK_NONBLOCK.rawValue)
    let raw = socket(AF_UNIX, flags, 0)
    guard raw >= 0 else { throw .system(SystemError(errno, "make a socket")) }
    return FileDescriptor(owning: raw)
  }

  /// What the last call that failed says of a path.
  private static func failure(_ call: String, _ path: FilePath) -> Failure {
    .system(SystemError(errno, call, path: path.description))
  }

  private static func withAddress(
    _ path: FilePath, _ call: (UnsafePointer<sockaddr>, socklen_t) -> Int32
  ) throws(Failure) -> Int32 {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    unsafe withUnsafeMutableBytes(of: &address.sun_path) { unsafe $0.copyBytes(from: path.bytes) }
    return unsafe withUnsafePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        unsafe call($0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
  }
}
