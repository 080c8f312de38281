/// Reads the articles of an XML file: a feed's entries, a news message's items, or the one story of NITF.
///
/// What is complete is read; a file that is cut off or broken loses what follows, and that is told.
struct XMLArticles {
  private let text: [UInt8]
  private let limits: ReadingLimits
  private var articles: ArticleCollector

  init(text: [UInt8], builder: ArticleBuilder) {
    self.text = text
    limits = builder.limits
    articles = ArticleCollector(text: text, builder: builder)
  }

  /// What a record gave.
  private typealias Found = (draft: Result<ArticleDraft, ReadingError>, range: Range<Int>)

  mutating func read() throws(ReadingError) -> ReadingResult {
    // Drafts wait for the end, for what a feed says of itself may stand behind its entries.
    var found: [Found] = []
    let scan = XMLReader.read(text, records: Self.records, limits: limits) { record in
      found.append((Self.draft(record.element), record.range))
    }
    let feed = FeedHeader(scan.root)
    for record in found {
      switch record.draft {
      case .success(let draft): try articles.add(feed.completing(draft), from: record.range)
      case .failure(let error):
        articles.reject(record.range, error.code, error.message, at: record.range.lowerBound)
      }
    }
    if let fault = scan.fault {
      let rest = (found.last?.range.upperBound ?? 0)..<text.count
      articles.reject(rest, fault.code, fault.message, at: min(fault.offset ?? 0, text.count))
    } else if found.isEmpty, let root = scan.root {
      throw Self.noRecord(root)
    }
    return try articles.finish()
  }

  private static let records: Set = ["item", "entry", "nitf", "newsItem"]

  private static func draft(_ record: XMLElement) -> Result<ArticleDraft, ReadingError> {
    do throws(ReadingError) {
      switch record.name {
      case "nitf": return .success(NITF.draft(record))
      case "newsItem": return .success(try NewsItem.draft(record))
      default: return .success(try FeedEntry.draft(record))
      }
    } catch {
      return .failure(error)
    }
  }

  /// Why there is no article in a file that is whole.
  private static func noRecord(_ root: XMLElement) -> ReadingError {
    if root.name == "packageItem" || root.first("packageItem") != nil {
      return ReadingError(.noText, "a packageItem only lists other items; hand over the newsItems", offset: 0)
    }
    return ReadingError(.noText, "there is no article in the file: <\(root.name)> has no entries", offset: 0)
  }
}
