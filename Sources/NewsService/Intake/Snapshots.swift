package import EventStorage
package import NewsModel
package import Platform
import Spooling

/// Makes the store durable from time to time, and then lets go of the files in work/.
@Loop
package final class Snapshots {
  private let intake: Intake
  private let segments: SegmentStore
  private let disk: WorkerPool<Int>
  private let clock: any Clock
  /// Milliseconds between two snapshots.
  package var interval: Int
  /// Whether finished files are kept in archive/.
  package var archive: Bool
  /// When the last one was made durable; nil before the first.
  package private(set) var last: Timestamp?
  /// Why the disk cannot be relied on any more, if so.
  package private(set) var failure: StorageError?
  private var isRunning = false
  private let done = Bell()

  package init(
    intake: Intake, segments: SegmentStore, disk: WorkerPool<Int>, interval: Int, archive: Bool,
    clock: any Clock = SystemClock()
  ) {
    self.intake = intake
    self.segments = segments
    self.disk = disk
    self.interval = interval
    self.archive = archive
    self.clock = clock
  }

  /// Takes snapshots for ever.
  package func run() async {
    while failure == nil {
      await Loop.shared.sleep(milliseconds: interval)
      _ = try? await take()
    }
  }

  /// Makes everything durable that is stored now. A full disk makes newsd take no more files until there is room.
  @discardableResult
  package func take() async throws(StorageError) -> SegmentStore.Snapshot {
    while isRunning { await done.wait() }
    isRunning = true
    defer {
      isRunning = false
      done.ring()
    }
    // View and claims are of the same moment: nothing runs on the loop in between.
    let view = intake.store.view()
    let covered = intake.uncovered
    let now = Timestamp(seconds: clock.now / 1_000)
    let segments = self.segments
    let result = await disk.run { _ -> Result<SegmentStore.Snapshot, StorageError> in
      do throws(StorageError) {
        return .success(try segments.snapshot(view, now: now))
      } catch {
        return .failure(error)
      }
    }
    switch result {
    case .success(let snapshot):
      last = now
      intake.pauseReason = nil
      await release(covered, now)
      return snapshot
    case .failure(let error):
      report(error)
      throw error
    }
  }

  private func release(_ claims: [Claim], _ now: Timestamp) async {
    guard !claims.isEmpty else { return }
    let spool = intake.spool
    let day = archive ? now.date.description : nil
    intake.forget(claims.count)
    await disk.run { _ in
      for claim in claims {
        do {
          try spool.release(claim, archiveDay: day)
        } catch {
          // Read again at the next start, and found to be stored: nothing is counted twice.
          Log.warning("\(error): it stays in work/ until newsd starts again")
        }
      }
    }
  }

  private func report(_ error: StorageError) {
    if error.kind == .full {
      let reason = "read-only: \(error)"
      if intake.pauseReason == nil { Log.error("\(reason); newsd takes no files until there is room") }
      intake.pauseReason = reason
    } else {
      failure = error
      Log.error("\(error): newsd stops, for it cannot know what is on the disk; what is in the spool stays there")
    }
  }
}
