import JSONCoding
import NewsModel
import Platform

/// `newsq events`: lists events.
enum EventsCommand {
  static let command = Command(
    name: "events", summary: "List events, the latest last.",
    options: ListQuery.options + [.exitCode],
    takesFilters: true, printsEvents: true,
    details: [
      "A filter may be given more than once: one of its values must fit. Different filters must all fit.",
      "WHEN is a date, month or year (2022-01-12, 2022-01, 2022), an RFC 3339 time, or counts from now: "
        + "3d, 12h, today, yesterday, +2w. Days are days in UTC.",
    ],
    examples: [
      "newsq events --type CONSULT --status scheduled", "newsq events --actor RUS/GOV --since 3d",
      "newsq events --speaker Stoltenberg --text 'Russia troops'", "newsq events --place Brussels -o csv > events.csv",
    ]
  ) { (invocation) throws(Ending) in
    try invocation.expectNoOperand("events")
    let query = ListQuery("events.query", member: "events", try invocation.filterParameters(), invocation)
    let limit = try invocation.count("limit", default: 100)
    let connection = try invocation.connect()
    let found = try query.run(connection, limit: limit)
    try print(found, connection, invocation)
    try invocation.finish(found: found.items.count)
  }

  private static func print(
    _ found: ListQuery.Found, _ connection: Connection, _ invocation: Invocation
  ) throws(Ending) {
    switch invocation.format {
    case .json: found.printDocument(member: "events", to: invocation.output)
    case .lines: for item in found.items { invocation.output.line(item) }
    case .csv:
      invocation.output.line(CSV.line(EventColumns.titles))
      for item in found.items { invocation.output.line(CSV.line(EventColumns.fields(try Event(answer: item)))) }
    case .plover:
      let printer = PloverPrinter(invocation.output, connection)
      try printer.print(found.items)
      printer.finish()
    case .table:
      let table = EventTable(invocation.output, width: invocation.terminal.width, styles: invocation.styles)
      if !found.items.isEmpty { table.printTitles() }
      for item in found.items { table.print(try Event(answer: item)) }
      if found.items.isEmpty { Message.show("no event matches") }
      if found.next != nil {
        try invocation.output.flush()
        Message.show("there are more; --limit \(found.items.count * 10) shows more of them")
      }
    }
  }
}
