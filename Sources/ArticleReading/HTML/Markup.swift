/// HTML within a field of JSON: tags and entities become plain text.
enum Markup {
  /// Whether the text has a tag or an entity.
  static func isIn(_ text: Bytes) -> Bool {
    var index = text.startIndex
    while let start = text[index...].firstIndex(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) {
      index = start + 1
      let end = text[start] == UInt8(ascii: "<") ? UInt8(ascii: ">") : UInt8(ascii: ";")
      let body = text[index...].prefix(200).prefix { $0 != end && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: "&") }
      guard body.endIndex < text.endIndex, text[body.endIndex] == end else { continue }
      if end == UInt8(ascii: ">") ? isTag(body) : isEntity(body) { return true }
    }
    return false
  }

  private static func isTag(_ body: Bytes) -> Bool {
    let name = (body.first == UInt8(ascii: "/") ? body.dropFirst() : body).prefix { $0.isWord }.map(\.lowercased)
    return HTMLTag(name: String(decoding: name, as: UTF8.self)) != .unknown
  }

  private static func isEntity(_ body: Bytes) -> Bool {
    guard body.count >= 2, body.count <= 10 else { return false }
    return body.first == UInt8(ascii: "#") || body.allSatisfy { $0.isLetter || $0.isDigit }
  }

  /// The paragraphs of a piece of HTML, parted by newlines. Without block elements in it, its own newlines part them.
  static func paragraphs(_ text: [UInt8]) throws(ReadingError) -> [UInt8] {
    let hasBlocks = ["<p", "<br", "<div", "<li"].contains { text[...].firstIndex(of: $0.bytes) != nil }
    let builder = HTMLBuilder(keepsLines: !hasBlocks)
    try HTMLParser.parse(text, limits: .standard, into: builder)
    return MainText.all(of: builder)
  }

  /// A line without tags and entities; as it is if its markup is refused.
  static func plain(_ text: String) -> String {
    let bytes = Array(text.utf8)
    guard isIn(bytes[...]), let plain = try? paragraphs(bytes) else { return Whitespace.line(bytes[...]) }
    return Whitespace.line(plain[...])
  }
}
