import Platform
import TestSupport
import Testing

@Suite("Child processes of tests") struct ChildProcessTests {
  @Test("get their input and give back output, errors and status") func exchange() throws {
    let result = try ChildProcess.run("/bin/sh", ["-c", "cat; echo oops >&2; exit 7"], input: Array("in".utf8))
    #expect(result.output == "in")
    #expect(result.errors == "oops\n")
    #expect(result.status == 7)
  }

  @Test("may get and give more than a pipe holds", .timeLimit(.minutes(1))) func large() throws {
    let input = [UInt8](repeating: UInt8(ascii: "x"), count: 1 << 20)
    #expect(try ChildProcess.run("/bin/cat", input: input).output.utf8.count == input.count)
  }

  @Test("need not read their input") func unread() throws {
    #expect(try ChildProcess.run("/bin/true", input: [UInt8](repeating: 0, count: 1 << 20)).status == 0)
  }

  @Test("see the environment as changed, and are killed when they take too long") func limits() throws {
    let result = try ChildProcess.run(
      "/bin/sh", ["-c", "echo $A-$HOME; exec sleep 60"], environment: ["A": "1", "HOME": nil], within: 100)
    #expect(result.output == "1-\n")
    #expect(result.status == 137)
  }
}
