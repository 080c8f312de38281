/// White space as the stored text has it: one space between words, none at the ends of a line.
enum Whitespace {
  /// One line: newlines in it are spaces too.
  static func line(_ text: Bytes) -> String {
    var result: [UInt8] = []
    append(text, to: &result, from: 0)
    if result.last == 0x20 { result.removeLast() }
    return String(decoding: result.map { $0 == 0x0A ? 0x20 : $0 }, as: UTF8.self)
  }

  /// The lines of a text, cleaned and not empty.
  static func lines(_ text: [UInt8]) -> [Bytes] {
    var buffer: [UInt8] = []
    buffer.reserveCapacity(text.count)
    var start = 0
    while start < text.count {
      let end = text[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? text.count
      append(text[start..<end], to: &buffer, from: buffer.count)
      if buffer.last == 0x20 { buffer.removeLast() }
      if let last = buffer.last, last != 0x0A { buffer.append(0x0A) }
      start = end + 1
    }
    return buffer[...].lines
  }

  /// Appends a line with every run of white space as one space; none is put at `start`, where the line begins.
  private static func append(_ line: Bytes, to buffer: inout [UInt8], from start: Int) {
    var index = line.startIndex
    while index < line.endIndex {
      let plain = plainEnd(line, from: index)
      if plain > index {
        buffer += line[index..<plain]
        index = plain
        continue
      }
      let byte = line[index]
      index += 1
      if byte <= 0x20 || byte == 0x7F {
        space(&buffer, start)
      } else if byte < 0xC2 || byte > 0xEF {
        buffer.append(byte)
      } else {
        index += appendSpecial(line, at: index - 1, to: &buffer, start) - 1
      }
    }
  }

  /// The end of what can be copied as it is: ASCII, with single spaces behind words.
  private static func plainEnd(_ line: Bytes, from start: Int) -> Int {
    var index = start
    while index < line.endIndex {
      let byte = line[index]
      guard (byte > 0x20 && byte < 0x7F) || (byte == 0x20 && index > start && line[index - 1] != 0x20) else { break }
      index += 1
    }
    return index
  }

  /// Appends what stands for the character at `index` and returns how many bytes of the line that was.
  private static func appendSpecial(_ line: Bytes, at index: Int, to buffer: inout [UInt8], _ start: Int) -> Int {
    switch Special(line, at: index) {
    case .space(let length):
      space(&buffer, start)
      return length
    case .lineBreak(let length):
      if buffer.count > start, buffer[buffer.count - 1] == 0x20 { buffer.removeLast() }
      if buffer.count > start, buffer[buffer.count - 1] != 0x0A { buffer.append(0x0A) }
      return length
    case .nothing(let length): return length
    case nil:
      buffer.append(line[index])
      return 1
    }
  }

  private static func space(_ buffer: inout [UInt8], _ start: Int) {
    guard buffer.count > start, buffer[buffer.count - 1] != 0x20, buffer[buffer.count - 1] != 0x0A else { return }
    buffer.append(0x20)
  }

  /// A character beyond ASCII that stands for white space or cannot be seen, with its length in bytes.
  private enum Special {
    case space(Int), lineBreak(Int), nothing(Int)

    init?(_ line: Bytes, at index: Int) {
      guard index + 1 < line.endIndex else { return nil }
      switch (line[index], line[index + 1]) {
      case (0xC2, 0xA0): self = .space(2)  // no-break space
      case (0xC2, 0xAD): self = .nothing(2)  // soft hyphen
      case (0xC2, 0x80...0x9F): self = .space(2)  // control characters, next line
      case (0xE1, 0x9A), (0xE2, 0x80), (0xE2, 0x81), (0xE3, 0x80), (0xEF, 0xBB):
        guard index + 2 < line.endIndex else { return nil }
        self.init(line[index], line[index + 1], line[index + 2])
      default: return nil
      }
    }

    /// A character of three bytes.
    private init?(_ first: UInt8, _ second: UInt8, _ third: UInt8) {
      switch (first, second, third) {
      case (0xE1, 0x9A, 0x80), (0xE3, 0x80, 0x80): self = .space(3)  // Ogham and ideographic space
      case (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F): self = .space(3)  // en quad … thin space
      case (0xE2, 0x80, 0xA8...0xA9): self = .lineBreak(3)  // line and paragraph separator
      case (0xE2, 0x80, 0x8B...0x8F), (0xE2, 0x80, 0xAA...0xAE): self = .nothing(3)  // zero width, direction
      case (0xE2, 0x81, 0xA0...0xAF), (0xEF, 0xBB, 0xBF): self = .nothing(3)  // word joiner, isolates, byte order mark
      default: return nil
      }
    }
  }
}
