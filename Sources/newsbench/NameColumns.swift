import Linguistics

/// A name by its tokens and main class: places of all kinds are one class.
struct MainName: Hashable {
  let tokens: Range<Int>
  let label: String

  init?(_ name: NameSpan) {
    tokens = name.tokens
    switch name.label {
    case .person: label = "PER"
    case .organisation: label = "ORG"
    case .geopolitical, .location, .facility: label = "LOC"
    case .nationality, .event, .other: return nil
    }
  }

  init(tokens: Range<Int>, label: String) {
    self.tokens = tokens
    self.label = label
  }
}

/// The `sent_id` of each sentence of a CoNLL-U or IOB2 file, in order.
func sentenceIdentifiers(_ bytes: [UInt8]) -> [String] {
  let mark = Array("# sent_id = ".utf8)
  return bytes.split(separator: UInt8(ascii: "\n")).filter { $0.starts(with: mark) }.map {
    String(decoding: $0.dropFirst(mark.count), as: UTF8.self)
  }
}

/// A sentence of a Universal NER file: how many tokens it has, and its names, whose tokens are counted from 0.
struct NameColumn {
  private(set) var tokenCount = 0
  private(set) var names: Set<MainName> = []
  private var open: (start: Int, label: String)?

  /// Reads the third column (IOB2) of each sentence.
  static func read(_ bytes: [UInt8]) -> [NameColumn] {
    var sentences: [NameColumn] = []
    var current = NameColumn()
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      if line.isEmpty {
        current.close()
        if current.tokenCount > 0 { sentences.append(current) }
        current = NameColumn()
      } else if line.first != UInt8(ascii: "#") {
        let columns = line.split(separator: UInt8(ascii: "\t"))
        current.append(columns.count > 2 ? String(decoding: columns[2], as: UTF8.self) : "O")
      }
    }
    return sentences
  }

  private mutating func append(_ tag: String) {
    let label = String(tag.dropFirst(2))
    if open?.label != label || !tag.hasPrefix("I-") { close() }
    if open == nil, tag != "O" { open = (tokenCount, label) }
    tokenCount += 1
  }

  private mutating func close() {
    if let name = open { names.insert(MainName(tokens: name.start..<tokenCount, label: name.label)) }
    open = nil
  }
}
