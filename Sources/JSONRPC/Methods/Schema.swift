package import JSONCoding

/// The type of a parameter or a result: the part of JSON Schema that the methods need.
package indirect enum Schema: Sendable, Hashable {
  case string
  /// A whole number within bounds.
  case integer(ClosedRange<Int>)
  /// A number within bounds.
  case number(ClosedRange<Double>)
  case boolean
  /// One of these words.
  case choice([String])
  case list(Schema)
  /// One value, or a list of such values.
  case oneOrMore(Schema)
  case object
  /// An object with these members.
  case record([Member])
  /// A value of this type, or null.
  case nullable(Schema)
  /// A type that the OpenRPC document has under this name.
  case reference(String)
  case any

  /// A member of an object.
  package struct Member: Sendable, Hashable {
    package var name: String
    package var schema: Schema
    /// Whether it may be missing.
    package var isOptional: Bool

    package init(_ name: String, _ schema: Schema, isOptional: Bool = false) {
      self.name = name
      self.schema = schema
      self.isOptional = isOptional
    }
  }

  /// What a value of this type is, in words, as in "must be …".
  package var words: String {
    switch self {
    case .string: "a string"
    case .integer(let range): "a whole number\(Self.bounds(range.lowerBound, range.upperBound, .min, .max))"
    case .number(let range):
      "a number\(Self.bounds(range.lowerBound, range.upperBound, -.greatestFiniteMagnitude, .greatestFiniteMagnitude))"
    case .boolean: "true or false"
    case .choice(let words): "one of \(words.joined(separator: ", "))"
    case .list(let element): "a list, each element \(element.words)"
    case .oneOrMore(let element): "\(element.words), or a list of such"
    case .object, .record, .reference: "an object"
    case .nullable(let schema): "\(schema.words), or null"
    case .any: "any value"
    }
  }

  private static func bounds<Number: Comparable>(_ low: Number, _ high: Number, _ least: Number, _ most: Number)
    -> String
  {
    switch (low > least, high < most) {
    case (true, true): " from \(low) to \(high)"
    case (true, false): " not less than \(low)"
    case (false, true): " not greater than \(high)"
    case (false, false): ""
    }
  }

  /// Checks a value; tells the first thing that is not of the type, and what it would have to be.
  func mismatch(of value: JSONValue) -> (value: JSONValue, schema: Schema)? {
    if admits(value) { return nil }
    switch (self, value) {
    case (.list(let element), .array(let elements)), (.oneOrMore(let element), .array(let elements)):
      return elements.lazy.compactMap(element.mismatch).first
    case (.oneOrMore(let element), _): return element.admits(value) ? nil : (value, self)
    default: return (value, self)
    }
  }

  /// Whether a value that is no list is of the type.
  private func admits(_ value: JSONValue) -> Bool {
    switch self {
    case .string: if case .string = value { true } else { false }
    case .integer(let range): value.int.map(range.contains) ?? false
    case .number(let range): value.double.map(range.contains) ?? false
    case .boolean: value.bool != nil
    case .choice(let words): value.string.map(words.contains) ?? false
    case .object, .reference: value.object != nil
    case .record(let members):
      value.object.map { object in members.allSatisfy { Self.admits($0, in: object) } } ?? false
    case .nullable(let schema): value.isNull || schema.mismatch(of: value) == nil
    case .any: true
    case .list, .oneOrMore: false
    }
  }

  private static func admits(_ member: Member, in object: JSONObject) -> Bool {
    object[member.name].map { member.schema.mismatch(of: $0) == nil } ?? member.isOptional
  }

  /// The type as JSON Schema.
  package var json: JSONObject {
    switch self {
    case .string: return ["type": "string"]
    case .boolean: return ["type": "boolean"]
    case .object: return ["type": "object"]
    case .any: return [:]
    case .record(let members): return Self.json(members)
    case .nullable(let schema): return ["anyOf": [.object(schema.json), ["type": "null"]]]
    case .reference(let name): return ["$ref": .string("#/components/schemas/\(name)")]
    case .choice(let words): return ["type": "string", "enum": .array(words.map(JSONValue.string))]
    case .list(let element): return ["type": "array", "items": .object(element.json)]
    case .oneOrMore(let element): return ["oneOf": [.object(element.json), .object(Schema.list(element).json)]]
    case .integer(let range):
      var json: JSONObject = ["type": "integer"]
      if range.lowerBound > .min { json["minimum"] = .int(range.lowerBound) }
      if range.upperBound < .max { json["maximum"] = .int(range.upperBound) }
      return json
    case .number(let range):
      var json: JSONObject = ["type": "number"]
      json["minimum"] =
        range.lowerBound > -.greatestFiniteMagnitude ? JSONNumber(range.lowerBound).map(JSONValue.number) : nil
      json["maximum"] =
        range.upperBound < .greatestFiniteMagnitude ? JSONNumber(range.upperBound).map(JSONValue.number) : nil
      return json
    }
  }

  private static func json(_ members: [Member]) -> JSONObject {
    var properties = JSONObject()
    for member in members { properties[member.name] = .object(member.schema.json) }
    let required = members.filter { !$0.isOptional }.map { JSONValue.string($0.name) }
    var json: JSONObject = ["type": "object", "properties": .object(properties)]
    if !required.isEmpty { json["required"] = .array(required) }
    return json
  }

  /// The same record, of which every member may be missing.
  package var withoutRequirements: Schema {
    guard case .record(let members) = self else { return self }
    return .record(members.map { Member($0.name, $0.schema, isOptional: true) })
  }

  /// Whole numbers of any size.
  package static let integer = Schema.integer(.min ... .max)
  /// Numbers of any size.
  package static let number = Schema.number(-.greatestFiniteMagnitude ... .greatestFiniteMagnitude)
}
