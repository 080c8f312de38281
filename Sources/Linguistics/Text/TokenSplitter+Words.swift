extension TokenSplitter {
  /// Takes the word at `start`, with everything that belongs to its token, and returns where to go on.
  ///
  /// - Parameter inside: end of the part that is known to belong to it.
  mutating func takeWord(at start: Int, from inside: Int? = nil) -> Int {
    if inside == nil, mayHoldAddress, let end = WebAddress.end(in: text, from: start, to: chunk.upperBound) {
      tokens.append(start, end, .other)
      return end
    }
    var position = inside ?? start
    while true {
      position = wordRunEnd(position)
      guard position < chunk.upperBound else { break }
      let character = TextCharacter(text, position)
      switch character.kind {
      case .apostrophe:
        if let next = takeContraction(start, position, character.length) { return next }
        guard isLetter(position + character.length) else { return finish(start, position) }
        position += character.length
      case .terminator where text[position] == UInt8(ascii: "."):
        if let next = takeAbbreviation(start, position) { return next }
        return finish(start, position)
      case .terminator
      where text[position] == UInt8(ascii: "!") && WordTable.hash(text, start..<position) == Self.yahoo:
        return finish(start, position + 1)
      default:
        guard staysInside(start, position, character) else { return finish(start, position) }
        position += character.length
        if text[position - 1] == UInt8(ascii: "$") || position == chunk.upperBound { return finish(start, position) }
      }
    }
    return finish(start, position)
  }

  /// End of the run of letters and digits at `position`.
  private func wordRunEnd(_ start: Int) -> Int {
    var position = start
    while position < chunk.upperBound {
      let byte = text[position]
      if byte < 0x80 {
        guard ByteClass(byte) == .letter || isDigit(byte) else { break }
        position += 1
      } else {
        let character = TextCharacter(text, position)
        guard character.kind == .letter || character.kind == .digit else { break }
        position += character.length
      }
    }
    return position
  }

  func isLetter(_ position: Int) -> Bool {
    position < chunk.upperBound && TextCharacter(text, position).kind == .letter
  }

  private mutating func finish(_ start: Int, _ end: Int) -> Int {
    word(start, end)
    return end
  }

  /// Whether the character after the word stays in its token: "anti-war", "AT&T", "w/o", "US$", "sh*t".
  private func staysInside(_ start: Int, _ position: Int, _ character: TextCharacter) -> Bool {
    let next = position + character.length
    switch text[position] {
    case UInt8(ascii: "-"): return isLetter(next) && Lexicon.hyphenPrefixes.contains(text, start..<position)
    case UInt8(ascii: "&"): return joinsInitials(start, position)
    case UInt8(ascii: "/"): return isSlashed(start, position)
    case UInt8(ascii: "*"): return isLetter(next)
    case UInt8(ascii: "$"): return position - start <= 3 && text[start..<position].allSatisfy(isUppercase)
    default: return false
    }
  }

  /// "R&D", "PG&E", "p&l".
  private func joinsInitials(_ start: Int, _ ampersand: Int) -> Bool {
    let end = wordRunEnd(ampersand + 1)
    let before = text[start..<ampersand]
    let after = text[(ampersand + 1)..<end]
    guard before.count <= 3, (1...3).contains(after.count) else { return false }
    return (before.count == 1 && after.count == 1) || (before.allSatisfy(isUppercase) && after.allSatisfy(isUppercase))
  }

  private func isSlashed(_ start: Int, _ slash: Int) -> Bool {
    guard slash - start == 1 else { return false }
    return Lexicon.slashed.contains(text, start..<wordRunEnd(slash + 1))
  }

  /// Takes a contraction or genitive apart at the apostrophe behind its first part and returns where to go on;
  /// nil where the apostrophe is part of the word ("O'Connell") or a quote.
  private mutating func takeContraction(_ start: Int, _ apostrophe: Int, _ length: Int) -> Int? {
    let after = apostrophe + length
    var end = after
    while end < chunk.upperBound, isASCIILetter(text[end]) { end += 1 }
    if end - after == 1, text[end - 1] | 0x20 == UInt8(ascii: "t"), text[apostrophe - 1] | 0x20 == UInt8(ascii: "n"),
      apostrophe - 1 > start
    {
      tokens.append(start, apostrophe - 1, .word)
      tokens.append(apostrophe - 1, end, .word)
      return takeClitics(at: end)
    }
    if text[start..<apostrophe].elementsEqual([UInt8(ascii: "y")]), WordTable.hash(text, after..<end) == Self.all {
      tokens.append(start, after, .word)
      return after
    }
    guard end > after, !isWordByte(end), Lexicon.clitics.contains(text, after..<end), !isDecade(start, apostrophe)
    else { return nil }
    word(start, apostrophe)
    tokens.append(apostrophe, end, .word)
    return takeClitics(at: end)
  }

  /// The company writes itself with the mark.
  private static let yahoo = WordTable.hash(Array("yahoo".utf8), 0..<5)
  private static let all = WordTable.hash(Array("all".utf8), 0..<3)

  /// Takes the clitics that follow a clitic: "couldn't've".
  private mutating func takeClitics(at start: Int) -> Int {
    guard start < chunk.upperBound else { return start }
    let character = TextCharacter(text, start)
    guard character.kind == .apostrophe else { return start }
    var end = start + character.length
    while end < chunk.upperBound, isASCIILetter(text[end]) { end += 1 }
    guard Lexicon.clitics.contains(text, start + character.length..<end) else { return start }
    tokens.append(start, end, .word)
    return end
  }

  func isWordByte(_ position: Int) -> Bool {
    position < chunk.upperBound && (ByteClass(text[position]) == .letter || isDigit(text[position]))
  }

  /// "1960's": the years and not their possession.
  private func isDecade(_ start: Int, _ end: Int) -> Bool {
    let digits = text[start..<end]
    return (digits.count == 2 || digits.count == 4) && digits.last == UInt8(ascii: "0") && digits.allSatisfy(isDigit)
  }

  /// Takes the number at `start` and a unit written against it.
  mutating func takeNumber(at start: Int) -> Int {
    if mayHoldAddress, let end = WebAddress.end(in: text, from: start, to: chunk.upperBound) {
      tokens.append(start, end, .other)
      return end
    }
    let end = max(
      NumberShape.end(in: text, from: start, to: chunk.upperBound), start + TextCharacter(text, start).length)
    var suffix = end
    while suffix < chunk.upperBound, isASCIILetter(text[suffix]) { suffix += 1 }
    if suffix == end { return takeNumberAlone(start, end) }
    if !isWordByte(suffix), Lexicon.units.contains(text, end..<suffix) || suffix - end > 4 {
      tokens.append(start, end, .number)
      return end
    }
    // "19th", "1990s", "4A", "2nd".
    return takeWord(at: start, from: end)
  }

  private mutating func takeNumberAlone(_ start: Int, _ end: Int) -> Int {
    if end + 1 < chunk.upperBound, isDecade(start, end), TextCharacter(text, end).kind == .apostrophe {
      let after = end + TextCharacter(text, end).length
      if after < chunk.upperBound, text[after] == UInt8(ascii: "s"), !isWordByte(after + 1) {
        tokens.append(start, after + 1, .number)
        return after + 1
      }
    }
    tokens.append(start, end, .number)
    return end
  }
}
