/// Finds the ends of sentences among the tokens of a text.
enum SentenceSplitter {
  /// The most tokens that a sentence may have: the parser's work grows with their square. Longer ones are cut.
  static let longest = 256

  /// Sentences as ranges of tokens, in order and without gap.
  static func split(_ tokens: TokenList, paragraphs: [Int], text: [UInt8]) -> [Range<Int>] {
    var sentences: [Range<Int>] = []
    for (index, first) in paragraphs.enumerated() {
      let end = index + 1 < paragraphs.count ? paragraphs[index + 1] : tokens.count
      let paragraph = Paragraph(tokens: tokens, text: text, range: first..<end)
      var start = first
      var token = first
      while token < end {
        guard let next = paragraph.sentenceEnd(after: token, from: start) else {
          token += 1
          continue
        }
        appendBounded(start..<next, tokens, text, to: &sentences)
        start = next
        token = next
      }
      if start < end { appendBounded(start..<end, tokens, text, to: &sentences) }
    }
    return sentences
  }

  /// Appends a sentence, cut after a comma or the like where it is too long for the parser.
  private static func appendBounded(
    _ sentence: Range<Int>, _ tokens: TokenList, _ text: [UInt8], to sentences: inout [Range<Int>]
  ) {
    var start = sentence.lowerBound
    while sentence.upperBound - start > longest {
      var cut = start + longest
      let earliest = start + longest / 2
      while cut > earliest, !isBreathing(text[Int(tokens.starts[cut - 1])]) { cut -= 1 }
      if cut == earliest { cut = start + longest }
      sentences.append(start..<cut)
      start = cut
    }
    sentences.append(start..<sentence.upperBound)
  }

  private static func isBreathing(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "-"), UInt8(ascii: "|"),
      UInt8(ascii: "*"):
      true
    default: false
    }
  }

  /// Whether the word at `offset` has a capital and is one that opens sentences: "The", not "Smith".
  static func isStarter(_ text: [UInt8], _ offset: Int) -> Bool {
    guard isUppercase(text[offset]) else { return false }
    var end = offset
    while end < text.count, isASCIILetter(text[end]) { end += 1 }
    if end - offset == 1, end < text.count, text[end] == UInt8(ascii: ".") { return false }
    return Lexicon.sentenceStarters.contains(text, offset..<end)
  }
}
