/// The text of a table of actors or patterns, and where it comes from.
package struct CodingTable: Sendable, Hashable {
  /// A file's path, or the name of an embedded table; errors name it.
  package let file: String
  /// UTF-8.
  package let text: [UInt8]

  package init(file: String, text: [UInt8]) {
    self.file = file
    self.text = text
  }
}
