import Glibc

extension FileDescriptor {
  /// Receives into the end of a buffer without waiting: bytes taken, 0 at the end of the stream, nil where nothing waits.
  package func receive(into buffer: inout [UInt8], upTo count: Int = 65_536) throws(SystemError) -> Int? {
    var got = 0
    var code: Int32 = 0
    buffer.append(addingCapacity: count) { output in
      // Safe: at most `count` bytes are written, for which there is room, and the count says how many were.
      unsafe output.withUnsafeMutableBufferPointer { room, filled in
        let free = UnsafeMutableRawBufferPointer(room)
        got = retrying { unsafe recv(raw, free.baseAddress?.advanced(by: filled), count, Int32(MSG_DONTWAIT)) }
        code = errno
        filled += max(0, got)
      }
    }
    if got >= 0 { return got }
    if code == EAGAIN { return nil }
    throw SystemError(code, "receive")
  }

  /// Sends what the socket takes without waiting: bytes sent, nil where it takes nothing now. Never raises SIGPIPE.
  package func send(_ bytes: [UInt8], from offset: Int = 0) throws(SystemError) -> Int? {
    let flags = Int32(MSG_DONTWAIT) | Int32(MSG_NOSIGNAL)
    let sent = unsafe bytes.withUnsafeBytes { buffer in
      retrying { unsafe Glibc.send(raw, buffer.baseAddress?.advanced(by: offset), bytes.count - offset, flags) }
    }
    if sent >= 0 { return sent }
    if errno == EAGAIN { return nil }
    throw SystemError(errno, "send")
  }

  /// Blocks until the descriptor can be read or written.
  ///
  /// - Parameter milliseconds: how long to wait; nil waits for ever.
  /// - Returns: whether it became ready in time.
  package func wait(forWriting: Bool = false, milliseconds: Int? = nil) throws(SystemError) -> Bool {
    var entry = pollfd(fd: raw, events: Int16(forWriting ? POLLOUT : POLLIN), revents: 0)
    let ready = retrying { unsafe poll(&entry, 1, Int32(clamping: milliseconds ?? -1)) }
    guard ready >= 0 else { throw SystemError(errno, "wait") }
    return ready > 0
  }
}
