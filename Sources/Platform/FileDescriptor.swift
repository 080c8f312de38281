import Glibc

/// An open file, socket or other kernel object; closed with its last owner.
package final class FileDescriptor: Sendable {
  /// The number, for calls this house has no word for.
  package let raw: Int32

  private let isOwned: Bool

  /// Takes ownership of an open descriptor.
  package init(owning raw: Int32) {
    self.raw = raw
    isOwned = true
  }

  /// Uses a descriptor that somebody else closes, such as standard output.
  package init(borrowing raw: Int32) {
    self.raw = raw
    isOwned = false
  }

  deinit {
    if isOwned { _ = close(raw) }
  }

  /// Reads up to `count` bytes; empty at the end.
  package func read(upTo count: Int) throws(SystemError) -> [UInt8] {
    var failure: Int32 = 0
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      let got = retrying { unsafe Glibc.read(raw, buffer.baseAddress, count) }
      if got < 0 { failure = errno }
      filled = max(0, got)
    }
    if failure != 0 { throw SystemError(failure, "read") }
    return bytes
  }

  /// Writes some of the bytes from `offset` on; how many were taken.
  package func write(_ bytes: [UInt8], from offset: Int = 0) throws(SystemError) -> Int {
    let taken = unsafe bytes.withUnsafeBytes { buffer in
      retrying { unsafe Glibc.write(raw, buffer.baseAddress?.advanced(by: offset), bytes.count - offset) }
    }
    guard taken >= 0 else { throw SystemError(errno, "write") }
    return taken
  }

  /// Writes all bytes; for files and blocking sockets.
  package func writeAll(_ bytes: [UInt8]) throws(SystemError) {
    var offset = 0
    while offset < bytes.count { offset += try write(bytes, from: offset) }
  }
}

extension FileDescriptor {
  /// Asks for as many descriptors as this process may have, and tells how many that are; what cannot be told counts as very many.
  package static func raiseLimit() -> Int {
    var limit = rlimit()
    guard unsafe getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return Int.max }
    var raised = limit
    raised.rlim_cur = raised.rlim_max
    // A sandbox may forbid it; its unit has set the limit then.
    if unsafe setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &raised) == 0 { limit = raised }
    return Int(clamping: limit.rlim_cur)
  }
}

/// Repeats a call that a signal interrupted.
func retrying<Result: SignedInteger>(_ call: () -> Result) -> Result {
  while true {
    let result = call()
    if result != -1 || errno != EINTR { return result }
  }
}
