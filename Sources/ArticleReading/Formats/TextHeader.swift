/// The header of a text file: `Title:`, `Date:`, `Source:`, `URL:` and the like, a line each, in whatever case.
enum TextHeader {
  private enum Field { case title, date, source, url, language, other }

  private static let fields: [String: Field] = [
    "title": .title, "headline": .title, "date": .date, "published": .date, "source": .source, "publisher": .source,
    "url": .url, "link": .url, "language": .language, "author": .other, "authors": .other, "byline": .other,
    "keywords": .other, "section": .other, "category": .other, "id": .other,
  ]

  /// Reads header lines from the start of `text` and returns what follows them.
  ///
  /// A text has a header only if its first line is one of a known name; lines of unknown names belong to it only if
  /// an empty line ends it, so that a story that begins with "Moscow: …" loses nothing.
  static func read(_ text: Bytes, into draft: inout ArticleDraft) -> Bytes {
    let start = text.drop(while: \.isSpace)
    guard line(start).flatMap({ fields[$0.name] }) != nil else { return text }
    var end = start  // behind the last line of a known name
    var rest = start
    while let header = line(rest) {
      rest = rest[header.end...]
      guard let field = fields[header.name] else { continue }
      set(field, Whitespace.line(header.value), &draft)
      end = rest
    }
    let isEnded = !rest.isEmpty && rest.prefix { $0 != 0x0A }.allSatisfy(\.isSpace)
    return isEnded ? rest : end
  }

  private static func set(_ field: Field, _ value: String, _ draft: inout ArticleDraft) {
    guard !value.isEmpty else { return }
    switch field {
    case .title: draft.title = draft.title ?? value
    case .date: draft.dates.append(value)
    case .source: draft.source = draft.source ?? value
    case .url: draft.url = draft.url ?? value
    case .language: draft.language = draft.language ?? value
    case .other: break
    }
  }

  /// The name, in lower case, and value of the header line at the start of `rest`; nil if there is none.
  private static func line(_ rest: Bytes) -> (name: String, value: Bytes, end: Int)? {
    let line = rest.prefix { $0 != 0x0A && $0 != 0x0D }
    guard let colon = line.prefix(20).firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex else { return nil }
    let name = line[..<colon]
    guard name.allSatisfy({ $0.isLetter || $0 == UInt8(ascii: "-") }) else { return nil }
    var end = line.endIndex
    if end < rest.endIndex, rest[end] == 0x0D { end += 1 }
    if end < rest.endIndex, rest[end] == 0x0A { end += 1 }
    return (String(decoding: name.map(\.lowercased), as: UTF8.self), line[(colon + 1)...], end)
  }
}
