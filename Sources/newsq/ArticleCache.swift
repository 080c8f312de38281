import JSONCoding
import NewsModel

/// The articles that events were read from, asked for many at a time; their texts are not.
final class ArticleCache {
  private let connection: Connection
  private var articles: [String: Article] = [:]

  /// Ids in one question.
  private static let pageSize = 100
  /// Articles kept; events come in the order of their articles, so old ones are not asked for again.
  private static let capacity = 10_000

  init(_ connection: Connection) { self.connection = connection }

  subscript(id: String) -> Article? { articles[id] }

  /// Makes sure that these articles are at hand, as far as newsd has them.
  func fetch(_ ids: some Sequence<String>) throws(Ending) {
    if articles.count > Self.capacity { articles.removeAll() }
    var missing = Array(Set(ids).subtracting(articles.keys))[...]
    while !missing.isEmpty {
      let some = missing.prefix(Self.pageSize)
      missing = missing.dropFirst(Self.pageSize)
      var query = ListQuery(
        "articles.query", member: "articles", ["article": .array(some.map(JSONValue.string))])
      query.isOldestFirst = true
      for item in try query.run(connection, limit: some.count).items {
        let article = try Article(answer: item)
        articles[article.id] = article
      }
    }
  }
}
