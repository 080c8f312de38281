/// Words looked for in a text, whatever their case and marks.
struct WordPattern: Sendable {
  /// What the words must do.
  enum Mode {
    /// Follow one another without another word between.
    case phrase
    /// Stand somewhere, in any order.
    case all
  }

  private let words: [[UInt8]]
  private let mode: Mode

  /// Takes the words out of plain text; a text without words matches everything.
  init(_ text: String, _ mode: Mode) {
    // A backslash in what a user typed is no escape.
    let plain = text.utf8.map { $0 == UInt8(ascii: "\\") ? UInt8(ascii: " ") : $0 }
    var words: [[UInt8]] = []
    var index = 0
    while let word = WordScanner.word(in: plain.span, from: index) {
      words.append(LetterFolding.folded(plain.span.extracting(word)))
      index = word.upperBound
    }
    self.words = words
    self.mode = mode
  }

  /// Whether the words stand in the content of a JSON string.
  func matches(_ bytes: [UInt8], _ content: ByteRange) -> Bool {
    if words.isEmpty { return true }
    if content.isEmpty { return false }
    let text = bytes.span.extracting(content.range)
    switch mode {
    case .phrase: return hasPhrase(text)
    case .all:
      for word in words where !hasWord(word, text) { return false }
      return true
    }
  }

  private func hasPhrase(_ text: borrowing Span<UInt8>) -> Bool {
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

  private func hasWord(_ wanted: [UInt8], _ text: borrowing Span<UInt8>) -> Bool {
    var index = 0
    while let word = WordScanner.word(in: text, from: index) {
      if LetterFolding.isEqual(text, word, wanted) { return true }
      index = word.upperBound
    }
    return false
  }
}
