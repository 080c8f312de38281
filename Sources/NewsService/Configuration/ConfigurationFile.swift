/// A line of a configuration file that cannot be followed.
package struct ConfigurationError: Error, Sendable, Equatable, CustomStringConvertible {
  package let file: String
  /// Counted from 1; 0 where the whole file is meant.
  package let line: Int
  package let message: String

  package init(file: String, line: Int, message: String) {
    self.file = file
    self.line = line
    self.message = message
  }

  package var description: String { line > 0 ? "\(file):\(line): \(message)" : "\(file): \(message)" }
}

/// Reads files in the syntax of systemd's own: `[Section]`, `Key=value`, comments after `#` or `;` at the start of a line.
package enum ConfigurationFile {
  /// Puts the settings of one file on top of a configuration.
  ///
  /// A key without a value goes back to the default. A later file wins over an earlier one.
  package static func apply(
    _ bytes: [UInt8], of file: String, to configuration: inout Configuration
  ) throws(ConfigurationError) {
    var section: String?
    // Some editors begin a file with a byte order mark, which nobody sees.
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let bytes = bytes.starts(with: mark) ? bytes.dropFirst(mark.count) : bytes[...]
    for (index, rawLine) in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
      func failure(_ message: String) -> ConfigurationError {
        ConfigurationError(file: file, line: index + 1, message: message)
      }
      guard let decoded = String(validating: rawLine, as: UTF8.self) else { throw failure("not valid UTF-8") }
      let line = trimmed(decoded)
      if line.isEmpty || line.hasPrefix("#") || line.hasPrefix(";") { continue }
      if line.hasPrefix("[") {
        section = try sectionName(line, failure)
        continue
      }
      guard let equals = line.firstIndex(of: "=") else {
        throw failure("'\(line)' is neither [Section] nor Key=value")
      }
      guard let section else { throw failure("'\(line)' stands before any [Section]") }
      let name = trimmed(String(line[..<equals]))
      let value = trimmed(String(line[line.index(after: equals)...]))
      let key = try self.key(name, in: section, failure)
      do {
        try key.set(value, in: &configuration)
      } catch {
        throw failure("\(name)= \(error.message)")
      }
    }
  }

  private static func sectionName(
    _ line: String, _ failure: (String) -> ConfigurationError
  ) throws(ConfigurationError) -> String {
    guard line.hasSuffix("]") else { throw failure("'\(line)' has no closing bracket") }
    let name = String(line.dropFirst().dropLast())
    let sections = ConfigurationKey.sections
    guard sections.contains(name) else {
      throw failure("there is no section [\(name)]; there are \(sections.map { "[\($0)]" }.joined(separator: ", "))")
    }
    return name
  }

  private static func key(
    _ name: String, in section: String, _ failure: (String) -> ConfigurationError
  ) throws(ConfigurationError) -> ConfigurationKey {
    if let key = ConfigurationKey.all.first(where: { $0.section == section && $0.name == name }) { return key }
    if let elsewhere = ConfigurationKey.all.first(where: { $0.name == name }) {
      throw failure("\(name)= belongs into [\(elsewhere.section)], not [\(section)]")
    }
    let names = ConfigurationKey.all.filter { $0.section == section }.map(\.name)
    throw failure("unknown key '\(name)' in [\(section)]; there are \(names.joined(separator: ", "))")
  }

  private static func trimmed(_ text: String) -> String {
    let isBlank = { (character: Character) in character == " " || character == "\t" || character == "\r" }
    let front = text.drop(while: isBlank)
    return String(front.reversed().drop(while: isBlank).reversed())
  }
}

extension ConfigurationKey {
  /// The sections, in the order of the file.
  static var sections: [String] {
    all.reduce(into: []) { names, key in if names.last != key.section { names.append(key.section) } }
  }

  /// Sets the key, or back to its default where the value is empty.
  func set(_ value: String, in configuration: inout Configuration) throws(ValueError) {
    guard value.isEmpty else { return try apply(&configuration, value) }
    reset(&configuration, Configuration())
  }
}
