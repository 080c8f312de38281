import Glibc
package import Platform

/// A folder of a test's own, removed with everything in it at the end.
package final class ScratchFolder: Sendable {
  package let path: FilePath

  package init() {
    let base = Environment["TMPDIR"] ?? "/tmp"
    var template = Array("\(base)/newsd-test.XXXXXX".utf8CString)
    let made = unsafe template.withUnsafeMutableBufferPointer {
      unsafe $0.baseAddress.map { unsafe mkdtemp($0) != nil }
    }
    precondition(made == true, "cannot make a folder for the test in \(base)")
    path = FilePath(bytes: template.map { UInt8(bitPattern: $0) })
  }

  deinit {
    Self.remove(path)
  }

  /// A path in the folder, as a string for command lines.
  package func path(_ name: String) -> String { (path / FilePath(name)).description }

  /// Writes a file in one go; folders on the way are made.
  package func write(_ bytes: [UInt8], to name: String) throws {
    let target = path / FilePath(name)
    var folder = path
    for part in name.split(separator: "/").dropLast() {
      folder = folder / FilePath(part)
      try KernelFileSystem().makeFolder(folder, mode: 0o755)
    }
    try KernelFileSystem().remove(target)
    try KernelFileSystem().create(target, bytes: bytes, mode: 0o644)
  }

  /// Writes a text.
  package func write(_ text: String, to name: String) throws { try write(Array(text.utf8), to: name) }

  /// The names in a folder below, sorted.
  package func names(in folder: String = "") throws -> [String] {
    try KernelFileSystem().names(in: folder.isEmpty ? path : path / FilePath(folder)).map(\.description).sorted()
  }

  /// The text of a file.
  package func text(of name: String) throws -> String {
    String(decoding: try KernelFileSystem().read(path / FilePath(name), limit: 1 << 30), as: UTF8.self)
  }

  private static func remove(_ path: FilePath) {
    let files = KernelFileSystem()
    for name in (try? files.names(in: path)) ?? [] {
      if (try? files.status(of: path / name))?.kind == .directory {
        remove(path / name)
      } else {
        try? files.remove(path / name)
      }
    }
    _ = unsafe rmdir(path.description)
  }
}
