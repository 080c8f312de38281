import JSONRPC
import NewsModel

/// The types of the records in answers, by the names that `rpc.discover` gives them.
enum RecordSchemas {
  /// Every type that others refer to.
  static let all: [(name: String, schema: Schema)] =
    [
      ("Event", event), ("Article", article), ("Party", party), ("Time", time), ("Place", place),
      ("Quantity", quantity),
      ("Attribution", attribution), ("Quote", quote), ("ArticleSummary", articleSummary),
    ] + stories + explanations
    + selections(of: [("Event", event), ("ArticleSummary", articleSummary), ("StorySummary", storySummary)])

  typealias Member = Schema.Member

  static func optional(_ name: String, _ schema: Schema) -> Member { Member(name, schema, isOptional: true) }

  static let span = [Member("start", .integer(0 ... .max)), Member("end", .integer(0 ... .max))]

  private static func names<Choice: RawRepresentable<String> & CaseIterable>(_ type: Choice.Type) -> Schema {
    .choice(Choice.allCases.map(\.rawValue))
  }

  private static let event = Schema.record(
    [
      Member("id", .string), Member("article", .string), optional("sequence", .integer(1 ... .max)),
      Member("type", names(EventType.self)), Member("modes", .list(.string)), Member("contexts", .list(.string)),
      Member("cameo", .string), Member("quad", .integer(1...4)), Member("intensity", .number(-10...10)),
      Member("status", names(EventStatus.self)), Member("actors", .list(.reference("Party"))),
      Member("recipients", .list(.reference("Party"))), optional("time", .reference("Time")),
      optional("place", .reference("Place")), Member("quantities", .list(.reference("Quantity"))),
      optional("condition", .reference("Quote")), optional("attribution", .reference("Attribution")),
      Member("trigger", .reference("Quote")), Member("evidence", .reference("Quote")),
      optional("mentions", .list(.reference("Quote"))), Member("confidence", .number(0...1)), Member("rule", .string),
    ])

  private static let article = Schema.record(
    [Member("id", .string)] + articleFacts + [Member("text", .string)])

  /// An article without its text, with the number of its events.
  private static let articleSummary = Schema.record(
    [Member("id", .string)] + articleFacts + [Member("events", .integer(0 ... .max))])

  private static let articleFacts = [
    optional("title", .string), optional("date", .string), optional("date_basis", names(Article.DateBasis.self)),
    optional("source", .string), optional("url", .string), optional("language", .string), optional("file", .string),
    optional("received", .string),
  ]

  private static let party = Schema.record(
    [
      Member("text", .string), optional("name", .string), optional("code", .string), optional("sector", .string),
      optional("role", .string),
    ] + span + [optional("unresolved", .string)])

  private static let time = Schema.record([
    optional("text", .string), Member("type", names(TimeExpression.Kind.self)), optional("value", .string),
    optional("end_value", .string), Member("basis", names(TimeExpression.Basis.self)),
    optional("start", .integer(0 ... .max)), optional("end", .integer(0 ... .max)), optional("unresolved", .string),
  ])

  private static let place = Schema.record(
    [
      Member("text", .string), optional("name", .string), optional("country", .string),
      optional("latitude", .number(-90...90)), optional("longitude", .number(-180...180)),
      optional("kind", names(Place.Kind.self)),
    ] + span + [optional("unresolved", .string)])

  private static let quantity = Schema.record(
    [
      Member("text", .string), optional("value", .number), optional("low", .number), optional("high", .number),
      optional("unit", .string), Member("approximate", .boolean), optional("counted", .string),
    ] + span)

  private static let attribution = Schema.record([
    Member("source", .reference("Party")), optional("cue", .string), Member("kind", names(Attribution.Kind.self)),
    optional("content", .reference("Quote")), optional("via", .reference("Party")),
  ])

  private static let quote = Schema.record([Member("text", .string)] + span)

  /// What a list answers: records of a type, whole or with the members that `fields` chose, and the cursor of the next page.
  static func page(_ name: String, of type: String) -> Schema {
    .record([Member(name, .list(.reference(selected + type))), optional("next", .string)])
  }

  /// Begins the name of a type whose records have only the members that were asked for.
  private static let selected = "Selected"

  /// Those types of a list, each with its name: as they are, but every member may be missing.
  private static func selections(of types: [(name: String, schema: Schema)]) -> [(name: String, schema: Schema)] {
    types.map { (selected + $0.name, $0.schema.withoutRequirements) }
  }

  /// An object whose members are all whole numbers.
  static func counts(_ names: String...) -> Schema { .record(names.map { Member($0, .integer(0 ... .max)) }) }
}
