import NewsModel
import Testing

@Suite("Public affairs and private ones")
struct PublicMatterTests {
  @Test("A match report has quotes and verbs of violence, and no events")
  func sport() throws {
    let text = """
      Norway beat Denmark in the final of the tournament on Sunday. The striker scored twice in the second half, and the \
      goalkeeper stopped a penalty. "We attacked from the first minute," coach Lars Holm said. The team lifted the cup \
      before 40,000 fans in the stadium.
      """
    #expect(try CodingSamples.events(text).isEmpty)
  }

  @Test("What police do in a story about sport is still an event")
  func policeInSport() throws {
    let text = """
      Norway beat Denmark in the final of the tournament on Sunday. The striker scored twice in the second half, and the \
      team lifted the cup in the stadium. Police arrested twelve fans.
      """
    #expect(try CodingSamples.events(text).map(\.type) == [.coerce])
  }

  @Test("What ministers say of a matter is public though the article is about sport")
  func publicParagraph() throws {
    let text = """
      Norway beat Denmark in the final of the tournament on Sunday. The striker scored twice in the second half, and the \
      team lifted the cup in the stadium. The coach praised the goalkeeper and the fans.

      The government of Denmark rejected demands by the opposition in parliament for a law on taxes, Finance Minister \
      Anna Berg said.
      """
    let events = try CodingSamples.events(text)
    #expect(!events.isEmpty)
    #expect(events.allSatisfy { $0.evidence.text.hasPrefix("The government of Denmark") })
  }

  @Test("The dead of an earthquake were not killed by anybody")
  func disaster() throws {
    let text = "An earthquake struck the coast of Chile on Tuesday. At least 12 people were killed and 40 were injured."
    #expect(try CodingSamples.events(text).allSatisfy { $0.type != .assault })
  }

  @Test("A researcher's words about a planet are no statement, a minister's about a treaty are")
  func standing() throws {
    let science = """
      The telescope found a planet that orbits a distant star. "It is a wonderful result for our research," astronomer \
      Jane Miller said. The study appeared in a journal.
      """
    #expect(try CodingSamples.events(science).isEmpty)
    let politics = "Foreign Minister Jean Dupont of France said the treaty would be signed by parliament in May."
    #expect(try CodingSamples.events(politics).contains { $0.type == .statement })
  }

  @Test("A long text with hardly a word of public affairs is about none")
  func sparse() throws {
    let walk = String(
      repeating: "We walked along the lake, looked at the trees and had soup and bread in a small house by the water. ",
      count: 8)
    #expect(try CodingSamples.events(walk + "The minister of Norway praised the soup.").isEmpty)
    #expect(try !CodingSamples.events("The minister of Norway praised the army of Sweden.").isEmpty)
  }

  @Test("The cordon around an accident is no restriction")
  func cordon() throws {
    let text = "A train derailed near Bergen on Monday after an avalanche. Police cordoned off the scene."
    #expect(try CodingSamples.events(text).allSatisfy { $0.type != .coerce })
  }
}
