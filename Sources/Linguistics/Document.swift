package import NewsModel

/// A text with everything the engine found in it.
///
/// A structure of flat arrays and not a tree of objects: token `i` is entry `i` of every array whose name is in the plural of a
/// token's property. Offsets count UTF-8 bytes of `text`.
package struct Document: Sendable {
  /// The text, UTF-8.
  package var text: [UInt8]
  /// Day the text was written; anchors "on Wednesday".
  package var date: CalendarDate?

  /// Offset of the first byte of each token.
  package var starts: [Int32] = []
  /// Offset after the last byte of each token.
  package var ends: [Int32] = []
  /// Sentences as ranges of tokens, in order and without gap.
  package var sentences: [Range<Int>] = []
  /// First token of each paragraph.
  package var paragraphs: [Int] = []

  /// Universal part of speech.
  package var upos: [UPOS] = []
  /// Penn Treebank tag: carries tense, number and degree.
  package var xpos: [XPOS] = []
  /// Base form, lower case except in names.
  package var lemmas: [String] = []
  /// Index of the head token; −1 at the root of a sentence.
  package var heads: [Int32] = []
  /// Universal relation to the head.
  package var relations: [Relation] = []

  /// Names, in order of their first token, not nested.
  package var names: [NameSpan] = []
  /// Time expressions, in order of their first token.
  package var times: [TimeSpan] = []

  package init(text: [UInt8], date: CalendarDate? = nil) {
    self.text = text
    self.date = date
  }

  package var tokenCount: Int { starts.count }

  /// Where a token stands.
  package func span(_ token: Int) -> Span { Span(Int(starts[token]), Int(ends[token])) }

  /// Where a run of tokens stands, from its first byte to its last.
  package func span(_ tokens: Range<Int>) -> Span {
    tokens.isEmpty ? Span(0, 0) : Span(Int(starts[tokens.lowerBound]), Int(ends[tokens.upperBound - 1]))
  }

  /// The words of a span.
  package func string(_ span: Span) -> String { String(decoding: text[span.start..<span.end], as: UTF8.self) }

  /// The form of a token.
  package func form(_ token: Int) -> String { string(span(token)) }

  /// The first token of the paragraph in which a token stands.
  package func paragraphStart(of token: Int) -> Int { paragraphs.last { $0 <= token } ?? 0 }

  /// Whether a token is part of a time expression.
  package func isTime(_ token: Int) -> Bool { times.contains { $0.tokens.contains(token) } }
}

/// A name in a document.
package struct NameSpan: Sendable, Hashable {
  package enum Label: UInt8, Sendable, Hashable, CaseIterable {
    case person, organisation, geopolitical, location, nationality, facility, event, other

    /// The label's name in CoNLL-U output: PERSON, ORG, GPE, LOC, NORP, FAC, EVENT, MISC.
    package var name: String {
      switch self {
      case .person: "PERSON"
      case .organisation: "ORG"
      case .geopolitical: "GPE"
      case .location: "LOC"
      case .nationality: "NORP"
      case .facility: "FAC"
      case .event: "EVENT"
      case .other: "MISC"
      }
    }
  }

  package var tokens: Range<Int>
  package var label: Label

  package init(tokens: Range<Int>, label: Label) {
    self.tokens = tokens
    self.label = label
  }
}

/// A time expression in a document.
package struct TimeSpan: Sendable, Hashable {
  package var tokens: Range<Int>
  package var expression: TimeExpression

  package init(tokens: Range<Int>, expression: TimeExpression) {
    self.tokens = tokens
    self.expression = expression
  }
}
