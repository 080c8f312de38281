import NewsModel
import Testing

@Suite("What somebody says that another must do")
struct DemandTests {
  @Test("Any deed can be demanded, also one that no pattern knows")
  func anyDeed() throws {
    let event = try CodingSamples.event(.request, in: "Taiwan must abandon its plan, Chinese President Hu Jintao said.")
    #expect(event.actorCodes == ["CHN"])
    #expect(event.recipientCodes == ["TWN"])
  }

  @Test("What one should do oneself is no demand, nor is a question")
  func noDemand() throws {
    for text in [
      "\"We must think about this,\" Chinese President Hu Jintao said.",
      "\"Should Taiwan think about this?\" Chinese President Hu Jintao asked.",
    ] {
      #expect(try CodingSamples.events(text).allSatisfy { $0.type != .request })
    }
  }

  @Test("Who comes together to demand something demands it")
  func purpose() throws {
    let event = try CodingSamples.event(
      .request, in: "Kenyan teachers gathered in Nairobi to demand higher pay from the government.")
    #expect(event.status == .occurred)
  }

  @Test("An imperative is demanded and not done")
  func imperative() throws {
    let events = try CodingSamples.events("Protesters in Sudan shouted: \"Kill the general!\"")
    #expect(events.allSatisfy { $0.type != .assault || $0.status == .demanded })
  }
}
