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
    #expect(try CodingSamples.events(walk + "Jonas Lie of Norway praised the soup.").isEmpty)
    #expect(try !CodingSamples.events("Jonas Lie of Norway praised the army of Sweden.").isEmpty)
  }

  @Test("What those say who serve a state is public whatever the text is about, and so is that people are evacuated")
  func officials() throws {
    let walk = String(
      repeating: "We walked along the lake, looked at the trees and had soup and bread in a small house by the water. ",
      count: 8)
    for word in ["Norwegian minister Anna Berg said that the lake was clean.", "Norway's police denied it."] {
      #expect(try CodingSamples.events(walk + word).count == 1, "\(word)")
    }
    #expect(try CodingSamples.events(walk + "Norwegian swimmer Anna Berg said that the lake was clean.").isEmpty)
    let fire = walk + "A fire broke out in Bergen, Norway, and 200 residents were evacuated."
    #expect(try CodingSamples.events(fire).map(\.type) == [.aid])
  }

  /// A crash in many words, and one sentence of somebody about it.
  private func crash(_ words: String) -> String {
    """
    A bus and a truck collided near Bergen on Monday, and a helicopter took the injured passengers to a hospital. Firefighters \
    and an ambulance came to the wreckage of the vehicle, rescued the driver and put out the fire and the smoke. \(words)
    """
  }

  @Test("What witnesses and doctors say of an accident is no statement, what ministers say is")
  func accident() throws {
    #expect(try CodingSamples.events(crash("Doctor Jane Miller of the hospital said that she was well.")).isEmpty)
    let minister = crash("Transport Minister Anna Berg of Norway said that the road would be closed.")
    #expect(try CodingSamples.events(minister).contains { $0.type == .statement })
  }

  @Test("A digest is judged section by section")
  func digest() throws {
    let text = """
      Parliament of Norway votes

      The parliament of Norway rejected a law on taxes by the government, Finance Minister Anna Berg said.

      Denmark loses the final

      Norway beat Denmark in the final of the tournament. "We attacked from the first minute," coach Lars Holm said. The team \
      lifted the cup, and the striker praised the goalkeeper, the fans and the coach. Lars Holm said that the match was good.

      Army of Chile leaves the border

      The president of Chile ordered the army to leave the border with Peru.
      """
    let events = try CodingSamples.events(text)
    #expect(!events.isEmpty)
    #expect(events.allSatisfy { !$0.evidence.text.contains("Holm") })
  }

  @Test("That a firm dismisses somebody is its own affair")
  func dismissal() throws {
    let company = "Acme Mining Corporation, a company of Norway, fired its director Jonas Holt."
    #expect(try CodingSamples.events(company).allSatisfy { $0.type != .sanction })
    let president = "The president of Chile fired his director Jonas Holt."
    #expect(try CodingSamples.events(president).contains { $0.type == .sanction })
  }

  @Test("What a bill would allow nobody has done")
  func laws() throws {
    let text = "The law would allow the police of Norway to arrest students."
    #expect(try CodingSamples.events(text).allSatisfy { $0.type != .coerce })
  }

  @Test("The cordon around an accident is no restriction")
  func cordon() throws {
    let text = "A train derailed near Bergen on Monday after an avalanche. Police cordoned off the scene."
    #expect(try CodingSamples.events(text).allSatisfy { $0.type != .coerce })
  }
}
