import JSONCoding
import NewsModel
import Platform

/// `newsq stories`: lists what happened, with all articles that tell of it.
enum StoriesCommand {
  static let command = Command(
    name: "stories", summary: "List happenings, each with all articles that tell of it, the latest last.",
    options: ListQuery.options + [
      Option("min-articles", value: "N", "Only stories of so many articles; the default is 1."), .exitCode,
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
    try list.run(filter, invocation)
  }

  private static let list = RecordList(
    method: "stories.query", member: "stories", nothing: "no story matches",
    members: [
      "id", "title", "first_seen", "last_seen", "sources", "articles", "events", "changes", "types", "parties",
      "places",
    ],
    columns: [
      Table.Column(title: "SEEN", style: .cyan), Table.Column(title: "STORY", minimum: 12),
      Table.Column(title: "TOLD", alignsRight: true), Table.Column(title: "EVENTS", alignsRight: true),
      Table.Column(title: "ID", style: .dim),
    ]
  ) { story in [days(story)] + ["title", "articles", "events", "id"].map { story.words($0) } }

  /// `2024-03-04` or `2024-03-04…06`, or with the month where that is another.
  private static func days(_ story: JSONObject) -> String {
    guard let first = story["first_seen"]?.string, let last = story["last_seen"]?.string else { return "" }
    if first == last { return first }
    return first + "…" + (first.prefix(7) == last.prefix(7) ? last.suffix(2) : last.suffix(5))
  }
}
