import Linguistics

// Names of which the engine took only the first words.
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
}
