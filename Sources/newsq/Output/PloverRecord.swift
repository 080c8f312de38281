import JSONCoding
import NewsModel

/// An event as the PLOVER 0.8 manual writes one: its field names, and its rules for what has not happened yet.
///
/// - A future CONSULT, SUPPORT, COOPERATE or AID is an AGREE (manual, AGREE, notes).
/// - An announced RETREAT is a CONCEDE (manual, CONCEDE and RETREAT, notes; a note on AGREE says otherwise, and the types' own
///   sections win).
/// - Else the auxiliary modes go into `context`: `future`, `hypothetical`, `negation` (manual, "Auxiliary modes").
/// - A STATEMENT is no PLOVER event.
struct PloverRecord {
  private let event: Event
  private let type: EventType
  private let auxiliary: String?
  /// What the event was read from; nil where that is not known.
  private let article: Article?

  /// Nil where PLOVER has no such event.
  init?(_ event: Event, of article: Article?) {
    guard event.type != .statement else { return nil }
    self.event = event
    self.article = article
    type = Self.type(of: event)
    auxiliary = type == event.type ? Self.auxiliaryMode(event.status) : nil
  }

  /// The type after the manual's rules for the future.
  static func type(of event: Event) -> EventType {
    guard event.status == .scheduled else { return event.type }
    switch event.type {
    case .consult, .support, .cooperate, .aid: return .agree
    case .retreat: return .concede
    default: return event.type
    }
  }

  private static func auxiliaryMode(_ status: EventStatus) -> String? {
    switch status {
    case .occurred, .ongoing: nil
    case .scheduled: "future"
    case .possible, .demanded: "hypothetical"
    case .denied: "negation"
    }
  }

  /// The modes; those of another type say nothing of this one.
  private var modes: [String] { type == event.type ? event.modes : [] }
}

extension PloverRecord: JSONEncodable {
  func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("id", event.id)
      writeTime(to: &json)
      json.member("actor", event.actors.map(PloverEntity.init))
      if !event.recipients.isEmpty { json.member("recipient", event.recipients.map(PloverEntity.init)) }
      json.member("event", [type.rawValue])
      json.member("event_loc", event.place.map(PloverPlace.init))
      json.member("event_text", [event.trigger.text])
      json.member("quad_code", type.quad)
      json.member("event_scale", type.intensity(modes: modes))
      json.member("mode", modes)
      json.member("context", event.contexts + (auxiliary.map { [$0] } ?? []))
      json.member("text", event.evidence.text)
      json.key("text_info")
      json.object { json in
        json.member("start", event.evidence.span.start)
        json.member("end", event.evidence.span.end)
      }
      if let article { writeCitation(of: article, to: &json) }
    }
  }

  /// The day of the event, or that of its article; the last day and the time of day, where they are told.
  private func writeTime(to json: inout JSONWriter) {
    guard let range = event.time?.range else { return json.member("date", article?.day?.description) }
    json.member("date", range.start.date.description)
    let last = Timestamp(seconds: max(range.start.seconds, range.end.seconds - 1)).date
    if isTimeOfDay { json.member("time", String(range.start.description.dropFirst(11))) }
    if last != range.start.date { json.member("enddate", last.description) }
  }

  /// Whether the value has a clock's time: `2024-03-06T14:30`, and not `2024-03-06TNI`.
  private var isTimeOfDay: Bool {
    guard let value = event.time?.value.utf8, value.count > 11 else { return false }
    return value.dropFirst(11).first.map { $0 &- UInt8(ascii: "0") < 10 } ?? false
  }

  private func writeCitation(of article: Article, to json: inout JSONWriter) {
    json.key("cite_info")
    json.object { json in
      json.member("citation", article.id)
      json.member("title", article.title)
      json.member("publication", article.source)
      json.member("url", article.url)
      json.member("language", article.language)
      json.member("coder", "newsd \(Newsq.version)")
      json.member("codebook", "plover-0.8")
    }
  }
}

/// An entity object of the manual.
private struct PloverEntity: JSONEncodable {
  let party: Party

  init(_ party: Party) { self.party = party }

  func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("code", party.code)
      json.member("sector", party.sector)
      json.member("entity_text", party.text)
      json.member("identifier_text", party.name)
      json.member("office", party.role)
    }
  }
}

/// A location object of the manual.
private struct PloverPlace: JSONEncodable {
  let place: Place

  init(_ place: Place) { self.place = place }

  func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("extracted_place", place.text)
      json.member("resolved_place", place.name)
      json.member("lat", place.latitude)
      json.member("lon", place.longitude)
      json.member("country_code", place.country)
      json.member("resolution", resolution)
    }
  }

  /// 5 is within a city, 4 a city, 2 a province, 1 a country; waters and borders have no level.
  private var resolution: Int? {
    switch place.kind {
    case .building: 5
    case .city: 4
    case .region: 2
    case .country: 1
    case .water, .border, nil: nil
    }
  }
}
