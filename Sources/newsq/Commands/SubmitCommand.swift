import Glibc
import JSONCoding
import NewsModel
import Platform

/// `newsq submit`: hands articles over.
enum SubmitCommand {
  static let command = Command(
    name: "submit", operands: "FILE|-...", operandValues: .files, summary: "Hand articles over to newsd.",
    options: [
      Option("date", value: "YYYY-MM-DD", "Date of the articles, where the reader knows better than their metadata.")
    ],
    details: [
      "The answer comes when the articles are read: their ids, the number of their events, and whether newsd had them already. "
        + "A file that cannot be read is reported and the others go on; then the exit status is 1. Submitting takes a member of "
        + "the group newsd-submit."
    ],
    examples: ["newsq submit article.html", "curl -s https://example.org/story | newsq submit -"]
  ) { (invocation) throws(Ending) in
    let files = invocation.arguments.operands
    guard !files.isEmpty else { throw Ending(.usage, "a file is missing; '-' reads standard input") }
    let date = invocation.arguments["date"]
    if let date, CalendarDate(date) == nil {
      throw Ending(.usage, "--date takes a day such as 2024-03-04, found '\(date)'")
    }
    let connection = try invocation.connect()
    var receipts: [JSONObject] = []
    var failed = false
    for file in files {
      do throws(Ending) {
        receipts += try submit(file, date: date, connection)
      } catch {
        guard error.status == .refused, let message = error.message else { throw error }
        Message.show("\(file): \(message)")
        failed = true
      }
    }
    try print(receipts, invocation)
    try invocation.output.flush()
    if failed { throw Ending(.refused) }
  }

  /// What newsd made of one file; each article gets the file's name.
  private static func submit(_ file: String, date: String?, _ connection: Connection) throws(Ending) -> [JSONObject] {
    let bytes = try read(file)
    var parameters = JSONObject()
    if let text = String(validating: bytes, as: UTF8.self) {
      parameters["content"] = .string(text)
    } else {
      parameters["content_base64"] = .string(Base64.encode(bytes))
    }
    if file != "-" { parameters["name"] = .string(FilePath(file).name.description) }
    parameters["date"] = date.map(JSONValue.string)
    let answer = try JSONObject(answer: try connection.call("articles.submit", parameters, mayTakeLong: true))
    return (answer["articles"]?.array ?? []).compactMap(\.object).map { article in
      var receipt: JSONObject = ["file": .string(file)]
      for member in article.members { receipt[member.key] = member.value }
      return receipt
    }
  }

  private static func read(_ file: String) throws(Ending) -> [UInt8] {
    do throws(SystemError) {
      guard file == "-" else { return try KernelFileSystem().read(FilePath(file), limit: 1 << 30) }
      let input = FileDescriptor(owning: dup(STDIN_FILENO))
      var bytes: [UInt8] = []
      while true {
        let piece = try input.read(upTo: 1 << 16)
        if piece.isEmpty { return bytes }
        bytes += piece
      }
    } catch {
      throw Ending(.refused, error.path == nil ? "\(error)" : "cannot \(error.call) it: \(error.reason)")
    }
  }

  private static func print(_ receipts: [JSONObject], _ invocation: Invocation) throws(Ending) {
    let names = ["id", "events", "duplicate", "file"]
    switch invocation.format {
    case .json:
      invocation.output.line(
        JSONWriter.indented((["articles": .array(receipts.map(JSONValue.object))] as JSONObject).jsonBytes))
    case .lines, .plover: for receipt in receipts { invocation.output.line(receipt.jsonBytes) }
    case .csv:
      invocation.output.line(CSV.line(names))
      for receipt in receipts { invocation.output.line(CSV.line(names.map { receipt[$0]?.words ?? "" })) }
    case .table:
      guard !receipts.isEmpty else { return }
      var table = Table([
        Table.Column(title: "ID"), Table.Column(title: "EVENTS", alignsRight: true), Table.Column(title: ""),
        Table.Column(title: "FILE", minimum: 10),
      ])
      for receipt in receipts {
        let isKnown = receipt["duplicate"]?.bool ?? false
        table.add([
          receipt["id"]?.words ?? "", receipt["events"]?.words ?? "", isKnown ? "known" : "new",
          receipt["file"]?.words ?? "",
        ])
      }
      table.print(to: invocation.output, width: invocation.terminal.width, styles: invocation.styles)
    }
  }
}

/// Base64 of RFC 4648, for bytes that are no text.
enum Base64 {
  private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  static func encode(_ bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    text.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let padded = group + Array(repeating: 0, count: 3 - group.count)
      let value = padded.reduce(0) { $0 << 8 | Int($1) }
      for position in 0..<4 {
        text.append(position <= group.count ? letters[value >> (18 - 6 * position) & 63] : UInt8(ascii: "="))
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
