package import Platform

/// Whether the time of day can be relied on to delete by: not for a while after the start, and after each time that it was set.
///
/// A machine may boot with a wrong clock, and somebody may set it wrongly; either is put right within minutes as a rule. What was
/// dropped meanwhile, because the year seemed to be another, would be gone.
package struct ClockTrust {
  /// Milliseconds that the time of day may gain or lose against what went by, between two looks, without having been set.
  private static let tolerance = 60_000
  /// Milliseconds that it is mistrusted at most.
  private static let probation = 3_600_000

  private var offset: Int
  private var since: Int

  package init(_ clock: any Clock) {
    offset = clock.now - clock.elapsed
    since = clock.elapsed
  }

  /// Compares the time of day with what went by since the last look.
  ///
  /// - Returns: by how many milliseconds it was set, if it was; negative where back.
  package mutating func look(at clock: any Clock) -> Int? {
    let elapsed = clock.elapsed
    let jump = clock.now - elapsed - offset
    offset += jump
    guard abs(jump) > Self.tolerance else { return nil }
    since = elapsed
    return jump
  }

  /// Whether it has gone on evenly for an hour, or for a tenth of the time that things are kept, where that is less.
  package func isReliable(at elapsed: Int, retention: Int) -> Bool {
    elapsed - since >= min(Self.probation, retention / 10)
  }
}
