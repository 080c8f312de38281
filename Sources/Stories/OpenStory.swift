/// What is kept of a story that may still grow.
struct OpenStory: Sendable {
  private(set) var vector: TermVector
  /// Signatures of its latest articles.
  private var signatures: [TextSignature]
  /// Hashed names of parties and places, sorted.
  private(set) var names: [UInt32]
  private var days: ClosedRange<Int32>?
  private var articles: Float = 1

  private static let signatureLimit = 4
  private static let nameLimit = 64

  init(_ article: StoryArticle, _ vector: TermVector) {
    self.vector = vector
    signatures = [article.signature]
    names = Array(article.names.prefix(Self.nameLimit))
    days = article.day.map { $0...$0 }
  }

  /// Takes an article in. A new one moves the story's words by its share, but never by less than a fifth: stories go on.
  mutating func add(_ article: StoryArticle, _ vector: TermVector, termLimit: Int) {
    articles += 1
    self.vector.blend(vector, share: max(0.2, 1 / articles), limit: termLimit)
    signatures.append(article.signature)
    if signatures.count > Self.signatureLimit { signatures.removeFirst() }
    names = Array(Set(names).union(article.names).sorted().prefix(Self.nameLimit))
    guard let day = article.day else { return }
    days = days.map { min($0.lowerBound, day)...max($0.upperBound, day) } ?? day...day
  }

  /// Days from the story to an article of that day, 0 within it; nil where it is too far away. Without a date, as far as may be.
  func gap(to day: Int32?, within limits: StoryGrouper.Limits) -> Int32? {
    guard let day, let days else { return limits.gap }
    let gap = max(days.lowerBound - day, day - days.upperBound, 0)
    let length = max(days.upperBound, day) - min(days.lowerBound, day)
    return gap <= limits.gap && length <= limits.length ? gap : nil
  }

  /// The share of text in common with the article that has most.
  func copied(_ signature: TextSignature) -> Float { signatures.map { $0.likeness(to: signature) }.max() ?? 0 }

  func sharesName(_ others: [UInt32]) -> Bool {
    var (i, j) = (0, 0)
    while i < names.count, j < others.count {
      if names[i] == others[j] { return true }
      if names[i] < others[j] { i += 1 } else { j += 1 }
    }
    return false
  }

  /// Bytes it takes, about.
  var byteCount: Int { vector.weights.count * 8 + signatures.count * 288 + names.count * 4 + 160 }
}
