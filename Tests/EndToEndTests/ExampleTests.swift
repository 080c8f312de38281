import Glibc
import JSONCoding
import Platform
import TestSupport
import Testing

@Suite("The examples for client writers, and clients that others made") struct ExampleTests {
  private static let hasPython = (try? ChildProcess.run("/usr/bin/python3", ["--version"]))?.status == 0
  private static let hasJQ = (try? ChildProcess.run("/usr/bin/env", ["jq", "--version"]))?.status == 0

  private static func path(_ name: String) -> String { "\(DemoArticles.repository)/\(name)" }

  /// A newsd with the demo's articles.
  private func daemon() throws -> TestDaemon {
    let daemon = try TestDaemon()
    for article in try DemoArticles.all() { try daemon.drop(article.bytes, as: article.name) }
    _ = try daemon.newsq(["sync"])
    return daemon
  }

  @Test(
    "follow.py writes every event once, over a stop and a kill of newsd", .enabled(if: hasPython, "there is no python3")
  )
  func follow() throws {
    let daemon = try TestDaemon()
    try daemon.scratch.write("0", to: "follow.cursor")
    let script = "cd '\(daemon.scratch.path)' && exec python3 '\(Self.path("docs/examples/follow.py"))'"
    let follower = try ChildProcess(
      "/bin/sh", ["-c", script], environment: ["NEWSD_SOCKET": daemon.scratch.path("newsd.sock")])
    func written() -> [String] {
      follower.outputSoFar().split(separator: "\n").map { String($0.split(separator: "\t").last ?? "") }
    }
    for (number, article) in try DemoArticles.all().enumerated() {
      try daemon.drop(article.bytes, as: article.name)
      _ = try daemon.newsq(["sync"])
      guard number == 1 || number == 3 else { continue }
      let count = try daemon.events().count
      #expect(eventually { written().count == count })
      if number == 1 { try daemon.stop() }
      if number == 3 { try daemon.stop(signal: SIGKILL) }
      try daemon.restart()
    }
    let ids = try daemon.events().compactMap { $0["id"]?.string }
    #expect(eventually { written().count >= ids.count || !follower.isRunning })
    follower.send(signal: SIGINT)
    let result = try follower.finish()
    #expect(written() == ids && ids.count > 40, "\(result.errors)")
  }

  @Test("The session in the README is true to the letter", .enabled(if: hasPython, "there is no python3"))
  func readme() throws {
    let played = try ChildProcess.run(
      "/usr/bin/python3", [Self.path("scripts/readme-session.py"), "--check", ChildProcess.productFolder])
    #expect(played.status == 0, "\(played.errors)")
  }

  @Test("daily.sh makes a digest of a day, sorted by type", .enabled(if: hasJQ, "jq is not installed"))
  func daily() throws {
    let daemon = try daemon()
    let digest = try ChildProcess.run(
      "/bin/sh", [Self.path("docs/examples/daily.sh"), "2024-03-06"],
      environment: [
        "NEWSD_SOCKET": daemon.scratch.path("newsd.sock"), "PATH": "\(ChildProcess.productFolder):/usr/bin:/bin",
      ])
    #expect(digest.status == 0, "\(digest.errors)")
    let rows = digest.output.split(separator: "\n").map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
    let kinds = ["THREATEN", "ACCUSE", "ASSAULT"]
    let expected = try daemon.lines(
      "events", "--type", kinds[0], "--type", kinds[1], "--type", kinds[2], "--status", "occurred", "--since",
      "2024-03-06", "--until", "2024-03-06")
    #expect(!rows.isEmpty && rows.count == expected.count)
    #expect(rows.allSatisfy { $0.count == 4 && kinds.contains(String($0[0])) && !$0[3].isEmpty })
  }

  @Test(
    "Of socat, jsonrpcclient, pyln-client, python-lsp-jsonrpc and web3 those that are installed get the right answer",
    .enabled(if: hasPython, "there is no python3"))
  func clients() throws {
    let daemon = try daemon()
    let result = try ChildProcess.run(
      "/usr/bin/env", ["python3", Self.path("Tests/Clients/try-clients.py"), daemon.scratch.path("newsd.sock")])
    print(result.output)
    #expect(result.status == 0, "\(result.output)\(result.errors)")
    let lines = result.output.split(separator: "\n")
    #expect(lines.count == 5)
    let count = try daemon.events().count
    for line in lines where !line.contains("not installed") {
      #expect(line.hasSuffix("ok, \(count) events"), "\(line)")
    }
  }

  @Test("The demo shows what happened in six articles and ends well")
  func demo() throws {
    let result = try ChildProcess.run("/bin/sh", [Self.path("docs/demo/run.sh"), ChildProcess.productFolder])
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("→ SANCTION → Belarus"))
    #expect(result.output.split(separator: "\n").contains { $0.hasPrefix("articles ") && $0.hasSuffix(" 6") })
  }
}
