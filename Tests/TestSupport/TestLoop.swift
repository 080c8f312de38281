import Platform

/// The one event loop of the test process, on a thread of its own.
package enum TestLoop {
  /// Starts the loop at first use. Its thread is none of the pool's, which tests that block may all hold.
  package static let started: Void = Thread.start(name: "loop") { Loop.run() }
}
