package import JSONCoding

/// An error as a reply carries it: a code for programs, a message for people, and `data` with `reason` and `retryable`.
package struct RPCError: Error, Sendable, Hashable, CustomStringConvertible {
  package var code: RPCCode
  /// One sentence that says what is wrong and what would be right.
  package var message: String
  /// `reason`, a word for programs that is closer than the code; `retryable`; and what else helps.
  package var data: JSONObject

  /// Makes an error; `reason` and `retryable` follow from the code unless they are given.
  package init(
    _ code: RPCCode, _ message: String, reason: String? = nil, retryable: Bool? = nil, data: JSONObject = JSONObject()
  ) {
    self.code = code
    self.message = message
    self.data = ["reason": .string(reason ?? code.reason), "retryable": .bool(retryable ?? code.isRetryable)]
    for member in data.members { self.data[member.key] = member.value }
  }

  /// The word for programs.
  package var reason: String { data["reason"]?.string ?? code.reason }

  /// Whether the same request may succeed later.
  package var isRetryable: Bool { data["retryable"]?.bool ?? code.isRetryable }

  package var description: String { "\(message) (\(code.rawValue), \(reason))" }

  /// The error for a parameter that is of the right type and yet wrong: a date that does not exist, a start after its end.
  package static func invalidParameter(_ name: String, _ message: String, data: JSONObject = JSONObject()) -> RPCError {
    var data = data
    data["parameter"] = .string(name)
    return RPCError(.invalidParams, "parameter \"\(name)\": \(message)", data: data)
  }
}

extension RPCError: JSONEncodable, JSONDecodable {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("code", code.rawValue)
      json.member("message", message)
      json.member("data", data)
    }
  }

  /// Reads the `error` member of a reply; one without `data` gets what follows from its code.
  package init(from json: inout JSONReader) throws(JSONError) {
    var code = 0
    var message = ""
    var data = JSONObject()
    try json.readObject { (key, json) throws(JSONError) in
      switch key {
      case "code": code = try json.readInt()
      case "message": message = try json.readString()
      case "data":
        let value = try json.readValue()
        data = value.object ?? ["detail": value]
      default: try json.skipValue()
      }
    }
    self.init(RPCCode(rawValue: code), message, data: data)
  }
}
