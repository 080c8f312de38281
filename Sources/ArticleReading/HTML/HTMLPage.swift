/// A page as libxml2's HTML parser reads it, and the article on it.
struct HTMLPage {
  private let builder: HTMLBuilder

  /// Parses a page; faults in the markup are mended, hostile markup is refused.
  init(_ text: DecodedText, limits: ReadingLimits) throws(ReadingError) {
    guard text.bytes.count <= limits.pageBytes else {
      let message = "the page has \(text.bytes.count) bytes, more than \(limits.pageBytes)"
      throw ReadingError(.tooLarge, message)
    }
    if let offset = HTMLTagScan.firstTag(in: text.bytes, withMoreAttributesThan: limits.attributes) {
      let message = "a tag has more than \(limits.attributes) attributes"
      throw ReadingError(.tooLarge, message, at: offset, of: text.bytes)
    }
    builder = HTMLBuilder()
    guard HTMLParser.parse(text.bytes, charset: text.charset ?? "UTF-8", maximumDepth: limits.pageDepth, into: builder)
    else {
      let message = "elements are nested deeper than \(limits.pageDepth)"
      throw ReadingError(.tooLarge, message)
    }
    builder.finish()
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
