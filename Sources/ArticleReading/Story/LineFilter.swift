/// Decides by its words whether a line is story.
enum LineFilter {
  /// Where a line stands in its text: bylines stand at the start.
  enum Position { case start, middle }

  enum Verdict: Hashable {
    case story
    case noise
    /// A line that says who reported or photographed; with the agency it names.
    case credit(agency: String?)
    /// A line that is the article's date.
    case date(String)
  }

  /// Lines longer than this are judged by their beginnings only.
  private static let longestCredit = 300

  static func isNoise(_ line: Bytes) -> Bool { verdict(line, .start) != .story }

  static func verdict(_ line: Bytes, _ position: Position) -> Verdict {
    let core = undecorated(line)
    guard core.contains(where: \.isWord) else { return .noise }
    if let agency = signature(core) { return .credit(agency: agency) }
    if let verdict = byBeginning(line, core) { return verdict }
    if core.count <= longestCredit {
      if NoisePhrases.anywhere.isFound(in: core) || hasPictureCredit(line, core) { return .credit(agency: nil) }
      if isAddress(core) || isReference(core) { return .noise }
    }
    guard position == .start else { return .story }
    if Byline.matches(core) { return .credit(agency: Agencies.first(in: core)) }
    if let date = DateReader.readLine(core) { return .date(date) }
    return .story
  }

  /// Without brackets, bullets and dashes around it.
  private static func undecorated(_ line: Bytes) -> Bytes {
    var core = line
    while let first = core.first, isDecoration(first) || first == UInt8(ascii: "-") {
      core = core.dropFirst()
    }
    for dash in ["–", "—", "•", "»", "▶", "►", "BULLET::::-", "BULLET::::"] where core.starts(with: dash.utf8) {
      core = core.dropFirst(dash.utf8.count).drop(while: \.isSpace)
    }
    while let last = core.last, isDecoration(last) { core = core.dropLast() }
    return core
  }

  private static func isDecoration(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "*"),
      UInt8(ascii: "|"), UInt8(ascii: ">"), UInt8(ascii: "#"), UInt8(ascii: "/"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  /// The agency, if it is all there is: "— Reuters", "(AFP)", "AFP, GENEVA".
  private static func signature(_ core: Bytes) -> String? {
    guard core.count <= 60 else { return nil }
    if let agency = Agencies.exactly(core) { return agency }
    guard let comma = core.firstIndex(of: UInt8(ascii: ",")), !core.contains(where: \.isLower) else { return nil }
    return Agencies.exactly(core[..<comma])
  }

  private static func byBeginning(_ line: Bytes, _ core: Bytes) -> Verdict? {
    if let length = NoisePhrases.labels.prefix(of: core), isLabel(core, length) {
      if let date = DateReader.readLine(core) { return .date(date) }
      return .credit(agency: nil)
    }
    if let length = NoisePhrases.whole.prefix(of: core), isEnd(core, from: length) { return .noise }
    guard core.count <= longestCredit else { return nil }
    if NoisePhrases.credits.prefix(of: core) != nil { return .credit(agency: Agencies.first(in: core)) }
    if NoisePhrases.openings.prefix(of: core) != nil { return .noise }
    if let length = NoisePhrases.likelyCredits.prefix(of: core), isBracketed(line) || isNoSentence(core, length) {
      return .credit(agency: Agencies.first(in: core))
    }
    return nil
  }

  /// Whether a line that begins as a credit goes on as one: without an end, in parts, or with names only.
  private static func isNoSentence(_ core: Bytes, _ length: Int) -> Bool {
    !core.endsSentence || core.contains(UInt8(ascii: ";"))
      || core.dropFirst(length).words.allSatisfy(Byline.isNamePart)
  }

  private static func isBracketed(_ line: Bytes) -> Bool {
    line.first == UInt8(ascii: "(") || line.first == UInt8(ascii: "[")
  }

  /// Whether the first `length` bytes are parted from the rest by a mark, are all there is, or are all in capitals.
  private static func isLabel(_ core: Bytes, _ length: Int) -> Bool {
    if isEnd(core, from: length) { return true }
    let rest = core[(core.startIndex + length)...].drop(while: \.isSpace)
    if rest.first == UInt8(ascii: ":") || rest.first == UInt8(ascii: "|") { return true }
    let isSpaced = rest.startIndex > core.startIndex + length
    if isSpaced, rest.starts(with: "- ".utf8) || rest.starts(with: "–".utf8) || rest.starts(with: "—".utf8) {
      return true
    }
    let label = core.prefix(length)
    return label.contains(0x20) && !label.contains(where: \.isLower) && core.contains(where: \.isLower)
  }

  private static func isEnd(_ core: Bytes, from length: Int) -> Bool {
    !core.dropFirst(length).contains(where: \.isWord)
  }

  /// Whether it is a caption with its credit: "… [Jane Doe/AFP]", "… (Photo by Jane Doe)", "… | Pic: AP", "… Photo: AP".
  private static func hasPictureCredit(_ line: Bytes, _ core: Bytes) -> Bool {
    if NoisePhrases.captionEnds.contains(where: core.hasSuffix) || endsInLabel(core) { return true }
    if let bar = line.lastIndex(of: UInt8(ascii: "|")) {
      return NoisePhrases.pictureCredits.prefix(of: line[(bar + 1)...].trimmed) != nil
    }
    guard let last = line.last, last == UInt8(ascii: ")") || last == UInt8(ascii: "]") else { return false }
    let opening = last == UInt8(ascii: ")") ? UInt8(ascii: "(") : UInt8(ascii: "[")
    guard let start = line.lastIndex(of: opening) else { return false }
    let credit = line[(start + 1)...].dropLast()
    if NoisePhrases.pictureCredits.prefix(of: credit) != nil { return true }
    guard Agencies.first(in: credit) != nil else { return false }
    return credit.contains(UInt8(ascii: "/")) || credit.hasPrefix("via ".bytes)
  }

  /// Whether a label with a capital and a few words are the end: "… on Monday. Photo: AP".
  private static func endsInLabel(_ core: Bytes) -> Bool {
    guard let colon = core.lastIndex(of: UInt8(ascii: ":")), core.endIndex - colon <= 40 else { return false }
    return NoisePhrases.pictureLabels.contains { core[..<colon].suffix($0.count).elementsEqual($0) }
  }

  /// Whether it names another article: a title in quotation marks, a dash, where it stood and its date.
  private static func isReference(_ core: Bytes) -> Bool {
    var end = core
    while let last = end.last, !last.isDigit, !last.isLetter { end = end.dropLast() }
    guard end.suffix(4).count == 4, end.suffix(4).allSatisfy(\.isDigit) else { return false }
    return ["\" — ", "” — ", "\"— ", "\" – ", "” – ", "\" - ", "” - "].contains { mark in
      let mark = Array(mark.utf8)
      return end.indices.contains { $0 >= end.endIndex - 90 && end[$0...].starts(with: mark) }
    }
  }

  /// Whether it is one web or mail address and nothing else.
  private static func isAddress(_ core: Bytes) -> Bool {
    guard !core.contains(0x20) else { return false }
    return core.hasPrefix("http://".bytes) || core.hasPrefix("https://".bytes) || core.hasPrefix("www.".bytes)
      || core.contains(UInt8(ascii: "@"))
  }
}
