import JSONCoding
import NewsModel

/// Prints events as PLOVER records, and keeps count of those that are none.
final class PloverPrinter {
  private let output: Output
  private let articles: ArticleCache
  private var leftOut = 0

  init(_ output: Output, _ connection: Connection) {
    self.output = output
    articles = ArticleCache(connection)
  }

  /// Prints events, given as JSON.
  func print(_ items: some Sequence<[UInt8]>) throws(Ending) {
    var events: [Event] = []
    for item in items { events.append(try Event(answer: item)) }
    try articles.fetch(events.lazy.map(\.article))
    for event in events {
      guard let record = PloverRecord(event, of: articles[event.article]) else {
        leftOut += 1
        continue
      }
      output.line(record.jsonBytes)
    }
  }

  /// Says what was left out.
  func finish() {
    guard leftOut > 0 else { return }
    Message.show("\(leftOut) of type STATEMENT left out: PLOVER has no such events; -o jsonl has them")
  }
}
