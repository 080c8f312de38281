/// Why a file, or a part of it, could not be read as an article.
package struct ReadingError: Error, Sendable, Hashable, CustomStringConvertible {
  /// A word for programs. The set is open: a client takes one it does not know as it takes `malformed`.
  package struct Code: RawRepresentable, Sendable, Hashable {
    package let rawValue: String

    package init(rawValue: String) { self.rawValue = rawValue }

    /// Nothing, or nothing but white space.
    package static let empty = Code(rawValue: "empty")
    /// No text at all: NUL bytes or too many control characters.
    package static let binary = Code(rawValue: "binary")
    /// A format that is known and not read.
    package static let unsupported = Code(rawValue: "unsupported")
    /// The file ends too early.
    package static let truncated = Code(rawValue: "truncated")
    /// The format's own rules are broken.
    package static let malformed = Code(rawValue: "malformed")
    /// No character encoding fits.
    package static let encoding = Code(rawValue: "encoding")
    /// There is no story in it.
    package static let noText = Code(rawValue: "no_text")
    /// The source has taken it back.
    package static let withdrawn = Code(rawValue: "withdrawn")
    /// One of `ReadingLimits` is passed.
    package static let tooLarge = Code(rawValue: "too_large")
    /// A date cannot be read.
    package static let date = Code(rawValue: "date")
  }

  package let code: Code
  /// What was found and what helps, in one sentence without a full stop.
  package let message: String
  /// Bytes before the place, in the unpacked file; after a change of encoding, in its text as UTF-8.
  package let offset: Int?
  /// Line of the place, from 1.
  package let line: Int?

  package init(_ code: Code, _ message: String, offset: Int? = nil, line: Int? = nil) {
    self.code = code
    self.message = message
    self.offset = offset
    self.line = line
  }

  /// An error at a place of `bytes`, with the line counted.
  init(_ code: Code, _ message: String, at offset: Int, of bytes: [UInt8]) {
    let line = bytes.prefix(offset).reduce(1) { $1 == UInt8(ascii: "\n") ? $0 + 1 : $0 }
    self.init(code, message, offset: offset, line: line)
  }

  /// Code, message and place: `malformed: expected a comma or } (line 3, byte 120)`.
  package var description: String {
    switch (line, offset) {
    case (let line?, let offset?): "\(code.rawValue): \(message) (line \(line), byte \(offset))"
    case (nil, let offset?): "\(code.rawValue): \(message) (byte \(offset))"
    default: "\(code.rawValue): \(message)"
    }
  }
}
