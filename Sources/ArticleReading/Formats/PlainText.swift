/// A text file: header lines if it has any, a title if it has one, and paragraphs.
enum PlainText {
  /// Reads the file's header and finds the title.
  static func draft(_ text: [UInt8]) -> ArticleDraft {
    var draft = ArticleDraft()
    var body = TextHeader.read(text[...], into: &draft)
    if draft.title == nil, let (title, rest) = leadingTitle(of: body) {
      draft.title = Whitespace.line(title)
      body = rest
    }
    draft.text = unwrapped(body)
    return draft
  }

  /// The first line, if it is short, no sentence, and parted from the rest by an empty line.
  private static func leadingTitle(of body: Bytes) -> (title: Bytes, rest: Bytes)? {
    guard let start = body.firstIndex(where: { !$0.isSpace }) else { return nil }
    guard let end = body[start...].firstIndex(of: 0x0A), case let title = body[start..<end].trimmed else { return nil }
    let rest = body[(end + 1)...]
    let nextLine = rest.prefix { $0 != 0x0A }
    guard nextLine.allSatisfy(\.isSpace), rest.contains(where: { !$0.isSpace }) else { return nil }
    guard title.count <= 150, title.words.count >= 2, !title.endsSentence, title.last != UInt8(ascii: ":") else {
      return nil
    }
    return Dateline(title, anchor: nil) == nil && !LineFilter.isNoise(title) ? (title, rest) : nil
  }

  /// The paragraphs of a text, parted by newlines, whether its lines are paragraphs or were broken at a fixed width.
  static func unwrapped(_ text: Bytes) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    let lines = LineList(text)
    guard lines.areWrapped else {
      for line in lines.lines {
        result += line
        result.append(0x0A)
      }
      return result
    }
    for (index, line) in lines.lines.enumerated() {
      result += line
      if index + 1 < lines.lines.count, lines.continues(after: index) {
        let isHyphenated = line.last == UInt8(ascii: "-") && line.dropLast().last.map(\.isWord) == true
        if !isHyphenated { result.append(0x20) }
      } else {
        result.append(0x0A)
      }
    }
    return result
  }
}

/// The lines of a text, and whether they were broken at a fixed width.
private struct LineList {
  /// The lines without white space at their ends; empty ones part paragraphs.
  private(set) var lines: [Bytes] = []
  /// Whether the line began with a space or tab.
  private var isIndented: [Bool] = []
  /// Bytes of the longest line.
  private let width: Int
  let areWrapped: Bool

  /// No program breaks lines wider than this.
  private static let widest = 160
  /// Lines shorter than this on the average are a list, or verse.
  private static let narrowest = 40

  init(_ text: Bytes) {
    var start = text.startIndex
    while start < text.endIndex {
      let end = text[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? text.endIndex
      let line = text[start..<end].trimmed
      if !line.isEmpty || lines.last?.isEmpty == false {  // one empty line says as much as many
        lines.append(line)
        isIndented.append(end > start && text[start].isSpace)
      }
      let isPair = end + 1 < text.endIndex && text[end] == 0x0D && text[end + 1] == 0x0A
      start = end + (isPair ? 2 : 1)
    }
    width = lines.reduce(0) { max($0, $1.count) }
    areWrapped = width <= Self.widest && Self.areBroken(lines, width: width)
  }

  /// Whether most lines that are followed by another stop in the middle of a sentence, and are nearly as long as the
  /// longest.
  private static func areBroken(_ lines: [Bytes], width: Int) -> Bool {
    var breaks = 0
    var unfinished = 0
    var bytes = 0
    for (line, next) in zip(lines, lines.dropFirst()) where !line.isEmpty && !next.isEmpty {
      breaks += 1
      bytes += line.count
      if !line.endsSentence { unfinished += 1 }
    }
    guard breaks > 0 else { return false }
    return unfinished * 2 > breaks && bytes >= breaks * narrowest && bytes * 5 >= breaks * width * 3
  }

  /// Whether the next line goes on with the paragraph of this one.
  func continues(after index: Int) -> Bool {
    let line = lines[index]
    let next = lines[index + 1]
    guard !line.isEmpty, !next.isEmpty, !(isIndented[index + 1] && !isIndented[index]) else { return false }
    let isItem = next.count > 1 && (next.first == UInt8(ascii: "-") || next.first == UInt8(ascii: "*"))
    if isItem, next[next.startIndex + 1] == 0x20 { return false }
    let nextWord = next.prefix { !$0.isSpace }.count
    let wasFull = line.count + 1 + nextWord > width - 10
    return wasFull || !line.endsSentence
  }
}
