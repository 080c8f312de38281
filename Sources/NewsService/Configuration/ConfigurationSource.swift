package import Platform

/// Where the settings come from: a file, its drop-ins, and the command line on top.
package struct ConfigurationSource: Sendable {
  /// The file; one that was not asked for by name need not be there.
  package var file: FilePath
  package var isRequired: Bool
  /// What holds without a file, and what the command line says on top of it.
  package var base: Configuration
  package var overrides: @Sendable (inout Configuration) -> Void

  package init(
    file: FilePath, isRequired: Bool, base: Configuration = Configuration(),
    overrides: @escaping @Sendable (inout Configuration) -> Void = { _ in }
  ) {
    self.file = file
    self.isRequired = isRequired
    self.base = base
    self.overrides = overrides
  }

  /// Reads the file, then `<file>.d/*.conf` in the order of their names.
  package func read() throws(ConfigurationError) -> Configuration {
    let files = KernelFileSystem()
    var configuration = base
    if let bytes = try bytes(of: file, isRequired: isRequired, files) {
      try ConfigurationFile.apply(bytes, of: file.description, to: &configuration)
    }
    let folder = file + ".d"
    for name in ((try? files.names(in: folder)) ?? []).sorted() where name.description.hasSuffix(".conf") {
      guard let bytes = try bytes(of: folder / name, isRequired: true, files) else { continue }
      try ConfigurationFile.apply(bytes, of: (folder / name).description, to: &configuration)
    }
    overrides(&configuration)
    return configuration
  }

  private func bytes(
    of path: FilePath, isRequired: Bool, _ files: KernelFileSystem
  ) throws(ConfigurationError) -> [UInt8]? {
    do throws(SystemError) {
      if !isRequired, try files.status(of: path) == nil { return nil }
      return try files.read(path, limit: 1 << 20, isTrusted: true)
    } catch {
      throw ConfigurationError(file: path.description, line: 0, message: error.reason)
    }
  }
}
