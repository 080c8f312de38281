package import NewsModel

/// In which order a page lists what was found.
package enum StoreOrder: String, Sendable, CaseIterable {
  /// As it was stored.
  case oldest
  /// What was stored last comes first.
  case newest
}

/// Some of what was found, and where to go on.
package struct Page<Record: Sendable>: Sendable {
  package var records: [Record]
  /// What to give as `after` for the next page; nil where nothing more is found.
  package var next: Int?
  /// The last position, event sequence or article number, that was looked at or need not be: with the order `oldest` a later
  /// query after it finds all that is new.
  package var through: Int
}

extension StoreView {
  /// Events that match, page by page.
  ///
  /// - Parameters:
  ///   - now: what "3d" and "today" count from.
  ///   - cursor: the sequence to go on from: greater ones follow in the order `oldest`, smaller ones in `newest`.
  ///   - limit: at least 1.
  package func events(
    matching filter: EventFilter = EventFilter(), now: Timestamp, order: StoreOrder, after cursor: Int? = nil,
    limit: Int
  ) -> Page<EventRecord> {
    let matcher = EventMatcher(filter, now: now)
    var found: [EventRecord] = []
    // One more than is wanted tells whether there is more.
    scan(order, after: cursor, starting: \.firstEvent, ending: \.endEvent, among: matcher.positions) { block, index in
      if matcher.matches(block.columns, index) { found.append(EventRecord(block: block, index: index)) }
      return found.count <= limit
    }
    return page(found, limit, last: lastSequence) { $0.sequence }
  }

  /// Articles that match, page by page: id, source and date by themselves, all else by at least one event.
  ///
  /// `since` and `until` ask for the article's own date. Parameters as for events; a cursor is an article's number.
  package func articles(
    matching filter: EventFilter = EventFilter(), now: Timestamp, order: StoreOrder, after cursor: Int? = nil,
    limit: Int
  ) -> Page<ArticleRecord> {
    let matcher = EventMatcher(filter, now: now)
    var eventFilter = filter
    (eventFilter.since, eventFilter.until, eventFilter.articles, eventFilter.sources) = (nil, nil, [], [])
    let eventMatcher = EventMatcher(eventFilter, now: now)
    let positions = filter.articles.isEmpty ? eventMatcher.articlePositions : matcher.articlePositions
    var found: [ArticleRecord] = []
    scan(order, after: cursor, starting: \.firstArticle, ending: \.endArticle, among: positions) { block, index in
      if matcher.matchesArticle(block.columns, block.columns.articles[index]),
        matcher.isAboutArticles
          || block.events(ofArticle: index).contains(where: { eventMatcher.matches(block.columns, $0) })
      {
        found.append(ArticleRecord(block: block, index: index))
      }
      return found.count <= limit
    }
    return page(found, limit, last: endArticle - 1) { $0.number }
  }

  private func page<Record>(
    _ found: [Record], _ limit: Int, last: Int, position: (Record) -> Int
  ) -> Page<Record> {
    let records = Array(found.prefix(limit))
    let next = found.count > limit ? records.last.map(position) : nil
    return Page(records: records, next: next, through: next ?? last)
  }

  /// Visits positions in order until `visit` returns false; of a block those that `candidates` names, or all.
  private func scan(
    _ order: StoreOrder, after cursor: Int?, starting: (Block) -> Int, ending: (Block) -> Int,
    among candidates: (Block) -> [Int]?, _ visit: (Block, Int) -> Bool
  ) {
    switch order {
    case .oldest:
      let first = cursor.map { $0 + 1 } ?? 0
      for blockIndex in firstBlock(endingAfter: first, ending)..<blockCount {
        let block = block(blockIndex)
        let start = starting(block)
        let wanted = max(0, first - start)..<(ending(block) - start)
        if let positions = candidates(block) {
          for index in positions where wanted.contains(index) { if !visit(block, index) { return } }
        } else {
          for index in wanted { if !visit(block, index) { return } }
        }
      }
    case .newest:
      let end = cursor ?? Int.max
      for blockIndex in (0..<blockCount).reversed() {
        let block = block(blockIndex)
        let start = starting(block)
        guard start < end else { continue }
        let wanted = 0..<(min(end, ending(block)) - start)
        if let positions = candidates(block) {
          for index in positions.reversed() where wanted.contains(index) { if !visit(block, index) { return } }
        } else {
          for index in wanted.reversed() { if !visit(block, index) { return } }
        }
      }
    }
  }
}
