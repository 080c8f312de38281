/// The store as it was at one moment: a value that stays as it is while the store goes on.
///
/// Taking one costs the same however much is stored; reading it needs no lock.
package struct StoreView: Sendable {
  /// Blocks that are done.
  var sealed: [Block] = []
  /// Small blocks that will be merged.
  var recent: [Block] = []
  /// Number of the first article, and of the one after the last.
  var firstArticle: Int
  var endArticle: Int
  /// Sequence of the first event, and of the one after the last.
  var firstEvent: Int
  var endEvent: Int
  /// Highest claim number of an article; 0 where none has one.
  package internal(set) var lastClaim = 0
  /// Bytes of all lines.
  package internal(set) var byteCount = 0

  /// A store without anything, whose first article and event will have these numbers.
  init(firstArticle: Int = 1, firstEvent: Int = 1) {
    self.firstArticle = firstArticle
    self.endArticle = firstArticle
    self.firstEvent = firstEvent
    self.endEvent = firstEvent
  }

  package var articleCount: Int { endArticle - firstArticle }
  package var eventCount: Int { endEvent - firstEvent }

  /// Sequence of the last event; of the last there was, if none is left; 0 where there never was one.
  package var lastSequence: Int { endEvent - 1 }

  /// Sequence of the oldest event still here; one more than `lastSequence` where there is none.
  package var firstSequence: Int { firstEvent }

  /// The article of that id.
  package func article(id: String) -> ArticleRecord? { article(id: id.utf8.span) }

  /// The event of that id.
  package func event(id: String) -> EventRecord? {
    let id = id.utf8.span
    var hyphen = id.count - 1
    while hyphen >= 0, id[hyphen] != UInt8(ascii: "-") { hyphen -= 1 }
    guard hyphen >= 0, let article = article(id: id.extracting(..<hyphen)) else { return nil }
    let block = article.block
    for index in block.events(ofArticle: article.index) where block.hasID(id, event: index) {
      return EventRecord(block: block, index: index)
    }
    return nil
  }

  private func article(id: borrowing Span<UInt8>) -> ArticleRecord? {
    let key = hash(id)
    for index in 0..<blockCount {
      let block = block(index)
      if let found = block.article(id: id, key: key) { return ArticleRecord(block: block, index: found) }
    }
    return nil
  }

  // MARK: - Index

  /// Makes the index of words of one block that has none and is done; false where all have theirs.
  ///
  /// Takes some milliseconds of whoever calls; queries go on meanwhile, and look at all events of blocks without an index.
  package func indexOneBlock() -> Bool {
    guard let block = sealed.last(where: { $0.wordIndex == nil }) else { return false }
    block.makeWordIndex()
    return true
  }

  // MARK: - Blocks, oldest first

  var blockCount: Int { sealed.count + recent.count }

  func block(_ index: Int) -> Block { index < sealed.count ? sealed[index] : recent[index - sealed.count] }

  /// Index of the first block that ends after a position, where `end` tells a block's end. O(log n).
  func firstBlock(endingAfter position: Int, _ end: (Block) -> Int) -> Int {
    var low = 0
    var high = blockCount
    while low < high {
      let middle = (low + high) / 2
      if end(block(middle)) <= position { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
