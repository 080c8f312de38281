import NewsModel

/// Reads CoNLL-U: documents with tokens and sentences as given, and with the columns that are filled in.
///
/// `upos`, `xpos`, `lemmas`, `heads` and `relations` are filled where every word of the document has them, and stay
/// empty otherwise, save that some words may lack a lemma; a tag that `XPOS` does not know becomes `.xx`, a relation
/// that `Relation` does not know becomes its universal part. Lines of multiword tokens and empty nodes are passed over.
/// Format: universaldependencies.org/format.
package struct CoNLLUReader {
  private let bytes: [UInt8]
  private var offset = 0
  private var line = 0
  private var builder = CoNLLUDocumentBuilder()

  /// Reads all documents; one without words is left out.
  ///
  /// - Parameter bytes: UTF-8; lines may end in CR LF.
  package static func read(_ bytes: [UInt8]) throws(CoNLLUError) -> [Document] {
    var reader = CoNLLUReader(bytes)
    var documents: [Document] = []
    while let document = try reader.next() { documents.append(document) }
    return documents
  }

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
  }

  /// The next document; nil at the end.
  package mutating func next() throws(CoNLLUError) -> Document? {
    var rows: [CoNLLURow] = []
    while let range = nextLine() {
      if range.isEmpty {
        try builder.append(rows, bytes)
        rows.removeAll(keepingCapacity: true)
      } else if bytes[range.lowerBound] == UInt8(ascii: "#"), rows.isEmpty {
        if let finished = try comment(range) { return finished }
      } else {
        rows.append(try CoNLLURow(bytes, range, line: line))
      }
    }
    try builder.append(rows, bytes)
    return builder.finish()
  }

  /// Takes a comment line; returns the document that ended where it says that another begins.
  private mutating func comment(_ range: Range<Int>) throws(CoNLLUError) -> Document? {
    let text = bytes[range.dropFirst()]
    let equals = text.firstIndex(of: UInt8(ascii: "="))
    let key = Self.trimmed(text[..<(equals ?? text.endIndex)])
    let value = equals.map { Self.trimmed(text[($0 + 1)...]) } ?? []
    let name = String(decoding: key, as: UTF8.self)
    var finished: Document?
    if name == "newdoc" || name.hasPrefix("newdoc ") {
      finished = builder.finish()
      builder.startParagraph()
    } else if name == "newpar" || name.hasPrefix("newpar ") {
      builder.startParagraph()
    } else if name == "text" {
      builder.sentenceText = Array(value)
    } else if name == "meta::dateCreated" || name == "date" {
      builder.date = CalendarDate(String(decoding: value, as: UTF8.self))
    }
    return finished
  }

  private static func trimmed(_ slice: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var slice = slice
    while let first = slice.first, first <= 0x20 { slice = slice.dropFirst() }
    while let last = slice.last, last <= 0x20 { slice = slice.dropLast() }
    return slice
  }

  /// The next line without its end.
  private mutating func nextLine() -> Range<Int>? {
    guard offset < bytes.count else { return nil }
    let start = offset
    var end = start
    while end < bytes.count, bytes[end] != 0x0A { end += 1 }
    offset = end + 1
    line += 1
    if end > start, bytes[end - 1] == 0x0D { end -= 1 }
    return start..<end
  }
}
