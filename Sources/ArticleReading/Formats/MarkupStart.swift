/// Tells HTML from XML by the first element.
enum MarkupStart {
  enum Root: Hashable {
    case html
    /// An element that HTML does not have.
    case unknown(String)
  }

  /// The kind of the first element behind declarations and comments; nil if the text does not begin with markup.
  static func rootElement(of content: Bytes) -> Root? {
    var rest = content
    var hasDeclaration = false
    while rest.first == UInt8(ascii: "<") {
      if rest.hasPrefix("<!doctype html".bytes) { return .html }
      if rest.hasPrefix("<!--".bytes) {
        guard let end = rest.dropFirst(4).firstIndex(of: "-->".bytes) else { return .html }
        rest = rest[(end + 3)...].trimmed
      } else if rest.hasPrefix("<?".bytes) || rest.hasPrefix("<!".bytes) {
        hasDeclaration = true
        guard let end = rest.firstIndex(of: UInt8(ascii: ">")) else { return nil }
        rest = rest[(end + 1)...].trimmed
      } else {
        return element(rest, certain: hasDeclaration)
      }
    }
    return nil
  }

  /// The element of the tag at the start; without a declaration before it, only one of a known language counts.
  private static func element(_ rest: Bytes, certain: Bool) -> Root? {
    let name = rest.dropFirst().prefix { $0.isWord || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "-") }
    guard let first = name.first, first.isLetter, rest.dropFirst(name.count + 1).contains(UInt8(ascii: ">")) else {
      return nil
    }
    let lower = String(decoding: name.map(\.lowercased), as: UTF8.self)
    if HTMLTag(name: lower) != .unknown { return .html }
    return certain || feeds.contains(lower) ? .unknown(name.string) : nil
  }

  /// Roots of news formats that are XML, in lower case.
  private static let feeds: Set = ["rss", "feed", "rdf:rdf", "nitf", "newsml", "newsitem", "newsmessage"]
}
