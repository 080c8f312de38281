package import JSONCoding

/// What a method is called, takes and gives: the one source of validation, `rpc.discover`, help and manual.
///
/// It is looked at with every request, and so is shared instead of copied, as is `Parameter`.
package final class MethodDescription: Sendable {
  /// `area.verb`.
  package let name: String
  /// One line.
  package let summary: String
  /// In the order in which they can be given by position.
  package let parameters: [Parameter]
  /// What the result holds, in a sentence.
  package let result: String
  /// The type of the result, an object.
  package let schema: Schema
  /// Calls that work, with what they may answer.
  package let examples: [MethodExample]
  /// The codes of its own errors, besides those every method may answer with.
  package let errors: [RPCCode]

  package init(
    _ name: String, _ summary: String, parameters: [Parameter] = [], result: String, schema: Schema = .object,
    errors: [RPCCode] = [], examples: [MethodExample] = []
  ) {
    self.name = name
    self.summary = summary
    self.parameters = parameters
    self.result = result
    self.schema = schema
    self.errors = errors
    self.examples = examples
  }
}

/// A call that works, and what it may answer.
package struct MethodExample: Sendable {
  /// What it asks, in a few words.
  package var name: String
  package var parameters: JSONObject
  package var result: JSONValue

  package init(_ name: String, _ parameters: JSONObject, _ result: JSONValue) {
    self.name = name
    self.parameters = parameters
    self.result = result
  }

  /// The example as OpenRPC has it.
  var openRPC: JSONObject {
    let parameters = parameters.members.map { member in
      JSONValue.object(["name": .string(member.key), "value": member.value])
    }
    return ["name": .string(name), "params": .array(parameters), "result": ["name": "result", "value": result]]
  }
}

/// One parameter of a method.
package final class Parameter: Sendable {
  package let name: String
  package let schema: Schema
  package let isRequired: Bool
  /// What stands in for the parameter when it is not given.
  package let defaultValue: JSONValue?
  /// What it means, in a sentence.
  package let summary: String

  private init(_ name: String, _ schema: Schema, _ summary: String, isRequired: Bool, default value: JSONValue?) {
    self.name = name
    self.schema = schema
    self.isRequired = isRequired
    self.defaultValue = value
    self.summary = summary
  }

  /// A parameter that may be left out.
  package convenience init(_ name: String, _ schema: Schema, _ summary: String, default value: JSONValue? = nil) {
    self.init(name, schema, summary, isRequired: false, default: value)
  }

  /// A parameter that must be given.
  package static func required(_ name: String, _ schema: Schema, _ summary: String) -> Parameter {
    Parameter(name, schema, summary, isRequired: true, default: nil)
  }
}

extension MethodDescription {
  /// The method as OpenRPC 1.3 describes one.
  package var openRPC: JSONObject {
    var json: JSONObject = [
      "name": .string(name), "summary": .string(summary), "paramStructure": "either",
      "params": .array(parameters.map { .object($0.openRPC) }),
      "result": ["name": "result", "summary": .string(result), "schema": .object(schema.json)],
    ]
    if !examples.isEmpty { json["examples"] = .array(examples.map { .object($0.openRPC) }) }
    if !errors.isEmpty {
      json["errors"] = .array(
        errors.map { ["code": .int($0.rawValue), "message": .string($0.reason)] })
    }
    return json
  }
}

extension Parameter {
  var openRPC: JSONObject {
    var schema = schema.json
    schema["default"] = defaultValue
    return [
      "name": .string(name), "summary": .string(summary), "required": .bool(isRequired), "schema": .object(schema),
    ]
  }
}
