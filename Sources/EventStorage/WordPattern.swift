/// Words that follow one another in a name, whatever their case and marks.
struct WordPattern: Sendable {
  private let words: [[UInt8]]

  /// Takes the words out of plain text; a text without words matches everything.
  init(_ text: String) { words = WordScanner.words(in: text) }

  /// Whether the words stand in the content of a JSON string without another between.
  func matches(_ bytes: [UInt8], _ content: ByteRange) -> Bool {
    if words.isEmpty { return true }
    if content.isEmpty { return false }
    let text = bytes.span.extracting(content.range)
    var index = 0
    while let word = WordScanner.word(in: text, from: index) {
      if LetterFolding.isEqual(text, word, words[0]), words.count == 1 || hasRest(text, from: word.upperBound) {
        return true
      }
      index = word.upperBound
    }
    return false
  }

  /// Whether all words but the first follow.
  private func hasRest(_ text: borrowing Span<UInt8>, from start: Int) -> Bool {
    var index = start
    for wanted in words.dropFirst() {
      guard let word = WordScanner.word(in: text, from: index), LetterFolding.isEqual(text, word, wanted) else {
        return false
      }
      index = word.upperBound
    }
    return true
  }

  /// Which events of a block can have the words in a name; nil where the index cannot tell.
  func candidates(in index: WordIndex) -> Candidates? {
    words.map { index.candidates(.name, $0) }.min { $0.cost < $1.cost }
  }
}
