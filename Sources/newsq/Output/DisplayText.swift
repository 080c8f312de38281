/// Text as it stands in the cells of a terminal.
enum DisplayText {
  /// Columns the text takes.
  static func width(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + width($1) }
  }

  /// Columns one character takes: 0 for marks that join the one before, 2 for East Asian wide ones and pictures.
  static func width(_ scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x300 { return 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: return isWide(scalar.value) ? 2 : 1
    }
  }

  /// Source: Unicode's EastAsianWidth.txt, classes W and F, in ranges that take in a few unassigned ones.
  private static func isWide(_ value: UInt32) -> Bool {
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FC, 0x1F900...0x1F9FF,
      0x20000...0x3FFFD:
      true
    default: false
    }
  }

  /// The text without what a terminal would obey or break the line at: an article must not command a terminal.
  static func cleaned(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    var cleaned = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { cleaned.append(isObeyed(scalar) ? " " : scalar) }
    return String(cleaned)
  }

  /// Controls, line separators, and marks that turn the direction of what follows.
  static func isObeyed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case ..<0x20, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// The text in at most so many columns, with "…" for what is cut.
  static func shortened(_ text: String, to limit: Int) -> String {
    if text.utf8.count <= limit || width(text) <= limit { return text }
    guard limit > 0 else { return "" }
    var kept = String.UnicodeScalarView()
    var used = 0
    for scalar in text.unicodeScalars {
      used += width(scalar)
      if used > limit - 1 { break }
      kept.append(scalar)
    }
    while kept.last == " " { kept.removeLast() }
    return String(kept) + "…"
  }

  /// The text in at most so many columns, cut in front too where the words at `place`, in bytes, would be lost otherwise.
  static func excerpt(_ text: String, around place: Range<Int>, to limit: Int) -> String {
    if width(text) <= limit { return text }
    let front = Array(text.unicodeScalars.prefix(bytes: place.lowerBound))
    let words = text.unicodeScalars.prefix(bytes: place.upperBound).dropFirst(front.count)
    let columns = (front + words).reduce(0) { $0 + width($1) }
    guard columns >= limit else { return shortened(text, to: limit) }
    // A third of the room is for what leads to the words, from the start of a word on.
    var kept = front.count
    var used = 0
    while kept > 0, used + width(front[kept - 1]) < limit / 3 {
      kept -= 1
      used += width(front[kept])
    }
    let start = front[kept...].firstIndex(of: " ").map { $0 + 1 } ?? kept
    var rest = String.UnicodeScalarView()
    rest.append(contentsOf: text.unicodeScalars.dropFirst(start))
    return shortened("…" + String(rest), to: limit)
  }

  /// The text with spaces to so many columns.
  static func padded(_ text: String, to width: Int, right: Bool = false) -> String {
    let padding = String(repeating: " ", count: max(0, width - self.width(text)))
    return right ? padding + text : text + padding
  }
}

extension String.UnicodeScalarView {
  /// The characters that begin in the first so many bytes.
  fileprivate func prefix(bytes count: Int) -> SubSequence {
    var offset = 0
    return prefix { scalar in
      defer { offset += UTF8.width(scalar) }
      return offset < count
    }
  }
}
