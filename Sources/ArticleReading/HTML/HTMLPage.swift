/// A page as libxml2's HTML parser reads it, and the article on it.
struct HTMLPage {
  private let builder: HTMLBuilder

  init(_ text: DecodedText, limits: ReadingLimits) throws(ReadingError) {
    guard text.bytes.count <= limits.pageBytes else {
      throw ReadingError(.tooLarge, "the page has \(text.bytes.count) bytes, more than \(limits.pageBytes)")
    }
    builder = HTMLBuilder()
    try HTMLParser.parse(text.bytes, limits: limits, into: builder)
  }

  /// The article on the page.
  func draft() -> ArticleDraft {
    var draft = builder.metadata.draft
    let story = MainText(builder)
    var text = story.paragraphs
    draft.dates += [draft.url.flatMap(PageDate.inAddress), shownDate(before: story.start)].compactMap(\.self)
    if text.count < 200, let linked = builder.metadata.linked.text, linked.count > text.count { text = linked }
    draft.text = text
    return draft
  }

  /// The date that the last line before the story with a date at its end shows.
  private func shownDate(before start: Int) -> String? {
    builder.blocks.lazy.filter { $0.range.lowerBound < start }.reversed()
      .compactMap { PageDate.atEnd(of: builder.text[$0.range]) }.first
  }
}

/// Dates that stand on a page and not in its metadata.
enum PageDate {
  /// Longer lines are sentences, not mastheads or bylines.
  private static let longestLine = 80

  /// The date that ends a short line: "The Island Post Tuesday, July 3, 2001".
  static func atEnd(of line: Bytes) -> String? {
    guard line.count <= longestLine, line.contains(where: \.isDigit) else { return nil }
    return line.words.lazy.compactMap { DateReader.readLine(line[$0.startIndex...]) }.first
  }

  /// The day in an address: `https://a.example/2024/02/08/title`.
  static func inAddress(_ url: String) -> String? {
    let parts = url.slice.split(separator: UInt8(ascii: "/"))
    for index in parts.indices.dropLast(2) where parts[index].count == 4 {
      let date = parts[index..<index + 3]
      guard date.allSatisfy({ $0.count <= 4 && $0.allSatisfy(\.isDigit) }) else { continue }
      return DateReader.read(date.map(\.string).joined(separator: "-"))
    }
    return nil
  }
}
