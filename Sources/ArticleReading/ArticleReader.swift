package import NewsModel

/// Reads the articles of a file: bytes in, stories with title, date and source out.
///
/// Plain text, HTML pages, JSON and JSON Lines, RSS and Atom, NewsML-G2 and NITF, mail messages, each also packed by
/// gzip. The content decides what a file is, its name only where the content leaves it open. Nothing depends on the
/// day the program runs.
package struct ArticleReader: Sendable {
  package let limits: ReadingLimits

  package init(limits: ReadingLimits = .standard) { self.limits = limits }

  /// Reads every article of a file.
  ///
  /// - Parameters:
  ///   - name: The file's name; its last part becomes `Article.file`.
  ///   - modified: The day the file was last changed: the date of an article that tells none itself.
  ///   - date: A date from whoever hands the file over; goes before the article's own.
  /// - Throws: An error if no article could be read. If some could, the others are the result's `rejections`.
  package func read(
    _ bytes: [UInt8], name: String, modified: CalendarDate?, date: String? = nil
  ) throws(ReadingError) -> ReadingResult {
    let occasion = try Occasion(name: name, modified: modified, date: date)
    let file = try unpack(bytes)
    if let messages = Mailbox.messages(file, name: occasion.file ?? "") {
      let builder = ArticleBuilder(limits: limits, occasion: occasion)
      var reader = MailArticles(file: file, messages: messages, builder: builder)
      return try reader.read()
    }
    let text = try DecodedText(file)
    var result = try read(text, occasion)
    if let stray = text.firstStrayByte {
      let message = "not all of it is UTF-8; single bytes were read as Windows-1252"
      result.warnings.append(ReadingError(.encoding, message, offset: stray))
    }
    return result
  }

  /// Reads a text in the format that its content shows.
  private func read(_ text: DecodedText, _ occasion: Occasion) throws(ReadingError) -> ReadingResult {
    let builder = ArticleBuilder(limits: limits, occasion: occasion)
    switch try ContentKind(text, name: occasion.file ?? "") {
    case .xml:
      var reader = XMLArticles(text: text.bytes, builder: builder)
      return try reader.read()
    case .json:
      var reader = JSONArticles(text: text.bytes, builder: builder)
      return try reader.read()
    case .html: return try read(try HTMLPage(text, limits: limits).draft(), id: text.id, builder)
    case .text:
      guard text.bytes.count <= limits.pageBytes else {
        throw ReadingError(.tooLarge, "the text has \(text.bytes.count) bytes, more than \(limits.pageBytes); split it")
      }
      return try read(PlainText.draft(text.bytes), id: text.id, builder)
    }
  }

  /// Checks the file's size and unpacks it.
  private func unpack(_ bytes: [UInt8]) throws(ReadingError) -> [UInt8] {
    guard bytes.count <= limits.fileBytes else {
      let message = "the file has \(bytes.count) bytes, more than \(limits.fileBytes); split it"
      throw ReadingError(.tooLarge, message)
    }
    return Gzip.isPacked(bytes) ? try Gzip.unpack(bytes, atMost: limits.unpackedBytes) : bytes
  }

  /// Reads a file that is one article.
  private func read(
    _ draft: ArticleDraft, id: String, _ builder: ArticleBuilder
  ) throws(ReadingError) -> ReadingResult {
    let built = try builder.build(draft, id: id)
    var result = ReadingResult()
    result.articles = [built.article]
    result.warnings = built.warnings
    return result
  }
}
