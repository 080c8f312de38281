/// Events of one block that can match, as lists of its index.
struct Candidates {
  /// Stretches of the index's lists.
  private(set) var lists: [Range<Int>] = []

  /// None.
  init() {}

  init(list: Range<Int>) { lists = [list] }

  /// About how many there are.
  var cost: Int { lists.reduce(0) { $0 + $1.count } }

  /// Adds others.
  mutating func formUnion(_ other: Candidates) { lists += other.lists }
}
