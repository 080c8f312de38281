import NewsModel

/// What is known of a file from outside.
struct Occasion {
  /// The last part of the file's name; nil if it has none.
  let file: String?
  /// The day the file was last changed.
  let modified: CalendarDate?
  /// The date given with the file, normalised.
  let date: String?

  init(name: String, modified: CalendarDate?, date: String?) throws(ReadingError) {
    file = name.utf8.split(separator: UInt8(ascii: "/")).last.map { String(decoding: $0, as: UTF8.self) }
    self.modified = modified
    guard let date else {
      self.date = nil
      return
    }
    guard let read = DateReader.read(date) else {
      throw ReadingError(.date, "\"\(date.prefix(100))\" is no date; write it as 2022-01-10")
    }
    self.date = read
  }
}

/// Makes articles of what the formats found: cleans the text and settles date, source and language.
struct ArticleBuilder {
  let limits: ReadingLimits
  let occasion: Occasion

  /// An article, and what was wrong with it.
  struct Built {
    var article: Article
    var warnings: [ReadingError]
  }

  /// Makes one article.
  func build(_ draft: ArticleDraft, id: String) throws(ReadingError) -> Built {
    guard draft.text.count <= limits.textBytes else {
      let message = "the text has \(draft.text.count) bytes, more than \(limits.textBytes): more than any article"
      throw ReadingError(.tooLarge, message)
    }
    let story = Story(draft.text, title: draft.title, anchor: occasion.modified)
    guard Self.isStory(story.text) else { throw ReadingError(.noText, "there is no story text in it") }
    let language = LanguageDetector.language(of: story.text[...]) ?? Self.declared(draft.language)
    var article = Article(id: id, text: String(decoding: story.text, as: UTF8.self))
    article.title = draft.title.flatMap { $0.isEmpty ? nil : $0 }
    article.source = draft.source.map { Whitespace.line($0.slice) }.flatMap { $0.isEmpty ? nil : $0 } ?? story.agency
    article.url = draft.url
    article.language = language
    article.file = occasion.file
    let warnings = date(&article, draft, story)
    return Built(article: article, warnings: warnings)
  }

  /// Settles the date: who hands the file over, the metadata, the text, the file.
  private func date(_ article: inout Article, _ draft: ArticleDraft, _ story: Story) -> [ReadingError] {
    let read = draft.dates.lazy.compactMap(DateReader.read).first
    if let date = occasion.date ?? read ?? story.date {
      (article.date, article.dateBasis) = (date, .metadata)
    } else if let day = story.datelineDay {
      (article.date, article.dateBasis) = (day.description, .dateline)
    } else if let day = occasion.modified {
      (article.date, article.dateBasis) = (day.description, .file)
    }
    guard read == nil, let unread = draft.dates.first else { return [] }
    let message =
      "the date \"\(unread.prefix(100))\" cannot be read; the article's date is \(article.date ?? "unknown")"
    return [ReadingError(.date, message)]
  }

  /// Whether there are three words, or a few letters of a script that does not part words.
  private static func isStory(_ text: [UInt8]) -> Bool {
    var words = 0
    var letters = 0
    var wasWord = false
    for byte in text {
      if byte >= 0x80 { letters += 1 }
      if byte.isWord, !wasWord { words += 1 }
      if words >= 3 || letters >= 12 { return true }
      wasWord = byte.isWord
    }
    return false
  }

  /// The code of a declared language: `en` of "en-GB" and "en_US".
  private static func declared(_ language: String?) -> String? {
    guard let letters = language?.utf8.prefix(while: { $0.isLetter }), (2...3).contains(letters.count) else {
      return nil
    }
    return String(decoding: letters.map(\.lowercased), as: UTF8.self)
  }
}
