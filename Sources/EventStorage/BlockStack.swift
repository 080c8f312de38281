import JSONCoding
import NewsModel

/// The blocks of a store, as its one writer keeps them.
///
/// Every article begins as a block of its own; small blocks are merged sixteen at a time, and large ones stay as they are. So
/// an append copies each byte a handful of times in all, and a reader's view is a list of a few hundred references.
struct BlockStack {
  /// What readers get.
  private(set) var view: StoreView
  private var keys: Set<UInt64> = []

  /// Blocks with fewer articles than this are the first to be merged, by this many.
  private static let fanIn = 16
  /// A block with this many articles, or this many bytes, is done.
  private static let sealedArticles = 256
  private static let sealedBytes = 4 << 20

  init(firstArticle: Int = 1, firstEvent: Int = 1, lastClaim: Int = 0) {
    view = StoreView(firstArticle: firstArticle, firstEvent: firstEvent)
    view.lastClaim = lastClaim
  }

  /// The stored article of that id.
  func article(id: String) -> ArticleRecord? {
    keys.contains(hash(id.utf8.span)) ? view.article(id: id) : nil
  }

  /// Adds an article that is not yet there.
  mutating func append(_ coded: CodedArticle) throws(JSONError) -> ArticleRecord {
    var coded = coded
    for index in coded.events.indices { coded.events[index].sequence = view.endEvent + index }
    var json = JSONWriter(capacity: 4096)
    coded.write(to: &json)
    json.newline()
    let block = append(try LineIndexer.index(json.bytes, firstEvent: view.endEvent))
    return ArticleRecord(block: block, index: 0)
  }

  /// Adds lines that were read, all of whose articles are new.
  @discardableResult
  mutating func append(_ columns: BlockColumns) -> Block {
    let block = Block(columns, firstArticle: view.endArticle, firstEvent: view.endEvent)
    for article in columns.articles {
      keys.insert(article.key)
      view.lastClaim = max(view.lastClaim, article.claim)
    }
    view.endArticle = block.endArticle
    view.endEvent = block.endEvent
    view.byteCount += columns.bytes.count
    view.recent.append(block)
    mergeRecent()
    return block
  }

  /// Forgets the articles below a number; what follows keeps its numbers and sequences.
  mutating func dropArticles(below number: Int) throws(JSONError) {
    let first = min(max(number, view.firstArticle), view.endArticle)
    let kept = view.firstBlock(endingAfter: first, \.endArticle)
    for index in 0..<kept { forgetKeys(view.block(index).columns.articles[...]) }
    view.firstEvent = kept < view.blockCount ? view.block(kept).firstEvent : view.endEvent
    view.recent.removeFirst(max(0, kept - view.sealed.count))
    view.sealed.removeFirst(min(kept, view.sealed.count))
    if view.blockCount > 0, view.block(0).firstArticle < first { try cutFirstBlock(below: first) }
    view.firstArticle = first
    view.byteCount = (0..<view.blockCount).reduce(0) { $0 + view.block($1).columns.bytes.count }
  }

  private mutating func cutFirstBlock(below number: Int) throws(JSONError) {
    let old = view.block(0)
    let gone = number - old.firstArticle
    forgetKeys(old.columns.articles[..<gone])
    view.firstEvent = old.firstEvent + Int(old.columns.articles[gone].firstEvent)
    let lines = Array(old.lines(from: number, to: old.endArticle))
    let columns = try LineIndexer.index(lines, firstEvent: view.firstEvent)
    let block = Block(columns, firstArticle: number, firstEvent: view.firstEvent)
    if view.sealed.isEmpty { view.recent[0] = block } else { view.sealed[0] = block }
  }

  private mutating func forgetKeys(_ articles: ArraySlice<ArticleRow>) {
    for article in articles { keys.remove(article.key) }
  }

  private mutating func mergeRecent() {
    mergeTail(ofBlocksBelow: Self.fanIn, count: Self.fanIn)
    // Twice the fan-in, for single articles stand between the blocks made of sixteen.
    mergeTail(ofBlocksBelow: Self.sealedArticles, count: 2 * Self.fanIn)
    // Only neighbours are merged: up to the last block that is done nothing moves any more.
    guard let last = view.recent.lastIndex(where: { Self.isDone($0) }) else { return }
    view.sealed += view.recent[...last]
    view.recent.removeSubrange(...last)
  }

  /// Merges the last blocks that have fewer articles than `articles`, once there are `count` of them.
  private mutating func mergeTail(ofBlocksBelow articles: Int, count: Int) {
    let tail = view.recent.suffix(while: { $0.articleCount < articles && !Self.isDone($0) })
    guard tail.count >= count, let first = tail.first else { return }
    var columns = BlockColumns()
    columns.reserveCapacity(for: tail.map(\.columns))
    for block in tail { columns.append(block.columns) }
    columns.names.pack()
    let merged = Block(columns, firstArticle: first.firstArticle, firstEvent: first.firstEvent)
    view.recent.replaceSubrange(tail.indices, with: [merged])
  }

  private static func isDone(_ block: Block) -> Bool {
    block.articleCount >= sealedArticles || block.columns.bytes.count >= sealedBytes
  }
}

extension Array {
  /// The longest run at the end whose elements all satisfy the condition.
  fileprivate func suffix(while condition: (Element) -> Bool) -> ArraySlice<Element> {
    let end = lastIndex { !condition($0) }
    return self[(end.map { $0 + 1 } ?? startIndex)...]
  }
}
