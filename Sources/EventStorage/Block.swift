import Synchronization

/// An immutable run of stored articles: their JSON lines, and beside them what filters look at.
///
/// The lines are what segments hold, so a snapshot writes them and a reply quotes them as they are. Nothing else is kept of an
/// event but columns of a few bytes; a filter reads these, cheapest first, and the lines only for names and words.
final class Block: Sendable {
  /// Number of the first article in the order of arrival, from 1.
  let firstArticle: Int
  /// Sequence of the first event, from 1.
  let firstEvent: Int
  let columns: BlockColumns
  /// The articles by the hash of their id.
  private let articlesByKey: [KeyedArticle]
  /// Number of events of each `Kind`.
  let kindCounts: [UInt32]
  /// From the earliest to the latest time of an event.
  let times: MinuteRange
  private let index = Mutex<WordIndex?>(nil)

  private struct KeyedArticle {
    var key: UInt64
    var index: UInt32
  }

  init(_ columns: BlockColumns, firstArticle: Int, firstEvent: Int) {
    self.columns = columns
    self.firstArticle = firstArticle
    self.firstEvent = firstEvent
    articlesByKey = columns.articles.enumerated()
      .map { KeyedArticle(key: $0.element.key, index: UInt32($0.offset)) }
      .sorted { $0.key < $1.key }
    var counts = [UInt32](repeating: 0, count: 256)
    for kind in columns.kinds { counts[Int(kind)] += 1 }
    kindCounts = counts
    var times = MinuteRange.unknown
    for time in columns.times where time.isKnown {
      times = MinuteRange(start: min(times.start, time.start), end: max(times.end, time.end))
    }
    self.times = times
  }

  /// Where words stand; nil as long as nobody made it.
  var wordIndex: WordIndex? { index.withLock { $0 } }

  /// Makes the index of words, which takes some milliseconds, where there is none.
  func makeWordIndex() {
    guard wordIndex == nil else { return }
    let made = WordIndexBuilder.index(columns)
    index.withLock { $0 = made }
  }

  var articleCount: Int { columns.articles.count }
  var eventCount: Int { columns.events.count }
  /// Number after the last article's.
  var endArticle: Int { firstArticle + articleCount }
  /// Sequence after the last event's.
  var endEvent: Int { firstEvent + eventCount }

  /// The lines of the articles from one number up to another, as far as they are here.
  func lines(from first: Int, to end: Int) -> ArraySlice<UInt8> {
    let (low, high) = (max(0, first - firstArticle), min(articleCount, end - firstArticle))
    guard low < high else { return [] }
    return columns.bytes[
      columns.articles[low].line.range.lowerBound..<columns.articles[high - 1].line.range.upperBound]
  }

  /// Indexes of an article's events.
  func events(ofArticle index: Int) -> Range<Int> {
    let start = Int(columns.articles[index].firstEvent)
    let end = index + 1 < articleCount ? Int(columns.articles[index + 1].firstEvent) : eventCount
    return start..<end
  }

  /// Whether an event has that id.
  func hasID(_ id: borrowing Span<UInt8>, event index: Int) -> Bool {
    columns.hasText(id, at: columns.events[index].id)
  }

  /// Index of the article of that id. O(log n).
  func article(id: ArticleID) -> Int? { article(id: id.bytes.span, key: id.key) }

  /// Index of the article of that id, whose hash is `key`. O(log n).
  func article(id: borrowing Span<UInt8>, key: UInt64) -> Int? {
    var low = 0
    var high = articlesByKey.count
    while low < high {
      let middle = (low + high) / 2
      if articlesByKey[middle].key < key { low = middle + 1 } else { high = middle }
    }
    while low < articlesByKey.count, articlesByKey[low].key == key {
      let index = Int(articlesByKey[low].index)
      if columns.hasText(id, at: columns.articles[index].id) { return index }
      low += 1
    }
    return nil
  }
}

/// An article's id with its hash.
struct ArticleID {
  let bytes: [UInt8]
  let key: UInt64

  init(_ id: some Collection<UInt8>) {
    let bytes = Array(id)
    self.bytes = bytes
    key = hash(bytes.span)
  }
}
