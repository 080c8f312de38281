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
        guard let end = declarationEnd(rest) else { return nil }
        rest = rest[end...].trimmed
      } else {
        return element(rest, certain: hasDeclaration)
      }
    }
    return nil
  }

  /// Where a declaration ends; one of a document type may have others in square brackets.
  private static func declarationEnd(_ rest: Bytes) -> Int? {
    guard let mark = rest.firstIndex(where: { $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "[") }) else { return nil }
    guard rest[mark] == UInt8(ascii: "["), rest.hasPrefix("<!doctype".bytes) else { return mark + 1 }
    return rest[mark...].firstIndex(of: "]>".bytes).map { $0 + 2 }
  }

  /// The element of the tag at the start; without a declaration before it, only one of a known language counts.
  private static func element(_ rest: Bytes, certain: Bool) -> Root? {
    let name = rest.dropFirst().prefix { $0.isWord || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "-") }
    guard let first = name.first, first.isLetter, rest.dropFirst(name.count + 1).contains(UInt8(ascii: ">")) else {
      return nil
    }
    let lower = String(decoding: name.map(\.lowercased), as: UTF8.self)
    if HTMLTag(name: lower) != .unknown { return .html }
    let local = lower.split(separator: ":").last.map(String.init) ?? lower
    return certain || ContentKind.roots.contains(local) ? .unknown(name.string) : nil
  }
}
