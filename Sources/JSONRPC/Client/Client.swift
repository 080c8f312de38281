package import JSONCoding
package import Platform

/// A client that waits: sends a request, returns its result. One thread, no tasks.
package final class Client {
  /// Why there is no result.
  package enum Failure: Error, Sendable, Equatable, CustomStringConvertible {
    /// Nobody answers at the socket.
    case noDaemon(String)
    /// The connection ended before the answer came.
    case connectionLost(String)
    /// No answer came within that many milliseconds.
    case timeout(Int)
    /// The daemon answered with an error.
    case refused(RPCError)
    /// The daemon sent what is no answer.
    case unintelligible(String)

    package var description: String {
      switch self {
      case .noDaemon(let reason): reason
      case .connectionLost(let reason): "the connection to newsd was lost: \(reason)"
      case .timeout(let milliseconds): "newsd did not answer within \(Double(milliseconds) / 1000) s"
      case .refused(let error): error.message
      case .unintelligible(let reason): "newsd sent what is no answer: \(reason)"
      }
    }
  }

  private let descriptor: FileDescriptor
  /// The daemon is trusted: its answers may be of any size.
  private var splitter = FrameSplitter(maximumLength: .max / 2)
  private var lastID = 0
  /// Is shown every message as it is sent or received.
  package var trace: (([UInt8]) -> Void)?
  /// Notifications that came while an answer was awaited.
  private var notifications: [Notification] = []

  /// Connects to a socket; a full backlog is tried again for `patience` milliseconds.
  package init(connectingTo path: FilePath, patience: Int = 5_000) throws(Failure) {
    do {
      descriptor = try UnixSocket.connect(to: path, patience: patience)
    } catch {
      throw .noDaemon("\(error)")
    }
  }

  /// Speaks on a socket that is connected already.
  package init(_ descriptor: FileDescriptor) { self.descriptor = descriptor }

  /// Calls a method and returns the JSON text of its result.
  ///
  /// - Parameter timeout: milliseconds to wait for the answer; nil waits for ever.
  package func call(
    _ method: String, _ parameters: Request.Parameters = .none, timeout: Int? = 60_000
  ) throws(Failure) -> [UInt8] {
    lastID += 1
    let id = RequestID.number(JSONNumber(lastID))
    let deadline = Deadline(timeout)
    try send(Request(method: method, parameters: parameters, id: id), deadline)
    while true {
      switch try receive(deadline) {
      case .notification(let notification): notifications.append(notification)
      // An error without id is about the connection, such as one too many, and so about this request.
      case .response(id, let outcome), .response(.null, let outcome): return try value(of: outcome)
      case .response: break  // the late answer to a request that was given up
      }
    }
  }

  /// Calls a method with parameters by name and reads its result.
  package func call<Result: JSONDecodable>(
    _ method: String, _ parameters: JSONObject = [:], as type: Result.Type, timeout: Int? = 60_000
  ) throws(Failure) -> Result {
    let text = try call(method, .byName(parameters), timeout: timeout)
    do {
      return try Result(parsing: text)
    } catch {
      throw .unintelligible("\(method): \(error)")
    }
  }

  /// The next notification; `timeout` as for a call.
  package func nextNotification(timeout: Int? = nil) throws(Failure) -> Notification {
    if !notifications.isEmpty { return notifications.removeFirst() }
    let deadline = Deadline(timeout)
    while true {
      switch try receive(deadline) {
      case .notification(let notification): return notification
      case .response(.null, let outcome): _ = try value(of: outcome)
      case .response: break
      }
    }
  }

  private func value(of outcome: Result<[UInt8], RPCError>) throws(Failure) -> [UInt8] {
    switch outcome {
    case .success(let text): return text
    case .failure(let error): throw .refused(error)
    }
  }

  // MARK: - Bytes

  private func send(_ message: Request, _ deadline: Deadline) throws(Failure) {
    trace?(message.jsonBytes)
    var bytes: [UInt8] = []
    FrameEnding.newline.append(message, to: &bytes)
    var sent = 0
    while sent < bytes.count {
      let count: Int?
      do {
        count = try descriptor.send(bytes, from: sent)
      } catch {
        // The daemon may have said why it hung up.
        if case .response(.null, .failure(let reason))? = try? receive(deadline) { throw .refused(reason) }
        throw .connectionLost(error.reason)
      }
      sent += count ?? 0
      if count == nil { try wait(forWriting: true, deadline) }
    }
  }

  private func receive(_ deadline: Deadline) throws(Failure) -> Received {
    while true {
      if let frame = splitter.next() { return try read(frame) }
      var chunk: [UInt8] = []
      let count: Int?
      do {
        count = try descriptor.receive(into: &chunk)
      } catch {
        throw .connectionLost(error.reason)
      }
      if count == 0 { throw .connectionLost("newsd closed it") }
      splitter.append(chunk)
      if count == nil { try wait(deadline) }
    }
  }

  private func read(_ frame: Frame) throws(Failure) -> Received {
    switch frame {
    case .fault(let fault, _): throw .unintelligible(fault.message)
    case .message(let text, _):
      trace?(text)
      do {
        return try Received(parsing: text)
      } catch {
        throw .unintelligible("\(error)")
      }
    }
  }

  private func wait(forWriting: Bool = false, _ deadline: Deadline) throws(Failure) {
    do {
      if try descriptor.wait(forWriting: forWriting, milliseconds: deadline.remaining) { return }
    } catch {
      throw .connectionLost(error.reason)
    }
    throw .timeout(deadline.timeout ?? 0)
  }
}

/// When a wait ends.
private struct Deadline {
  let timeout: Int?
  private let began = SystemClock().elapsed

  init(_ timeout: Int?) { self.timeout = timeout }

  /// Milliseconds that are left; nil for ever.
  var remaining: Int? { timeout.map { max(0, began + $0 - SystemClock().elapsed) } }
}
