import NewsModel

/// The story in a text: its paragraphs without what editors, agencies and pages put between them.
struct Story {
  /// Paragraphs parted by one newline.
  private(set) var text: [UInt8] = []
  /// The agency that credits, a sign-off or the dateline name.
  private(set) var agency: String?
  /// The date that a line of its own gives.
  private(set) var date: String?
  /// The day of the dateline.
  private(set) var datelineDay: CalendarDate?

  /// Lines from the start in which a byline or a date may stand.
  private static let head = 4

  /// Cleans a text whose paragraphs are parted by newlines.
  ///
  /// - Parameters:
  ///   - title: The title, left out where the text repeats it.
  ///   - anchor: The day before which a dateline without a year must lie.
  init(_ raw: [UInt8], title: String?, anchor: CalendarDate?) {
    let title = title.map { Array($0.utf8) } ?? []
    var paragraphs: [Bytes] = []
    var seen: Set<UInt64> = []
    for (index, line) in Whitespace.lines(raw).enumerated() {
      if index < Self.head, line.elementsEqual(title) { continue }
      switch LineFilter.verdict(line, paragraphs.count < Self.head && index < 2 * Self.head ? .start : .middle) {
      case .noise: continue
      case .credit(let named): agency = agency ?? named
      case .date(let day): date = date ?? day
      case .story:
        // A pull quote repeats a paragraph; its events happened once.
        guard line.count < 40 || seen.insert(ContentHash.of(line)).inserted else { continue }
        paragraphs.append(line)
      }
    }
    takeDateline(&paragraphs, anchor: anchor)
    takeSignOff(&paragraphs)
    text = Array(paragraphs.joined(separator: [0x0A]))
  }

  /// Takes the dateline and labels off the first paragraph.
  private mutating func takeDateline(_ paragraphs: inout [Bytes], anchor: CalendarDate?) {
    guard let first = paragraphs.first else { return }
    var rest = first
    if let label = Self.label(of: rest) { rest = rest.dropFirst(label) }
    if let dateline = Dateline(rest, anchor: anchor) {
      agency = dateline.agency ?? agency
      datelineDay = dateline.date
      rest = rest.dropFirst(dateline.length)
    }
    if rest.isEmpty { paragraphs.removeFirst() } else { paragraphs[0] = rest }
  }

  /// Length of a label such as "BREAKING: " or "UPDATE 1 - ".
  private static func label(of paragraph: Bytes) -> Int? {
    for word in labels where paragraph.starts(with: word) {
      let rest = paragraph.dropFirst(word.count).drop { $0 == 0x20 || $0.isDigit }
      for mark in [":", "-", "–", "—", "|"] where rest.starts(with: mark.utf8) {
        let story = rest.dropFirst(mark.utf8.count).drop { $0 == 0x20 || $0 == UInt8(ascii: "-") }
        return story.startIndex - paragraph.startIndex
      }
    }
    return nil
  }

  private static let labels = ["BREAKING NEWS", "BREAKING", "UPDATED", "UPDATE", "EXCLUSIVE", "JUST IN"].map(\.bytes)

  /// Takes an agency's name off the end: "… in Geneva. (ANI)", "… he said. — Reuters".
  private mutating func takeSignOff(_ paragraphs: inout [Bytes]) {
    guard let last = paragraphs.last, let sign = SignOff(last) else { return }
    agency = agency ?? sign.agency
    paragraphs[paragraphs.count - 1] = sign.story
  }
}

/// An agency's name behind the last sentence.
private struct SignOff {
  let story: Bytes
  let agency: String

  init?(_ paragraph: Bytes) {
    var end = paragraph.endIndex
    let isBracketed = paragraph.last == UInt8(ascii: ")") || paragraph.last == UInt8(ascii: "]")
    if isBracketed { end -= 1 }
    let start = paragraph[..<end].lastIndex { Self.isBoundary($0, isBracketed: isBracketed) }
    guard let start, let agency = Agencies.exactly(paragraph[(start + 1)..<end]) else { return nil }
    var story = paragraph[...start].trimmed
    if isBracketed { story = story.dropLast().trimmed }
    for dash in ["—", "–", "--", "-"] where story.suffix(dash.utf8.count).elementsEqual(dash.utf8) {
      story = story.dropLast(dash.utf8.count).trimmed
      break
    }
    guard story.endsSentence else { return nil }
    self.story = story
    self.agency = agency
  }

  /// What stands before the name: its bracket, or else a space or the last byte of a dash or full stop.
  private static func isBoundary(_ byte: UInt8, isBracketed: Bool) -> Bool {
    if isBracketed { return byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[") }
    return byte == 0x20 || byte == UInt8(ascii: "-") || byte == 0x94 || byte == 0x93
  }
}
