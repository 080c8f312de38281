extension TokenSplitter {
  /// Takes the word at `start` with the full stop behind it, where the two are one token, and returns where to go on.
  ///
  /// - Parameter stop: offset of the full stop.
  mutating func takeAbbreviation(_ start: Int, _ stop: Int) -> Int? {
    if let end = acronymEnd(start, stop) {
      tokens.append(start, end, .abbreviation)
      return end
    }
    let after = stop + 1
    if isFullStop(after), isFullStop(after + 1) { return nil }
    if stop - start == 1, isUppercase(text[start]), !isWordByte(after) {
      guard !endsSentence(after, whenStarting: true) else { return nil }
      tokens.append(start, after, .abbreviation)
      return after
    }
    guard let value = Lexicon.abbreviations[WordTable.hash(text, start..<stop)],
      let abbreviation = Lexicon.Abbreviation(rawValue: value),
      staysWhole(abbreviation, start, after)
    else { return nil }
    tokens.append(start, after, abbreviation == .title ? .title : .abbreviation)
    return after
  }

  /// Whether the full stop belongs to the abbreviation; at the end of a sentence it is a token of its own.
  private func staysWhole(_ abbreviation: Lexicon.Abbreviation, _ start: Int, _ after: Int) -> Bool {
    switch abbreviation {
    case .title: isUppercase(text[start]) && !endsSentence(after, whenStarting: false)
    case .capitalised: isUppercase(text[start]) && !endsSentence(after, whenStarting: true)
    case .numeric: nextOffset(after).map { isDigit(text[$0]) || text[chunk.lowerBound] == UInt8(ascii: "(") } ?? false
    case .general: !endsSentence(after, whenStarting: true)
    case .final: !endsSentence(after, whenStarting: false) && !isFollowedByCapital(after)
    }
  }

  /// "U.S.", "p.m", "Ph.D.": labels of one letter, or two, with full stops between them; nil where `start` has no such
  /// word.
  private func acronymEnd(_ start: Int, _ stop: Int) -> Int? {
    guard stop - start <= 2, stop + 1 < chunk.upperBound, isASCIILetter(text[stop + 1]) else { return nil }
    if stop - start == 2, !(isUppercase(text[start]) && isLowercase(text[start + 1])) { return nil }
    var end = stop
    let limit = start + Self.longestAcronym
    while end + 1 < chunk.upperBound, text[end] == UInt8(ascii: "."), isASCIILetter(text[end + 1]) {
      guard end < limit else { return nil }
      let label = end + 1
      end = label
      while end < chunk.upperBound, ByteClass(text[end]) == .letter { end += 1 }
      if end - label > 1, !(end - label == 2 && isUppercase(text[label]) && isLowercase(text[label + 1])) { return nil }
    }
    guard end == chunk.upperBound || !isWordByte(end) else { return nil }
    if isFullStop(end), !isFullStop(end + 1) || !isFullStop(end + 2) { end += 1 }
    return end
  }

  /// In bytes; keeps the search short in a text without spaces.
  private static let longestAcronym = 32

  private func isFullStop(_ position: Int) -> Bool {
    position < chunk.upperBound && text[position] == UInt8(ascii: ".")
  }

  /// Offset of the next character that is not white space, within the paragraph; nil at its end.
  func nextOffset(_ offset: Int) -> Int? {
    var position = offset
    while position < text.count {
      let character = TextCharacter(text, position)
      switch character.kind {
      case .newline: if endsParagraph(position) { return nil }
      case .space: break
      default: return position
      }
      position += character.length
    }
    return nil
  }

  /// Whether a sentence ends at `offset`: the paragraph does, or, if asked for, a word that opens sentences follows.
  private func endsSentence(_ offset: Int, whenStarting: Bool) -> Bool {
    guard let next = nextOffset(offset) else { return true }
    return whenStarting && next > offset && SentenceSplitter.isStarter(text, next)
  }

  private func isFollowedByCapital(_ offset: Int) -> Bool {
    guard let next = nextOffset(offset), next > offset else { return false }
    return isUppercase(text[next])
  }
}
