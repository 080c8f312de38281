/// What is wrong with a JSON text, and at which byte.
package struct JSONError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What was expected and what was found, in one sentence without a full stop.
  package let message: String
  /// Bytes before the place in the text, from 0.
  package let offset: Int

  package init(_ message: String, offset: Int) {
    self.message = message
    self.offset = offset
  }

  /// The message with its byte offset: `expected a string, found a number at byte 17`.
  package var description: String { "\(message) at byte \(offset)" }

  /// Line and column of the error in the text it was found in, both from 1; the column counts bytes.
  package func position(in text: [UInt8]) -> (line: Int, column: Int) {
    var line = 1
    var lineStart = 0
    for index in text.indices.prefix(offset) where text[index] == UInt8(ascii: "\n") {
      line += 1
      lineStart = index + 1
    }
    return (line, min(offset, text.count) - lineStart + 1)
  }
}
