import Glibc
import JSONCoding
import Platform
import TestSupport
import Testing

@Suite("newsd, started for real") struct DaemonTests {
  static let talks = """
    Title: Talks in Vienna
    Date: 2024-05-06

    Iran and the United States held talks in Vienna on Monday. Iranian Foreign Minister Hossein Amir said the meeting was useful.
    """

  @Test("answers for an article that is renamed into incoming/") func renamed() throws {
    let daemon = try TestDaemon()
    try daemon.drop(Self.talks, as: "talks.txt")
    #expect(try eventually { try !daemon.lines("events", "--type", "CONSULT").isEmpty })
    let event = try #require(try daemon.lines("events", "--type", "CONSULT").first)
    #expect(event["place"]?["name"]?.string == "Vienna")
    #expect(try daemon.stop().status == 0)
  }

  @Test("takes files that are written in place, linked in, or moved with an old time") func handOver() throws {
    let daemon = try TestDaemon(configuration: "[Spool]\nSettleTime=200ms\n")
    try daemon.scratch.write(Self.talks + "1", to: "spool/incoming/in-place.txt")
    try daemon.scratch.write(Self.talks + "2", to: "outside.txt")
    #expect(unsafe link(daemon.scratch.path("outside.txt"), daemon.scratch.path("spool/incoming/linked.txt")) == 0)
    #expect(try eventually { try daemon.lines("articles").count == 2 })
    #expect(try daemon.lines("articles").compactMap { $0["file"]?.string }.sorted() == ["in-place.txt", "linked.txt"])
  }

  @Test("counts the same bytes once, whatever their names") func duplicates() throws {
    let daemon = try TestDaemon()
    for name in ["a.txt", "b.txt", "c.txt"] { try daemon.drop(Self.talks, as: name) }
    #expect(try daemon.newsq(["sync"]).status == 0)
    #expect(try daemon.lines("articles").count == 1)
    #expect(try daemon.scratch.names(in: "spool/incoming") == [".tmp"])
  }

  @Test("has the same events with the same ids after kill -9, before any snapshot") func killed() throws {
    let daemon = try TestDaemon()
    for article in try DemoArticles.all() { try daemon.drop(article.bytes, as: article.name) }
    #expect(try daemon.newsq(["sync"]).status == 0)
    let before = try daemon.events()
    #expect(before.count > 20)
    try daemon.stop(signal: SIGKILL)
    #expect(try !daemon.scratch.names(in: "spool/work").isEmpty)
    try daemon.restart()
    #expect(try daemon.events() == before)
    #expect(try daemon.newsq(["snapshot"]).status == 0)
    #expect(try eventually { try daemon.scratch.names(in: "spool/work").isEmpty })
    try daemon.stop(signal: SIGKILL)
    try daemon.restart()
    #expect(try daemon.events() == before, "and from the snapshot too")
  }

  @Test("keeps everything through a clean stop, and leaves nothing in work/") func cleanStop() throws {
    let daemon = try TestDaemon()
    for article in try DemoArticles.all() { try daemon.drop(article.bytes, as: article.name) }
    #expect(try daemon.newsq(["sync"]).status == 0)
    let before = try daemon.events()
    let result = try daemon.stop()
    #expect(result.status == 0, "\(result.errors)")
    #expect(try daemon.scratch.names(in: "spool/work").isEmpty)
    try daemon.restart()
    #expect(try daemon.events() == before)
  }

  @Test("sets aside what it cannot read, with the reason, and goes on") func quarantine() throws {
    let daemon = try TestDaemon()
    try daemon.drop([0, 1, 2, 0, 0xFF, 0, 3, 0], as: "binary.dat")
    try daemon.drop([], as: "empty.txt")
    try daemon.drop([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 0x4B, 0x4C], as: "cut.gz")
    try daemon.drop("{\"title\": \"x\", \"text\": \"unfinished", as: "broken.json")
    try daemon.drop(Self.talks, as: "good.txt")
    #expect(try daemon.newsq(["sync"]).status == 0)
    let files = try #require(
      try JSONValue(parsing: Array(try daemon.newsq(["call", "quarantine.list"]).output.utf8))["files"]?.array)
    let codes = Dictionary(
      uniqueKeysWithValues: files.map { ($0["name"]?.string ?? "", $0["reason"]?["code"]?.string ?? "") })
    #expect(codes["binary.dat"] == "binary")
    #expect(codes["empty.txt"] == "empty")
    #expect(codes["cut.gz"] == "truncated")
    #expect(["malformed", "truncated"].contains(codes["broken.json"]))
    #expect(try daemon.scratch.names(in: "spool/quarantine").contains("broken.json.reason.json"))
    #expect(try daemon.lines("articles").count == 1)
  }

  @Test("takes articles over the socket, and says what it made of them") func submit() throws {
    let daemon = try TestDaemon()
    try daemon.scratch.write("Russia and Ukraine agreed on Monday to exchange prisoners in Istanbul.", to: "a.txt")
    let result = try daemon.newsq(["submit", daemon.scratch.path("a.txt"), "--date", "2024-05-06", "-o", "jsonl"])
    #expect(result.status == 0, "\(result.errors)")
    let article = try #require(try daemon.lines("articles").first)
    #expect(article["date"]?.string == "2024-05-06")
    #expect(article["date_basis"]?.string == "metadata")
    try daemon.stop(signal: SIGKILL)
    try daemon.restart()
    #expect(try daemon.lines("articles").first?["date"]?.string == "2024-05-06", "the date survives a crash")
  }

  @Test("tells systemd when it is ready and when it stops") func notifications() throws {
    let scratch = ScratchFolder()
    let notify = try NotifySocket(in: scratch)
    let process = try ChildProcess(
      "newsd",
      [
        "serve", "--config", "/dev/null", "--spool", scratch.path("spool"), "--state", scratch.path("state"),
        "--socket",
        scratch.path("s"),
      ], environment: ["NOTIFY_SOCKET": notify.path, "WATCHDOG_USEC": "300000", "WATCHDOG_PID": nil])
    #expect(try notify.wait(for: "READY=1")?.contains("STATUS=") == true)
    #expect(try notify.wait(for: "WATCHDOG=1") != nil)
    process.send(signal: SIGTERM)
    #expect(try notify.wait(for: "STOPPING=1") != nil)
    #expect(try process.finish().status == 0)
  }

  @Test("streams events as they come") func tail() throws {
    let daemon = try TestDaemon()
    let words = ["--socket", daemon.scratch.path("newsd.sock"), "--trace", daemon.scratch.path("trace")]
    let tail = try ChildProcess("newsq", words + ["tail", "-f", "-o", "jsonl"])
    #expect(try eventually { try daemon.newsq(["stats", "-o", "json"]).output.contains("\"connections\"") })
    usleep(200_000)
    try daemon.drop(Self.talks, as: "talks.txt")
    #expect(eventually { tail.outputSoFar().contains("\"CONSULT\"") })
    tail.send(signal: SIGTERM)
    _ = try tail.finish()
    CheckedClient.check(trace: try daemon.scratch.text(of: "trace"))
  }
}
