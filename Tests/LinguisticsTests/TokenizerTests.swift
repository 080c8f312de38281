import Linguistics
import NewsModel
import Testing

/// The tokens of a text, with spaces between them.
private func tokens(_ text: String) -> String { tokens(Array(text.utf8)) }

private func tokens(_ text: [UInt8]) -> String {
  var document = Document(text: text)
  Tokenizer.tokenize(&document)
  return (0..<document.tokenCount).map(document.form).joined(separator: " ")
}

struct TokenizerTests {
  @Test(
    "Clitics are tokens of their own, with straight and curly apostrophes",
    arguments: [
      ("They don't know.", "They do n't know ."),
      ("Russia's and Russia’s", "Russia 's and Russia ’s"),
      ("He won’t, can't and couldn't've", "He wo n’t , ca n't and could n't 've"),
      ("I'm, you're, we've, she'll, he'd", "I 'm , you 're , we 've , she 'll , he 'd"),
      ("the workers' union", "the workers ' union"),
      ("cannot gonna dont", "can not gon na do nt"),
      ("y'all", "y' all"),
      ("2008's budget", "2008 's budget"),
    ])
  func clitics(_ text: String, _ expected: String) { #expect(tokens(text) == expected) }

  @Test(
    "An apostrophe inside a name or in front of a shortened word stays",
    arguments: [
      ("O'Connell said at 5 o'clock", "O'Connell said at 5 o'clock"),
      ("a coup d’état by Shi'ite rebels", "a coup d’état by Shi'ite rebels"),
      ("back in '72 and the '60s", "back in '72 and the '60s"),
      ("the 1960's", "the 1960's"),
      ("stop 'em", "stop 'em"),
    ])
  func apostrophes(_ text: String, _ expected: String) { #expect(tokens(text) == expected) }

  @Test(
    "Hyphens part words except after a prefix",
    arguments: [
      ("Russia-backed fighters", "Russia - backed fighters"),
      ("an anti-government, pre-war e-mail", "an anti-government , pre-war e-mail"),
      ("non-NATO mid-January re-election", "non-NATO mid-January re-election"),
      ("a two-day U.S.-led visit", "a two - day U.S. - led visit"),
      ("al-Qaida", "al - Qaida"),
      ("two- to three-week", "two - to three - week"),
    ])
  func hyphens(_ text: String, _ expected: String) { #expect(tokens(text) == expected) }

  @Test(
    "Numbers, dates, times and telephone numbers stay whole; signs and units do not stick to them",
    arguments: [
      ("100,000 troops and 3.5%", "100,000 troops and 3.5 %"),
      ("$5.2bn, €30 and US$4.5", "$ 5.2 bn , € 30 and US$ 4.5"),
      ("at 14:00, 5pm or 7.30pm", "at 14:00 , 5 pm or 7.30 pm"),
      ("2022-01-10 10/01/2022 9/11", "2022-01-10 10/01/2022 9/11"),
      ("call 713-853-3989", "call 713-853-3989"),
      ("in 2014-16, 3-4 of them", "in 2014 - 16 , 3 - 4 of them"),
      ("the 19th, the 1990s, a G20", "the 19th , the 1990s , a G20"),
      ("$.04 and .265", "$ .04 and .265"),
      ("#1 of 5", "# 1 of 5"),
    ])
  func numbers(_ text: String, _ expected: String) { #expect(tokens(text) == expected) }

  @Test(
    "Abbreviations keep their full stop",
    arguments: [
      ("Mr. Putin met Gen. J. Mattis of the U.S. Army", "Mr. Putin met Gen. J. Mattis of the U.S. Army"),
      ("on Jan. 10 at 3 p.m. in St. Petersburg", "on Jan. 10 at 3 p.m. in St. Petersburg"),
      ("No. 5 in Washington, D.C., e.g. here", "No. 5 in Washington , D.C. , e.g. here"),
      ("Ali vs. Frazier", "Ali vs. Frazier"),
      ("No. We said no.", "No . We said no ."),
    ])
  func abbreviations(_ text: String, _ expected: String) { #expect(tokens(text) == expected) }

  @Test(
    "Addresses, handles and hashtags stay whole, without the punctuation of the sentence",
    arguments: [
      ("see http://example.org/a?b=c, or www.example.org.", "see http://example.org/a?b=c , or www.example.org ."),
      ("(https://example.org/x_(y))", "( https://example.org/x_(y) )"),
      ("mail jane.doe@example.org!", "mail jane.doe@example.org !"),
      ("@POTUS used #NATO2022", "@POTUS used #NATO2022"),
      ("example.com/path and report.pdf", "example.com/path and report.pdf"),
      ("the end.Then", "the end . Then"),
    ])
  func addresses(_ text: String, _ expected: String) { #expect(tokens(text) == expected) }

  @Test(
    "Quotes, brackets, dashes and runs of marks are tokens",
    arguments: [
      ("“We can,” he said.", "“ We can , ” he said ."),
      ("the ‘severe costs’ «ici»", "the ‘ severe costs ’ « ici »"),
      ("'yes' and \"no\"", "' yes ' and \" no \""),
      ("talks — if any – failed...", "talks — if any – failed ..."),
      ("and/or (AFP) [sic]", "and / or ( AFP ) [ sic ]"),
      ("What?! No…", "What ?! No …"),
      ("***Note*** -- see", "*** Note *** -- see"),
      ("AT&T and R&D & co", "AT&T and R&D & co"),
      ("fine :-) really", "fine :-) really"),
    ])
  func marks(_ text: String, _ expected: String) { #expect(tokens(text) == expected) }

  @Test("Offsets are bytes of the text, and the spaces of Unicode part words")
  func offsets() {
    var document = Document(text: Array("Łódź\u{A0}hat\u{2009}“5 €”".utf8))
    Tokenizer.tokenize(&document)
    #expect((0..<document.tokenCount).map(document.form) == ["Łódź", "hat", "“", "5", "€", "”"])
    #expect(document.starts == [0, 9, 15, 18, 20, 23])
    #expect(document.ends == [7, 12, 18, 19, 23, 26])
  }

  @Test("Any bytes are read, every byte that is no space is in a token, and tokens do not overlap")
  func anyBytes() {
    var random = Xorshift(state: 0x5EED)
    let pieces: [[UInt8]] = [
      [0xFF], [0xE2, 0x80], [0xF0, 0x9F, 0x98, 0x80], [0xC2], Array("U.S.".utf8), Array("n't".utf8), [0x0A], [0x20],
      Array("“a”".utf8),
      Array("http://".utf8), Array("1,000".utf8), Array("-".utf8), Array("'".utf8), Array("@".utf8), [0x00],
      Array("...".utf8),
    ]
    for _ in 0..<400 {
      let text = (0..<40).flatMap { _ in pieces[random.next(below: pieces.count)] }
      var document = Document(text: text)
      Tokenizer.tokenize(&document)
      var covered = 0
      for token in 0..<document.tokenCount {
        let span = document.span(token)
        #expect(span.start >= covered && span.end > span.start && span.end <= text.count)
        #expect(text[covered..<span.start].allSatisfy { $0 <= 0x20 })
        covered = span.end
      }
      #expect(document.sentences.flatMap { Array($0) } == Array(0..<document.tokenCount))
      #expect(document.paragraphs.first == (document.tokenCount > 0 ? 0 : nil))
    }
  }

  @Test("An empty text and one of spaces have no tokens, sentences or paragraphs", arguments: ["", " \n\t \r\n"])
  func empty(_ text: String) {
    var document = Document(text: Array(text.utf8))
    Tokenizer.tokenize(&document)
    #expect(document.tokenCount == 0 && document.sentences.isEmpty && document.paragraphs.isEmpty)
  }

  @Test(
    "A text without spaces takes time in proportion to its length",
    arguments: ["x1.", "a.", "a'", "re-", "1-", "a:", ".\"a", "J. "])
  func linear(_ piece: String) {
    let text = Array(String(repeating: piece, count: 60_000).utf8)
    let time = ContinuousClock().measure {
      var document = Document(text: text)
      Tokenizer.tokenize(&document)
      #expect(document.tokenCount > 0)
    }
    #expect(time < .seconds(2))
  }
}

/// Numbers that are the same in every run.
private struct Xorshift {
  var state: UInt64

  mutating func next(below bound: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(bound))
  }
}
