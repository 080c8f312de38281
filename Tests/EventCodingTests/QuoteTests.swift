import EventCoding
import Linguistics
import NewsModel
import Testing

@Suite("Who says what stands in quotation marks")
struct QuoteTests {
  private func speakers(_ text: String) throws -> [String] {
    try CodingSamples.quotes(text).map { $0.source.name ?? $0.source.text }
  }

  @Test("The speaker before, behind and within a quote")
  func positions() throws {
    let text = """
      Maria Lopez said: "We will not go back to the old rules." "The law is clear," Peter Weiss said, "and it will stay as \
      it is." "Nobody asked the farmers about it," said Anna Berg, a member of the council.
      """
    #expect(try speakers(text) == ["Maria Lopez", "Peter Weiss", "Peter Weiss", "Anna Berg"])
  }

  @Test("A quote goes on in the next paragraph, which opens it anew")
  func paragraphs() throws {
    let text = """
      Maria Lopez said: "We will not go back to the old rules.

      "They were never good for the farmers of this valley."
      """
    #expect(try speakers(text) == ["Maria Lopez", "Maria Lopez"])
  }

  @Test("A paragraph that is a quote is of whoever spoke last")
  func ownParagraph() throws {
    let text = """
      Maria Lopez said that the talks had failed.

      "They were never good for the farmers of this valley."
      """
    #expect(try speakers(text) == ["Maria Lopez"])
  }

  @Test("He who was quoted as saying it says it")
  func quotedAsSaying() throws {
    #expect(
      try speakers("Peter Weiss was quoted as saying, \"The law is clear and it will stay as it is.\"") == [
        "Peter Weiss"
      ])
  }

  @Test("A footballer's words are quotes, though no political event")
  func privatePerson() throws {
    let text = """
      The striker scored twice in the final of the cup. "I am very happy with this goal," Peter Weiss said. The team won \
      the match in the last minute.
      """
    #expect(try speakers(text) == ["Peter Weiss"])
    #expect(try CodingSamples.events(text).isEmpty)
  }

  @Test("A word or two in marks are no quote")
  func irony() throws {
    #expect(try speakers("Peter Weiss spoke of a \"historic chance\" for the valley.").isEmpty)
  }

  @Test(
    "Who is named behind a title says it, and not whom the title only serves",
    arguments: [
      ("“We will open the bridge again in May,” said the council's chairwoman, Anna Berg.", "Anna Berg"),
      ("The director of the bridge company, Peter Weiss, said: “We will open the bridge again in May.”", "Peter Weiss"),
      ("One driver, known as Anna Berg, said: “I never saw so many trucks on this road.”", "Anna Berg"),
      (
        "A spokesman for Prime Minister Anna Berg said: “We will open the bridge again in May.”",
        "A spokesman for Prime Minister Anna Berg"
      ),
    ])
  func titles(text: String, speaker: String) throws {
    #expect(try speakers(text) == [speaker])
  }

  @Test(
    "The speaker stands before a colon, behind the quote in a sentence of two words, or in a phrase of source",
    arguments: [
      ("Judge Peter Weiss gave the jury an example: “Nobody may be punished for what he thinks.”", "Peter Weiss"),
      (
        "“The bridge is safe. It will be opened in May, as we promised ...” Berg said. Anna Berg is mayor.", "Anna Berg"
      ),
      ("The new bridge is, in the words of the mayor, Anna Berg, “a gift to every farmer of the valley.”", "Anna Berg"),
      ("As Peter Weiss put it: “The law is clear and it will stay as it is.”", "Peter Weiss"),
      ("Maria Lopez pointed out, “The law is clear and it will stay as it is.”", "Maria Lopez"),
      ("Maria Lopez was quoted as saying\n“The law is clear and it will stay as it is.”", "Maria Lopez"),
    ])
  func introductions(text: String, speaker: String) throws {
    #expect(try speakers(text) == [speaker])
  }

  @Test(
    "A participle of saying is of whom the sentence lets speak",
    arguments: [
      (
        "The farmers welcomed it, with Anna Berg, a member of the council, saying “We have waited for it for years.”",
        "Anna Berg"
      ),
      ("Maria Lopez supported the idea of a bridge saying, “We have waited for it for ten years.”", "Maria Lopez"),
      ("Maria Lopez blamed the engineers and told them to “look after their own bridges first.”", "Maria Lopez"),
      ("Maria Lopez called on the engineers to “look after their own bridges first.”", "Maria Lopez"),
    ])
  func participles(text: String, speaker: String) throws {
    #expect(try speakers(text) == [speaker])
  }

  @Test("Of two words of saying in a sentence each has its own quote")
  func two() throws {
    let text = """
      Maria Lopez said “the bridge is not safe for trucks”, and Peter Weiss replied “it was safe for forty years.”
      """
    #expect(try speakers(text) == ["Maria Lopez", "Peter Weiss"])
  }

  @Test("Paragraphs that are quotes go on with the speaker of the quote before")
  func chain() throws {
    let text = """
      “The law is clear,” said Maria Lopez.

      “It will stay as it is for many years.”

      “Nobody asked the farmers about it.”
      """
    #expect(try speakers(text) == ["Maria Lopez", "Maria Lopez", "Maria Lopez"])
  }

  @Test("Who spoke of something is not what was spoken of")
  func spokenOf() throws {
    let text =
      "“We lost it in the last minute,” Weiss, who scored twice, said of the defeat. Peter Weiss left in tears."
    #expect(try speakers(text) == ["Peter Weiss"])
  }

  @Test("The pronoun of a speaker is the one person whom a sentence about a thing names")
  func pronoun() throws {
    let text = "The new bridge was drawn by Anna Berg. She told the paper: “It took us three years to finish it.”"
    #expect(try speakers(text) == ["Anna Berg"])
  }

  @Test("What a statement says, its author says")
  func document() throws {
    let text = """
      The Ministry of Defence issued a statement on Monday. “Our troops have left the valley,” the statement said.
      """
    #expect(try speakers(text) == ["The Ministry of Defence"])
  }

  @Test("Straight single marks hold a quote where a comma or full stop ends it, and apostrophes hold none")
  func singleMarks() throws {
    let quotes = try CodingSamples.quotes(
      "'We will not accept this plan,' the Norwegian police said. The soldiers' camp and the guards' huts burned.")
    #expect(quotes.map { $0.content?.text } == ["We will not accept this plan,"])
    #expect(quotes.first?.source.sector == "COP")
  }

  @Test("Who criticises something says the quote behind it, with a calling after the name and as a body, too")
  func nextSentence() throws {
    for subject in ["Kay Lund, the Norwegian prime minister,", "Norwegian police"] {
      let quotes = try CodingSamples.quotes(
        "\(subject) criticised the plan on Tuesday. \"We will not accept this plan.\"")
      #expect(quotes.first?.source.code == "NOR", "\(subject)")
    }
  }

  @Test("Who is asked and then says it is the speaker, whatever stands between")
  func asked() throws {
    let quotes = try CodingSamples.quotes(
      "Asked about it, Kay Lund, the Norwegian prime minister, said: \"We will not accept this plan.\"")
    #expect(quotes.first?.source.name == "Kay Lund")
  }
}
