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
  /// Milliseconds that what was written down is kept; 0 for ever.
  package var retention: Int
  /// Whether finished files are kept in archive/.
  package var archive: Bool
  /// When the last one was made durable; nil before the first.
  package private(set) var last: Timestamp?
  /// Why the disk cannot be relied on any more, if so.
  package private(set) var failure: StorageError?
  private var isRunning = false
  private var trust: ClockTrust
  private let done = Bell()
  /// Milliseconds until a full disk is tried again, at most.
  private static let patience = 2_000

  package init(
    intake: Intake, segments: SegmentStore, disk: WorkerPool<Int>, interval: Int, retention: Int, archive: Bool,
    clock: any Clock = SystemClock()
  ) {
    self.intake = intake
    self.segments = segments
    self.disk = disk
    self.interval = interval
    self.retention = retention
    self.archive = archive
    self.clock = clock
    trust = ClockTrust(clock)
  }

  /// Takes snapshots for ever, and keeps the store small in between.
  package func run() async {
    var last = clock.elapsed
    while failure == nil {
      await Loop.shared.sleep(milliseconds: min(interval, Self.patience))
      if Task.isCancelled { return }
      guard clock.elapsed - last >= interval || intake.isPaused(.full) else { continue }
      last = clock.elapsed
      guard (try? await take()) != nil else { continue }
      await tidy()
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
    do throws(StorageError) {
      let snapshot = try await onDisk { () throws(StorageError) in try segments.snapshot(view, now: now) }
      last = now
      await release(covered, now)
      intake.resume(.full)
      return snapshot
    } catch {
      report(error)
      throw error
    }
  }

  /// Drops what is older than is kept, and merges small segments.
  package func tidy() async {
    let now = Timestamp(seconds: clock.now / 1_000)
    noteJump()
    let mayDrop = retention > 0 && trust.isReliable(at: clock.elapsed, retention: retention)
    let limit = mayDrop ? Timestamp(seconds: now.seconds - retention / 1_000) : nil
    let segments = self.segments
    do throws(StorageError) {
      let dropped = try await onDisk { () throws(StorageError) in
        let dropped = try limit.map { (limit) throws(StorageError) in try segments.drop(writtenBefore: limit, now: now)
        }
        while try segments.merge(now: now) > 0 {}
        return dropped ?? 0
      }
      guard dropped > 0 else { return }
      LogMessage.forgotten.log(.info, "dropped \(dropped) articles that are older than Retention= keeps")
      intake.changed.ring()
    } catch {
      // A merge that finds no room can wait: the snapshot before it had some.
      if error.kind == .full { Log.warning("\(error): segments are merged later") } else { report(error) }
    }
  }

  private func noteJump() {
    guard let jump = trust.look(at: clock) else { return }
    LogMessage.clockSet.log(
      .notice,
      "the clock was set \(jump > 0 ? "forward" : "back") by \(abs(jump) / 1_000) s; Retention= drops nothing for an hour"
    )
  }

  private func onDisk<Value: Sendable>(
    _ body: @escaping @Sendable () throws(StorageError) -> Value
  ) async throws(StorageError) -> Value {
    let result = await disk.run { _ -> Result<Value, StorageError> in
      do throws(StorageError) { return .success(try body()) } catch { return .failure(error) }
    }
    switch result {
    case .success(let value): return value
    case .failure(let error): throw error
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
      // What reading them took is free by now.
      Memory.giveBack()
    }
  }

  private func report(_ error: StorageError) {
    if error.kind == .full { return intake.pause(.full, "read-only: \(error)") }
    guard failure == nil else { return }
    failure = error
    LogMessage.diskFailed.log(
      .error, "\(error): newsd stops, for it cannot know what is on the disk; what is in the spool stays there")
  }
}
