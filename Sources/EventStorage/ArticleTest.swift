package import NewsModel

/// A filter of events made ready to be asked of articles, as `articles.query` asks it: id, source and date of the article itself,
/// all else of at least one of its events.
package struct ArticleTest: Sendable {
  private let ofArticle: EventMatcher
  private let ofEvents: EventMatcher

  /// - Parameter now: what "3d" and "today" count from.
  package init(_ filter: EventFilter, now: Timestamp) {
    ofArticle = EventMatcher(filter, now: now)
    var rest = filter
    (rest.since, rest.until, rest.articles, rest.sources) = (nil, nil, [], [])
    ofEvents = EventMatcher(rest, now: now)
  }

  package func matches(_ article: ArticleRecord) -> Bool {
    let (block, index) = (article.block, article.index)
    guard ofArticle.matchesArticle(block.columns, block.columns.articles[index]) else { return false }
    return ofArticle.isAboutArticles
      || block.events(ofArticle: index).contains { ofEvents.matches(block.columns, $0) }
  }
}

extension StoreView {
  /// The article of that number; nil where it is gone or not yet there. O(log n).
  package func article(number: Int) -> ArticleRecord? {
    guard number >= firstArticle, number < endArticle else { return nil }
    let block = block(firstBlock(endingAfter: number, \.endArticle))
    return ArticleRecord(block: block, index: number - block.firstArticle)
  }

  /// Numbers of the articles that are here.
  package var articleNumbers: Range<Int> { firstArticle..<endArticle }
}
