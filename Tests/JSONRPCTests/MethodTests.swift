import JSONCoding
import JSONRPC
import Testing

private let method = MethodDescription(
  "things.query", "Finds things.",
  parameters: [
    .required("kind", .choice(["big", "small"]), "Kind of thing."),
    Parameter("limit", .integer(1...100), "How many.", default: 10),
    Parameter("names", .oneOrMore(.string), "Names to look for."),
    Parameter("weight", .number, "Kilograms."),
    Parameter("exact", .boolean, "Whether to look for whole names only."),
    Parameter("fields", .list(.string), "Members to give."),
  ],
  result: "The things.", errors: [.notFound])

private func arguments(_ parameters: Request.Parameters) throws(RPCError) -> Arguments {
  try Arguments(parameters, for: method)
}

@Suite struct ArgumentsTests {
  @Test("parameters by name and by position are the same call")
  func bothWays() throws {
    let byName = try arguments(.byName(["names": ["a"], "kind": "big", "limit": 5]))
    #expect(try arguments(.byPosition(["big", 5, ["a"]])).values.members.count == 3)
    let byPosition = try arguments(.byPosition(["big", 5, ["a"]]))
    for key in ["kind", "limit", "names"] { #expect(byName[key] == byPosition[key]) }
  }

  @Test("defaults stand in, null counts as not given, and what has no default is absent")
  func defaults() throws {
    let arguments = try arguments(.byName(["kind": "small", "limit": nil, "names": nil]))
    #expect(arguments.string("kind") == "small" && arguments.int("limit") == 10)
    #expect(arguments["names"] == nil && arguments.strings("names") == [] && arguments.double("weight") == nil)
  }

  @Test("values are read as what they are")
  func accessors() throws {
    let arguments = try arguments(
      .byName(["kind": "big", "names": "x", "weight": 2, "exact": false, "fields": ["a", "b"], "limit": 7.0]))
    #expect(arguments.strings("names") == ["x"] && arguments.strings("fields") == ["a", "b"])
    #expect(arguments.double("weight") == 2 && arguments.bool("exact") == false && arguments.int("limit") == 7)
    #expect(try arguments.requiredString("kind") == "big")
    #expect(throws: RPCError.self) { _ = try arguments.requiredString("limit") }
  }

  @Test(
    "a wrong parameter is named, and what would be right",
    arguments: [
      (.none, "things.query needs the parameter \"kind\": one of big, small", "missing-parameter"),
      (.byName(["kind": nil]), "things.query needs the parameter \"kind\": one of big, small", "missing-parameter"),
      (.byName(["kind": "huge"]), "parameter \"kind\": must be one of big, small, not \"huge\"", "invalid-params"),
      (
        .byName(["kind": "big", "limt": 1]), "things.query has no parameter \"limt\": did you mean \"limit\"?",
        "unknown-parameter"
      ),
      (
        .byName(["kind": "big", "zzz": 1]),
        "things.query has no parameter \"zzz\": it takes kind, limit, names, weight, exact, fields", "unknown-parameter"
      ),
      (.byPosition(["big", 0]), "parameter \"limit\": must be a whole number from 1 to 100, not 0", "invalid-params"),
      (
        .byPosition(["big", 1.5]), "parameter \"limit\": must be a whole number from 1 to 100, not 1.5",
        "invalid-params"
      ),
      (
        .byPosition(["big", 1, 7]), "parameter \"names\": must be a string, or a list of such, not 7", "invalid-params"
      ),
      (
        .byPosition(["big", 1, ["a", ["b"]]]), "parameter \"names\": must be a string, not an array", "invalid-params"
      ),
      (
        .byName(["kind": "big", "fields": "a"]),
        "parameter \"fields\": must be a list, each element a string, not \"a\"", "invalid-params"
      ),
      (.byName(["kind": "big", "weight": "1"]), "parameter \"weight\": must be a number, not \"1\"", "invalid-params"),
      (.byName(["kind": "big", "exact": 1]), "parameter \"exact\": must be true or false, not 1", "invalid-params"),
      (.byPosition([1, 2, 3, 4, 5, 6, 7]), "things.query takes at most 6 parameters, not 7", "too-many-parameters"),
    ] as [(Request.Parameters, String, String)])
  func wrong(_ parameters: Request.Parameters, _ message: String, _ reason: String) {
    let error = #expect(throws: RPCError.self) { _ = try arguments(parameters) }
    #expect(error?.code == .invalidParams && error?.message == message && error?.reason == reason)
  }

  @Test("all parameters can be read as one value")
  func decode() throws {
    struct Query: JSONDecodable {
      var kind = ""
      var limit = 0
      init(from json: inout JSONReader) throws(JSONError) {
        try json.readObject { (key, json) throws(JSONError) in
          switch key {
          case "kind": kind = try json.readString()
          case "limit": limit = try json.readInt()
          default: try json.skipValue()
          }
        }
      }
    }
    let query = try arguments(.byName(["kind": "big"])).decode(Query.self)
    #expect(query.kind == "big" && query.limit == 10)
    #expect(throws: RPCError.self) { _ = try arguments(.byName(["kind": "big"])).decode([String].self) }
  }
}

@Suite struct MethodTableTests {
  private static func answer(_ name: String) -> Method {
    Method(MethodDescription(name, "Does \(name).", result: "Nothing.")) { (_, _) throws(RPCError) in
      Answer(JSONObject())
    }
  }

  private let table = MethodTable(
    title: "test", version: "1",
    methods: [
      Self.answer("events.query"), Self.answer("events.get"), Self.answer("articles.query"),
      Method(method) { (_, _) throws(RPCError) in Answer(JSONObject()) },
    ])

  @Test("finds methods by their name, the built-in ones too")
  func finds() throws {
    #expect(try table.method("events.get").description.name == "events.get")
    for name in ["rpc.discover", "rpc.cancel"] { #expect(try table.method(name).description.name == name) }
    #expect(table.descriptions.map(\.name).sorted() == table.descriptions.map(\.name))
  }

  @Test(
    "an unknown method is answered with names that come close",
    arguments: [
      ("event.query", ["events.query"]), ("events.qeury", ["events.query"]), ("Events.Get", ["events.get"]),
      ("query", ["articles.query", "events.query", "things.query"]), ("events", ["events.get", "events.query"]),
      ("xyzzy", []),
      ("", []),
    ])
  func suggests(_ name: String, _ names: [String]) {
    let error = #expect(throws: RPCError.self) { _ = try table.method(name) }
    #expect(error?.code == .methodNotFound)
    #expect(error?.data["suggestions"]?.array?.compactMap(\.string) ?? [] == names)
    if let first = names.first { #expect(error?.message.contains("did you mean \(first)") == true) }
    #expect(error?.message.utf8.count ?? 999 < 200)
  }

  @Test("a name of great length costs neither time nor a long message")
  func longName() {
    let error = #expect(throws: RPCError.self) { _ = try table.method(String(repeating: "events.", count: 100_000)) }
    #expect(error?.data["suggestions"] == nil && error?.message.utf8.count ?? 999 < 200)
  }

  @Test("describes itself as OpenRPC")
  func discover() throws {
    let document = table.openRPC
    #expect(document["openrpc"]?.string == "1.3.2" && document["info"] == ["title": "test", "version": "1"])
    let methods = try #require(document["methods"]?.array)
    let names = methods.compactMap { $0["name"]?.string }
    #expect(names.contains("rpc.discover") && names.contains("rpc.cancel"))
    let things = try #require(methods.first { $0["name"] == "things.query" })
    #expect(things["paramStructure"] == "either" && things["summary"] == "Finds things.")
    let parameters = try #require(things["params"]?.array)
    #expect(
      parameters[0] == [
        "name": "kind", "summary": "Kind of thing.", "required": true,
        "schema": ["type": "string", "enum": ["big", "small"]],
      ])
    #expect(parameters[1]["schema"] == ["type": "integer", "minimum": 1, "maximum": 100, "default": 10])
    #expect(
      parameters[2]["schema"] == ["oneOf": [["type": "string"], ["type": "array", "items": ["type": "string"]]]])
    #expect(parameters[3]["schema"] == ["type": "number"])
    #expect(things["errors"] == [["code": 1001, "message": "not-found"]])
  }
}
