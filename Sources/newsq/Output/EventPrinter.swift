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

  private let plover: PloverPrinter?

  /// - Parameter connection: where articles are asked for that PLOVER records quote.
  init(_ invocation: Invocation, plover connection: Connection? = nil) {
    self.invocation = invocation
    plover = connection.map { PloverPrinter(invocation.output, $0) }
    table = EventTable(invocation.output, width: invocation.terminal.width, styles: invocation.styles)
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
