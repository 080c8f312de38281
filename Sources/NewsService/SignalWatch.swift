import Glibc
import Platform

/// What the operator says by signals: SIGTERM and SIGINT end newsd, SIGHUP reloads its configuration.
@Loop
final class SignalWatch {
  static nonisolated let signals = [SIGTERM, SIGINT, SIGHUP]

  /// The signal that is to end newsd, once it came.
  private(set) var ending: Int32?
  /// Rings when it came.
  let bell = Bell()
  /// What SIGHUP does; nil while newsd starts, when there is nothing to stop in order either.
  var reload: (@Loop () async -> Void)?

  /// Listens from now on; the signals must be blocked.
  init() {
    let queue = Signals.Queue(Self.signals)
    Loop.task { [self] in while let signal = await queue.next() { await take(signal) } }
  }

  private func take(_ signal: Int32) async {
    if signal == SIGHUP { return await reload?() ?? () }
    ending = signal
    bell.ring()
    guard reload == nil else { return }
    // Every step of the start survives a kill, and a worker may be stuck: there is nothing to wait for.
    Log.info("stopped by signal \(signal) while starting")
    _exit(0)
  }
}
