/// What a feed says of itself, for entries that do not say it.
struct FeedHeader {
  var source: String?
  var language: String?

  init(source: String? = nil, language: String? = nil) {
    self.source = source
    self.language = language
  }

  /// - Parameter root: The feed without its entries.
  init(_ root: XMLElement?) {
    let channel = root?.element("channel") ?? root
    source = channel?.element("title")?.line ?? channel?.element("dc:publisher")?.line
    language =
      channel?.element("language")?.line ?? channel?.element("dc:language")?.line ?? channel?["xml:lang"]
      ?? root?["xml:lang"]
  }

  func completing(_ draft: ArticleDraft) -> ArticleDraft {
    var draft = draft
    draft.source = draft.source ?? source
    draft.language = draft.language ?? language
    return draft
  }
}
