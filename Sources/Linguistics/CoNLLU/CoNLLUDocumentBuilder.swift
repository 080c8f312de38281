import NewsModel

/// Puts a document together from the sentences of a CoNLL-U text.
struct CoNLLUDocumentBuilder {
  /// What the `# text` line of the sentence to come says.
  var sentenceText: [UInt8]?
  /// The day that the document's own comments give.
  var date: CalendarDate?

  private var document = Document(text: [])
  private var startsParagraph = true
  /// Whether a space stands between the last token and the next.
  private var spaceAfter = true
  private var openName: NameSpan?
  /// Which columns every word so far has.
  private var hasUPOS = true
  private var hasXPOS = true
  private var hasTree = true
  /// Whether any word has a lemma: treebanks give none to the second half of a word that was torn apart.
  private var hasLemmas = false

  mutating func startParagraph() { startsParagraph = true }

  /// Appends a sentence; no rows, no sentence.
  mutating func append(_ rows: [CoNLLURow], _ bytes: [UInt8]) throws(CoNLLUError) {
    let words = CoNLLUWord.words(of: rows, bytes)
    guard !words.isEmpty else { return }
    for (index, word) in words.enumerated() where word.row.number(bytes, 0) != index + 1 {
      throw CoNLLUError(line: word.row.line, "the ID is \"\(word.row.string(bytes, 0))\"; \(index + 1) is next")
    }
    appendSeparator()
    let first = document.tokenCount
    appendText(of: words, bytes)
    for word in words { try appendColumns(of: word.row, bytes, first, words.count) }
    closeName(at: document.tokenCount)
    document.sentences.append(first..<document.tokenCount)
    spaceAfter = words.last?.spaceAfter ?? true
    sentenceText = nil
  }

  /// The document, if it has words; the next begins empty.
  mutating func finish() -> Document? {
    defer { self = CoNLLUDocumentBuilder() }
    guard document.tokenCount > 0 else { return nil }
    document.date = date
    if !hasUPOS { document.upos = [] }
    if !hasXPOS { document.xpos = [] }
    if !hasLemmas { document.lemmas = [] }
    if !hasTree { (document.heads, document.relations) = ([], []) }
    return document
  }

  /// Paragraphs are parted by an empty line and sentences by a space, as the shared tasks of CoNLL did it.
  private mutating func appendSeparator() {
    if startsParagraph {
      if !document.text.isEmpty { document.text += [0x0A, 0x0A] }
      document.paragraphs.append(document.tokenCount)
      startsParagraph = false
    } else if spaceAfter {
      document.text.append(0x20)
    }
  }

  /// Appends the sentence's own text if its words are found in it one after the other, and the words themselves
  /// otherwise.
  private mutating func appendText(of words: [CoNLLUWord], _ bytes: [UInt8]) {
    let start = document.text.count
    if let text = sentenceText, let spans = Self.align(words, bytes, to: text) {
      document.text += text
      for span in spans { appendToken(start + span.lowerBound, start + span.upperBound) }
      return
    }
    for (index, word) in words.enumerated() {
      let start = document.text.count
      document.text += bytes[word.row.columns[1]]
      appendToken(start, document.text.count)
      if word.spaceAfter, index + 1 < words.count { document.text.append(0x20) }
    }
  }

  private mutating func appendToken(_ start: Int, _ end: Int) {
    document.starts.append(Int32(clamping: start))
    document.ends.append(Int32(clamping: end))
  }

  /// Where each word stands in a sentence's text; nil where text and words differ.
  private static func align(_ words: [CoNLLUWord], _ bytes: [UInt8], to text: [UInt8]) -> [Range<Int>]? {
    var spans: [Range<Int>] = []
    var position = 0
    for word in words {
      let form = bytes[word.row.columns[1]]
      while position < text.count, text[position] != form.first {
        let character = TextCharacter(text, position)
        guard character.kind == .space else { return nil }
        position += character.length
      }
      let end = position + form.count
      guard end <= text.count, text[position..<end].elementsEqual(form) else { return nil }
      spans.append(position..<end)
      position = end
    }
    return position == text.count ? spans : nil
  }

  /// Takes tags, head and relation of a word of the sentence that begins at token `first`.
  private mutating func appendColumns(
    of row: CoNLLURow, _ bytes: [UInt8], _ first: Int, _ count: Int
  ) throws(CoNLLUError) {
    if !row.isEmpty(bytes, 2) { hasLemmas = true }
    document.lemmas.append(row.string(bytes, 2))
    if row.isEmpty(bytes, 3) { hasUPOS = false }
    document.upos.append(UPOS(rawValue: row.string(bytes, 3)) ?? .x)
    if row.isEmpty(bytes, 4) { hasXPOS = false }
    document.xpos.append(XPOS(rawValue: row.string(bytes, 4)) ?? .xx)
    if row.isEmpty(bytes, 6) || row.isEmpty(bytes, 7) {
      hasTree = false
      document.heads.append(-1)
    } else {
      guard let head = row.number(bytes, 6), head <= count else {
        throw CoNLLUError(
          line: row.line,
          "the HEAD is \"\(row.string(bytes, 6))\"; a word of this sentence, 1 to \(count), or 0 belongs there")
      }
      document.heads.append(head == 0 ? -1 : Int32(clamping: first + head - 1))
    }
    document.relations.append(Relation(lenient: row.string(bytes, 7)))
    takeName(row.misc(bytes, "Entity"), document.lemmas.count - 1)
  }

  /// Takes the part of a name that MISC gives as `Entity=B-PERSON` or `Entity=I-PERSON`.
  private mutating func takeName(_ entity: String?, _ token: Int) {
    let label = entity.flatMap { name in NameSpan.Label.allCases.first { name.dropFirst(2) == $0.name } }
    if let entity, let label, entity.hasPrefix("I-"), openName?.label == label { return }
    closeName(at: token)
    guard let entity, let label, entity.hasPrefix("B-") || entity.hasPrefix("I-") else { return }
    openName = NameSpan(tokens: token..<token + 1, label: label)
  }

  private mutating func closeName(at token: Int) {
    guard var name = openName else { return }
    name.tokens = name.tokens.lowerBound..<token
    document.names.append(name)
    openName = nil
  }
}

/// A word of a sentence with the space behind it, which the line of a multiword token may tell.
struct CoNLLUWord {
  let row: CoNLLURow
  let spaceAfter: Bool

  static func words(of rows: [CoNLLURow], _ bytes: [UInt8]) -> [CoNLLUWord] {
    var words: [CoNLLUWord] = []
    var rangeEnd = 0
    var spaceAfterRange = true
    for row in rows {
      if let range = row.multiwordEnd(bytes) {
        rangeEnd = range
        spaceAfterRange = row.misc(bytes, "SpaceAfter") != "No"
      } else if row.isWord(bytes) {
        let number = words.count + 1
        let space = number > rangeEnd ? row.misc(bytes, "SpaceAfter") != "No" : number == rangeEnd && spaceAfterRange
        words.append(CoNLLUWord(row: row, spaceAfter: space))
      }
    }
    return words
  }
}

extension Relation {
  /// The relation of that name, its universal part where the subtype is unknown, and `dep` where that is unknown too.
  init(lenient name: String) {
    self = Relation(rawValue: name) ?? Relation(rawValue: String(name.prefix { $0 != ":" })) ?? .dep
  }
}
