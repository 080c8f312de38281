import NewsModel

/// Which article of a store is in which story.
///
/// Derived from the articles alone, in their order: it need not be stored, and comes out the same after every restart. Eight bytes
/// an article, twelve a story, and what the grouper compares with, which is bounded.
package struct StoryBook: Sendable {
  private struct Row: Sendable {
    var first: UInt32
    var last: UInt32
    var count: UInt32
  }

  private var grouper: StoryGrouper
  private var stories: [Row] = []
  /// By article, its story, and the number of the article before it in the story; 0 for none.
  private var storyOfArticle: [UInt32] = []
  private var previous: [UInt32] = []
  /// Number of the first article.
  private let start: Int

  /// A book of the articles from number `start` on.
  package init(start: Int, grouper: StoryGrouper = StoryGrouper()) {
    self.start = start
    self.grouper = grouper
  }

  /// Number of the next article to be added.
  package var end: Int { start + storyOfArticle.count }

  package var storyCount: Int { stories.count }

  /// Adds the article of number `end`.
  package mutating func add(_ article: StoryArticle) {
    let number = UInt32(end)
    let story = grouper.add(article)
    storyOfArticle.append(UInt32(story))
    if story == stories.count {
      stories.append(Row(first: number, last: number, count: 1))
      previous.append(0)
    } else {
      previous.append(stories[story].last)
      stories[story].last = number
      stories[story].count += 1
    }
  }

  /// Adds an article that cannot be read: a story of its own.
  package mutating func addUnreadable() {
    // The grouper numbers its own stories; an article without words joins none and is joined by none.
    add(StoryArticle(Article(id: "", text: ""), events: [], number: end))
  }

  /// Numbers of the articles of the story that has an article, in their order; empty where there is no such article.
  package func articles(inStoryOf article: Int) -> [Int] {
    guard article >= start, article < end else { return [] }
    var numbers: [Int] = []
    var number = stories[Int(storyOfArticle[article - start])].last
    while number > 0 {
      numbers.append(Int(number))
      number = previous[Int(number) - start]
    }
    return numbers.reversed()
  }

  /// Whether an article is the last of its story so far.
  package func isLast(_ article: Int) -> Bool {
    article >= start && article < end && stories[Int(storyOfArticle[article - start])].last == article
  }

  /// Bytes that it takes, about.
  package var byteCount: Int { storyOfArticle.count * 8 + stories.count * 12 + grouper.byteCount }
}
