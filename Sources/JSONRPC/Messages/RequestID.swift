package import JSONCoding

/// What tells replies apart: a string, a number or null, given by the client and returned exactly as it was written.
package enum RequestID: Sendable, Hashable {
  case string(String)
  case number(JSONNumber)
  /// What the client gave as null, or what could not be told.
  case null

  /// Nil for a value that can be no id.
  package init?(_ value: JSONValue) {
    switch value {
    case .string(let text): self = .string(text)
    case .number(let number): self = .number(number)
    case .null: self = .null
    case .bool, .array, .object: return nil
    }
  }
}

extension RequestID: JSONEncodable {
  package func write(to json: inout JSONWriter) {
    switch self {
    case .string(let text): json.string(text)
    case .number(let number): json.number(number)
    case .null: json.null()
    }
  }
}

extension RequestID: ExpressibleByIntegerLiteral, ExpressibleByStringLiteral {
  package init(integerLiteral value: Int) { self = .number(JSONNumber(value)) }
  package init(stringLiteral value: String) { self = .string(value) }
}
