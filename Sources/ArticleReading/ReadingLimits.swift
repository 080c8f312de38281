/// How much of a file is read at most, so that a hostile one costs bounded time and memory.
package struct ReadingLimits: Sendable, Hashable {
  /// Bytes of a file as it was handed over.
  package var fileBytes = 64 << 20
  /// Bytes of a file after unpacking.
  package var unpackedBytes = 128 << 20
  /// Bytes of one HTML page, text file or article in XML, or of a message's text.
  package var pageBytes = 8 << 20
  /// Bytes of one article's text before cleaning.
  package var textBytes = 1 << 20
  /// Articles of one file.
  package var articles = 100_000
  /// Elements within one another on an HTML page; browsers stop at 512.
  package var pageDepth = 512
  /// Attributes of one HTML tag.
  package var attributes = 500
  /// Elements within one another in XML.
  package var xmlDepth = 200
  /// Elements of one article in XML.
  package var xmlElements = 100_000
  /// Declarations of namespaces in one XML file.
  package var xmlNamespaces = 2_000
  /// Ampersands in one XML file that begin no reference.
  package var xmlMendings = 100_000
  /// Bytes of the header of a mail message or of a part.
  package var mailHeaderBytes = 1 << 20
  /// Parts within one another in a mail message.
  package var mailDepth = 20
  /// Parts of a mail message.
  package var mailParts = 1_000
  /// Arrays and objects within one another in JSON.
  package var jsonDepth = 64

  /// The defaults.
  package static let standard = ReadingLimits()

  package init() {}
}
