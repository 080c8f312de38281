import NewsModel
import Testing

@Suite("When an event was")
struct EventDateTests {
  private func time(_ type: EventType, _ text: String) throws -> String? {
    try CodingSamples.event(type, in: text).time?.value
  }

  @Test("The day of a paragraph holds for the deeds told after it")
  func narrative() throws {
    let value = try CodingSamples.events(
      "On 3 February 2023 soldiers entered the village of Kona. They arrested two farmers."
    ).first { $0.type == .coerce }?.time?.value
    #expect(value == "2023-02-03")
  }

  @Test("What is told as long past has not the article's day")
  func pastPerfect() throws {
    #expect(try time(.coerce, "Police had arrested the opposition leader in Minsk.") == nil)
    #expect(try time(.coerce, "Police arrested the opposition leader in Minsk.") == "2023-04-25")
  }

  @Test("The year of a law is no date of what is done under it")
  func yearOfLaw() throws {
    #expect(try time(.coerce, "Police arrested nine people under the Terrorism Act 2000 in London.") == "2023-04-25")
  }

  @Test("A date in front of the sentence is that of its main verb")
  func inFront() throws {
    #expect(try time(.accuse, "In 2019, the government of Kenya accused Somalia of auctioning oil blocks.") == "2019")
  }

  @Test("The year before a noun dates the noun and not the verb")
  func yearBeforeNoun() throws {
    #expect(try time(.accuse, "Police in Britain blamed rebels for the 2005 attacks.") == "2023-04-25")
  }
}
