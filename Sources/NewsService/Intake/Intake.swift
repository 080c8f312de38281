import ArticleReading
package import EventStorage
package import Linguistics
package import NewsModel
package import Platform
package import Spooling

/// Takes articles from the spool into the store: claims files in order, has workers read them, and stores them in that order.
///
/// The order makes ids and sequences the same after a crash, when work/ is read again.
@Loop
package final class Intake {
  let spool: Spool
  let store: EventStore
  private let workers: WorkerPool<NetworkScratch>
  private let disk: WorkerPool<Int>
  private let clock: any Clock
  /// Files read at the same time; the others stay in incoming/.
  private let capacity: Int

  /// The pipeline that files claimed from now on go through.
  package var pipeline: Pipeline
  /// Milliseconds a file must have been left alone before it is taken without a sign that it is complete.
  package var settleTime: Int

  /// Rings when something was stored or set aside.
  package let changed = Bell()
  /// Why no file is taken at present, if none is.
  package var pauseReason: String? { didSet { if pauseReason == nil { claimPending() } } }

  /// Files of incoming/ that may be claimed, oldest first.
  private var pending: [FilePath] = []
  private var pendingNames: Set<FilePath> = []
  /// Files that may still be written to.
  private(set) var unsettled: Set<FilePath> = []
  private var isScanning = false
  private var mustScanAgain = false

  private var lastClaim: Int
  /// Every claim up to this one is stored or set aside.
  private(set) var answered: Int
  private var inFlight: Set<Int> = []
  private var finished: [Int: @Loop () -> Void] = [:]
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

  // MARK: - After a crash

  /// Reads again what a crash left in work/, in order, each file marked as long as it is read.
  package func recover() async throws {
    let (claims, strangers) = try spool.outstanding()
    for stranger in strangers { Log.warning("\(spool.work / stranger) is no claim of newsd's and is left alone") }
    guard let first = claims.first else { return }
    Log.info("reading \(claims.count) articles again that no snapshot holds")
    answered = first.sequence - 1
    for claim in claims {
      lastClaim = max(lastClaim, claim.sequence)
      inFlight.insert(claim.sequence)
      let reader = reader()
      let spool = self.spool
      let (last, outcome) = await workers.run { scratch in
        do {
          if claim.attempts >= 2 { return (claim, reader.setAsidePoison(claim)) }
          let marked = try spool.beginAttempt(claim)
          let outcome = reader.process(marked, scratch: &scratch)
          if case .articles = outcome { return (try spool.endAttempt(marked), outcome) }
          return (marked, outcome)
        } catch {
          return (claim, ClaimReader.Outcome.stuck(SystemError(5, "\(error)")))
        }
      }
      skip(to: claim.sequence - 1)
      finish(last, outcome)
    }
    skip(to: lastClaim)
  }

  // MARK: - Looking for files

  /// Follows the kernel's hints and scans from time to time, until it is cancelled.
  package func watch(_ folder: FolderWatch) async {
    while let hints = await folder.next() {
      for name in hints.complete { offer(name) }
      claimPending()
      if hints.mustScan { await scan() }
    }
  }

  /// Looks at all of incoming/.
  package func scan() async {
    if isScanning {
      mustScanAgain = true
      return
    }
    isScanning = true
    repeat {
      mustScanAgain = false
      await scanOnce()
    } while mustScanAgain
    isScanning = false
  }

  private func scanOnce() async {
    let spool = self.spool
    let result = await disk.run { _ in Result { try spool.candidates() } }
    guard case .success(let candidates) = result else {
      if case .failure(let error) = result { Log.error("\(error)") }
      return
    }
    unsettled = []
    let now = clock.now
    for candidate in candidates where !pendingNames.contains(candidate.name) {
      let age = now - candidate.status.modified
      if age >= settleTime || age < 0 { enqueue(candidate.name) } else { unsettled.insert(candidate.name) }
    }
    claimPending()
    changed.ring()
    if !unsettled.isEmpty {
      Task {
        await Loop.shared.sleep(milliseconds: settleTime)
        await scan()
      }
    }
  }

  /// Takes a file of which the kernel said that it is complete.
  private func offer(_ name: FilePath) {
    unsettled.remove(name)
    guard !pendingNames.contains(name) else { return }
    // A name that is gone again, hidden or a folder is no candidate; an error shows at the next scan.
    if (try? spool.candidate(name)) ?? nil != nil { enqueue(name) }
  }

  private func enqueue(_ name: FilePath) {
    pending.append(name)
    pendingNames.insert(name)
  }

  private func claimPending() {
    var taken = 0
    while pauseReason == nil, inFlight.count < capacity, taken < pending.count {
      let name = pending[taken]
      taken += 1
      pendingNames.remove(name)
      do {
        guard let claim = try spool.claim(name, as: lastClaim + 1) else { continue }
        lastClaim += 1
        start(claim)
      } catch {
        Log.error("\(error): the file stays in incoming/ until the next scan")
      }
    }
    pending.removeFirst(taken)
  }

  // MARK: - Reading and storing

  private func reader() -> ClaimReader { ClaimReader(spool: spool, pipeline: pipeline, clock: clock) }

  private func start(_ claim: Claim) {
    inFlight.insert(claim.sequence)
    let reader = reader()
    Task {
      let outcome = await workers.run { scratch in reader.process(claim, scratch: &scratch) }
      finish(claim, outcome)
      claimPending()
    }
  }

  /// Stores what became of a claim when its turn has come.
  private func finish(_ claim: Claim, _ outcome: ClaimReader.Outcome, reply: (@Loop ([Appended]) -> Void)? = nil) {
    finished[claim.sequence] = { [self] in
      inFlight.remove(claim.sequence)
      switch outcome {
      case .articles(let articles):
        uncovered.append(claim)
        let stored = articles.compactMap { store($0, of: claim) }
        reply?(stored)
      case .quarantined(let name, let error):
        counts.quarantined += 1
        Log.warning(
          "\(claim.original) cannot be read and lies in \(spool.quarantineFolder / name): \(error)",
          fields: [("NEWSD_FILE", claim.original.description), ("NEWSD_REASON", error.code.rawValue)])
      case .rejected:
        uncovered.append(claim)
      case .stuck(let error):
        stuck.append(claim)
        Log.error("\(error); \(claim.original) stays in \(spool.work) until newsd starts again")
      }
    }
    commit()
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
      case .duplicate: counts.duplicates += 1
      }
      return appended
    } catch {
      Log.error("\(claim.original) cannot be stored: \(error)")
      return nil
    }
  }

  private func commit() {
    while let next = finished.removeValue(forKey: answered + 1) {
      answered += 1
      next()
    }
    changed.ring()
  }

  /// Leaves numbers out that no claim has.
  private func skip(to sequence: Int) {
    answered = max(answered, sequence)
    commit()
  }

  // MARK: - What clients ask for

  /// Stores what a client sends as if it had come through incoming/: durable before it is read.
  ///
  /// - Returns: what was stored, in the order of the articles.
  /// - Throws: `ReadingError` where it cannot be read, `SystemError` where the disk does not take it.
  package func submit(_ bytes: [UInt8], name: FilePath, date: CalendarDate?) async throws -> [Appended] {
    lastClaim += 1
    let sequence = lastClaim
    inFlight.insert(sequence)
    let spool = self.spool
    let reader = reader()
    let result = await workers.run { scratch -> Result<(Claim, ClaimReader.Outcome), SystemError> in
      do throws(SystemError) {
        let claim = try spool.submit(bytes, name: name, date: date, as: sequence)
        return .success((claim, reader.process(claim, isSubmitted: true, scratch: &scratch)))
      } catch {
        return .failure(error)
      }
    }
    switch result {
    case .failure(let error):
      finished[sequence] = { self.inFlight.remove(sequence) }
      commit()
      throw error
    case .success((let claim, let outcome)):
      var stored: [Appended] = []
      finish(claim, outcome) { stored = $0 }
      while answered < sequence { await changed.wait() }
      if case .rejected(let error) = outcome { throw error }
      if case .stuck(let error) = outcome { throw error }
      return stored
    }
  }

  /// Reads an article and stores nothing.
  package func extract(_ bytes: [UInt8], name: String, date: CalendarDate?) async throws -> [CodedArticle] {
    let pipeline = self.pipeline
    let result = await workers.run { scratch -> Result<[CodedArticle], ReadingError> in
      do throws(ReadingError) {
        return .success(
          try pipeline.process(bytes, name: name, modified: nil, date: date?.description, scratch: &scratch).articles)
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  /// Returns when everything that is in incoming/ now is stored or set aside.
  package func sync() async throws {
    let spool = self.spool
    let names = try await disk.run { _ in Result { try spool.candidates().map(\.name) } }.get()
    await scan()
    var waiting = Set(names)
    while true {
      waiting = waiting.filter { pendingNames.contains($0) || unsettled.contains($0) }
      if waiting.isEmpty { break }
      await changed.wait()
    }
    let target = lastClaim
    while answered < target { await changed.wait() }
  }

  /// Whether no file is being read.
  package var isIdle: Bool { inFlight.isEmpty }

  /// Forgets claims that a durable snapshot covers.
  func forget(_ claims: Int) { uncovered.removeFirst(claims) }
}
