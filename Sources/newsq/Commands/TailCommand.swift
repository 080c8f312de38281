import JSONCoding
import NewsModel
import Platform

/// `newsq tail`: the latest events, and those that come.
enum TailCommand {
  static let command = Command(
    name: "tail", summary: "Show the latest events, and with -f go on as they come.",
    options: [
      Option("follow", letter: "f", "Go on until interrupted."),
      Option("number", letter: "n", value: "N", "How many of the latest to begin with, 0 too; the default is 10."),
      Option("cursor", value: "CURSOR", "Begin after this cursor instead, with all that came since."),
      Option(
        "cursor-file", value: "FILE", values: .files,
        "Begin after the cursor in this file, if it is there, and keep the cursor of what was printed in it."),
    ],
    takesFilters: true, printsEvents: true,
    details: [
      "With --cursor-file a script that runs again, or goes on after a crash, sees every event: none is left out, and only "
        + "those after the last kept cursor come again."
    ],
    examples: ["newsq tail -f --type THREATEN", "newsq tail -f -o jsonl --cursor-file last | my-script"]
  ) { (invocation) throws(Ending) in
    try invocation.expectNoOperand("tail")
    var tail = try Tail(invocation)
    try tail.run(following: invocation.arguments.has("follow"))
  }
}

/// One run of `newsq tail`.
private struct Tail {
  private let connection: Connection
  private let filter: JSONObject
  /// How many of the latest to begin with.
  private let count: Int
  /// Where to begin instead.
  private let cursor: String?
  private let file: CursorFile?
  private var printer: EventPrinter

  init(_ invocation: Invocation) throws(Ending) {
    let arguments = invocation.arguments
    count = arguments["number"] == "0" ? 0 : try invocation.count("number", default: 10)
    filter = try invocation.filterParameters()
    file = arguments["cursor-file"].map { CursorFile(path: FilePath($0)) }
    cursor = try file?.read() ?? arguments["cursor"]
    connection = try invocation.connect()
    // Asking in between would take the notifications of this connection.
    printer = EventPrinter(invocation, plover: invocation.format == .plover ? try invocation.connect() : nil)
  }

  mutating func run(following: Bool) throws(Ending) {
    if following {
      try follow()
    } else if let cursor {
      try printAll(after: cursor)
    } else {
      let status = try JSONObject(answer: try connection.call("daemon.status"))
      let sequence = status["sequence"]?.int ?? 0
      try printLatest(through: sequence)
      try file?.write(String(sequence))
    }
  }

  /// Prints what is stored after a cursor.
  private mutating func printAll(after cursor: String) throws(Ending) {
    var query = ListQuery("events.query", member: "events", filter)
    query.isOldestFirst = true
    query.cursor = cursor
    repeat {
      let found = try query.run(connection, limit: 1_000)
      try printer.print(found.items)
      if let last = printer.lastSequence { try file?.write(String(last)) }
      query.cursor = found.next
    } while query.cursor != nil
  }

  /// Prints the latest events up to one of that sequence.
  private mutating func printLatest(through sequence: Int) throws(Ending) {
    guard count > 0 else { return }
    var query = ListQuery("events.query", member: "events", filter)
    query.cursor = String(sequence + 1)
    try printer.print(try query.run(connection, limit: count).items)
  }

  private mutating func follow() throws(Ending) {
    var parameters = filter
    parameters["cursor"] = cursor.map(JSONValue.string)
    // First the subscription, then what was before it: so nothing falls between.
    let subscription = try Batch(answer: try connection.call("events.subscribe", parameters))
    if cursor == nil, let start = subscription.cursor {
      try printLatest(through: Int(start) ?? 0)
      try file?.write(start)
    }
    while true {
      let batch = try Batch(answer: try connection.nextNotification("events.notify"))
      guard batch.subscription == subscription.subscription else { continue }
      try printer.print(batch.events)
      if let cursor = batch.cursor { try file?.write(cursor) }
    }
  }

  /// An `events.notify`, or the answer to `events.subscribe`, which has no events.
  private struct Batch: JSONDecodable {
    var subscription = ""
    var cursor: String?
    var events: [[UInt8]] = []

    init(from json: inout JSONReader) throws(JSONError) {
      try json.readObject { (key, json) throws(JSONError) in
        switch key {
        case "subscription": subscription = try json.readString()
        case "cursor": cursor = try json.readString()
        case "events": events = try json.readList(JSONValue.self).map(\.jsonBytes)
        default: break
        }
      }
    }
  }
}
