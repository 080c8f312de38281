import CLinux
import Glibc

/// Signals as something to read on the loop instead of handlers.
package enum Signals {
  /// Keeps the signals from interrupting any thread; call it in `main` before the first task or thread.
  package static func block(_ signals: [Int32]) {
    var set = signalSet(signals)
    _ = unsafe pthread_sigmask(SIG_BLOCK, &set, nil)
  }

  /// The next of the blocked signals that arrives.
  @Loop
  package final class Queue {
    private let watch: Watch

    package init(_ signals: [Int32]) {
      var set = signalSet(signals)
      watch = Watch(FileDescriptor(owning: unsafe signalfd(-1, &set, Int32(SFD_NONBLOCK) | Int32(SFD_CLOEXEC))))
    }

    /// Suspends until a signal comes; nil once the queue was cancelled.
    package func next() async -> Int32? {
      while true {
        var info = signalfd_siginfo()
        let size = MemoryLayout<signalfd_siginfo>.size
        if unsafe Glibc.read(watch.descriptor.raw, &info, size) == size { return Int32(info.ssi_signo) }
        guard await watch.readable() else { return nil }
      }
    }
  }
}

private func signalSet(_ signals: [Int32]) -> sigset_t {
  var set = sigset_t()
  _ = unsafe sigemptyset(&set)
  for signal in signals { _ = unsafe sigaddset(&set, signal) }
  return set
}
