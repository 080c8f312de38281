import Glibc
import Platform

/// Stands in for systemd: receives what a service says with sd_notify(3).
package final class NotifySocket: Sendable {
  private let socket: FileDescriptor
  /// Value of NOTIFY_SOCKET for the service.
  package let path: String

  package init(in folder: ScratchFolder) throws {
    path = folder.path("notify.sock")
    let raw = Glibc.socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
    guard raw >= 0 else { throw SystemError(errno, "make a socket") }
    socket = FileDescriptor(owning: raw)
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    unsafe withUnsafeMutableBytes(of: &address.sun_path) { unsafe $0.copyBytes(from: Array(path.utf8)) }
    let bound = unsafe withUnsafePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        unsafe bind(raw, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    guard bound == 0 else { throw SystemError(errno, "listen on", path: path) }
  }

  /// Waits for a message that contains a line beginning so.
  ///
  /// - Returns: the message; nil where none came in time.
  package func wait(for beginning: String, within milliseconds: Int = 10_000) throws -> String? {
    let clock = SystemClock()
    let deadline = clock.elapsed + milliseconds
    while clock.elapsed < deadline {
      guard try socket.wait(milliseconds: deadline - clock.elapsed) else { return nil }
      let message = String(decoding: try socket.read(upTo: 4096), as: UTF8.self)
      if message.split(separator: "\n").contains(where: { $0.hasPrefix(beginning) }) { return message }
    }
    return nil
  }
}
