/// The tokens of one paragraph, asked where its sentences end.
struct Paragraph {
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
    case .abbreviation: return endAfterAbbreviation(token, start)
    case .emoticon: return token + 1 < range.upperBound && isCapital(token + 1) ? token + 1 : nil
    case .number, .word: return endAroundStamp(token, start)
    case .other: return isURL(token) && token + 1 < range.upperBound && isCapital(token + 1) ? token + 1 : nil
    default: return nil
    }
  }

  /// An abbreviation ends a sentence where a word that opens sentences follows. Behind "a.m." and "p.m." any capital
  /// does that is no day or zone, unless all that went before is "At 8 a.m.".
  private func endAfterAbbreviation(_ token: Int, _ start: Int) -> Int? {
    let next = skipClosing(token + 1, start)
    guard next < range.upperBound, hasSpaceBefore(next) else { return nil }
    if SentenceSplitter.isStarter(text, Int(tokens.starts[next])) { return next }
    return token - start > 3 && isHalfDay(token) && isPlainCapital(next) ? next : nil
  }

  private func isHalfDay(_ token: Int) -> Bool {
    Self.halfDays.contains(text, Int(tokens.starts[token])..<Int(tokens.ends[token]))
  }

  private static let halfDays = WordTable(words: "a.m. p.m.")

  /// Whether the token has one capital and is no name of a day, month or zone.
  private func isPlainCapital(_ token: Int) -> Bool {
    let span = Int(tokens.starts[token])..<Int(tokens.ends[token])
    return isCapital(token) && isCapitalised(token) && !Self.daysAndZones.contains(text, span)
  }

  private static let daysAndZones = WordTable(
    words: """
      monday tuesday wednesday thursday friday saturday sunday mon. tue. tues. wed. thu. thur. thurs. fri. sat. sun. \
      january february march april may june july august september october november december jan. feb. mar. apr. jun. \
      jul. aug. sept. oct. nov. dec. eastern central mountain pacific atlantic western local greenwich moscow
      """)

  /// The sentence ends before and after the date and time of a message or page: "01/10/2022 11:36 AM".
  private func endAroundStamp(_ token: Int, _ start: Int) -> Int? {
    if token > start, isCapital(token), let end = stampEnd(token + 1), end < range.upperBound { return token + 1 }
    for first in stride(from: token - 1, through: max(start, token - 2), by: -1) {
      if stampEnd(first) == token + 1, token + 1 < range.upperBound, isCapital(token + 1) { return token + 1 }
    }
    return nil
  }

  /// The token after the date and time that begin at `token`.
  private func stampEnd(_ token: Int) -> Int? {
    guard token + 1 < range.upperBound, tokens.kinds[token] == .number, tokens.kinds[token + 1] == .number,
      has(UInt8(ascii: "/"), token), has(UInt8(ascii: ":"), token + 1)
    else { return nil }
    let next = token + 2
    guard next < range.upperBound, length(next) == 2, text[Int(tokens.ends[next]) - 1] == UInt8(ascii: "M") else {
      return next
    }
    return next + 1
  }

  private func has(_ byte: UInt8, _ token: Int) -> Bool {
    length(token) >= 4 && text[Int(tokens.starts[token])..<Int(tokens.ends[token])].contains(byte)
  }

  /// "http://…" or "www.…".
  private func isURL(_ token: Int) -> Bool {
    let start = Int(tokens.starts[token])
    guard length(token) > 7 else { return false }
    return text[start..<start + 4].elementsEqual("http".utf8) || text[start..<start + 4].elementsEqual("www.".utf8)
  }

  private func endAfterTerminator(_ token: Int, _ start: Int) -> Int? {
    let next = skipClosing(token + 1, start)
    guard next < range.upperBound else { return next }
    if tokens.kinds[next] == .terminator, length(next) == 1, length(token) == 1 { return nil }  // ". . ."
    // "1." and "A." number an item.
    if (1...2).contains(token - start), tokens.kinds[token - 1] == .number || length(token - 1) == 1 { return nil }
    guard hasSpaceBefore(next) else { return isCapital(next) && isCapitalised(next) ? next : nil }
    if isLowercase(text[Int(tokens.starts[next])]) {
      return next == token + 1 || isURL(next) ? next : nil
    }
    if next > token + 1, !isFullStop(token), isCapital(next), isReporting(next) { return nil }
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
    for other in max(start, token - SentenceSplitter.longest)..<token where tokens.kinds[other] == .quote { count += 1 }
    return count % 2 == 1
  }

  private func hasSpaceBefore(_ token: Int) -> Bool { tokens.starts[token] != tokens.ends[token - 1] }

  private func length(_ token: Int) -> Int { Int(tokens.ends[token] - tokens.starts[token]) }

  private func isCapital(_ token: Int) -> Bool { isUppercase(text[Int(tokens.starts[token])]) }

  /// A capital and a small letter after it.
  private func isCapitalised(_ token: Int) -> Bool {
    length(token) >= 2 && isLowercase(text[Int(tokens.starts[token]) + 1])
  }

  /// Whether the token is a mark that no sentence begins with: a comma, a long dash, or a hyphen with a small
  /// letter behind it.
  private func goesOn(_ token: Int) -> Bool {
    guard tokens.kinds[token] == .other else { return false }
    switch text[Int(tokens.starts[token])] {
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "/"): return true
    case 0xE2: return true
    case UInt8(ascii: "-"): return token + 1 < range.upperBound && !isCapital(token + 1) && length(token) <= 3
    default: return false
    }
  }

  private func isFullStop(_ token: Int) -> Bool { text[Int(tokens.starts[token])] == UInt8(ascii: ".") }

  /// Whether a name and a verb of saying follow: "“Why?” Putin asked."; behind a full stop they begin a sentence.
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
