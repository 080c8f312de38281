/// Puts articles into stories, one after the other in the order of the store: a story is one happening, an article is in one story.
///
/// The same articles in the same order give the same stories. The cost of an article depends on the stories it may belong to, not
/// on how many there are; what is kept of stories that may still grow is bounded.
package struct StoryGrouper: Sendable {
  /// What an article's text must have in common with a story's, and when.
  package struct Limits: Sendable {
    /// Days between an article and the story's nearest.
    package var gap: Int32 = 3
    /// Days between the first and the last article of a story.
    package var length: Int32 = 21
    /// Share of runs of four words from which texts are copies of one another.
    package var copy: Float = 0.35
    /// Least cosine of an article of the same day.
    package var likeness: Float = 0.34
    /// How much more for each day between.
    package var dayStep: Float = 0.04
    /// How much more where no party or place is shared.
    package var strangers: Float = 0.15

    package init() {}
  }

  private let limits: Limits
  private var statistics = TermStatistics()
  private var index = StoryIndex()
  private var storyCount = 0

  private static let articleTerms = 40
  private static let storyTerms = 48
  private static let indexedTerms = 12
  private static let candidateLimit = 32

  package init(limits: Limits = Limits()) { self.limits = limits }

  /// The number of the article's story, from 0: that of an earlier article, or the next one.
  package mutating func add(_ article: StoryArticle) -> Int {
    statistics.add(article.words)
    let vector = TermVector(article.words, statistics, limit: Self.articleTerms)
    let key = vector.heaviest(Self.indexedTerms)
    if let story = best(article, vector, key) {
      index.update(story, terms: key) { $0.add(article, vector, termLimit: Self.storyTerms) }
      return story
    }
    defer { storyCount += 1 }
    index.insert(OpenStory(article, vector), as: storyCount, terms: key)
    return storyCount
  }

  /// Memory of what is kept to compare with, in bytes, about.
  package var byteCount: Int { index.byteCount }

  private func best(_ article: StoryArticle, _ vector: TermVector, _ key: [UInt32]) -> Int? {
    var best: (story: Int, score: Float)?
    for number in index.candidates(key, limit: Self.candidateLimit) {
      guard let story = index[number], let score = score(article, vector, story) else { continue }
      if best.map({ score > $0.score }) ?? true { best = (number, score) }
    }
    return best?.story
  }

  /// How well an article fits into a story; nil where it does not belong there.
  private func score(_ article: StoryArticle, _ vector: TermVector, _ story: OpenStory) -> Float? {
    guard let gap = story.gap(to: article.day, within: limits) else { return nil }
    let copied = story.copied(article.signature)
    if copied >= limits.copy { return 1 + copied }
    let likeness = vector.likeness(to: story.vector)
    let needed =
      limits.likeness + Float(gap) * limits.dayStep + (story.sharesName(article.names) ? 0 : limits.strangers)
    return likeness >= needed ? likeness - needed : nil
  }
}
