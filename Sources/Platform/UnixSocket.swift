import CLinux
import Glibc

/// Stream sockets on the file system.
package enum UnixSocket {
  /// Why a socket is not to be had.
  package enum Failure: Error, Sendable, CustomStringConvertible {
    /// A daemon already answers there.
    case inUse(FilePath)
    /// Longer than the kernel takes (107 bytes).
    case pathTooLong(FilePath)
    case system(SystemError)

    package var description: String {
      switch self {
      case .inUse(let path): "\(path) is in use by another process: stop it, or choose another path with --socket"
      case .pathTooLong(let path): "\(path) is too long for a socket (107 bytes at most): choose a shorter path with --socket"
      case .system(let error): error.description
      }
    }
  }

  /// Listens on a new socket; one that is left over and answers nobody is replaced.
  ///
  /// - Parameter mode: who may connect: write permission is what counts.
  package static func listen(at path: FilePath, mode: UInt32 = 0o660) throws(Failure) -> FileDescriptor {
    if let status = try status(path), status.kind == .other {
      if (try? connect(to: path, patience: 0)) != nil { throw .inUse(path) }
      _ = unsafe path.withCString { unsafe unlink($0) }
    }
    let socket = try make(path)
    let mask = umask(0o777 & ~mode)
    let bound = try unsafe withAddress(path) { unsafe bind(socket.raw, $0, $1) }
    umask(mask)
    guard bound == 0 else {
      throw errno == EADDRINUSE ? .inUse(path) : .system(SystemError(errno, "listen on", path: path.description))
    }
    guard Glibc.listen(socket.raw, 1024) == 0 else {
      throw .system(SystemError(errno, "listen on", path: path.description))
    }
    return socket
  }

  /// Connects; a full backlog (`EAGAIN`) is tried again for `patience` milliseconds.
  package static func connect(to path: FilePath, patience: Int = 5_000) throws(Failure) -> FileDescriptor {
    var waited = 0
    while true {
      let socket = try make(path)
      if try unsafe withAddress(path, { unsafe Glibc.connect(socket.raw, $0, $1) }) == 0 { return socket }
      guard errno == EAGAIN, waited < patience else {
        throw .system(SystemError(errno, "connect to", path: path.description))
      }
      usleep(5_000)
      waited += 5
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

  private static func make(_ path: FilePath) throws(Failure) -> FileDescriptor {
    guard path.bytes.count <= 107 else { throw .pathTooLong(path) }
    let raw = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    guard raw >= 0 else { throw .system(SystemError(errno, "make a socket")) }
    return FileDescriptor(owning: raw)
  }

  private static func status(_ path: FilePath) throws(Failure) -> FileStatus? {
    do {
      return try KernelFileSystem().status(of: path)
    } catch {
      throw .system(error)
    }
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
