import Platform
import Synchronization

/// What files looked like when they were read, so that a producer who still wrote does not lose the rest.
final class Readings: Sendable {
  private let seen = Mutex<[Int: FileStatus]>([:])

  /// Notes what a file looked like before it was read.
  func note(_ status: FileStatus?, of claim: Claim) {
    seen.withLock { $0[claim.sequence] = status }
  }

  /// Takes out what was noted.
  func take(_ claim: Claim) -> FileStatus? {
    seen.withLock { $0.removeValue(forKey: claim.sequence) }
  }
}

extension FileStatus {
  /// Whether somebody wrote between two looks. The number of names does not count: a hand-over by link changes it.
  func hasOtherContent(than earlier: FileStatus) -> Bool { size != earlier.size || modified != earlier.modified }
}
