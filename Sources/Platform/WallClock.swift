import Glibc

/// The time of day and the time that only goes forward; tests bring their own.
package protocol Clock: Sendable {
  /// Milliseconds after 1970-01-01 UTC.
  var now: Int { get }
  /// Milliseconds that never go back.
  var elapsed: Int { get }
}

/// The clocks of this machine.
package struct SystemClock: Clock {
  package init() {}

  package var now: Int { Self.milliseconds(CLOCK_REALTIME) }
  package var elapsed: Int { Self.milliseconds(CLOCK_MONOTONIC) }

  /// The same as `elapsed` up to the kernel's last tick, some milliseconds ago, at a fraction of the price.
  package var roughlyElapsed: Int { Self.milliseconds(CLOCK_MONOTONIC_COARSE) }

  private static func milliseconds(_ clock: clockid_t) -> Int {
    var time = timespec()
    _ = unsafe clock_gettime(clock, &time)
    return time.tv_sec * 1_000 + time.tv_nsec / 1_000_000
  }
}
