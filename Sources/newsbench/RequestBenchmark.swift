import Glibc
import JSONCoding
import JSONRPC
import NewsModel
import Platform
import TestSupport

/// Measures `events.get` over the socket, and beside it Redis with a GET of the same bytes over its own Unix socket: the same
/// number of clients, the same number of requests under way, in the same minute on the same machine.
///
/// What a request costs the server's processor is told as well: where others share the machine, that changes less than rates do.
enum RequestBenchmark {
  private static let cases: [(clients: Int, pipeline: Int)] = [(1, 1), (50, 1), (1, 16), (50, 16)]
  private static let seconds = 2.0

  static func run(_ articles: [Article]) throws {
    let scratch = ScratchFolder()
    let notify = try NotifySocket(in: scratch)
    let daemon = try ChildProcess(
      "newsd",
      [
        "serve", "--config", "/dev/null", "--spool", scratch.path("spool"), "--state", scratch.path("state"),
        "--socket", scratch.path("newsd.sock"),
      ], environment: ["NOTIFY_SOCKET": notify.path])
    guard try notify.wait(for: "READY=1") != nil else { throw SystemError(ETIMEDOUT, "start newsd") }
    for (number, article) in articles.enumerated() {
      try scratch.write("Title: \(article.title ?? "")\n\n\(article.text)\n", to: "spool/incoming/\(number).txt")
    }
    let client = try Client(connectingTo: scratch.path / "newsd.sock")
    _ = try client.call("spool.sync")
    let list = try JSONValue(parsing: try client.call("events.query", .byName(["limit": 1, "order": "oldest"])))
    guard let id = list["events"]?.array?.first?["id"]?.string else { throw SystemError(ENODATA, "find an event") }
    let payload = try client.call("events.get", .byName(["id": .string(id)]))
    let redis = try Redis(in: scratch, holding: payload)
    print("  events.get of \(payload.count) bytes\(redis == nil ? "; redis-server is not installed" : "")")
    for (clients, pipeline) in cases {
      let load = try Load(scratch.path / "newsd.sock", clients: clients, pipeline: pipeline, id: id)
      let own = try Figures(of: daemon) { try load.rate(seconds: seconds) }
      let other = try redis?.figures(clients: clients, pipeline: pipeline, requests: own.requests + 1_000)
      let beside = other.map { ", Redis \($0): \(rounded(own.rate / $0.rate)) of it" } ?? ""
      print("  with \(clients) clients, \(pipeline) under way each, newsd \(own)\(beside)")
    }
    daemon.send(signal: SIGTERM)
    _ = try daemon.finish()
  }
}

/// How fast a server answered, and at what price.
private struct Figures: CustomStringConvertible {
  /// Requests answered, and a second of them.
  let requests: Int
  let rate: Double
  /// Microseconds of the server's processor for each.
  let cost: Double

  /// Measures what `load` does to a server; it tells how many requests were answered and how many a second.
  init(of server: ChildProcess, _ load: () throws -> (requests: Int, rate: Double)) throws {
    let before = try Self.processorTime(of: server)
    (requests, rate) = try load()
    cost = (try Self.processorTime(of: server) - before) / Double(max(1, requests)) * 1e6
  }

  var description: String { "\(Int(rate)) requests/s at \(rounded(cost)) µs" }

  /// Seconds that all threads of a process have run.
  private static func processorTime(of process: ChildProcess) throws -> Double {
    var clock = clockid_t()
    var time = timespec()
    guard unsafe clock_getcpuclockid(process.pid, &clock) == 0, unsafe clock_gettime(clock, &time) == 0 else {
      throw SystemError(ESRCH, "read the processor time of process \(process.pid)")
    }
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

/// Clients that keep a number of requests under way.
private final class Load {
  private let sockets: [FileDescriptor]
  private let request: [UInt8]
  private let pipeline: Int

  init(_ path: FilePath, clients: Int, pipeline: Int, id: String) throws {
    sockets = try (0..<clients).map { _ in try UnixSocket.connect(to: path) }
    let one = #"{"jsonrpc":"2.0","id":1,"method":"events.get","params":{"id":"\#(id)"}}"# + "\n"
    request = Array(String(repeating: one, count: pipeline).utf8)
    self.pipeline = pipeline
  }

  /// Requests answered in that time, and how many a second.
  func rate(seconds: Double) throws -> (requests: Int, rate: Double) {
    var polled = sockets.map { pollfd(fd: $0.raw, events: Int16(POLLIN), revents: 0) }
    var missing = [Int](repeating: pipeline, count: sockets.count)
    for socket in sockets { _ = try socket.send(request) }
    let begin = ContinuousClock.now
    var answered = 0
    while (ContinuousClock.now - begin).milliseconds < seconds * 1_000 {
      guard unsafe poll(&polled, nfds_t(polled.count), 1_000) > 0 else {
        throw SystemError(ETIMEDOUT, "wait for newsd")
      }
      for index in polled.indices where polled[index].revents != 0 {
        missing[index] -= try receive(polled[index].fd)
        guard missing[index] == 0 else { continue }
        answered += pipeline
        missing[index] = pipeline
        _ = try sockets[index].send(request)
      }
    }
    return (answered, Double(answered) / ((ContinuousClock.now - begin).milliseconds / 1_000))
  }

  /// Reads what there is and returns how many answers end in it.
  private func receive(_ socket: Int32) throws -> Int {
    let count = unsafe buffer.withUnsafeMutableBytes { unsafe recv(socket, $0.baseAddress, $0.count, 0) }
    guard count > 0 else { throw SystemError(count == 0 ? ECONNRESET : errno, "read from newsd") }
    return unsafe buffer.withUnsafeBytes { bytes in
      var found = 0
      var rest = 0
      while rest < count, let start = unsafe bytes.baseAddress?.advanced(by: rest),
        let newline = unsafe memchr(start, 10, count - rest)
      {
        found += 1
        rest += unsafe UnsafeRawPointer(newline) - start + 1
      }
      return found
    }
  }

  private var buffer = [UInt8](repeating: 0, count: 1 << 18)
}

/// A Redis that holds one value, and its own benchmark.
private final class Redis {
  private let server: ChildProcess
  private let socket: String

  /// Nil where redis-server is not installed.
  init?(in scratch: ScratchFolder, holding payload: [UInt8]) throws {
    guard try KernelFileSystem().status(of: "/usr/bin/redis-server") != nil else { return nil }
    socket = scratch.path("redis.sock")
    server = try ChildProcess(
      "/usr/bin/redis-server",
      ["--unixsocket", socket, "--port", "0", "--save", "", "--appendonly", "no", "--dir", scratch.path.description])
    let socket = socket
    let isSet = try eventually(within: 5_000) {
      try ChildProcess.run("/usr/bin/redis-cli", ["-s", socket, "-x", "set", "event"], input: payload).output == "OK\n"
    }
    guard isSet else { throw SystemError(ETIMEDOUT, "start redis-server") }
  }

  deinit { server.send(signal: SIGKILL) }

  func figures(clients: Int, pipeline: Int, requests: Int) throws -> Figures {
    try Figures(of: server) { (requests, try rate(clients: clients, pipeline: pipeline, requests: requests)) }
  }

  private func rate(clients: Int, pipeline: Int, requests: Int) throws -> Double {
    let result = try ChildProcess.run(
      "/usr/bin/redis-benchmark",
      ["-s", socket, "-n", "\(requests)", "-c", "\(clients)", "-P", "\(pipeline)", "--csv", "GET", "event"])
    // "GET event","123456.78",…
    let fields = result.output.split(separator: "\n").last?.split(separator: "\"").filter { $0 != "," } ?? []
    guard fields.count > 1, let rate = Double(fields[1]) else {
      throw SystemError(EPROTO, "read what redis-benchmark says: \(result.output) \(result.errors)")
    }
    return rate
  }
}
