import NewsModel

/// Finds time expressions and says what they mean on the day the text was written.
///
/// Rules over the tokens, after TIMEX3 (ISO 24617-1). Where `xpos` and `heads` are filled in, the verb that governs an
/// expression tells whether it looks back or ahead; without them the words around it do, and failing these a weekday is
/// the last one that was. The result depends on the text and `date` alone, never on the day the program runs.
package enum TimeRecognizer {
  /// Fills in `document.times`, in order and without overlap.
  ///
  /// Words that only the article's date could place, in a document without one, get an empty value and
  /// `unresolved: "no article date"`.
  package static func recognize(in document: inout Document) {
    document.times = []
    guard document.tokenCount > 0 else { return }
    var parser = TimeParser(document)
    var paragraphs = document.paragraphs[...]
    for sentence in document.sentences {
      parser.sentence = sentence
      parser.sentenceDay = nil
      while let first = paragraphs.first, first <= sentence.lowerBound {
        parser.narratedYear = nil
        paragraphs = paragraphs.dropFirst()
      }
      var token = sentence.lowerBound
      while token < sentence.upperBound {
        guard let reading = parser.expression(at: token), reading.end > token else {
          token += 1
          continue
        }
        document.times.append(span(of: reading, token..<reading.end, in: document))
        parser.remember(reading, at: token)
        token = reading.end
      }
    }
  }

  private static func span(of reading: TimeReading, _ tokens: Range<Int>, in document: Document) -> TimeSpan {
    let span = document.span(tokens)
    let expression = TimeExpression(
      text: document.string(span), kind: reading.kind, value: reading.value, endValue: reading.endValue,
      basis: reading.basis,
      span: span, unresolved: reading.lacksAnchor ? "no article date" : nil)
    return TimeSpan(tokens: tokens, expression: expression)
  }
}
