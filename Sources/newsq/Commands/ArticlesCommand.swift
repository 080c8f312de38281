import JSONCoding
import NewsModel
import Platform

/// `newsq articles`: lists articles.
enum ArticlesCommand {
  static let command = Command(
    name: "articles", summary: "List articles, the latest last.",
    options: [
      Option("limit", letter: "n", value: "N", "How many at most, the latest; the default is 100."),
      Option("cursor", value: "CURSOR", "Go on after this cursor, which -o json gives as \"next\"."),
      Option("oldest", "Begin with the oldest instead of the latest."),
      .exitCode,
    ],
    takesFilters: true,
    details: [
      "--article, --source, --since and --until ask for the article itself; any other filter for an article with an event "
        + "that fits."
    ],
    examples: ["newsq articles --source AFP --since yesterday", "newsq articles --type ASSAULT --country UKR"]
  ) { (invocation) throws(Ending) in
    try invocation.expectNoOperand("articles")
    var query = ListQuery("articles.query", member: "articles", try invocation.filterParameters())
    query.isOldestFirst = invocation.arguments.has("oldest")
    query.cursor = invocation.arguments["cursor"]
    let limit = try invocation.count("limit", default: 100)
    let found = try query.run(invocation.connect(), limit: limit)
    try print(found, invocation)
    try invocation.finish(found: found.items.count)
  }

  private static let columns = [
    Table.Column(title: "DATE", style: .cyan), Table.Column(title: "SOURCE", minimum: 8),
    Table.Column(title: "TITLE", minimum: 12), Table.Column(title: "EVENTS", alignsRight: true),
    Table.Column(title: "ID", style: .dim),
  ]

  private static func print(_ found: ListQuery.Found, _ invocation: Invocation) throws(Ending) {
    let output = invocation.output
    if invocation.format == .json { return found.printDocument(member: "articles", to: output) }
    if invocation.format == .lines {
      for item in found.items { output.line(item) }
      return
    }
    var articles: [JSONObject] = []
    for item in found.items { articles.append(try JSONObject(answer: item)) }
    if invocation.format == .csv {
      let names = ["id", "title", "date", "date_basis", "source", "url", "language", "file", "received", "events"]
      output.line(CSV.line(names))
      for article in articles { output.line(CSV.line(names.map { article[$0]?.words ?? "" })) }
      return
    }
    guard !articles.isEmpty else { return Message.show("no article matches") }
    var table = Table(columns)
    for article in articles {
      let cells = ["date", "source", "title", "events", "id"].map { article[$0]?.words ?? "" }
      table.add([String(cells[0].prefix(10))] + cells[1...])
    }
    table.print(to: output, width: invocation.terminal.width, styles: invocation.styles)
  }
}

extension JSONValue {
  /// The value as people write it: a string without quotation marks.
  var words: String {
    switch self {
    case .string(let text): text
    case .null: ""
    default: description
    }
  }
}
