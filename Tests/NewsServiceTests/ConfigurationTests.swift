import NewsService
import Platform
import TestSupport
import Testing

@Suite("Configuration") struct ConfigurationTests {
  func configuration(_ text: String) throws -> Configuration {
    var configuration = Configuration()
    try ConfigurationFile.apply(Array(text.utf8), of: "f", to: &configuration)
    return configuration
  }

  @Test("follows systemd's syntax: sections, comments, blanks, units") func syntax() throws {
    let text = """
      # comment
      ; another
      [Store]
      Directory = /a
      SnapshotInterval=5min

      [Access]
      Admins=alice bob
      [Spool]
      Archive=yes
      """
    let read = try configuration(text)
    #expect(read.stateDirectory == "/a")
    #expect(read.snapshotInterval == 300_000)
    #expect(read.admins == ["alice", "bob"])
    #expect(read.archive)
  }

  @Test(
    "takes times in every usual unit",
    arguments: [("500ms", 500), ("2", 2_000), ("2s", 2_000), ("1.5s", 1_500), ("3min", 180_000), ("1 h", 3_600_000)])
  func durations(text: String, milliseconds: Int) throws {
    #expect(try configuration("[Store]\nSnapshotInterval=\(text)").snapshotInterval == milliseconds)
  }

  @Test(
    "takes days and weeks for what is kept long, and sizes as systemd has them",
    arguments: [
      ("Retention=365d", 31_536_000_000, 64 << 20), ("Retention=2w", 1_209_600_000, 64 << 20),
      ("MinimumFree=500K", 0, 512_000), ("MinimumFree=2G", 0, 2 << 30), ("MinimumFree=0", 0, 0),
    ])
  func longTimesAndSizes(line: String, retention: Int, minimumFree: Int) throws {
    let read = try configuration("[Store]\n\(line)")
    #expect((read.retention, read.minimumFree) == (retention, minimumFree))
  }

  @Test("says whom it gives a right and does not find") func accounts() throws {
    #expect(Configuration().unknownAccounts.isEmpty)
    let read = try configuration("[Access]\nAdmins=root no-such-user\nSubmitGroup=no-such-group")
    #expect(
      read.unknownAccounts == [
        "Admins= names 'no-such-user', and there is no such user",
        "SubmitGroup= names 'no-such-group', and there is no such group",
      ])
  }

  @Test("minds no byte order mark and no ends of line as Windows has them") func marks() throws {
    #expect(try configuration("\u{FEFF}[Store]\r\nRetention=2w\r\n").retention == 1_209_600_000)
  }

  @Test("goes back to the default where a value is empty") func reset() throws {
    #expect(try configuration("[Service]\nWorkers=7\nWorkers=").workers == 0)
  }

  @Test(
    "names file, line and the way out",
    arguments: [
      ("[Sool]", 1, "there is no section [Sool]"), ("\nx", 2, "neither [Section] nor Key=value"),
      ("[Spool", 1, "has no closing bracket"), ("[Spool]\nArchive=perhaps", 2, "needs yes or no"),
      ("[Spool]\nDirectory=relative", 2, "needs an absolute path"), ("[Coding]\nMinimumConfidence=2", 2, "from 0 to 1"),
      ("[Store]\nSnapshotInterval=1ms", 2, "needs at least 100ms"),
      ("[Store]\nRetention=365", 2, "needs a unit, such as 365d or 365h"),
      ("[Coding]\nActorsDirectory=x", 2, "needs an absolute path"),
      ("[Store]\nMinimumFree=1X", 2, "needs a number of bytes"),
    ])
  func mistakes(text: String, line: Int, message: String) {
    let error = #expect(throws: ConfigurationError.self) { try configuration(text) }
    #expect(error?.line == line)
    #expect(error?.message.contains(message) == true, "\(error?.message ?? "")")
  }

  @Test("reads drop-ins in the order of their names, and the command line last") func dropIns() throws {
    let scratch = ScratchFolder()
    try scratch.write("[Service]\nWorkers=1\n[Store]\nDirectory=/one\n", to: "newsd.conf")
    try scratch.write("[Service]\nWorkers=3\n", to: "newsd.conf.d/20.conf")
    try scratch.write("[Service]\nWorkers=2\n", to: "newsd.conf.d/10.conf")
    try scratch.write("[Service]\nWorkers=9\n", to: "newsd.conf.d/ignored.txt")
    let source = ConfigurationSource(file: scratch.path / "newsd.conf", isRequired: true) { $0.stateDirectory = "/two" }
    let read = try source.read()
    #expect(read.workers == 3)
    #expect(read.stateDirectory == "/two")
  }

  @Test("needs no file, unless one is asked for") func missing() throws {
    #expect(try ConfigurationSource(file: "/nowhere/x", isRequired: false).read() == Configuration())
    #expect(throws: ConfigurationError.self) { try ConfigurationSource(file: "/nowhere/x", isRequired: true).read() }
  }

  @Test("chooses as many workers as are useful") func workers() {
    var configuration = Configuration()
    #expect(configuration.workerCount(processors: 1) == 1)
    #expect(configuration.workerCount(processors: 64) == 4)
    configuration.workers = 9
    #expect(configuration.workerCount(processors: 2) == 9)
  }

  @Test("every key of the table is in the file that is shipped, with its default") func shipped() throws {
    let folder = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
    let bytes = try KernelFileSystem().read(FilePath(folder + "/etc/newsd.conf"), limit: 1 << 16)
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    for key in ConfigurationKey.all { #expect(lines.contains { $0.hasPrefix("#\(key.name)=") }, "\(key.name)") }
    let uncommented = lines.map {
      $0.hasPrefix("#") && $0.contains("=") && !$0.hasPrefix("# ") ? $0.dropFirst() : $0[...]
    }
    #expect(try configuration(uncommented.joined(separator: "\n")) == Configuration())
  }
}
