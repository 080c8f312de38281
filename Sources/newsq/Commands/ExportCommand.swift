import JSONCoding
import NewsModel
import Platform

/// `newsq export`: everything that matches, in one file.
enum ExportCommand {
  static let command = Command(
    name: "export", summary: "Write all that matches into one file, oldest first.",
    options: [
      Option(
        "to", value: "FILE", values: .files,
        "The file, which appears when it is complete; else standard output gets it.")
    ],
    takesFilters: true, printsEvents: true,
    details: [
      "-o jsonl, the default, gives one article a line, text and all, with all its events, as newsd's own segments have it: an "
        + "article goes with those that match where one of its events fits the filters. -o json gives the same as one array. "
        + "-o csv and -o plover give one event a line, those that fit.",
      "-o plover follows the manual of PLOVER 0.8: a future CONSULT, SUPPORT, COOPERATE or AID becomes AGREE, an announced "
        + "RETREAT becomes CONCEDE, what is only future, possible, demanded or denied says so in \"context\", and a STATEMENT "
        + "is left out.",
    ],
    examples: [
      "newsq export --to everything.jsonl", "newsq export --since 2024-01-01 --until 2024-12-31 -o csv --to 2024.csv",
      "newsq export --country UKR -o plover | gzip > ukraine.jsonl.gz",
    ]
  ) { (invocation) throws(Ending) in
    try invocation.expectNoOperand("export")
    let file = invocation.arguments["to"].map { FilePath($0) }
    let output = try Output(into: file)
    let export = try Export(invocation, output)
    try export.run(format(invocation))
    try output.finish()
  }

  /// A file is no terminal: without a word on the format it gets lines.
  private static func format(_ invocation: Invocation) -> OutputFormat {
    invocation.format == .table ? .lines : invocation.format
  }
}

/// One run of `newsq export`.
private struct Export {
  private let connection: Connection
  private let filter: JSONObject
  private let output: Output
  private let progress: Progress
  /// Events or articles asked for at a time.
  private static let pageSize = 500

  init(_ invocation: Invocation, _ output: Output) throws(Ending) {
    filter = try invocation.filterParameters()
    connection = try invocation.connect()
    self.output = output
    progress = Progress(isWanted: invocation.arguments.has("to") || !invocation.terminal.isTerminal)
  }

  func run(_ format: OutputFormat) throws(Ending) {
    switch format {
    case .csv:
      output.line(CSV.line(EventColumns.titles))
      try forEachPage("events") { (items) throws(Ending) in
        for item in items { output.line(CSV.line(EventColumns.fields(try Event(answer: item)))) }
      }
    case .plover:
      let printer = PloverPrinter(output, connection)
      try forEachPage("events") { (items) throws(Ending) in try printer.print(items) }
      printer.finish()
    case .json:
      var separator = "[\n"
      try forEachArticle { article in
        output.text(separator)
        output.bytes(article)
        separator = ",\n"
      }
      output.line(separator == "[\n" ? "[]" : "\n]")
    case .lines, .table: try forEachArticle { output.line($0) }
    }
    progress.finish()
  }

  /// Visits the articles that match, each as JSON with its text and events.
  private func forEachArticle(_ body: ([UInt8]) -> Void) throws(Ending) {
    let connection = connection
    try forEachPage("articles") { (items) throws(Ending) in
      for item in items {
        let id = try JSONObject(answer: item)["id"] ?? nil
        body(try connection.call("articles.get", ["id": id]))
      }
    }
  }

  /// Visits what matches page by page, oldest first, and lets each page go before the next comes.
  private func forEachPage(
    _ member: String, _ body: ([[UInt8]]) throws(Ending) -> Void
  ) throws(Ending) {
    var query = ListQuery("\(member).query", member: member, filter)
    query.isOldestFirst = true
    repeat {
      let found = try query.run(connection, limit: Self.pageSize)
      try body(found.items)
      try output.flush()
      progress.add(found.items.count, member)
      query.cursor = found.next
    } while query.cursor != nil
  }
}
