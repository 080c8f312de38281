import JSONCoding
import JSONRPC
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
        + "those after the last kept cursor come again.",
      "With -f it outlives a restart of newsd: it waits for it to come back, --timeout SECONDS at most, and goes on after the "
        + "last event that it was sent.",
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
  private let invocation: Invocation
  private var connection: Connection
  private let filter: JSONObject
  /// How many of the latest to begin with.
  private let count: Int
  /// Where to begin instead, and later where to go on.
  private var cursor: String?
  private let file: CursorFile?
  private var printer: EventPrinter

  init(_ invocation: Invocation) throws(Ending) {
    let arguments = invocation.arguments
    count = try Self.number(arguments["number"])
    filter = try invocation.filterParameters()
    file = arguments["cursor-file"].map { CursorFile(path: FilePath($0)) }
    cursor = try file?.read() ?? arguments["cursor"]
    self.invocation = invocation
    connection = try invocation.connect()
    printer = try EventPrinter(invocation)
  }

  private static func number(_ text: String?) throws(Ending) -> Int {
    guard let text else { return 10 }
    guard let number = Int(text), number >= 0 else {
      throw Ending(.usage, "--number takes a whole number from 0, found '\(text)'")
    }
    return number
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

  /// Prints what comes, and goes on where it was when newsd was away.
  private mutating func follow() throws(Ending) {
    while true {
      do throws(Ending) {
        try printWhatComes()
      } catch {
        // Without a cursor nothing was promised yet.
        guard error.status == .noDaemon, let cursor else { throw error }
        Message.show("\(error.message ?? "newsd is gone"); waiting for it to come back")
        connection = try invocation.reconnect()
        try printer.connect()
        Message.show("newsd is back; going on after cursor \(cursor)")
      }
    }
  }

  private mutating func printWhatComes() throws(Ending) {
    var parameters = filter
    parameters["cursor"] = cursor.map(JSONValue.string)
    // First the subscription, then what was before it: so nothing falls between.
    let subscription = try Batch(answer: try connection.call("events.subscribe", parameters))
    if cursor == nil, let start = subscription.cursor {
      try printLatest(through: Int(start) ?? 0)
      try keep(start)
    }
    while true {
      let notification = try connection.nextNotification()
      let batch = try Batch(answer: notification.parameters)
      guard batch.subscription == subscription.subscription else { continue }
      if notification.method == "events.lagged" { return try passOver(batch) }
      try printer.print(batch.events)
      if let cursor = batch.cursor { try keep(cursor) }
    }
  }

  /// The store let go of events that were not sent yet: that is told, and what is still there comes next.
  private mutating func passOver(_ batch: Batch) throws(Ending) {
    let first = batch.first.flatMap { Int($0) } ?? 0
    Message.show("newsd no longer has the events after cursor \(batch.cursor ?? ""); going on with event \(first)")
    try keep(String(first - 1))
  }

  private mutating func keep(_ cursor: String) throws(Ending) {
    self.cursor = cursor
    try file?.write(cursor)
  }

  /// An `events.notify` or `events.lagged`, or the answer to `events.subscribe`.
  private struct Batch: JSONDecodable {
    var subscription = ""
    var cursor: String?
    var events: [[UInt8]] = []
    /// Where events were let go, the oldest there still is.
    var first: String?

    init(from json: inout JSONReader) throws(JSONError) {
      try json.readObject { (key, json) throws(JSONError) in
        switch key {
        case "subscription": subscription = try json.readString()
        case "cursor": cursor = try json.readString()
        case "first": first = try json.readString()
        case "events": events = try json.readList(JSONValue.self).map(\.jsonBytes)
        default: break
        }
      }
    }
  }
}
