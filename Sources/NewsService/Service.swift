import ArticleReading
import EventCoding
package import EventStorage
import JSONRPC
import Linguistics
package import NewsModel
package import Platform
import SystemdSupport

/// Everything that answers requests has at hand.
@Loop
package final class Service {
  package private(set) var configuration: Configuration
  private let source: ConfigurationSource
  package let segments: SegmentStore
  package let intake: Intake
  package let snapshots: Snapshots
  package let stories: StoryKeeper
  package let started: Timestamp
  nonisolated let disk: WorkerPool<Int>
  private let queries = WorkerPool<Int>(workers: 2, name: "queries") { 0 }
  nonisolated let clock: any Clock
  package private(set) var rights: Rights
  /// Number of subscriptions there have been; names the next one.
  var subscriptions = 0
  /// Told of every configuration that took effect.
  var didReload: @Loop (Configuration) -> Void = { _ in }
  /// Set by whoever runs the server.
  var connectionCount: @Loop () -> Int = { 0 }

  nonisolated let store: EventStore

  package init(
    _ configuration: Configuration, source: ConfigurationSource, segments: SegmentStore, intake: Intake,
    snapshots: Snapshots, disk: WorkerPool<Int>, clock: any Clock = SystemClock()
  ) {
    self.configuration = configuration
    self.source = source
    self.segments = segments
    self.intake = intake
    self.snapshots = snapshots
    self.disk = disk
    self.clock = clock
    store = segments.store
    stories = StoryKeeper(store: segments.store)
    started = Timestamp(seconds: clock.now / 1_000)
    rights = Rights(configuration)
  }

  /// The time of day.
  nonisolated var now: Timestamp { Timestamp(seconds: clock.now / 1_000) }

  /// Every method there is: the one table that validation, `rpc.discover` and `newsq methods` come from.
  func methods() -> MethodTable {
    MethodTable(
      title: "newsd", version: Version.current, schemas: RecordSchemas.all,
      methods: EventMethods.all(self) + ExplainMethods.all(self) + QuoteMethods.all(self) + ArticleMethods.all(self)
        + StoryMethods.all(self)
        + SpoolMethods.all(self)
        + DaemonMethods.all(self))
  }

  /// Answers a query at once where it is brief, else on a thread for queries, so that the loop goes on meanwhile.
  ///
  /// - Parameter answer: the answer as JSON; nil where it would take more than the effort.
  func query(_ answer: @escaping @Sendable (Effort) -> [UInt8]?) -> Work {
    if let text = answer(.brief) { return .done(Answer(text: text)) }
    return .later { [queries] () async throws(RPCError) in
      guard let text = await queries.run({ _ in answer(.unbounded) }) else {
        throw RPCError(.internalError, "the query gave up")
      }
      return Answer(text: text)
    }
  }

  /// Makes the index of words for what is stored, a block at a time so that snapshots need not wait, and goes on as more comes.
  package func indexWords() async {
    while !Task.isCancelled {
      let view = store.view()
      let isDone = await disk.run { _ in !view.indexOneBlock() }
      if isDone { await Loop.shared.sleep(milliseconds: 1_000) }
    }
  }

  /// Reads configuration and tables anew. Everything is checked first, then swapped in.
  ///
  /// - Returns: the keys that changed and take effect at the next start only.
  package func reload() async throws -> [String] {
    ServiceManager.reloading(at: clock.elapsed)
    defer { ServiceManager.ready() }
    let source = self.source
    let result = await disk.run { _ in
      Result {
        let configuration = try source.read()
        return (configuration, try CodingAdditions(configuration).coder())
      }
    }
    let (next, coder): (Configuration, EventCoder)
    switch result {
    case .success(let checked): (next, coder) = checked
    case .failure(let error):
      LogMessage.reloadFailed.log(.error, "\(error); everything stays as it was")
      throw error
    }
    let waiting = configuration.keysNeedingRestart(to: next)
    intake.pipeline = intake.pipeline.with(coder: coder, minimumConfidence: next.minimumConfidence)
    intake.settleTime = next.settleTime
    snapshots.interval = next.snapshotInterval
    snapshots.retention = next.retention
    snapshots.archive = next.archive
    rights = Rights(next)
    if let level = Log.Level(name: next.logLevel) { Log.setThreshold(level) }
    configuration = next
    didReload(next)
    LogMessage.reloaded.log(.notice, "configuration reloaded")
    for remark in next.unknownAccounts { Log.warning(remark) }
    for key in waiting { Log.notice("\(key)= takes effect at the next start") }
    return waiting
  }
}

extension Configuration {
  /// The keys whose change a running daemon cannot follow.
  func keysNeedingRestart(to next: Configuration) -> [String] {
    [
      ("Spool.Directory", spoolDirectory != next.spoolDirectory),
      ("Spool.ScanInterval", scanInterval != next.scanInterval),
      ("Store.Directory", stateDirectory != next.stateDirectory),
      ("Socket.Path", socketPath != next.socketPath),
      ("Service.Workers", workers != next.workers),
    ].filter(\.1).map(\.0)
  }
}
