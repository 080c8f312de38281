/// What a file is, by its content; its name counts only where the content leaves it open.
enum ContentKind: Hashable {
  case json, html, xml, text

  init(_ text: DecodedText, name: String) throws(ReadingError) {
    let content = text.bytes[...].trimmed
    let suffix = Self.suffix(of: name)
    if Self.looksLikeJSON(content) || Self.mayBeJSON(content, suffix: suffix) {
      self = .json
    } else if let root = MarkupStart.rootElement(of: content) {
      self = try Self.markup(root, suffix: suffix)
    } else if Self.pageSuffixes.contains(suffix), content.contains(UInt8(ascii: "<")) {
      self = .html
    } else {
      self = .text
    }
  }

  private static let pageSuffixes: Set = ["html", "htm", "xhtml"]

  /// Roots of the news formats that are XML, in lower case and without a prefix.
  static let roots: Set = ["rss", "feed", "rdf", "nitf", "newsitem", "newsmessage", "packageitem"]

  /// The name's suffix in lower case, without a last `.gz`.
  static func suffix(of name: String) -> String {
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
      let local = name.split(separator: ":").last.map { $0.lowercased() } ?? ""
      if roots.contains(local) { return .xml }
      guard !pageSuffixes.contains(suffix) else { return .html }
      let message =
        "this is XML with the root <\(name)>; RSS, Atom, NewsML-G2 and NITF are read: hand over one of them, HTML or text"
      throw ReadingError(.unsupported, message, offset: 0)
    }
  }
}
