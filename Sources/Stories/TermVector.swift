import Glibc

/// The words that tell most of a text, weighted, as a vector of length 1.
struct TermVector: Sendable, Hashable {
  struct Weight: Sendable, Hashable {
    var term: UInt32
    var weight: Float
  }

  /// Sorted by term.
  private(set) var weights: [Weight] = []

  /// - Parameter limit: how many words at most, the weightiest.
  init(_ words: [TermCount], _ statistics: TermStatistics, limit: Int) {
    let all = words.map { Weight(term: $0.term, weight: (1 + logf($0.count)) * max(0, statistics.rarity($0.term))) }
    keep(all, limit)
  }

  /// The terms, the weightiest first.
  func heaviest(_ count: Int) -> [UInt32] { weights.sorted(by: Self.isHeavier).prefix(count).map(\.term) }

  /// Cosine of the angle between two texts, 0…1.
  func likeness(to other: TermVector) -> Float {
    var (i, j) = (0, 0)
    var sum: Float = 0
    while i < weights.count, j < other.weights.count {
      let (a, b) = (weights[i], other.weights[j])
      if a.term == b.term {
        sum += a.weight * b.weight
        i += 1
        j += 1
      } else if a.term < b.term {
        i += 1
      } else {
        j += 1
      }
    }
    return sum
  }

  /// Moves towards another vector, which has the share `share` of the whole from now on.
  mutating func blend(_ other: TermVector, share: Float, limit: Int) {
    var sums: [UInt32: Float] = [:]
    for weight in weights { sums[weight.term] = weight.weight * (1 - share) }
    for weight in other.weights { sums[weight.term, default: 0] += weight.weight * share }
    keep(sums.map { Weight(term: $0.key, weight: $0.value) }, limit)
  }

  private mutating func keep(_ all: [Weight], _ limit: Int) {
    var kept = Array(all.sorted(by: Self.isHeavier).prefix(limit))
    let length = kept.reduce(into: Float(0)) { $0 += $1.weight * $1.weight }.squareRoot()
    if length > 0 { for index in kept.indices { kept[index].weight /= length } }
    weights = kept.sorted { $0.term < $1.term }
  }

  private static func isHeavier(_ a: Weight, _ b: Weight) -> Bool { (b.weight, a.term) < (a.weight, b.term) }
}
