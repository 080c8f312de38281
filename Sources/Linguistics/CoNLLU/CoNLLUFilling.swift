extension CoNLLUWriter {
  /// Appends CoNLL-U as it was given, with the columns of its words filled in.
  ///
  /// Comments, multiword tokens and empty nodes stay as they are, save that `# timex3` lines are those of the documents.
  ///
  /// - Parameters:
  ///   - documents: what `CoNLLUReader` read from `given`, annotated; tokens and sentences unchanged.
  ///   - given: the CoNLL-U that was read.
  package static func write(_ documents: [Document], over given: [UInt8], into bytes: inout [UInt8]) {
    var filling = CoNLLUFilling(documents: documents[...], bytes: bytes)
    bytes = []
    let text = given.starts(with: [0xEF, 0xBB, 0xBF]) ? given.dropFirst(3) : given[...]
    for line in text.split(separator: 0x0A, omittingEmptySubsequences: false) {
      filling.take(line.last == 0x0D ? line.dropLast() : line)
    }
    filling.endSentence()
    bytes = filling.bytes
  }
}

/// Documents on their way into the lines they were read from.
private struct CoNLLUFilling {
  /// The documents not begun.
  private var documents: ArraySlice<Document>
  private var output: CoNLLUOutput
  /// The sentence at hand, in the document of `output`.
  private var sentence = 0
  /// Words of the sentence that are written.
  private var words = 0
  /// The last word of the multiword token that was given last.
  private var joinedEnd = 0
  private var hasRows = false

  init(documents: ArraySlice<Document>, bytes: [UInt8]) {
    self.documents = documents
    output = CoNLLUOutput(document: self.documents.popFirst() ?? Document(text: []), bytes: bytes)
  }

  var bytes: [UInt8] { output.bytes }

  mutating func take(_ line: ArraySlice<UInt8>) {
    if line.isEmpty { return endSentence() }
    if line.first == UInt8(ascii: "#"), !hasRows {
      if !line.starts(with: "# timex3".utf8) { copy(line) }
      return
    }
    if !hasRows { startSentence() }
    let id = line.prefix { $0 != 0x09 }
    if let hyphen = id.firstIndex(of: UInt8(ascii: "-")) {
      joinedEnd = Int(String(decoding: id[(hyphen + 1)...], as: UTF8.self)) ?? joinedEnd
      copy(line)
    } else if id.contains(UInt8(ascii: ".")) {
      copy(line)
    } else {
      let tokens = output.document.sentences[sentence]
      output.writeToken(tokens.lowerBound + words, tokens, isJoined: words < joinedEnd)
      words += 1
    }
  }

  mutating func endSentence() {
    guard hasRows else { return }
    output.bytes.append(0x0A)
    if words > 0 { sentence += 1 }
    (words, joinedEnd, hasRows) = (0, 0, false)
  }

  private mutating func startSentence() {
    hasRows = true
    if sentence == output.document.sentences.count, let next = documents.popFirst() {
      output = CoNLLUOutput(document: next, bytes: output.bytes)
      sentence = 0
    }
    if sentence < output.document.sentences.count { output.writeTimes(output.document.sentences[sentence]) }
  }

  private mutating func copy(_ line: ArraySlice<UInt8>) {
    output.bytes += line
    output.bytes.append(0x0A)
  }
}
