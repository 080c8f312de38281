import JSONCoding
import NewsModel
import Platform

/// `newsq stories`: lists what happened, with all articles that tell of it.
enum StoriesCommand {
  static let command = Command(
    name: "stories", summary: "List happenings, each with all articles that tell of it, the latest last.",
    options: [
      Option("limit", letter: "n", value: "N", "How many at most, the latest; the default is 100."),
      Option("cursor", value: "CURSOR", "Go on after this cursor, which -o json gives as \"next\"."),
      Option("oldest", "Begin with the oldest instead of the latest."),
      Option("min-articles", value: "N", "Only stories of so many articles; the default is 1."),
      .exitCode,
    ],
    takesFilters: true,
    details: [
      "A story is listed where one of its articles fits. --article, --source, --since and --until ask for the article itself; any "
        + "other filter for an event in it. `newsq show ID` shows a story with its events and what changed."
    ],
    examples: [
      "newsq stories --min-articles 2 --since 3d", "newsq stories --type ASSAULT --country UKR -o jsonl",
    ]
  ) { (invocation) throws(Ending) in
    try invocation.expectNoOperand("stories")
    var filter = try invocation.filterParameters()
    filter["min_articles"] = .int(try invocation.count("min-articles", default: 1))
    var query = ListQuery("stories.query", member: "stories", filter)
    query.isOldestFirst = invocation.arguments.has("oldest")
    query.cursor = invocation.arguments["cursor"]
    let limit = try invocation.count("limit", default: 100)
    let found = try query.run(invocation.connect(), limit: limit)
    try print(found, invocation)
    try invocation.finish(found: found.items.count)
  }

  private static let columns = [
    Table.Column(title: "SEEN", style: .cyan), Table.Column(title: "STORY", minimum: 12),
    Table.Column(title: "TOLD", alignsRight: true), Table.Column(title: "EVENTS", alignsRight: true),
    Table.Column(title: "ID", style: .dim),
  ]

  private static func print(_ found: ListQuery.Found, _ invocation: Invocation) throws(Ending) {
    let output = invocation.output
    if invocation.format == .json { return found.printDocument(member: "stories", to: output) }
    if invocation.format == .lines {
      for item in found.items { output.line(item) }
      return
    }
    var stories: [JSONObject] = []
    for item in found.items { stories.append(try JSONObject(answer: item)) }
    if invocation.format == .csv {
      let names = [
        "id", "title", "first_seen", "last_seen", "sources", "articles", "events", "changes", "types", "parties",
        "places",
      ]
      output.line(CSV.line(names))
      for story in stories { output.line(CSV.line(names.map { words(story[$0], separator: ";") })) }
      return
    }
    guard !stories.isEmpty else { return Message.show("no story matches") }
    var table = Table(columns)
    for story in stories {
      let cells = ["title", "articles", "events", "id"].map { words(story[$0], separator: ", ") }
      table.add([days(story)] + cells)
    }
    table.print(to: output, width: invocation.terminal.width, styles: invocation.styles)
  }

  /// `2024-03-04` or `2024-03-04…06`, or with the month where that is another.
  private static func days(_ story: JSONObject) -> String {
    guard let first = story["first_seen"]?.string, let last = story["last_seen"]?.string else { return "" }
    if first == last { return first }
    return first + "…" + (first.prefix(7) == last.prefix(7) ? last.suffix(2) : last.suffix(5))
  }

  private static func words(_ value: JSONValue?, separator: String) -> String {
    value?.array.map { $0.map(\.words).joined(separator: separator) } ?? value?.words ?? ""
  }
}
