import ArticleReading
import EventCoding
import EventStorage
package import JSONCoding
import JSONRPC
import Linguistics
import NewsModel
import Platform
import Spooling

extension Service {
  /// The answer to `rpc.discover`, an OpenRPC 1.3 document, without a daemon: no file and no socket is touched.
  package static nonisolated func describeInterface() throws -> JSONObject {
    let outcome = Outcome()
    Task { @Loop in
      outcome.document = Result { try unstarted().methods().openRPC }
      await Loop.shared.stop()
    }
    Loop.run()
    return try outcome.document?.get() ?? [:]
  }

  /// Carries the document out of the loop, which has ended by then.
  private final class Outcome: @unchecked Sendable {
    var document: Result<JSONObject, any Error>?
  }

  /// A service of nothing: the methods that describe themselves are made for one, and these are never called.
  private static func unstarted() throws -> Service {
    let files = EmptyFileSystem()
    let segments = try SegmentStore.open("/", files: files, lock: nil, now: Timestamp(seconds: 0))
    let disk = WorkerPool<Int>(workers: 1, name: "disk") { 0 }
    let pipeline = Pipeline(
      reader: ArticleReader(), engine: try LanguageEngine.english(), coder: try CodingAdditions().coder())
    let intake = Intake(
      spool: try Spool(root: "/", files: files), store: segments.store, pipeline: pipeline,
      workers: WorkerPool(workers: 1, name: "reader") { NetworkScratch() }, disk: disk, capacity: 1, settleTime: 0)
    let snapshots = Snapshots(
      intake: intake, segments: segments, disk: disk, interval: 1_000, retention: 0, archive: false)
    return Service(
      Configuration(), source: ConfigurationSource(file: "/", isRequired: false, base: Configuration()) { _ in },
      segments: segments, intake: intake, snapshots: snapshots, disk: disk)
  }
}
