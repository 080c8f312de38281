package import EventStorage
import JSONRPC
import NewsModel
package import Platform
import Stories

/// Keeps the stories of the store: a thread of its own follows it, article by article, and answers what is asked of them.
///
/// Nothing is stored and nothing waits for it: after a start newsd is ready while the stories are still being read.
@Loop
package final class StoryKeeper {
  private let store: EventStore
  /// The book is the scratch value of the one thread; nobody else sees it.
  private let thread: WorkerPool<Book>

  /// Articles read at one go, so that a question does not wait long.
  private nonisolated static let stride = 200
  /// Articles that a question may still wait for.
  private nonisolated static let patience = 2_000

  private struct Book: Sendable {
    var book: StoryBook?
  }

  package init(store: EventStore) {
    self.store = store
    thread = WorkerPool(workers: 1, name: "stories") { Book() }
  }

  /// Follows the store until it is cancelled; `changed` rings when something was stored.
  package func follow(_ changed: Bell) async {
    while !Task.isCancelled {
      let isBehind = await thread.run { [store] scratch in Self.catchUp(&scratch, store.view(), limit: Self.stride) }
      if !isBehind { await changed.wait(milliseconds: 60_000) }
    }
  }

  /// What `body` finds in the stories of the store as it is now.
  ///
  /// - Throws: `starting` where too many articles are still to be read.
  func read<Result: Sendable>(
    _ body: @escaping @Sendable (StoryReader) -> Result
  ) async throws(RPCError) -> Result {
    let view = store.view()
    let (result, done) = await thread.run { scratch -> (Result?, Int) in
      let isBehind = Self.catchUp(&scratch, view, limit: Self.patience)
      guard !isBehind, let book = scratch.book else { return (nil, scratch.book?.end ?? 0) }
      return (body(StoryReader(view: view, book: book)), 0)
    }
    if let result { return result }
    let numbers = view.articleNumbers
    throw RPCError(
      .starting, "stories are still being made: \(done - numbers.lowerBound) of \(numbers.count) articles are read")
  }

  /// Reads on, `limit` articles at most; whether there are more.
  private nonisolated static func catchUp(_ scratch: inout Book, _ view: StoreView, limit: Int) -> Bool {
    var book = scratch.book ?? StoryBook(start: view.articleNumbers.lowerBound)
    // The only owner: a copy would be made at every change otherwise.
    scratch.book = nil
    let end = min(view.articleNumbers.upperBound, book.end + limit)
    while book.end < end {
      if let record = view.article(number: book.end), let coded = try? record.codedArticle() {
        book.add(StoryArticle(coded.article, events: coded.events, number: book.end))
      } else {
        book.addUnreadable()
      }
    }
    let isBehind = book.end < view.articleNumbers.upperBound
    scratch.book = book
    return isBehind
  }
}

extension ArticleRecord {
  /// The article with its events, read in full.
  func codedArticle() throws -> CodedArticle {
    var events: [Event] = []
    for record in self.events { events.append(try record.event()) }
    return CodedArticle(article: try article(), events: events)
  }
}
