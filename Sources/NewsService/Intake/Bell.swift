package import Platform

/// Wakes everybody who waits for the state to change; who wakes looks for himself.
@Loop
package final class Bell {
  private var waiters: [Int: CheckedContinuation<Void, Never>] = [:]
  private var lastWaiter = 0

  package init() {}

  /// Suspends until the next `ring`.
  package func wait() async {
    lastWaiter += 1
    let number = lastWaiter
    await withCheckedContinuation { waiters[number] = $0 }
  }

  /// Suspends until the next `ring`, but no longer than that.
  package func wait(milliseconds: Int) async {
    lastWaiter += 1
    let number = lastWaiter
    let patience = Loop.task { [self] in
      await Loop.shared.sleep(milliseconds: milliseconds)
      waiters.removeValue(forKey: number)?.resume()
    }
    await withCheckedContinuation { waiters[number] = $0 }
    patience.cancel()
  }

  package func ring() {
    let waking = waiters
    waiters = [:]
    for waiter in waking.values { waiter.resume() }
  }
}
