import Linguistics

/// A sentence of the Groningen Meaning Bank as `scripts/export-names.py` writes it: tokens, each with a set of labels
/// that count as right.
struct BankSentence {
  /// The classes in the order of the set's bits. Source: `Training/names.py`.
  private static let classes: [NameSpan.Label] = [
    .person, .organisation, .geopolitical, .location, .nationality, .facility, .event, .other,
  ]
  private static let (begin, end, single) = (0, 2, 3)

  private(set) var document = Document(text: [])
  private var masks: [UInt64] = []

  static func read(_ bytes: [UInt8]) -> [BankSentence] {
    var sentences: [BankSentence] = []
    var current = BankSentence()
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      let columns = line.split(separator: UInt8(ascii: "\t"))
      if columns.count == 2, let mask = UInt64(String(decoding: columns[1], as: UTF8.self)) {
        current.append(columns[0], mask)
      } else if !current.masks.isEmpty {
        sentences.append(current)
        current = BankSentence()
      }
    }
    return sentences
  }

  private mutating func append(_ form: ArraySlice<UInt8>, _ mask: UInt64) {
    if !document.text.isEmpty { document.text.append(0x20) }
    document.starts.append(Int32(document.text.count))
    document.text += form
    document.ends.append(Int32(document.text.count))
    document.sentences = [0..<document.tokenCount]
    document.paragraphs = [0]
    masks.append(mask)
  }

  /// The classes whose label for a part of a name the token may have.
  private func classes(_ token: Int, _ part: Int) -> Set<NameSpan.Label> {
    Set(Self.classes.indices.filter { masks[token] >> (1 + 4 * $0 + part) & 1 == 1 }.map { Self.classes[$0] })
  }

  /// The gold names with the classes that each may have.
  var gold: [Range<Int>: Set<NameSpan.Label>] {
    var spans: [Range<Int>: Set<NameSpan.Label>] = [:]
    var start = 0
    for token in masks.indices where masks[token] & 1 == 0 {
      let alone = classes(token, Self.single)
      if !alone.isEmpty { spans[token..<token + 1] = alone }
      if !classes(token, Self.begin).isEmpty { start = token }
      let closing = classes(token, Self.end)
      if !closing.isEmpty { spans[start..<token + 1] = closing }
    }
    return spans
  }

  /// Whether a name that is not gold is no mistake either: nothing is annotated there, or it is open.
  func isOpen(_ name: NameSpan) -> Bool {
    let first = name.tokens.lowerBound
    return masks[first] == 0 || (name.tokens.count == 1 && classes(first, Self.single).contains(name.label))
  }
}

/// Prints how many names of the bank's held-out part are found exactly, by class.
///
/// Places are one class in the rows by class; a gold name that may be of several classes counts in the row of the class
/// that was found if that is right, and of the first of its own if not.
///
/// - Parameter path: what `scripts/export-names.py` wrote.
func evaluateBankNames(_ network: SyntaxNetwork, _ path: String) {
  guard let bytes = contents(ofFile: path) else {
    print("No bank of names to score on: \(path) cannot be read; `make eval` writes it where there is python3.")
    return
  }
  var scratch = NetworkScratch()
  let rows = ["person", "organisation", "place", "nationality", "event, other", "the first three", "all"]
  var counts = [Counts](repeating: Counts(), count: rows.count)
  for sentence in BankSentence.read(bytes) {
    var document = sentence.document
    network.annotate(&document, scratch: &scratch)
    count(document.names, in: sentence, into: &counts)
  }
  print("GMB, own test split, exact spans: precision, recall, F1")
  for (name, count) in zip(rows, counts) {
    print("  \(count.precision.twoDigits) \(count.recall.twoDigits) \(count.f1.twoDigits)  \(name)")
  }
}

private struct Counts {
  var gold = 0.0
  var found = 0.0
  var right = 0.0

  var precision: Double { found == 0 ? 0 : 100 * right / found }
  var recall: Double { gold == 0 ? 0 : 100 * right / gold }
  var f1: Double { gold + found == 0 ? 0 : 200 * right / (gold + found) }
}

private func count(_ names: [NameSpan], in sentence: BankSentence, into counts: inout [Counts]) {
  let gold = sentence.gold
  var rightRows: [Range<Int>: Int] = [:]
  for name in names where gold[name.tokens] != nil || !sentence.isOpen(name) {
    let row = rowOf(name.label)
    let isRight = (gold[name.tokens] ?? []).contains { rowOf($0) == row }
    if isRight { rightRows[name.tokens] = row }
    for index in [row, 6] + (row < 3 ? [5] : []) {
      counts[index].found += 1
      if isRight { counts[index].right += 1 }
    }
  }
  for (span, labels) in gold {
    guard let first = labels.min(by: { $0.rawValue < $1.rawValue }) else { continue }
    let row = rightRows[span] ?? rowOf(first)
    for index in [row, 6] + (row < 3 ? [5] : []) { counts[index].gold += 1 }
  }
}

/// The row of a class in the table.
private func rowOf(_ label: NameSpan.Label) -> Int {
  switch label {
  case .person: 0
  case .organisation: 1
  case .geopolitical, .location, .facility: 2
  case .nationality: 3
  case .event, .other: 4
  }
}
