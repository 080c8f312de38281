/// Gathers the articles of a file of many, and what of it could not be read.
struct ArticleCollector {
  let builder: ArticleBuilder
  private let text: [UInt8]
  private var result = ReadingResult()
  private var lines = LineCounter()

  /// - Parameter text: The file; all places count in it.
  init(text: [UInt8], builder: ArticleBuilder) {
    self.text = text
    self.builder = builder
  }

  /// Makes an article of what stands at `range`, whose hash becomes its id, or rejects it.
  ///
  /// - Throws: Only if the file has more articles than any.
  mutating func add(_ draft: ArticleDraft, from range: Range<Int>) throws(ReadingError) {
    guard result.articles.count < builder.limits.articles else {
      throw ReadingError(.tooLarge, "the file has more than \(builder.limits.articles) articles; split it")
    }
    do throws(ReadingError) {
      let built = try builder.build(draft, id: ContentHash.hex(text[range]))
      result.articles.append(built.article)
      for warning in built.warnings {
        result.warnings.append(place(warning.code, warning.message, at: range.lowerBound))
      }
    } catch {
      reject(range, error.code, error.message, at: range.lowerBound)
    }
  }

  mutating func reject(_ range: Range<Int>, _ code: ReadingError.Code, _ message: String, at offset: Int) {
    let error = place(code, message, at: offset)
    result.rejections.append(ReadingResult.Rejection(error: error, bytes: Array(text[range])))
  }

  /// What there is. Throws if that is no article.
  func finish() throws(ReadingError) -> ReadingResult {
    guard !result.articles.isEmpty else {
      throw result.rejections.first?.error ?? ReadingError(.noText, "there is no article in the file")
    }
    return result
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
