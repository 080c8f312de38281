import JSONCoding
import JSONRPC
import Platform
import TestSupport
import Testing

/// newsd with the demo's articles and one broken file, and what it says of its methods.
private struct Described {
  let daemon: TestDaemon
  let client: Client
  let document: JSONValue

  init() throws {
    daemon = try TestDaemon()
    client = try daemon.client()
    for article in try DemoArticles.all() { try daemon.drop(article.bytes, as: article.name) }
    _ = try client.call("spool.sync")
    document = try JSONValue(parsing: try client.call("rpc.discover"))
  }

  var methods: [JSONValue] { document["methods"]?.array ?? [] }
  var checker: SchemaChecker { SchemaChecker(document: document) }

  func schema(_ method: JSONValue) -> JSONValue { method["result"]?["schema"] ?? nil }

  /// Puts a file into quarantine that the examples of quarantine.* name.
  func breakFile() throws {
    try daemon.drop("{\"title\": ", as: "broken.json")
    _ = try client.call("spool.sync")
  }
}

@Suite("What newsd answers is what it says it answers") struct MethodReplyTests {
  /// Methods whose examples name what each test has to provide; a call without parameters is an example of the others.
  private func calls(_ method: JSONValue) -> [JSONObject] {
    let examples = method["examples"]?.array ?? []
    if examples.isEmpty { return [[:]] }
    return examples.map { example in
      var parameters = JSONObject()
      for parameter in example["params"]?.array ?? [] {
        parameters[parameter["name"]?.string ?? ""] = parameter["value"] ?? nil
      }
      return parameters
    }
  }

  @Test("Every example of every method runs, and its reply fits the method's schema")
  func examples() throws {
    let described = try Described()
    #expect(described.methods.count >= 21)
    for method in described.methods {
      let name = try #require(method["name"]?.string)
      for parameters in calls(method) {
        if name.hasPrefix("quarantine.") { try described.breakFile() }
        let reply = try JSONValue(
          parsing: try described.client.call(name, parameters.isEmpty ? .none : .byName(parameters)))
        #expect(described.checker.problems(reply, described.schema(method)) == [], "\(name) \(parameters)")
      }
    }
  }

  @Test("What an example says is answered fits the schema too, apart from what it leaves out")
  func exampleResults() throws {
    let described = try Described()
    for method in described.methods {
      for example in method["examples"]?.array ?? [] {
        let problems = described.checker.problems(example["result"]?["value"] ?? nil, described.schema(method))
        #expect(problems == [], "\(method["name"] ?? nil)")
      }
    }
  }

  @Test("Every event and article that is stored fits the schemas of Event and Article")
  func records() throws {
    let described = try Described()
    let events = try JSONValue(parsing: try described.client.call("events.query", .byName(["limit": 1000])))
    let all = events["events"]?.array ?? []
    #expect(all.count > 40)
    for event in all {
      #expect(described.checker.problems(event, ["$ref": "#/components/schemas/Event"]) == [])
    }
    let articles = try JSONValue(parsing: try described.client.call("articles.query"))
    for article in articles["articles"]?.array ?? [] {
      let full = try JSONValue(
        parsing: try described.client.call("articles.get", .byName(["id": article["id"] ?? nil])))
      #expect(described.checker.problems(full["article"] ?? nil, ["$ref": "#/components/schemas/Article"]) == [])
    }
  }

  @Test("Of every reply that a test gets, a member too many, one too few and an error without its data are found")
  func misfits() throws {
    func problems(_ request: String, _ reply: String) -> [String] {
      let checker = CheckedClient.checker()
      return checker.problems(Array(request.utf8)) + checker.problems(Array(reply.utf8))
    }
    func sync(_ reply: String) -> [String] {
      problems(#"{"jsonrpc":"2.0","method":"spool.sync","id":1}"#, #"{"jsonrpc":"2.0",\#(reply),"id":1}"#)
    }
    #expect(sync(#""result":{"articles":0,"events":0,"quarantined":0,"sequence":0}"#) == [])
    #expect(
      sync(#""result":{"articles":0,"events":0,"quarantined":0,"sequence":0,"more":0}"#)
        == ["spool.sync: $: more is not documented"])
    #expect(sync(#""result":{"articles":0,"events":0,"quarantined":0}"#) == ["spool.sync: $: sequence is missing"])
    #expect(sync(#""error":{"code":-32603,"message":"no","data":{"reason":"x","retryable":false,"more":1}}"#) == [])
    #expect(sync(#""error":{"code":-32603,"message":"no","data":{"reason":"x"}}"#).count == 1)
    #expect(sync(#""error":{"code":1301,"message":"no","data":{"reason":"x","retryable":false}}"#).count == 1)
    func query(_ parameters: String) -> [String] {
      problems(
        #"{"jsonrpc":"2.0","method":"articles.query","params":\#(parameters),"id":"a"}"#,
        #"{"jsonrpc":"2.0","result":{"articles":[{"id":"8e10bfcc2c88a9a7"}]},"id":"a"}"#)
    }
    #expect(query(#"{"fields":["id"]}"#) == [])
    #expect(query("{}") == ["articles.query: $.articles[0]: events is missing"])
    #expect(
      CheckedClient.checker().problems(Array(#"{"jsonrpc":"2.0","method":"events.notify","params":{}}"#.utf8)).count
        == 3)
    withKnownIssue("a client that tests use says so by itself") {
      CheckedClient.check(trace: #"{"jsonrpc":"2.0","result":{},"id":1}"#)
    }
  }

  @Test("No result is described as any object whatever")
  func openObjects() throws {
    let described = try Described()
    func open(_ schema: JSONValue) -> [JSONValue] {
      let isOpen = schema["type"]?.string == "object" && schema["properties"] == nil
      return (isOpen ? [schema] : [])
        + (schema.array ?? schema.object?.members.map(\.value) ?? []).flatMap(open)
    }
    // The OpenRPC document is described by OpenRPC.
    for method in described.methods where method["name"]?.string != "rpc.discover" {
      #expect(open(described.schema(method)) == [], "\(method["name"] ?? nil)")
    }
    #expect(open(described.document["components"] ?? nil) == [])
  }

  @Test(
    "The description has the shape that OpenRPC 1.3 prescribes, member by member, and refers to nothing that is not there"
  )
  func shape() throws {
    let described = try Described()
    let checker = SchemaChecker(document: OpenRPCShape.document)
    #expect(checker.problems(described.document, OpenRPCShape.document) == [])
    for reference in references(described.document) {
      #expect(described.checker.problems([:], ["$ref": reference]).allSatisfy { !$0.contains("nothing is at") })
    }
    // The check finds what is wrong.
    var broken = try #require(described.document.object)
    broken["methods"] = [
      ["name": "x", "params": [["name": "p"]], "result": ["name": "r", "schema": ["typ": "string"]]]
    ]
    #expect(checker.problems(.object(broken), OpenRPCShape.document).count == 2)
  }

  private func references(_ value: JSONValue) -> [JSONValue] {
    (value.array ?? []).flatMap(references)
      + (value.object?.members ?? []).flatMap { $0.key == "$ref" ? [$0.value] : references($0.value) }
  }

  private static let hasJSONSchema =
    (try? ChildProcess.run("/usr/bin/python3", ["-c", "import jsonschema"]))?.status == 0

  /// Reads pairs of a schema and a value, one a line, with the types that references name; prints what is wrong.
  private static let validation = """
    import json, sys
    from jsonschema import Draft7Validator
    types = json.loads(sys.stdin.readline())
    for line in sys.stdin:
        name, schema, value = json.loads(line)
        schema = {**schema, "components": types}
        Draft7Validator.check_schema(schema)
        for error in Draft7Validator(schema).iter_errors(value):
            print(name, error.json_path, error.message[:200])
    """

  @Test(
    "Python's jsonschema finds every schema sound, and agrees on every reply; it knows nothing of this project",
    .enabled(if: hasJSONSchema, "python3-jsonschema is not installed"))
  func independently() throws {
    let described = try Described()
    var lines = [described.document["components"] ?? nil]
    for method in described.methods {
      let name = method["name"] ?? nil
      for parameter in method["params"]?.array ?? [] {
        let schema = parameter["schema"] ?? nil
        if let value = schema["default"] { lines.append([name, schema, value]) }
      }
      for parameters in calls(method) {
        if name.string?.hasPrefix("quarantine.") == true { try described.breakFile() }
        let reply = try described.client.call(name.string ?? "", parameters.isEmpty ? .none : .byName(parameters))
        lines.append([name, described.schema(method), try JSONValue(parsing: reply)])
      }
    }
    func problems(_ lines: [JSONValue]) throws -> String {
      let input = lines.map { $0.description + "\n" }.joined()
      let result = try ChildProcess.run("/usr/bin/python3", ["-c", Self.validation], input: Array(input.utf8))
      #expect(result.status == 0, "\(result.errors)")
      return result.output
    }
    #expect(try problems(lines) == "")
    // The check finds what is wrong.
    let event: JSONValue = ["$ref": "#/components/schemas/Event"]
    #expect(
      try problems([lines[0], ["events.get", event, ["id": 1]]]).contains("events.get $.id 1 is not of type 'string'"))
  }

  @Test("The description is built as OpenRPC 1.3 says")
  func openRPC() throws {
    let document = try Described().document
    #expect(document["openrpc"]?.string?.hasPrefix("1.3.") == true)
    #expect(document["info"]?["title"]?.string == "newsd" && document["info"]?["version"]?.string != nil)
    var names: Set<String> = []
    for method in document["methods"]?.array ?? [] {
      let name = try #require(method["name"]?.string)
      #expect(names.insert(name).inserted, "\(name) is there twice")
      #expect(method["summary"]?.string?.hasSuffix(".") == true, "\(name) needs a sentence")
      #expect(method["result"]?["name"]?.string != nil && method["result"]?["schema"]?.object != nil)
      var optionalSeen = false
      for parameter in method["params"]?.array ?? [] {
        #expect(parameter["name"]?.string != nil && parameter["schema"]?.object != nil)
        // OpenRPC: required parameters stand before the others.
        let isRequired = parameter["required"]?.bool ?? false
        #expect(!(optionalSeen && isRequired), "\(name)")
        optionalSeen = optionalSeen || !isRequired
      }
      for example in method["examples"]?.array ?? [] {
        #expect(example["name"]?.string != nil && example["params"]?.array != nil && example["result"]?["value"] != nil)
      }
      for error in method["errors"]?.array ?? [] {
        #expect(error["code"]?.int != nil && error["message"]?.string != nil)
      }
    }
  }
}

@Suite("A subscription tells what comes") struct SubscriptionEndToEndTests {
  @Test("It goes on from a cursor without gap or repeat, and a cursor before the first event there is is refused")
  func cursor() throws {
    let daemon = try TestDaemon()
    let articles = try DemoArticles.all()
    let client = try daemon.client()
    for article in articles { try daemon.drop(article.bytes, as: article.name) }
    _ = try client.call("spool.sync")
    let all = try daemon.events().compactMap { $0["sequence"]?.int }
    _ = try client.call("events.subscribe", .byName(["cursor": "5"]))
    var sequences: [Int] = []
    while (sequences.last ?? 0) < (all.last ?? 0) {
      let notification = try client.nextNotification(timeout: 20_000)
      #expect(notification.method == "events.notify")
      let batch = try JSONValue(parsing: notification.parameters)
      sequences += (batch["events"]?.array ?? []).compactMap { $0["sequence"]?.int }
    }
    #expect(sequences == all.filter { $0 > 5 })
  }

  @Test("A cursor whose next event the store has dropped is refused with 1002, for a page and for a subscription")
  func expiredCursor() throws {
    let daemon = try TestDaemon(configuration: "[Store]\nRetention=1s\nSnapshotInterval=300ms\n")
    for article in try DemoArticles.all() { try daemon.drop(article.bytes, as: article.name) }
    let client = try daemon.client()
    _ = try client.call("spool.sync")
    let isGone = try eventually(within: 20_000) {
      try JSONValue(parsing: try client.call("daemon.status"))["events"]?.int == 0
    }
    #expect(isGone)
    for method in ["events.subscribe", "events.query"] {
      var parameters: JSONObject = ["cursor": "3"]
      if method == "events.query" { parameters["order"] = "oldest" }
      let failure = #expect(throws: Client.Failure.self) { try client.call(method, .byName(parameters)) }
      guard case .refused(let error) = failure else {
        Issue.record("\(method) was not refused: \(String(describing: failure))")
        continue
      }
      #expect(error.code == .cursorExpired && error.message.hasPrefix("what followed the cursor '3' is gone"))
    }
    let last = try JSONValue(parsing: try client.call("daemon.status"))["sequence"]?.int ?? 0
    #expect(last > 40)
    _ = try client.call("events.subscribe", .byName(["cursor": .string(String(last))]))
  }

  @Test(
    "A subscriber that reads too late is told what it missed, last of all, and everything before that is without gap")
  func lagged() throws {
    let daemon = try TestDaemon(configuration: "[Store]\nRetention=2s\nSnapshotInterval=300ms\n")
    let subscriber = try daemon.client()
    _ = try subscriber.call("events.subscribe", .byName(["cursor": "0"]))
    // More than the connection holds, and nobody reads.
    for round in 0..<25 {
      for article in try DemoArticles.all() {
        try daemon.drop(article.bytes + Array("\nNote \(round).\n".utf8), as: "\(round)-\(article.name)")
      }
    }
    let other = try daemon.client()
    _ = try other.call("spool.sync")
    let isGone = try eventually(within: 30_000) {
      try JSONValue(parsing: try other.call("daemon.status"))["events"]?.int == 0
    }
    #expect(isGone)
    let last = try #require(try JSONValue(parsing: try other.call("daemon.status"))["sequence"]?.int)
    var sequences: [Int] = []
    var notification = try subscriber.nextNotification(timeout: 20_000)
    while notification.method == "events.notify" {
      let events = try JSONValue(parsing: notification.parameters)["events"]?.array ?? []
      sequences += events.compactMap { $0["sequence"]?.int }
      notification = try subscriber.nextNotification(timeout: 20_000)
    }
    #expect(notification.method == "events.lagged")
    let told = try JSONValue(parsing: notification.parameters)
    #expect(sequences == Array(1...sequences.count) && sequences.count < last)
    #expect(told["cursor"]?.string == "\(sequences.count)" && told["first"]?.string == "\(last + 1)")
    #expect(throws: Client.Failure.self) { try subscriber.nextNotification(timeout: 300) }
  }

  @Test("When nothing happens a heartbeat comes after 15 s, without events and with the cursor")
  func heartbeat() throws {
    let daemon = try TestDaemon()
    let client = try daemon.client()
    let clock = SystemClock()
    _ = try client.call("events.subscribe")
    let begin = clock.elapsed
    let beat = try JSONValue(parsing: try client.nextNotification(timeout: 30_000).parameters)
    #expect(beat["events"]?.array?.isEmpty == true && beat["cursor"]?.string == "0")
    #expect((14_000...20_000).contains(clock.elapsed - begin))
  }
}
