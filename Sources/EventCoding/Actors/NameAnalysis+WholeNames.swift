import Linguistics

// Names of which the engine took only some of the words.
extension NameAnalysis {
  /// "the Norwegian Coalition Against Terror", of which the engine took the first words for the name.
  static func whole(_ span: NameSpan, _ document: Document) -> NameSpan {
    let end = span.tokens.upperBound
    guard span.label == .organisation, end + 1 < document.tokenCount,
      ["Against", "Without", "Before", "Beyond"].contains(document.form(end))
        || document.form(end) == "for" && centres.contains(document.form(end - 1)),
      LetterCase(document.bytes(end + 1)).startsHigh
    else { return span }
    var span = span
    var last = end + 1
    while last < document.tokenCount, document.upos[last] == .propn || document.upos[last] == .noun,
      LetterCase(document.bytes(last)).startsHigh
    {
      last += 1
    }
    span.tokens = span.tokens.lowerBound..<max(last, end + 2)
    return span
  }

  /// Last words of a name that does not end with them where "for" and a capital follow: "the Center for Free Rivers".
  private static let centres: Set<String> = ["Center", "Centre", "Centers", "Foundation", "Institute"]

  // MARK: Acronyms

  /// Names of organisations with those that an acronym in brackets tells in full, where the engine took less: "Citizens for Rivers
  /// in Bergen (CRB)".
  ///
  /// The letters are the initials of the words before, as in Schwartz and Hearst, "A Simple Algorithm for Identifying Abbreviation
  /// Definitions in Biomedical Text" (2003), but of capitalised words alone.
  static func withDefinitions(_ spans: [NameSpan], _ document: Document, _ roles: RoleTable) -> [NameSpan] {
    var spans = spans
    for sentence in document.sentences {
      for bracket in sentence.clamped(to: 0..<document.tokenCount) where document.xpos[bracket] == .leftBracket {
        guard let words = definition(before: bracket, in: sentence, document) else { continue }
        let inside = spans.filter { $0.tokens.overlaps(words) }
        let isBody =
          inside.contains { $0.label == .organisation } || words.contains { isBodyWord($0, document, roles) }
          || roles.has(.associationBeginnings, document.word(words.lowerBound))
        guard isBody,
          inside.allSatisfy({ words.contains($0.tokens.lowerBound) && $0.tokens.upperBound <= words.upperBound }),
          !inside.contains(where: { $0.tokens == words })
        else { continue }
        spans.removeAll { $0.tokens.overlaps(words) }
        spans.append(NameSpan(tokens: words, label: .organisation))
      }
    }
    spans.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
    return withAcronyms(spans, document)
  }

  /// The same with the acronyms of organisations as their names, whatever the engine takes them for elsewhere.
  private static func withAcronyms(_ spans: [NameSpan], _ document: Document) -> [NameSpan] {
    var acronyms: Set<[UInt8]> = []
    for span in spans where span.label == .organisation {
      guard let word = document.wordInBrackets(at: span.tokens.upperBound),
        let letters = letters(ofAcronym: word, document)
      else { continue }
      acronyms.insert(letters)
    }
    guard !acronyms.isEmpty else { return spans }
    return spans.map { span in
      guard span.tokens.count == 1, span.label == .person || span.label == .geopolitical,
        let letters = letters(ofAcronym: span.tokens.lowerBound, document), acronyms.contains(letters)
      else { return span }
      return NameSpan(tokens: span.tokens, label: .organisation)
    }
  }

  /// The letters of a word of three capitals or more; nil where it is none.
  private static func letters(ofAcronym token: Int, _ document: Document) -> [UInt8]? {
    let letters = document.bytes(token)
    return letters.count > 2 && letters.allSatisfy { (65...90).contains($0) } ? Array(letters) : nil
  }

  /// The words whose initials the acronym behind a bracket has, up to the bracket.
  private static func definition(before bracket: Int, in sentence: Range<Int>, _ document: Document) -> Range<Int>? {
    guard let word = document.wordInBrackets(at: bracket), var letters = letters(ofAcronym: word, document) else {
      return nil
    }
    var token = bracket
    while let letter = letters.last, token > sentence.lowerBound {
      token -= 1
      guard let initial = document.bytes(token).first else { return nil }
      if (65...90).contains(initial) {
        guard initial == letter else { return nil }
        letters.removeLast()
      } else if !joints.contains(document.word(token)) {
        return nil
      }
    }
    return letters.isEmpty ? token..<bracket : nil
  }

  /// Words within names that acronyms pass over.
  private static let joints: Set<String> = ["of", "the", "for", "and", "in", "on", "to", "at", "against", "&"]

  private static func isBodyWord(_ token: Int, _ document: Document, _ roles: RoleTable) -> Bool {
    guard let kind = roles.role(called: document.word(token))?.kind else { return false }
    return kind == .body || kind == .group
  }
}
