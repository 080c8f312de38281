import JSONCoding
import JSONRPC
import Platform

/// Commands for the interface itself.
enum CallCommands {
  static let methods = Command(
    name: "methods", summary: "List the methods of newsd's JSON-RPC interface.",
    details: [
      "With -o json it prints the whole description, an OpenRPC 1.3 document: parameters, results and examples, which "
        + "newsd-rpc(7) has too."
    ]
  ) { (invocation) throws(Ending) in
    try invocation.expectNoOperand("methods")
    let answer = try invocation.connect().call("rpc.discover")
    let methods = (try JSONObject(answer: answer)["methods"]?.array ?? []).compactMap(\.object)
    let output = invocation.output
    switch invocation.format {
    case .json: output.line(JSONWriter.indented(answer))
    case .lines, .plover: for method in methods { output.line(method.jsonBytes) }
    case .csv:
      output.line(CSV.line(["method", "parameters", "summary"]))
      for method in methods { output.line(CSV.line(cells(method))) }
    case .table:
      table(methods, invocation.terminal.width).print(
        to: output, width: invocation.terminal.width, styles: invocation.styles)
    }
  }

  /// What each method does, and what it takes where there is room for both.
  private static func table(_ methods: [JSONObject], _ width: Int) -> Table {
    let isWide = width >= 140
    let parameters = isWide ? [Table.Column(title: "PARAMETERS", minimum: 10, style: .cyan)] : []
    var table = Table([Table.Column(title: "METHOD")] + parameters + [Table.Column(title: "SUMMARY", minimum: 20)])
    for method in methods {
      let cells = cells(method)
      table.add(isWide ? cells : [cells[0], cells[2]])
    }
    return table
  }

  /// Name, parameters (those that may be left out in brackets), and summary.
  private static func cells(_ method: JSONObject) -> [String] {
    let parameters = (method["params"]?.array ?? []).map { parameter in
      let name = parameter["name"]?.string ?? ""
      return parameter["required"]?.bool == true ? name : "[\(name)]"
    }
    return [method["name"]?.string ?? "", parameters.joined(separator: " "), method["summary"]?.string ?? ""]
  }

  static let call = Command(
    name: "call", operands: "METHOD [JSON | NAME=VALUE...]",
    operandValues: .lines(of: "newsq methods -o csv | tail -n +2 | cut -d, -f1"),
    summary: "Call a method and print its result.",
    details: [
      "Parameters are one JSON object or array, or names with values; a value that is JSON is taken as such, and anything else "
        + "as a string."
    ],
    examples: [
      "newsq call events.count by=day type=ASSAULT",
      "newsq call events.query '{\"actor\": [\"RUS\", \"UKR\"], \"limit\": 5}'",
    ]
  ) { (invocation) throws(Ending) in
    guard let method = invocation.arguments.operands.first else {
      throw Ending(.usage, "a method is missing; 'newsq methods' lists them")
    }
    let parameters = try parameters(Array(invocation.arguments.operands.dropFirst()))
    let answer = try invocation.connect().call(method, parameters, mayTakeLong: true)
    // Without a word on the format a person gets it laid out.
    let isLaidOut = invocation.format == .json || invocation.format == .table
    invocation.output.line(isLaidOut ? JSONWriter.indented(answer) : answer)
  }

  private static func parameters(_ words: [String]) throws(Ending) -> Request.Parameters {
    guard let first = words.first else { return .none }
    if first.hasPrefix("{") || first.hasPrefix("[") {
      guard words.count == 1 else {
        throw Ending(.usage, "parameters are one JSON text, or NAME=VALUE words, not both")
      }
      do {
        let value = try JSONValue(parsing: Array(first.utf8))
        return value.array.map { .byPosition($0) } ?? .byName(value.object ?? [:])
      } catch {
        throw Ending(.usage, "the parameters are no JSON: \(error)")
      }
    }
    var object = JSONObject()
    for word in words {
      guard let equals = word.firstIndex(of: "="), equals != word.startIndex else {
        throw Ending(.usage, "a parameter is written NAME=VALUE, found '\(word)'")
      }
      let text = String(word[word.index(after: equals)...])
      object[String(word[..<equals])] = (try? JSONValue(parsing: Array(text.utf8))) ?? .string(text)
    }
    return .byName(object)
  }
}
