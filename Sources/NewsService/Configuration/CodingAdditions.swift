package import EventCoding
import Glibc
package import Platform

/// The operator's own tables: `*.txt` in actors.d and lexicon.d, in the order of their names.
package struct CodingAdditions: Sendable {
  package var actors: [CodingTable] = []
  package var lexicon: [CodingTable] = []

  /// None.
  package init() {}

  /// A table larger than this, in bytes, is a mistake.
  private static let tableLimit = 16 << 20

  /// Reads the folders that a configuration names. One that it leaves at the default need not be there.
  ///
  /// - Throws: what cannot be read, by its path.
  package init(_ configuration: Configuration) throws(ConfigurationError) {
    let defaults = Configuration()
    actors = try Self.tables(
      of: "ActorsDirectory", in: configuration.actorsDirectory,
      isRequired: configuration.actorsDirectory != defaults.actorsDirectory)
    lexicon = try Self.tables(
      of: "LexiconDirectory", in: configuration.lexiconDirectory,
      isRequired: configuration.lexiconDirectory != defaults.lexiconDirectory)
  }

  /// The event coder with these tables added.
  ///
  /// - Throws: the first mistake in a table, with file and line.
  package func coder() throws(ResourceError) -> EventCoder { try EventCoder.english(actors: actors, lexicon: lexicon) }

  /// The table in a file that an operator names.
  package static func table(_ file: FilePath) throws(ConfigurationError) -> CodingTable {
    let name = file.description
    var text: [UInt8] = []
    do throws(SystemError) {
      text = try KernelFileSystem().read(file, limit: tableLimit, isTrusted: true)
    } catch {
      throw ConfigurationError(file: name, line: 0, message: error.reason)
    }
    if let line = text.firstLineThatIsNotUTF8 {
      throw ConfigurationError(file: name, line: line, message: "not valid UTF-8; save the table as UTF-8")
    }
    return CodingTable(file: name, text: text)
  }

  private static func tables(
    of key: String, in folder: String, isRequired: Bool
  ) throws(ConfigurationError) -> [CodingTable] {
    let folder = FilePath(folder)
    var names: [FilePath] = []
    do throws(SystemError) {
      names = try KernelFileSystem().names(in: folder)
    } catch {
      if error.code == ENOENT, !isRequired { return [] }
      throw ConfigurationError(file: folder.description, line: 0, message: "\(error.reason); \(key)= names it")
    }
    var tables: [CodingTable] = []
    for name in names.sorted() where name.description.hasSuffix(".txt") && !name.description.hasPrefix(".") {
      tables.append(try table(folder / name))
    }
    return tables
  }
}

extension [UInt8] {
  /// Number of the first line that is not UTF-8, from 1; nil where all are.
  fileprivate var firstLineThatIsNotUTF8: Int? {
    guard String(validating: self, as: UTF8.self) == nil else { return nil }
    let lines = split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    return lines.firstIndex { String(validating: $0, as: UTF8.self) == nil }.map { $0 + 1 }
  }
}
