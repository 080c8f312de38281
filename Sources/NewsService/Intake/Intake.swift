import ArticleReading
package import EventStorage
package import Linguistics
import NewsModel
package import Platform
package import Spooling

/// Takes articles from the spool into the store: claims files in order, has workers read them, and stores them in that order.
///
/// The order makes ids and sequences the same after a crash, when work/ is read again.
@Loop
package final class Intake {
  let spool: Spool
  let store: EventStore
  let workers: WorkerPool<NetworkScratch>
  let disk: WorkerPool<Int>
  let clock: any Clock
  /// Files read at the same time; the others stay in incoming/.
  private let capacity: Int

  /// The pipeline that files claimed from now on go through.
  package var pipeline: Pipeline
  /// Milliseconds a file must have been left alone before it is taken without a sign that it is complete.
  package var settleTime: Int

  /// Rings when something was stored or set aside.
  package let changed = Bell()
  private var pauses: [Pause: String] = [:]

  var pending = PendingFiles()
  /// Files that may still be written to.
  var unsettled: Set<FilePath> = []
  var isScanning = false
  var mustScanAgain = false
  /// Rings when a scan is over.
  let scanned = Bell()

  var lastClaim: Int
  /// Every claim up to this one is stored or set aside.
  var answered: Int
  var inFlight: Set<Int> = []
  var finished: [Int: @Loop () -> Void] = [:]
  /// Claims whose articles are in the store, but maybe not in a snapshot.
  private(set) var uncovered: [Claim] = []
  /// Claims that the disk did not let go; they stay in work/.
  private(set) var stuck: [Claim] = []

  package private(set) var counts = Counts()

  /// What was done since the start.
  package struct Counts: Sendable {
    package var articles = 0
    package var duplicates = 0
    package var events = 0
    /// Articles among them that are kept without events, for they are not English.
    package var otherLanguages = 0
    package var quarantined = 0
  }

  package init(
    spool: Spool, store: EventStore, pipeline: Pipeline, workers: WorkerPool<NetworkScratch>, disk: WorkerPool<Int>,
    capacity: Int, settleTime: Int, clock: any Clock = SystemClock()
  ) {
    self.spool = spool
    self.store = store
    self.pipeline = pipeline
    self.workers = workers
    self.disk = disk
    self.capacity = capacity
    self.settleTime = settleTime
    self.clock = clock
    lastClaim = store.view().lastClaim
    answered = lastClaim
  }

  /// Files claimed and not yet answered for.
  package var queueLength: Int { inFlight.count + pending.count }

  /// Whether no file is being read.
  package var isIdle: Bool { inFlight.isEmpty }

  // MARK: - Pauses

  /// Why no file is taken at present, if none is.
  package var pauseReason: String? { pauses.min { $0.key < $1.key }?.value }

  /// Takes no more files until `resume` is called for the same cause.
  package func pause(_ cause: Pause, _ reason: String) {
    let isNew = pauses.updateValue(reason, forKey: cause) == nil
    guard isNew, cause != .stopping else { return }
    LogMessage.readOnly.log(.error, "\(reason); newsd takes no files until there is room")
  }

  /// Takes files again, unless there is another cause not to.
  package func resume(_ cause: Pause) {
    guard pauses.removeValue(forKey: cause) != nil, pauses.isEmpty else { return }
    LogMessage.writable.log(.notice, "there is room on the disk: newsd takes files again")
    pending.forgivePostponed()
    claimPending()
    Loop.task { [self] in await scan() }
  }

  func isPaused(_ cause: Pause) -> Bool { pauses[cause] != nil }

  // MARK: - Claiming and reading

  /// Claims files as long as workers will get to them soon; the others stay in incoming/.
  func claimPending() {
    while pauses.isEmpty, inFlight.count < capacity, let name = pending.popFirst() {
      do {
        guard let claim = try spool.claim(name, as: lastClaim + 1) else { continue }
        lastClaim += 1
        start(claim)
      } catch {
        Log.error("\(error): the file stays in incoming/ until the next scan")
        pending.postpone(name)
        if error.isDiskFull { pause(.full, "read-only: \(error)") }
      }
    }
  }

  func reader() -> ClaimReader { ClaimReader(spool: spool, pipeline: pipeline, clock: clock) }

  private func start(_ claim: Claim) {
    inFlight.insert(claim.sequence)
    let reader = reader()
    Loop.task { [self] in
      finish(await workers.run { scratch in reader.process(claim, scratch: &scratch) })
      claimPending()
    }
  }

  // MARK: - Storing

  /// Stores what became of a claim when its turn has come.
  func finish(_ result: ClaimReader.Result, reply: (@Loop ([Appended]) -> Void)? = nil) {
    let claim = result.claim
    finished[claim.sequence] = { [self] in
      inFlight.remove(claim.sequence)
      switch result.outcome {
      case .articles(let articles):
        uncovered.append(claim)
        let stored = articles.compactMap { store($0, of: claim) }
        reply?(stored)
      case .quarantined(let name, let error): report(claim, quarantinedAs: name, error)
      case .rejected:
        uncovered.append(claim)
      case .stuck(let error): postpone(claim, error)
      }
    }
    commit()
  }

  private func report(_ claim: Claim, quarantinedAs name: FilePath, _ error: ReadingError) {
    counts.quarantined += 1
    let message: LogMessage = error.code.rawValue == "poison" ? .poison : .quarantined
    message.log(
      message == .poison ? .error : .warning,
      "\(claim.original) cannot be read and lies in \(spool.quarantineFolder / name): \(error)",
      fields: [("NEWSD_FILE", claim.original.description), ("NEWSD_REASON", error.code.rawValue)])
  }

  /// Gives a file back that the disk did not let be read: under a new number later, so that what was stored keeps its order.
  private func postpone(_ claim: Claim, _ error: SystemError) {
    do throws(SystemError) {
      guard let name = try spool.postpone(claim) else {
        return Log.error("\(error); \(claim.original) is gone from \(spool.work)")
      }
      pending.postpone(name)
      Log.error("\(error); \(claim.original) is back in \(spool.incoming) and is tried again at the next scan")
    } catch let second {
      stuck.append(claim)
      Log.error("\(error), and \(second); \(claim.original) stays in \(spool.work) until newsd starts again")
    }
    if error.isDiskFull { pause(.full, "read-only: \(error)") }
  }

  private func store(_ coded: CodedArticle, of claim: Claim) -> Appended? {
    var coded = coded
    coded.sequence = claim.sequence
    coded.article.received = Timestamp(seconds: clock.now / 1_000).description
    do {
      let appended = try store.append(coded)
      switch appended {
      case .stored(let record):
        counts.articles += 1
        counts.events += record.eventCount
        if !Pipeline.isCoded(coded.article) { counts.otherLanguages += 1 }
      case .duplicate: counts.duplicates += 1
      }
      return appended
    } catch {
      Log.error("\(claim.original) cannot be stored: \(error)")
      return nil
    }
  }

  func commit() {
    while let next = finished.removeValue(forKey: answered + 1) {
      answered += 1
      next()
    }
    changed.ring()
  }

  /// Leaves numbers out that no claim has.
  func skip(to sequence: Int) {
    answered = max(answered, sequence)
    commit()
  }

  /// Forgets claims that a durable snapshot covers.
  func forget(_ claims: Int) { uncovered.removeFirst(claims) }
}
