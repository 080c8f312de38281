import Glibc

/// In how many articles each word stood: a table of fixed size, in which words of the same slot count together.
struct TermStatistics: Sendable {
  /// 2^18 slots of four bytes: a megabyte, however many words there are.
  private static let slotBits: UInt32 = 18
  /// What is taken to have been read before the first article, so that words weigh the same from the start on.
  private static let priorArticles: Float = 2_000
  private static let priorCount: Float = 10

  private var counts = [UInt32](repeating: 0, count: 1 << Int(slotBits))
  private var articles: Float = 0

  mutating func add(_ words: [TermCount]) {
    articles += 1
    for word in words { counts[slot(word.term)] += 1 }
  }

  /// How much a word tells: the logarithm of how rarely an article has it.
  func rarity(_ term: UInt32) -> Float {
    logf((articles + Self.priorArticles) / (Float(counts[slot(term)]) + Self.priorCount))
  }

  private func slot(_ term: UInt32) -> Int { Int(term >> (32 - Self.slotBits)) }
}
