/// Distances from a dependent to its head, in buckets: exact up to four tokens, then coarser, each side apart.
enum DistanceBuckets {
  private static let edges = [1, 2, 3, 4, 5, 7, 10, 15, 23]
  /// The bucket of the root as head.
  static let root = 2 * edges.count
  static let count = root + 1
  /// Longest distance that occurs.
  static let reach = NetworkLimits.sentence + 1

  /// The bucket of each offset from −`reach` to `reach`.
  static let table: [UInt8] = (-reach...reach).map { offset in
    let near = max(0, (edges.lastIndex { $0 <= abs(offset) }) ?? 0)
    return UInt8(offset > 0 ? near + edges.count : near)
  }
}

/// Sizes that bound what one pass of the network costs.
enum NetworkLimits {
  /// Tokens of the longest sentence that is parsed in one piece.
  static let sentence = 250
  /// Rows of a batch: enough to fill the kernels, few enough to stay in the second-level cache.
  static let rows = 300
}
