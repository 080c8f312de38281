import JSONCoding
import Platform
import Spelling

/// `newsq quarantine`: files that could not be read.
enum QuarantineCommand {
  static let command = Command(
    name: "quarantine", operands: "list | show NAME | retry NAME... | drop NAME...",
    operandValues: .words(["list", "show", "retry", "drop"]),
    summary: "List the files that could not be read, try them again, or drop them.",
    options: [.exitCode],
    details: [
      "retry puts a file back into incoming/. drop removes it for good. Both are for root, newsd's own user and Admins= of "
        + "newsd.conf."
    ],
    examples: ["newsq quarantine list", "newsq quarantine retry article.html"]
  ) { (invocation) throws(Ending) in
    let verb = invocation.arguments.operands.first ?? "list"
    let names = Array(invocation.arguments.operands.dropFirst())
    switch verb {
    case "list":
      if let name = names.first { throw Ending(.usage, "quarantine list takes no name, found '\(name)'") }
      try list(invocation)
    case "show": try show(names, invocation)
    case "retry", "drop": try change(verb, names, invocation)
    default:
      let hint = Suggestion.hint(for: verb, among: ["list", "show", "retry", "drop"])
      throw Ending(
        .usage, "quarantine takes list, show, retry or drop, found '\(verb)'\(hint)")
    }
  }

  private static func files(_ invocation: Invocation) throws(Ending) -> [JSONObject] {
    let answer = try JSONObject(answer: try invocation.connect().call("quarantine.list"))
    return (answer["files"]?.array ?? []).compactMap(\.object)
  }

  private static func list(_ invocation: Invocation) throws(Ending) {
    let files = try files(invocation)
    let output = invocation.output
    switch invocation.format {
    case .json:
      output.line(JSONWriter.indented((["files": .array(files.map(JSONValue.object))] as JSONObject).jsonBytes))
    case .lines, .plover: for file in files { output.line(file.jsonBytes) }
    case .csv:
      output.line(CSV.line(["name", "size", "code", "message", "offset", "time"]))
      for file in files { output.line(CSV.line(cells(file, ["code", "message", "offset", "time"]))) }
    case .table:
      if files.isEmpty { Message.show("nothing is in quarantine") }
      var table = Table([
        Table.Column(title: "NAME", minimum: 12), Table.Column(title: "SIZE", alignsRight: true),
        Table.Column(title: "CODE", style: .yellow), Table.Column(title: "MESSAGE", minimum: 12),
      ])
      for file in files { table.add(cells(file, ["code", "message"])) }
      if !files.isEmpty { table.print(to: output, width: invocation.terminal.width, styles: invocation.styles) }
    }
    try invocation.finish(found: files.count)
  }

  private static func cells(_ file: JSONObject, _ reasons: [String]) -> [String] {
    [file["name"]?.words ?? "", file["size"]?.words ?? ""] + reasons.map { file["reason"]?[$0]?.words ?? "" }
  }

  private static func show(_ names: [String], _ invocation: Invocation) throws(Ending) {
    guard let name = names.first, names.count == 1 else {
      throw Ending(.usage, "quarantine show takes one name; 'newsq quarantine list' has them")
    }
    guard let file = try files(invocation).first(where: { $0["name"]?.string == name }) else {
      throw Ending(.refused, "there is no file '\(name)' in quarantine")
    }
    try Facts.print(file.jsonBytes, invocation)
  }

  private static func change(_ verb: String, _ names: [String], _ invocation: Invocation) throws(Ending) {
    guard !names.isEmpty else {
      throw Ending(.usage, "quarantine \(verb) takes names; 'newsq quarantine list' has them")
    }
    let connection = try invocation.connect()
    var failed = false
    for name in names {
      do throws(Ending) {
        _ = try connection.call("quarantine.\(verb)", ["name": .string(name)])
      } catch {
        guard error.status == .refused, let message = error.message else { throw error }
        Message.show(message)
        failed = true
      }
    }
    if failed { throw Ending(.refused) }
  }
}
