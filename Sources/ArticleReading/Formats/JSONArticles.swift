import JSONCoding

/// Reads the articles of a JSON text: an object, an array, one object a line, or objects one after the other.
///
/// A broken object costs only itself where the next one begins on a line of its own; a broken array costs all of it.
struct JSONArticles {
  let text: [UInt8]
  let builder: ArticleBuilder
  private var result = ReadingResult()
  private var lines = LineCounter()

  init(text: [UInt8], builder: ArticleBuilder) {
    self.text = text
    self.builder = builder
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
        reject(next..<start, Self.code(error, in: text), error.message, at: error.offset)
      }
    }
    guard !result.articles.isEmpty else {
      throw result.rejections.first?.error ?? ReadingError(.noText, "there is no article in the file")
    }
    return result
  }

  private func value(at start: Int) -> Result<(records: [Record], end: Int), JSONError> {
    var json = JSONReader(
      text, in: start..<text.count, maximumDepth: builder.limits.jsonDepth, loneSurrogates: .replaced)
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

  private mutating func add(_ record: Record) throws(ReadingError) {
    switch build(record) {
    case .success(let built?):
      guard result.articles.count < builder.limits.articles else {
        throw ReadingError(.tooLarge, "the file has more than \(builder.limits.articles) articles; split it")
      }
      result.articles.append(built.article)
      for warning in built.warnings {
        result.warnings.append(place(warning.code, warning.message, at: record.range.lowerBound))
      }
    case .success(nil) where record.nested.isEmpty:
      reject(record.range, .noText, Self.noText, at: record.range.lowerBound)
    case .success(nil):
      for nested in record.nested { try add(nested) }
    case .failure(let error):
      reject(record.range, error.code, error.message, at: record.range.lowerBound)
    }
  }

  /// Makes the article of an object; nil if it has no text.
  private func build(_ record: Record) -> Result<ArticleBuilder.Built?, ReadingError> {
    do {
      guard let draft = try draft(record.fields) else { return .success(nil) }
      return .success(try builder.build(draft, id: ContentHash.hex(text[record.range])))
    } catch {
      return .failure(error)
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

  private mutating func reject(_ range: Range<Int>, _ code: ReadingError.Code, _ message: String, at offset: Int) {
    let error = place(code, message, at: offset)
    result.rejections.append(ReadingResult.Rejection(error: error, bytes: Array(text[range])))
  }

  private mutating func place(_ code: ReadingError.Code, _ message: String, at offset: Int) -> ReadingError {
    ReadingError(code, message, offset: offset, line: lines.line(at: offset, of: text))
  }
}

/// Counts lines up to ever later places, each line once.
private struct LineCounter {
  private var offset = 0
  private var line = 1

  mutating func line(at place: Int, of text: [UInt8]) -> Int {
    if place < offset { (offset, line) = (0, 1) }
    for byte in text[offset..<place] where byte == UInt8(ascii: "\n") { line += 1 }
    offset = place
    return line
  }
}
