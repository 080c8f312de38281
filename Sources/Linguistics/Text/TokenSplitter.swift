/// Walks over a text once and collects its tokens.
///
/// A run of bytes without space is a chunk; most chunks are a plain word and leave here at once, the others are taken
/// apart from left to right.
struct TokenSplitter {
  let text: [UInt8]
  var tokens: TokenList
  /// First token of each paragraph.
  private(set) var paragraphs: [Int] = []
  /// Whether lines are broken at a fixed width, so that a single newline is only a space.
  let linesAreWrapped: Bool
  /// Start and end of the chunk at hand.
  var chunk = 0..<0
  /// Whether the chunk at hand has a byte without which no address can be.
  var mayHoldAddress = false

  init(text: [UInt8]) {
    self.text = text
    tokens = TokenList(bytes: text.count)
    linesAreWrapped = LineLayout.isWrapped(text)
  }

  mutating func run() {
    // Offsets are 32 bits wide; no article comes near.
    let count = min(text.count, Int(Int32.max))
    var position = 0
    var startsParagraph = true
    while position < count {
      let kind = ByteClass(text[position])
      if kind == .space || kind == .newline || kind == .high, let space = spaceLength(position) {
        if kind == .newline, endsParagraph(position) { startsParagraph = true }
        position += space
        continue
      }
      let first = tokens.count
      position = takeChunk(at: position, count)
      if startsParagraph, tokens.count > first {
        paragraphs.append(first)
        startsParagraph = false
      }
    }
  }

  /// Length of the white space character at `position`; nil where another character stands.
  private func spaceLength(_ position: Int) -> Int? {
    let character = TextCharacter(text, position)
    return character.kind == .space || character.kind == .newline ? character.length : nil
  }

  /// Whether the newline at `position` ends a paragraph.
  func endsParagraph(_ position: Int) -> Bool {
    guard linesAreWrapped else { return true }
    return LineLayout.isHardBreak(text, position)
  }

  /// Takes the run of bytes without space at `start` and returns its end.
  private mutating func takeChunk(at start: Int, _ count: Int) -> Int {
    var end = start
    while end < count, isASCIILetter(text[end]) { end += 1 }
    if end == count || text[end] <= 0x20 {
      word(start, end)
      return end
    }
    mayHoldAddress = false
    while end < count {
      let byte = text[end]
      if byte <= 0x20 { break }
      if byte >= 0x80 {
        let character = TextCharacter(text, end)
        if character.kind == .space || character.kind == .newline { break }
        end += character.length
        continue
      }
      if byte == UInt8(ascii: "."), end + 1 < count, isASCIILetter(text[end + 1]) { mayHoldAddress = true }
      if byte == UInt8(ascii: "@") || byte == UInt8(ascii: ":") { mayHoldAddress = true }
      end += 1
    }
    chunk = start..<end
    takeApart()
    return end
  }

  /// Takes the chunk at hand apart from left to right.
  private mutating func takeApart() {
    var position = chunk.lowerBound
    while position < chunk.upperBound {
      let character = TextCharacter(text, position)
      switch character.kind {
      case .letter: position = takeWord(at: position)
      case .digit: position = takeNumber(at: position)
      default: position = takePunctuation(at: position, character)
      }
    }
  }

  /// Takes a plain word, or the two words that "cannot" is.
  mutating func word(_ start: Int, _ end: Int) {
    if end - start <= 8, end - start >= 2, let second = Lexicon.fused[WordTable.hash(text, start..<end)] {
      let cut = end - Int(second)
      tokens.append(start, cut, .word)
      tokens.append(cut, end, .word)
    } else {
      tokens.append(start, end, .word)
    }
  }
}
