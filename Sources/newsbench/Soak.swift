import Glibc
import JSONCoding
import JSONRPC
import NewsModel
import Platform
import TestSupport

/// Days of a newsd's life in a minute: articles in random order with duplicates, questions meanwhile, a kill every few seconds; then
/// a stretch in which nothing new comes, and memory must stay as it is.
final class Soak {
  private let files: [[UInt8]]
  private let scratch = ScratchFolder()
  private let notify: NotifySocket
  private let clock = SystemClock()
  private var process: ChildProcess
  private var client: Client

  private var handedOver = 0
  private var duplicates = 0
  private var kills = 0
  private var questions = 0
  /// Events as a client saw them, with their sequences: they must stay so.
  private var told: [String: Int] = [:]
  /// What the newsd that runs has logged.
  private var log = ""
  private static let killInterval = 5_000

  init(_ files: [[UInt8]]) throws {
    self.files = files.shuffled()
    notify = try NotifySocket(in: scratch)
    try scratch.write("[Store]\nSnapshotInterval=2s\n", to: "newsd.conf")
    (process, client) = try Self.start(scratch, notify)
  }

  private static func start(_ scratch: ScratchFolder, _ notify: NotifySocket) throws -> (ChildProcess, Client) {
    let process = try ChildProcess(
      "newsd",
      [
        "serve", "--config", scratch.path("newsd.conf"), "--spool", scratch.path("spool"), "--state",
        scratch.path("state"), "--socket", scratch.path("newsd.sock"),
      ], environment: ["NOTIFY_SOCKET": notify.path])
    guard try notify.wait(for: "READY=1", within: 60_000) != nil else { throw SystemError(ETIMEDOUT, "start newsd") }
    return (process, try Client(connectingTo: scratch.path / "newsd.sock"))
  }

  /// Lives for that long; false where a promise was broken.
  func run(seconds: Int) throws -> Bool {
    let begin = clock.elapsed
    let end = begin + seconds * 2_000 / 3
    var nextKill = begin + Self.killInterval
    while clock.elapsed < end {
      try feed()
      try ask()
      if clock.elapsed >= nextKill {
        try kill()
        nextKill = clock.elapsed + Self.killInterval
      }
    }
    let backlog = try queue()
    _ = try client.call("spool.sync", timeout: 600_000)
    print("  \(rounded(Double(clock.elapsed - end) / 1_000)) s for the last \(backlog) files")
    let isWhole = try check()
    let isFlat = try rest(seconds: max(1, seconds / 3))
    process.send(signal: SIGTERM)
    let stopped = try process.finish()
    if stopped.status != 0 { print("  FAILED: newsd ended with status \(stopped.status): \(stopped.errors)") }
    return isWhole && isFlat && stopped.status == 0
  }

  /// Hands over twenty articles, and some of the earlier ones again, as long as newsd keeps up.
  private func feed() throws {
    guard try queue() < 200 else {
      usleep(20_000)
      return
    }
    for _ in 0..<20 where handedOver < files.count {
      try drop(files[handedOver], "\(handedOver).txt")
      handedOver += 1
      if Int.random(in: 0..<5) == 0 {
        duplicates += 1
        try drop(files[Int.random(in: 0..<handedOver)], "again\(duplicates).txt")
      }
    }
  }

  private func drop(_ bytes: [UInt8], _ name: String) throws {
    try scratch.write(bytes, to: "spool/incoming/.tmp/\(name)")
    try KernelFileSystem().rename(
      scratch.path / FilePath("spool/incoming/.tmp/\(name)"), to: scratch.path / FilePath("spool/incoming/\(name)"))
  }

  private func queue() throws -> Int {
    let waiting = try scratch.names(in: "spool/incoming").count - 1
    return try waiting + (number("spool.status", "queue") ?? 0)
  }

  private func ask() throws {
    // Taken out, or newsd would wait for its log to be read.
    log = process.errorsSoFar()
    let found = try JSONValue(parsing: try client.call("events.query", timeout: 30_000))["events"]?.array ?? []
    for event in found {
      if let id = event["id"]?.string, let sequence = event["sequence"]?.int { told[id] = sequence }
    }
    _ = try client.call("events.count", timeout: 30_000)
    questions += 2
  }

  private func kill() throws {
    process.send(signal: SIGKILL)
    _ = try process.finish()
    kills += 1
    (process, client) = try Self.start(scratch, notify)
  }

  /// Holds what newsd has against what was handed over and told.
  private func check() throws -> Bool {
    let stored = try JSONValue(parsing: try client.call("daemon.stats", timeout: 30_000))["stored"]
    let articles = stored?["articles"]?.int ?? 0
    // Each copy of a file that cannot be read lies there.
    let names = try scratch.names(in: "spool/quarantine").filter { !$0.hasSuffix(".reason.json") }
    let quarantined = Set(try names.map { try scratch.text(of: "spool/quarantine/\($0)") }).count
    // Some articles of the corpus are there twice; newsd counts the same bytes once.
    let distinct = Set(files[..<handedOver]).count
    var wrong = 0
    for (id, sequence) in told {
      let answer = try? client.call("events.get", .byName(["id": .string(id)]), timeout: 30_000)
      let event = try answer.map { try JSONValue(parsing: $0) }
      if event?["event"]?["sequence"]?.int != sequence { wrong += 1 }
    }
    print(
      "  \(handedOver) articles and \(duplicates) duplicates handed over, \(kills) kills, \(questions) questions; "
        + "\(articles) articles and \(stored?["events"]?.int ?? 0) events stored, \(quarantined) in quarantine")
    print("  \(told.count) events that a client was told, \(wrong) of them changed")
    let isWhole = articles + quarantined == distinct && wrong == 0
    if !isWhole {
      print("  FAILED: \(distinct) distinct articles came, and \(articles + quarantined) are accounted for")
    }
    return isWhole
  }

  /// Only duplicates and questions: memory may not grow by more than a twentieth.
  ///
  /// What is compared is the most that is resident after a snapshot in either half, for newsd gives back then what reading took:
  /// in between it goes up and down by as much as the articles need that happen to be read.
  private func rest(seconds: Int) throws -> Bool {
    let end = clock.elapsed + seconds * 1_000
    var sizes: [Int] = []
    while clock.elapsed < end {
      for _ in 0..<20 where handedOver > 0 {
        duplicates += 1
        try drop(files[Int.random(in: 0..<handedOver)], "again\(duplicates).txt")
      }
      _ = try client.call("spool.sync", timeout: 600_000)
      try ask()
      _ = try client.call("daemon.snapshot", timeout: 60_000)
      sizes.append(try number("daemon.stats", "memory") ?? 0)
    }
    // The first rounds still fill caches.
    let settled = sizes[(sizes.count / 4)...]
    let half = settled.count / 2
    let early = settled.prefix(half).max() ?? 0
    let late = settled.suffix(half).max() ?? 0
    print(
      "  \(sizes.count) rounds of duplicates in the quiet stretch: at most \(early / 1_000_000) MB resident in its first half, "
        + "\(late / 1_000_000) MB in its second, after a snapshot")
    let isFlat = late <= early + early / 20 + (4 << 20)
    if !isFlat { print("  FAILED: memory grows though nothing new comes") }
    return isFlat
  }

  private func number(_ method: String, _ member: String) throws -> Int? {
    try JSONValue(parsing: try client.call(method, timeout: 30_000))[member]?.int
  }
}
