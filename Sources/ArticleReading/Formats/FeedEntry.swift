/// An entry of a feed: an `<item>` of RSS (2.0, 1.0, 0.9x) or an `<entry>` of Atom.
///
/// Sources: rssboard.org/rss-specification, web.resource.org/rss/1.0, RFC 4287.
enum FeedEntry {
  static func draft(_ entry: XMLElement) throws(ReadingError) -> ArticleDraft {
    guard let text = try text(entry) else {
      throw ReadingError(.noText, "the entry has no text: expected content:encoded, content, description or summary")
    }
    var draft = ArticleDraft(text: text)
    draft.title = line(entry, "title", "dc:title", "media:title")
    draft.dates = dateNames.compactMap { entry.element($0)?.line }
    draft.source =
      entry.element("source", "title")?.line ?? line(entry, "source", "dc:publisher", "dc:source")
    draft.url = url(entry)
    draft.language = entry["xml:lang"] ?? line(entry, "dc:language", "language")
    return draft
  }

  private static let dateNames = [
    "pubDate", "published", "dc:date", "dcterms:created", "dcterms:issued", "issued", "updated", "modified",
    "dcterms:modified",
  ]

  private static func line(_ entry: XMLElement, _ names: String...) -> String? {
    names.lazy.compactMap { entry.element($0)?.line }.first
  }

  // MARK: - Text

  /// Where an entry has its text, the fullest first.
  private static let textNames = ["content:encoded", "content", "xhtml:body", "xhtml:div", "description", "summary"]

  private static func text(_ entry: XMLElement) throws(ReadingError) -> [UInt8]? {
    for name in textNames {
      for element in entry.elements(name) {
        let text = try paragraphs(element)
        if text.contains(where: { !$0.isSpace }) { return withoutFooter(text) }
      }
    }
    return nil
  }

  /// The paragraphs of an element that holds XHTML, or HTML or text as characters.
  private static func paragraphs(_ element: XMLElement) throws(ReadingError) -> [UInt8] {
    guard element.elements.isEmpty else { return XMLMarkup.paragraphs(element) }
    let text = element.text
    return Markup.isIn(text[...]) ? try Markup.paragraphs(text) : PlainText.unwrapped(text[...])
  }

  /// Without the last line that WordPress adds: "The post … appeared first on …".
  private static func withoutFooter(_ text: [UInt8]) -> [UInt8] {
    let lines = text[...].lines
    guard let last = lines.last, last.hasPrefix("the post ".bytes),
      last.firstIndex(of: "appeared first on".bytes) != nil
    else { return text }
    return Array(text[..<last.startIndex])
  }

  // MARK: - Address

  private static func url(_ entry: XMLElement) -> String? {
    let links = entry.elements("link")
    let alternate = links.first { $0["href"] != nil && ($0["rel"] ?? "alternate") == "alternate" }?["href"]
    let guid = entry.element("guid").flatMap { $0["isPermaLink"] == "false" ? nil : $0.line }
    let candidates = [
      links.lazy.compactMap(\.line).first, alternate, entry.element("feedburner:origLink")?.line, guid,
      entry["rdf:about"], entry.element("id")?.line,
    ]
    return candidates.lazy.compactMap(\.self).first { $0.hasPrefix("http") }
  }
}
