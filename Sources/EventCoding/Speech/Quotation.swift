import Linguistics
import NewsModel

/// A stretch between quotation marks, in tokens; may run over several sentences and, where each paragraph opens anew, paragraphs.
struct Quotation: Sendable, Hashable {
  /// The words without the marks.
  var tokens: Range<Int>
}

/// Finds quotations by their marks.
struct QuotationFinder {
  private let document: Document
  private let paragraphs: Set<Int>

  init(_ document: Document) {
    self.document = document
    self.paragraphs = Set(document.paragraphs)
  }

  /// Longest quotation in tokens: an unclosed mark must not swallow the article.
  private static let limit = 400

  func quotations() -> [Quotation] {
    var result: [Quotation] = []
    var open: (start: Int, mark: Mark)?
    for token in 0..<document.tokenCount {
      if paragraphs.contains(token), let begun = open {
        let reopens = mark(token)?.opens(like: begun.mark) ?? false
        if !reopens || token - begun.start > Self.limit {
          result.append(Quotation(tokens: begun.start..<paragraphEnd(before: token, from: begun.start)))
          open = nil
        }
      }
      guard let mark = mark(token) else { continue }
      if let begun = open {
        if mark.closes(begun.mark), isClosing(token) {
          if token > begun.start { result.append(Quotation(tokens: begun.start..<token)) }
          open = nil
        }
      } else if mark.isOpening, isOpening(token) {
        open = (token + 1, mark)
      }
    }
    if let begun = open, begun.start < document.tokenCount {
      result.append(Quotation(tokens: begun.start..<paragraphEnd(before: document.tokenCount, from: begun.start)))
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
    if bytes.count == 1 { return first == UInt8(ascii: "\"") ? .double : nil }
    if bytes.count == 2, bytes.allSatisfy({ $0 == UInt8(ascii: "`") }) { return .leftDouble }
    if bytes.count == 2, bytes.allSatisfy({ $0 == UInt8(ascii: "'") }) { return .rightDouble }
    guard first == 0xE2, Array(bytes.dropFirst().prefix(1)) == [0x80] else { return nil }
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
    mark(token) != .rightSingle || document.xpos[token] != .pos
  }
}
