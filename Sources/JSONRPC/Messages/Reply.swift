package import JSONCoding

/// Writes what a server sends back.
enum Reply {
  /// A reply with a result that is JSON text already.
  static func success(_ result: [UInt8], id: RequestID) -> [UInt8] {
    var json = JSONWriter(capacity: result.count + 64)
    json.object { json in
      json.member("jsonrpc", "2.0")
      json.key("result")
      json.raw(result)
      json.member("id", id)
    }
    return json.bytes
  }

  /// A reply with an error.
  static func failure(_ error: RPCError, id: RequestID) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("jsonrpc", "2.0")
      json.member("error", error)
      json.member("id", id)
    }
    return json.bytes
  }

  /// The replies to a batch.
  static func batch(_ replies: [[UInt8]]) -> [UInt8] {
    var json = JSONWriter(capacity: replies.reduce(2) { $0 + $1.count + 1 })
    json.array { json in
      for reply in replies { json.raw(reply) }
    }
    return json.bytes
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
