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

  @Test("A document demands for whose it is, also where that was told before")
  func documents() throws {
    let text =
      "The United Nations published a report on the camp. The report demands that the United States close the camp."
    #expect(try CodingSamples.event(.request, in: text).actorCodes == ["UNO"])
  }

  @Test("Who is asked is known where nobody says who asks")
  func asked() throws {
    let event = try CodingSamples.event(.request, in: "Iceland was asked to wait another week for its seat.")
    #expect(event.recipientCodes == ["ISL"])
    #expect(event.actors.isEmpty)
  }

  @Test("Who says that others are urged urges them")
  func urged() throws {
    let text = "Visitors are urged to avoid large crowds, the Norwegian embassy in Cairo said."
    #expect(try CodingSamples.event(.request, in: text).actorCodes == ["NOR"])
  }

  @Test("“We believe that they must” demands, and so does “needs to”")
  func believed() throws {
    for text in [
      "Eritrea's information minister said: \"We believe Uganda must rectify its error without delay.\"",
      "Mexico needs to rectify its error, Chinese President Hu Jintao said.",
    ] {
      #expect(try CodingSamples.event(.request, in: text).recipients.first?.code != nil, "\(text)")
    }
  }
}
