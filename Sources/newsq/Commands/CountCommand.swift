import JSONCoding
import NewsModel
import Platform

/// `newsq count`: counts events.
enum CountCommand {
  static let command = Command(
    name: "count", summary: "Count events by type, day, actor and the like.",
    options: [
      Option(
        "by", letter: "b", value: "WHAT", values: .words(EventDimension.names), repeats: true,
        "What to count by: \(EventDimension.names.joined(separator: ", ")); given twice, or as type,status, it counts pairs. "
          + "The default is type."),
      Option(
        "limit", letter: "n", value: "N", "How many lines at most, the largest counts first; the default is 1000."),
      .exitCode,
    ],
    takesFilters: true,
    details: ["An event with several actors counts under each of them. By day the earliest comes first."],
    examples: [
      "newsq count --by type", "newsq count --by day --type ASSAULT --since 2w",
      "newsq count --by actor,recipient -n 20",
    ]
  ) { (invocation) throws(Ending) in
    try invocation.expectNoOperand("count")
    let dimensions = try dimensionsAsked(invocation.arguments)
    var parameters = try invocation.filterParameters()
    parameters["by"] = .array(dimensions.map { .string($0.rawValue) })
    if invocation.arguments.has("limit") { parameters["limit"] = .int(try invocation.count("limit", default: 1)) }
    let answer = try invocation.connect().call("events.count", parameters)
    let counts = try Counts(answer: answer)
    try print(counts, answer, dimensions, invocation)
    try invocation.finish(found: counts.total)
  }

  private static func dimensionsAsked(_ arguments: ParsedArguments) throws(Ending) -> [EventDimension] {
    let words = arguments.all("by").flatMap { $0.split(separator: ",") }.map(String.init)
    var dimensions: [EventDimension] = []
    for word in words {
      guard let dimension = EventDimension(rawValue: word.lowercased()) else {
        throw Ending(.usage, "--by takes \(EventDimension.names.joined(separator: ", ")), found '\(word)'")
      }
      dimensions.append(dimension)
    }
    guard dimensions.count <= 2 else {
      throw Ending(.usage, "--by takes one or two of them, found \(dimensions.count)")
    }
    return dimensions.isEmpty ? [.type] : dimensions
  }

  private static func print(
    _ counts: Counts, _ answer: [UInt8], _ dimensions: [EventDimension], _ invocation: Invocation
  ) throws(Ending) {
    let output = invocation.output
    switch invocation.format {
    case .json: output.line(JSONWriter.indented(answer))
    case .lines, .plover:
      for entry in counts.entries {
        var json = JSONWriter()
        json.object { json in
          for (dimension, value) in zip(dimensions, entry.key) {
            json.member(dimension.rawValue, value.map(JSONValue.string) ?? .null)
          }
          json.member("count", entry.count)
        }
        output.line(json.bytes)
      }
    case .csv:
      output.line(CSV.line(dimensions.map(\.rawValue) + ["count"]))
      for entry in counts.entries { output.line(CSV.line(entry.key.map { $0 ?? "" } + [String(entry.count)])) }
    case .table: printTable(counts, dimensions, invocation)
    }
  }

  private static func printTable(_ counts: Counts, _ dimensions: [EventDimension], _ invocation: Invocation) {
    guard !counts.entries.isEmpty else { return Message.show("no event matches") }
    var columns = dimensions.map { Table.Column(title: $0.rawValue.uppercased(), minimum: 8) }
    columns.append(Table.Column(title: "COUNT", alignsRight: true))
    columns.append(Table.Column(title: "", minimum: 0, style: .cyan))
    var table = Table(columns)
    let largest = counts.entries.map(\.count).max() ?? 1
    for entry in counts.entries {
      table.add(entry.key.map { $0 ?? "—" } + [String(entry.count), bar(entry.count, of: largest)])
    }
    table.print(to: invocation.output, width: invocation.terminal.width, styles: invocation.styles)
    if !counts.isComplete { Message.show("these are the largest; --limit shows more") }
  }

  /// A bar of at most 30 columns, exact to an eighth of one.
  private static func bar(_ count: Int, of largest: Int) -> String {
    let eighths = max(1, count * 30 * 8 / largest)
    let parts = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
    return String(repeating: "█", count: eighths / 8) + parts[eighths % 8]
  }

  /// What `events.count` answers.
  private struct Counts: JSONDecodable {
    struct Entry {
      var key: [String?] = []
      var count = 0
    }

    var entries: [Entry] = []
    var total = 0
    var isComplete = true

    init(from json: inout JSONReader) throws(JSONError) {
      try json.readObject { (key, json) throws(JSONError) in
        switch key {
        case "counts": try json.readArray { (json) throws(JSONError) in entries.append(try Self.entry(&json)) }
        case "total": total = try json.readInt()
        case "complete": isComplete = try json.readBool()
        default: break
        }
      }
    }

    private static func entry(_ json: inout JSONReader) throws(JSONError) -> Entry {
      var entry = Entry()
      try json.readObject { (key, json) throws(JSONError) in
        switch key {
        case "key":
          try json.readArray { (json) throws(JSONError) in
            entry.key.append(try json.readNull() ? nil : try json.readString())
          }
        case "count": entry.count = try json.readInt()
        default: break
        }
      }
      return entry
    }
  }
}
