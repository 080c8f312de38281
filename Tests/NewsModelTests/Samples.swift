import JSONCoding
import NewsModel

/// An event that has every field.
let fullEvent = Event(
  id: "00ff00ff00ff00ff-02", article: "00ff00ff00ff00ff", sequence: 17, type: .consult, modes: ["multilateral"],
  contexts: ["diplomatic"], cameo: "046", status: .scheduled,
  actors: [
    Party(
      text: "the Freedonian envoy", name: "Ada Example", code: "FRD", sector: "GOV", role: "envoy", span: Span(0, 20)),
    Party(text: "rebels", span: Span(25, 31), unresolved: "nobody is known by these words"),
  ],
  recipients: [Party(text: "Sylvania", name: "Sylvania", code: "SYL", span: Span(40, 48))],
  time: TimeExpression(
    text: "Monday to Wednesday", kind: .date, value: "2024-03-04", endValue: "2024-03-06", basis: .relative,
    span: Span(50, 69)),
  place: Place(
    text: "Geneva", name: "Geneva", country: "CHE", latitude: 46.20222, longitude: 6, kind: .city, span: Span(73, 79)),
  quantities: [
    Quantity(
      text: "an estimated 1,000 monitors", value: 1000, approximate: true, counted: "monitor", span: Span(80, 107)),
    Quantity(text: "2 to 3 km", low: 2, high: 3, unit: "km", span: Span(110, 119)),
  ],
  condition: Quote(text: "if the truce holds", span: Span(120, 138)),
  attribution: Attribution(
    source: Party(text: "a spokeswoman", role: "spokeswoman", span: Span(140, 153)), cue: "said", kind: .mixed,
    content: Quote(text: "will \"meet\"", span: Span(31, 42)),
    via: Party(text: "AFP", code: "NGO", span: Span(160, 163))),
  trigger: Quote(text: "meet", span: Span(36, 40)), evidence: Quote(text: "… will \"meet\" …", span: Span(0, 139)),
  mentions: [Quote(text: "the meeting", span: Span(200, 211))], confidence: 0.84, rule: "consult.meet")

/// An event that has nothing but what it must have.
let bareEvent = Event(
  type: .statement, trigger: Quote(text: "said", span: Span(3, 7)), evidence: Quote(text: "He said", span: Span(0, 7)))

let fullArticle = Article(
  id: "00ff00ff00ff00ff", title: "Envoys \"meet\"", text: "One.\nZwei: é €.", date: "2024-03-04T10:00:00Z",
  dateBasis: .dateline, source: "example.org", url: "https://example.org/a?b=1&c=/", language: "en", file: "a.json",
  received: "2024-03-04T11:00:00Z")

/// A value as JSON text.
func json(_ value: some JSONEncodable) -> String { String(decoding: value.jsonBytes, as: UTF8.self) }

/// Reads a value from JSON text.
func read<Value: JSONDecodable>(_ type: Value.Type = Value.self, _ text: String) throws(JSONError) -> Value {
  try Value(parsing: Array(text.utf8))
}
