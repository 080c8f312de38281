import EventCoding
import NewsModel
import Testing

@Suite("Whose the deed is that is judged, and who is really asked")
struct RecipientTests {
  private func check(_ cases: [PartyCase]) throws { for sample in cases { try sample.checkLast() } }

  @Test("What is judged is whose who made it, by a participle, a relative clause or a role before the noun")
  func makers() throws {
    try check([
      PartyCase(
        text: "Peru has rejected the account of the crash presented by the Chilean government.", type: .reject,
        actors: ["Peru PER/-"], recipients: ["Chile CHL/GOV"]),
      PartyCase(
        text: "Kenya criticised the way that the Ugandan government has handled the dispute.", type: .accuse,
        actors: ["Kenya KEN/-"], recipients: ["Uganda UGA/GOV"]),
      PartyCase(
        text: "Sweden condemned French government policy.", type: .accuse, actors: ["Sweden SWE/-"],
        recipients: ["France FRA/GOV"]),
      PartyCase(
        text: "Sweden refused to endorse the plan of France.", type: .reject, actors: ["Sweden SWE/-"],
        recipients: ["France FRA/-"]),
    ])
  }

  @Test("Of a move or it, the words before tell whose it is; of what is only said there, nobody's")
  func movesToldBefore() throws {
    try check([
      PartyCase(
        text: "Norway cut its aid to Uganda on Monday. Sweden criticised the move.", type: .accuse,
        actors: ["Sweden SWE/-"], recipients: ["Norway NOR/-"]),
      PartyCase(
        text: "Norway cut its aid to Uganda on Monday. The move was welcomed by Kenya, while Sweden criticised it.",
        type: .accuse, actors: ["Sweden SWE/-"], recipients: ["Norway NOR/-"]),
      PartyCase(
        text: "The Chilean parliament will vote on the bill on Monday. Bolivia criticised the bill.", type: .accuse,
        actors: ["Bolivia BOL/-"], recipients: ["Chile CHL/LEG"]),
      PartyCase(
        text: "The ambassador of Chile told reporters that the day was sad. Bolivia condemned the action.",
        type: .accuse, actors: ["Bolivia BOL/-"], recipients: []),
    ])
  }

  @Test("A request is made of who is to act: not of who is to be freed, and not of who reports it")
  func requests() throws {
    try check([
      PartyCase(
        text: "The Chilean army arrested the writer Anna Berg in May. Sweden called for her release on Monday.",
        type: .request, actors: ["Sweden SWE/-"], recipients: ["Chile CHL/MIL"]),
      PartyCase(
        text: "Peru demanded that the Chilean government leave the islands and pay the fishermen, Reuters reports.",
        type: .request, actors: ["Peru PER/-"], recipients: ["Chile CHL/GOV"]),
      PartyCase(
        text: "The minister Ola Lie resigned on Friday after the trade minister of Norway called for his resignation.",
        type: .request, actors: ["the trade minister of Norway NOR/GOV"], recipients: ["Ola Lie NOR/GOV"]),
    ])
  }

  @Test("Whose the flag, the office, the offer or the embargo is, it is done or said to")
  func owners() throws {
    try check([
      PartyCase(
        text: "Protesters in Lima burned Chilean flags.", type: .protest, actors: ["Protesters PER/CVL"],
        recipients: ["Chile CHL/-"]),
      PartyCase(
        text: "Protesters in Lima marched on the Chilean consulate.", type: .protest, actors: ["Protesters PER/CVL"],
        recipients: ["Chile CHL/GOV"]),
      PartyCase(
        text: "Peru called for an end to the Chilean embargo.", type: .request, actors: ["Peru PER/-"],
        recipients: ["Chile CHL/-"]),
      PartyCase(
        text: "Peru accepted a Chilean offer.", type: .agree, actors: ["Peru PER/-"], recipients: ["Chile CHL/-"]),
    ])
  }

  @Test("To whom was done what is criticised is not to blame, who did it is")
  func sufferers() throws {
    try check([
      PartyCase(
        text: "Norway condemned the arrest of the Chilean protesters.", type: .accuse, actors: ["Norway NOR/-"],
        recipients: []),
      PartyCase(
        text: "Norway criticised the arrest of two Chilean ministers by Peru.", type: .accuse, actors: ["Norway NOR/-"],
        recipients: ["Peru PER/-"]),
    ])
  }

  @Test("By whom a deed was condemned is not who did it")
  func condemnedDeed() throws {
    let events = try CodingSamples.events(
      "The Burmese government's crackdown on the strike was condemned by France and Spain.")
    #expect(events.first { $0.type == .coerce }?.actorCodes == ["MMR"])
  }

  @Test("Who is rescued or moved to safety gets aid, though nobody is told who gives it")
  func rescued() throws {
    try PartyCase(
      text: "Two hundred residents of Bergen were evacuated on Monday.", type: .aid, actors: [],
      recipients: ["Two hundred residents of Bergen NOR/CVL"]
    ).checkLast()
    let plan = try CodingSamples.events("Two hundred residents of Bergen may be evacuated.")
    #expect(plan.allSatisfy { $0.type != .aid })
  }

  @Test("An inquiry that begins has somebody whom it is against, though nobody who holds it")
  func beginning() throws {
    try PartyCase(
      text: "The investigation against President Ola Lie of Chad began on Monday.", type: .accuse, actors: [],
      recipients: ["Ola Lie TCD/GOV"]
    ).checkLast()
    let none = try CodingSamples.events("There is no investigation against President Ola Lie of Chad.")
    #expect(none.allSatisfy { $0.type != .accuse })
  }

  @Test("Who is given money is the one named before it, with or without an article")
  func gifts() throws {
    try check([
      PartyCase(
        text: "Chile gave the Norwegian army $5 million on Tuesday.", type: .aid, actors: ["Chile CHL/-"],
        recipients: ["Norway NOR/MIL"]),
      PartyCase(
        text: "Chile gave Hamas $5 million on Tuesday.", type: .aid, actors: ["Chile CHL/-"],
        recipients: ["Hamas PSE/REB"]),
    ])
  }

  @Test("A visit to a capital is one to its country, and police with a country behind them are of it")
  func placesBehind() throws {
    try check([
      PartyCase(
        text: "The Norwegian trade minister flew to the Chilean capital on Monday.", type: .consult,
        actors: ["The Norwegian trade minister NOR/GOV"], recipients: ["Chile CHL/-"]),
      PartyCase(
        text: "Chile criticised police in Norway on Tuesday.", type: .accuse, actors: ["Chile CHL/-"],
        recipients: ["Norway NOR/COP"]),
    ])
  }
}
