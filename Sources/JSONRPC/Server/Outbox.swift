import JSONCoding
import Platform

/// What is on its way to a client: sends what the socket takes at the end of the loop's pass, and the rest when it can.
@Loop
final class Outbox {
  private let watch: Watch
  private var bytes: [UInt8] = []
  private var sent = 0
  /// Whether it is among the departures.
  private var isDeparting = false
  /// Whether a task waits for the socket to take more.
  private var isSending = false
  /// Number of bytes that wait; lifted when the client is gone.
  let waiting = Level()

  init(_ watch: Watch) { self.watch = watch }

  /// Whether the client is gone; what is appended then goes nowhere.
  var isBroken: Bool { waiting.isLifted }

  /// Appends a message; `flush` sends it.
  func append(_ message: some JSONEncodable, _ ending: FrameEnding) {
    guard !isBroken else { return }
    if bytes.capacity == 0, let memory = spareMemory.popLast() { bytes = memory }
    ending.append(message, to: &bytes)
    waiting.value = bytes.count - sent
  }

  /// Sends what waits: soon, as far as the socket takes it, and the rest in the background.
  func flush() {
    guard !isDeparting, !isSending, !isBroken, !bytes.isEmpty else { return }
    isDeparting = true
    Departures.shared.add(self)
  }

  /// Sends what the socket takes now.
  func depart() {
    isDeparting = false
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
      giveBack()
      sent = 0
    } else if sent > bytes.count / 2 {
      bytes.removeSubrange(..<sent)
      sent = 0
    }
    waiting.value = bytes.count - sent
  }

  /// Leaves the memory to whoever writes next.
  private func giveBack() {
    if spareMemory.count < 16, bytes.capacity <= 256 << 10 {
      bytes.removeAll(keepingCapacity: true)
      spareMemory.append(bytes)
    }
    bytes = []
  }
}

/// Memory that no outbox needs at present, a little of it.
///
/// A client as a rule takes all at once: so a few pieces of memory serve all clients, stay in the processor's cache, and those who
/// do not ask have none.
@Loop private var spareMemory: [[UInt8]] = []
