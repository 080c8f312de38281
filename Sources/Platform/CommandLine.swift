import Spelling

/// One option of a command: a table of these is parser, help, manual and completion in one.
package struct Option: Sendable {
  /// What may stand as a value, for the shell to complete.
  package enum Values: Sendable, Equatable {
    case any
    case files
    case words([String])
    /// What a command line of the shell prints, one a line.
    case lines(of: String)
  }

  /// Name without the dashes: "socket".
  package let name: String
  /// One-letter form without the dash: "n".
  package let letter: Character?
  /// Placeholder of the value, "PATH"; nil where the option takes none.
  package let value: String?
  /// One sentence for the help.
  package let summary: String
  /// Whether it may be given more than once.
  package let repeats: Bool
  /// What its value may be.
  package let values: Values

  package init(
    _ name: String, letter: Character? = nil, value: String? = nil, values: Values = .any, repeats: Bool = false,
    _ summary: String
  ) {
    self.name = name
    self.letter = letter
    self.value = value
    self.values = values
    self.repeats = repeats
    self.summary = summary
  }
}

/// A command line that cannot be followed.
package struct UsageError: Error, Sendable, Equatable, CustomStringConvertible {
  package let description: String

  package init(_ description: String) {
    self.description = description
  }
}

/// A command line, taken apart after a table of options.
package struct ParsedArguments: Sendable, Equatable {
  /// What is no option, in order; everything after `--`.
  package private(set) var operands: [String] = []
  private var values: [String: [String]] = [:]

  /// Takes `--name value`, `--name=value`, `-n value`, `-nvalue`, flags, and `--`; options and operands in any order.
  package init(_ words: some Sequence<String>, options: [Option]) throws(UsageError) {
    var rest = Array(words)[...]
    while let word = rest.popFirst() {
      if word == "--" {
        operands += rest
        return
      }
      if word == "-" || !word.hasPrefix("-") {
        operands.append(word)
        continue
      }
      let (option, attached) = try Self.option(word, among: options)
      try take(option, attached, &rest)
    }
  }

  /// Whether an option was given.
  package func has(_ name: String) -> Bool { values[name] != nil }

  /// The value of an option; the last one where it was given twice.
  package subscript(name: String) -> String? { values[name]?.last }

  /// All values of an option that repeats.
  package func all(_ name: String) -> [String] { values[name] ?? [] }

  private mutating func take(_ option: Option, _ attached: String?, _ rest: inout ArraySlice<String>) throws(UsageError)
  {
    guard option.value != nil else {
      if attached != nil { throw UsageError("option --\(option.name) takes no value") }
      values[option.name, default: []].append("")
      return
    }
    guard let value = attached ?? rest.popFirst() else {
      throw UsageError("option --\(option.name) needs a value: --\(option.name) \(option.value ?? "")")
    }
    if values[option.name] != nil, !option.repeats { throw UsageError("option --\(option.name) is given twice") }
    values[option.name, default: []].append(value)
  }

  private static func option(_ word: String, among options: [Option]) throws(UsageError) -> (Option, String?) {
    if !word.hasPrefix("--") {
      let letter = word.dropFirst().first
      guard let option = options.first(where: { $0.letter == letter }) else {
        throw UsageError("unknown option \(word)")
      }
      let attached = word.dropFirst(2)
      return (option, attached.isEmpty ? nil : String(attached))
    }
    let parts = word.dropFirst(2).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard let option = options.first(where: { $0.name == parts[0] }) else {
      let nearest = Suggestion.nearest(to: parts[0], among: options.map(\.name))
      throw UsageError("unknown option --\(parts[0])\(nearest.map { "; did you mean --\($0)?" } ?? "")")
    }
    return (option, parts.count > 1 ? parts[1] : nil)
  }
}

extension Option {
  /// How the option is written: `-n, --limit N`.
  package var synopsis: String {
    "\(letter.map { "-\($0), " } ?? "    ")--\(name)\(value.map { " \($0)" } ?? "")"
  }

  /// The options with their sentences, in two columns, wrapped at `width`.
  package static func help(_ options: [Option], width: Int = 80) -> String {
    let column = min(32, (options.map { $0.synopsis.count }.max() ?? 0) + 4)
    return options.map { option in
      let front = "  " + option.synopsis
      let padding =
        front.count + 1 < column ? String(repeating: " ", count: column - front.count) : "\n" + spaces(column)
      return front + padding + wrapped(option.summary, indent: column, width: width)
    }.joined(separator: "\n")
  }

  private static func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }

  private static func wrapped(_ text: String, indent: Int, width: Int) -> String {
    var lines = [""]
    for word in text.split(separator: " ") {
      let last = lines[lines.count - 1]
      if !last.isEmpty, indent + last.count + 1 + word.count > width {
        lines.append(String(word))
      } else {
        lines[lines.count - 1] = last.isEmpty ? String(word) : last + " " + word
      }
    }
    return lines.joined(separator: "\n" + spaces(indent))
  }
}
