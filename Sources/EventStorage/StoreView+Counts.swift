package import NewsModel

extension StoreView {
  /// Counts the events that match by one or two dimensions.
  ///
  /// - Parameters:
  ///   - dimensions: one or two; with two, each pair of values is counted that occurs.
  ///   - now: what "3d" and "today" count from.
  ///   - limit: entries at most; nil for all.
  package func count(
    matching filter: EventFilter = EventFilter(), by dimensions: [EventDimension], now: Timestamp, limit: Int? = nil
  ) -> EventCounts {
    let matcher = EventMatcher(filter, now: now)
    var total = 0
    var table = CountTable()
    var first = dimensions.first.map { DimensionReader($0) }
    var second = dimensions.dropFirst().first.map { DimensionReader($0) }
    forEachMatch(of: matcher) { block, index in
      total += 1
      first?.forEachValue(block, index) { a in
        if second == nil { return table.add(a, 0) }
        second?.forEachValue(block, index) { b in table.add(a, b) }
      }
    }
    table.settle()
    var entries = table.entries.map { entry in
      let values = [first?.text(entry.first), second?.text(entry.second)]
      return EventCounts.Entry(key: values.prefix(dimensions.count).map { $0 ?? nil }, count: entry.count)
    }
    let isByDay = dimensions.first == .day
    entries.sort { a, b in
      if !isByDay, a.count != b.count { return a.count > b.count }
      return Self.precedes(a.key, b.key)
    }
    let kept = entries.prefix(limit ?? entries.count)
    return EventCounts(entries: Array(kept), total: total, isComplete: kept.count == entries.count)
  }

  private func forEachMatch(of matcher: EventMatcher, _ body: (Block, Int) -> Void) {
    for blockIndex in 0..<blockCount {
      let block = block(blockIndex)
      if matcher.isEmpty {
        for index in 0..<block.eventCount { body(block, index) }
      } else if let positions = matcher.positions(in: block) {
        for index in positions where matcher.matches(block.columns, index) { body(block, index) }
      } else {
        for index in 0..<block.eventCount where matcher.matches(block.columns, index) { body(block, index) }
      }
    }
  }

  /// Orders keys by their values, missing ones last.
  private static func precedes(_ a: [String?], _ b: [String?]) -> Bool {
    for (left, right) in zip(a, b) where left != right {
      guard let left else { return false }
      guard let right else { return true }
      return left < right
    }
    return false
  }
}
