import CSystemd
import Glibc
package import Platform

/// The journal as a place for messages: with priority and fields that `journalctl` can select by.
package enum Journal {
  /// Whether standard error goes to the journal, so that its fields are worth sending.
  ///
  /// `JOURNAL_STREAM` names the journal's socket; a shell or a test that redirects standard error leaves the variable behind.
  package static var isConnected: Bool {
    var found = stat()
    guard let stream = Environment["JOURNAL_STREAM"], unsafe fstat(STDERR_FILENO, &found) == 0 else { return false }
    return stream == "\(found.st_dev):\(found.st_ino)"
  }

  /// A sink for `Log`.
  package static func send(_ level: Log.Level, _ message: String, _ fields: [(String, String)]) {
    let entries = [("MESSAGE", message), ("PRIORITY", "\(level.rawValue)"), ("SYSLOG_IDENTIFIER", "newsd")] + fields
    let bytes = entries.map { Array("\($0)=\($1)".utf8) }
    let all = bytes.flatMap { $0 }
    unsafe all.withUnsafeBytes { buffer in
      var offset = 0
      let vectors = unsafe bytes.map { field in
        defer { offset += field.count }
        let start = unsafe UnsafeMutableRawPointer(mutating: buffer.baseAddress?.advanced(by: offset))
        return unsafe iovec(iov_base: start, iov_len: field.count)
      }
      _ = unsafe sd_journal_sendv(vectors, Int32(vectors.count))
    }
  }
}
