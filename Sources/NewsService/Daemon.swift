import ArticleReading
import EventCoding
import EventStorage
import Glibc
import JSONRPC
import Linguistics
import NewsModel
package import Platform
import Spooling
import SystemdSupport

/// The daemon from start to stop.
///
/// Start: configuration → models → store → spool → socket → READY. Stop: STOPPING → no new claims → what is being read →
/// requests → last snapshot → exit.
@Loop
package final class Daemon {
  /// Milliseconds that a stop waits for articles being read, and then for requests being answered.
  private static let patience = 15_000
  /// Descriptors that clients cannot have: some twenty that newsd keeps, and what it opens to read, to write and to sync.
  private static let ownDescriptors = 64

  /// Why newsd ends otherwise than by being asked to.
  package struct Failure: Error, Sendable {
    /// Exit status: 1, 74 where the disk failed, or 78 where only a person can help.
    package let status: Int32
    package let message: String
  }

  private let service: Service
  private let space: SpaceWatch
  private let server: Server
  private let folderWatch: FolderWatch
  private let readers: WorkerPool<NetworkScratch>
  private let clock = SystemClock()

  /// Runs newsd until it is told to stop. Call it before any other thread is started: signals are masked here.
  ///
  /// - Returns: the exit status.
  package static nonisolated func main(_ source: ConfigurationSource) -> Int32 {
    // SIGPIPE too: a log that nobody reads any more must not end the daemon.
    Signals.block(SignalWatch.signals + [SIGPIPE])
    if Journal.isConnected { Log.setSink(Journal.send) }
    let outcome = Outcome()
    Loop.task {
      outcome.status = await run(source)
      await Loop.shared.stop()
    }
    Loop.run()
    return outcome.status
  }

  /// Carries the exit status out of the loop, which has ended by then.
  private final class Outcome: @unchecked Sendable {
    var status: Int32 = 1
  }

  private static func run(_ source: ConfigurationSource) async -> Int32 {
    let clock = SystemClock()
    let begin = clock.elapsed
    let signals = SignalWatch()
    do {
      let daemon = try await Daemon(starting: source)
      LogMessage.ready.log(.info, "ready after \(clock.elapsed - begin) ms: \(daemon.statusLine())")
      return await daemon.serve(until: signals)
    } catch {
      let failure = error as? Failure ?? Failure(status: 1, message: "\(error)")
      ServiceManager.status(failure.message)
      LogMessage.cannotStart.log(.error, failure.message)
      return failure.status
    }
  }

  // MARK: - Start

  private init(starting source: ConfigurationSource) async throws {
    let configuration = try Self.checked { try source.read() }
    if let level = Log.Level(name: configuration.logLevel) { Log.setThreshold(level) }
    for remark in configuration.unknownAccounts { Log.warning(remark) }
    let disk = WorkerPool<Int>(workers: 1, name: "disk") { 0 }
    let lock = try Self.checked { try SegmentStore.lock(FilePath(configuration.stateDirectory)) }
    let spool = try Self.checked { try Spool(root: FilePath(configuration.spoolDirectory)) }
    let listener = try Self.checked { try Self.listener(configuration) }

    let pipeline = try Self.checked {
      Pipeline(
        reader: ArticleReader(), engine: try LanguageEngine.english(),
        coder: try CodingAdditions(configuration).coder(),
        minimumConfidence: configuration.minimumConfidence)
    }
    let segments = try await Self.restore(configuration, lock, disk)

    let workers = configuration.workerCount(processors: Thread.processors)
    readers = WorkerPool(workers: workers, name: "reader") { NetworkScratch() }
    let intake = Intake(
      spool: spool, store: segments.store, pipeline: pipeline, workers: readers, disk: disk, capacity: 16 * workers,
      settleTime: configuration.settleTime)
    let snapshots = Snapshots(
      intake: intake, segments: segments, disk: disk, interval: configuration.snapshotInterval,
      retention: configuration.retention, archive: configuration.archive)
    space = SpaceWatch(
      intake: intake, disk: disk, folders: [spool.root, FilePath(configuration.stateDirectory)],
      minimum: configuration.minimumFree)
    service = Service(
      configuration, source: source, segments: segments, intake: intake, snapshots: snapshots, disk: disk)
    service.didReload = { [space] configuration in space.minimum = configuration.minimumFree }
    var limits = ServerLimits()
    limits.largeMethods = ["articles.submit", "articles.extract"]
    limits.connections = min(limits.connections, max(1, FileDescriptor.raiseLimit() - Self.ownDescriptors))
    server = Server(service.methods(), limits: limits)
    // Watching begins before the first scan, so that nothing falls in between.
    folderWatch = try FolderWatch(spool.incoming)
    try await Self.recover(intake)
    await space.look()
    let server = self.server
    service.connectionCount = { server.connectionCount }
    Loop.task { await server.serve(listener) }
  }

  private static func restore(
    _ configuration: Configuration, _ lock: FolderLock, _ disk: WorkerPool<Int>
  ) async throws -> SegmentStore {
    let folder = FilePath(configuration.stateDirectory)
    let now = Timestamp(seconds: SystemClock().now / 1_000)
    let result = await disk.run { _ in
      defer { Memory.giveBack() }
      return Result {
        try SegmentStore.open(folder, lock: lock, now: now) { done, total in
          ServiceManager.extendTimeout(milliseconds: 30_000)
          ServiceManager.status("Restoring: \(done / 1_000_000) of \(total / 1_000_000) MB")
        }
      }
    }
    let segments = try checked { try result.get() }
    for name in segments.leftovers {
      Log.notice("\(folder / name) is of an interrupted snapshot and was moved to \(folder / "leftover")")
    }
    return segments
  }

  private static func recover(_ intake: Intake) async throws {
    // An article may take as long as the watchdog would wait for it; a file that hangs ends the start, and is known for it.
    let patience = ServiceManager.watchdogInterval ?? 30_000
    try await intake.recover { done, total in
      ServiceManager.extendTimeout(milliseconds: patience)
      if done % 100 == 0 { ServiceManager.status("Reading again: \(done) of \(total) files") }
    }
  }

  /// The socket systemd hands over, or one of our own.
  private static func listener(_ configuration: Configuration) throws -> FileDescriptor {
    if let inherited = ServiceManager.inheritedSockets().first { return inherited.socket }
    let path = FilePath(configuration.socketPath)
    try KernelFileSystem().makeFolder(path.folder, mode: 0o755)
    return try UnixSocket.listen(at: path, mode: 0o660)
  }

  /// Turns whatever goes wrong at the start into one line and an exit status.
  private static func checked<Value>(_ body: () throws -> Value) throws(Failure) -> Value {
    do {
      return try body()
    } catch let error as StorageError where error.kind != .inUse {
      throw Failure(status: error.kind == .damaged ? 78 : 74, message: "\(error)")
    } catch let error as ConfigurationError {
      throw Failure(status: 78, message: "\(error)")
    } catch let error as ResourceError {
      throw Failure(status: 78, message: "\(error)")
    } catch {
      throw Failure(status: 1, message: "\(error)")
    }
  }

  // MARK: - Service

  private func serve(until signals: SignalWatch) async -> Int32 {
    signals.reload = { _ = try? await self.service.reload() }
    ServiceManager.ready(status: statusLine())
    let tasks = [
      Loop.task { [self] in await service.intake.watch(folderWatch) },
      Loop.task { [self] in await scan() },
      Loop.task { [self] in await service.snapshots.run() },
      Loop.task { [self] in await service.stories.follow(service.intake.changed) },
      Loop.task { [self] in await space.run() },
      Loop.task { [self] in await service.indexWords() },
      Loop.task { [self] in await report() },
      Loop.task { [self] in await feedWatchdog() },
    ]
    while signals.ending == nil, service.snapshots.failure == nil { await signals.bell.wait(milliseconds: 500) }
    Log.info(signals.ending.map { "stopping on signal \($0)" } ?? "stopping")
    let failure = service.snapshots.failure
    ServiceManager.stopping(status: failure.map { "Stopped, for the disk failed: \($0)" } ?? "Stopping")
    service.intake.pause(.stopping, "newsd is about to stop")
    await folderWatch.cancel()
    for task in tasks { task.cancel() }
    return await stop()
  }

  private func stop() async -> Int32 {
    let intake = service.intake
    // What is not read in time stays in work/ and is read at the next start.
    let deadline = clock.elapsed + Self.patience
    while !intake.isIdle, clock.elapsed < deadline { await intake.changed.wait(milliseconds: 100) }
    await server.stop(withinMilliseconds: Self.patience)
    do {
      let snapshot = try await service.snapshots.take()
      LogMessage.stopped.log(.info, "stopped; the last snapshot holds \(snapshot.lastSequence) events")
      return 0
    } catch {
      Log.error("no last snapshot: \(error); what it lacks is read from the spool at the next start")
      return error.kind == .failed ? 74 : 1
    }
  }

  private func scan() async {
    while !Task.isCancelled {
      await service.intake.scanByClock()
      await Loop.shared.sleep(milliseconds: service.configuration.scanInterval)
    }
  }

  private func report() async {
    var last = ""
    while !Task.isCancelled {
      let line = statusLine()
      if line != last { ServiceManager.status(line) }
      last = line
      await Loop.shared.sleep(milliseconds: 2_000)
    }
  }

  /// Tells the watchdog that all is well only while no worker has been busy with one job for longer than it waits.
  private func feedWatchdog() async {
    guard let interval = ServiceManager.watchdogInterval else { return }
    while !Task.isCancelled {
      if readers.longestRun(at: clock.elapsed) < interval, service.disk.longestRun(at: clock.elapsed) < interval {
        ServiceManager.watchdog()
      }
      await Loop.shared.sleep(milliseconds: interval / 3)
    }
  }

  private func statusLine() -> String {
    if let reason = service.intake.pauseReason { return reason }
    let view = service.store.view()
    return "\(view.eventCount) events of \(view.articleCount) articles, \(service.intake.queueLength) files waiting"
  }
}
