package import JSONCoding

/// One coded event: who did what to whom, when, where, and on whose word.
///
/// A field that is not known is absent, never guessed.
package struct Event: Sendable, Hashable {
  /// The article's id, a hyphen, and the event's number in it from 01: `82e877f78b95c586-07`. The same bytes give the same ids.
  package var id: String
  /// The article's id.
  package var article: String
  /// Position among all events of the store, from 1; 0 before the event is stored.
  package var sequence: Int
  package var type: EventType
  /// PLOVER modes of the type.
  package var modes: [String]
  /// PLOVER contexts: "military", "diplomatic", …
  package var contexts: [String]
  /// CAMEO code of two to four digits, so that users of GDELT, ICEWS and Phoenix can join.
  package var cameo: String
  package var status: EventStatus
  /// Who acts. A list and never a cross-product; all participants of a meeting are actors.
  package var actors: [Party]
  /// To whom it is done. A place is never a recipient.
  package var recipients: [Party]
  package var time: TimeExpression?
  package var place: Place?
  package var quantities: [Quantity]
  /// The condition under which it holds: "if it attacks Ukraine".
  package var condition: Quote?
  package var attribution: Attribution?
  /// The words that made it this event.
  package var trigger: Quote
  /// The sentence or clause that shows it.
  package var evidence: Quote
  /// Further mentions of the same event in the article.
  package var mentions: [Quote]
  /// 0…1.
  package var confidence: Double
  /// The lexicon entry that fired.
  package var rule: String

  package init(
    id: String = "", article: String = "", sequence: Int = 0, type: EventType, modes: [String] = [],
    contexts: [String] = [], cameo: String = "", status: EventStatus = .occurred, actors: [Party] = [],
    recipients: [Party] = [], time: TimeExpression? = nil, place: Place? = nil, quantities: [Quantity] = [],
    condition: Quote? = nil, attribution: Attribution? = nil, trigger: Quote, evidence: Quote, mentions: [Quote] = [],
    confidence: Double = 0, rule: String = ""
  ) {
    self.id = id
    self.article = article
    self.sequence = sequence
    self.type = type
    self.modes = modes
    self.contexts = contexts
    self.cameo = cameo
    self.status = status
    self.actors = actors
    self.recipients = recipients
    self.time = time
    self.place = place
    self.quantities = quantities
    self.condition = condition
    self.attribution = attribution
    self.trigger = trigger
    self.evidence = evidence
    self.mentions = mentions
    self.confidence = confidence
    self.rule = rule
  }

  /// Quad category, from the type.
  package var quad: Int { type.quad }

  /// PLOVER score, from type and modes.
  package var intensity: Double { type.intensity(modes: modes) }
}

extension Event: JSONEncodable {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("id", id)
      json.member("article", article)
      if sequence > 0 { json.member("sequence", sequence) }
      json.member("type", type.rawValue)
      json.member("modes", modes)
      json.member("contexts", contexts)
      json.member("cameo", cameo)
      json.member("quad", quad)
      json.member("intensity", intensity)
      json.member("status", status.rawValue)
      json.member("actors", actors)
      json.member("recipients", recipients)
      json.member("time", time)
      json.member("place", place)
      json.member("quantities", quantities)
      json.member("condition", condition)
      json.member("attribution", attribution)
      json.member("trigger", trigger)
      json.member("evidence", evidence)
      if !mentions.isEmpty { json.member("mentions", mentions) }
      json.member("confidence", confidence)
      json.member("rule", rule)
    }
  }
}

extension Event: JSONDecodable {
  package init(from json: inout JSONReader) throws(JSONError) {
    let nowhere = Quote(text: "", span: Span(0, 0))
    self.init(type: .statement, trigger: nowhere, evidence: nowhere)
    try json.readObject { (key, json) throws(JSONError) in
      switch key {
      case "id": id = try json.readString()
      case "article": article = try json.readString()
      case "sequence": sequence = try json.readInt()
      case "type": type = try json.readChoice(EventType.self)
      case "modes": modes = try json.readList(String.self)
      case "contexts": contexts = try json.readList(String.self)
      case "cameo": cameo = try json.readString()
      case "status": status = try json.readChoice(EventStatus.self)
      case "actors": actors = try json.readList(Party.self)
      case "recipients": recipients = try json.readList(Party.self)
      case "time": time = try TimeExpression(from: &json)
      case "place": place = try Place(from: &json)
      case "quantities": quantities = try json.readList(Quantity.self)
      case "condition": condition = try Quote(from: &json)
      case "attribution": attribution = try Attribution(from: &json)
      case "trigger": trigger = try Quote(from: &json)
      case "evidence": evidence = try Quote(from: &json)
      case "mentions": mentions = try json.readList(Quote.self)
      case "confidence": confidence = try json.readDouble()
      case "rule": rule = try json.readString()
      default: try json.skipValue()
      }
    }
  }
}
