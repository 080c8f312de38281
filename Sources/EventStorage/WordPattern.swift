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
    let bytes = Array(text.utf8)
    // A backslash in what a user typed is no escape.
    let plain = bytes.map { $0 == UInt8(ascii: "\\") ? UInt8(ascii: " ") : $0 }
    var scanner = WordScanner(plain, in: plain.indices)
    var words: [[UInt8]] = []
    while let word = scanner.next() { words.append(LetterFolding.folded(plain[word])) }
    self.words = words
    self.mode = mode
  }

  /// Whether the words stand in the content of a JSON string.
  func matches(_ bytes: [UInt8], _ text: ByteRange) -> Bool {
    guard !words.isEmpty else { return true }
    guard !text.isEmpty else { return false }
    switch mode {
    case .phrase: return hasPhrase(bytes, text.range)
    case .all: return words.allSatisfy { hasWord($0, bytes, text.range) }
    }
  }

  private func hasPhrase(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    var scanner = WordScanner(bytes, in: range)
    while let word = scanner.next() {
      guard isEqual(words[0], bytes, word) else { continue }
      var rest = scanner
      if words.dropFirst().allSatisfy({ wanted in rest.next().map { isEqual(wanted, bytes, $0) } ?? false }) {
        return true
      }
    }
    return false
  }

  private func hasWord(_ wanted: [UInt8], _ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    var scanner = WordScanner(bytes, in: range)
    while let word = scanner.next() {
      if isEqual(wanted, bytes, word) { return true }
    }
    return false
  }

  /// Whether a word of the text is the wanted one.
  private func isEqual(_ wanted: [UInt8], _ bytes: [UInt8], _ word: Range<Int>) -> Bool {
    var index = word.lowerBound
    var matched = 0
    while index < word.upperBound {
      let letter = LetterFolding.fold(bytes, at: index, end: word.upperBound)
      index = letter.next
      guard let byte = letter.byte else { continue }
      guard matched < wanted.count, wanted[matched] == byte else { return false }
      matched += 1
    }
    return matched == wanted.count
  }
}
