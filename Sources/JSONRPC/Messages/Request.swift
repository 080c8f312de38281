package import JSONCoding

/// A request as it was sent: which method, with what, and whether an answer is wanted.
package struct Request: Sendable, Equatable {
  /// The parameters as the client chose to give them.
  package enum Parameters: Sendable, Equatable {
    case none
    case byPosition([JSONValue])
    case byName(JSONObject)
  }

  package var method: String
  package var parameters: Parameters
  /// Nil for a notification, which is never answered.
  package var id: RequestID?

  package init(method: String, parameters: Parameters = .none, id: RequestID?) {
    self.method = method
    self.parameters = parameters
    self.id = id
  }
}

extension Request: JSONEncodable {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("jsonrpc", "2.0")
      json.member("method", method)
      switch parameters {
      case .none: break
      case .byPosition(let values): json.member("params", values)
      case .byName(let object): json.member("params", object)
      }
      json.member("id", id)
    }
  }
}

/// A request that is none, and the id under which to say so.
package struct InvalidRequest: Error, Sendable, Equatable {
  package var id: RequestID
  package var error: RPCError
}

extension Request {
  /// Takes a request from JSON; members the specification does not know are ignored.
  package init(_ value: JSONValue) throws(InvalidRequest) {
    guard let object = value.object else { throw Self.invalid("a request is an object, not \(value.kind)", id: .null) }
    var id: RequestID?
    if let value = object["id"] {
      guard let known = RequestID(value) else {
        throw Self.invalid("\"id\" is a string, a number or null, not \(value.kind)", id: .null)
      }
      id = known
    }
    guard object["jsonrpc"]?.string == "2.0" else {
      throw Self.invalid("\"jsonrpc\" must be \"2.0\"", id: id)
    }
    guard let method = object["method"]?.string else {
      throw Self.invalid("\"method\" must be a string", id: id)
    }
    switch object["params"] {
    case nil: self.init(method: method, id: id)
    case .array(let values): self.init(method: method, parameters: .byPosition(values), id: id)
    case .object(let object): self.init(method: method, parameters: .byName(object), id: id)
    case let value?: throw Self.invalid("\"params\" is an array or an object, not \(value.kind)", id: id)
    }
  }

  private static func invalid(_ message: String, id: RequestID?) -> InvalidRequest {
    InvalidRequest(id: id ?? .null, error: RPCError(.invalidRequest, message))
  }
}
