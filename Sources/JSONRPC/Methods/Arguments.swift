package import JSONCoding

/// The parameters of one call: checked, by name, with defaults filled in.
package struct Arguments: Sendable, Equatable {
  /// The values; a parameter that was not given and has no default is absent.
  package let values: JSONObject

  /// Checks what was sent against what the method takes; `null` counts as not given.
  package init(_ sent: Request.Parameters, for method: MethodDescription) throws(RPCError) {
    var given = JSONObject()
    switch sent {
    case .none: break
    case .byName(let object):
      given = object
      // By index: a member that is only looked at is not copied.
      let members = object.members
      for index in members.indices {
        guard method.parameters.contains(where: { $0.name == members[index].key }) else {
          throw Self.unknown(members[index].key, method)
        }
        if members[index].value.isNull { given[members[index].key] = nil }
      }
    case .byPosition(let values):
      guard values.count <= method.parameters.count else {
        throw RPCError(
          .invalidParams, "\(method.name) takes \(Self.count(method.parameters.count)), not \(values.count)",
          reason: "too-many-parameters")
      }
      for (parameter, value) in zip(method.parameters, values) where !value.isNull { given[parameter.name] = value }
    }
    for parameter in method.parameters { try Self.check(parameter, of: method, in: &given) }
    values = given
  }

  private static func check(
    _ parameter: Parameter, of method: MethodDescription, in given: inout JSONObject
  ) throws(RPCError) {
    guard let value = given[parameter.name] else {
      if parameter.isRequired {
        let message = "\(method.name) needs the parameter \"\(parameter.name)\": \(parameter.schema.words)"
        throw RPCError(
          .invalidParams, message, reason: "missing-parameter", data: ["parameter": .string(parameter.name)])
      }
      given[parameter.name] = parameter.defaultValue
      return
    }
    if let wrong = parameter.schema.mismatch(of: value) {
      throw .invalidParameter(parameter.name, "must be \(wrong.schema.words), not \(Self.shown(wrong.value))")
    }
  }

  private static func unknown(_ name: String, _ method: MethodDescription) -> RPCError {
    let names = method.parameters.map(\.name)
    let hint = names.isEmpty ? "it takes none" : nearest(to: name, in: names).map { "did you mean \"\($0)\"?" }
    return RPCError(
      .invalidParams,
      "\(method.name) has no parameter \"\(name)\": \(hint ?? "it takes \(names.joined(separator: ", "))")",
      reason: "unknown-parameter", data: ["parameter": .string(name)])
  }

  private static func count(_ number: Int) -> String {
    switch number {
    case 0: "no parameters"
    case 1: "at most 1 parameter"
    default: "at most \(number) parameters"
    }
  }

  /// A value short enough for a message.
  private static func shown(_ value: JSONValue) -> String {
    switch value {
    case .array, .object: return value.kind.description
    default:
      let text = value.description
      return text.utf8.count <= 60 ? text : value.kind.description
    }
  }
}

extension Arguments {
  package subscript(name: String) -> JSONValue? { values[name] }

  /// The string; nil when not given.
  package func string(_ name: String) -> String? { values[name]?.string }
  /// The whole number; nil when not given.
  package func int(_ name: String) -> Int? { values[name]?.int }
  /// The number; nil when not given.
  package func double(_ name: String) -> Double? { values[name]?.double }
  /// The truth; nil when not given.
  package func bool(_ name: String) -> Bool? { values[name]?.bool }

  /// The strings of a list, or the one that was given instead; empty when not given.
  package func strings(_ name: String) -> [String] {
    guard let value = values[name] else { return [] }
    return value.array?.compactMap(\.string) ?? value.string.map { [$0] } ?? []
  }

  /// The string of a required parameter.
  package func requiredString(_ name: String) throws(RPCError) -> String {
    guard let string = string(name) else {
      throw RPCError(.invalidParams, "the parameter \"\(name)\" is missing", reason: "missing-parameter")
    }
    return string
  }

  /// All parameters read as one value, such as a filter.
  package func decode<Value: JSONDecodable>(_ type: Value.Type) throws(RPCError) -> Value {
    do {
      return try Value(parsing: values.jsonBytes)
    } catch {
      throw RPCError(.invalidParams, error.message)
    }
  }
}
