import CLinux
import Glibc

/// The event loop: one thread with epoll, on which everything runs that owns a socket, a timer or a watch.
///
/// What is marked `@Loop` runs there and nowhere else, one job at a time. Blocking work goes to a `WorkerPool`.
@globalActor
package actor Loop {
  package static let shared = Loop()

  private nonisolated let executor: LoopExecutor
  private nonisolated let tasks: LoopTaskExecutor
  private let epoll = FileDescriptor(owning: epoll_create1(Int32(EPOLL_CLOEXEC)))
  private var watches: [UInt64: Watch.State] = [:]
  private var lastWatch: UInt64 = 0
  private var timers = TimerQueue()
  private var lastTimer: TimerQueue.Key = 0
  private var endings: [@Loop () -> Void] = []
  private var stopped = false
  private let clock = SystemClock()

  private init() {
    executor = LoopExecutor()
    tasks = LoopTaskExecutor(executor)
  }

  package nonisolated var unownedExecutor: UnownedSerialExecutor { unsafe executor.asUnownedSerialExecutor() }

  /// Runs the loop on the calling thread until `stop` is called.
  package static nonisolated func run() {
    shared.executor.adoptThread()
    shared.assumeIsolated { loop in loop.add(loop.executor.wakeup.raw, key: 0) }
    while true {
      shared.executor.runWaitingJobs(shared.tasks)
      shared.assumeIsolated { $0.endPass() }
      if shared.assumeIsolated({ $0.pollOnce() }) { return }
    }
  }

  /// Starts a task on the loop that stays there.
  ///
  /// A task without this preference is woken on a thread of the runtime's, only to be sent from there to the loop: two threads
  /// are woken where one would do, and a request takes twice as long.
  @discardableResult
  package static nonisolated func task<Success: Sendable>(
    _ operation: @escaping @Loop @Sendable () async -> Success
  ) -> Task<Success, Never> {
    Task(executorPreference: shared.tasks) { await operation() }
  }

  /// Has something done once: when the jobs that wait now are done, and before the loop waits for descriptors.
  @Loop package static func atEndOfPass(_ body: @escaping @Loop () -> Void) {
    shared.assumeIsolated { $0.endings.append(body) }
  }

  private func endPass() {
    while let ending = endings.popLast() {
      // Safe: this is the loop, which the compiler cannot know of an instance of its actor.
      unsafe unsafeBitCast(ending, to: (() -> Void).self)()
    }
  }

  /// Ends `run`.
  package func stop() {
    stopped = true
  }

  /// Suspends the caller for that many milliseconds, or until its task is cancelled; others get their turn in any case.
  package nonisolated func sleep(milliseconds: Int) async {
    let key = await newTimer()
    await withTaskCancellationHandler {
      await doze(milliseconds, as: key)
    } onCancel: {
      Task { await wake(key) }
    }
  }

  private func newTimer() -> TimerQueue.Key {
    lastTimer += 1
    return lastTimer
  }

  private func doze(_ milliseconds: Int, as key: TimerQueue.Key) async {
    // Looked at here, on the loop: whoever cancels later finds the sleeper.
    let deadline = Task.isCancelled ? 0 : clock.elapsed + max(0, milliseconds)
    await withCheckedContinuation { timers.insert($0, at: deadline, as: key) }
  }

  private func wake(_ key: TimerQueue.Key) { timers.remove(key)?.resume() }

  /// Number of callers that sleep.
  package var sleeperCount: Int { timers.count }

  /// Gives the other jobs and descriptors their turn.
  package func yield() async {
    await sleep(milliseconds: 0)
  }

  func register(_ descriptor: FileDescriptor, _ state: Watch.State) -> UInt64 {
    lastWatch += 1
    watches[lastWatch] = state
    add(descriptor.raw, key: lastWatch)
    return lastWatch
  }

  /// Has a watch told of room to write as well, now and later.
  func registerWriting(_ descriptor: FileDescriptor, key: UInt64) {
    control(EPOLL_CTL_MOD, descriptor.raw, EPOLLIN.rawValue | EPOLLOUT.rawValue, key: key)
  }

  func unregister(_ descriptor: FileDescriptor, key: UInt64) {
    guard watches.removeValue(forKey: key) != nil else { return }
    var event = unsafe epoll_event()
    _ = unsafe epoll_ctl(epoll.raw, EPOLL_CTL_DEL, descriptor.raw, &event)
  }

  private func add(_ raw: Int32, key: UInt64) { control(EPOLL_CTL_ADD, raw, EPOLLIN.rawValue, key: key) }

  private func control(_ operation: Int32, _ raw: Int32, _ events: UInt32, key: UInt64) {
    var event = unsafe epoll_event()
    // Edge-triggered: `Watch` remembers an edge that nobody waited for.
    unsafe event.events = events | EPOLLRDHUP.rawValue | EPOLLET.rawValue
    unsafe event.data.u64 = key
    _ = unsafe epoll_ctl(epoll.raw, operation, raw, &event)
  }

  /// Waits for descriptors and timers and wakes who waited for them; true when the loop is to end.
  private func pollOnce() -> Bool {
    if stopped { return true }
    let timeout = executor.hasWaitingJobs ? 0 : timers.milliseconds(until: clock.elapsed)
    var events = unsafe [epoll_event](repeating: epoll_event(), count: 256)
    let count = unsafe epoll_wait(epoll.raw, &events, 256, Int32(clamping: timeout ?? -1))
    for index in 0..<Int(max(0, count)) {
      let key = unsafe events[index].data.u64
      if key == 0 {
        var number: UInt64 = 0
        _ = unsafe Glibc.read(executor.wakeup.raw, &number, 8)
      } else {
        watches[key]?.signal(unsafe events[index].events)
      }
    }
    for continuation in timers.due(at: clock.elapsed) { continuation.resume() }
    return false
  }
}
