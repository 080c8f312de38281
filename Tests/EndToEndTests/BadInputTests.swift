import Glibc
import Platform
import TestSupport
import Testing

@Suite("Mistakes get one clear line and the right exit status") struct BadInputTests {
  @Test(
    "on newsd's command line",
    arguments: [
      (["srve"], 3, "unknown command 'srve'; did you mean 'serve'?"),
      (["serve", "--scoket", "x"], 3, "unknown option --scoket; did you mean --socket?"),
      (["serve", "x"], 3, "newsd serve takes no operand, found 'x'"),
      (["extract", "--date", "tomorrow"], 3, "--date takes a day such as 2024-03-04, found 'tomorrow'"),
      (["extract", "/nowhere/a.txt"], 1, "cannot open /nowhere/a.txt: No such file or directory"),
      (["annotate", "--input", "xml"], 3, "--input takes text or conllu, found 'xml'"),
      (["serve", "--config", "/nowhere/newsd.conf"], 78, "/nowhere/newsd.conf: No such file or directory"),
    ] as [([String], Int32, String)])
  func newsd(arguments: [String], status: Int32, message: String) throws {
    let result = try ChildProcess.run("newsd", arguments)
    #expect(result.status == status)
    #expect(result.errors.contains(message), "\(result.errors)")
    #expect(result.errors.split(separator: "\n").count == 1)
    #expect(result.output.isEmpty)
  }

  @Test(
    "in the configuration",
    arguments: [
      ("[Spool]\nDirectroy=/x\n", "newsd.conf:2: unknown key 'Directroy' in [Spool]"),
      ("[Spol]\n", "newsd.conf:1: there is no section [Spol]"),
      ("[Store]\nSnapshotInterval=soon\n", "newsd.conf:2: SnapshotInterval= needs a time such as"),
      ("[Service]\n\nWorkers=-1\n", "newsd.conf:3: Workers= needs a whole number from 0 to 64"),
      ("[Store]\nWorkers=1\n", "newsd.conf:2: Workers= belongs into [Service], not [Store]"),
      ("Workers=1\n", "newsd.conf:1: 'Workers=1' stands before any [Section]"),
    ])
  func configuration(text: String, message: String) throws {
    let scratch = ScratchFolder()
    try scratch.write(text, to: "newsd.conf")
    let result = try ChildProcess.run("newsd", ["check-config", "--config", scratch.path("newsd.conf")])
    #expect(result.status == 78)
    #expect(result.errors.contains(message), "\(result.errors)")
  }

  @Test("a check names every file that it read, and warns of what has no effect") func check() throws {
    let scratch = ScratchFolder()
    let file = scratch.path("newsd.conf")
    let check = { try ChildProcess.run("newsd", ["check-config", "--config", file]) }
    try scratch.write("[Access]\nAdmins=no-such-user\n", to: "newsd.conf")
    try scratch.write("[Store]\nRetention=30d\n", to: "newsd.conf.d/10.conf")
    let result = try check()
    #expect(result.status == 0)
    #expect(result.output == "\(file): ok\n\(file).d/10.conf: ok\n")
    #expect(result.errors == "newsd: warning: Admins= names 'no-such-user', and there is no such user\n")
    try scratch.write("[Coding]\nActorsDirectory=/nowhere\n", to: "newsd.conf")
    #expect(try check().errors == "newsd: /nowhere: No such file or directory; ActorsDirectory= names it\n")
  }

  @Test("the configuration that is shipped is right") func shippedConfiguration() throws {
    let file = DemoArticles.repository + "/etc/newsd.conf"
    #expect(try ChildProcess.run("newsd", ["check-config", "--config", file]).status == 0)
  }

  @Test("when there is no daemon") func noDaemon() throws {
    let result = try ChildProcess.run("newsq", ["--socket", "/nowhere/newsd.sock", "status"])
    #expect(result.status == 2)
    #expect(result.errors.contains("/nowhere/newsd.sock"), "\(result.errors)")
    #expect(result.output.isEmpty)
  }

  @Test("on newsq's command line") func newsq() throws {
    let result = try ChildProcess.run("newsq", ["evnets"])
    #expect(result.status == 3)
    #expect(result.errors.contains("events"), "\(result.errors)")
    let option = try ChildProcess.run("newsq", ["events", "--staus", "occurred"])
    #expect(option.status == 3)
    #expect(option.errors.contains("--status"), "\(option.errors)")
  }

  @Test("when the state folder is another newsd's") func twoDaemons() throws {
    let daemon = try TestDaemon()
    let scratch = ScratchFolder()
    let result = try ChildProcess.run(
      "newsd",
      [
        "serve", "--config", "/dev/null", "--state", daemon.scratch.path("state"), "--spool", scratch.path("spool"),
        "--socket", scratch.path("s"),
      ])
    #expect(result.status == 1)
    #expect(result.errors.contains("is in use by another newsd (process \(daemon.process.pid))"), "\(result.errors)")
  }

  @Test("when the manifest is damaged: exit status 78, and the way out") func damagedManifest() throws {
    let daemon = try TestDaemon()
    try daemon.drop(DaemonTests.talks, as: "a.txt")
    #expect(try daemon.newsq(["sync"]).status == 0)
    try daemon.stop()
    let text = try daemon.scratch.text(of: "state/MANIFEST.json")
    try daemon.scratch.write(String(text.dropLast(20)), to: "state/MANIFEST.json")
    let error = #expect(throws: TestDaemon.NotReady.self) { try daemon.restart() }
    #expect(error?.status == 78)
    #expect(error?.errors.contains("state/MANIFEST.json is damaged") == true, "\(error?.errors ?? "")")
    #expect(error?.errors.contains("restore") == true)
  }

  @Test("a reload with a mistake changes nothing and says so") func reload() throws {
    let daemon = try TestDaemon()
    try daemon.scratch.write("[Service]\nLogLevel=loud\n", to: "newsd.conf")
    let result = try daemon.newsq(["reload"])
    #expect(result.status == 1)
    #expect(result.errors.contains("LogLevel= needs one of"), "\(result.errors)")
    try daemon.scratch.write("[Service]\nLogLevel=debug\n", to: "newsd.conf")
    #expect(try daemon.newsq(["reload"]).status == 0)
  }
}
