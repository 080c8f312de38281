import JSONCoding
import Platform
import TestSupport
import Testing

@Suite("Manual pages") struct ManualTests {
  /// What mandoc finds wrong with a page; nil, and a message, where it is not installed.
  private func complaints(_ page: String) throws -> String? {
    guard (try? KernelFileSystem().status(of: "/usr/bin/mandoc")).flatMap({ $0 }) != nil else {
      print("mandoc is not installed: the page was not checked")
      return nil
    }
    let result = try ChildProcess.run("/usr/bin/mandoc", ["-Tlint", "-Wwarning"], input: Array(page.utf8))
    return result.output + result.errors
  }

  @Test("newsq(1) has every command with its options, and is right roff")
  func client() throws {
    let page = try ChildProcess.run("newsq", ["help", "--man"])
    #expect(page.output.hasPrefix(".\\\" Made"))
    for command in NewsqUsageTests.commands { #expect(page.output.contains("\n.SS newsq \(command)"), "\(command)") }
    for option in ["min\\-confidence", "cursor\\-file", "exit\\-code", "socket"] {
      #expect(page.output.contains("\\-\\-\(option)"))
    }
    #expect(try complaints(page.output) ?? "" == "")
  }

  @Test("newsd(8) and newsd.conf(5) come from newsd's own tables, and are right roff")
  func daemon() throws {
    let program = try ChildProcess.run("newsd", ["help", "--man"])
    for command in ["serve", "extract", "annotate", "check\\-config"] {
      #expect(program.output.contains("\n.SS newsd \(command)"))
    }
    #expect(try complaints(program.output) ?? "" == "")
    let configuration = try ChildProcess.run("newsd", ["help", "--man", "newsd.conf"])
    for key in ["SnapshotInterval=", "Admins=", "SettleTime="] {
      #expect(configuration.output.contains(".B \"\(key)\""))
    }
    #expect(try complaints(configuration.output) ?? "" == "")
    #expect(try ChildProcess.run("newsd", ["help", "--man", "nothing"]).status == 3)
  }

  @Test("newsd describes its methods without a daemon as a daemon does, and touches no file") func description() throws
  {
    let scratch = ScratchFolder()
    let alone = try ChildProcess.run("newsd", ["describe"], environment: ["HOME": scratch.path("home")])
    #expect(alone.status == 0, "\(alone.errors)")
    #expect(try scratch.names(in: "") == [])
    let daemon = try TestDaemon()
    let answer = try daemon.newsq(["call", "rpc.discover", "-o", "jsonl"])
    #expect(alone.output == answer.output)
  }

  @Test("newsd-rpc(7) has every method with its parameters, and newsd-spool(7) is right roff")
  func protocolAndSpool() throws {
    let daemon = try TestDaemon()
    let page = try ChildProcess.run("newsd", ["help", "--man", "newsd-rpc"])
    for method in try daemon.lines("methods") {
      #expect(page.output.contains("\n.SS \(method["name"]?.string ?? "")\n"))
    }
    #expect(try complaints(page.output) ?? "" == "")
    let spool = try KernelFileSystem().read(
      FilePath(DemoArticles.repository) / FilePath("docs/man/newsd-spool.7"), limit: 1 << 20)
    #expect(try complaints(String(decoding: spool, as: UTF8.self)) ?? "" == "")
  }
}
