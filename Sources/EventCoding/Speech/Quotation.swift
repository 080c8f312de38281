import Linguistics
import NewsModel

/// A stretch between quotation marks, in tokens; may run over several sentences; one that goes on in the
/// next paragraph, which opens anew, is two.
struct Quotation: Sendable, Hashable {
  /// The words without the marks.
  var tokens: Range<Int>
  /// Whether it goes on with one that the paragraph before left open.
  var continues = false
}

/// Finds quotations by their marks.
struct QuotationFinder {
  private let document: Document
  /// Whether a paragraph begins at each token.
  private let isParagraph: [Bool]
  /// Straight single marks of quotations, by token.
  private let singles: [Int: Mark]

  init(_ document: Document) {
    self.document = document
    var isParagraph = Array(repeating: false, count: document.tokenCount)
    for token in document.paragraphs where isParagraph.indices.contains(token) { isParagraph[token] = true }
    self.isParagraph = isParagraph
    singles = Self.singles(document, isParagraph)
  }

  /// Straight single marks that open and close words said: 'We will not go,' she said. An apostrophe does neither: the closing one
  /// has a comma or the end of a sentence before it and a blank behind, the opening one stands before a capital.
  private static func singles(_ document: Document, _ isParagraph: [Bool]) -> [Int: Mark] {
    var marks: [Int: Mark] = [:]
    var open: Int?
    for token in 0..<document.tokenCount {
      if isParagraph[token] { open = nil }
      guard document.bytes(token).elementsEqual("'".utf8) else { continue }
      let isBlankBefore = token == 0 || isParagraph[token] || document.starts[token] > document.ends[token - 1]
      let isBlankBehind = token + 1 >= document.tokenCount || document.starts[token + 1] > document.ends[token]
      if isBlankBefore, !isBlankBehind, LetterCase(document.bytes(token + 1)).startsHigh {
        open = token
      } else if !isBlankBefore, isBlankBehind, let begun = open, token - begun > 4,
        [",", ".", "!", "?"].contains(document.form(token - 1))
      {
        (marks[begun], marks[token]) = (.leftSingle, .rightSingle)
        open = nil
      }
    }
    return marks
  }

  func quotations() -> [Quotation] {
    var result: [Quotation] = []
    var open: (start: Int, mark: Mark, continues: Bool)?
    func close(_ begun: (start: Int, mark: Mark, continues: Bool), at end: Int) {
      if end > begun.start { result.append(Quotation(tokens: begun.start..<end, continues: begun.continues)) }
    }
    for token in 0..<document.tokenCount {
      let mark = mark(token)
      if isParagraph[token], let begun = open {
        let reopens = mark?.opens(like: begun.mark) ?? false
        close(begun, at: paragraphEnd(before: token, from: begun.start))
        open = reopens ? (token + 1, begun.mark, true) : nil
        if reopens { continue }
      }
      guard let mark else { continue }
      if let begun = open {
        if mark.closes(begun.mark), isClosing(token) {
          close(begun, at: token)
          open = nil
        } else if begun.mark == .leftSingle, mark == .leftDouble || mark == .double && isOpening(token) {
          // Nothing is quoted in double marks within single ones: the single one was never closed.
          open = (token + 1, mark, false)
        }
      } else if mark.isOpening, isOpening(token) {
        open = (token + 1, mark, false)
      }
    }
    if let begun = open, begun.start < document.tokenCount {
      close(begun, at: paragraphEnd(before: document.tokenCount, from: begun.start))
    }
    return result
  }

  /// A quotation that is never closed ends with its paragraph.
  private func paragraphEnd(before token: Int, from start: Int) -> Int {
    document.paragraphs.first { $0 > start } ?? token
  }

  private enum Mark: Equatable {
    case double, leftDouble, rightDouble, leftSingle, rightSingle

    var isOpening: Bool { self != .rightDouble && self != .rightSingle }

    func opens(like other: Mark) -> Bool { isOpening && (self == other) }

    func closes(_ open: Mark) -> Bool {
      switch open {
      case .double: self == .double
      case .leftDouble: self == .rightDouble || self == .double
      case .leftSingle: self == .rightSingle
      case .rightDouble, .rightSingle: false
      }
    }
  }

  private func mark(_ token: Int) -> Mark? {
    let bytes = document.bytes(token)
    guard bytes.count <= 3, let first = bytes.first else { return nil }
    if bytes.count == 1 { return first == UInt8(ascii: "\"") ? .double : singles[token] }
    if bytes.count == 2, bytes.allSatisfy({ $0 == UInt8(ascii: "`") }) { return .leftDouble }
    if bytes.count == 2, bytes.allSatisfy({ $0 == UInt8(ascii: "'") }) { return .rightDouble }
    guard first == 0xE2, bytes.dropFirst().first == 0x80 else { return nil }
    switch bytes.last {
    case 0x9C: return .leftDouble
    case 0x9D: return .rightDouble
    case 0x98: return .leftSingle
    case 0x99: return .rightSingle
    default: return nil
    }
  }

  /// A straight mark opens when a blank or the paragraph stands before it.
  private func isOpening(_ token: Int) -> Bool {
    guard mark(token) == .double, token > 0 else { return true }
    let isLast = token + 1 >= document.tokenCount
    return !isLast
      && (document.ends[token] == document.starts[token + 1] || document.starts[token] > document.ends[token - 1])
  }

  /// A single closing mark is one that is no apostrophe: no letter follows it, and it is no possessive.
  private func isClosing(_ token: Int) -> Bool {
    mark(token) != .rightSingle || document.xpos[token] != .pos || singles[token] != nil
  }
}
