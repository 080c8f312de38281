extension TokenSplitter {
  /// Takes the punctuation mark, symbol or run of them at `start` and returns where to go on.
  mutating func takePunctuation(at start: Int, _ character: TextCharacter) -> Int {
    switch character.kind {
    case .terminator: return takeTerminators(at: start)
    case .apostrophe: return takeApostrophe(at: start, character.length)
    case .straightQuote: return append(start, start + 1, .quote)
    case .open where text[start] < 0x80: return takeEmoticon(at: start) ?? append(start, start + 1, .open)
    case .open: return takeSingleQuotes(at: start, character.length) ?? append(start, start + character.length, .open)
    case .close: return append(start, start + character.length, .close)
    case .hyphen where text[start] < 0x80, .symbol where text[start] < 0x80: return takeSymbol(at: start)
    default: return append(start, start + character.length, .other)
    }
  }

  private mutating func append(_ start: Int, _ end: Int, _ kind: TokenKind) -> Int {
    tokens.append(start, end, kind)
    return end
  }

  /// ".", "...", "?!"; also ".04".
  private mutating func takeTerminators(at start: Int) -> Int {
    if text[start] == UInt8(ascii: "."), start == chunk.lowerBound || !isWordByte(start - 1),
      start + 1 < chunk.upperBound,
      isDigit(text[start + 1])
    {
      return append(start, NumberShape.end(in: text, from: start + 1, to: chunk.upperBound), .number)
    }
    var end = start
    var onlyDots = true
    while end < chunk.upperBound {
      let character = TextCharacter(text, end)
      guard character.kind == .terminator else { break }
      if text[end] == UInt8(ascii: "!") || text[end] == UInt8(ascii: "?") { onlyDots = false }
      end += character.length
    }
    return append(start, end, onlyDots && end > start + 1 ? .ellipsis : .terminator)
  }

  /// An apostrophe that no word stands in front of: a quote, a clitic set off, or "'em", "'72".
  private mutating func takeApostrophe(at start: Int, _ length: Int) -> Int {
    let after = start + length
    var end = after
    while end < chunk.upperBound, isASCIILetter(text[end]) || isDigit(text[end]) { end += 1 }
    let isAlone = start == chunk.lowerBound
    if end > after, isAlone ? isShortened(after, end) : isShortYear(after, end) || isClitic(start, after, end) {
      return append(start, end, .word)
    }
    if end == after, let pair = takeSingleQuotes(at: start, length) { return pair }
    return append(start, after, isAlone && end > after ? .open : text[start] < 0x80 ? .quote : .close)
  }

  private func isShortened(_ start: Int, _ end: Int) -> Bool {
    let isWhole = end == chunk.upperBound || TextCharacter(text, end).kind != .apostrophe
    guard isWhole else { return false }
    return isShortYear(start, end) || Lexicon.elided.contains(text, start..<end)
      || (end == chunk.upperBound && Lexicon.clitics.contains(text, start..<end))
  }

  /// The "'s" of "2008's".
  private func isClitic(_ apostrophe: Int, _ start: Int, _ end: Int) -> Bool {
    isWordByte(apostrophe - 1) && Lexicon.clitics.contains(text, start..<end)
  }

  /// "'72", "'60s".
  private func isShortYear(_ start: Int, _ end: Int) -> Bool {
    let digits = NumberShape.digits(text, start, end)
    return digits - start == 2 && (digits == end || (digits + 1 == end && text[digits] == UInt8(ascii: "s")))
  }

  /// Two single quotes that stand for a double one.
  private mutating func takeSingleQuotes(at start: Int, _ length: Int) -> Int? {
    let second = start + length
    guard second < chunk.upperBound, isSingleQuote(start), isSingleQuote(second) else { return nil }
    let end = second + TextCharacter(text, second).length
    return append(start, end, start == chunk.lowerBound ? .open : .close)
  }

  private func isSingleQuote(_ offset: Int) -> Bool {
    if text[offset] == UInt8(ascii: "'") { return true }
    guard offset + 2 < chunk.upperBound, text[offset] == 0xE2, text[offset + 1] == 0x80 else { return false }
    return text[offset + 2] == 0x98 || text[offset + 2] == 0x99
  }

  /// Symbols: "--", "***", "#tag", "+44", ":-)".
  private mutating func takeSymbol(at start: Int) -> Int {
    let byte = text[start]
    let isAlone = start == chunk.lowerBound
    let next = start + 1
    switch byte {
    case UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "="):
      if let end = takeEmoticon(at: start) { return end }
    case UInt8(ascii: "#") where isAlone && isLetter(next), UInt8(ascii: "@") where isAlone && isWordByte(next):
      return append(start, handleEnd(next), .word)
    case UInt8(ascii: "+") where isAlone && next < chunk.upperBound && isDigit(text[next]):
      return append(start, NumberShape.end(in: text, from: next, to: chunk.upperBound), .number)
    case UInt8(ascii: "<") where next < chunk.upperBound && text[next] == UInt8(ascii: "3"):
      return append(start, next + 1, .emoticon)
    default: break
    }
    return append(start, decorationEnd(start), .other)
  }

  private func handleEnd(_ start: Int) -> Int {
    var end = start
    while end < chunk.upperBound, isWordByte(end) || text[end] >= 0x80 && TextCharacter(text, end).kind == .letter {
      end += TextCharacter(text, end).length
    }
    return end
  }

  /// A run of marks used as a rule or arrow is one token.
  private func decorationEnd(_ start: Int) -> Int {
    let byte = text[start]
    var end = start + 1
    while end < chunk.upperBound, text[end] == byte || (isRule(byte) && isRule(text[end])) { end += 1 }
    if byte == UInt8(ascii: ";") || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "/") { return start + 1 }
    // "<>" and "|*" are two.
    if end == start + 2, text[start + 1] != byte, text[start + 1] != UInt8(ascii: "-"), byte != UInt8(ascii: "-") {
      return start + 1
    }
    return end
  }

  private func isRule(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "-"), UInt8(ascii: "="), UInt8(ascii: "*"), UInt8(ascii: "~"), UInt8(ascii: "|"),
      UInt8(ascii: "^"),
      UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  /// ":)", ";-)", ":D", "=(", at the end of a chunk.
  private mutating func takeEmoticon(at start: Int) -> Int? {
    var position = start + 1
    if position < chunk.upperBound, text[position] == UInt8(ascii: "-") { position += 1 }
    guard position < chunk.upperBound, text[start] != UInt8(ascii: "(") || text[position] == UInt8(ascii: ":") else {
      return nil
    }
    switch text[position] {
    case UInt8(ascii: ")"), UInt8(ascii: "("): break
    case UInt8(ascii: "D"), UInt8(ascii: "P"), UInt8(ascii: "O"), UInt8(ascii: "p"):
      guard start == chunk.lowerBound, text[start] != UInt8(ascii: "=") else { return nil }
    case UInt8(ascii: ":"): guard text[start] == UInt8(ascii: "(") else { return nil }
    default: return nil
    }
    let end = position + 1
    guard end == chunk.upperBound || text[end] == text[position] || ByteClass(text[end]) == .terminator else {
      return nil
    }
    return append(start, end, .emoticon)
  }
}
