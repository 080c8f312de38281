import CLinux
import Glibc
import Synchronization

/// Runs the jobs of the loop on the one thread that runs it.
///
/// Jobs may be enqueued from any thread; an eventfd wakes the loop when it sleeps.
package final class LoopExecutor: SerialExecutor {
  private struct State {
    var jobs: [(job: UnownedJob, prefersLoop: Bool)] = []
    var thread: pthread_t?
  }

  private let state = Mutex(State())
  /// Becomes readable when a job waits.
  let wakeup = FileDescriptor(owning: eventfd(0, Int32(EFD_NONBLOCK) | Int32(EFD_CLOEXEC)))

  package func enqueue(_ job: consuming ExecutorJob) { enqueue(UnownedJob(job), prefersLoop: false) }

  /// Takes a job.
  ///
  /// - Parameter prefersLoop: whether its task prefers the loop to other threads for whatever it does. The runtime has to be
  ///   told when it runs: else it suspends the task at every call on the loop, for it takes the loop for another place.
  fileprivate func enqueue(_ job: UnownedJob, prefersLoop: Bool) {
    let mustWake = state.withLock { state in
      state.jobs.append((job, prefersLoop))
      return state.jobs.count == 1 && state.thread != pthread_self()
    }
    if mustWake {
      var one: UInt64 = 1
      _ = unsafe Glibc.write(wakeup.raw, &one, 8)
    }
  }

  package func asUnownedSerialExecutor() -> UnownedSerialExecutor {
    unsafe UnownedSerialExecutor(ordinary: self)
  }

  package func checkIsolated() {
    precondition(isOnLoop, "this code may run on the loop's thread only")
  }

  /// Whether the caller is on the loop's thread.
  var isOnLoop: Bool { state.withLock { $0.thread == pthread_self() } }

  /// Makes the calling thread the loop's.
  func adoptThread() {
    state.withLock { $0.thread = pthread_self() }
  }

  /// Runs the jobs that wait now, and none that they bring: descriptors get their turn in between.
  ///
  /// - Parameter tasks: what the jobs of tasks run on that prefer the loop.
  func runWaitingJobs(_ tasks: LoopTaskExecutor) {
    let jobs = state.withLock { state in
      defer { state.jobs.removeAll(keepingCapacity: true) }
      return state.jobs
    }
    let executor = unsafe asUnownedSerialExecutor()
    let preferred = unsafe tasks.asUnownedTaskExecutor()
    for entry in jobs {
      if entry.prefersLoop {
        unsafe entry.job.runSynchronously(isolatedTo: executor, taskExecutor: preferred)
      } else {
        unsafe entry.job.runSynchronously(on: executor)
      }
    }
  }

  var hasWaitingJobs: Bool { state.withLock { !$0.jobs.isEmpty } }
}

/// Runs on the loop what tasks do that prefer it: where a task is woken that belongs to no actor at that moment, the runtime
/// would else wake a thread of its own for it.
package final class LoopTaskExecutor: TaskExecutor {
  private let loop: LoopExecutor

  init(_ loop: LoopExecutor) { self.loop = loop }

  package func enqueue(_ job: consuming ExecutorJob) { loop.enqueue(UnownedJob(job), prefersLoop: true) }
}
