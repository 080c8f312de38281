import EventStorage
import JSONCoding
import JSONRPC
import NewsModel
import Platform

/// `events.*`: what happened.
enum EventMethods {
  static func all(_ service: Service) -> [Method] {
    [query(service), get(service), count(service), subscribe(service), unsubscribe()]
  }

  private static func query(_ service: Service) -> Method {
    let description = MethodDescription(
      "events.query", "Lists the events that match all filters.",
      parameters: FilterParameters.all + FilterParameters.paging,
      result:
        "`events`, and `next`, the cursor of the next page where there is one. With `fields` they have these members.",
      schema: RecordSchemas.page("events", of: "Event"), errors: [.cursorExpired],
      examples: [
        MethodExample(
          "The latest consultations that are planned",
          ["type": "CONSULT", "status": "scheduled", "limit": 1, "fields": ["id", "type"]],
          ["events": [["id": "81875f9e6bce0cba-04", "type": "CONSULT"]], "next": "4"]),
        MethodExample(
          "What is said of border talks", ["text": "\"border talks\" OR negotiations", "fields": ["id"]],
          ["events": [["id": "81875f9e6bce0cba-01"]]]),
      ])
    return Method(deferring: description) { (arguments, _) throws(RPCError) in
      let view = service.store.view()
      let request = try PageRequest(arguments, notBefore: view.firstSequence, now: service.now)
      return request.run("events", service) { effort in
        view.events(
          matching: request.filter, now: request.now, order: request.order, after: request.position,
          limit: request.limit, effort: effort)
      } write: { event, json in
        json.selected(event.json, fields: request.fields)
      }
    }
  }

  private static func get(_ service: Service) -> Method {
    let description = MethodDescription(
      "events.get", "Shows one event with its article.",
      parameters: [.required("id", .string, "The event's id.")],
      result: "`event`, and `article` with its text.",
      schema: .record([.init("event", .reference("Event")), .init("article", .reference("Article"))]),
      errors: [.notFound], examples: [MethodExample("One event", ["id": "8e10bfcc2c88a9a7-01"], RecordExamples.event)])
    return Method(description) { (arguments, _) throws(RPCError) in
      let id = try arguments.requiredString("id")
      guard let event = service.store.view().event(id: id) else {
        throw RPCError(.notFound, "there is no event '\(id)'")
      }
      return Answer(EventWithArticle(event: event))
    }
  }

  private static func count(_ service: Service) -> Method {
    let description = MethodDescription(
      "events.count", "Counts the events that match all filters, by one or two dimensions.",
      parameters: FilterParameters.all + [
        Parameter("by", .oneOrMore(.choice(EventDimension.names)), "What to count by.", default: "type"),
        Parameter(
          "limit", .integer(1...10_000), "How many counts at most, the largest first.",
          default: .number(JSONNumber(1_000))),
      ],
      result:
        "`counts`, each with `key` and `count`; `total`, the number of events; `complete`, whether all counts are there.",
      schema: .record([
        .init(
          "counts",
          .list(.record([.init("key", .list(.nullable(.string))), .init("count", .integer(1 ... .max))]))),
        .init("total", .integer(0 ... .max)), .init("complete", .boolean),
      ]),
      examples: [
        MethodExample(
          "Events by type", ["by": "type", "limit": 2],
          [
            "counts": [["key": ["STATEMENT"], "count": 14], ["key": ["ASSAULT"], "count": 11]], "total": 69,
            "complete": false,
          ]),
        MethodExample(
          "Who does what", ["by": ["actor", "type"], "type": "SANCTION"],
          [
            "counts": [
              ["key": ["Poland", "SANCTION"], "count": 2], ["key": ["Canada", "SANCTION"], "count": 1],
            ], "total": 3, "complete": true,
          ]),
      ])
    return Method(deferring: description) { (arguments, _) throws(RPCError) in
      let dimensions = arguments.strings("by").compactMap { EventDimension(rawValue: $0) }
      guard (1...2).contains(dimensions.count) else {
        throw .invalidParameter("by", "takes one or two of \(EventDimension.names.joined(separator: ", "))")
      }
      let (view, now, limit) = (service.store.view(), service.now, arguments.int("limit"))
      let filter = try FilterParameters.filter(in: arguments)
      return service.query { effort in
        var effort = effort
        let counts = view.count(matching: filter, by: dimensions, now: now, limit: limit, spending: &effort)
        return effort.isSpent ? nil : counts.jsonBytes
      }
    }
  }

  private static func subscribe(_ service: Service) -> Method {
    let description = MethodDescription(
      "events.subscribe", "Sends the events that match as they are stored, in order, without gap or repeat.",
      parameters: FilterParameters.all + [
        Parameter(
          "cursor", .string, "Go on after this cursor of an earlier notification; else only what is new is sent.")
      ],
      result: "`subscription`, its id, and `cursor`. Then `events.notify` with `subscription`, `cursor` and `events`, "
        + "which is empty every 15 s when nothing happens. Where events that were to be sent are gone from the store, a last "
        + "`events.lagged` with `subscription`, `cursor` and `first`, the oldest sequence there still is, ends it.",
      schema: .record([.init("subscription", .string), .init("cursor", .string)]), errors: [.cursorExpired],
      examples: [
        MethodExample(
          "Threats as they come", ["type": "THREATEN"], ["subscription": "s1", "cursor": "69"])
      ])
    return Method(description) { (arguments, session) throws(RPCError) in
      let filter = try FilterParameters.filter(in: arguments)
      let view = service.store.view()
      let start =
        try FilterParameters.position(in: arguments, notBefore: view.firstSequence) ?? view.lastSequence
      service.subscriptions += 1
      let id = "s\(service.subscriptions)"
      let feed = EventFeed(service: service, filter: filter, position: start, id: id)
      return Answer(
        ["subscription": .string(id), "cursor": .string(String(start))] as JSONObject,
        then: Subscription(id: id) { await feed.next() })
    }
  }

  private static func unsubscribe() -> Method {
    let description = MethodDescription(
      "events.unsubscribe", "Ends a subscription of this connection.",
      parameters: [.required("subscription", .string, "Its id.")],
      result: "`unsubscribed`: whether there was one.", schema: .record([.init("unsubscribed", .boolean)]),
      examples: [MethodExample("No more of it", ["subscription": "s1"], ["unsubscribed": false])])
    return Method(description) { (arguments, session) throws(RPCError) in
      let id = try arguments.requiredString("subscription")
      return Answer(["unsubscribed": .bool(session.cancel(subscription: id))] as JSONObject)
    }
  }
}

/// An event and its article, quoted from the store when the reply is written.
private struct EventWithArticle: Sendable, JSONEncodable {
  let event: EventRecord

  func write(to json: inout JSONWriter) {
    json.object { json in
      json.key(plain: #""event":"#)
      event.write(to: &json)
      json.key(plain: #""article":"#)
      event.article.write(to: &json)
    }
  }
}

/// One subscriber's place in the store: a number, and no queue.
@Loop
private final class EventFeed {
  private let service: Service
  private let filter: EventFilter
  private let id: String
  private var position: Int
  /// Whether the last notification was sent.
  private var isOver = false
  private static let pageSize = 100
  private static let heartbeat = 15_000

  init(service: Service, filter: EventFilter, position: Int, id: String) {
    self.service = service
    self.filter = filter
    self.position = position
    self.id = id
  }

  /// The next notification, when there is something to tell or a heartbeat is due.
  func next() async -> Notification? {
    let deadline = service.clock.elapsed + Self.heartbeat
    while !Task.isCancelled, !isOver {
      let view = service.store.view()
      if position + 1 < view.firstSequence { return lagged(view.firstSequence) }
      let page = view.events(
        matching: filter, now: service.now, order: .oldest, after: position, limit: Self.pageSize, effort: .brief)
      position = max(position, page.through)
      if !page.records.isEmpty || service.clock.elapsed >= deadline { return notification(page.records) }
      if page.isCut {
        await Loop.shared.yield()
        continue
      }
      await service.intake.changed.wait(milliseconds: deadline - service.clock.elapsed)
    }
    return nil
  }

  /// Retention dropped what was to be sent next: no more is sent, since it would not be without gap.
  private func lagged(_ first: Int) -> Notification {
    isOver = true
    return Notification(
      method: "events.lagged",
      parameters: [
        "subscription": .string(id), "cursor": .string(String(position)), "first": .string(String(first)),
      ] as JSONObject)
  }

  private func notification(_ events: [EventRecord]) -> Notification {
    var json = JSONWriter()
    json.object { json in
      json.member("subscription", id)
      json.member("cursor", String(position))
      json.member("events", events)
    }
    return Notification(method: "events.notify", parameters: json.bytes)
  }
}
