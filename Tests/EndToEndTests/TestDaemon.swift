import Glibc
import JSONCoding
import JSONRPC
import Platform
import TestSupport
import Testing

/// A real newsd in a folder of its own, and newsq to ask it.
final class TestDaemon {
  let scratch: ScratchFolder
  private let notify: NotifySocket
  private(set) var process: ChildProcess
  private let arguments: [String]
  private let environment: [String: String?]

  /// Starts newsd and waits until it says that it is ready.
  init(
    configuration: String = "", scratch: ScratchFolder = ScratchFolder(), environment: [String: String?] = [:]
  ) throws {
    self.scratch = scratch
    self.environment = environment
    notify = try NotifySocket(in: scratch)
    try scratch.write(configuration, to: "newsd.conf")
    arguments = [
      "serve", "--config", scratch.path("newsd.conf"), "--spool", scratch.path("spool"), "--state",
      scratch.path("state"), "--socket", scratch.path("newsd.sock"),
    ]
    process = try Self.start(arguments, environment, notify)
  }

  private static func start(
    _ arguments: [String], _ environment: [String: String?], _ notify: NotifySocket
  ) throws -> ChildProcess {
    let surroundings: [String: String?] = ["NOTIFY_SOCKET": notify.path, "JOURNAL_STREAM": nil]
    let process = try ChildProcess(
      "newsd", arguments, environment: surroundings.merging(environment) { _, given in given })
    let isReady = try eventually(within: 30_000) {
      try notify.wait(for: "READY=1", within: 50) != nil || !process.isRunning
    }
    guard isReady, process.isRunning else {
      process.send(signal: SIGKILL)
      let result = try process.finish()
      throw NotReady(errors: result.errors, status: result.status)
    }
    return process
  }

  struct NotReady: Error {
    let errors: String
    let status: Int32
  }

  /// Starts newsd again after it ended.
  func restart() throws { process = try Self.start(arguments, environment, notify) }

  /// Ends newsd with a signal and waits for it.
  @discardableResult
  func stop(signal: Int32 = SIGTERM) throws -> ChildProcess.Result {
    process.send(signal: signal)
    return try process.finish()
  }

  /// Hands a file over as a producer should: written aside, then renamed.
  func drop(_ bytes: [UInt8], as name: String) throws {
    try scratch.write(bytes, to: "spool/incoming/.tmp/\(name)")
    try KernelFileSystem().rename(
      scratch.path / "spool/incoming/.tmp" / FilePath(name), to: scratch.path / "spool/incoming" / FilePath(name))
  }

  func drop(_ text: String, as name: String) throws { try drop(Array(text.utf8), as: name) }

  /// Connects to it; every reply is held against its method's schema.
  func client() throws -> Client { try CheckedClient.connect(to: scratch.path / "newsd.sock") }

  /// Runs newsq; every reply that it gets is held against its method's schema.
  func newsq(_ arguments: [String], input: [UInt8] = []) throws -> ChildProcess.Result {
    let folder = ScratchFolder()
    let words = ["--socket", scratch.path("newsd.sock"), "--trace", folder.path("trace")] + arguments
    let result = try ChildProcess.run("newsq", words, input: input)
    // What needs no daemon leaves no trace.
    CheckedClient.check(trace: (try? folder.text(of: "trace")) ?? "")
    return result
  }

  /// Runs newsq and reads its JSON lines; its failure is the test's.
  func lines(_ arguments: String...) throws -> [JSONValue] {
    let result = try newsq(arguments + ["-o", "jsonl"])
    try #require(result.status == 0, "newsq \(arguments): \(result.errors)")
    return try result.output.split(separator: "\n").map { try JSONValue(parsing: Array($0.utf8)) }
  }

  /// All events, oldest first.
  func events() throws -> [JSONValue] {
    try lines("events", "--limit", "10000").sorted { ($0["sequence"]?.int ?? 0) < ($1["sequence"]?.int ?? 0) }
  }
}

/// The demo's articles, which the project wrote itself.
enum DemoArticles {
  /// Names and bytes, in the order of their dates.
  static func all() throws -> [(name: String, bytes: [UInt8])] {
    let folder = FilePath(repository) / "docs/demo/articles"
    let files = KernelFileSystem()
    return try files.names(in: folder).sorted().map { ($0.description, try files.read(folder / $0, limit: 1 << 20)) }
  }

  /// The folder of the sources.
  static let repository: String = {
    let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    return parts.dropLast(3).joined(separator: "/")
  }()
}
