/// The line that names the writers: "By Jane Doe", "By JANE DOE and John Roe, Associated Press".
enum Byline {
  static func matches(_ line: Bytes) -> Bool {
    guard line.count <= 120, line.count >= 6, line.hasPrefix("by ".bytes), line.first == UInt8(ascii: "B") else {
      return false
    }
    let words = line.dropFirst(3).words
    guard (1...14).contains(words.count), let last = words.last, last.last != UInt8(ascii: ".") else { return false }
    return words.allSatisfy(isNamePart) && !startsWithTime(words)
  }

  /// "By Monday evening" and "By January" begin sentences.
  private static func startsWithTime(_ words: [Bytes]) -> Bool {
    DateParser.isMonthOrWeekday(words[0]) || words[0].contains(where: \.isDigit)
  }

  static func isNamePart(_ word: Bytes) -> Bool {
    guard let first = word.first else { return false }
    if first.isUpper || first >= 0x80 || !first.isWord { return true }
    return particles.contains(word.string)
  }

  private static let particles: Set = [
    "and", "for", "in", "of", "with", "at", "the", "de", "del", "della", "da", "di", "dos", "du", "la", "le", "van",
    "von",
    "der", "den", "ter", "bin", "al", "el", "y", "e", "dpa",
  ]
}
