extension Range<Int> {
  /// The range between two positions, empty where they are in the wrong order: broken trees give such.
  init(from start: Int, upTo end: Int) {
    self = start..<Swift.max(start, end)
  }

  /// The smallest range that holds both.
  func union(_ other: Range<Int>) -> Range<Int> {
    Swift.min(lowerBound, other.lowerBound)..<Swift.max(upperBound, other.upperBound)
  }
}
