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
  /// Whether the effort was spent before the page was full; with the order `oldest` the search can go on after `through`.
  package var isCut = false
}

extension StoreView {
  /// Events that match, page by page.
  ///
  /// - Parameters:
  ///   - now: what "3d" and "today" count from.
  ///   - cursor: the sequence to go on from: greater ones follow in the order `oldest`, smaller ones in `newest`.
  ///   - limit: at least 1.
  ///   - effort: how long to search.
  package func events(
    matching filter: EventFilter = EventFilter(), now: Timestamp, order: StoreOrder, after cursor: Int? = nil,
    limit: Int, effort: Effort = .unbounded
  ) -> Page<EventRecord> {
    let matcher = EventMatcher(filter, now: now)
    var effort = effort
    var found: [EventRecord] = []
    var last = 0
    // One more than is wanted tells whether there is more.
    scan(order, after: cursor, starting: \.firstEvent, ending: \.endEvent, among: matcher.positions) { block, index in
      guard effort.spend(matcher.effort) else { return false }
      if matcher.matches(block.columns, index) { found.append(EventRecord(block: block, index: index)) }
      last = block.firstEvent + index
      return found.count <= limit
    }
    return page(found, limit, last: effort.isSpent ? last : lastSequence, effort) { $0.sequence }
  }

  /// Articles that match, page by page: id, source and date by themselves, all else by at least one event.
  ///
  /// `since` and `until` ask for the article's own date. Parameters as for events; a cursor is an article's number.
  package func articles(
    matching filter: EventFilter = EventFilter(), now: Timestamp, order: StoreOrder, after cursor: Int? = nil,
    limit: Int, effort: Effort = .unbounded
  ) -> Page<ArticleRecord> {
    var effort = effort
    let matcher = EventMatcher(filter, now: now)
    var eventFilter = filter
    (eventFilter.since, eventFilter.until, eventFilter.articles, eventFilter.sources) = (nil, nil, [], [])
    let eventMatcher = EventMatcher(eventFilter, now: now)
    let positions = filter.articles.isEmpty ? eventMatcher.articlePositions : matcher.articlePositions
    var found: [ArticleRecord] = []
    var last = 0
    scan(order, after: cursor, starting: \.firstArticle, ending: \.endArticle, among: positions) { block, index in
      let cost = matcher.isAboutArticles ? 1 : 1 + block.events(ofArticle: index).count * eventMatcher.effort
      guard effort.spend(cost) else { return false }
      if matcher.matchesArticle(block.columns, block.columns.articles[index]),
        matcher.isAboutArticles
          || block.events(ofArticle: index).contains(where: { eventMatcher.matches(block.columns, $0) })
      {
        found.append(ArticleRecord(block: block, index: index))
      }
      last = block.firstArticle + index
      return found.count <= limit
    }
    return page(found, limit, last: effort.isSpent ? last : endArticle - 1, effort) { $0.number }
  }

  private func page<Record>(
    _ found: [Record], _ limit: Int, last: Int, _ effort: Effort, position: (Record) -> Int
  ) -> Page<Record> {
    let records = Array(found.prefix(limit))
    let next = found.count > limit ? records.last.map(position) : nil
    return Page(records: records, next: next, through: next ?? last, isCut: effort.isSpent)
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
