import JSONCoding
import NewsModel
import Platform
import TestSupport
import Testing

@Suite("newsq -o plover") struct PloverTests {
  /// What newsq makes of one event.
  private func record(_ event: Event) throws -> JSONValue? {
    let daemon = FakeDaemon { method, _ in
      .result(
        method == "articles.query"
          ? NewsqSamples.list("articles", [NewsqSamples.article]) : NewsqSamples.list("events", [event]))
    }
    let result = try daemon.newsq(["events", "-o", "plover"])
    #expect(result.status == 0, "\(result.errors)")
    return try result.output.isEmpty ? nil : JSONValue(parsing: Array(result.output.utf8))
  }

  private func event(_ type: EventType, _ status: EventStatus, modes: [String] = []) -> Event {
    var event = NewsqSamples.talks
    (event.type, event.status, event.modes) = (type, status, modes)
    return event
  }

  @Test("A record has the manual's names: actor, recipient, event, event_loc, quad_code, event_scale, cite_info")
  func names() throws {
    let record = try #require(try record(event(.consult, .occurred, modes: ["multilateral"])))
    #expect(record["id"]?.string == "00000000000000aa-01" && record["date"]?.string == "2024-03-06")
    #expect(
      record["actor"]?.array?.first?.description
        == #"{"code":"RUS","sector":"GOV","entity_text":"Moscow","identifier_text":"Russia"}"#)
    #expect(record["event"]?.array == ["CONSULT"] && record["mode"]?.array == ["multilateral"])
    #expect(record["quad_code"]?.int == 1 && record["event_scale"]?.double == 4)
    #expect(record["event_loc"]?["country_code"]?.string == "BEL" && record["event_loc"]?["resolution"]?.int == 4)
    #expect(record["event_text"]?.array == ["talks"] && record["context"]?.array == ["diplomatic"])
    #expect(record["cite_info"]?["publication"]?.string == "The Gazette")
    #expect(record["cite_info"]?["codebook"]?.string == "plover-0.8")
  }

  @Test(
    "What is only planned is coded as the manual says",
    arguments: [
      (EventType.consult, EventStatus.scheduled, "AGREE", ["diplomatic"]),
      (.support, .scheduled, "AGREE", ["diplomatic"]), (.cooperate, .scheduled, "AGREE", ["diplomatic"]),
      (.aid, .scheduled, "AGREE", ["diplomatic"]), (.retreat, .scheduled, "CONCEDE", ["diplomatic"]),
      (.concede, .scheduled, "CONCEDE", ["diplomatic", "future"]),
      (.mobilize, .scheduled, "MOBILIZE", ["diplomatic", "future"]),
      (.assault, .possible, "ASSAULT", ["diplomatic", "hypothetical"]),
      (.retreat, .demanded, "RETREAT", ["diplomatic", "hypothetical"]),
      (.assault, .denied, "ASSAULT", ["diplomatic", "negation"]), (.aid, .ongoing, "AID", ["diplomatic"]),
    ])
  func future(type: EventType, status: EventStatus, coded: String, contexts: [String]) throws {
    let record = try #require(try record(event(type, status, modes: type.modes.first.map { [$0] } ?? [])))
    let expected = try #require(EventType(rawValue: coded))
    #expect(record["event"]?.array == [.string(coded)])
    #expect(record["context"]?.array == contexts.map(JSONValue.string))
    #expect(record["quad_code"]?.int == expected.quad)
    let modes = expected == type ? type.modes.prefix(1).map { $0 } : []
    #expect(record["event_scale"]?.double == expected.intensity(modes: modes))
    #expect(record["mode"]?.array == modes.map(JSONValue.string), "modes of another type say nothing")
  }

  @Test("A statement is no PLOVER event: it is left out, and that is told")
  func statement() throws {
    let result = try FakeDaemon(NewsqSamples.list("events", [NewsqSamples.bare])).newsq(["events", "-o", "plover"])
    #expect(result.output.isEmpty)
    #expect(result.errors.hasPrefix("newsq: 1 of type STATEMENT left out"))
  }

  @Test("Times are told as far as they are known, and an event without one has its article's day")
  func times() throws {
    var event = event(.consult, .occurred)
    event.time = TimeExpression(kind: .time, value: "2024-03-06T14:30", basis: .explicit)
    #expect(try record(event)?["time"]?.string == "14:30:00Z")
    event.time = TimeExpression(kind: .date, value: "2024-W10", basis: .explicit)
    #expect(try record(event)?["date"]?.string == "2024-03-04")
    #expect(try record(event)?["enddate"]?.string == "2024-03-10")
    event.time = nil
    #expect(try record(event)?["date"]?.string == "2024-03-04")
  }
}

@Suite("newsq export") struct ExportTests {
  /// newsd with the demo's articles.
  private func daemon() throws -> TestDaemon {
    let daemon = try TestDaemon()
    for article in try DemoArticles.all() { try daemon.drop(article.bytes, as: article.name) }
    _ = try daemon.newsq(["sync"])
    return daemon
  }

  @Test("gives every article with its events, one a line, oldest first, and Python reads them as they are")
  func everything() throws {
    let daemon = try daemon()
    let file = daemon.scratch.path("all.jsonl")
    let result = try daemon.newsq(["export", "--to", file])
    #expect(result.status == 0 && result.output.isEmpty, "\(result.errors)")
    let lines = try KernelFileSystem().read(FilePath(file), limit: 1 << 24).split(separator: UInt8(ascii: "\n"))
    #expect(lines.count == 6)
    let sequences = try lines.flatMap { line in
      let line = try JSONValue(parsing: Array(line))
      #expect(line["article"]?["text"]?.string?.isEmpty == false)
      return (line["events"]?.array ?? []).compactMap { $0["sequence"]?.int }
    }
    #expect(sequences == Array(1...sequences.count))
    #expect(try daemon.scratch.names().contains("all.jsonl.part") == false)
    let array = try JSONValue(parsing: Array(try daemon.newsq(["export", "-o", "json"]).output.utf8))
    #expect(array.array?.count == 6)
  }

  @Test("gives in csv and plover one event a line, those that fit, and Python's own readers agree on their number")
  func tables() throws {
    let daemon = try daemon()
    let wanted = try daemon.lines("events", "--type", "ASSAULT", "--limit", "1000").count
    #expect(wanted > 3)
    _ = try daemon.newsq(["export", "--type", "ASSAULT", "-o", "csv", "--to", daemon.scratch.path("a.csv")])
    _ = try daemon.newsq(["export", "--type", "ASSAULT", "-o", "plover", "--to", daemon.scratch.path("a.jsonl")])
    let script = """
      import csv, json, sys
      rows = list(csv.DictReader(open(sys.argv[1], newline="")))
      records = [json.loads(line) for line in open(sys.argv[2])]
      assert all(row["type"] == "ASSAULT" and row["evidence"] for row in rows)
      assert all(record["event"] == ["ASSAULT"] and record["date"] for record in records)
      print(len(rows), len(records))
      """
    let python = try ChildProcess.run(
      "/bin/sh",
      ["-c", "exec python3 -c \"$0\" \"$@\"", script, daemon.scratch.path("a.csv"), daemon.scratch.path("a.jsonl")])
    #expect(python.output == "\(wanted) \(wanted)\n", "\(python.errors)")
  }

  private static let hasPandas =
    (try? ChildProcess.run("/usr/bin/python3", ["-c", "import pandas"]))?.status == 0

  @Test(
    "pandas reads csv, plover and jsonl as tables, and finds in them the same events as newsd",
    .enabled(if: hasPandas, "python3-pandas is not installed"))
  func pandas() throws {
    let daemon = try daemon()
    for format in ["csv", "plover", "jsonl"] {
      let result = try daemon.newsq(["export", "-o", format, "--to", daemon.scratch.path(format)])
      #expect(result.status == 0, "\(result.errors)")
    }
    let script = """
      import json, sys, pandas
      table, plover, articles = sys.argv[1:]
      rows = pandas.read_csv(table)
      records = pandas.read_json(plover, lines=True)
      lines = pandas.read_json(articles, lines=True)
      events = pandas.json_normalize([event for events in lines["events"] for event in events])
      assert list(rows["id"]) == list(events["id"]) and list(rows["type"]) == list(events["type"])
      assert rows["confidence"].between(0, 1).all() and rows["evidence"].str.len().min() > 0
      assert set(records["id"]) == set(events[events["type"] != "STATEMENT"]["id"])
      assert lines["article"].map(lambda article: len(article["text"])).min() > 100
      print(json.dumps(events.groupby("type").size().to_dict()))
      """
    let files = ["csv", "plover", "jsonl"].map { daemon.scratch.path($0) }
    let python = try ChildProcess.run("/usr/bin/python3", ["-c", script] + files)
    try #require(python.status == 0, "\(python.errors)")
    let counted = try JSONValue(parsing: Array(python.output.utf8)).object ?? [:]
    let told = try daemon.lines("count", "--by", "type", "--limit", "100")
    #expect(!told.isEmpty && told.count == counted.count)
    for line in told { #expect(counted[line["type"]?.string ?? ""]?.int == line["count"]?.int, "\(line)") }
  }

  @Test("A file that cannot be made is told, and nothing is left behind where newsd fails")
  func failures() throws {
    let nowhere = try FakeDaemon("{}").newsq(["export", "--to", "/nowhere/x"])
    #expect(nowhere.status == 1 && nowhere.errors.contains("/nowhere/x"))
    let scratch = ScratchFolder()
    let lost = try FakeDaemon { _, _ in .hangUp }.newsq(["export", "--to", scratch.path("x")])
    #expect(lost.status == 2)
    #expect(try scratch.names().isEmpty)
  }
}
