import Platform

/// A library that tests preload into newsd, so that system calls fail or end the process: Tests/Faults/faults.c.
package enum FaultLibrary {
  /// The built library, or why there is none.
  package static let built = PreloadedLibrary.build("Tests/Faults/faults.c")

  package struct Missing: Error, Sendable, CustomStringConvertible {
    package let description: String
  }

  /// Whether it could be built here.
  package static var isAvailable: Bool { if case .success = built { true } else { false } }

  /// Variables that let a program start with the library.
  package static func environment(_ settings: [String: String?]) throws -> [String: String?] {
    var environment = settings
    environment["LD_PRELOAD"] = try built.get()
    return environment
  }
}

/// Libraries of one C file that tests preload into the programs they start.
enum PreloadedLibrary {
  // Kept until the test run ends.
  private static let folder = ScratchFolder()

  /// Builds a file of the repository: where the library is, or why there is none.
  static func build(_ source: String) -> Result<String, FaultLibrary.Missing> {
    let library = folder.path("\(source.split(separator: "/").last ?? "").so")
    // The compiler is the toolchain's own, as for the C targets.
    let arguments = ["clang", "-O1", "-shared", "-fPIC", "-o", library, Repository.path(source)]
    do {
      let result = try ChildProcess.run("/usr/bin/env", arguments)
      return result.status == 0 ? .success(library) : .failure(.init(description: "clang: \(result.errors)"))
    } catch {
      return .failure(.init(description: "\(error)"))
    }
  }
}

/// The folder of the sources.
package enum Repository {
  package static let root: String = {
    let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    return parts.dropLast(3).joined(separator: "/")
  }()

  /// A path in it.
  package static func path(_ name: String) -> String { "\(root)/\(name)" }
}
