import JSONCoding
import NewsModel
import Platform

/// Prints events as they come, in the format that was asked for.
struct EventPrinter {
  private let invocation: Invocation
  private let table: EventTable
  private var hasTitles = false
  /// Sequence of the last event that was printed.
  private(set) var lastSequence: Int?

  private var plover: PloverPrinter?

  init(_ invocation: Invocation) throws(Ending) {
    self.invocation = invocation
    table = EventTable(invocation.output, width: invocation.terminal.width, styles: invocation.styles)
    try connect()
  }

  /// Connects anew, where there is anything to ask for.
  mutating func connect() throws(Ending) {
    // PLOVER records quote articles. Asking for them in between would take the notifications of another connection.
    if invocation.format == .plover { plover = PloverPrinter(invocation.output, try invocation.connect()) }
  }

  /// Prints events, given as JSON, and makes sure that they are out.
  mutating func print(_ items: [[UInt8]]) throws(Ending) {
    try plover?.print(items)
    for item in items {
      let event = try Event(answer: item)
      lastSequence = event.sequence
      if !hasTitles { printTitles() }
      switch invocation.format {
      case .table: table.print(event)
      case .lines: invocation.output.line(item)
      case .csv: invocation.output.line(CSV.line(EventColumns.fields(event)))
      case .plover: break
      case .json: invocation.output.line(JSONWriter.indented(item))
      }
    }
    try invocation.output.flush()
  }

  private mutating func printTitles() {
    hasTitles = true
    if invocation.format == .table { table.printTitles() }
    if invocation.format == .csv { invocation.output.line(CSV.line(EventColumns.titles)) }
  }
}
