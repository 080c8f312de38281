/// A manual page in roff, with the macros of man(7).
package struct ManualPage {
  /// The page as roff.
  package private(set) var roff: String
  /// A heading begins a paragraph by itself.
  private var isAfterHeading = false
  /// Day of the release.
  private static let date = "2026-11-25"

  /// Begins a page: `name` as in "newsq", `section` as in 1, `summary` what follows the name in its first line.
  package init(_ name: String, section: Int, version: String, summary: String) {
    roff = ".\\\" Made from the program's own tables.\n"
    roff +=
      ".TH \(Self.escaped(name.uppercased())) \(section) \"\(Self.date)\" \"newsd \(version)\" \"News event daemon\"\n"
    roff += ".SH NAME\n\(Self.escaped(name)) \\- \(Self.escaped(summary))\n"
  }

  /// Begins a section.
  package mutating func heading(_ title: String) {
    roff += ".SH \(title.uppercased())\n"
    isAfterHeading = true
  }

  /// Begins a part of a section.
  package mutating func subheading(_ title: String) {
    roff += ".SS \(Self.escaped(title))\n"
    isAfterHeading = true
  }

  /// Adds a paragraph.
  package mutating func paragraph(_ text: String) {
    roff += "\(isAfterHeading ? "" : ".PP\n")\(Self.lines(text))\n"
    isAfterHeading = false
  }

  /// Adds what a word means: the word in bold, and below it the text.
  package mutating func item(_ word: String, _ text: String) {
    isAfterHeading = false
    roff += ".TP\n.B \"\(Self.escaped(word).doubledQuotes)\"\n\(Self.lines(text))\n"
  }

  /// Adds lines that stay as they are.
  package mutating func example(_ lines: [String]) {
    isAfterHeading = false
    roff += ".PP\n.RS 4\n.nf\n" + lines.map { Self.line($0) + "\n" }.joined() + ".fi\n.RE\n"
  }

  /// Adds an item for each option.
  package mutating func options(_ options: [Option]) {
    for option in options {
      let letter = option.letter.map { "-\($0)\(option.value.map { " \($0)" } ?? ""), " } ?? ""
      item("\(letter)--\(option.name)\(option.value.map { "=\($0)" } ?? "")", option.summary)
    }
  }

  /// Adds the pages that go with this one.
  package mutating func seeAlso(_ pages: [String]) {
    heading("See also")
    roff +=
      pages.map { page in
        let name = page.prefix { $0 != "(" }
        return ".BR \(Self.escaped(String(name))) \(page.dropFirst(name.count))"
      }.joined(separator: " ,\n") + "\n"
  }

  /// Text of which each sentence has a line, and no line begins like a request.
  private static func lines(_ text: String) -> String {
    let text = escaped(text)
    var lines = ""
    var column = 0
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      let isFull = column > 0 && column + word.utf8.count > 78
      lines += column == 0 ? "" : isFull ? "\n" : " "
      column = isFull ? 0 : column
      if column == 0, word.hasPrefix(".") { lines += "\\&" }
      lines += word
      column += word.utf8.count + 1
      if word.hasSuffix(".") {
        lines += "\n"
        column = 0
      }
    }
    while lines.hasSuffix("\n") { lines.removeLast() }
    return lines
  }

  /// A line that stays as it is.
  private static func line(_ text: String) -> String {
    let text = escaped(text)
    return text.hasPrefix(".") ? "\\&" + text : text
  }

  /// A hyphen as users type it, and no escape but ours.
  private static func escaped(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { escaped, scalar in
      switch scalar {
      case "\\": escaped += "\\e"
      case "-": escaped += "\\-"
      case "'": escaped += "\\(aq"
      case "`": escaped += "\\(ga"
      case "~": escaped += "\\(ti"
      case "^": escaped += "\\(ha"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
  }
}

extension String {
  /// A quotation mark within a quoted argument of a request is written twice.
  fileprivate var doubledQuotes: String {
    split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
  }
}
