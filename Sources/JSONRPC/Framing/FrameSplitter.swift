import JSONCoding

/// Splits a stream of bytes into messages, and tells how each one ended: a pure state machine.
///
/// ```
/// stream  = *( blank / message )
/// message = value *SP LF          ; ends as .newline
///         / value                 ; ends as .blankLine, where another byte follows or `pause()` says that none waits
///         / header CRLF body      ; ends as .contentLength; header = 1*( "Content-…: …" CRLF )
/// value   = array / object        ; over any number of lines
///         / line                  ; anything else up to the end of the line; a fault, or no request
/// ```
/// Feed bytes with `append`, then take frames with `next` until it gives nil; call `pause` when no more bytes wait, `finish`
/// when the stream has ended, and take what that releases. The frames do not depend on how the bytes were cut.
package struct FrameSplitter: Sendable {
  /// Bytes a message may have.
  package let maximumLength: Int
  /// How deep arrays and objects may be nested in it.
  let maximumDepth: Int

  var buffer: [UInt8] = []
  /// Where the current message begins in `buffer`.
  var start = 0
  /// How far `buffer` was looked at.
  var offset = 0
  var state = State.between

  enum State: Sendable {
    /// White space before a message.
    case between
    /// In an array or object.
    case value
    /// In a line that is no array and no object.
    case line
    /// Behind a value that ends at the given place; its ending is not known yet.
    case afterValue(end: Int)
    /// In header lines; the length, once it was read.
    case header(length: Int?)
    /// In a body that ends that many bytes behind `start`.
    case body(length: Int)
    /// In a body that is too large, of which so many bytes are still to come.
    case discarding(Int)
    /// Behind a wrong byte.
    case recovering(Recovery)
    /// After a fault from which there is no way on.
    case dead
  }

  private var scanner: JSONScanner
  /// Whether bytes of the current message were dropped since it is too large.
  private var isOverflowing = false
  private var isPaused = false
  private var isFinished = false

  package init(maximumLength: Int = 1 << 20, maximumDepth: Int = JSONReader.defaultMaximumDepth) {
    self.maximumLength = maximumLength
    self.maximumDepth = maximumDepth
    scanner = JSONScanner(maximumDepth: maximumDepth)
  }

  /// Bytes kept: the part of a message that has come so far.
  package var bufferedByteCount: Int { buffer.count - start }

  /// Takes the next bytes of the stream.
  package mutating func append(_ bytes: some Collection<UInt8>) {
    isPaused = false
    compact()
    buffer.append(contentsOf: bytes)
  }

  /// Takes the next bytes of the stream from whoever appends them to the end of the buffer; returns what that returns.
  package mutating func fill<Failure: Error>(
    _ append: (inout [UInt8]) throws(Failure) -> Int?
  ) throws(Failure) -> Int? {
    isPaused = false
    compact()
    return try append(&buffer)
  }

  /// Says that no more bytes wait: a complete value at the end of the input need not wait for its newline.
  package mutating func pause() { isPaused = true }

  /// Says that the stream has ended: what is incomplete now is a fault.
  package mutating func finish() {
    isPaused = true
    isFinished = true
  }

  /// Takes the next frame; nil when more bytes are needed.
  package mutating func next() -> Frame? {
    while true {
      switch step() {
      case .again: continue
      case .frame(let frame): return frame
      case .starved: return endOfInput()
      }
    }
  }

  // MARK: - Steps

  enum Step {
    case again
    case frame(Frame)
    /// All bytes were looked at.
    case starved
  }

  private mutating func step() -> Step {
    switch state {
    case .between: stepBetween()
    case .value: stepValue()
    case .line: stepLine()
    case .afterValue(let end): stepAfterValue(end)
    case .header(let length): stepHeader(length)
    case .body(let length): stepBody(length)
    case .discarding(let count): stepDiscarding(count)
    case .recovering(let recovery): stepRecovering(recovery)
    case .dead: stepDead()
    }
  }

  private mutating func stepBetween() -> Step {
    while offset < buffer.count, isBlank(buffer[offset]) { offset += 1 }
    start = offset
    guard offset < buffer.count else { return .starved }
    switch buffer[offset] {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      scanner.reset()
      state = .value
    case UInt8(ascii: "C"), UInt8(ascii: "c"):
      let prefix = Array("content-".utf8)
      let word = buffer[offset...].prefix(prefix.count)
      guard zip(word, prefix).allSatisfy({ $0 | 0x20 == $1 | 0x20 }) else {
        state = .line
        return .again
      }
      guard word.count == prefix.count else { return .starved }
      state = .header(length: nil)
    default: state = .line
    }
    return .again
  }

  private mutating func stepValue() -> Step {
    switch scanner.scan(buffer, from: &offset) {
    case .incomplete:
      dropOverflow()
      return .starved
    case .complete:
      dropOverflow()
      state = .afterValue(end: offset)
      return .again
    case .broken(let reason):
      return recover(from: FrameFault(kind: .broken, message: reason))
    }
  }

  private mutating func stepLine() -> Step {
    while offset < buffer.count, buffer[offset] != UInt8(ascii: "\n") { offset += 1 }
    dropOverflow()
    guard offset < buffer.count else { return .starved }
    state = .afterValue(end: offset)
    return .again
  }

  private mutating func stepAfterValue(_ end: Int) -> Step {
    while offset < buffer.count, isBlank(buffer[offset]) {
      offset += 1
      if buffer[offset - 1] == UInt8(ascii: "\n") { return release(to: end, .newline) }
    }
    return offset < buffer.count ? release(to: end, .blankLine) : .starved
  }

  /// What to do when all bytes were looked at and no more wait.
  private mutating func endOfInput() -> Frame? {
    guard isPaused else { return nil }
    switch state {
    case .afterValue(let end): return frame(of: release(to: end, .blankLine))
    case .line: return frame(of: release(to: offset, .blankLine))
    case .recovering(let recovery): return endOfInput(recovery)
    case .value, .header, .body, .discarding:
      guard isFinished else { return nil }
      let ending: FrameEnding = if case .value = state { .blankLine } else { .contentLength }
      state = .dead
      return .fault(FrameFault(kind: .broken, message: "the message is cut off", isFatal: true), ending)
    case .between:
      guard isFinished, offset < buffer.count else { return nil }
      state = .line
      return next()
    case .dead: return nil
    }
  }

  private func frame(of step: Step) -> Frame? {
    if case .frame(let frame) = step { frame } else { nil }
  }

  /// Hands over the message between `start` and `end`, or says that it was too large.
  private mutating func release(to end: Int, _ ending: FrameEnding) -> Step {
    defer { forget() }
    return .frame(isTooLarge(end: end) ? .fault(tooLarge, ending) : .message(Array(buffer[start..<end]), ending))
  }

  /// Whether a message that goes on to `end` is larger than the limit.
  func isTooLarge(end: Int) -> Bool { isOverflowing || end - start > maximumLength }

  var tooLarge: FrameFault {
    FrameFault(kind: .tooLarge, message: "the message is larger than \(maximumLength) bytes")
  }

  /// Begins anew at `offset`.
  mutating func forget() {
    start = offset
    isOverflowing = false
    state = .between
  }

  /// Frees what was looked at of a message that is too large already.
  private mutating func dropOverflow() {
    guard isTooLarge(end: offset) else { return }
    isOverflowing = true
    start = offset
  }

  /// Bytes of memory that are worth keeping for the next message.
  private static let keptCapacity = 65_536

  /// Frees what was handed over, once it is worth the copying.
  private mutating func compact() {
    guard start > 0, start == buffer.count || start > Self.keptCapacity else { return }
    if start == buffer.count, buffer.capacity > Self.keptCapacity {
      buffer = []
    } else {
      buffer.removeSubrange(..<start)
    }
    offset -= start
    if case .afterValue(let end) = state { state = .afterValue(end: end - start) }
    start = 0
  }

  func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }
}
