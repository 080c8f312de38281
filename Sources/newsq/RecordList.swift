import JSONCoding
import Platform

/// How records of one kind are listed: articles, stories.
struct RecordList: Sendable {
  /// The method that lists them: "articles.query".
  let method: String
  /// The member of its answer that has them: "articles".
  let member: String
  /// What is said where there are none.
  let nothing: String
  /// Their members that CSV has, in this order.
  let members: [String]
  /// Columns on a terminal, and a record's cells in them.
  let columns: [Table.Column]
  let cells: @Sendable (JSONObject) -> [String]

  /// Asks for those that the options want and prints them in the format that was asked for.
  func run(_ filter: JSONObject, _ invocation: Invocation) throws(Ending) {
    let query = ListQuery(method, member: member, filter, invocation)
    let limit = try invocation.count("limit", default: 100)
    let found = try query.run(invocation.connect(), limit: limit)
    try print(found, invocation)
    try invocation.finish(found: found.items.count)
  }

  private func print(_ found: ListQuery.Found, _ invocation: Invocation) throws(Ending) {
    let output = invocation.output
    switch invocation.format {
    case .json: found.printDocument(member: member, to: output)
    case .lines, .plover: for item in found.items { output.line(item) }
    case .csv:
      output.line(CSV.line(members))
      for item in found.items {
        let record = try JSONObject(answer: item)
        output.line(CSV.line(members.map { record.words($0, separator: ";") }))
      }
    case .table:
      guard !found.items.isEmpty else { return Message.show(nothing) }
      var table = Table(columns)
      for item in found.items { table.add(cells(try JSONObject(answer: item))) }
      table.print(to: output, width: invocation.terminal.width, styles: invocation.styles)
    }
  }
}

extension JSONObject {
  /// A member as people write it, a list with a separator; empty where there is none.
  func words(_ name: String, separator: String = ", ") -> String {
    guard let value = self[name] else { return "" }
    return value.array.map { $0.map(\.words).joined(separator: separator) } ?? value.words
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
