import JSONCoding

/// An article's fields in a JSON object, under the names that news-please, newspaper, schema.org, NewsAPI and others
/// use.
///
/// Names are compared without case, hyphens and underscores: `date_publish`, `datePublish` and `Date-Publish` are one.
struct ArticleFields {
  private var values: [String: JSONValue] = [:]

  init(_ object: JSONObject) {
    for member in object.members { add(member.key, member.value) }
  }

  init() {}

  mutating func add(_ name: String, _ value: JSONValue) {
    let folded = name.utf8.filter { $0.isWord && $0 != UInt8(ascii: "_") }.map(\.lowercased)
    let key = String(decoding: folded, as: UTF8.self)
    if values[key] == nil, !value.isNull { values[key] = value }
  }

  var title: String? { first(Self.titleNames).map { Markup.plain($0) } }

  /// The paragraphs, parted by newlines; nil if there is no text. Throws if the text is HTML that is refused.
  func text() throws(ReadingError) -> [UInt8]? {
    for name in Self.textNames {
      guard let text = values[name].flatMap(Self.text), text.contains(where: { !$0.isSpace }) else { continue }
      return Markup.isIn(text[...]) ? try Markup.paragraphs(text) : PlainText.unwrapped(text[...])
    }
    return nil
  }

  /// All dates there are, the best first.
  var dates: [String] { Self.dateNames.compactMap { values[$0].flatMap(Self.date) } }

  var source: String? { first(Self.sourceNames).map { Markup.plain($0) } }

  var url: String? { Self.urlNames.lazy.compactMap { values[$0].flatMap(Self.word) }.first { $0.hasPrefix("http") } }

  var language: String? { first(["language", "lang", "inlanguage", "metalang"]) }

  /// What a JSON Feed (jsonfeed.org) says of itself; of other lists nothing is known.
  var feedHeader: FeedHeader {
    guard first(["version"])?.hasPrefix("https://jsonfeed.org/") == true else { return FeedHeader() }
    return FeedHeader(source: title, language: language)
  }

  // MARK: - Names, the best first

  private static let titleNames = ["headline", "title", "heading", "name"]
  private static let textNames = [
    "articlebody", "maintext", "text", "body", "content", "fulltext", "articletext", "bodytext", "cleanedtext", "story",
    "contenthtml", "contenttext", "bodyhtml", "bodyxhtml", "paragraphs", "article",
  ]
  private static let dateNames = [
    "datepublished", "datepublish", "publishdate", "publisheddate", "publishedat", "published", "publishedtime",
    "pubdate",
    "publicationdate", "firstpublished", "versioncreated", "firstcreated", "date", "datetime", "created", "createdat",
    "datecreated", "timestamp",
    "datemodified", "datemodify", "updated", "updatedat",
  ]
  private static let sourceNames = [
    "publisher", "infosource", "source", "sourcename", "site", "sitename", "publication", "outlet", "newspaper",
    "provider", "agency",
    "copyrightholder", "sourcedomain", "domain",
  ]
  private static let urlNames = [
    "url", "link", "canonicallink", "canonicalurl", "permalink", "uri", "id", "mainentityofpage",
  ]

  // MARK: - Values

  private func first(_ names: [String]) -> String? {
    names.lazy.compactMap { values[$0].flatMap(Self.word) }.first { !$0.isEmpty }
  }

  /// A string, the name within an object, or the first of a list.
  private static func word(_ value: JSONValue) -> String? {
    switch value {
    case .string(let word): return word
    case .array(let list): return list.first.flatMap { $0.array == nil ? word($0) : nil }
    case .object(let object):
      return ["name", "rendered", "title", "@id", "url", "value"].lazy.compactMap { object[$0]?.string }.first
    default: return nil
    }
  }

  /// A string, what an object renders, or the strings of a list as paragraphs.
  private static func text(_ value: JSONValue) -> [UInt8]? {
    if let list = value.array {
      return Array(list.compactMap(word).map { Array($0.utf8) }.joined(separator: [0x0A]))
    }
    return word(value).map { Array($0.utf8) }
  }

  /// A string, or the seconds or milliseconds of Unix time.
  private static func date(_ value: JSONValue) -> String? {
    if let number = value.double, number >= 1e8, number < 1e14 {
      return DateReader.day(secondsSinceEpoch: number < 1e11 ? number : number / 1000)
    }
    return value["$date"].flatMap(date) ?? word(value)
  }
}
