import JSONCoding
import JSONRPC
import Platform
import TestSupport
import Testing

@Suite("newsq's command line") struct NewsqUsageTests {
  static let commands = [
    "events", "count", "show", "tail", "articles", "stories", "submit", "sync", "quarantine", "status", "stats",
    "metrics", "snapshot", "reload", "methods", "call", "report", "export", "completion", "help",
  ]

  @Test(
    "A mistake gets one line that says what is right, status 3, and no daemon is asked",
    arguments: [
      ("", "a command is missing, such as 'newsq events'"),
      ("evnets", "unknown command 'evnets'; did you mean 'events'?"),
      ("xyzzy", "unknown command 'xyzzy'; 'newsq help' lists all"),
      ("events --staus denied", "unknown option --staus; did you mean --status?"),
      ("events --type CONSLT", "--type: there is no type 'CONSLT'; did you mean 'CONSULT'?"),
      ("events --status planned", "--status: there is no status 'planned'"),
      ("events --country Ukraine", "--country takes a code of three letters"),
      ("events --since someday", "--since takes a date (2022-01-12)"),
      ("events --min-confidence 2", "--min-confidence takes a number from 0 to 1, found '2'"),
      ("events --limit none", "--limit takes a whole number from 1, found 'none'"),
      ("events --limit", "option --limit needs a value: --limit N"),
      ("events extra", "events takes no operand, found 'extra'; filters are options, such as --text 'extra'"),
      ("events -o xml", "--output takes table, json, jsonl, csv, plover, found 'xml'"),
      ("status -o plover", "-o plover is for commands that print events: events, show, tail, export"),
      ("events --text (Russia", "--text: a bracket is not closed: '('"),
      ("events --text \"Russia", "--text: the quotation mark is not closed: \"Russia"),
      ("completion tcsh", "completion takes bash, zsh or fish, found 'tcsh'"),
      ("completion", "the name of a shell, bash, zsh or fish, is missing"),
      ("report extra", "report takes no operand, found 'extra'"),
      ("events --color blue", "--color takes auto, always, never, found 'blue'"),
      ("events --timeout 0", "--timeout takes a number above 0, found '0'"),
      ("count --by week", "--by takes type, status, day"),
      ("count --by type,day,actor", "--by takes one or two of them, found 3"),
      ("show", "the ID of an event, article or story is missing"),
      ("show 82e877f7", "'82e877f7' is no ID; that of an event is such as 82e877f78b95c586-07"),
      ("show 82e877f78b95c586 82e877f78b95c587", "one at a time, found '82e877f78b95c586' and '82e877f78b95c587'"),
      ("tail -n -3", "--number takes a whole number from 0, found '-3'"),
      ("submit", "a file is missing; '-' reads standard input"),
      ("submit --date tomorrow a.txt", "--date takes a day such as 2024-03-04, found 'tomorrow'"),
      ("quarantine lsit", "quarantine takes list, show, retry or drop, found 'lsit'; did you mean 'list'?"),
      ("quarantine drop", "quarantine drop takes names"),
      ("call", "a method is missing; 'newsq methods' lists them"),
      ("call events.query {\"limit\":", "the parameters are no JSON: "),
      ("call events.query limit", "a parameter is written NAME=VALUE, found 'limit'"),
      ("help evnets", "unknown command 'evnets'; did you mean 'events'?"),
    ])
  func mistakes(line: String, message: String) throws {
    let daemon = FakeDaemon("{}")
    let result = try daemon.newsq(line.split(separator: " ").map(String.init))
    #expect(result.status == 3)
    #expect(result.output.isEmpty)
    #expect(result.errors.hasPrefix("newsq: \(message)"), "\(result.errors)")
    #expect(result.errors.split(separator: "\n").count == 1)
    #expect(daemon.requests.isEmpty)
  }

  @Test("Every command has help that names its options and fits a terminal", arguments: commands)
  func help(command: String) throws {
    let help = try ChildProcess.run("newsq", ["help", command])
    #expect(help.status == 0)
    #expect(help.output.hasPrefix("usage: newsq \(command) [OPTIONS]"))
    #expect(help.output.contains(command == "report" ? "--output FILE" : "--output FORMAT"))
    let widest = help.output.split(separator: "\n").map(\.count).max() ?? 0
    #expect(widest <= 101, "\(command)")
    #expect(try ChildProcess.run("newsq", [command, "--help"]).output == help.output)
  }

  @Test(
    "On a terminal of 80 columns no line of the help is wider", arguments: ["", "events", "tail", "count", "methods"])
  func narrowHelp(command: String) throws {
    // script(1) gives the program a terminal of its own.
    let line = "stty cols 80; '\(ChildProcess.productFolder)/newsq' help \(command)"
    let help = try ChildProcess.run("/usr/bin/script", ["-qec", line, "/dev/null"], environment: ["COLUMNS": nil])
      .output
    #expect(help.contains("usage: newsq"))
    let lines = help.split { $0 == "\n" || $0 == "\r\n" }
    #expect(lines.count > 15)
    for line in lines where !line.hasPrefix("  newsq ") { #expect(line.count <= 80, "\(line)") }
  }

  @Test("The overview lists every command, and the version is one line")
  func overview() throws {
    let overview = try ChildProcess.run("newsq", ["--help"]).output
    for command in Self.commands { #expect(overview.contains("\n  \(command) ")) }
    #expect(try ChildProcess.run("newsq", ["help"]).output == overview)
    let version = try ChildProcess.run("newsq", ["--version"])
    #expect(version.output.hasPrefix("newsq 0."))
    #expect(version.output.split(separator: "\n").count == 1)
  }

  @Test("Options may stand before the command")
  func optionsFirst() throws {
    let daemon = FakeDaemon(#"{"state":"running"}"#)
    #expect(try daemon.newsq(["-o", "csv", "--timeout=5", "status"]).output == "name,value\nstate,running\n")
  }
}

@Suite("newsq and a daemon that fails") struct NewsqFailureTests {
  @Test("A daemon that is not there, or a path that is no socket, is named with the way out: status 2")
  func noDaemon() throws {
    let scratch = ScratchFolder()
    try scratch.write("", to: "file")
    let missing = try ChildProcess.run("newsq", ["--socket", scratch.path("none"), "status"])
    #expect(missing.status == 2)
    #expect(
      missing.errors.hasPrefix("newsq: no daemon at \(scratch.path("none")): start it with 'systemctl start newsd'"))
    let file = try ChildProcess.run("newsq", ["status"], environment: ["NEWSD_SOCKET": scratch.path("file")])
    #expect(file.status == 2)
    #expect(file.errors.hasPrefix("newsq: \(scratch.path("file")) is no socket"))
    let long = try ChildProcess.run("newsq", ["--socket", "/" + String(repeating: "x", count: 200), "status"])
    #expect(long.status == 2)
    #expect(long.errors.contains("is too long for a socket"))
    let left = scratch.path("left")
    _ = try UnixSocket.listen(at: FilePath(left))
    let dead = try ChildProcess.run("newsq", ["--socket", left, "status"])
    #expect(dead.status == 2)
    #expect(dead.errors.hasPrefix("newsq: no daemon listens at \(left) any more"))
  }

  @Test("The socket is found by --socket, else NEWSD_SOCKET, else below XDG_RUNTIME_DIR")
  func socketOrder() throws {
    let scratch = ScratchFolder()
    func address(_ arguments: [String], _ environment: [String: String?]) throws -> String {
      try ChildProcess.run("newsq", arguments + ["status"], environment: environment).errors
    }
    #expect(try address(["--socket", "/nowhere/a"], ["NEWSD_SOCKET": "/nowhere/b"]).contains("/nowhere/a"))
    #expect(try address([], ["NEWSD_SOCKET": "/nowhere/b"]).contains("/nowhere/b"))
    let environment = ["NEWSD_SOCKET": nil, "XDG_RUNTIME_DIR": scratch.path.description]
    // A newsd of this machine that listens at its usual place comes first, and would answer.
    guard try KernelFileSystem().status(of: "/run/newsd/newsd.sock") == nil else { return }
    #expect(try address([], environment).contains("no daemon at /run/newsd/newsd.sock"))
    try scratch.write("", to: "newsd/newsd.sock")
    #expect(try address([], environment).contains(scratch.path("newsd/newsd.sock")))
  }

  @Test("An error of the daemon is its message and status 1")
  func refused() throws {
    let daemon = FakeDaemon { _, _ in .error(RPCError(.notFound, "there is no event 'x'")) }
    let result = try daemon.newsq(["show", "00000000000000aa-09"])
    #expect(result.status == 1)
    #expect(result.errors == "newsq: there is no event 'x'\n")
    #expect(result.output.isEmpty)
  }

  @Test("A connection that ends is status 2, no answer in time status 4, nonsense status 1")
  func otherFailures() throws {
    let lost = try FakeDaemon { _, _ in .hangUp }.newsq(["status"])
    #expect(lost.status == 2)
    #expect(lost.errors.hasPrefix("newsq: the connection to newsd was lost"))
    let late = try FakeDaemon { _, _ in .silence }.newsq(["status", "--timeout", "0.2"])
    #expect(late.status == 4)
    #expect(late.errors.hasPrefix("newsq: newsd did not answer within 0.2 s"))
    let noise = try FakeDaemon { _, _ in .bytes("{\"hello\": 1}") }.newsq(["status"])
    #expect(noise.status == 1)
    let shape = try FakeDaemon(#"{"events": [{"type": "NONE"}]}"#).newsq(["events", "-o", "table"])
    #expect(shape.status == 1)
    #expect(shape.errors.hasPrefix("newsq: newsd sent what newsq"))
  }

  @Test("With --exit-code nothing found is status 5, and without it success")
  func exitCode() throws {
    let daemon = FakeDaemon { method, _ in
      .result(method == "events.count" ? #"{"counts":[],"total":0}"# : #"{"events":[],"articles":[],"files":[]}"#)
    }
    for command in [["events"], ["count"], ["articles"], ["quarantine"]] {
      #expect(try daemon.newsq(command + ["--exit-code"]).status == 5)
      #expect(try daemon.newsq(command).status == 0)
      #expect(try daemon.newsq(command).output.isEmpty)
    }
    #expect(try FakeDaemon(NewsqSamples.events).newsq(["events", "--exit-code"]).status == 0)
  }

  @Test("Output that cannot be written is told")
  func fullDisk() throws {
    let daemon = FakeDaemon(#"{"state":"running"}"#)
    let result = try daemon.newsq(["status"])
    #expect(result.status == 0)
    let shell = try ChildProcess.run("/bin/sh", ["-c", "'\(ChildProcess.productFolder)/newsq' --version > /dev/full"])
    #expect(shell.status == 1)
    #expect(shell.errors == "newsq: cannot write to standard output: No space left on device\n")
  }
}
