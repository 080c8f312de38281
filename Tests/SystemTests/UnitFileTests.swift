import Platform
import TestSupport
import Testing

@Suite("The units")
struct UnitFileTests {
  private static let analyser = "/usr/bin/systemd-analyze"
  static let canAnalyse = (try? KernelFileSystem().status(of: FilePath(analyser))) ?? nil != nil

  @Test("leave newsd an exposure of 0.5 at most", .enabled(if: canAnalyse, "systemd-analyze is not at hand"))
  func exposure() throws {
    // The threshold is in tenths.
    let result = try ChildProcess.run(
      Self.analyser,
      ["security", "--offline=yes", "--threshold=5", "--no-pager", Repository.path("systemd/newsd.service")])
    #expect(result.status == 0, "\(result.output.split(separator: "\n").last ?? "")")
  }

  @Test("let systemd start newsd again after every end but those that only a person can mend") func restart() throws {
    let unit = try KernelFileSystem().read(FilePath(Repository.path("systemd/newsd.service")), limit: 1 << 16)
    let lines = String(decoding: unit, as: UTF8.self).split(separator: "\n")
    #expect(lines.contains("Restart=on-failure"))
    #expect(lines.contains("RestartPreventExitStatus=78 3"))
  }
}
