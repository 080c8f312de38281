/// The messages of a file: one, or those of a mailbox, which mail filters write (mbox, RFC 4155).
enum Mailbox {
  /// Where the messages stand, without the lines that part them; nil if the file holds none.
  static func messages(_ file: [UInt8], name: String) -> [Range<Int>]? {
    guard isSeparator(file[...]) else {
      return MailMessage.isMessage(file[...], name: name) ? [file.indices] : nil
    }
    var ranges: [Range<Int>] = []
    var start = lineEnd(file, from: 0)
    guard MailMessage.isMessage(file[start...], name: "message.eml") else { return nil }
    var index = start
    while index < file.count {
      let end = lineEnd(file, from: index)
      // A message may have such a line of its own; only one behind an empty line and before a header parts two.
      let isEmpty = file[index..<end].allSatisfy(\.isSpace)
      if isEmpty, isSeparator(file[end...]) {
        let next = lineEnd(file, from: end)
        if MailMessage.isMessage(file[next...], name: "message.eml") {
          ranges.append(start..<index)
          (start, index) = (next, next)
          continue
        }
      }
      index = end
    }
    ranges.append(start..<file.count)
    return ranges
  }

  private static func isSeparator(_ rest: Bytes) -> Bool { rest.starts(with: "From ".utf8) }

  /// Where the next line begins.
  private static func lineEnd(_ file: [UInt8], from index: Int) -> Int {
    file[index...].firstIndex(of: 0x0A).map { $0 + 1 } ?? file.count
  }
}

/// Reads the articles of mail: each message is one.
struct MailArticles {
  private let file: [UInt8]
  private let messages: [Range<Int>]
  private var articles: ArticleCollector

  /// - Parameter messages: where they stand in the file.
  init(file: [UInt8], messages: [Range<Int>], builder: ArticleBuilder) {
    self.file = file
    self.messages = messages
    articles = ArticleCollector(text: file, builder: builder)
  }

  mutating func read() throws(ReadingError) -> ReadingResult {
    for range in messages {
      let draft: ArticleDraft
      do throws(ReadingError) {
        draft = try MailMessage(file[range], limits: articles.builder.limits).draft()
      } catch {
        let offset = min(max(error.offset ?? 0, range.lowerBound), range.upperBound)
        articles.reject(range, error.code, error.message, at: offset)
        continue
      }
      try articles.add(draft, from: range)
    }
    return try articles.finish()
  }
}
