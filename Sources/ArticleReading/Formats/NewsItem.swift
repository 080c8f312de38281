/// An item of NewsML-G2 with its text inline: NITF, XHTML, or HTML or plain text as characters.
///
/// Source: NewsML-G2 2.x, iptc.org/std/NewsML-G2.
enum NewsItem {
  static func draft(_ item: XMLElement) throws(ReadingError) -> ArticleDraft {
    let meta = item.element("itemMeta")
    let status = meta?.element("pubStatus")?["qcode"]?.slice ?? []
    guard !withdrawn.contains(where: status.hasSuffix) else {
      throw ReadingError(.withdrawn, "the item's status is \(status.string): its source has taken it back")
    }
    guard var draft = try content(item) else {
      throw ReadingError(.noText, "the item has no text: expected inlineXML or inlineData in its contentSet")
    }
    let content = item.element("contentMeta")
    draft.title = content?.element("headline")?.line ?? meta?.element("title")?.line ?? draft.title
    draft.dates =
      [meta?.element("versionCreated"), meta?.element("firstCreated"), content?.element("contentCreated")]
      .compactMap { $0?.line } + draft.dates
    draft.source = source(item) ?? draft.source
    draft.url = url(item) ?? draft.url
    draft.language = draft.language ?? content?.element("language")?["tag"] ?? item["xml:lang"]
    return draft
  }

  private static let withdrawn = [":canceled", ":withheld"].map(\.bytes)

  private static func source(_ item: XMLElement) -> String? {
    let meta = item.element("itemMeta")
    let named = [
      meta?.element("provider", "name"), item.element("contentMeta", "infoSource", "name"),
      item.element("contentMeta", "creditline"), item.element("rightsInfo", "copyrightHolder", "name"),
    ]
    if let name = named.lazy.compactMap({ $0?.line }).first { return name }
    let provider = meta?.element("provider")
    return provider?["literal"] ?? provider?["qcode"].flatMap { $0.split(separator: ":").last.map(String.init) }
  }

  private static func url(_ item: XMLElement) -> String? {
    let links = item.element("itemMeta")?.elements("link").compactMap { $0["href"] } ?? []
    return (links + [item["guid"]].compactMap(\.self)).first { $0.hasPrefix("http") }
  }

  // MARK: - Content

  /// The rendition with the most text; nil if none has any.
  private static func content(_ item: XMLElement) throws(ReadingError) -> ArticleDraft? {
    var best: ArticleDraft?
    for rendition in item.element("contentSet")?.elements ?? [] {
      guard var draft = try content(ofRendition: rendition), !draft.text.isEmpty else { continue }
      draft.language = draft.language ?? rendition["xml:lang"]
      if draft.text.count > best?.text.count ?? 0 { best = draft }
    }
    return best
  }

  private static func content(ofRendition rendition: XMLElement) throws(ReadingError) -> ArticleDraft? {
    switch rendition.name {
    case "inlineXML":
      if let nitf = rendition.first("nitf") { return NITF.draft(nitf) }
      let body = rendition.first("xhtml:body") ?? rendition.first("body") ?? rendition
      return ArticleDraft(text: XMLMarkup.paragraphs(body))
    case "inlineData":
      let text = rendition.text
      return ArticleDraft(
        text: Markup.isIn(text[...]) ? try Markup.paragraphs(text) : PlainText.unwrapped(text[...]))
    default: return nil
    }
  }
}
