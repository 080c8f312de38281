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
    var effort = Effort.unbounded
    return count(matching: filter, by: dimensions, now: now, limit: limit, spending: &effort)
  }

  /// The same; what it says is of no use where the effort is spent.
  package func count(
    matching filter: EventFilter, by dimensions: [EventDimension], now: Timestamp, limit: Int?,
    spending effort: inout Effort
  ) -> EventCounts {
    let matcher = EventMatcher(filter, now: now)
    var count = EventCount(dimensions, of: self)
    for index in 0..<blockCount where !effort.isSpent { count.add(block(index), matcher, &effort) }
    return effort.isSpent ? EventCounts(entries: [], total: 0, isComplete: false) : count.result(limit: limit)
  }
}

/// A count under way: block by block, and in the end its largest entries.
private struct EventCount {
  private let dimensions: [EventDimension]
  private var first: DimensionReader
  private var second: DimensionReader
  private var total = 0
  // Codes of one event.
  private var firstCodes: [UInt64] = []
  private var secondCodes: [UInt64] = []
  /// Of one block, by its own codes.
  private var tally = Tally()
  /// Of all blocks, by what the codes stand for.
  private var sums = CountTable()

  init(_ dimensions: [EventDimension], of view: StoreView) {
    self.dimensions = dimensions
    first = DimensionReader(dimensions.first, of: view)
    second = DimensionReader(dimensions.dropFirst().first, of: view)
  }

  /// Counts the events of a block that match.
  mutating func add(_ block: Block, _ matcher: EventMatcher, _ effort: inout Effort) {
    let before = total
    tally.prepare(first.codeCount(block), second.codeCount(block))
    let columns = block.columns
    if matcher.isEmpty {
      guard effort.spend(block.eventCount) else { return }
      for index in 0..<block.eventCount { add(columns, index) }
    } else if let positions = matcher.positions(in: block) {
      addMatches(positions, columns, matcher, &effort)
    } else {
      addMatches(0..<block.eventCount, columns, matcher, &effort)
    }
    if total > before { settle(block) }
  }

  private mutating func addMatches(
    _ positions: some Sequence<Int>, _ columns: BlockColumns, _ matcher: EventMatcher, _ effort: inout Effort
  ) {
    for index in positions {
      guard effort.spend(matcher.effort) else { return }
      if matcher.matches(columns, index) { add(columns, index) }
    }
  }

  @inline(__always)
  private mutating func add(_ columns: BlockColumns, _ index: Int) {
    total += 1
    if let code = second.soleCode(columns, index) {
      return first.forEachCode(columns, index) { tally.add($0, code) }
    }
    if let code = first.soleCode(columns, index) {
      return second.forEachCode(columns, index) { tally.add(code, $0) }
    }
    firstCodes.removeAll(keepingCapacity: true)
    secondCodes.removeAll(keepingCapacity: true)
    first.appendCodes(columns, index, to: &firstCodes)
    second.appendCodes(columns, index, to: &secondCodes)
    for a in firstCodes { for b in secondCodes { tally.add(a, b) } }
  }

  /// Takes a block's counts to those of all.
  private mutating func settle(_ block: Block) {
    first.enter(block)
    second.enter(block)
    tally.drain { a, b, count in
      sums.add(first.value(of: a, in: block), second.value(of: b, in: block), count)
    }
  }

  // MARK: - Result

  /// The entries in order, those beyond `limit` left out.
  mutating func result(limit: Int?) -> EventCounts {
    let sums = sums.takeEntries()
    var best = Best(limit: limit ?? sums.count, isByDay: dimensions.first == .day)
    for entry in sums where best.mayTake(entry.count) {
      var key = [first.text(entry.first)]
      if !second.isOfNothing { key.append(second.text(entry.second)) }
      best.take(EventCounts.Entry(key: key, count: entry.count))
    }
    let entries = best.sorted()
    return EventCounts(entries: entries, total: total, isComplete: entries.count == sums.count)
  }
}

/// The first of many entries in order, found without keeping all of them.
private struct Best {
  let limit: Int
  let isByDay: Bool
  private var entries: [EventCounts.Entry] = []
  /// The last of those that were kept when there were too many: what comes after it is not wanted.
  private var bound: EventCounts.Entry?

  init(limit: Int, isByDay: Bool) {
    self.limit = limit
    self.isByDay = isByDay
  }

  /// Whether an entry with that count can be among the first.
  func mayTake(_ count: Int) -> Bool { isByDay || bound.map { count >= $0.count } ?? true }

  mutating func take(_ entry: EventCounts.Entry) {
    if let bound, !precedes(entry, bound) { return }
    entries.append(entry)
    // Half of the work is thrown away, so that each entry is sorted a few times at most.
    guard entries.count >= 2 * max(limit, 512) else { return }
    entries = sorted()
    bound = entries.last
  }

  /// Those that are wanted, in order.
  func sorted() -> [EventCounts.Entry] { Array(entries.sorted(by: precedes).prefix(limit)) }

  /// The greatest count comes first, and of equal ones the first by name; by day, the earliest.
  private func precedes(_ a: EventCounts.Entry, _ b: EventCounts.Entry) -> Bool {
    if !isByDay, a.count != b.count { return a.count > b.count }
    for (left, right) in zip(a.key, b.key) where left != right {
      // Missing values come last.
      guard let left else { return false }
      guard let right else { return true }
      return isByDay ? Self.begins(left, before: right) : left < right
    }
    return false
  }

  /// Days, weeks and months stand in the order in which they begin: 2024-W10 before 2024-03-05. What is no time of the calendar
  /// comes last.
  private static func begins(_ left: String, before right: String) -> Bool {
    let (first, second) = (start(of: left), start(of: right))
    return first == second ? left < right : first < second
  }

  /// Seconds since 1970 of the beginning of a time, or of a stretch from one to another: `2024-03-08/2024-03-10`.
  private static func start(of time: String) -> Int {
    let first = time.prefix { $0 != "/" }
    return TimeRange(timexValue: first)?.start.seconds ?? .max
  }
}
