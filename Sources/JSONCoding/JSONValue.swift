/// A JSON value of any kind, for texts whose shape is not known before.
///
/// Known shapes are read straight into their types by `JSONDecodable`, which is several times faster.
package enum JSONValue: Sendable, Hashable {
  case null
  case bool(Bool)
  case number(JSONNumber)
  case string(String)
  case array([JSONValue])
  case object(JSONObject)

  /// A whole number.
  package static func int(_ value: Int) -> JSONValue { .number(JSONNumber(value)) }

  /// A number; null for infinity and NaN.
  package static func double(_ value: Double) -> JSONValue { JSONNumber(value).map(JSONValue.number) ?? .null }

  package var kind: JSONKind {
    switch self {
    case .null: .null
    case .bool: .bool
    case .number: .number
    case .string: .string
    case .array: .array
    case .object: .object
    }
  }

  package var isNull: Bool {
    if case .null = self { true } else { false }
  }

  /// The text, if this is a string.
  package var string: String? {
    if case .string(let value) = self { value } else { nil }
  }

  /// The number, if this is one that is whole and fits 64 bits.
  package var int: Int? {
    if case .number(let value) = self { value.int } else { nil }
  }

  /// The number, if this is one.
  package var double: Double? {
    if case .number(let value) = self { value.double } else { nil }
  }

  /// The truth, if this is `true` or `false`.
  package var bool: Bool? {
    if case .bool(let value) = self { value } else { nil }
  }

  /// The elements, if this is an array.
  package var array: [JSONValue]? {
    if case .array(let value) = self { value } else { nil }
  }

  /// The members, if this is an object.
  package var object: JSONObject? {
    if case .object(let value) = self { value } else { nil }
  }

  /// The value of a member, if this is an object that has it.
  package subscript(key: String) -> JSONValue? { object?[key] }

  /// The element at that place, if this is an array that long.
  package subscript(index: Int) -> JSONValue? {
    guard let array, array.indices.contains(index) else { return nil }
    return array[index]
  }
}

extension JSONValue: JSONEncodable, JSONDecodable {
  package func write(to json: inout JSONWriter) {
    switch self {
    case .null: json.null()
    case .bool(let value): json.bool(value)
    case .number(let value): json.number(value)
    case .string(let value): json.string(value)
    case .array(let value): json.value(value)
    case .object(let value): json.value(value)
    }
  }

  package init(from json: inout JSONReader) throws(JSONError) { self = try json.readValue() }
}

extension JSONValue: CustomStringConvertible {
  /// The value as JSON text.
  package var description: String { String(decoding: jsonBytes, as: UTF8.self) }
}

extension JSONValue: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByFloatLiteral, ExpressibleByStringLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  package init(nilLiteral: ()) { self = .null }
  package init(booleanLiteral value: Bool) { self = .bool(value) }
  package init(integerLiteral value: Int) { self = .int(value) }
  package init(floatLiteral value: Double) { self = .double(value) }
  package init(stringLiteral value: String) { self = .string(value) }
  package init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  package init(dictionaryLiteral elements: (String, JSONValue)...) {
    var object = JSONObject()
    for (key, value) in elements { object[key] = value }
    self = .object(object)
  }
}
