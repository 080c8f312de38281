import JSONCoding

/// What an OpenRPC 1.3 document may consist of, as its specification says (spec.open-rpc.org): every object with the members it
/// must have and may have, and no others. JSON Schema is taken as far as newsd's own schemas go.
///
/// It is narrower than the published schema (open-rpc/spec, spec/1.3/schema.json): what newsd has no use for, such as servers, tags
/// and links, is no part of it, and a method must have a result. Against that schema's rules, with JSON Schema draft 7 for the
/// schemas within, the document was valid on 2026-11-25.
enum OpenRPCShape {
  /// To be checked with itself as the document that references point into.
  static let document: JSONValue = [
    "type": "object", "required": ["openrpc", "info", "methods"],
    "properties": [
      "openrpc": ["type": "string", "enum": ["1.3.0", "1.3.1", "1.3.2"]], "info": reference("info"),
      "methods": list(of: "method"),
      "components": ["type": "object", "properties": ["schemas": map(of: "schema")]],
    ],
    "definitions": [
      "info": object(required: ["title": text, "version": text], optional: ["description": text]),
      "method": object(
        required: ["name": text, "params": list(of: "parameter"), "result": reference("result")],
        optional: [
          "summary": text, "description": text, "paramStructure": ["enum": ["by-name", "by-position", "either"]],
          "errors": list(of: "error"), "examples": list(of: "pairing"), "deprecated": truth,
        ]),
      "parameter": object(
        required: ["name": text, "schema": reference("schema")],
        optional: ["summary": text, "description": text, "required": truth, "deprecated": truth]),
      "result": object(
        required: ["name": text, "schema": reference("schema")], optional: ["summary": text, "description": text]),
      "error": object(required: ["code": ["type": "integer"], "message": text], optional: ["data": [:]]),
      "pairing": object(
        required: ["name": text, "params": list(of: "example"), "result": reference("example")],
        optional: ["description": text]),
      "example": object(required: ["name": text, "value": [:]], optional: ["summary": text, "description": text]),
      "schema": object(
        required: [:],
        optional: [
          "type": ["enum": ["array", "boolean", "integer", "null", "number", "object", "string"]],
          "enum": ["type": "array", "items": text], "items": reference("schema"), "properties": map(of: "schema"),
          "required": ["type": "array", "items": text], "anyOf": list(of: "schema"), "oneOf": list(of: "schema"),
          "minimum": ["type": "number"], "maximum": ["type": "number"], "default": [:], "$ref": text,
        ]),
    ],
  ]

  private static let text: JSONValue = ["type": "string"]
  private static let truth: JSONValue = ["type": "boolean"]

  private static func reference(_ name: String) -> JSONValue { ["$ref": .string("#/definitions/\(name)")] }
  private static func list(of name: String) -> JSONValue { ["type": "array", "items": reference(name)] }
  private static func map(of name: String) -> JSONValue {
    ["type": "object", "additionalProperties": reference(name)]
  }

  private static func object(required: JSONObject, optional: JSONObject) -> JSONValue {
    var members = required
    for member in optional.members { members[member.key] = member.value }
    return [
      "type": "object", "required": .array(required.keys.map(JSONValue.string)), "properties": .object(members),
    ]
  }
}
