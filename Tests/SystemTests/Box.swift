import Platform
import TestSupport
import Testing

/// A real systemd in namespaces of its own, over an overlay of this machine's root: see box/boot.sh.
enum Box {
  private static let folder = Repository.path("Tests/SystemTests/box")

  /// Why no box can boot here; nil where one can.
  static let obstacle: String? = {
    guard let result = try? ChildProcess.run("/bin/bash", ["\(folder)/boot.sh", "--probe"]) else { return "no bash" }
    return result.status == 0 ? nil : "\(result.output)\(result.errors)".split(separator: "\n").joined(separator: "; ")
  }()

  static var canBoot: Bool { obstacle == nil }

  /// What a skipped test says.
  static var skipped: Comment { "no systemd can be booted here: \(obstacle ?? "")" }

  /// Installs the programs that were built with the tests, boots, and runs box/scenarios/NAME.sh; its failure is the test's.
  static func run(_ scenario: String, environment: [String: String?] = [:]) throws {
    let scratch = ScratchFolder()
    let result = try ChildProcess.run(
      "/bin/bash",
      [
        "\(folder)/boot.sh", Repository.root, ChildProcess.productFolder, "\(folder)/scenarios/\(scenario).sh",
        scratch.path("out"),
      ], environment: environment, within: 150_000)
    let journal = (try? scratch.text(of: "out/journal.log")) ?? ""
    let end = journal.split(separator: "\n").suffix(40).joined(separator: "\n")
    #expect(result.status == 0, "\(result.output)\(result.errors)\n\(end)")
  }
}
