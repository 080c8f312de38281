import JSONCoding
import JSONRPC
import Platform
import TestSupport

/// A newsd that answers newsq from a script, and remembers what it was asked.
final class FakeDaemon {
  enum Reply {
    /// A result, as JSON.
    case result(String)
    case error(RPCError)
    /// A result, and notifications after it, each a method with its parameters.
    case stream(String, [(String, String)])
    /// Bytes as they are.
    case bytes(String)
    /// No answer at all.
    case silence
    /// The connection is closed.
    case hangUp
  }

  /// What newsq asked for.
  private(set) var requests: [(method: String, parameters: JSONValue)] = []
  private let scratch = ScratchFolder()
  private let answer: (_ method: String, _ parameters: JSONObject) -> Reply

  init(_ answer: @escaping (_ method: String, _ parameters: JSONObject) -> Reply) { self.answer = answer }

  /// A daemon that gives every request the same result.
  convenience init(_ result: String) { self.init { _, _ in .result(result) } }

  var socket: String { scratch.path("newsd.sock") }

  /// Runs newsq against this daemon until it ends, or until `isEnough` says so of its output.
  @discardableResult
  func newsq(
    _ arguments: [String], width: Int = 80, input: [UInt8] = [], until isEnough: (String) -> Bool = { _ in false }
  ) throws -> ChildProcess.Result {
    let environment = ["COLUMNS": String(width), "NO_COLOR": nil, "TERM": "xterm"]
    return try run("newsq", ["--socket", socket] + arguments, environment, input: input, until: isEnough)
  }

  /// Runs newsq on a terminal of its own, which script(1) makes: what it shows there is its output, all of it.
  func newsqOnTerminal(_ arguments: String) throws -> String {
    let line = "'\(ChildProcess.productFolder)/newsq' --socket '\(socket)' \(arguments)"
    return try run("/usr/bin/script", ["-qec", line, "/dev/null"], ["TERM": "xterm"]).output
  }

  private func run(
    _ program: String, _ arguments: [String], _ environment: [String: String?], input: [UInt8] = [],
    until isEnough: (String) -> Bool = { _ in false }
  ) throws -> ChildProcess.Result {
    try? KernelFileSystem().remove(FilePath(socket))
    let listener = try UnixSocket.listen(at: FilePath(socket))
    let process = try ChildProcess(program, arguments, environment: environment, input: input)
    var connections: [Conversation] = []
    while process.isRunning {
      if try listener.wait(milliseconds: 2), let descriptor = try UnixSocket.accept(on: listener) {
        connections.append(Conversation(descriptor))
      }
      for connection in connections { try serve(connection) }
      connections.removeAll { $0.isClosed }
      if isEnough(process.outputSoFar()) { process.send(signal: 9) }
    }
    return try process.finish()
  }

  private final class Conversation {
    let descriptor: FileDescriptor
    var received: [UInt8] = []
    var isClosed = false

    init(_ descriptor: FileDescriptor) { self.descriptor = descriptor }
  }

  private func serve(_ connection: Conversation) throws {
    while let count = try connection.descriptor.receive(into: &connection.received) {
      guard count > 0 else { return connection.isClosed = true }
    }
    while let end = connection.received.firstIndex(of: UInt8(ascii: "\n")) {
      let request = try JSONValue(parsing: Array(connection.received[..<end]))
      connection.received.removeSubrange(...end)
      let method = request["method"]?.string ?? ""
      requests.append((method, request["params"] ?? nil))
      let id = request["id"]?.description ?? "null"
      switch answer(method, request["params"]?.object ?? [:]) {
      case .result(let result): try send(#"{"jsonrpc":"2.0","result":\#(result),"id":\#(id)}"#, connection)
      case .error(let error):
        let text = String(decoding: error.jsonBytes, as: UTF8.self)
        try send(#"{"jsonrpc":"2.0","error":\#(text),"id":\#(id)}"#, connection)
      case .stream(let result, let notifications):
        try send(#"{"jsonrpc":"2.0","result":\#(result),"id":\#(id)}"#, connection)
        for (method, parameters) in notifications {
          try send(#"{"jsonrpc":"2.0","method":"\#(method)","params":\#(parameters)}"#, connection)
        }
      case .bytes(let bytes): try send(bytes, connection)
      case .silence: break
      case .hangUp: connection.isClosed = true
      }
    }
  }

  private func send(_ text: String, _ connection: Conversation) throws {
    let bytes = Array((text + "\n").utf8)
    var sent = 0
    while sent < bytes.count {
      if let count = try connection.descriptor.send(bytes, from: sent) {
        sent += count
      } else {
        _ = try connection.descriptor.wait(forWriting: true, milliseconds: 100)
      }
    }
  }
}
