import NewsModel

/// A text query made ready: its words as stems.
struct TextPattern: Sendable {
  private indirect enum Node: Sendable {
    /// Stems that follow one another.
    case phrase([[UInt8]])
    case all([Node])
    case any([Node])
    case not(Node)
  }

  private let root: Node
  private let stemmer: Stemmer

  /// - Parameter text: a query that was checked; one that is none matches nothing.
  init(_ text: String, _ stemmer: Stemmer) {
    self.stemmer = stemmer
    root = (try? TextQuery(text)).map { Self.node($0, stemmer) } ?? .any([])
  }

  private static func node(_ query: TextQuery, _ stemmer: Stemmer) -> Node {
    switch query {
    case .phrase(let words): .phrase(WordScanner.words(in: words).map(stemmer.stem))
    case .all(let parts): .all(parts.map { node($0, stemmer) })
    case .any(let parts): .any(parts.map { node($0, stemmer) })
    case .not(let part): .not(node(part, stemmer))
    }
  }

  /// Whether an event fits by its evidence and the title of its article; a phrase stands in one of the two.
  func matches(_ columns: BlockColumns, _ event: EventRow) -> Bool {
    matches(root, columns.bytes, event.evidence, columns.articles[Int(event.article)].title)
  }

  private func matches(_ node: Node, _ bytes: [UInt8], _ evidence: ByteRange, _ title: ByteRange) -> Bool {
    switch node {
    case .phrase(let stems): hasPhrase(stems, bytes, evidence) || hasPhrase(stems, bytes, title)
    case .all(let parts): parts.allSatisfy { matches($0, bytes, evidence, title) }
    case .any(let parts): parts.contains { matches($0, bytes, evidence, title) }
    case .not(let part): !matches(part, bytes, evidence, title)
    }
  }

  private func hasPhrase(_ stems: [[UInt8]], _ bytes: [UInt8], _ content: ByteRange) -> Bool {
    if stems.isEmpty { return true }
    let text = bytes.span.extracting(content.range)
    var index = 0
    while let word = WordScanner.word(in: text, from: index) {
      index = word.upperBound
      guard stemmer.hasStem(text, word, stems[0]) else { continue }
      if stems.count == 1 || hasRest(stems, text, from: index) { return true }
    }
    return false
  }

  private func hasRest(_ stems: [[UInt8]], _ text: borrowing Swift.Span<UInt8>, from start: Int) -> Bool {
    var index = start
    for stem in stems.dropFirst() {
      guard let word = WordScanner.word(in: text, from: index), stemmer.hasStem(text, word, stem) else { return false }
      index = word.upperBound
    }
    return true
  }

  // MARK: - Index

  /// Which events of a block can match at all; nil where the index cannot tell.
  func candidates(in index: WordIndex) -> Candidates? { Self.candidates(root, index) }

  private static func candidates(_ node: Node, _ index: WordIndex) -> Candidates? {
    switch node {
    case .phrase(let stems):
      return stems.map { index.candidates(.stem, $0) }.min { $0.cost < $1.cost }
    case .all(let parts):
      return parts.compactMap { candidates($0, index) }.min { $0.cost < $1.cost }
    case .any(let parts):
      var union = Candidates()
      for part in parts {
        guard let some = candidates(part, index) else { return nil }
        union.formUnion(some)
      }
      return union
    case .not: return nil
    }
  }
}
