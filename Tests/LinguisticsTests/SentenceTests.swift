import Linguistics
import Testing

/// The sentences of a text, as they stand in it.
private func sentences(_ text: String) -> [String] {
  var document = Document(text: Array(text.utf8))
  Tokenizer.tokenize(&document)
  return document.sentences.map { document.string(document.span($0)) }
}

struct SentenceTests {
  /// Each bar is the end of a sentence.
  @Test(
    "A sentence ends where a reader would end it",
    arguments: [
      "It rained. | It stopped! | Did it? | Yes.",
      "“We can,” he said. | “We will.”",
      "“Will he come?” Putin asked. | Nobody knew.",
      "“It is over!” he said.",
      "He provides “support to Ukraine”. | Stoltenberg agreed.",
      "She said “go home.” | They went.",
      "(It was late.) | He left.",
      "Mr. Smith met Gen. Lee. | They talked.",
      "“We are ready.” | Blinken said no more.",
      "The court cited Brown v. Board of Education. | It ruled.",
      "J. Edgar Hoover and George W. Bush spoke.",
      "He lives in the U.S. | The talks failed.",
      "The U.S. Secretary of State spoke.",
      "It is No. 5 on the list. | We said no. | Fine.",
      "GENEVA, Jan. 10 (AFP) — Talks opened.",
      "The talks ended at 8 p.m. | Police said nothing.",
      "At 8 p.m. Moscow time they met.",
      "Apples, pears, etc. | He bought them all.",
      "Well... it failed. | So... | Nothing came.",
      "It was found in 1971. [2] | It was lost again.",
      "1. Open the door.",
      "It cost $3.5 million. | 12 people paid.",
      "See http://example.org/a.b. | Then go.",
      "He came from St. Petersburg on Jan. 5. | It snowed.",
    ])
  func ends(_ text: String) {
    let expected = text.split(separator: "|").map { $0.trimmingSpaces }
    #expect(sentences(text.replacingBars) == expected)
  }

  @Test("A newline ends a paragraph, and with it a sentence that has no full stop")
  func headlines() {
    var document = Document(text: Array("Talks begin in Geneva\nRussia and the US met.\n\nThey left.".utf8))
    Tokenizer.tokenize(&document)
    #expect(
      document.sentences.map { document.string(document.span($0)) } == [
        "Talks begin in Geneva", "Russia and the US met.", "They left.",
      ])
    #expect(document.paragraphs == [0, 4, 10])
  }

  @Test("In a text broken at a fixed width only an empty line ends a paragraph")
  func wrapped() {
    let text = """
      The minister said on Monday that talks between the two sides would
      go on in the coming week, and that nobody should expect too much of
      them before the end of the month. He spoke after a long meeting of
      the cabinet.

      Nobody answered.
      """
    #expect(
      sentences(text) == [
        """
        The minister said on Monday that talks between the two sides would
        go on in the coming week, and that nobody should expect too much of
        them before the end of the month.
        """,
        "He spoke after a long meeting of\nthe cabinet.", "Nobody answered.",
      ])
  }

  @Test("Short lines are not taken for broken ones")
  func lists() {
    #expect(
      sentences("Winners\nAnna Lee\nJohn B. Good\nThe rest of them") == [
        "Winners", "Anna Lee", "John B. Good", "The rest of them",
      ])
  }

  @Test("A sentence without end is cut, after a comma where it has one, so that the parser stays quick")
  func bounded() {
    var document = Document(
      text: Array((String(repeating: "word ", count: 200) + ", " + String(repeating: "more ", count: 700)).utf8))
    Tokenizer.tokenize(&document)
    #expect(document.sentences.allSatisfy { $0.count <= 256 })
    #expect(document.sentences.first == 0..<201)
    #expect(document.sentences.reduce(0) { $0 + $1.count } == document.tokenCount)
  }
}

extension StringProtocol {
  fileprivate var trimmingSpaces: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }

  /// The text without its bars.
  fileprivate var replacingBars: String {
    split(separator: "|").map { $0.trimmingSpaces }.joined(separator: " ")
  }
}
