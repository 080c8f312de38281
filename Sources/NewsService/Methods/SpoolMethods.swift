import EventStorage
import JSONCoding
import JSONRPC
import Platform
import Spooling

/// `spool.*` and `quarantine.*`: what comes in, and what could not be read.
enum SpoolMethods {
  static func all(_ service: Service) -> [Method] {
    [status(service), sync(service), list(service), retry(service), drop(service)]
  }

  private static func status(_ service: Service) -> Method {
    let description = MethodDescription(
      "spool.status", "Tells what lies in the spool.",
      result: "`folder`; `queue`, the files waiting to be read; `unsettled`, those that may still be written to; "
        + "`uncovered`, those whose events no snapshot holds yet; `stuck`, those the disk did not let go; `paused`, why none is taken.",
      schema: .record([
        .init("folder", .string), .init("queue", .integer), .init("unsettled", .integer),
        .init("uncovered", .integer), .init("stuck", .integer), .init("paused", .string, isOptional: true),
      ]))
    return Method(description) { (_, _) throws(RPCError) in
      let intake = service.intake
      var result: JSONObject = [
        "folder": .string(intake.spool.root.description), "queue": .number(JSONNumber(intake.queueLength)),
        "unsettled": .number(JSONNumber(intake.unsettled.count)),
        "uncovered": .number(JSONNumber(intake.uncovered.count)), "stuck": .number(JSONNumber(intake.stuck.count)),
      ]
      result["paused"] = intake.pauseReason.map(JSONValue.string)
      return Answer(result)
    }
  }

  private static func sync(_ service: Service) -> Method {
    let description = MethodDescription(
      "spool.sync", "Returns when everything that was in incoming/ before the call is stored or set aside.",
      result:
        "`articles`, `events` and `quarantined`: what was done since newsd started; `sequence`, the last event's.",
      schema: RecordSchemas.counts("articles", "events", "quarantined", "sequence"),
      examples: [
        MethodExample("All that is there", [:], ["articles": 6, "events": 69, "quarantined": 0, "sequence": 69])
      ])
    return Method(suspending: description) { (_, _) async throws(RPCError) in
      do {
        try await service.intake.sync()
      } catch {
        throw RPCError(.internalError, "\(error)")
      }
      let counts = service.intake.counts
      return Answer(
        [
          "articles": .number(JSONNumber(counts.articles)), "events": .number(JSONNumber(counts.events)),
          "quarantined": .number(JSONNumber(counts.quarantined)),
          "sequence": .number(JSONNumber(service.store.view().lastSequence)),
        ] as JSONObject)
    }
  }

  private static func list(_ service: Service) -> Method {
    let description = MethodDescription(
      "quarantine.list", "Lists the files that could not be read, with the reasons.",
      result: "`files`, each with `name`, `size` in bytes, and `reason` with `code`, `message`, `offset` and `time`.",
      schema: .record([
        .init(
          "files",
          .list(.record([.init("name", .string), .init("size", .integer), .init("reason", reason, isOptional: true)])))
      ]))
    return Method(suspending: description) { (_, _) async throws(RPCError) in
      let entries = try await onDisk(service) { (spool) throws(SystemError) in try spool.quarantined() }
      var json = JSONWriter()
      json.object { json in
        json.key("files")
        json.array { json in
          for entry in entries {
            json.object { json in
              json.member("name", entry.name.description)
              json.member("size", entry.size)
              json.member("reason", entry.reason)
            }
          }
        }
      }
      return Answer(text: json.bytes)
    }
  }

  /// Missing where the file of the reason is.
  private static let reason = Schema.record([
    .init("code", .string), .init("message", .string), .init("offset", .integer(0 ... .max), isOptional: true),
    .init("time", .string),
  ])

  private static func retry(_ service: Service) -> Method {
    let description = MethodDescription(
      "quarantine.retry", "Puts a file back into incoming/, to be read again.",
      parameters: [.required("name", .string, "Its name in quarantine/.")],
      result: "`name`.", schema: .record([.init("name", .string)]), errors: [.notFound, .notPermitted],
      examples: [MethodExample("One file", ["name": "broken.json"], ["name": "broken.json"])])
    return Method(suspending: description) { (arguments, session) async throws(RPCError) in
      let answer = try await change(service, arguments, session, "quarantine.retry") {
        (spool, name) throws(SystemError) in
        try spool.retry(name)
      }
      await service.intake.scan()
      return answer
    }
  }

  private static func drop(_ service: Service) -> Method {
    let description = MethodDescription(
      "quarantine.drop", "Removes a file from quarantine for good.",
      parameters: [.required("name", .string, "Its name in quarantine/.")],
      result: "`name`.", schema: .record([.init("name", .string)]), errors: [.notFound, .notPermitted],
      examples: [MethodExample("One file", ["name": "broken.json"], ["name": "broken.json"])])
    return Method(suspending: description) { (arguments, session) async throws(RPCError) in
      try await change(service, arguments, session, "quarantine.drop") { (spool, name) throws(SystemError) in
        try spool.drop(name)
      }
    }
  }

  @Loop
  private static func change(
    _ service: Service, _ arguments: Arguments, _ session: Session, _ method: String,
    _ body: @escaping @Sendable (Spool, FilePath) throws(SystemError) -> Bool
  ) async throws(RPCError) -> Answer {
    try service.rights.requireAdmin(session.peer, for: method)
    let name = try arguments.requiredString("name")
    let found = try await onDisk(service) { (spool) throws(SystemError) in try body(spool, FilePath(name)) }
    guard found else { throw RPCError(.notFound, "there is no file '\(name)' in quarantine") }
    return Answer(["name": .string(name)] as JSONObject)
  }

  @Loop
  private static func onDisk<Value: Sendable>(
    _ service: Service, _ body: @escaping @Sendable (Spool) throws(SystemError) -> Value
  ) async throws(RPCError) -> Value {
    let spool = service.intake.spool
    let result = await service.disk.run { _ -> Result<Value, SystemError> in
      do throws(SystemError) {
        return .success(try body(spool))
      } catch {
        return .failure(error)
      }
    }
    switch result {
    case .success(let value): return value
    case .failure(let error): throw RPCError(.internalError, "\(error)")
    }
  }
}
