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
  /// Whether the loop tells of room to write.
  private var isWritingWatched = false

  /// One direction of a descriptor: an edge that nobody waited for, and who waits.
  final class Side {
    var isReady = false
    var waiters: [CheckedContinuation<Void, Never>] = []

    func signal() {
      isReady = waiters.isEmpty
      let waking = waiters
      waiters = []
      for waiter in waking { waiter.resume() }
    }
  }

  /// What the loop knows of a watch; held by both, so that a watch that is dropped leaves the loop.
  final class State {
    let reading = Side()
    let writing = Side()
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
  package func readable() async -> Bool { state.hasEnded && !state.isCancelled ? true : await wait(state.reading) }

  /// Suspends until something can be written; false when the watch was cancelled.
  ///
  /// The loop is told of room to write from the first call on: a client that takes everything at once, as most do, would else
  /// wake it with each reply that it reads.
  package func writable() async -> Bool {
    if !isWritingWatched, !state.isCancelled {
      isWritingWatched = true
      await register()
      await Loop.shared.registerWriting(descriptor, key: key)
    }
    return await wait(state.writing)
  }

  /// Ends all waits, now and later.
  package func cancel() async {
    guard !state.isCancelled else { return }
    state.isCancelled = true
    state.reading.signal()
    state.writing.signal()
    await Loop.shared.unregister(descriptor, key: key)
  }

  private func register() async {
    if key == 0 { key = await Loop.shared.register(descriptor, state) }
  }

  private func wait(_ side: Side) async -> Bool {
    if state.isCancelled { return false }
    await register()
    if side.isReady {
      side.isReady = false
      return !state.isCancelled
    }
    await withCheckedContinuation { side.waiters.append($0) }
    return !state.isCancelled
  }
}
