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
}
