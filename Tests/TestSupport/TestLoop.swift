import Platform

/// The one event loop of the test process, on a thread of its own.
package enum TestLoop {
  /// Starts the loop at first use.
  package static let started: Void = {
    let pool = WorkerPool<Int>(workers: 1, name: "loop") { 0 }
    Task { await pool.run { _ in Loop.run() } }
  }()
}
