import EventStorage
import NewsModel
import Stories

/// The stories of a store at one moment.
struct StoryReader {
  let view: StoreView
  let book: StoryBook

  /// The story of an article, itself named or through one of its events or its story: `s82e877f78b95c586`, `82e877f78b95c586`,
  /// `82e877f78b95c586-07`.
  func story(id: String) -> Story? {
    let article = id.hasPrefix("s") ? String(id.dropFirst()) : String(id.prefix { $0 != "-" })
    guard let number = view.article(id: article)?.number else { return nil }
    let articles = articles(inStoryOf: number)
    // A story is named by its first article; another's name with an "s" before it is none.
    if id.hasPrefix("s"), articles.first != number { return nil }
    return story(articles)
  }

  /// Stories of which an article matches, page by page, by the latest article of each.
  ///
  /// - Parameters:
  ///   - cursor: number of the last article of the story to go on from.
  ///   - limit: at least 1.
  ///   - minimumArticles: smaller stories are left out.
  func stories(
    _ test: ArticleTest, order: StoreOrder, after cursor: Int?, limit: Int, minimumArticles: Int
  ) -> (found: [Story], next: Int?) {
    var found: [Story] = []
    var last = 0
    for number in numbers(order, after: cursor) where book.isLast(number) {
      let articles = articles(inStoryOf: number)
      guard articles.count >= minimumArticles else { continue }
      guard articles.contains(where: { view.article(number: $0).map(test.matches) ?? false }) else { continue }
      if found.count == limit { return (found, last) }
      if let story = story(articles) { found.append(story) }
      last = number
    }
    return (found, nil)
  }

  private func numbers(_ order: StoreOrder, after cursor: Int?) -> any Sequence<Int> {
    let all = view.articleNumbers
    switch order {
    case .oldest:
      let first = max(all.lowerBound, (cursor ?? 0) + 1)
      return min(first, all.upperBound)..<all.upperBound
    case .newest:
      let end = max(all.lowerBound, min(all.upperBound, cursor ?? Int.max))
      return (all.lowerBound..<end).reversed()
    }
  }

  /// The articles of a story that are still in the store: a story is named after the first of them.
  private func articles(inStoryOf number: Int) -> [Int] {
    book.articles(inStoryOf: number).filter(view.articleNumbers.contains)
  }

  /// The events of so many articles, the latest, make those of a story.
  private static let toldLimit = 500

  private func story(_ numbers: [Int]) -> Story? {
    let firstTold = numbers.suffix(Self.toldLimit).first ?? 0
    let articles = numbers.compactMap { view.article(number: $0) }.compactMap { record in
      record.number >= firstTold
        ? try? record.codedArticle() : (try? record.article()).map { CodedArticle(article: $0, events: []) }
    }
    return articles.isEmpty ? nil : EventMerger.story(articles)
  }
}
