/// What a page says of its article outside of the text.
struct HTMLMetadata {
  /// The `<title>`.
  private(set) var title: String?
  /// The first `<h1>`.
  private(set) var heading: String?
  /// What the page's linked data (JSON-LD) say.
  private(set) var linked = LinkedData()
  /// Contents of `<meta>` by property or name in lower case; the first of a name counts.
  private var properties: [String: String] = [:]
  private var canonical: String?
  private var language: String?
  /// Times of `<time>`: the one marked as the publication's, the first in an article, the first of all.
  private var publishedTime: String?
  private var articleTime: String?
  private var firstTime: String?

  // MARK: - Collecting

  /// Takes what a tag says.
  mutating func add(_ tag: HTMLTag, _ attributes: HTMLAttributes, isInArticle: Bool) {
    switch tag {
    case .html: if language == nil, !attributes.language.isEmpty { language = attributes.language }
    case .link: if canonical == nil, attributes.rel == "canonical" { canonical = attributes.href }
    case .meta:
      let name = (attributes.property.isEmpty ? attributes.itemprop : attributes.property).lowercased()
      if !name.isEmpty, !attributes.content.isEmpty, properties[name] == nil { properties[name] = attributes.content }
    case .time: addTime(attributes, isInArticle: isInArticle)
    default:
      if attributes.itemprop == "datePublished", !attributes.content.isEmpty, publishedTime == nil {
        publishedTime = attributes.content
      }
    }
  }

  private mutating func addTime(_ attributes: HTMLAttributes, isInArticle: Bool) {
    let time = attributes.datetime.isEmpty ? attributes.content : attributes.datetime
    guard !time.isEmpty else { return }
    if attributes.itemprop == "datePublished", publishedTime == nil { publishedTime = time }
    if isInArticle, articleTime == nil { articleTime = time }
    if firstTime == nil { firstTime = time }
  }

  /// Takes the text of an element that was captured.
  mutating func add(_ capture: HTMLScope.Capture, _ text: [UInt8]) {
    switch capture {
    case .none: break
    case .title: title = Whitespace.line(text[...])
    case .heading: heading = Whitespace.line(text[...])
    case .linkedData: linked.add(text)
    }
  }

  // MARK: - Choosing

  /// The article as far as metadata tell; its text is empty.
  var draft: ArticleDraft {
    var draft = ArticleDraft()
    let site = first("og:site_name", "application-name", "dc.publisher", "dcterms.publisher", "publisher")
    draft.source = linked.source ?? site
    let title =
      (isMisnamed ? heading : linked.title) ?? first("og:title", "twitter:title", "dc.title", "headline", "title")
      ?? heading ?? self.title
    draft.title = title.map { PageTitle.withoutSite($0, site: draft.source, heading: heading) }
    draft.dates =
      linked.dates + Self.dateProperties.compactMap { properties[$0] }
      + [publishedTime, articleTime].compactMap(\.self)
      + Self.changeProperties.compactMap { properties[$0] } + [firstTime].compactMap(\.self)
    draft.url = [canonical, properties["og:url"], linked.url].lazy.compactMap(\.self).first { $0.hasPrefix("http") }
    draft.language = linked.language ?? language ?? first("og:locale", "content-language", "dc.language", "language")
    return draft
  }

  /// Whether the linked data call the article otherwise than the page's title and heading, which agree.
  private var isMisnamed: Bool {
    guard let linked = linked.title, let heading, let title, heading.utf8.count >= 10 else { return false }
    return title.hasPrefix(heading) && !title.hasPrefix(linked) && !heading.hasPrefix(linked)
  }

  private func first(_ names: String...) -> String? { names.lazy.compactMap { properties[$0] }.first }

  /// Names under which pages give the day of publication, the most reliable first.
  private static let dateProperties = [
    "article:published_time", "og:article:published_time", "og:published_time", "article:published", "datepublished",
    "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "article.published", "publish-date",
    "publish_date", "publishdate", "pubdate", "publication_date", "published_date", "published-date", "published_time",
    "dcterms.created", "dc.date.issued", "dcterms.issued", "dc.date.created", "dc.date", "dcterms.date", "date",
    "article.created", "article_date_original", "originalpublicationdate", "release_date", "govuk:first-published-at",
    "article:post_date", "pub_date",
  ]
  /// Names under which they give the day of the last change.
  private static let changeProperties = ["article:modified_time", "og:updated_time", "datemodified", "last-modified"]
}

/// Takes the site's name off a page's title.
enum PageTitle {
  /// `title` up to a last ` | Site` or ` - Site`: one that names the site, or that the page's heading lacks.
  static func withoutSite(_ title: String, site: String?, heading: String?) -> String {
    let line = Whitespace.line(title.slice)
    if let heading, line.hasPrefix(heading), heading.utf8.count >= 10 { return heading }
    for separator in [" | ", " - ", " – ", " — ", " :: ", " • "] {
      guard let place = lastIndex(of: separator, in: line) else { continue }
      let rest = line.utf8.dropFirst(place + separator.utf8.count)
      let name = String(rest) ?? ""
      if separator == " | " || separator == " :: " || name.lowercased() == site?.lowercased() {
        return String(line.utf8.prefix(place)) ?? line
      }
    }
    return line
  }

  private static func lastIndex(of separator: String, in line: String) -> Int? {
    let bytes = Array(line.utf8)
    let wanted = Array(separator.utf8)
    var index = bytes.count - wanted.count
    while index > 0 {
      if bytes[index...].starts(with: wanted) { return index }
      index -= 1
    }
    return nil
  }
}
