package import ArticleReading
package import EventCoding
package import Linguistics
package import NewsModel

/// From the bytes of a file to its articles with their events: a pure function over immutable models.
///
/// Shared by all workers; each brings its own scratch memory.
package struct Pipeline: Sendable {
  private let reader: ArticleReader
  private let engine: LanguageEngine
  private let coder: EventCoder
  /// Events below this confidence are left out, 0…1.
  package var minimumConfidence: Double

  package init(
    reader: ArticleReader, engine: LanguageEngine, coder: EventCoder,
    minimumConfidence: Double = EventCoder.usualConfidence
  ) {
    self.reader = reader
    self.engine = engine
    self.coder = coder
    self.minimumConfidence = minimumConfidence
  }

  /// The same pipeline with other tables.
  package func with(coder: EventCoder, minimumConfidence: Double) -> Pipeline {
    Pipeline(reader: reader, engine: engine, coder: coder, minimumConfidence: minimumConfidence)
  }

  /// What a file gave.
  package struct Output: Sendable {
    package var articles: [CodedArticle]
    /// Parts of the file that could not be read, with their bytes.
    package var rejections: [ReadingResult.Rejection]
    package var warnings: [ReadingError]
  }

  /// Reads a file and codes its articles.
  ///
  /// - Parameters:
  ///   - name: the file's name, a hint only.
  ///   - modified: the day of its last change, for articles that say no date.
  ///   - date: the date of whoever submits it; goes before the article's own.
  package func process(
    _ bytes: [UInt8], name: String, modified: CalendarDate?, date: String? = nil, scratch: inout NetworkScratch
  ) throws(ReadingError) -> Output {
    let result = try reader.read(bytes, name: name, modified: modified, date: date)
    var articles: [CodedArticle] = []
    articles.reserveCapacity(result.articles.count)
    for article in result.articles {
      articles.append(CodedArticle(article: article, events: events(of: article, scratch: &scratch)))
    }
    return Output(articles: articles, rejections: result.rejections, warnings: result.warnings)
  }

  /// Whether events are looked for in an article: if it is English, or too short to tell.
  package static func isCoded(_ article: Article) -> Bool { article.language == nil || article.language == "en" }

  /// Codes an article anew and tells why its events are what they are; no events for one in another language than English.
  package func explain(_ article: Article, scratch: inout NetworkScratch) -> ArticleExplanation {
    guard Self.isCoded(article) else {
      return ArticleExplanation(article: article, events: [], rejected: [])
    }
    let document = engine.annotate(Array(article.text.utf8), date: article.day, scratch: &scratch)
    return coder.explain(article, document, keeping: minimumConfidence)
  }

  /// Who says what in the quotation marks of an article; nothing for one in another language than English.
  package func quotes(of article: Article, scratch: inout NetworkScratch) -> [Attribution] {
    guard Self.isCoded(article) else { return [] }
    return coder.quotes(article, engine.annotate(Array(article.text.utf8), date: article.day, scratch: &scratch))
  }

  /// The events of one article; none for an article in another language than English.
  package func events(of article: Article, scratch: inout NetworkScratch) -> [Event] {
    guard Self.isCoded(article) else { return [] }
    let document = engine.annotate(Array(article.text.utf8), date: article.day, scratch: &scratch)
    return coder.code(article, document, keeping: minimumConfidence)
  }
}
