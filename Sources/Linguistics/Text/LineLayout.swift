/// Tells a text whose lines were broken at a fixed width from one in which a line is a paragraph.
enum LineLayout {
  /// The widest line that a program breaks at.
  private static let widest = 120
  /// Lines shorter than this on the average are a list.
  private static let narrowest = 40

  /// Whether the lines are broken at a fixed width: nearly every line that is followed by another was full, that is,
  /// the first word of the next would not have fitted in. Where there are few lines, one of them must go on with a
  /// small letter.
  static func isWrapped(_ text: [UInt8]) -> Bool {
    guard let width = width(text), width <= widest else { return false }
    var full = 0
    var breaks = 0
    var total = 0
    var continued = 0
    var start = 0
    for index in text.indices where text[index] == 0x0A {
      defer { start = index + 1 }
      let next = index + 1
      guard index > start, next < text.count, text[next] > 0x20 else { continue }
      breaks += 1
      total += index - start
      if isLowercase(text[next]) { continued += 1 }
      var wordEnd = next
      while wordEnd < text.count, text[wordEnd] > 0x20 { wordEnd += 1 }
      if index - start + 1 + wordEnd - next > width { full += 1 }
    }
    return (breaks >= 3 || continued > 0) && full * 10 >= breaks * 9 && total >= breaks * narrowest
  }

  /// Bytes of the longest line; nil as soon as a line is longer than any width.
  private static func width(_ text: [UInt8]) -> Int? {
    var width = 0
    var start = 0
    for index in text.indices where text[index] == 0x0A {
      width = max(width, index - start)
      if width > widest { return nil }
      start = index + 1
    }
    width = max(width, text.count - start)
    return width > widest ? nil : width
  }

  /// Whether, in a wrapped text, the newline at `offset` is followed by an empty line, an indented one or an item of a
  /// list.
  static func isHardBreak(_ text: [UInt8], _ offset: Int) -> Bool {
    let next = offset + 1
    guard next + 1 < text.count else { return true }
    switch text[next] {
    case 0x00...0x20: return true
    case UInt8(ascii: "-"), UInt8(ascii: "*"): return text[next + 1] == 0x20
    default: return false
    }
  }
}
