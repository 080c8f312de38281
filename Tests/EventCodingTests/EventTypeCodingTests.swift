import EventCoding
import NewsModel
import Testing

/// A sentence and the event a careful reader takes from it.
struct CodingCase: Sendable, CustomTestStringConvertible {
  var text: String
  var type: EventType
  var actors: Set<String> = []
  var recipients: Set<String> = []
  var status = EventStatus.occurred
  var mode: String?

  var testDescription: String { text }
}

@Suite("Types of events")
struct EventTypeCodingTests {
  static let cases: [CodingCase] = [
    CodingCase(text: "Brazil and Argentina agreed to cooperate on energy.", type: .agree, actors: ["BRA", "ARG"]),
    CodingCase(text: "Germany promised to send aid to Ukraine.", type: .agree, actors: ["DEU"], recipients: ["UKR"]),
    CodingCase(
      text: "French President Emmanuel Macron met German Chancellor Olaf Scholz in Paris.", type: .consult,
      actors: ["FRA", "DEU"]),
    CodingCase(text: "India and Pakistan held talks in Geneva on Monday.", type: .consult, actors: ["IND", "PAK"]),
    CodingCase(text: "Kenya praised Ethiopia for the reforms.", type: .support, actors: ["KEN"], recipients: ["ETH"]),
    CodingCase(
      text: "Japan apologised to South Korea over the remarks.", type: .concede, actors: ["JPN"], recipients: ["KOR"]),
    CodingCase(text: "Norway shared intelligence with Sweden last week.", type: .cooperate, actors: ["NOR", "SWE"]),
    CodingCase(text: "Canada provided humanitarian aid to Haiti.", type: .aid, actors: ["CAN"], recipients: ["HTI"]),
    CodingCase(text: "Russian troops withdrew from Kherson.", type: .retreat, actors: ["RUS"], mode: "withdraw"),
    CodingCase(
      text: "Iran demanded the release of prisoners from Iraq.", type: .request, actors: ["IRN"], recipients: ["IRQ"],
      mode: "yield"),
    CodingCase(
      text: "Turkey urged Greece to withdraw its troops.", type: .request, actors: ["TUR"], recipients: ["GRC"],
      mode: "yield"),
    CodingCase(
      text: "Israel accused Iran of attacking a ship.", type: .accuse, actors: ["ISR"], recipients: ["IRN"],
      mode: "allege"),
    CodingCase(
      text: "China condemned the United States over the sale.", type: .accuse, actors: ["CHN"], recipients: ["USA"],
      mode: "disapprove"),
    CodingCase(text: "Serbia refused to recognise Kosovo.", type: .reject, actors: ["SRB"]),
    CodingCase(
      text: "North Korea threatened to attack South Korea.", type: .threaten, actors: ["PRK"], recipients: ["KOR"],
      mode: "violence"),
    CodingCase(text: "Thousands of protesters marched in Warsaw against the government.", type: .protest, mode: "demo"),
    CodingCase(
      text: "The United States imposed sanctions on Syria.", type: .sanction, actors: ["USA"], recipients: ["SYR"]),
    CodingCase(
      text: "Sanctions were imposed on Syria by the United States.", type: .sanction, actors: ["USA"],
      recipients: ["SYR"]),
    CodingCase(
      text: "Mexico severed diplomatic ties with Ecuador.", type: .sanction, actors: ["MEX"], recipients: ["ECU"]),
    CodingCase(
      text: "Poland has deployed 10,000 soldiers along its border with Belarus.", type: .mobilize, actors: ["POL"],
      mode: "troops"),
    CodingCase(
      text: "Turkish police arrested 15 journalists in Ankara.", type: .coerce, actors: ["TUR"], mode: "arrest"),
    CodingCase(text: "Rebels attacked a village in eastern Congo, killing 12 people.", type: .assault),
    CodingCase(text: "A village was attacked by Syrian soldiers.", type: .assault, actors: ["SYR"]),
    CodingCase(text: "Spain said it was ready.", type: .statement, actors: ["ESP"]),
  ]

  @Test("A plain sentence gives its event with its parties", arguments: cases)
  func codes(_ sample: CodingCase) throws {
    let event = try CodingSamples.event(sample.type, in: sample.text)
    #expect(event.actorCodes.isSuperset(of: sample.actors))
    #expect(event.recipientCodes.isSuperset(of: sample.recipients))
    #expect(event.status == sample.status)
    if let mode = sample.mode { #expect(event.modes.contains(mode)) }
  }

  @Test(
    "Words that only look like an event give none",
    arguments: [
      "The company beat expectations and met its targets.",
      "He died of a heart attack.",
      "The market rally continued on Tuesday.",
      "Engineers attacked the problem with new tools.",
      "The singer released an album in March.",
      "An earthquake hit the coast and killed 30 people.",
      "The director shot a film in Morocco.",
    ])
  func nearMisses(_ text: String) throws {
    #expect(try CodingSamples.events(text).filter { $0.type != .statement }.isEmpty)
  }

  @Test("A place where a meeting is held is no party")
  func placesAreNoParties() throws {
    let event = try CodingSamples.event(.consult, in: "Russian and US diplomats will meet in Geneva on Friday.")
    #expect(event.actorCodes == ["RUS", "USA"])
    #expect(event.recipients.isEmpty)
    #expect(event.place?.name == "Geneva")
    #expect(event.status == .scheduled)
    #expect(event.time?.value == "2023-04-28")
  }

  @Test("A number says what is counted and how sure it is")
  func quantities() throws {
    let event = try CodingSamples.event(.mobilize, in: "Ethiopia sent an estimated 30,000 troops to Somalia.")
    let quantity = try #require(event.quantities.first)
    #expect(quantity.value == 30_000)
    #expect(quantity.approximate)
    #expect(quantity.counted == "troop")
    #expect(quantity.text == "an estimated 30,000 troops")
  }

  @Test("A lower bound stays a lower bound")
  func lowerBound() throws {
    let event = try CodingSamples.event(
      .assault, in: "At least 12 soldiers were killed in an attack by rebels in Mali.")
    #expect(event.quantities.contains { $0.low == 12 && $0.value == nil && $0.counted == "soldier killed" })
  }

  @Test("Who does not sign or support something rejects it")
  func refusals() throws {
    let event = try CodingSamples.event(.reject, in: "Norway has not signed the treaty on the reefs.")
    #expect(event.actorCodes == ["NOR"])
    #expect(event.status == .occurred)
    let plan = try CodingSamples.event(.reject, in: "Peru's parliament would not support the plan of Chile.")
    #expect(plan.recipientCodes == ["CHL"])
  }

  @Test("One meeting told twice is one event with a further mention")
  func joinsMentions() throws {
    let events = try CodingSamples.events(
      "India and Pakistan held talks in Geneva on Monday. The talks lasted five hours.")
    let meetings = events.filter { $0.type == .consult }
    #expect(meetings.count == 1)
    #expect(meetings.first?.mentions.map(\.text) == ["talks"])
  }
}
