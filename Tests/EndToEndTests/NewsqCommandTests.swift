import Glibc
import JSONCoding
import JSONRPC
import NewsModel
import Platform
import TestSupport
import Testing

@Suite("newsq's commands") struct NewsqCommandTests {
  @Test(
    "ask the method that is meant, with what was given",
    arguments: [
      (["events"], "events.query", #"{"order":"newest","limit":100}"#),
      (
        [
          "events", "--type", "consult", "--type=AID", "--actor", "RUS/GOV", "--min-confidence", "0.5", "-n", "7",
          "--oldest",
        ],
        "events.query", #"{"type":["CONSULT","AID"],"actor":"RUS/GOV","min_confidence":0.5,"order":"oldest","limit":7}"#
      ),
      (
        ["events", "--since", "3d", "--until", "2024-03-04", "--cursor", "99"], "events.query",
        #"{"since":"3d","until":"2024-03-04","order":"newest","cursor":"99","limit":100}"#
      ),
      (["count"], "events.count", #"{"by":["type"]}"#),
      (
        ["count", "--by", "actor,day", "--text", "troops border", "-n", "5"], "events.count",
        #"{"text":"troops border","by":["actor","day"],"limit":5}"#
      ),
      (["show", "00000000000000AA-01"], "events.get", #"{"id":"00000000000000aa-01"}"#),
      (["show", "00000000000000aa"], "articles.get", #"{"id":"00000000000000aa"}"#),
      (["articles", "--source", "AFP"], "articles.query", #"{"source":"AFP","order":"newest","limit":100}"#),
      (["sync"], "spool.sync", "null"),
      (["snapshot"], "daemon.snapshot", "null"),
      (["reload"], "daemon.reload", "null"),
      (["status"], "daemon.status", "null"),
      (["stats"], "daemon.stats", "null"),
      (["metrics"], "daemon.metrics", "null"),
      (["methods"], "rpc.discover", "null"),
      (["quarantine"], "quarantine.list", "null"),
      (["quarantine", "retry", "a.txt"], "quarantine.retry", #"{"name":"a.txt"}"#),
      (["quarantine", "drop", "a.txt"], "quarantine.drop", #"{"name":"a.txt"}"#),
      (["call", "x.y"], "x.y", "null"),
      (["call", "x.y", "[1, \"a\"]"], "x.y", #"[1,"a"]"#),
      (
        ["call", "x.y", "n=1", "s=word", "l=[1,2]", "t=true", "q=\"1\"", "e="], "x.y",
        #"{"n":1,"s":"word","l":[1,2],"t":true,"q":"1","e":""}"#
      ),
    ] as [([String], String, String)])
  func requests(arguments: [String], method: String, parameters: String) throws {
    let daemon = FakeDaemon("{}")
    let result = try daemon.newsq(arguments + ["-o", "json"])
    #expect(result.status == 0, "\(result.errors)")
    #expect(daemon.requests.map(\.method) == [method])
    #expect(daemon.requests.first?.parameters.description == parameters)
  }

  @Test("A list longer than a page is asked for page by page, and printed with the oldest first")
  func paging() throws {
    let daemon = FakeDaemon { _, parameters in
      let last = Int(parameters["cursor"]?.string ?? "2501") ?? 0
      let first = max(1, last - (parameters["limit"]?.int ?? 0))
      let items = (first..<last).reversed().map { ["sequence": .int($0)] as JSONObject }
      return .result(NewsqSamples.list("events", items, next: first > 1 ? String(first) : nil))
    }
    let all = try daemon.newsq(["events", "-n", "5000"]).output.split(separator: "\n")
    #expect(all.count == 2500)
    #expect(all.first == #"{"sequence":1}"#)
    #expect(all.last == #"{"sequence":2500}"#)
    #expect(daemon.requests.map { $0.parameters["limit"]?.int } == [1000, 1000, 1000])
    let some = try daemon.newsq(["events", "-n", "1200", "-o", "json"]).output
    let document = try JSONValue(parsing: Array(some.utf8))
    #expect(document["events"]?.array?.count == 1200)
    #expect(document["events"]?[0]?["sequence"]?.int == 1301)
    #expect(document["next"]?.string == "1301")
  }

  @Test("submit sends text as text, other bytes as Base64, and standard input without a name")
  func submit() throws {
    let scratch = ScratchFolder()
    try scratch.write("Grüße", to: "a.txt")
    for (bytes, coded) in [([0xFF], "/w=="), ([0xFF, 0x00], "/wA="), ([0xFF, 0x00, 0xFE, 0x10], "/wD+EA==")]
      as [([UInt8], String)]
    {
      try scratch.write(bytes, to: "b.gz")
      let daemon = FakeDaemon(#"{"articles":[{"id":"00000000000000aa","events":2,"duplicate":false}]}"#)
      let result = try daemon.newsq(
        ["submit", scratch.path("a.txt"), "-", scratch.path("b.gz"), "--date", "2024-03-04"], input: [])
      #expect(result.status == 0, "\(result.errors)")
      #expect(
        daemon.requests.map(\.parameters.description) == [
          #"{"content":"Grüße","name":"a.txt","date":"2024-03-04"}"#, #"{"content":"","date":"2024-03-04"}"#,
          #"{"content_base64":"\#(coded)","name":"b.gz","date":"2024-03-04"}"#,
        ])
      let lines = result.output.split(separator: "\n")
      #expect(lines.count == 3)
      #expect(lines[0] == #"{"file":"\#(scratch.path("a.txt"))","id":"00000000000000aa","events":2,"duplicate":false}"#)
    }
  }

  @Test("A file that is refused does not keep the others from being submitted: status 1")
  func submitPartly() throws {
    let scratch = ScratchFolder()
    for name in ["a", "b", "c"] { try scratch.write(name, to: name) }
    let daemon = FakeDaemon { _, parameters in
      parameters["content"] == "b"
        ? .error(RPCError(.rejected, "it is no article"))
        : .result(#"{"articles":[{"id":"1","events":0,"duplicate":true}]}"#)
    }
    let files = ["a", "none", "b", "c"].map { scratch.path($0) }
    let result = try daemon.newsq(["submit"] + files + ["-o", "csv"])
    #expect(result.status == 1)
    #expect(result.output == "id,events,duplicate,file\n1,0,true,\(files[0])\n1,0,true,\(files[3])\n")
    #expect(
      result.errors
        == "newsq: \(files[1]): cannot open it: No such file or directory\nnewsq: \(files[2]): it is no article\n")
  }

  @Test("quarantine show tells all of one file; a name that is not there is status 1")
  func quarantineShow() throws {
    let daemon = FakeDaemon(#"{"files":[{"name":"a.dat","size":8,"reason":{"code":"binary","message":"no text"}}]}"#)
    let shown = try daemon.newsq(["quarantine", "show", "a.dat", "-o", "table"])
    #expect(
      shown.output == "name            a.dat\nsize            8\nreason code     binary\nreason message  no text\n")
    let missing = try daemon.newsq(["quarantine", "show", "b.dat"])
    #expect(missing.status == 1)
    #expect(missing.errors == "newsq: there is no file 'b.dat' in quarantine\n")
  }
}

@Suite("newsq tail") struct NewsqTailTests {
  private func event(_ sequence: Int) -> Event {
    var event = NewsqSamples.bare
    event.sequence = sequence
    return event
  }

  private func notification(_ subscription: String, _ sequences: ClosedRange<Int>) -> (String, String) {
    let events = NewsqSamples.list("events", sequences.map(event)).dropFirst().dropLast()
    return ("events.notify", #"{"subscription":"\#(subscription)","cursor":"\#(sequences.upperBound)",\#(events)}"#)
  }

  private func sequences(_ output: String) throws -> [Int] {
    try output.split(separator: "\n").compactMap { try JSONValue(parsing: Array($0.utf8))["sequence"]?.int }
  }

  /// A daemon with ten events, and five more for whoever subscribes.
  private func daemon() -> FakeDaemon {
    FakeDaemon { method, parameters in
      let cursor = parameters["cursor"]?.string.flatMap { Int($0) }
      switch method {
      case "daemon.status": return .result(#"{"sequence":10}"#)
      case "events.subscribe":
        let start = cursor ?? 10
        return .stream(
          #"{"subscription":"s1","cursor":"\#(start)"}"#,
          [
            self.notification("s1", start + 1...13), self.notification("s9", 1...9),
            ("events.notify", #"{"subscription":"s1","cursor":"13","events":[]}"#), self.notification("s1", 14...15),
          ])
      default:
        let isOldest = parameters["order"] == "oldest"
        let all = isOldest ? Array((cursor ?? 0) + 1..<11) : (1..<(cursor ?? 11)).reversed()
        return .result(NewsqSamples.list("events", all.prefix(parameters["limit"]?.int ?? 0).map(self.event)))
      }
    }
  }

  @Test("shows the latest, oldest first")
  func latest() throws {
    #expect(try sequences(daemon().newsq(["tail", "-n", "3"]).output) == [8, 9, 10])
    #expect(try sequences(daemon().newsq(["tail", "-n", "0"]).output) == [])
    #expect(try sequences(daemon().newsq(["tail", "--cursor", "6"]).output) == [7, 8, 9, 10])
  }

  @Test("goes on with what comes, without gap or repeat")
  func following() throws {
    let result = try daemon().newsq(["tail", "-f", "-n", "2"]) { $0.contains("\"sequence\":15") }
    #expect(try sequences(result.output) == [9, 10, 11, 12, 13, 14, 15])
    let resumed = try daemon().newsq(["tail", "-f", "--cursor", "11"]) { $0.contains("\"sequence\":15") }
    #expect(try sequences(resumed.output) == [12, 13, 14, 15])
  }

  @Test("keeps its place in a file")
  func cursorFile() throws {
    let scratch = ScratchFolder()
    let file = scratch.path("cursor")
    #expect(try sequences(daemon().newsq(["tail", "-n", "2", "--cursor-file", file]).output) == [9, 10])
    #expect(try scratch.text(of: "cursor") == "10\n")
    #expect(try sequences(daemon().newsq(["tail", "--cursor-file", file]).output) == [])
    try scratch.write("4\n", to: "cursor")
    #expect(try sequences(daemon().newsq(["tail", "--cursor-file", file]).output) == [5, 6, 7, 8, 9, 10])
    #expect(try scratch.text(of: "cursor") == "10\n")
    let result = try daemon().newsq(["tail", "-f", "--cursor-file", file]) { _ in
      (try? scratch.text(of: "cursor")) == "15\n"
    }
    #expect(try sequences(result.output) == [11, 12, 13, 14, 15])
  }

  @Test("outlives newsd, killed or stopped, by its cursor: no event is left out, none comes twice")
  func restart() throws {
    let daemon = try TestDaemon()
    let trace = daemon.scratch.path("trace")
    let tail = try ChildProcess(
      "newsq",
      ["--socket", daemon.scratch.path("newsd.sock"), "--trace", trace, "tail", "-f", "--cursor", "0", "-o", "jsonl"])
    let articles = try DemoArticles.all()
    for (number, article) in articles.enumerated() {
      try daemon.drop(article.bytes, as: article.name)
      _ = try daemon.newsq(["sync"])
      guard number == 1 || number == 3 else { continue }
      let count = try daemon.events().count
      #expect(try eventually { try sequences(tail.outputSoFar()).count == count })
      if number == 1 { try daemon.stop(signal: SIGKILL) }
      if number == 3 { try daemon.stop() }
      try daemon.restart()
    }
    let all = try daemon.events().compactMap { $0["sequence"]?.int }
    #expect(all.count > 40 && all == Array(1...all.count))
    #expect(try eventually { try sequences(tail.outputSoFar()).count >= all.count })
    tail.send(signal: SIGTERM)
    let result = try tail.finish()
    #expect(try sequences(result.output) == all)
    #expect(
      result.errors.split(separator: "\n").filter { $0.contains("newsd is back; going on after cursor") }.count >= 2)
    CheckedClient.check(trace: try daemon.scratch.text(of: "trace"))
  }

  @Test("says what the store let go of before it was sent, and goes on with what is there")
  func lagged() throws {
    let daemon = FakeDaemon { _, parameters in
      parameters["cursor"] == "3"
        ? .stream(
          #"{"subscription":"s1","cursor":"3"}"#,
          [self.notification("s1", 4...5), ("events.lagged", #"{"subscription":"s1","cursor":"5","first":"9"}"#)])
        : .stream(#"{"subscription":"s2","cursor":"8"}"#, [self.notification("s2", 9...10)])
    }
    let result = try daemon.newsq(["tail", "-f", "--cursor", "3"]) { $0.contains("\"sequence\":10") }
    #expect(try sequences(result.output) == [4, 5, 9, 10])
    #expect(result.errors == "newsq: newsd no longer has the events after cursor 5; going on with event 9\n")
    #expect(daemon.requests.last?.parameters["cursor"]?.string == "8")
  }

  @Test("ends with status 2 when the daemon goes before it answered, or does not come back in time")
  func lost() throws {
    let gone = FakeDaemon { method, parameters in
      parameters["cursor"] == "3" ? .hangUp : .result("{}")
    }
    let result = try gone.newsq(["tail", "-f", "--cursor", "3", "--timeout", "0.3"]) { _ in gone.requests.count > 1 }
    #expect(result.errors.contains("the connection to newsd was lost") && result.errors.contains("waiting for it"))
    let daemon = FakeDaemon { method, _ in method == "events.subscribe" ? .hangUp : .result("{}") }
    #expect(try daemon.newsq(["tail", "-f"]).status == 2)
  }
}
