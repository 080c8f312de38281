import Platform

/// A number that rises and falls, and who waits for it to fall.
@Loop
final class Level {
  private var waiters: [(limit: Int, waiter: CheckedContinuation<Void, Never>)] = []
  /// Whether nobody waits any more, whatever the number.
  private(set) var isLifted = false

  var value = 0 {
    didSet { if value < oldValue { wake() } }
  }

  /// Suspends until the number is at most `limit`.
  func fall(to limit: Int) async {
    while value > limit, !isLifted {
      await withCheckedContinuation { waiter in
        // Once more: the way into a continuation may lead through the loop's queue.
        if value > limit, !isLifted { waiters.append((limit, waiter)) } else { waiter.resume() }
      }
    }
  }

  /// Lets everybody pass, now and later.
  func lift() {
    isLifted = true
    wake()
  }

  private func wake() {
    guard !waiters.isEmpty else { return }
    let waiting = waiters
    waiters = waiting.filter { $0.limit < value && !isLifted }
    for entry in waiting where entry.limit >= value || isLifted { entry.waiter.resume() }
  }
}
