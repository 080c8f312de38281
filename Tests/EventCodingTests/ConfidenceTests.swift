import EventCoding
import NewsModel
import Testing

@Suite("How sure a record is")
struct ConfidenceTests {
  private func confidence(_ type: EventType, _ text: String) throws -> Double {
    let events = try CodingSamples.events(text, keeping: 0)
    return try #require(events.first { $0.type == type }, "\(type) in \(events.map(\.rule)): \(text)").confidence
  }

  @Test("A minister's statement is surer than one of somebody of whom only the country is known")
  func codedSpeaker() throws {
    let minister = try confidence(.statement, "Norwegian Foreign Minister Anna Berg said that the border was open.")
    let bare = try confidence(
      .statement, "The Norwegian parliament voted on the border. Anna Berg of Norway said that the border was open.")
    #expect(minister > bare + 0.2)
    #expect(minister > 0.7)
  }

  @Test("A deed is surer with a day that the text tells and with somebody to whom it is done")
  func toldDeed() throws {
    let told = try confidence(.coerce, "Norwegian police arrested the Swedish ambassador on Monday.")
    let undated = try confidence(.coerce, "Norwegian police arrested the Swedish ambassador.")
    let alone = try confidence(.assault, "Norwegian soldiers attacked.")
    #expect(told > undated)
    #expect(undated > alone)
  }

  @Test("A country is somebody known, and acts as a state")
  func country() throws {
    let country = try confidence(.mobilize, "Norway deployed 2,000 troops along its border with Sweden.")
    #expect(country >= EventCoder.usualConfidence)
  }

  @Test("What is told too vaguely to make an event stays below all others, and is kept only where everything is")
  func vague() throws {
    let vague = try confidence(.coerce, "They raided three homes in Hamilton.")
    #expect(vague < 0.1)
  }

  @Test("Long sentences and the end of an article are less sure")
  func place() throws {
    let early = try confidence(.statement, "Norwegian Foreign Minister Anna Berg said that the border was open.")
    let late = try confidence(
      .statement,
      String(repeating: "The Norwegian parliament met in Oslo. ", count: 20)
        + "Norwegian Foreign Minister Anna Berg said that the border, which the snow had closed for most of the winter "
        + "and which many lorries wait to cross each day, was open.")
    #expect(late < early)
  }
}
