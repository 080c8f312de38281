import Platform

/// What is on its way to a client: sends at once what the socket takes, and the rest when it can.
@Loop
final class Outbox {
  private let watch: Watch
  private var bytes: [UInt8] = []
  private var sent = 0
  private var isSending = false
  /// Number of bytes that wait; lifted when the client is gone.
  let waiting = Level()

  init(_ watch: Watch) { self.watch = watch }

  /// Whether the client is gone; what is appended then goes nowhere.
  var isBroken: Bool { waiting.isLifted }

  /// Appends a message; `flush` sends it.
  func append(_ message: [UInt8], _ ending: FrameEnding) {
    guard !isBroken else { return }
    ending.append(message, to: &bytes)
    waiting.value = bytes.count - sent
  }

  /// Sends what waits: now, as far as the socket takes it, and the rest in the background.
  func flush() {
    guard !isSending, !isBroken, sendSome() else { return }
    isSending = true
    Loop.task { [self] in await sendRest() }
  }

  /// Gives up: the client is gone.
  func fail() {
    waiting.lift()
    bytes = []
    sent = 0
  }

  private func sendRest() async {
    while !isBroken, sendSome() {
      if await !watch.writable() { fail() }
    }
    isSending = false
  }

  /// Sends until the socket takes no more; whether something is left.
  private func sendSome() -> Bool {
    do {
      while sent < bytes.count {
        guard let count = try watch.descriptor.send(bytes, from: sent) else { break }
        sent += count
      }
    } catch {
      fail()
      return false
    }
    forgetSent()
    return !bytes.isEmpty
  }

  /// Frees what was sent, when all was or when it is most of the memory.
  private func forgetSent() {
    if sent == bytes.count {
      if bytes.capacity > 65_536 { bytes = [] } else { bytes.removeAll(keepingCapacity: true) }
      sent = 0
    } else if sent > bytes.count / 2 {
      bytes.removeSubrange(..<sent)
      sent = 0
    }
    waiting.value = bytes.count - sent
  }
}
