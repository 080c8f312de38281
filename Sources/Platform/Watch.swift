import CLinux
import Glibc

/// Waits on the loop until a descriptor can be read or written.
///
/// Try the call first and wait when it says `EAGAIN`; a wait may end early, so try again in a loop.
@Loop
package final class Watch {
  /// The descriptor, set to not block.
  package let descriptor: FileDescriptor
  private let state = State()
  private var key: UInt64 = 0

  /// One direction of a descriptor: an edge that nobody waited for, and who waits.
  struct Side {
    var isReady = false
    var waiters: [CheckedContinuation<Void, Never>] = []

    mutating func signal() {
      isReady = waiters.isEmpty
      let waking = waiters
      waiters = []
      for waiter in waking { waiter.resume() }
    }
  }

  /// What the loop knows of a watch; held by both, so that a watch that is dropped leaves the loop.
  final class State {
    var reading = Side()
    var writing = Side()
    var isCancelled = false
    /// Whether the other side sends no more, or the descriptor is broken: reading says so at once, again and again.
    var hasEnded = false

    func signal(_ events: UInt32) {
      let ended = EPOLLHUP.rawValue | EPOLLERR.rawValue | EPOLLRDHUP.rawValue
      if events & ended != 0 { hasEnded = true }
      if events & (EPOLLIN.rawValue | ended) != 0 { reading.signal() }
      if events & (EPOLLOUT.rawValue | ended) != 0 { writing.signal() }
    }
  }

  package init(_ descriptor: FileDescriptor) {
    self.descriptor = descriptor
    _ = fcntl(descriptor.raw, F_SETFL, fcntl(descriptor.raw, F_GETFL) | O_NONBLOCK)
  }

  /// Suspends until there is something to read, or nothing more will be; false when the watch was cancelled.
  ///
  /// After a read that gave less than was asked for this waits for what comes next, and misses no end that came with it.
  package func readable() async -> Bool { state.hasEnded && !state.isCancelled ? true : await wait(\.reading) }

  /// Suspends until something can be written; false when the watch was cancelled.
  package func writable() async -> Bool { await wait(\.writing) }

  /// Ends all waits, now and later.
  package func cancel() async {
    guard !state.isCancelled else { return }
    state.isCancelled = true
    state.reading.signal()
    state.writing.signal()
    await Loop.shared.unregister(descriptor, key: key)
  }

  private func wait(_ side: ReferenceWritableKeyPath<State, Side>) async -> Bool {
    if state.isCancelled { return false }
    if key == 0 { key = await Loop.shared.register(descriptor, state) }
    if state[keyPath: side].isReady {
      state[keyPath: side].isReady = false
      return !state.isCancelled
    }
    await withCheckedContinuation { state[keyPath: side].waiters.append($0) }
    return !state.isCancelled
  }
}
