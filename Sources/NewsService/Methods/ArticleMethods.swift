import ArticleReading
import EventStorage
import JSONCoding
import JSONRPC
import NewsModel
import Platform

/// `articles.*`: what the events were read from, and the way in for more.
enum ArticleMethods {
  static func all(_ service: Service) -> [Method] {
    [query(service), get(service), submit(service), extract(service)]
  }

  private static func query(_ service: Service) -> Method {
    let description = MethodDescription(
      "articles.query", "Lists the articles that match, without their texts.",
      parameters: FilterParameters.all + FilterParameters.paging,
      result:
        "`articles`, each with the number of its `events`, and `next`, the cursor of the next page where there is one.",
      schema: RecordSchemas.page("articles", of: "ArticleSummary"),
      examples: [
        MethodExample(
          "Articles that tell of sanctions", ["type": "SANCTION", "fields": ["id", "title", "events"]],
          ["articles": [["id": "8e10bfcc2c88a9a7", "title": "Canada imposes sanctions on Belarus", "events": 11]]])
      ])
    return Method(deferring: description) { (arguments, _) throws(RPCError) in
      let view = service.store.view()
      let request = try PageRequest(arguments, now: service.now)
      return request.run("articles", service) { effort in
        view.articles(
          matching: request.filter, now: request.now, order: request.order, after: request.position,
          limit: request.limit, effort: effort)
      } write: { record, json in
        var summary = JSONWriter()
        record.writeSummary(to: &summary)
        json.selected(summary.bytes[...], fields: request.fields)
      }
    }
  }

  private static func get(_ service: Service) -> Method {
    let description = MethodDescription(
      "articles.get", "Shows one article with its text and events.",
      parameters: [.required("id", .string, "The article's id, 16 hexadecimal digits.")],
      result: "`article` and `events`.", schema: coded, errors: [.notFound],
      examples: [
        MethodExample(
          "One article", ["id": "8e10bfcc2c88a9a7"],
          ["article": ["id": "8e10bfcc2c88a9a7", "text": "…"], "events": []])
      ])
    return Method(description) { (arguments, _) throws(RPCError) in
      let id = try arguments.requiredString("id")
      guard let record = service.store.view().article(id: id) else {
        throw RPCError(.notFound, "there is no article '\(id)'")
      }
      var json = JSONWriter()
      json.object { json in
        json.member("article", record)
        json.member("events", record.events)
      }
      return Answer(text: json.bytes)
    }
  }

  /// An article with its events.
  private static let coded = Schema.record([
    .init("article", .reference("Article")), .init("events", .list(.reference("Event"))),
  ])

  private static let contentParameters: [Parameter] = [
    Parameter("content", .string, "The file's text. One of content and content_base64 must be given."),
    Parameter("content_base64", .string, "The file's bytes in Base64 (RFC 4648), for what is not UTF-8."),
    Parameter("name", .string, "The file's name; its ending hints at the format.", default: "submitted"),
    Parameter("date", .string, "Day of the article, YYYY-MM-DD; goes before the article's own."),
  ]

  private static func submit(_ service: Service) -> Method {
    let description = MethodDescription(
      "articles.submit", "Stores a file's articles, as if it had come through the spool.",
      parameters: contentParameters,
      result:
        "`articles`: for each its `id`, the number of its `events`, and `duplicate`, whether it was stored before.",
      schema: .record([
        .init(
          "articles",
          .list(
            .record([
              .init("id", .string), .init("events", .integer(0 ... .max)), .init("duplicate", .boolean),
            ])))
      ]), errors: [.rejected, .notPermitted, .readOnly],
      examples: [
        MethodExample(
          "A text",
          ["content": "Title: Talks\n\nFrance and Spain held talks in Paris on Monday.", "date": "2024-03-06"],
          ["articles": [["id": "5d0c0c4ad5ba3c11", "events": 1, "duplicate": false]]])
      ])
    return Method(suspending: description) { (arguments, session) async throws(RPCError) in
      try service.rights.requireSubmit(session.peer, for: "articles.submit")
      if let reason = service.intake.pauseReason { throw RPCError(.readOnly, reason) }
      let input = try Input(arguments)
      do {
        let name = FilePath(input.name).name
        let stored = try await service.intake.submit(input.bytes, name: name, date: input.date)
        var json = JSONWriter()
        json.object { json in json.member("articles", stored.map(Receipt.init)) }
        return Answer(text: json.bytes)
      } catch let error as ReadingError {
        throw rejected(error)
      } catch {
        throw RPCError(.readOnly, "\(error)")
      }
    }
  }

  private static func extract(_ service: Service) -> Method {
    let description = MethodDescription(
      "articles.extract", "Reads a file and stores nothing.",
      parameters: contentParameters,
      result: "`articles`: for each the `article` and its `events`.",
      schema: .record([.init("articles", .list(coded))]), errors: [.rejected],
      examples: [
        MethodExample(
          "What is in a text", ["content": "France and Spain held talks in Paris on Monday.", "date": "2024-03-06"],
          ["articles": [["article": ["id": "5d0c0c4ad5ba3c11", "text": "…"], "events": []]]])
      ])
    return Method(suspending: description) { (arguments, _) async throws(RPCError) in
      let input = try Input(arguments)
      do {
        let articles = try await service.intake.extract(input.bytes, name: input.name, date: input.date)
        var json = JSONWriter()
        json.object { json in json.member("articles", articles) }
        return Answer(text: json.bytes)
      } catch let error as ReadingError {
        throw rejected(error)
      } catch {
        throw RPCError(.internalError, "\(error)")
      }
    }
  }

  private static func rejected(_ error: ReadingError) -> RPCError {
    var data: JSONObject = ["reason": .string(error.code.rawValue)]
    data["offset"] = error.offset.map { .number(JSONNumber($0)) }
    return RPCError(.rejected, error.message, data: data)
  }

  /// What a client sends to be read.
  private struct Input {
    var bytes: [UInt8]
    var name: String
    var date: CalendarDate?

    init(_ arguments: Arguments) throws(RPCError) {
      switch (arguments.string("content"), arguments.string("content_base64")) {
      case (let text?, nil): bytes = Array(text.utf8)
      case (nil, let text?):
        guard let decoded = Base64.decode(text) else {
          throw .invalidParameter("content_base64", "is not Base64 as in RFC 4648")
        }
        bytes = decoded
      default: throw RPCError(.invalidParams, "one of content and content_base64 must be given, and not both")
      }
      name = arguments.string("name").flatMap { $0.isEmpty ? nil : $0 } ?? "submitted"
      guard let day = arguments.string("date") else { return }
      date = CalendarDate(day)
      if date == nil { throw .invalidParameter("date", "takes a day such as 2024-03-04, not '\(day)'") }
    }
  }

  private struct Receipt: JSONEncodable {
    let appended: Appended

    func write(to json: inout JSONWriter) {
      json.object { json in
        json.member("id", appended.record.id)
        json.member("events", appended.record.eventCount)
        if case .duplicate = appended { json.member("duplicate", true) } else { json.member("duplicate", false) }
      }
    }
  }
}
