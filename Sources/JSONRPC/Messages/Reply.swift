package import JSONCoding

/// What a server sends back to a request; the result is written when the reply is.
struct Reply: Sendable {
  enum Outcome: Sendable {
    /// A result, and how many bytes it may have: a larger one is an error instead.
    case result(any JSONEncodable & Sendable, limit: Int)
    case error(RPCError)
  }

  let outcome: Outcome
  let id: RequestID

  /// A reply with a result.
  static func success(_ result: any JSONEncodable & Sendable, limit: Int, id: RequestID) -> Reply {
    Reply(outcome: .result(result, limit: limit), id: id)
  }

  /// A reply with an error.
  static func failure(_ error: RPCError, id: RequestID) -> Reply { Reply(outcome: .error(error), id: id) }
}

extension Reply: JSONEncodable {
  func write(to json: inout JSONWriter) {
    switch outcome {
    case .result(let result, let limit):
      let start = json.mark
      let length = write(result, to: &json)
      guard length > limit else { return }
      json.rewind(to: start)
      let message = "the result has \(length) bytes, more than \(limit): ask for less at a time"
      write(RPCError(.replyTooLarge, message), to: &json)
    case .error(let error): write(error, to: &json)
    }
  }

  private static let beginning = Array(#"{"jsonrpc":"2.0","result":"#.utf8)

  /// Writes a reply with a result; how many bytes the result has.
  private func write(_ result: some JSONEncodable, to json: inout JSONWriter) -> Int {
    var length = 0
    json.object(beginning: Self.beginning) { json in
      let start = json.mark
      result.write(to: &json)
      length = json.count(since: start)
      json.key(plain: #""id":"#)
      id.write(to: &json)
    }
    return length
  }

  private func write(_ error: RPCError, to json: inout JSONWriter) {
    json.object { json in
      json.member("jsonrpc", "2.0")
      json.member("error", error)
      json.member("id", id)
    }
  }
}

/// A message the daemon sends of its own accord.
package struct Notification: Sendable, Equatable {
  package var method: String
  /// JSON text of an array or object.
  package var parameters: [UInt8]

  package init(method: String, parameters: [UInt8]) {
    self.method = method
    self.parameters = parameters
  }

  package init(method: String, parameters: some JSONEncodable) {
    self.init(method: method, parameters: parameters.jsonBytes)
  }
}

extension Notification: JSONEncodable {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("jsonrpc", "2.0")
      json.member("method", method)
      json.key("params")
      json.raw(parameters)
    }
  }
}

/// What a client receives: the outcome of one of its requests, or a notification.
package enum Received: Sendable, Equatable {
  /// The result is JSON text.
  case response(id: RequestID, Result<[UInt8], RPCError>)
  case notification(Notification)
}

extension Received: JSONDecodable {
  package init(from json: inout JSONReader) throws(JSONError) {
    let offset = json.offset
    var id: RequestID?
    var method: String?
    var outcome: Result<[UInt8], RPCError>?
    var parameters = Array("{}".utf8)
    try json.readObject(keepingNulls: true) { (key, json) throws(JSONError) in
      switch key {
      case "id": id = RequestID(try json.readValue())
      case "method": method = try json.readString()
      case "params": parameters = try json.readText()
      case "result": outcome = .success(try json.readText())
      case "error": outcome = .failure(try RPCError(from: &json))
      default: try json.skipValue()
      }
    }
    if let id, let outcome {
      self = .response(id: id, outcome)
    } else if let method {
      self = .notification(Notification(method: method, parameters: parameters))
    } else {
      throw JSONError("neither a reply nor a notification", offset: offset)
    }
  }
}
