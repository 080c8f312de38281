/// An explanation as lines of text for people.
package struct ExplanationText {
  private let width: Int
  private var lines: [String] = []

  /// Where values begin.
  private static let column = 12

  /// - Parameter width: columns of a line.
  private init(width: Int) { self.width = max(40, width) }

  /// Lines about each event, then about the words that are none.
  ///
  /// - Parameter title: printed first, where there is one.
  package static func lines(_ explanation: ArticleExplanation, width: Int, title: String? = nil) -> [String] {
    var text = ExplanationText(width: width)
    if let title { text.lines += [title, ""] }
    for event in explanation.events { text.add(event) }
    if !explanation.rejected.isEmpty {
      text.lines.append("No events:")
      for words in explanation.rejected { text.add(words) }
    }
    return text.lines
  }

  private mutating func add(_ explanation: Explanation) {
    let event = explanation.event
    wrap("\(event.id)  \(event.type.rawValue), \(event.status.rawValue), confidence \(event.confidence)", indent: 0)
    wrap("“\(event.evidence.text)”", indent: 2)
    for step in explanation.steps {
      let words = step.words.isEmpty ? "" : "“\(step.words)”"
      let found = [words, step.result].filter { !$0.isEmpty }.joined(separator: " → ")
      wrap(found, label: step.part)
      wrap(step.how, indent: Self.column)
      for rejection in step.rejected { wrap("✗ \(rejection.what): \(rejection.why)", indent: Self.column, hanging: 2) }
    }
    lines.append("")
  }

  private mutating func add(_ words: Explanation.RejectedWords) {
    wrap("“\(words.words)”", indent: 2)
    for reason in words.reasons { wrap("✗ \(reason.what): \(reason.why)", indent: 4, hanging: 2) }
  }

  private mutating func wrap(_ text: String, label: String) {
    let padding = String(repeating: " ", count: max(1, Self.column - 2 - label.unicodeScalars.count))
    let count = lines.count
    wrap(text, indent: Self.column)
    guard lines.count > count else { return }
    lines[count] = "  " + label + padding + lines[count].dropFirst(Self.column)
  }

  /// Breaks at blanks; what an article says must not command a terminal.
  private mutating func wrap(_ text: String, indent: Int, hanging: Int = 0) {
    var line = String(repeating: " ", count: indent)
    var used = 0
    for word in text.unicodeScalars.split(whereSeparator: {
      $0 == " " || $0.value < 0x20 || (0x7F...0x9F).contains($0.value)
    }) {
      if used > 0, indent + used + 1 + word.count > width {
        lines.append(line)
        line = String(repeating: " ", count: indent + hanging)
        used = hanging
      } else if used > 0 {
        line += " "
        used += 1
      }
      line += String(String.UnicodeScalarView(word))
      used += word.count
    }
    if used > 0 { lines.append(line) }
  }
}
