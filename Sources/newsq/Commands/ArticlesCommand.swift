import JSONCoding
import NewsModel
import Platform

/// `newsq articles`: lists articles.
enum ArticlesCommand {
  static let command = Command(
    name: "articles", summary: "List articles, the latest last.",
    options: ListQuery.options + [.exitCode],
    takesFilters: true,
    details: [
      "--article, --source, --since and --until ask for the article itself; any other filter for an article with an event "
        + "that fits."
    ],
    examples: ["newsq articles --source AFP --since yesterday", "newsq articles --type ASSAULT --country UKR"]
  ) { (invocation) throws(Ending) in
    try invocation.expectNoOperand("articles")
    try list.run(try invocation.filterParameters(), invocation)
  }

  private static let list = RecordList(
    method: "articles.query", member: "articles", nothing: "no article matches",
    members: ["id", "title", "date", "date_basis", "source", "url", "language", "file", "received", "events"],
    columns: [
      Table.Column(title: "DATE", style: .cyan), Table.Column(title: "SOURCE", minimum: 8),
      Table.Column(title: "TITLE", minimum: 12), Table.Column(title: "EVENTS", alignsRight: true),
      Table.Column(title: "ID", style: .dim),
    ]
  ) { article in
    [String(article.words("date").prefix(10))] + ["source", "title", "events", "id"].map { article.words($0) }
  }
}
