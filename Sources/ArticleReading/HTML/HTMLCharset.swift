import CXML2

/// The character encoding an HTML page declares for itself.
enum HTMLCharset {
  /// The name, if the text begins as a page and names an encoding that libxml2 must decode; nil for UTF-8 and Latin-1.
  static func declared(in text: [UInt8]) -> String? {
    let start = text.prefix(4096).trimmed
    guard start.first == UInt8(ascii: "<"), let place = start.firstIndex(of: "charset=".bytes) else { return nil }
    let value = start[(place + 8)...].drop { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }
    let name = value.prefix { $0.isWord || $0 == UInt8(ascii: "-") }.map(\.lowercased)
    let charset = String(decoding: name, as: UTF8.self)
    return Self.handledHere.contains(charset) || !isKnown(charset) ? nil : charset
  }

  private static let handledHere: Set = [
    "", "utf-8", "utf8", "iso-8859-1", "latin1", "windows-1252", "cp1252", "us-ascii", "ascii",
  ]

  private static func isKnown(_ charset: String) -> Bool {
    guard HTMLParser.isReady, let handler = unsafe xmlFindCharEncodingHandler(charset) else { return false }
    unsafe xmlCharEncCloseFunc(handler)
    return true
  }
}
