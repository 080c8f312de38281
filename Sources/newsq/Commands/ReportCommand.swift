import JSONCoding
import NewsModel
import Platform

/// `newsq report`: one page for people who would rather look than read.
enum ReportCommand {
  static let command = Command(
    name: "report", summary: "Write a page of figures: when, who did what to whom, where, and what is to come.",
    options: [
      Option("output", letter: "o", value: "FILE", values: .files, "The page; the default is newsd-report.html."),
      Option("title", value: "TEXT", "Its title; the default tells the filters."),
      Option("limit", letter: "n", value: "N", "How many events at most, the latest; the default is 10000."),
      .exitCode,
    ],
    takesFilters: true, writesFile: true,
    details: [
      "The page is one HTML file that loads nothing: it can be kept, sent and opened anywhere. Each figure chooses among the "
        + "events, which stand below with the words that show them. It fits phones and paper, and follows a dark screen."
    ],
    examples: ["newsq report -o news.html", "newsq report --country UKR --since 30d -o ukraine.html"]
  ) { (invocation) throws(Ending) in
    try invocation.expectNoOperand("report")
    let filter = try invocation.filterParameters()
    let limit = try invocation.count("limit", default: 10_000)
    let path = FilePath(invocation.arguments["output"] ?? "newsd-report.html")
    let connection = try invocation.connect()
    var page = ReportPage(title: invocation.arguments["title"] ?? title(filter))
    var query = ListQuery("events.query", member: "events", filter)
    let progress = Progress(isWanted: true)
    query.progress = progress
    for item in try query.run(connection, limit: limit).items { page.add(try Event(answer: item)) }
    let articles = ArticleCache(connection)
    try articles.fetch(page.articles)
    let output = try Output(into: path)
    page.write(to: output, articles)
    try output.finish()
    progress.finish()
    Message.show("\(page.eventCount) events from \(page.articles.count) articles in \(path)")
    try invocation.finish(found: page.eventCount)
  }

  /// `News events: type ASSAULT, country UKR`.
  private static func title(_ filter: JSONObject) -> String {
    guard !filter.isEmpty else { return "News events" }
    let parts = filter.members.map { member in
      let values = member.value.array?.map(\.words) ?? [member.value.words]
      return member.key.split(separator: "_").joined(separator: " ") + " " + values.joined(separator: " or ")
    }
    return "News events: " + parts.joined(separator: ", ")
  }
}
