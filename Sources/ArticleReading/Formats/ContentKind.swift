/// What a file is, by its content; its name counts only where the content leaves it open.
enum ContentKind: Hashable {
  case json, html, text

  init(_ text: DecodedText, name: String) throws(ReadingError) {
    let content = text.bytes[...].trimmed
    let suffix = Self.suffix(of: name)
    if Self.looksLikeJSON(content) || Self.mayBeJSON(content, suffix: suffix) {
      self = .json
    } else if let root = MarkupStart.rootElement(of: content) {
      self = try Self.markup(root, suffix: suffix)
    } else if Self.pageSuffixes.contains(suffix), content.contains(UInt8(ascii: "<")) {
      self = .html
    } else if Self.looksLikeMail(content) {
      throw ReadingError(.unsupported, "this is a mail message; hand over its text, HTML or JSON", offset: 0)
    } else {
      self = .text
    }
  }

  private static let pageSuffixes: Set = ["html", "htm", "xhtml"]

  /// The name's suffix in lower case, without a last `.gz`.
  private static func suffix(of name: String) -> String {
    var parts = name.utf8.split(separator: UInt8(ascii: "."))
    if parts.last.map({ Array($0)[...].equals("gz".bytes) }) == true { parts.removeLast() }
    guard parts.count > 1, let last = parts.last else { return "" }
    return String(decoding: last.map(\.lowercased), as: UTF8.self)
  }

  private static func startsJSON(_ content: Bytes) -> Bool {
    content.first == UInt8(ascii: "{") || content.first == UInt8(ascii: "[")
  }

  /// Whether the name says JSON and the content does not speak against it.
  private static func mayBeJSON(_ content: Bytes, suffix: String) -> Bool {
    switch suffix {
    case "json": startsJSON(content)
    case "jsonl", "ndjson": startsJSON(content) || content.firstIndex(of: "\n{".bytes) != nil
    default: false
    }
  }

  /// Whether it begins as an object with a member, or as an array of objects.
  private static func looksLikeJSON(_ content: Bytes) -> Bool {
    guard startsJSON(content) else { return false }
    let next = content.dropFirst().first { !$0.isSpace }
    return content.first == UInt8(ascii: "{")
      ? next == UInt8(ascii: "\"") || next == UInt8(ascii: "}")
      : next == UInt8(ascii: "{") || next == UInt8(ascii: "]")
  }

  private static func markup(_ root: MarkupStart.Root, suffix: String) throws(ReadingError) -> ContentKind {
    switch root {
    case .html: return .html
    case .unknown(let name):
      guard !pageSuffixes.contains(suffix) else { return .html }
      throw ReadingError(.unsupported, "this is XML with the root <\(name)>; hand over text, HTML or JSON", offset: 0)
    }
  }

  /// Whether it begins with the header of a mail message.
  private static func looksLikeMail(_ content: Bytes) -> Bool {
    var names = 0
    var rest = content.prefix(4096)
    while let first = rest.first, first != 0x0A, first != 0x0D {
      let line = rest.prefix { $0 != 0x0A }
      rest = rest[line.endIndex...].dropFirst()
      if first.isSpace { continue }  // a folded line
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return false }
      if Self.mailFields.contains(String(decoding: line[..<colon].map(\.lowercased), as: UTF8.self)) { names += 1 }
    }
    return names >= 2
  }

  private static let mailFields: Set = [
    "from", "to", "subject", "received", "return-path", "delivered-to", "message-id", "mime-version", "content-type",
  ]
}
