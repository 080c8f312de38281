/// A page as libxml2's HTML parser reads it, and the article on it.
struct HTMLPage {
  private let builder: HTMLBuilder

  init(_ text: DecodedText, limits: ReadingLimits) throws(ReadingError) {
    guard text.bytes.count <= limits.pageBytes else {
      throw ReadingError(.tooLarge, "the page has \(text.bytes.count) bytes, more than \(limits.pageBytes)")
    }
    builder = HTMLBuilder()
    try HTMLParser.parse(text.bytes, charset: text.charset ?? "UTF-8", limits: limits, into: builder)
  }

  /// The article on the page.
  func draft() -> ArticleDraft {
    var draft = builder.metadata.draft
    var text = MainText(builder).paragraphs
    if text.count < 200, let linked = builder.metadata.linked.text, linked.count > text.count { text = linked }
    draft.text = text
    return draft
  }
}
