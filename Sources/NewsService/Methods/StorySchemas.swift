import JSONRPC

extension RecordSchemas {
  /// The types of `stories.*`.
  static let stories: [(name: String, schema: Schema)] = [
    ("Story", story), ("StoryArticle", storyArticle), ("StoryEvent", storyEvent), ("StoryMention", storyMention),
    ("StoryChange", storyChange), ("StorySummary", storySummary),
  ]

  private static let story = Schema.record(
    storyFacts + [
      Member("articles", .list(.reference("StoryArticle"))), Member("events", .list(.reference("StoryEvent"))),
    ])

  /// A story as a list shows it.
  static let storySummary = Schema.record(
    storyFacts + [
      Member("articles", .integer(1 ... .max)), Member("events", .integer(0 ... .max)),
      Member("changes", .integer(0 ... .max)), Member("types", .list(.string)), Member("parties", .list(.string)),
      Member("places", .list(.string)),
    ])

  private static let storyFacts = [Member("id", .string), optional("title", .string)] + days + [sources]

  private static let days = [optional("first_seen", .string), optional("last_seen", .string)]

  private static let sources = Member("sources", .list(.string))

  private static let storyArticle = Schema.record([
    Member("id", .string), optional("title", .string), optional("source", .string), optional("date", .string),
    optional("url", .string),
  ])

  private static let storyEvent = Schema.record(
    [Member("event", .reference("Event"))] + days + [
      sources, Member("mentions", .list(.reference("StoryMention"))),
      Member("changes", .list(.reference("StoryChange"))),
    ])

  private static let storyMention = Schema.record([
    Member("event", .string), optional("source", .string), optional("day", .string), Member("trigger", .string),
  ])

  private static let storyChange = Schema.record([
    Member("what", .string), Member("from", .string), Member("to", .string), Member("event", .string),
    optional("day", .string),
  ])
}
