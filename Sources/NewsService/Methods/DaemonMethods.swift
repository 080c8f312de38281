import EventStorage
import Glibc
import JSONCoding
import JSONRPC
import NewsModel
import Platform
import Spooling

/// `daemon.*`: how newsd itself is.
enum DaemonMethods {
  static func all(_ service: Service) -> [Method] {
    [status(service), stats(service), metrics(service), snapshot(service), reload(service)]
  }

  private static func status(_ service: Service) -> Method {
    let description = MethodDescription(
      "daemon.status", "Tells how newsd is.",
      result:
        "`version`, `pid`, `started`, `state`, `articles`, `events`, `queue`, `quarantined`, `sequence` of the last event, "
        + "`last_snapshot`, `spool`, `store`, and `reason` where the state is not \"running\".",
      schema: .record([
        .init("version", .string), .init("pid", .integer), .init("started", .string),
        .init("state", .choice(["running", "read-only"])), .init("reason", .string, isOptional: true),
        .init("articles", .integer), .init("events", .integer), .init("queue", .integer),
        .init("quarantined", .integer), .init("sequence", .integer),
        .init("last_snapshot", .string, isOptional: true), .init("spool", .string), .init("store", .string),
      ]), examples: [MethodExample("How it is", [:], RecordExamples.status)])
    return Method(description) { (_, _) throws(RPCError) in
      let view = service.store.view()
      var json = JSONWriter()
      json.object { json in
        json.member("version", Version.current)
        json.member("pid", Int(getpid()))
        json.member("started", service.started.description)
        json.member("state", service.intake.pauseReason == nil ? "running" : "read-only")
        json.member("reason", service.intake.pauseReason)
        json.member("articles", view.articleCount)
        json.member("events", view.eventCount)
        json.member("queue", service.intake.queueLength)
        json.member("quarantined", service.intake.counts.quarantined)
        json.member("sequence", view.lastSequence)
        json.member("last_snapshot", service.snapshots.last?.description)
        json.member("spool", service.intake.spool.root.description)
        json.member("store", service.configuration.stateDirectory)
      }
      return Answer(text: json.bytes)
    }
  }

  private static func stats(_ service: Service) -> Method {
    let description = MethodDescription(
      "daemon.stats", "Counts what newsd has done since it started, and what it holds.",
      result: "`since_start` and `stored`, both with counts; `memory`, bytes resident; `connections`.",
      schema: .record([
        .init(
          "since_start", RecordSchemas.counts("articles", "duplicates", "events", "other_languages", "quarantined")),
        .init("stored", RecordSchemas.counts("articles", "events", "bytes", "segments", "segment_bytes")),
        .init("memory", .integer), .init("connections", .integer),
      ]))
    return Method(description) { (_, _) throws(RPCError) in
      let counts = service.intake.counts
      let view = service.store.view()
      var json = JSONWriter()
      json.object { json in
        json.key("since_start")
        json.object { json in
          json.member("articles", counts.articles)
          json.member("duplicates", counts.duplicates)
          json.member("events", counts.events)
          json.member("other_languages", counts.otherLanguages)
          json.member("quarantined", counts.quarantined)
        }
        json.key("stored")
        json.object { json in
          json.member("articles", view.articleCount)
          json.member("events", view.eventCount)
          json.member("bytes", view.byteCount)
          json.member("segments", service.segments.segmentCount)
          json.member("segment_bytes", service.segments.byteCount)
        }
        json.member("memory", residentMemory())
        json.member("connections", service.connectionCount())
      }
      return Answer(text: json.bytes)
    }
  }

  private static func metrics(_ service: Service) -> Method {
    let description = MethodDescription(
      "daemon.metrics", "Gives the counts for a monitoring system.",
      result: "`text` in the text format of Prometheus 0.0.4.", schema: .record([.init("text", .string)]))
    return Method(description) { (_, _) throws(RPCError) in
      let counts = service.intake.counts
      let view = service.store.view()
      let rows: [(name: String, kind: String, value: Int)] = [
        ("newsd_articles_total", "counter", counts.articles), ("newsd_duplicates_total", "counter", counts.duplicates),
        ("newsd_events_total", "counter", counts.events), ("newsd_quarantined_total", "counter", counts.quarantined),
        ("newsd_stored_articles", "gauge", view.articleCount), ("newsd_stored_events", "gauge", view.eventCount),
        ("newsd_queue_files", "gauge", service.intake.queueLength),
        ("newsd_uncovered_files", "gauge", service.intake.uncovered.count),
        ("newsd_resident_bytes", "gauge", residentMemory()), ("newsd_connections", "gauge", service.connectionCount()),
      ]
      let text = rows.map { "# TYPE \($0.name) \($0.kind)\n\($0.name) \($0.value)\n" }.joined()
      return Answer(["text": .string(text)] as JSONObject)
    }
  }

  private static func snapshot(_ service: Service) -> Method {
    let description = MethodDescription(
      "daemon.snapshot", "Makes everything durable that is stored, and lets go of the files in work/.",
      result: "`articles`, `events` and `bytes` that were new; `sequence` of the last event that is durable.",
      schema: RecordSchemas.counts("articles", "events", "bytes", "sequence"),
      errors: [.notPermitted, .readOnly])
    return Method(suspending: description) { (_, session) async throws(RPCError) in
      try service.rights.requireAdmin(session.peer, for: "daemon.snapshot")
      do throws(StorageError) {
        let snapshot = try await service.snapshots.take()
        return Answer(
          [
            "articles": .number(JSONNumber(snapshot.articles)), "events": .number(JSONNumber(snapshot.events)),
            "bytes": .number(JSONNumber(snapshot.bytes)), "sequence": .number(JSONNumber(snapshot.lastSequence)),
          ] as JSONObject)
      } catch {
        throw RPCError(.readOnly, "\(error)")
      }
    }
  }

  private static func reload(_ service: Service) -> Method {
    let description = MethodDescription(
      "daemon.reload", "Reads configuration and tables anew; where anything is wrong, all stays as it is.",
      result: "`reloaded`, and `restart_needed`, the keys that take effect at the next start.",
      schema: .record([.init("reloaded", .boolean), .init("restart_needed", .list(.string))]),
      errors: [.notPermitted], examples: [MethodExample("Anew", [:], ["reloaded": true, "restart_needed": []])])
    return Method(suspending: description) { (_, session) async throws(RPCError) in
      try service.rights.requireAdmin(session.peer, for: "daemon.reload")
      do {
        let waiting = try await service.reload()
        return Answer(["reloaded": true, "restart_needed": .array(waiting.map(JSONValue.string))] as JSONObject)
      } catch {
        throw RPCError(.invalidRequest, "\(error); everything stays as it was", reason: "bad-configuration")
      }
    }
  }

  /// Bytes of memory that are resident; 0 where the system does not say.
  private static func residentMemory() -> Int {
    // proc(5): the second number of statm counts resident pages.
    let bytes = (try? KernelFileSystem().read("/proc/self/statm", limit: 4096)) ?? []
    let pages = bytes.split(separator: UInt8(ascii: " ")).dropFirst().first.flatMap {
      Int(String(decoding: $0, as: UTF8.self))
    }
    return (pages ?? 0) * sysconf(Int32(_SC_PAGESIZE))
  }
}
