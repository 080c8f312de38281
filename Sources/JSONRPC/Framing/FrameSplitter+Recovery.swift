/// The way back after a wrong byte in an array or object.
///
/// A client that sends a line a message is understood again from the next line. Where the wrong byte begins an array or
/// object at the start of a line, the message before it was left unfinished and the line is a message of its own. Of a broken
/// message over many lines, the lines that begin like no message are passed over.
extension FrameSplitter {
  struct Recovery: Sendable {
    /// What is to be told when the line ends; nil once it was.
    var fault: FrameFault?
    /// Whether the broken message goes over several lines.
    var skipsLines: Bool
    /// Whether the next byte may begin a message: it is the first of a line, or the first after a pause.
    var mayBegin = false
  }

  mutating func recover(from fault: FrameFault) -> Step {
    if isTooLarge(end: offset) {
      state = .recovering(Recovery(fault: tooLarge, skipsLines: true))
      return .again
    }
    if buffer[offset - 1] == UInt8(ascii: "\n"), beginsMessage(buffer[offset]) {
      forget()
      return .frame(.fault(fault, .newline))
    }
    let skipsLines = buffer[start..<offset].contains(UInt8(ascii: "\n"))
    state = .recovering(Recovery(fault: fault, skipsLines: skipsLines))
    return .again
  }

  mutating func stepRecovering(_ recovery: Recovery) -> Step {
    var recovery = recovery
    start = offset
    guard offset < buffer.count else { return .starved }
    if recovery.mayBegin, beginsMessage(buffer[offset]) {
      forget()
      return .again
    }
    recovery.mayBegin = false
    guard let lineEnd = buffer[offset...].firstIndex(of: UInt8(ascii: "\n")) else {
      offset = buffer.count
      start = offset
      state = .recovering(recovery)
      return .starved
    }
    offset = lineEnd + 1
    let fault = recovery.fault
    let skipsLines = recovery.skipsLines
    forget()
    if skipsLines { state = .recovering(Recovery(fault: nil, skipsLines: true, mayBegin: true)) }
    return fault.map { .frame(.fault($0, .newline)) } ?? .again
  }

  /// Tells the fault when its line does not end but no more bytes wait.
  mutating func endOfInput(_ recovery: Recovery) -> Frame? {
    state = .recovering(Recovery(fault: nil, skipsLines: recovery.skipsLines, mayBegin: true))
    return recovery.fault.map { .fault($0, .blankLine) }
  }

  private func beginsMessage(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") || byte | 0x20 == UInt8(ascii: "c")
  }
}
