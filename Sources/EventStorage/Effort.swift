/// How much a query may look at before it gives up: whoever shares a thread with others asks briefly first, and elsewhere if that
/// was not enough.
package struct Effort: Sendable {
  /// What may still be spent; below zero once more was asked for than there was.
  private var left: Int

  /// As much as it takes.
  package static let unbounded = Effort(left: .max)
  /// One or two milliseconds: what the event loop can spare.
  package static let brief = Effort(left: 50_000)

  // The unit is a look at the type, time and place of one event. So many of these are as much as

  /// a look at its names, letter by letter;
  static let ofNames = 4
  /// a look at its text, word by word;
  static let ofText = 32
  /// writing it into an answer, or some of its members.
  package static let ofWriting = 50

  /// Takes effort; false where there is not enough left.
  package mutating func spend(_ effort: Int) -> Bool {
    left -= effort
    return left >= 0
  }

  /// Whether more was asked for than there was.
  package var isSpent: Bool { left < 0 }
}
