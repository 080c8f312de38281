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

/// The tokens of one paragraph, asked where its sentences end.
private struct Paragraph {
  let tokens: TokenList
  let text: [UInt8]
  let range: Range<Int>

  /// The first token of the next sentence, if one ends at `token`; nil where it goes on.
  func sentenceEnd(after token: Int, from start: Int) -> Int? {
    switch tokens.kinds[token] {
    case .terminator: return endAfterTerminator(token, start)
    case .ellipsis:
      let next = skipClosing(token + 1, start)
      guard next < range.upperBound else { return next }
      return isCapital(next) ? next : nil
    case .abbreviation:
      let next = skipClosing(token + 1, start)
      guard next < range.upperBound, hasSpaceBefore(next) else { return nil }
      return SentenceSplitter.isStarter(text, Int(tokens.starts[next])) ? next : nil
    case .emoticon: return token + 1 < range.upperBound && isCapital(token + 1) ? token + 1 : nil
    default: return nil
    }
  }

  private func endAfterTerminator(_ token: Int, _ start: Int) -> Int? {
    let next = skipClosing(token + 1, start)
    guard next < range.upperBound else { return next }
    if tokens.kinds[next] == .terminator, length(next) == 1, length(token) == 1 { return nil }  // ". . ."
    // "1." and "A." number an item.
    if (1...2).contains(token - start), tokens.kinds[token - 1] == .number || length(token - 1) == 1 { return nil }
    guard hasSpaceBefore(next) else { return isCapital(next) && isCapitalised(next) ? next : nil }
    if isLowercase(text[Int(tokens.starts[next])]) {
      return next == token + 1 ? next : nil
    }
    if next > token + 1, isCapital(next), isReporting(next) { return nil }
    return goesOn(next) ? nil : next
  }

  /// The token after the quotes and brackets that close at `token`.
  private func skipClosing(_ token: Int, _ start: Int) -> Int {
    var next = token
    while next < range.upperBound {
      switch tokens.kinds[next] {
      case .close, .emoticon: break
      case .open:
        guard let end = citationEnd(next) else { return next }
        next = end
      case .quote:
        guard !hasSpaceBefore(next) || (next + 1 < range.upperBound && hasSpaceBefore(next + 1) && isOpen(next, start))
        else { return next }
      default: return next
      }
      next += 1
    }
    return next
  }

  /// The closing bracket of a note, "[12]", that begins at `token`.
  private func citationEnd(_ token: Int) -> Int? {
    guard text[Int(tokens.starts[token])] == UInt8(ascii: "["), token + 2 < range.upperBound,
      tokens.kinds[token + 1] == .number, tokens.kinds[token + 2] == .close
    else { return nil }
    return token + 2
  }

  /// Whether an odd number of quotes like the one at `token` stands before it in its sentence.
  private func isOpen(_ token: Int, _ start: Int) -> Bool {
    var count = 0
    for other in start..<token where tokens.kinds[other] == .quote { count += 1 }
    return count % 2 == 1
  }

  private func hasSpaceBefore(_ token: Int) -> Bool { tokens.starts[token] != tokens.ends[token - 1] }

  private func length(_ token: Int) -> Int { Int(tokens.ends[token] - tokens.starts[token]) }

  private func isCapital(_ token: Int) -> Bool { isUppercase(text[Int(tokens.starts[token])]) }

  /// A capital and a small letter after it.
  private func isCapitalised(_ token: Int) -> Bool {
    length(token) >= 2 && isLowercase(text[Int(tokens.starts[token]) + 1])
  }

  /// Whether the token is a mark that no sentence begins with: a dash, a comma.
  private func goesOn(_ token: Int) -> Bool {
    guard tokens.kinds[token] == .other else { return false }
    switch text[Int(tokens.starts[token])] {
    case UInt8(ascii: "-"), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "/"), 0xE2:
      return true
    default: return false
    }
  }

  /// Whether a name and a verb of saying follow: "“Why?” Putin asked."
  private func isReporting(_ token: Int) -> Bool {
    var next = token
    while next < min(token + 4, range.upperBound), isCapital(next) { next += 1 }
    guard next < range.upperBound, next > token else { return false }
    return Self.saying.contains(text, Int(tokens.starts[next])..<Int(tokens.ends[next]))
  }

  private static let saying = WordTable(
    words:
      "said says asked asks added adds told tells wrote writes replied shouted cried explained warned declared insisted"
  )
}
