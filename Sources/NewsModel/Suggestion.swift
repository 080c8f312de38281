/// Finds the word that somebody who mistyped may have meant.
package enum Suggestion {
  /// The nearest of `words`, if it is near enough: a third of the letters wrong at most, or a beginning that fits only one.
  package static func nearest(to word: String, in words: some Sequence<String>) -> String? {
    let typed = Array(word.lowercased().utf8.prefix(longest))
    guard !typed.isEmpty else { return nil }
    let candidates = words.map { (word: $0, letters: Array($0.lowercased().utf8.prefix(longest))) }
    let begun = candidates.filter { $0.letters.starts(with: typed) }
    if begun.count == 1 { return begun.first?.word }
    let near = candidates.map { (word: $0.word, distance: distance(typed, $0.letters), length: $0.letters.count) }
      .filter { $0.distance <= max(1, max(typed.count, $0.length) / 3) && $0.distance < $0.length }
    return near.min { $0.distance < $1.distance }?.word
  }

  /// What an error message ends in: ` (did you mean CONSULT?)`, or nothing.
  package static func hint(for word: String, in words: some Sequence<String>) -> String {
    nearest(to: word, in: words).map { " (did you mean \($0)?)" } ?? ""
  }

  /// Beyond this many bytes nobody mistypes a word of ours.
  private static let longest = 64

  /// Number of letters to insert, drop, change or swap with their neighbour (Damerau–Levenshtein, adjacent swaps only).
  private static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var best = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, beforeLast[j - 1] + 1) }
        row.append(best)
      }
      beforeLast = last
      last = row
    }
    return last[b.count]
  }
}
