import JSONCoding

/// What the linked data of a page (schema.org in JSON-LD) say of its article.
struct LinkedData {
  private(set) var title: String?
  private(set) var text: [UInt8]?
  private(set) var dates: [String] = []
  private(set) var source: String?
  private(set) var url: String?
  private(set) var language: String?
  private var isFound = false

  /// Takes one script; one that is no JSON or holds no article changes nothing, as the page can be read without.
  mutating func add(_ script: [UInt8]) {
    guard !isFound else { return }
    var json = JSONReader(script, loneSurrogates: .replaced)
    guard let value = try? json.readValue(), let article = Self.article(in: value, depth: 0) else { return }
    let fields = ArticleFields(article)
    isFound = true
    (title, dates, source, url, language) = (fields.title, fields.dates, fields.source, fields.url, fields.language)
    text = try? fields.text()
  }

  /// The first object whose type is an article: the value itself, in a list, or in a graph.
  private static func article(in value: JSONValue, depth: Int) -> JSONObject? {
    guard depth < 4 else { return nil }
    switch value {
    case .array(let list): return list.lazy.compactMap { article(in: $0, depth: depth + 1) }.first
    case .object(let object):
      if isArticle(object["@type"]) { return object }
      return [object["@graph"], object["mainEntity"]].lazy
        .compactMap { $0.flatMap { article(in: $0, depth: depth + 1) } }.first
    default: return nil
    }
  }

  /// Article, NewsArticle, ReportageNewsArticle, BlogPosting, LiveBlogPosting, …
  private static func isArticle(_ type: JSONValue?) -> Bool {
    switch type {
    case .string(let name): name.hasSuffix("Article") || name.hasSuffix("BlogPosting")
    case .array(let names): names.contains(where: Self.isArticle)
    default: false
    }
  }
}
