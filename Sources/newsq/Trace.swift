import Glibc
import Platform

/// `--trace FILE`: what is said on the socket, one message a line, as it was sent.
struct Trace {
  private let file: FileDescriptor

  /// - Parameter path: a file that is added to, or a terminal.
  init(_ path: String) throws(Ending) {
    let raw = unsafe open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard raw >= 0 else { throw Ending(.refused, "\(SystemError(errno, "open", path: path))") }
    file = FileDescriptor(owning: raw)
  }

  /// Writes a message down. What cannot be written is no reason to give up the answer.
  func note(_ message: [UInt8]) { try? file.writeAll(message + [UInt8(ascii: "\n")]) }
}
