import NewsModel

/// Writes documents as CoNLL-U.
///
/// In front of each sentence stand `# sent_id`, `# text`, a `# timex3` line with a JSON object for every time
/// expression that begins in it, and `# newdoc` and `# newpar` where it opens a document or paragraph. MISC has names
/// as `Entity=B-PERSON`, `I-PERSON`, `SpaceAfter=No`, and the token's bytes in the text as `TokenRange=start:end`.
/// Columns that the document does not fill are `_`.
package enum CoNLLUWriter {
  /// Appends a document to `bytes`.
  package static func write(_ document: Document, into bytes: inout [UInt8]) {
    var output = CoNLLUOutput(document: document, bytes: bytes)
    bytes = []
    output.write()
    bytes = output.bytes
  }
}

/// A document on its way into CoNLL-U.
struct CoNLLUOutput {
  let document: Document
  var bytes: [UInt8]
  /// The first name, time expression and paragraph not yet written.
  private var name = 0
  private var time = 0
  private var paragraph = 0

  init(document: Document, bytes: [UInt8]) {
    self.document = document
    self.bytes = bytes
  }

  mutating func write() {
    for (index, sentence) in document.sentences.enumerated() {
      writeComments(sentence, number: index + 1)
      var joinedEnd = sentence.lowerBound
      for token in sentence {
        if token >= joinedEnd, let end = multiwordEnd(token, sentence) {
          writeMultiword(token..<end, sentence)
          joinedEnd = end
        }
        writeToken(token, sentence, isJoined: token < joinedEnd)
      }
      bytes.append(0x0A)
    }
  }

  private mutating func writeComments(_ sentence: Range<Int>, number: Int) {
    if number == 1 { append("# newdoc\n") }
    if paragraph < document.paragraphs.count, document.paragraphs[paragraph] <= sentence.lowerBound {
      append("# newpar\n")
      while paragraph < document.paragraphs.count, document.paragraphs[paragraph] <= sentence.lowerBound {
        paragraph += 1
      }
    }
    append("# sent_id = \(number)\n# text = ")
    let span = document.span(sentence)
    appendPrintable(document.text[span.start..<span.end])
    bytes.append(0x0A)
    writeTimes(sentence)
  }

  /// The time expressions that begin in a sentence; sentences come in their order.
  mutating func writeTimes(_ sentence: Range<Int>) {
    while time < document.times.count, document.times[time].tokens.lowerBound < sentence.upperBound {
      writeTime(document.times[time])
      time += 1
    }
  }

  /// One line of JSON, in the form of the service's own answers.
  private mutating func writeTime(_ time: TimeSpan) {
    let expression = time.expression
    let span = expression.span ?? document.span(time.tokens)
    append("# timex3 = {\"text\":")
    appendJSON(expression.text ?? document.string(span))
    append(",\"type\":\"\(expression.kind.rawValue)\"")
    if !expression.value.isEmpty {
      append(",\"value\":")
      appendJSON(expression.value)
    }
    if let end = expression.endValue {
      append(",\"end_value\":")
      appendJSON(end)
    }
    append(",\"basis\":\"\(expression.basis.rawValue)\",\"start\":\(span.start),\"end\":\(span.end)")
    if let reason = expression.unresolved {
      append(",\"unresolved\":")
      appendJSON(reason)
    }
    append("}\n")
  }

  /// The end of the multiword token that begins at `token`: a word and the clitics written against it.
  private func multiwordEnd(_ token: Int, _ sentence: Range<Int>) -> Int? {
    var end = token + 1
    while end < sentence.upperBound, document.starts[end] == document.ends[end - 1], isClitic(end) { end += 1 }
    return end > token + 1 ? end : nil
  }

  private func isClitic(_ token: Int) -> Bool {
    let span = document.span(token)
    if document.xpos.count == document.tokenCount, document.xpos[token] == .pos { return true }
    return Clitics.isClitic(document.text, after: Int(document.starts[token - 1]), span.start..<span.end)
  }

  private mutating func writeMultiword(_ tokens: Range<Int>, _ sentence: Range<Int>) {
    append("\(tokens.lowerBound - sentence.lowerBound + 1)-\(tokens.upperBound - sentence.lowerBound)\t")
    let span = document.span(tokens)
    appendPrintable(document.text[span.start..<span.end])
    append("\t_\t_\t_\t_\t_\t_\t_\t")
    if hasNoSpace(after: tokens.upperBound - 1) { append("SpaceAfter=No|") }
    append("TokenRange=\(span.start):\(span.end)\n")
  }

  mutating func writeToken(_ token: Int, _ sentence: Range<Int>, isJoined: Bool) {
    let span = document.span(token)
    append("\(token - sentence.lowerBound + 1)\t")
    appendPrintable(document.text[span.start..<span.end])
    bytes.append(0x09)
    appendColumn(document.lemmas, token) { $0 }
    appendColumn(document.upos, token) { $0.rawValue }
    appendColumn(document.xpos, token) { $0.rawValue }
    append("_\t")
    appendColumn(document.heads, token) { String($0 < 0 ? 0 : Int($0) - sentence.lowerBound + 1) }
    appendColumn(document.relations, token) { $0.rawValue }
    append("_\t")
    writeName(token)
    if !isJoined, hasNoSpace(after: token) { append("SpaceAfter=No|") }
    append("TokenRange=\(span.start):\(span.end)\n")
  }

  private mutating func writeName(_ token: Int) {
    while name < document.names.count, document.names[name].tokens.upperBound <= token { name += 1 }
    guard name < document.names.count, document.names[name].tokens.contains(token) else { return }
    let isFirst = document.names[name].tokens.lowerBound == token
    append("Entity=\(isFirst ? "B" : "I")-\(document.names[name].label.name)|")
  }

  private func hasNoSpace(after token: Int) -> Bool {
    token + 1 < document.tokenCount && document.ends[token] == document.starts[token + 1]
  }

  private mutating func append(_ string: String) { bytes += string.utf8 }

  /// Appends a cell and its tab; `_` where the document does not fill the column.
  private mutating func appendColumn<Value>(_ values: [Value], _ token: Int, _ cell: (Value) -> String) {
    let text = values.count == document.tokenCount ? cell(values[token]) : "_"
    appendPrintable(Array((text.isEmpty ? "_" : text).utf8)[...])
    bytes.append(0x09)
  }

  /// Appends text on one line of one cell: a tab or newline in it becomes a space.
  private mutating func appendPrintable(_ text: ArraySlice<UInt8>) {
    for byte in text { bytes.append(byte < 0x20 ? 0x20 : byte) }
  }

  /// Appends a JSON string.
  private mutating func appendJSON(_ string: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in string.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case 0x0A: append("\\n")
      case 0x09: append("\\t")
      case 0x00..<0x20: append("\\u00\(byte < 16 ? "0" : "")\(String(byte, radix: 16))")
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
