/// Chooses a head for every token so that the heads form a tree with one root.
struct TreeDecoder {
  /// Taken off arcs from the root in the exact search, so that the best tree has only one.
  private static let rootPenalty = 10_000.0

  private var colours: [Int32] = []

  /// Finds the heads of `count` tokens: 0 is the root, token `i` is number `i + 1`.
  ///
  /// `arcs` has a row for the root, which is not read, and one for each token, `stride` floats apart: the score of every
  /// head. The best head of each token is taken if that gives a tree; if not, the best tree is searched.
  mutating func decode(_ arcs: UnsafePointer<Float>, stride: Int, count: Int, into heads: inout [Int32]) {
    heads.removeAll(keepingCapacity: true)
    for token in 0..<count {
      let row = unsafe arcs + (token + 1) * stride
      var best = 0
      for head in 1..<count + 1 where head != token + 1 {
        if unsafe row[head] > row[best] { best = head }
      }
      heads.append(Int32(best))
    }
    if isTree(heads) { return }
    let size = count + 1
    var scores = [Double](repeating: 0, count: size * size)
    for dependent in 1..<size {
      for head in 0..<size {
        let score = unsafe Double(arcs[dependent * stride + head])
        scores[dependent * size + head] = head == 0 ? score - Self.rootPenalty : score
      }
    }
    let best = MaximumTree.heads(scores, size: size)
    for token in 0..<count { heads[token] = Int32(best[token + 1]) }
  }

  /// Whether there is exactly one root and no cycle.
  private mutating func isTree(_ heads: [Int32]) -> Bool {
    guard heads.count(where: { $0 == 0 }) == 1 else { return false }
    colours.removeAll(keepingCapacity: true)
    colours.append(contentsOf: repeatElement(0, count: heads.count + 1))
    for start in 1..<Int32(heads.count + 1) {
      var node = start
      while node != 0, colours[Int(node)] == 0 {
        colours[Int(node)] = start
        node = heads[Int(node) - 1]
      }
      if node != 0, colours[Int(node)] == start { return false }
    }
    return true
  }
}

/// The tree of greatest weight in a dense graph (Chu and Liu, Edmonds).
package enum MaximumTree {
  /// The head of each node; node 0 is the root and its entry means nothing.
  ///
  /// `scores[dependent × size + head]` weighs an arc. Takes O(size²) for each cycle that is contracted.
  package static func heads(_ scores: [Double], size: Int) -> [Int] {
    var heads = [Int](repeating: 0, count: size)
    for dependent in 1..<size {
      for head in 1..<size where head != dependent {
        if scores[dependent * size + head] > scores[dependent * size + heads[dependent]] { heads[dependent] = head }
      }
    }
    guard let cycle = cycle(in: heads) else { return heads }
    let contraction = Contraction(scores, size: size, heads: heads, cycle: cycle)
    return contraction.expand(Self.heads(contraction.scores, size: contraction.nodes.count + 1))
  }

  private static func cycle(in heads: [Int]) -> [Int]? {
    var seen = [Int](repeating: 0, count: heads.count)
    for start in 1..<heads.count {
      var node = start
      while node != 0, seen[node] == 0 {
        seen[node] = start
        node = heads[node]
      }
      guard node != 0, seen[node] == start else { continue }
      var cycle = [node]
      while let last = cycle.last, heads[last] != node { cycle.append(heads[last]) }
      return cycle
    }
    return nil
  }
}

/// A graph in which one cycle became a single node, the last.
private struct Contraction {
  /// The old numbers of the nodes outside the cycle.
  let nodes: [Int]
  private(set) var scores: [Double]
  private let cycle: [Int]
  private let cycleHeads: [Int]
  /// The node of the cycle that a head outside would enter, and that a dependent outside would hang on; by new number.
  private var entered: [Int]
  private var left: [Int]

  init(_ old: [Double], size: Int, heads: [Int], cycle: [Int]) {
    var inCycle = [Bool](repeating: false, count: size)
    for node in cycle { inCycle[node] = true }
    nodes = (0..<size).filter { !inCycle[$0] }
    self.cycle = cycle
    cycleHeads = heads
    let width = nodes.count + 1
    let merged = nodes.count
    scores = [Double](repeating: -.infinity, count: width * width)
    entered = [Int](repeating: cycle[0], count: width)
    left = entered
    for (number, node) in nodes.enumerated() {
      for (other, head) in nodes.enumerated() { scores[number * width + other] = old[node * size + head] }
      for member in cycle {
        let out = old[node * size + member]
        if out > scores[number * width + merged] {
          scores[number * width + merged] = out
          left[number] = member
        }
        let into = old[member * size + node] - old[member * size + heads[member]]
        if into > scores[merged * width + number] {
          scores[merged * width + number] = into
          entered[number] = member
        }
      }
    }
  }

  /// The heads in the old graph that follow from those in this one.
  func expand(_ heads: [Int]) -> [Int] {
    var result = cycleHeads
    let merged = nodes.count
    for number in 1..<max(1, nodes.count) {
      result[nodes[number]] = heads[number] == merged ? left[number] : nodes[heads[number]]
    }
    result[entered[heads[merged]]] = nodes[heads[merged]]
    return result
  }
}
