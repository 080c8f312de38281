import Glibc
import Platform

/// Stands in for systemd: receives what a service says with sd_notify(3).
package final class NotifySocket: Sendable {
  private let socket: FileDescriptor
  /// Value of NOTIFY_SOCKET for the service.
  package let path: String

  package convenience init(in folder: ScratchFolder) throws { try self.init(path: folder.path("notify.sock")) }

  /// One without a file, as managers of containers have it.
  package convenience init(abstract name: String) throws { try self.init(path: "@\(name)") }

  private init(path: String) throws {
    self.path = path
    let raw = Glibc.socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
    guard raw >= 0 else { throw SystemError(errno, "make a socket") }
    socket = FileDescriptor(owning: raw)
    var name = Array(path.utf8)
    // A name in the abstract namespace begins with NUL and ends without; any other ends in one.
    if path.hasPrefix("@") { name[0] = 0 } else { name.append(0) }
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    unsafe withUnsafeMutableBytes(of: &address.sun_path) { unsafe $0.copyBytes(from: name) }
    let size = socklen_t(MemoryLayout<sa_family_t>.size + name.count)
    let bound = unsafe withUnsafePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { unsafe bind(raw, $0, size) }
    }
    guard bound == 0 else { throw SystemError(errno, "listen on", path: path) }
  }

  /// The next message; nil where none comes in time.
  package func next(within milliseconds: Int = 10_000) throws -> String? {
    guard try socket.wait(milliseconds: milliseconds) else { return nil }
    return String(decoding: try socket.read(upTo: 4096), as: UTF8.self)
  }

  /// Waits for a message that contains a line beginning so.
  ///
  /// - Returns: the message; nil where none came in time.
  package func wait(for beginning: String, within milliseconds: Int = 10_000) throws -> String? {
    let clock = SystemClock()
    let deadline = clock.elapsed + milliseconds
    while clock.elapsed < deadline {
      guard let message = try next(within: deadline - clock.elapsed) else { return nil }
      if message.split(separator: "\n").contains(where: { $0.hasPrefix(beginning) }) { return message }
    }
    return nil
  }
}
