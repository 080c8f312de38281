/// One line of a CoNLL-U sentence, cut at its tabs.
struct CoNLLURow {
  /// ID FORM LEMMA UPOS XPOS FEATS HEAD DEPREL DEPS MISC, as ranges of bytes.
  private(set) var columns: [Range<Int>] = []
  let line: Int

  static let columnCount = 10

  init(_ bytes: [UInt8], _ range: Range<Int>, line: Int) throws(CoNLLUError) {
    self.line = line
    columns.reserveCapacity(Self.columnCount)
    var start = range.lowerBound
    for index in range where bytes[index] == UInt8(ascii: "\t") {
      columns.append(start..<index)
      start = index + 1
    }
    columns.append(start..<range.upperBound)
    guard columns.count == Self.columnCount else {
      throw CoNLLUError(
        line: line,
        "\(columns.count) columns; a word has \(Self.columnCount), separated by tabs (universaldependencies.org/format)"
      )
    }
    guard !columns[0].isEmpty else { throw CoNLLUError(line: line, "the ID is empty") }
    guard !columns[1].isEmpty else { throw CoNLLUError(line: line, "the FORM is empty") }
  }

  /// Whether the line is a word, and not a range of a multiword token ("3-4") or an empty node ("3.1").
  func isWord(_ bytes: [UInt8]) -> Bool {
    !bytes[columns[0]].contains { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".") }
  }

  /// The last word of a multiword token ("3-4"); nil where the line is none.
  func multiwordEnd(_ bytes: [UInt8]) -> Int? {
    guard let hyphen = bytes[columns[0]].firstIndex(of: UInt8(ascii: "-")) else { return nil }
    return Self.number(bytes[(hyphen + 1)..<columns[0].upperBound])
  }

  func string(_ bytes: [UInt8], _ column: Int) -> String { String(decoding: bytes[columns[column]], as: UTF8.self) }

  /// Whether the column says nothing.
  func isEmpty(_ bytes: [UInt8], _ column: Int) -> Bool {
    columns[column].isEmpty || bytes[columns[column]].elementsEqual([UInt8(ascii: "_")])
  }

  /// A number from 0 to 999,999 in a column.
  func number(_ bytes: [UInt8], _ column: Int) -> Int? { Self.number(bytes[columns[column]]) }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard (1...6).contains(digits.count) else { return nil }
    var number = 0
    for byte in digits {
      guard isDigit(byte) else { return nil }
      number = number * 10 + Int(byte - 0x30)
    }
    return number
  }

  /// The value of a `Key=Value` in the MISC column.
  func misc(_ bytes: [UInt8], _ key: StaticString) -> String? {
    let name = String(describing: key)
    for part in string(bytes, 9).split(separator: "|") where part.hasPrefix(name) {
      let rest = part.dropFirst(name.count)
      if rest.first == "=" { return String(rest.dropFirst()) }
    }
    return nil
  }
}
