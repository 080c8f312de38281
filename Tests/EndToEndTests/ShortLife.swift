import Glibc
import JSONCoding
import JSONRPC
import NewsModel
import Platform
import TestSupport
import Testing

/// A short life of newsd in a folder of its own: it reads what lies in the spool, answers, takes a submission and a file, snapshots
/// and stops. A fault may cut it short at any call; then it starts again, and everything promised must be there.
struct ShortLife {
  let scratch = ScratchFolder()
  private let arguments: [String]

  /// What the client knows: promises that hold for ever.
  struct Told {
    /// Events with their sequences.
    var events: [String: Int] = [:]
    /// Whether the submission was acknowledged.
    var isSubmitted = false
    /// Whether the last file came into incoming/.
    var isHandedOver = false
    /// Exit status of newsd.
    var status: Int32 = 0
    var errors = ""
  }

  init() throws {
    try scratch.write(
      "[Service]\nWorkers=1\n[Spool]\nSettleTime=0\nArchive=yes\n[Store]\nMinimumFree=0\n", to: "newsd.conf")
    arguments = [
      "serve", "--config", scratch.path("newsd.conf"), "--spool", scratch.path("spool"), "--state",
      scratch.path("state"), "--socket", scratch.path("newsd.sock"),
    ]
    try scratch.write(Self.article("A"), to: "spool/incoming/a.txt")
    try scratch.write(Self.article("B"), to: "spool/incoming/b.txt")
    try scratch.write(Self.article("A"), to: "spool/incoming/c.txt")
    try scratch.write([0, 1, 2, 0, 0xFF, 0, 3, 0], to: "spool/incoming/d.dat")
    let lines = ["D", "E"].map { "{\"title\": \"\($0)\", \"date\": \"2024-05-07\", \"text\": \"\(Self.text($0))\"}\n" }
    try scratch.write("\(lines[0]){\"title\": \"broken\n\(lines[1])", to: "spool/incoming/e.jsonl")
  }

  private static func text(_ name: String) -> String {
    "Iran and the United States held talks in Vienna on Monday. Russia threatened Ukraine with sanctions. Round \(name)."
  }

  private static func article(_ name: String) -> String { "Title: \(name)\nDate: 2024-05-06\n\n\(text(name))\n" }

  /// Lives through it, with faults as the environment says.
  func live(_ environment: [String: String?] = [:]) throws -> Told {
    var told = Told()
    let process = try start(environment)
    do {
      let client = try connect(to: process)
      _ = try client.call("spool.sync", timeout: 20_000)
      told.events = try events(client)
      _ = try? client.call("daemon.snapshot", timeout: 20_000)
      let parameters: JSONObject = ["content": .string(Self.article("F")), "name": "f.txt"]
      told.isSubmitted = (try? client.call("articles.submit", .byName(parameters), timeout: 20_000)) != nil
      try scratch.write(Self.article("G"), to: "spool/incoming/.g.txt")
      told.isHandedOver =
        (try? KernelFileSystem().rename(
          scratch.path / "spool/incoming/.g.txt", to: scratch.path / "spool/incoming/g.txt")) != nil
      _ = try client.call("spool.sync", timeout: 20_000)
      told.events.merge(try events(client)) { _, new in new }
      _ = try? client.call("daemon.snapshot", timeout: 20_000)
    } catch is Client.Failure {}
    process.send(signal: SIGTERM)
    let result = try process.finish()
    told.status = result.status
    told.errors = result.errors
    return told
  }

  /// Starts newsd again without faults and holds it against what was told and what was handed over.
  func check(_ told: Told, _ place: Comment) throws {
    let process = try start([:])
    let client = try connect(to: process)
    _ = try client.call("spool.sync", timeout: 20_000)
    let articles = try list(client, "articles.query", "articles")
    var expected = ["A", "B", "D", "E"]
    if told.isHandedOver { expected.append("G") }
    let titles = articles.compactMap { $0["title"]?.string }.filter { told.isSubmitted || $0 != "F" }.sorted()
    #expect(titles == (told.isSubmitted ? expected + ["F"] : expected).sorted(), place)

    let now = try events(client)
    #expect(now.values.sorted() == Array(1...max(1, now.count)), place)
    for (id, sequence) in told.events { #expect(now[id] == sequence, place) }

    let quarantined = try list(client, "quarantine.list", "files").compactMap { $0["name"]?.string }.sorted()
    #expect(quarantined == ["d.dat", "e.jsonl.line2"], place)
    _ = try client.call("daemon.snapshot", timeout: 20_000)
    process.send(signal: SIGTERM)
    let result = try process.finish()
    #expect(result.status == 0, "\(place): \(result.errors)")
    #expect(try scratch.names(in: "spool/work") == [], place)
    try checkArchive(told, place)
    #expect(try scratch.names(in: "spool/incoming").filter { !$0.hasPrefix(".") } == [], place)
  }

  /// Every file that was read lies in archive/ once, under the name it came with.
  private func checkArchive(_ told: Told, _ place: Comment) throws {
    let days = try scratch.names(in: "spool/archive")
    let files = try days.flatMap { try scratch.names(in: "spool/archive/\($0)") }
    // Behind the number of the claim.
    let names = files.map { String($0.drop { $0 != "-" }.dropFirst()) }.filter { told.isSubmitted || $0 != "f.txt" }
    var expected = ["a.txt", "b.txt", "c.txt", "e.jsonl"]
    if told.isSubmitted { expected.append("f.txt") }
    if told.isHandedOver { expected.append("g.txt") }
    #expect(names.sorted() == expected, place)
  }

  private func start(_ environment: [String: String?]) throws -> ChildProcess {
    var environment = environment
    environment["JOURNAL_STREAM"] = .some(nil)
    return try ChildProcess("newsd", arguments, environment: environment)
  }

  /// Connects once the socket answers; a newsd that has ended has none.
  private func connect(to process: ChildProcess) throws(Client.Failure) -> Client {
    let isThere = eventually(within: 20_000) {
      !process.isRunning || (try? Client(connectingTo: scratch.path / "newsd.sock", patience: 0)) != nil
    }
    guard isThere, process.isRunning else { throw .noDaemon("newsd has ended") }
    return try CheckedClient.connect(to: scratch.path / "newsd.sock")
  }

  private func list(_ client: Client, _ method: String, _ member: String) throws -> [JSONValue] {
    try JSONValue(parsing: try client.call(method, timeout: 20_000))[member]?.array ?? []
  }

  private func events(_ client: Client) throws -> [String: Int] {
    var found: [String: Int] = [:]
    for event in try list(client, "events.query", "events") {
      if let id = event["id"]?.string, let sequence = event["sequence"]?.int { found[id] = sequence }
    }
    return found
  }
}
