import CLinux
import Glibc
import Synchronization

/// Runs the jobs of the loop on the one thread that runs it.
///
/// Jobs may be enqueued from any thread; an eventfd wakes the loop when it sleeps.
package final class LoopExecutor: SerialExecutor, TaskExecutor {
  private struct State {
    var jobs: [UnownedJob] = []
    var thread: pthread_t?
  }

  private let state = Mutex(State())
  /// Becomes readable when a job waits.
  let wakeup = FileDescriptor(owning: eventfd(0, Int32(EFD_NONBLOCK) | Int32(EFD_CLOEXEC)))

  package func enqueue(_ job: consuming ExecutorJob) {
    let unowned = UnownedJob(job)
    let mustWake = state.withLock { state in
      state.jobs.append(unowned)
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
  func runWaitingJobs() {
    let jobs = state.withLock { state in
      defer { state.jobs.removeAll(keepingCapacity: true) }
      return state.jobs
    }
    let executor = unsafe asUnownedSerialExecutor()
    for job in jobs { unsafe job.runSynchronously(on: executor) }
  }

  var hasWaitingJobs: Bool { state.withLock { !$0.jobs.isEmpty } }
}
