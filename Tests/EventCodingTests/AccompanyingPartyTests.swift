import NewsModel
import Testing

@Suite("Who takes part besides, and who only hears of it")
struct AccompanyingPartyTests {
  @Test(
    "Who is named with others takes part like those whom “and” joins",
    arguments: [
      PartyCase(
        text:
          "Prime Minister Ola Berg of Norway, along with his health minister Kari Lund, announced that taxes would fall.",
        actors: ["Ola Berg NOR/GOV", "Kari Lund NOR/GOV"]),
      PartyCase(
        text: "Norway, together with Sweden, condemned the raid on Monday.", type: .accuse,
        actors: ["Norway NOR/-", "Sweden SWE/-"]),
      PartyCase(
        text: "Countries such as Norway and Sweden rejected it.", type: .reject,
        actors: ["Norway NOR/-", "Sweden SWE/-"]),
      PartyCase(
        text: "Several ministers, including Ola Berg and Kari Lund, resigned on Monday.", type: .retreat,
        actors: ["Several ministers -/GOV", "Ola Berg -/-", "Kari Lund -/-"]),
      PartyCase(
        text: "Some Norwegian senators support the treaty, including Anna Berg.", type: .support,
        actors: ["Norway NOR/LEG", "Anna Berg -/-"]),
    ])
  func company(_ sample: PartyCase) throws { try sample.checkLast() }

  @Test(
    "What somebody is judged for or kept from, that one does, and not who judges",
    arguments: [
      PartyCase(
        text: "Norway criticised Sweden for withdrawing its troops from Denmark.", type: .retreat,
        actors: ["Sweden SWE/-"],
        recipients: ["Denmark DNK/-"]),
      PartyCase(
        text: "The Norwegian premier praised the police for arresting the gunmen.", type: .coerce,
        actors: ["Norway NOR/COP"],
        recipients: ["the gunmen -/UAF"]),
      PartyCase(
        text: "The army joined the hunt for the Dawn Front, a movement labelled a terrorist organization by Norway.",
        type: .accuse,
        actors: ["Norway NOR/-"], recipients: ["a movement -/SOC"]),
      PartyCase(
        text: "Habib Lund, accused of aiding the rebels by Norway, was unlikely to be charged.", type: .accuse,
        actors: ["Norway NOR/-"],
        recipients: ["Habib Lund -/-"]),
      PartyCase(
        text: "He was convicted of hiring Norwegian rebels, who abducted the students, shot them and fled.",
        type: .assault,
        actors: ["Norwegian rebels NOR/REB"], recipients: ["them -/EDU"]),
    ])
  func doer(_ sample: PartyCase) throws { try sample.checkLast() }

  @Test("What somebody is barred from is no event of its own")
  func barred() throws {
    let events = try CodingSamples.events("The Kremlin barred the ambassador from meeting the opposition leader.")
    #expect(events.map(\.type) == [.coerce])
  }

  @Test(
    "People of whom only the number or the age is told are people",
    arguments: [
      PartyCase(
        text: "Police arrested a 26-year-old in Oslo.", type: .coerce, actors: ["Norway NOR/COP"],
        recipients: ["a 26-year-old NOR/CVL"]),
      PartyCase(
        text: "The crowd chanted slogans against Denmark.", type: .protest, actors: ["The crowd -/CVL"],
        recipients: ["Denmark DNK/-"]),
      PartyCase(
        text: "Ola Berg and Kari Lund lost their case. The Norwegian police arrested the couple.", type: .coerce,
        actors: ["Norway NOR/COP"], recipients: ["Ola Berg -/-", "Kari Lund -/-"]),
    ])
  func people(_ sample: PartyCase) throws { try sample.checkLast() }

  @Test(
    "Who is named before the words is told them, and degrees are nobody",
    arguments: [
      PartyCase(
        text: "“The treaty is dead,” said the Norwegian minister, Ola Berg, to the New York Times.",
        actors: ["Ola Berg NOR/GOV"],
        recipients: ["New York Times USA/JRN"]),
      PartyCase(
        text: "Norwegian premier Ola Berg told Reuters that he thinks the treaty will fail.",
        actors: ["Ola Berg NOR/GOV"],
        recipients: ["Reuters GBR/JRN"]),
      PartyCase(
        text: "“The treaty is dead,” said Norwegian senator Anna Lund, M.D., MPH.", actors: ["Anna Lund NOR/LEG"]),
    ])
  func heard(_ sample: PartyCase) throws { try sample.checkLast() }

  @Test("The victims of what is condemned are not to blame, and a town before an investigation does not investigate")
  func notParties() throws {
    let deaths = try #require(
      CodingSamples.events("Amnesty International condemned the deaths of the three reporters.").last {
        $0.type == .accuse
      })
    #expect(deaths.recipients.isEmpty)
    let events = try CodingSamples.events(
      "Senator Berg of Norway said on Friday he was shaken by the Oslo investigation.")
    #expect(!events.contains { $0.type == .accuse })
  }
}
