package import JSONCoding

/// Hears what a client and a server say on one connection, and holds every reply against the method's own description.
///
/// What it asks of a result is what the OpenRPC document says of it: no member that is not there, and none less. Where a request
/// chose no `fields`, records must be whole. Of an error it asks what newsd promises of every one, and that the method
/// says it may have that code.
package final class ReplyChecker {
  private let whole: SchemaChecker
  private let selected: SchemaChecker
  private let methods: [String: JSONValue]
  /// What was asked and is not answered, by id.
  private var asked: [String: JSONValue] = [:]

  /// Begins the name of a type whose records may have only some members.
  private static let selection = "Selected"
  /// The codes that every method may answer with: those of the specification, and those of newsd's own state.
  private static let generalCodes: Set<Int> = [
    -32700, -32600, -32601, -32602, -32603, -32000, -32001, -32002, -32003, -32005, -32800,
  ]

  /// - Parameter document: the OpenRPC document of the server.
  package init(document: JSONValue) {
    selected = SchemaChecker(document: document)
    whole = SchemaChecker(document: Self.demandingAll(document))
    methods = Dictionary(
      (document["methods"]?.array ?? []).map { ($0["name"]?.string ?? "", $0) }, uniquingKeysWith: { first, _ in first }
    )
  }

  /// Hears one message of either side; what is wrong with it, empty where nothing is.
  package func problems(_ message: [UInt8]) -> [String] {
    guard let value = try? JSONValue(parsing: message) else {
      return ["no JSON: \(String(decoding: message, as: UTF8.self))"]
    }
    return (value.array ?? [value]).flatMap(problems)
  }

  private func problems(_ message: JSONValue) -> [String] {
    let id = message["id"]?.description
    if let method = message["method"]?.string {
      if let id { asked[id] = message } else { return notification(method, message["params"] ?? [:]) }
      return []
    }
    guard message["jsonrpc"]?.string == "2.0", let id else { return ["no message of JSON-RPC 2.0: \(message)"] }
    let request = asked.removeValue(forKey: id)
    if let error = message["error"] { return problems(error, request) }
    guard let result = message["result"], let request else { return ["no reply to what was asked: \(message)"] }
    return problems(result, to: request)
  }

  private func problems(_ result: JSONValue, to request: JSONValue) -> [String] {
    let name = request["method"]?.string ?? ""
    guard let schema = methods[name]?["result"]?["schema"] else {
      return ["\(name) is not described and answers \(result)"]
    }
    let checker = request["params"]?["fields"] == nil ? whole : selected
    return checker.problems(result, schema).map { "\(name): \($0)" }
  }

  private func problems(_ error: JSONValue, _ request: JSONValue?) -> [String] {
    let name = request?["method"]?.string ?? ""
    var problems = whole.problems(error, Self.error)
    let own = (methods[name]?["errors"]?.array ?? []).compactMap { $0["code"]?.int }
    if let code = error["code"]?.int, !Self.generalCodes.contains(code), !own.contains(code) {
      problems.append("the code \(code) is not among its errors")
    }
    return problems.map { "\(name): \($0)" }
  }

  private static let error: JSONValue = [
    "type": "object", "required": ["code", "message", "data"],
    "properties": [
      "code": ["type": "integer"], "message": ["type": "string"],
      "data": [
        "type": "object", "required": ["reason", "retryable"], "additionalProperties": [:],
        "properties": ["reason": ["type": "string"], "retryable": ["type": "boolean"]],
      ],
    ],
  ]

  /// Notifications are told of in newsd-rpc(7); OpenRPC has no place for them.
  private func notification(_ method: String, _ parameters: JSONValue) -> [String] {
    let text: JSONValue = ["type": "string"]
    var members: JSONObject = ["subscription": text, "cursor": text]
    switch method {
    case "rpc.closing": return whole.problems(parameters, Self.error).map { "\(method): \($0)" }
    case "events.notify": members["events"] = ["type": "array", "items": ["$ref": "#/components/schemas/Event"]]
    case "events.lagged": members["first"] = text
    default: return ["\(method) is no notification of newsd"]
    }
    let schema: JSONValue = [
      "type": "object", "required": .array(members.keys.map(JSONValue.string)), "properties": .object(members),
    ]
    return whole.problems(parameters, schema).map { "\(method): \($0)" }
  }

  /// The document with whole records wherever it allows selected ones.
  private static func demandingAll(_ document: JSONValue) -> JSONValue {
    guard var object = document.object, var schemas = document["components"]?["schemas"]?.object else {
      return document
    }
    for name in schemas.keys where name.hasPrefix(selection) {
      schemas[name] = schemas[String(name.dropFirst(selection.count))]
    }
    object["components"] = ["schemas": .object(schemas)]
    return .object(object)
  }
}
