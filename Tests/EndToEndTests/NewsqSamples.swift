import JSONCoding
import NewsModel

/// Events that newsq is shown by a daemon that tests made.
enum NewsqSamples {
  static let text =
    "The next talks will be held in Brussels on Wednesday, an agency said.\nNobody else spoke.\nThe envoy left."

  static let article = Article(
    id: "00000000000000aa", title: "Talks", text: text, date: "2024-03-04", dateBasis: .metadata, source: "The Gazette")

  static let talks = Event(
    id: "00000000000000aa-01", article: "00000000000000aa", sequence: 1, type: .consult, modes: ["multilateral"],
    contexts: ["diplomatic"], cameo: "046", status: .scheduled,
    actors: [party("Moscow", "Russia", "RUS", "GOV"), party("the alliance", "NATO", "IGO")],
    time: TimeExpression(text: "on Wednesday", kind: .date, value: "2024-03-06", basis: .relative, span: Span(40, 52)),
    place: Place(
      text: "Brussels", name: "Brussels", country: "BEL", latitude: 50.85, longitude: 4.35, kind: .city,
      span: Span(31, 39)),
    quantities: [Quantity(text: "two days", value: 2, unit: "day", span: Span(0, 0))],
    attribution: Attribution(source: party("an agency", "AFP", "NGO", "JRN"), cue: "said", kind: .indirect),
    trigger: Quote(text: "talks", span: Span(9, 14)),
    evidence: Quote(text: "The next talks will be held in Brussels on Wednesday", span: Span(0, 52)), confidence: 0.84,
    rule: "consult.talks")

  static let attack = Event(
    id: "00000000000000aa-02", article: "00000000000000aa", sequence: 2, type: .assault, cameo: "190", status: .denied,
    actors: [party("中国外交部", "中国外交部", "CHN")], recipients: [party("a \"group\", unnamed")],
    time: TimeExpression(kind: .date, value: "2024-W10", basis: .relative),
    trigger: Quote(text: "left", span: Span(99, 103)),
    evidence: Quote(text: "The\u{1B}[31m envoy\nleft.", span: Span(89, 104)), confidence: 0.5, rule: "assault")

  static let bare = Event(
    id: "00000000000000aa-03", article: "00000000000000aa", sequence: 3, type: .statement, cameo: "010",
    trigger: Quote(text: "spoke", span: Span(82, 87)), evidence: Quote(text: "Nobody else spoke.", span: Span(70, 88)),
    confidence: 0.4, rule: "statement")

  private static func party(_ text: String, _ name: String? = nil, _ code: String? = nil, _ sector: String? = nil)
    -> Party
  {
    Party(text: text, name: name, code: code, sector: sector, span: Span(0, 0))
  }

  /// The answer to `events.query` with the newest first.
  static var events: String { list("events", [bare, attack, talks]) }

  /// An answer with a list, and a cursor where more follow.
  static func list(_ member: String, _ items: [some JSONEncodable], next: String? = nil) -> String {
    var json = JSONWriter()
    json.object { json in
      json.member(member, items)
      json.member("next", next)
    }
    return String(decoding: json.bytes, as: UTF8.self)
  }

  /// The answer to `events.get` and `articles.get`.
  static func shown(_ events: [Event], asArticle: Bool) -> String {
    var json = JSONWriter()
    json.object { json in
      json.member("article", article)
      if asArticle { json.member("events", events) } else { json.member("event", events[0]) }
    }
    return String(decoding: json.bytes, as: UTF8.self)
  }
}
