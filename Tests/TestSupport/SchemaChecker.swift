package import JSONCoding

/// Checks values against JSON Schema: the part of it that newsd's own schemas use, and no keyword is passed over.
///
/// Stricter than the standard in one point: an object whose schema names members may have no others, so that nothing is
/// answered that is not documented.
package struct SchemaChecker {
  private let document: JSONValue

  /// - Parameter document: what references such as `#/components/schemas/Event` point into.
  package init(document: JSONValue) { self.document = document }

  /// What is wrong with a value, each with its place; empty where nothing is.
  package func problems(_ value: JSONValue, _ schema: JSONValue, at path: String = "$") -> [String] {
    guard let schema = schema.object else { return ["\(path): the schema is no object"] }
    return schema.members.flatMap { problems(value, $0.key, $0.value, schema, path) }
  }

  private func problems(
    _ value: JSONValue, _ keyword: String, _ rule: JSONValue, _ schema: JSONObject, _ path: String
  ) -> [String] {
    switch keyword {
    case "$ref":
      guard let target = resolve(rule.string ?? "") else { return ["\(path): nothing is at \(rule)"] }
      return problems(value, target, at: path)
    case "type": return isOfType(value, rule.string ?? "") ? [] : ["\(path): expected \(rule), found \(value)"]
    case "enum": return (rule.array ?? []).contains(value) ? [] : ["\(path): \(value) is none of \(rule)"]
    case "minimum": return (value.double ?? 0) >= (rule.double ?? 0) ? [] : ["\(path): \(value) is below \(rule)"]
    case "maximum": return (value.double ?? 0) <= (rule.double ?? 0) ? [] : ["\(path): \(value) is above \(rule)"]
    case "items":
      return (value.array ?? []).enumerated().flatMap { problems($1, rule, at: "\(path)[\($0)]") }
    case "required":
      let names = (rule.array ?? []).compactMap(\.string)
      return names.filter { value[$0] == nil }.map { "\(path): \($0) is missing" }
    case "properties":
      return (value.object?.members ?? []).flatMap { member in
        rule[member.key].map { problems(member.value, $0, at: "\(path).\(member.key)") }
          ?? (schema["additionalProperties"] == nil ? ["\(path): \(member.key) is not documented"] : [])
      }
    case "additionalProperties":
      return (value.object?.members ?? []).filter { schema["properties"]?[$0.key] == nil }.flatMap {
        problems($0.value, rule, at: "\(path).\($0.key)")
      }
    case "anyOf", "oneOf":
      let fitting = (rule.array ?? []).filter { problems(value, $0, at: path).isEmpty }.count
      return (keyword == "oneOf" ? fitting == 1 : fitting > 0) ? [] : ["\(path): \(value) fits \(fitting) of \(rule)"]
    case "default", "definitions": return []
    default: return ["\(path): the schema has the keyword \(keyword), which is not checked here"]
    }
  }

  private func resolve(_ reference: String) -> JSONValue? {
    guard reference.hasPrefix("#/") else { return nil }
    var value: JSONValue? = document
    for name in reference.dropFirst(2).split(separator: "/") { value = value?[String(name)] }
    return value
  }

  private func isOfType(_ value: JSONValue, _ type: String) -> Bool {
    switch type {
    case "object": value.object != nil
    case "array": value.array != nil
    case "string": value.string != nil
    case "integer": value.int != nil
    case "number": value.double != nil
    case "boolean": value.bool != nil
    case "null": value.isNull
    default: false
    }
  }
}
