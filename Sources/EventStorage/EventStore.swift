package import JSONCoding
package import NewsModel
import Synchronization

/// What became of an article that was handed to the store.
package enum Appended: Sendable {
  /// It is stored, with its events' sequences.
  case stored(ArticleRecord)
  /// The store has it already, with these events; nothing was changed.
  case duplicate(ArticleRecord)

  /// The article as the store has it.
  package var record: ArticleRecord {
    switch self {
    case .stored(let record), .duplicate(let record): record
    }
  }
}

/// All articles and their events, in memory.
///
/// One writer at a time appends; readers take a view and need no lock after that.
package final class EventStore: Sendable {
  private let writer: Mutex<BlockStack>
  // Its own lock, so that a reader never waits for blocks being merged.
  private let published: Mutex<StoreView>

  /// A store with nothing in it.
  package convenience init() { self.init(BlockStack()) }

  init(_ blocks: BlockStack) {
    published = Mutex(blocks.view)
    writer = Mutex(blocks)
  }

  /// The store as it is now.
  package func view() -> StoreView { published.withLock { $0 } }

  /// Forgets the articles below a number; views taken before still have them.
  func dropArticles(below number: Int) throws(JSONError) {
    try writer.withLock { (blocks) throws(JSONError) in
      try blocks.dropArticles(below: number)
      let view = blocks.view
      published.withLock { $0 = view }
    }
  }

  /// Stores an article with its events, which get the next sequences; an article whose id is known is left out.
  ///
  /// The claim number of `coded` is kept. After the return every new view has the article.
  ///
  /// - Throws: where the article cannot be read back from what would be written of it.
  @discardableResult
  package func append(_ coded: CodedArticle) throws(JSONError) -> Appended {
    try writer.withLock { (blocks) throws(JSONError) in
      if let known = blocks.article(id: coded.article.id) { return .duplicate(known) }
      let record = try blocks.append(coded)
      let view = blocks.view
      published.withLock { $0 = view }
      return .stored(record)
    }
  }
}
