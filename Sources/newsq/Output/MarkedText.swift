import NewsModel

/// Text with some of its words marked, wrapped to a width.
struct MarkedText {
  /// A stretch of the text and how it looks; of two that overlap the later one counts.
  struct Mark {
    let span: Span
    let style: Styles.Style
    /// What stands around the words where there is no colour.
    var brackets: (open: String, close: String)?
  }

  private struct Letter {
    var scalar: Unicode.Scalar
    var style = Styles.Style.plain
  }

  private let text: String
  private let marks: [Mark]
  private let styles: Styles

  init(_ text: String, marks: [Mark], styles: Styles) {
    self.text = text
    self.marks = marks
    self.styles = styles
  }

  /// The lines of the paragraphs that `wanted` lets through, a line "…" for each run of those left out, and an empty line between.
  func lines(width: Int, wanted: (Span) -> Bool = { _ in true }) -> [String] {
    var lines: [String] = []
    var skipped = false
    for (span, letters) in paragraphs() {
      guard wanted(span) else {
        if !skipped { lines += lines.isEmpty ? ["…"] : ["", "…"] }
        skipped = true
        continue
      }
      skipped = false
      if !lines.isEmpty { lines.append("") }
      lines += wrap(letters, width).map(render)
    }
    return lines
  }

  /// The paragraphs with their places in the text.
  private func paragraphs() -> [(span: Span, letters: [Letter])] {
    var paragraphs: [(span: Span, letters: [Letter])] = []
    var letters: [Letter] = []
    var start = 0
    var offset = 0
    for scalar in text.unicodeScalars {
      let next = offset + UTF8.width(scalar)
      if scalar == "\n" {
        letters += brackets(at: offset, opening: false)
        paragraphs.append((Span(start, offset), letters))
        letters = []
        start = next
      } else {
        letters += brackets(at: offset, opening: false) + brackets(at: offset, opening: true)
        letters.append(Letter(scalar: DisplayText.isObeyed(scalar) ? " " : scalar, style: style(at: offset)))
      }
      offset = next
    }
    letters += brackets(at: offset, opening: false)
    paragraphs.append((Span(start, offset), letters))
    return paragraphs
  }

  private func style(at offset: Int) -> Styles.Style {
    marks.last { $0.span.start <= offset && offset < $0.span.end }?.style ?? .plain
  }

  private func brackets(at offset: Int, opening: Bool) -> [Letter] {
    guard !styles.enabled else { return [] }
    let here = marks.filter { (opening ? $0.span.start : $0.span.end) == offset && $0.span.length > 0 }
    let texts = (opening ? here : here.reversed()).compactMap { opening ? $0.brackets?.open : $0.brackets?.close }
    return texts.joined().unicodeScalars.map { Letter(scalar: $0) }
  }

  /// Breaks at spaces; a word longer than a line is broken anywhere.
  private func wrap(_ letters: [Letter], _ width: Int) -> [[Letter]] {
    var lines: [[Letter]] = []
    var line: [Letter] = []
    var used = 0
    for word in letters.split(separator: " ", on: \.scalar) {
      let length = word.reduce(0) { $0 + DisplayText.width($1.scalar) }
      if used > 0, used + 1 + length > width {
        lines.append(line)
        (line, used) = ([], 0)
      }
      if used > 0 {
        // A space within a mark looks like the mark.
        let style = line.last?.style == word.first?.style ? word.first?.style : nil
        line.append(Letter(scalar: " ", style: style ?? .plain))
        used += 1
      }
      for letter in word {
        let columns = DisplayText.width(letter.scalar)
        if used + columns > width, used > 0 {
          lines.append(line)
          (line, used) = ([], 0)
        }
        line.append(letter)
        used += columns
      }
    }
    return lines + [line]
  }

  private func render(_ line: [Letter]) -> String {
    var text = ""
    var rest = line[...]
    while let first = rest.first {
      let run = rest.prefix { $0.style == first.style }
      var scalars = String.UnicodeScalarView()
      scalars.append(contentsOf: run.map(\.scalar))
      text += styles.apply(first.style, String(scalars))
      rest = rest.dropFirst(run.count)
    }
    return text
  }
}

extension Array {
  fileprivate func split<Value: Equatable>(separator: Value, on path: KeyPath<Element, Value>) -> [ArraySlice<Element>]
  {
    split { $0[keyPath: path] == separator }
  }
}
