import Platform
import Spooling

extension Intake {
  /// Reads again what a crash left in work/, in order and one file at a time, so that one that brings the process down once more
  /// is known for it.
  ///
  /// - Parameter progress: told before each file how many are done, and of how many.
  package func recover(progress: @Loop (_ done: Int, _ total: Int) -> Void) async throws {
    let (claims, strangers) = try spool.outstanding()
    for stranger in strangers { Log.warning("\(spool.work / stranger) is no claim of newsd's and is left alone") }
    for stray in try spool.strays() {
      Log.warning("\(stray) is not read: put the files themselves into \(spool.incoming)")
    }
    guard let first = claims.first else { return }
    LogMessage.readAgain.log(.info, "reading \(claims.count) articles again that no snapshot holds")
    answered = first.sequence - 1
    for (index, claim) in claims.enumerated() {
      progress(index, claims.count)
      lastClaim = max(lastClaim, claim.sequence)
      inFlight.insert(claim.sequence)
      let reader = reader()
      let result = await workers.run { scratch in reader.process(claim, scratch: &scratch) }
      skip(to: claim.sequence - 1)
      finish(result)
    }
    skip(to: lastClaim)
  }
}
