package import JSONCoding
import Platform
import Spelling

/// All methods of a server: finds them by name and describes them.
///
/// `rpc.discover` and `rpc.cancel` are in every table.
package struct MethodTable: Sendable {
  private let methods: [String: Method]
  /// What each method is, in the order of their names.
  package let descriptions: [MethodDescription]
  /// The table as an OpenRPC 1.3 document.
  package let openRPC: JSONObject

  /// Makes a table.
  ///
  /// - Parameters:
  ///   - title: that of the OpenRPC document, as is `version`.
  ///   - schemas: types that the methods' own refer to by name.
  package init(
    title: String, version: String, schemas: [(name: String, schema: Schema)] = [], methods: [Method]
  ) {
    let discover = MethodDescription(
      "rpc.discover", "Describes all methods.", result: "An OpenRPC 1.3 document.",
      schema: .record([
        .init("openrpc", .string), .init("info", .object), .init("methods", .list(.object)),
        .init("components", .object, isOptional: true),
      ]))
    let cancellation = Self.cancel()
    let descriptions = (methods.map(\.description) + [discover, cancellation.description]).sorted { $0.name < $1.name }
    var document: JSONObject = [
      "openrpc": "1.3.2", "info": ["title": .string(title), "version": .string(version)],
      "methods": .array(descriptions.map { .object($0.openRPC) }),
    ]
    if !schemas.isEmpty {
      var types = JSONObject()
      for (name, schema) in schemas { types[name] = .object(schema.json) }
      document["components"] = ["schemas": .object(types)]
    }
    let text = document.jsonBytes
    let builtIn = [Method(discover) { (_, _) throws(RPCError) in Answer(text: text) }, cancellation]
    self.methods = Dictionary((methods + builtIn).map { ($0.description.name, $0) }) { first, _ in first }
    self.descriptions = descriptions
    openRPC = document
  }

  /// Finds a method; the error for an unknown one names those that come close.
  package func method(_ name: String) throws(RPCError) -> Method {
    if let method = methods[name] { return method }
    let near = suggestions(for: name)
    let hint = near.isEmpty ? "rpc.discover lists all" : "did you mean \(near.joined(separator: " or "))?"
    throw RPCError(
      .methodNotFound, "there is no method \"\(name.prefix(64))\": \(hint)",
      data: near.isEmpty ? [:] : ["suggestions": .array(near.map(JSONValue.string))])
  }

  /// The name that is nearest, else those of which the given one is the area or the verb.
  private func suggestions(for name: String) -> [String] {
    let names = descriptions.map(\.name)
    if let nearest = nearest(to: name, in: names) { return [nearest] }
    return names.filter { $0.split(separator: ".").contains { $0 == name } }
  }

  private static func cancel() -> Method {
    let description = MethodDescription(
      "rpc.cancel", "Cancels a request of this connection that is not answered yet.",
      parameters: [.required("id", .any, "The id of the request.")],
      result:
        "`cancelled`: whether there was such a request. The request itself is answered, as a rule with error -32800.",
      schema: .record([.init("cancelled", .boolean)]),
      examples: [MethodExample("Give up request 7", ["id": 7], ["cancelled": false])])
    return Method(description) { (arguments, session) throws(RPCError) in
      guard let id = arguments["id"].flatMap(RequestID.init) else {
        throw .invalidParameter("id", "must be a string or a number")
      }
      return Answer(["cancelled": .bool(session.cancel(request: id))] as JSONObject)
    }
  }
}

/// The name nearest to a mistyped one; a text too long to be a name is near to none.
func nearest(to word: String, in names: [String]) -> String? {
  word.utf8.count <= 64 && !word.isEmpty ? Suggestion.nearest(to: word, among: names) : nil
}
