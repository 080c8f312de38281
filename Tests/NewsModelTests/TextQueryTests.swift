import NewsModel
import Testing

@Suite("A text query") struct TextQueryTests {
  private func shown(_ query: TextQuery) -> String {
    switch query {
    case .phrase(let words): "<\(words)>"
    case .all(let parts): "(" + parts.map(shown).joined(separator: " & ") + ")"
    case .any(let parts): "(" + parts.map(shown).joined(separator: " | ") + ")"
    case .not(let part): "!" + shown(part)
    }
  }

  @Test(
    "is words, phrases, AND, OR, NOT and brackets; words beside one another must all be there",
    arguments: [
      ("troops", "<troops>"),
      ("Russia troops", "(<Russia> & <troops>)"),
      ("Russia AND troops", "(<Russia> & <troops>)"),
      ("tanks OR troops border", "(<tanks> | (<troops> & <border>))"),
      ("(tanks OR troops) border", "((<tanks> | <troops>) & <border>)"),
      ("\"tear gas\" Nairobi", "(<tear gas> & <Nairobi>)"),
      ("“tear gas”", "<tear gas>"),
      ("talks NOT peace", "(<talks> & !<peace>)"),
      ("talks -peace", "(<talks> & !<peace>)"),
      ("talks -\"peace plan\"", "(<talks> & !<peace plan>)"),
      ("NOT NOT war", "<war>"),
      ("cease-fire", "<cease-fire>"),
      ("this or that and not more", "(<this> & <or> & <that> & <and> & <not> & <more>)"),
      ("- talks –", "<talks>"),
      ("Genève 中国", "(<Genève> & <中国>)"),
    ])
  func syntax(text: String, tree: String) throws { #expect(shown(try TextQuery(text)) == tree) }

  @Test(
    "that cannot be understood is told with the way out",
    arguments: [
      ("\"tear gas", "the quotation mark is not closed: \"tear gas"),
      ("(tanks OR troops", "a bracket is not closed: '('"),
      ("tanks)", "a bracket is closed that was not opened: ')'"),
      ("tanks OR", "it ends where a word should follow"),
      ("OR tanks", "OR and AND stand between words; to look for the word, write it small"),
      ("NOT", "it ends where a word should follow"),
      ("()", "there is nothing before the bracket: ')'"),
      (String(repeating: "(", count: 40) + "a", "more than 32 brackets in one another"),
    ])
  func mistakes(text: String, message: String) {
    let error = #expect(throws: TextQuery.SyntaxError.self) { try TextQuery(text) }
    #expect(error?.message == message)
  }
}
