/// Finds what somebody may have meant.
package enum Suggestion {
  /// The word nearest to a mistyped one; nil where none is near.
  ///
  /// Near means at most a third of its letters wrong, inserted, missing or swapped with a neighbour.
  package static func nearest(to word: String, among words: some Sequence<String>) -> String? {
    let letters = Array(word.lowercased().utf8)
    let ranked = words.map { (word: $0, distance: distance(letters, Array($0.lowercased().utf8))) }
    guard let best = ranked.min(by: { $0.distance < $1.distance }) else { return nil }
    return best.distance <= max(1, letters.count / 3) ? best.word : nil
  }

  /// "; did you mean 'events'?" or nothing.
  package static func hint(for word: String, among words: some Sequence<String>) -> String {
    nearest(to: word, among: words).map { "; did you mean '\($0)'?" } ?? ""
  }

  /// Optimal string alignment distance.
  private static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var before: [Int] = []
    var last = Array(0...b.count)
    for i in 0..<a.count {
      var row = [i + 1]
      for j in 0..<b.count {
        var best = min(last[j] + (a[i] == b[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, before[j - 1] + 1) }
        row.append(best)
      }
      before = last
      last = row
    }
    return last[b.count]
  }
}
