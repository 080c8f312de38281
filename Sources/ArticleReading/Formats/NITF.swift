/// A story in NITF, the News Industry Text Format of the IPTC (versions 3.0 to 3.6; iptc.org/std/NITF).
enum NITF {
  /// What the story says of itself; its text is empty if it has none.
  static func draft(_ nitf: XMLElement) -> ArticleDraft {
    let head = nitf.element("head")
    let bodyHead = nitf.element("body", "body.head")
    var draft = ArticleDraft(text: text(nitf))
    draft.title = (bodyHead?.first("hl1") ?? bodyHead?.first("hedline") ?? head?.element("title"))?.line
    draft.dates = dates(head, bodyHead)
    draft.source = source(head, bodyHead)
    draft.url = [head?.element("pubdata")?["ex-ref"], head?.first("doc-id")?["id-string"]].lazy
      .compactMap(\.self).first { $0.hasPrefix("http") }
    draft.language = nitf["xml:lang"] ?? nitf.element("body")?["xml:lang"]
    return draft
  }

  private static func text(_ nitf: XMLElement) -> [UInt8] {
    let contents = nitf.element("body")?.elements("body.content") ?? []
    return Array(contents.map(XMLMarkup.paragraphs).joined(separator: [0x0A]))
  }

  /// The dates of the document's data and of the dateline, the day of its issue first.
  private static func dates(_ head: XMLElement?, _ bodyHead: XMLElement?) -> [String] {
    let data = head?.element("docdata")
    return [
      data?.element("date.issue")?["norm"], data?.element("date.release")?["norm"],
      head?.element("pubdata")?["date.publication"], bodyHead?.first("story.date")?["norm"],
      bodyHead?.first("story.date")?.line,
    ].compactMap(\.self)
  }

  private static func source(_ head: XMLElement?, _ bodyHead: XMLElement?) -> String? {
    let data = head?.element("docdata")
    return [
      head?.element("pubdata")?["name"], bodyHead?.element("distributor")?.line,
      data?.element("doc.copyright")?["holder"], bodyHead?.first("copyrite.holder")?.line,
      data?.element("doc-id")?["regsrc"],
    ].lazy.compactMap(\.self).first { !$0.isEmpty }
  }
}
