import JSONRPC

extension RecordSchemas {
  /// The types of `events.explain`.
  static let explanations: [(name: String, schema: Schema)] = [
    ("Explanation", explanation), ("Step", step), ("RejectedWords", rejectedWords), ("Rejection", rejection),
  ]

  private static let explanation = Schema.record([
    Member("event", .reference("Event")), Member("steps", .list(.reference("Step"))),
  ])

  private static let step = Schema.record([
    Member("part", .string), Member("words", .string), Member("result", .string), Member("how", .string),
    Member("rejected", .list(.reference("Rejection"))),
  ])

  private static let rejectedWords = Schema.record(
    [Member("words", .string)] + span + [Member("reasons", .list(.reference("Rejection")))])

  private static let rejection = Schema.record([Member("what", .string), Member("why", .string)])
}
