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
    var configuration = base
    for path in try files() {
      try ConfigurationFile.apply(try bytes(of: path), of: path.description, to: &configuration)
    }
    overrides(&configuration)
    return configuration
  }

  /// The files that are read, in their order.
  package func files() throws(ConfigurationError) -> [FilePath] {
    let system = KernelFileSystem()
    var found: [FilePath] = []
    do throws(SystemError) {
      let isThere = try system.status(of: file) != nil
      // One that was asked for and is missing is named when it is read.
      if isThere || isRequired { found.append(file) }
    } catch {
      throw ConfigurationError(file: file.description, line: 0, message: error.reason)
    }
    let folder = file + ".d"
    for name in ((try? system.names(in: folder)) ?? []).sorted() where name.description.hasSuffix(".conf") {
      found.append(folder / name)
    }
    return found
  }

  private func bytes(of path: FilePath) throws(ConfigurationError) -> [UInt8] {
    do throws(SystemError) {
      return try KernelFileSystem().read(path, limit: 1 << 20, isTrusted: true)
    } catch {
      throw ConfigurationError(file: path.description, line: 0, message: error.reason)
    }
  }
}
