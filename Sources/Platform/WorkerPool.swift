import Glibc
import Synchronization

/// A fixed number of threads for work that blocks or computes; each thread owns a scratch value that its jobs may use.
///
/// Nothing awaits inside a job. The queue has no bound of its own: who submits awaits the result, and so bounds it.
package final class WorkerPool<Scratch: ~Copyable>: Sendable {
  private typealias Job = @Sendable (inout Scratch) -> Void

  private struct State {
    var jobs: [Job] = []
    var next = 0
    var isClosed = false
    /// When the job of each worker began, in milliseconds of the clock that never goes back; nil for one that waits.
    var began: [Int?]
  }

  private let state: Mutex<State>
  private let condition = Condition()

  /// - Parameters:
  ///   - workers: number of threads, at least 1.
  ///   - scratch: makes the scratch value of a thread, on that thread.
  package init(workers: Int, name: String, scratch: @escaping @Sendable () -> Scratch) {
    state = Mutex(State(began: Array(repeating: nil, count: workers)))
    for index in 0..<workers {
      Thread.start(name: "\(name)-\(index)") { [self] in run(index, scratch) }
    }
  }

  /// Runs a job on one of the threads and returns what it returns.
  package func run<Result: Sendable>(_ job: @escaping @Sendable (inout Scratch) -> Result) async -> Result {
    await withCheckedContinuation { continuation in
      state.withLock { $0.jobs.append { scratch in continuation.resume(returning: job(&scratch)) } }
      condition.signal()
    }
  }

  /// How long the slowest job has been running at that time, in milliseconds; 0 where all threads wait.
  package func longestRun(at elapsed: Int) -> Int {
    state.withLock { $0.began.compactMap { $0.map { elapsed - $0 } }.max() ?? 0 }
  }

  /// Lets the threads end when their jobs are done.
  package func close() {
    state.withLock { $0.isClosed = true }
    condition.broadcast()
  }

  private func run(_ index: Int, _ makeScratch: () -> Scratch) {
    var scratch = makeScratch()
    let clock = SystemClock()
    while let job = next() {
      state.withLock { $0.began[index] = clock.elapsed }
      job(&scratch)
      state.withLock { $0.began[index] = nil }
    }
  }

  /// The next job; nil once the pool is closed and nothing is left.
  private func next() -> Job? {
    while true {
      let (job, isClosed) = state.withLock { state -> (Job?, Bool) in
        guard state.next < state.jobs.count else { return (nil, state.isClosed) }
        let job = state.jobs[state.next]
        state.next += 1
        if state.next == state.jobs.count {
          state.jobs.removeAll(keepingCapacity: true)
          state.next = 0
        }
        return (job, false)
      }
      if let job { return job }
      if isClosed { return nil }
      condition.wait()
    }
  }
}
