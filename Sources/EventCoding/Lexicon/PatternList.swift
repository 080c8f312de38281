/// The patterns of a word in the order in which they are tried.
///
/// What most of them ask for in vain lies side by side, so that those are passed over without being read: patterns are objects all
/// over the memory.
final class PatternList: Sendable {
  let patterns: [Pattern]
  private let needs: [Clues]
  /// Whether any of them has a particle.
  let hasParticles: Bool

  init(_ patterns: [Pattern]) {
    self.patterns = patterns
    needs = patterns.map(Clues.init(neededBy:))
    hasParticles = patterns.contains { $0.particle != nil }
  }

  /// The first pattern, or the first behind another, that may fit where these clues are, and does.
  func first(after other: Pattern? = nil, with clues: Clues, where fits: (Pattern) -> Bool) -> Pattern? {
    var index = 0
    if let other {
      guard let place = patterns.firstIndex(where: { $0 === other }) else { return nil }
      index = place + 1
    }
    while index < patterns.count {
      if needs[index].isSubset(of: clues) && fits(patterns[index]) { return patterns[index] }
      index += 1
    }
    return nil
  }
}

/// Positions that are filled and words that may be particles, as bits.
///
/// Words share bits: a set may seem to hold a word that it does not hold, and never lacks one that it holds.
struct Clues: Sendable {
  private var bits: UInt64 = 0

  init() {}

  /// What a pattern cannot do without.
  init(neededBy pattern: Pattern) {
    if let particle = pattern.particle { insert(particle: particle) }
    for test in pattern.tests where !test.isExcluded { insert(test.position) }
  }

  mutating func insert(_ position: Position) { bits |= 1 << Self.bit(of: position) }

  mutating func insert(particle: String) { bits |= 1 << (36 + Self.hash(particle) % 28) }

  func isSubset(of other: Clues) -> Bool { bits & ~other.bits == 0 }

  private static func bit(of position: Position) -> UInt64 {
    switch position {
    case .subject: 0
    case .object: 1
    case .indirectObject: 2
    case .clause: 3
    case .possessor: 4
    case .modifier: 5
    case .speaker: 6
    case .preposition(let word): 7 + hash(word) % 29
    }
  }

  private static func hash(_ word: String) -> UInt64 { word.utf8.reduce(0) { $0 &* 31 &+ UInt64($1) } }
}
