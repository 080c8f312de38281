import EventCoding
import NewsModel
import Testing

@Suite("Whose words they are")
struct SpeakerTests {
  private func speakers(_ text: String) throws -> [String] {
    try CodingSamples.quotes(text).map { $0.source.name ?? $0.source.text }
  }

  @Test(
    "Words that a paper or agency passes on are those of whom it quotes",
    arguments: [
      "The Daily Star quotes the general, Peter Weiss, as saying, “We will not go back to the old rules.”",
      "The Associated Press quotes Peter Weiss responding, “I was never dismissed by the mayor.”",
      """
      Peter Weiss welcomed the visitors. “We must settle our old quarrels before the winter,” the Daily Star reported him \
      as saying.
      """,
    ])
  func secondHand(text: String) throws {
    #expect(try speakers(text) == ["Peter Weiss"])
  }

  @Test(
    "A participle behind a comma is of the verb above it all, and of who does a deed where only a thing has it done",
    arguments: [
      "Judge Peter Weiss ordered that Anna Berg must pay, saying her plan had “no basis in any law of the land”.",
      "The plans were rejected by the mayor's deputy, Peter Weiss, saying “a new bridge would cost far too much”.",
    ])
  func participles(text: String) throws {
    #expect(try speakers(text) == ["Peter Weiss"])
  }

  @Test(
    "Who stands with a verb of saying right behind the marks speaks, whatever follows",
    arguments: [
      "“We will open the bridge again in May.” Peter Weiss said, calling the long delay a shame.",
      """
      “It is a question of who pays for it in the end,” said harbour council member Peter Weiss in a letter that was sent \
      to every farmer of the valley.
      """,
    ])
  func rightBehind(text: String) throws {
    #expect(try speakers(text) == ["Peter Weiss"])
  }

  @Test("Who says something else behind a full stop did not say the quote before it")
  func nextSentence() throws {
    let text = """
      “The bridge is not safe,” Maria Lopez wrote. “It was never good for the farmers.” Peter Weiss added that he had not \
      been asked.
      """
    #expect(try speakers(text) == ["Maria Lopez", "Maria Lopez"])
  }

  @Test("A name before a colon says the quote that fills the rest of the line")
  func label() throws {
    #expect(try speakers("Peter Weiss: “We did not really play well in the first half.”") == ["Peter Weiss"])
  }

  @Test(
    "A client who is accused says nothing, nor do those from whom words are demanded",
    arguments: [
      """
      Maria Lopez, the lawyer of the farmers, says her client has been falsely accused of being the head of an alleged \
      plot: “He is only a farmer with a loud voice.”
      """,
      "Maria Lopez demanded that the farmers apologize for the “harm that was done to the old bridge.”",
    ])
  func accused(text: String) throws {
    #expect(try speakers(text) == ["Maria Lopez"])
  }

  @Test(
    "Two titles before one name are one speaker, and so is a title with what it is of",
    arguments: [
      "Lawyer and former mayor Peter Weiss asked if “the bridge would stand for another winter.”",
      "The Minister of the Interior Peter Weiss said: “We will open the bridge again in May.”",
    ])
  func titles(text: String) throws {
    #expect(try speakers(text) == ["Peter Weiss"])
  }

  @Test("“It” that speaks is the document or body that spoke in the sentence before")
  func it() throws {
    let text = """
      “There is a plan to close the harbour of this town,” said a statement released by Norway's government. “All the \
      shops were closed on that day,” it said.
      """
    #expect(try CodingSamples.quotes(text).map(\.source.code) == ["NOR", "NOR"])
  }

  @Test("What one says about one's own words is part of the statement around them")
  func ownWords() throws {
    let events = try CodingSamples.events(
      "Emmanuel Macron said that he believed the new treaty serves the whole region.")
    #expect(events.filter { $0.type == .statement }.map(\.rule) == ["statement.say"])
  }

  @Test(
    "What only tells whose words something is, or what one calls oneself, is no statement",
    arguments: [
      "Olaf Scholz agreed with every word Emmanuel Macron said.",
      "Norway's government describes itself as a friend of the whole region.",
    ])
  func references(text: String) throws {
    #expect(try CodingSamples.events(text).allSatisfy { $0.type != .statement })
  }

  @Test("Two between a comma and a word of saying at the end say it, and are not joined to what stands before")
  func twoBehindComma() throws {
    let events = try CodingSamples.events("Chile had attacked Peru, Norway and Sweden said on Tuesday.")
    let attack = try #require(events.first { $0.type == .assault })
    #expect(attack.recipientCodes == ["PER"])
  }
}
