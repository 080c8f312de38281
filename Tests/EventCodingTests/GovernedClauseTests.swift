import EventCoding
import NewsModel
import Testing

@Suite("What is voted, decided and planned, wherever the sentence tells it")
struct GovernedClauseTests {
  private func deed(_ text: String, _ type: EventType = .sanction) throws -> Event {
    try CodingSamples.event(type, in: text)
  }

  @Test(
    "A day, a place or a result between a verb and its infinitive does not part them",
    arguments: [
      "The Norwegian parliament voted on Monday to impose sanctions on Chile.",
      "The Norwegian parliament voted 80 to 20 to impose sanctions on Chile.",
      "The Norwegian parliament voted by 80 votes to impose sanctions on Chile.",
      "The Norwegian parliament agreed at an emergency session in Oslo to impose sanctions on Chile.",
    ])
  func parted(_ text: String) throws {
    let events = try CodingSamples.events(text).filter { $0.type == .sanction || $0.type == .agree }
    #expect(events.first?.actorCodes == ["NOR"] && events.first?.recipientCodes == ["CHL"], "\(text)")
  }

  @Test(
    "What a state has decided or plans is scheduled, and what it has no plans for denied; others' decisions say nothing of who judges them"
  )
  func decisions() throws {
    let decided = try deed("Norway's decision to expel the Chilean ambassador was criticised by Peru.")
    #expect(decided.status == .scheduled && decided.actorCodes == ["NOR"])
    #expect(try deed("Norway has no plans to expel the Chilean ambassador.").status == .denied)
    let judged = try CodingSamples.events("Norway criticised the decision to expel the Chilean ambassador.")
    #expect(!judged.contains { $0.type == .sanction })
  }

  @Test("A protest that begins is not scheduled because something set it off")
  func setOff() throws {
    let events = try CodingSamples.events(
      "The Chilean government raised the tax, setting off protests by students in Santiago.")
    #expect(events.first { $0.type == .protest }?.status == .occurred)
  }

  @Test("What was done before a plan was made, as a clause with \"after\" tells, was done")
  func before() throws {
    let text = "Norway offered to act as a mediator after the opposition appealed to the Chilean bishops to help."
    #expect(try deed(text, .request).status == .occurred)
  }

  @Test("People who do something in protest or in a vigil protest; a government that does so does not")
  func inProtest() throws {
    let kept = try deed(
      "Shopkeepers in Karachi kept their shutters down in protest at the failure of the Pakistani police.", .protest)
    #expect(kept.actors.map(\.sector) == ["BUS"])
    let events = try CodingSamples.events("Norway recalled its ambassador in protest at the Chilean raid.")
    #expect(!events.contains { $0.type == .protest })
  }

  @Test("Who is on strike is told by an apposition, too")
  func onStrike() throws {
    let text = "Kenyan doctors, on strike since early April, handed in a petition."
    #expect(try deed(text, .protest).actorCodes == ["KEN"])
  }

  @Test("Whether somebody plans something is open, and what has been said of no word is not denied")
  func open() throws {
    let asked = try deed(
      "Kay Lund asked whether the Norwegian government had plans to send troops to Chile.", .mobilize)
    #expect(asked.status == .possible)
  }
}
