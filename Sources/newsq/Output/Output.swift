import Glibc
import Platform

/// Standard output, written in one go or as far as `flush` is called.
final class Output {
  private var bytes: [UInt8] = []

  /// Enough to be worth a write.
  private static let chunk = 1 << 16

  /// Adds text.
  func text(_ text: String) { bytes += text.utf8 }

  /// Adds a line.
  func line(_ text: String = "") {
    self.text(text)
    bytes.append(UInt8(ascii: "\n"))
  }

  /// Adds a line of bytes.
  func line(_ text: some Collection<UInt8>) {
    bytes += text
    bytes.append(UInt8(ascii: "\n"))
  }

  /// Writes what was added.
  func flush() throws(Ending) {
    var offset = 0
    while offset < bytes.count {
      let written = unsafe bytes.withUnsafeBytes {
        unsafe write(STDOUT_FILENO, $0.baseAddress?.advanced(by: offset), $0.count - offset)
      }
      if written < 0 {
        if errno == EINTR { continue }
        // Whoever read has seen enough.
        if errno == EPIPE { throw Ending(.success) }
        throw Ending(.refused, "\(SystemError(errno, "write to", path: "standard output"))")
      }
      offset += written
    }
    bytes.removeAll(keepingCapacity: true)
  }
}
