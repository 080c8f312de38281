import Platform

/// Outboxes with something to send. All leave together, at the end of the loop's pass.
///
/// To wake a client costs more than to answer it. Were each reply of a pass sent at once, the client, who is as a rule faster,
/// would sleep again before the next: so all are answered first, and only the first of the replies has to wake anybody.
@Loop
final class Departures {
  static let shared = Departures()

  private var outboxes: [Outbox] = []
  private var byteCount = 0
  /// Whether the end of the pass is waited for.
  private var isDue = false

  /// So many wait at most, so that the first does not wait long, and what they hold stays in the processor's cache.
  private static let longestQueue = 64
  private static let mostBytes = 256 << 10

  /// Has an outbox send what it holds, soon.
  func add(_ outbox: Outbox) {
    outboxes.append(outbox)
    byteCount += outbox.waiting.value
    if outboxes.count >= Self.longestQueue || byteCount >= Self.mostBytes { return leave() }
    guard !isDue else { return }
    isDue = true
    Loop.atEndOfPass { [self] in
      isDue = false
      leave()
    }
  }

  private func leave() {
    for outbox in outboxes { outbox.depart() }
    outboxes.removeAll(keepingCapacity: true)
    byteCount = 0
  }
}
