import JSONCoding

/// Reads the articles of a JSON text: an object, an array, one object a line, or objects one after the other.
///
/// A broken object costs only itself where the next one begins on a line of its own; a broken array costs all of it.
struct JSONArticles {
  private let text: [UInt8]
  private var articles: ArticleCollector

  init(text: [UInt8], builder: ArticleBuilder) {
    self.text = text
    articles = ArticleCollector(text: text, builder: builder)
  }

  /// An article's object, and where it stands.
  private struct Record {
    var fields: ArticleFields
    var range: Range<Int>
    /// Articles in a list of the object: `{"articles": […]}`.
    var nested: [Record] = []
  }

  mutating func read() throws(ReadingError) -> ReadingResult {
    var start = 0
    while let next = text[start...].firstIndex(where: { !$0.isSpace }) {
      switch value(at: next) {
      case .success(let value):
        for record in value.records { try add(record) }
        start = value.end
      case .failure(let error):
        start = text[next...].firstIndex(of: "\n{".bytes) ?? text.count
        articles.reject(next..<start, Self.code(error, in: text), error.message, at: error.offset)
      }
    }
    return try articles.finish()
  }

  private func value(at start: Int) -> Result<(records: [Record], end: Int), JSONError> {
    var json = JSONReader(
      text, in: start..<text.count, maximumDepth: articles.builder.limits.jsonDepth, loneSurrogates: .replaced)
    do {
      return .success((try records(&json), json.offset))
    } catch {
      return .failure(error)
    }
  }

  /// An error at the very end means that the rest is missing.
  private static func code(_ error: JSONError, in text: [UInt8]) -> ReadingError.Code {
    text[error.offset...].allSatisfy(\.isSpace) ? .truncated : .malformed
  }

  // MARK: - Reading

  /// Reads one value: an object, or an array of objects.
  private func records(_ json: inout JSONReader) throws(JSONError) -> [Record] {
    guard try json.peek() == .array else { return [try record(&json)] }
    return try list(&json)
  }

  private func list(_ json: inout JSONReader) throws(JSONError) -> [Record] {
    var records: [Record] = []
    try json.readArray { (json) throws(JSONError) in records.append(try record(&json)) }
    return records
  }

  private func record(_ json: inout JSONReader) throws(JSONError) -> Record {
    guard try json.peek() == .object else {
      throw JSONError("expected an article, which is an object, found \(try json.peek())", offset: json.offset)
    }
    var record = Record(fields: ArticleFields(), range: json.offset..<json.offset)
    try json.readObject { (key, json) throws(JSONError) in
      if Self.listNames.contains(key), try json.peek() == .array, let nested = try nestedList(&json) {
        record.nested += nested
      } else {
        record.fields.add(key, try json.readValue())
      }
    }
    record.range = record.range.lowerBound..<json.offset
    return record
  }

  private static let listNames: Set = ["articles", "items", "results", "docs", "data", "news", "entries", "response"]

  /// The articles of a list within an object; nil, and nothing read, if it is no list of objects.
  private func nestedList(_ json: inout JSONReader) throws(JSONError) -> [Record]? {
    let before = json
    guard let records = try? list(&json) else {
      json = before
      return nil
    }
    return records
  }

  // MARK: - Building

  private mutating func add(_ record: Record, in feed: FeedHeader = FeedHeader()) throws(ReadingError) {
    let draft: ArticleDraft?
    do throws(ReadingError) {
      draft = try self.draft(record.fields)
    } catch {
      return articles.reject(record.range, error.code, error.message, at: record.range.lowerBound)
    }
    if let draft {
      try articles.add(feed.completing(draft), from: record.range)
    } else if record.nested.isEmpty {
      articles.reject(record.range, .noText, Self.noText, at: record.range.lowerBound)
    } else {
      let header = record.fields.feedHeader
      for nested in record.nested { try add(nested, in: header) }
    }
  }

  private static let noText = "the object has no article text: expected a member \"text\""

  /// What the object says of an article; nil if it has no text.
  private func draft(_ fields: ArticleFields) throws(ReadingError) -> ArticleDraft? {
    guard let text = try fields.text() else { return nil }
    return ArticleDraft(
      title: fields.title, text: text, dates: fields.dates, source: fields.source, url: fields.url,
      language: fields.language)
  }
}
