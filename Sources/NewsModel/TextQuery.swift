/// What `text` asks for: words and phrases, put together.
///
///     query   = all *( "OR" all )
///     all     = part *( [ "AND" ] part )
///     part    = ( "NOT" | "-" ) part | "(" query ")" | phrase | word
///     phrase  = '"' words '"'          ; one after another
///
/// The operators are in capitals; "or", "and" and "not" are words. Words are compared by their stems, whatever their case and
/// marks. A word of several parts, such as "cease-fire" or "U.S.", is the phrase of these.
package indirect enum TextQuery: Sendable, Hashable {
  /// Words that follow one another; one word in the simplest case.
  case phrase(String)
  case all([TextQuery])
  case any([TextQuery])
  case not(TextQuery)

  /// What is wrong with a query, and the way out.
  package struct SyntaxError: Error, Sendable, Equatable {
    package let message: String
  }

  /// Deeper brackets are no question a person asks.
  private static let maximumDepth = 32

  /// Reads a query.
  package init(_ text: some StringProtocol) throws(SyntaxError) {
    var tokens = try Self.tokens(text)[...]
    self = try Self.query(&tokens, depth: 0)
    if tokens.first == .close { throw SyntaxError(message: "a bracket is closed that was not opened: ')'") }
  }

  private enum Token: Equatable {
    case open, close, or, and, not
    case words(String)
  }

  private static func tokens(_ text: some StringProtocol) throws(SyntaxError) -> [Token] {
    var tokens: [Token] = []
    var rest = text.unicodeScalars.map { $0 }[...]
    while let first = rest.first {
      switch first {
      case "(", ")":
        tokens.append(first == "(" ? .open : .close)
        rest.removeFirst()
      case "\"", "“", "”":
        let phrase = rest.dropFirst().prefix { $0 != "\"" && $0 != "”" }
        guard phrase.endIndex < rest.endIndex else {
          throw SyntaxError(message: "the quotation mark is not closed: \(string(rest))")
        }
        if hasWord(phrase) { tokens.append(.words(string(phrase))) }
        rest = rest[(phrase.endIndex + 1)...]
      case "-" where hasWord(rest.dropFirst().prefix(1)) || rest.dropFirst().first.map(isBracket) ?? false:
        tokens.append(.not)
        rest.removeFirst()
      default:
        let word = rest.prefix { !isBracket($0) && !$0.properties.isWhitespace }
        if let token = token(word) { tokens.append(token) }
        rest = word.isEmpty ? rest.dropFirst() : rest[word.endIndex...]
      }
    }
    return tokens
  }

  private static func token(_ word: ArraySlice<Unicode.Scalar>) -> Token? {
    switch string(word) {
    case "OR": .or
    case "AND": .and
    case "NOT": .not
    default: hasWord(word) ? .words(string(word)) : nil
    }
  }

  private static func isBracket(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "(" || scalar == ")" || scalar == "\"" || scalar == "“" || scalar == "”"
  }

  private static func hasWord(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    text.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil }
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  // MARK: - Grammar

  private static func query(_ tokens: inout ArraySlice<Token>, depth: Int) throws(SyntaxError) -> TextQuery {
    guard depth < maximumDepth else { throw SyntaxError(message: "more than \(maximumDepth) brackets in one another") }
    var parts = [try all(&tokens, depth: depth)]
    while tokens.first == .or {
      tokens.removeFirst()
      parts.append(try all(&tokens, depth: depth))
    }
    return parts.count == 1 ? parts[0] : .any(parts)
  }

  private static func all(_ tokens: inout ArraySlice<Token>, depth: Int) throws(SyntaxError) -> TextQuery {
    var parts = [try part(&tokens, depth: depth)]
    while let token = tokens.first, token != .or, token != .close {
      if token == .and { tokens.removeFirst() }
      parts.append(try part(&tokens, depth: depth))
    }
    return parts.count == 1 ? parts[0] : .all(parts)
  }

  private static func part(_ tokens: inout ArraySlice<Token>, depth: Int) throws(SyntaxError) -> TextQuery {
    var negations = 0
    while tokens.first == .not {
      tokens.removeFirst()
      negations += 1
    }
    let positive: TextQuery
    switch tokens.popFirst() {
    case .words(let words): positive = .phrase(words)
    case .open:
      positive = try query(&tokens, depth: depth + 1)
      guard tokens.popFirst() == .close else { throw SyntaxError(message: "a bracket is not closed: '('") }
    case .or, .and: throw SyntaxError(message: "OR and AND stand between words; to look for the word, write it small")
    case .close: throw SyntaxError(message: "there is nothing before the bracket: ')'")
    case .not, nil: throw SyntaxError(message: "it ends where a word should follow")
    }
    return negations % 2 == 0 ? positive : .not(positive)
  }
}
