import Glibc
import JSONCoding
import JSONRPC
import Platform
import TestSupport

/// A server with a few methods on a socket of its own.
struct ServerFixture {
  let server: Server
  let path: FilePath

  init(_ adjust: (inout ServerLimits) -> Void = { _ in }) async throws {
    TestLoop.started
    var limits = ServerLimits()
    adjust(&limits)
    server = await Server(MethodTable(title: "fixture", version: "1", methods: testMethods), limits: limits)
    path = FilePath("/tmp/newsd-rpc-\(getpid())-\(UInt32.random(in: 0 ... .max)).sock")
    let listener = try UnixSocket.listen(at: path)
    // On the loop from the start: tests that block take up the threads of other tasks.
    Task { @Loop [server] in await server.serve(listener) }
  }

  func connect() throws -> Wire { Wire(try UnixSocket.connect(to: path)) }

  func client() throws -> Client { try Client(connectingTo: path) }

  func stop(withinMilliseconds deadline: Int = 5_000) async {
    await server.stop(withinMilliseconds: deadline)
    _ = unsafe unlink(path.description)
  }
}

/// What the methods of the fixture did, for tests to look at.
@Loop
final class Trace {
  static let shared = Trace()
  private(set) var entries: [String] = []

  func note(_ entry: String) { entries.append(entry) }
}

/// A raw connection: what is sent and received, byte by byte.
final class Wire {
  let socket: FileDescriptor
  private var received: [UInt8] = []

  init(_ socket: FileDescriptor) { self.socket = socket }

  func send(_ text: String) throws {
    let bytes = Array(text.utf8)
    var sent = 0
    while sent < bytes.count {
      sent += try socket.send(bytes, from: sent) ?? 0
      if sent < bytes.count, try !socket.wait(forWriting: true, milliseconds: 5_000) {
        throw SystemError(EAGAIN, "send")
      }
    }
  }

  /// Sends as much as the connection takes within a moment: how many bytes of the text that was.
  func sendSome(_ bytes: [UInt8]) throws -> Int {
    var sent = 0
    while sent < bytes.count, try socket.wait(forWriting: true, milliseconds: 300) {
      sent += try socket.send(bytes, from: sent) ?? 0
    }
    return sent
  }

  func sendNoMore() { shutdown(socket.raw, Int32(SHUT_WR)) }

  /// Receives until there are that many lines; fewer where the server ends or is silent for 5 s.
  func lines(_ count: Int) throws -> [String] {
    var lines: [String] = []
    while lines.count < count {
      if let end = received.firstIndex(of: UInt8(ascii: "\n")) {
        lines.append(String(decoding: received[..<end], as: UTF8.self))
        received.removeFirst(end + 1)
      } else if try !receive() {
        break
      }
    }
    return lines
  }

  func line() throws -> String? { try lines(1).first }

  /// Receives until the server ends the connection.
  func rest() throws -> String {
    while try receive() {}
    defer { received = [] }
    return String(decoding: received, as: UTF8.self)
  }

  /// Whether nothing comes for a moment.
  func isSilent(forMilliseconds time: Int = 100) throws -> Bool {
    try received.isEmpty && !socket.wait(milliseconds: time)
  }

  private func receive() throws -> Bool {
    while true {
      do {
        if let count = try socket.receive(into: &received) { return count > 0 }
      } catch {
        return false
      }
      guard try socket.wait(milliseconds: 5_000) else { return false }
    }
  }
}

/// The methods of the specification's examples, and some that are slow, large or never end.
private let testMethods: [Method] = [
  Method(
    MethodDescription(
      "subtract", "Subtracts.",
      parameters: [.required("minuend", .integer, "From."), .required("subtrahend", .integer, "What.")],
      result: "The difference.")
  ) { (arguments, _) throws(RPCError) in Answer((arguments.int("minuend") ?? 0) - (arguments.int("subtrahend") ?? 0)) },
  Method(
    MethodDescription(
      "sum", "Adds three numbers.", parameters: ["a", "b", "c"].map { .required($0, .integer, "A number.") },
      result: "The sum.")
  ) { (arguments, _) throws(RPCError) in Answer(["a", "b", "c"].reduce(0) { $0 + (arguments.int($1) ?? 0) }) },
  Method(MethodDescription("get_data", "Gets data.", result: "Data.")) { (_, _) throws(RPCError) in
    Answer(["hello", 5] as JSONValue)
  },
  Method(
    MethodDescription(
      "note", "Leaves a trace.", parameters: [.required("entry", .string, "What to note.")], result: "Nothing.")
  ) {
    (arguments, _) throws(RPCError) in
    Trace.shared.note(try arguments.requiredString("entry"))
    return Answer([:] as JSONObject)
  },
  Method(MethodDescription("fail", "Fails.", result: "Nothing.")) { (_, _) throws(RPCError) in
    throw RPCError(.notFound, "no such thing")
  },
  Method(MethodDescription("who", "Says who is connected.", result: "The user.")) { (_, session) throws(RPCError) in
    Answer(["uid": .int(Int(session.peer.uid)), "pid": .int(Int(session.peer.pid))] as JSONObject)
  },
  Method(
    MethodDescription("large", "Gives much.", parameters: [.required("size", .integer, "Bytes.")], result: "A string.")
  ) {
    (arguments, _) throws(RPCError) in Answer(String(repeating: "x", count: arguments.int("size") ?? 0))
  },
  Method(
    suspending: MethodDescription(
      "sleep", "Sleeps.", parameters: [.required("milliseconds", .integer, "How long.")], result: "How long.")
  ) { (arguments, _) async throws(RPCError) in
    await Loop.shared.sleep(milliseconds: arguments.int("milliseconds") ?? 0)
    return Answer(arguments.int("milliseconds") ?? 0)
  },
  Method(
    suspending: MethodDescription(
      "hang", "Waits to be cancelled.", parameters: [Parameter("name", .string, "For the trace.")], result: "Nothing.")
  ) {
    (arguments, _) async throws(RPCError) in
    while !Task.isCancelled { await Loop.shared.sleep(milliseconds: 2) }
    Trace.shared.note("cancelled \(arguments.string("name") ?? "")")
    throw RPCError(.cancelled, "cancelled")
  },
  Method(
    MethodDescription(
      "subscribe", "Counts.",
      parameters: [
        .required("id", .string, "Name."), Parameter("to", .integer, "Last number; none without it.", default: 0),
        Parameter("padding", .integer, "Bytes to add.", default: 0),
      ], result: "The subscription.")
  ) { (arguments, _) throws(RPCError) in
    Answer(["subscription": .string(try arguments.requiredString("id"))] as JSONObject, then: counter(arguments))
  },
  Method(
    MethodDescription(
      "unsubscribe", "Ends a subscription.", parameters: [.required("id", .string, "Name.")], result: "Whether.")
  ) {
    (arguments, session) throws(RPCError) in Answer(session.cancel(subscription: try arguments.requiredString("id")))
  },
]

/// Counts from 1, to the end that was asked for, or every 5 ms until cancelled.
@Loop
private func counter(_ arguments: Arguments) -> Subscription {
  let id = arguments.string("id") ?? ""
  let last = arguments.int("to") ?? 0
  let padding = String(repeating: ".", count: arguments.int("padding") ?? 0)
  var number = 0
  return Subscription(id: id) {
    if last == 0 { await Loop.shared.sleep(milliseconds: 5) }
    if Task.isCancelled {
      Trace.shared.note("ended \(id)")
      return nil
    }
    guard last == 0 || number < last else { return nil }
    number += 1
    return Notification(
      method: "count", parameters: ["n": .int(number), "p": .string(padding)] as JSONObject)
  }
}
