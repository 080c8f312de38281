/// Counts the pairs of codes that occur in one block: each pair of its own in a row of numbers, or in a table where the row would
/// be long.
struct Tally {
  private var row: [UInt32] = []
  private var rowWidth: UInt64 = 0
  private var table = CountTable()

  /// A longer row takes more time to look through than its counts took to make.
  private static let longestRow = 1 << 16

  /// Makes ready for a block; nothing may be counted that was not taken by `drain`.
  ///
  /// - Parameters: how many codes each dimension has there; nil for too many.
  mutating func prepare(_ first: Int?, _ second: Int?) {
    rowWidth = 0
    guard let first, let second, first * second <= Self.longestRow else { return }
    rowWidth = UInt64(second)
    if row.count < first * second { row = [UInt32](repeating: 0, count: first * second) }
  }

  /// Counts a pair once more.
  @inline(__always)
  mutating func add(_ first: UInt64, _ second: UInt64) {
    if rowWidth > 0 { row[Int(first * rowWidth + second)] += 1 } else { table.add(first, second, 1) }
  }

  /// Hands over each pair that was counted, and forgets it.
  mutating func drain(_ body: (_ first: UInt64, _ second: UInt64, _ count: Int) -> Void) {
    if rowWidth > 0 {
      for index in row.indices where row[index] > 0 {
        let (first, second) = UInt64(index).quotientAndRemainder(dividingBy: rowWidth)
        body(first, second, Int(row[index]))
        row[index] = 0
      }
    } else {
      for entry in table.takeEntries() { body(entry.first, entry.second, entry.count) }
    }
  }
}
