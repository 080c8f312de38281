/// A table of actors, roles, places or patterns that cannot be read: where, and what is wrong.
package struct ResourceError: Error, Sendable, Hashable, CustomStringConvertible {
  /// Name of the table: a file's path, or the name of an embedded table.
  package let file: String
  /// Line, from 1; 0 where the whole file is meant.
  package let line: Int
  /// What is wrong and what would be right.
  package let message: String

  package init(file: String, line: Int, message: String) {
    self.file = file
    self.line = line
    self.message = message
  }

  package var description: String { line > 0 ? "\(file):\(line): \(message)" : "\(file): \(message)" }
}
