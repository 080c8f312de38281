import EventCoding
import NewsModel
import Testing

@Suite("Those who speak for an office, a body or a branch of one")
struct SpeakingForTests {
  private func said(_ actor: String, _ words: String) -> PartyCase {
    PartyCase(
      text: "Norway's government met in Oslo on Monday. Norwegian ministers proposed a law. \(words) said it was late.",
      type: .statement, actors: [actor])
  }

  private func accused(_ actor: String, _ text: String) throws {
    try PartyCase(text: text, type: .accuse, actors: [actor], recipients: ["Peru PER/-"]).checkLast()
  }

  @Test("Whoever serves the holder of an office speaks for the state, and so do his office and who is to hold it")
  func offices() throws {
    for words in [
      "The president's spokeswoman", "The prime minister's aides", "An aide to the prime minister",
      "The president-elect",
    ] {
      let events = try CodingSamples.events(said("", words).text).filter { $0.type == .statement }
      #expect(events.last?.actors.map { "\($0.code ?? "-")/\($0.sector ?? "-")" } == ["NOR/GOV"], "\(words)")
    }
    try said("Norway NOR/GOV", "The office of the president").checkLast()
    try said("Norway NOR/GOV", "The mayor's office").checkLast()
  }

  @Test("Sources are of those who stand before them, or in whom they are, and sources of things are nobody")
  func sources() throws {
    try said("Norway NOR/GOV", "Sources in the government").checkLast()
    try said("Norway NOR/JUD", "Judicial sources").checkLast()
    let events = try CodingSamples.events("Norway said that sources of energy threatened its fjords.")
    #expect(events.allSatisfy { $0.type == .statement })
  }

  @Test("Bodies of health and rights speak, and a country behind one is a branch of it")
  func bodies() throws {
    try said("World Health Organization UNO/MED", "The World Health Organization").checkLast()
    try accused("Committee to Protect Journalists NGO/SOC", "The Committee to Protect Journalists criticised Peru.")
    try accused("Ola Lie NGO/SOC", "Ola Lie, director of Amnesty International Norway, criticised Peru.")
  }

  @Test("Parties, former ministers, doctors and teachers speak where public affairs are told")
  func callings() throws {
    let text =
      "Norway's parliament voted on the budget. The government and the opposition debated taxes, and police arrested "
      + "protesters outside the ministry. Unions threatened a strike before the election. "
    for (words, sector) in [("The ruling party", "PTY"), ("The doctors", "MED"), ("Teachers", "EDU")] {
      let event = try CodingSamples.events(text + words + " said that it was late.").last { $0.type == .statement }
      #expect(event?.actors.map(\.sector) == [sector], "\(words)")
    }
  }

  @Test("Leaders of a continent are of no one country")
  func continents() throws {
    let text = "Norway met Norway's fishermen in Oslo. Norwegian fishermen marched. "
    try accused("Europe -/GOV", text + "European leaders criticised Peru.")
  }

  @Test("A party's people are of the country whose party the article means")
  func partyPeople() throws {
    try said("Labour officials NOR/PTY", "Labour officials").checkLast()
    try accused("Nick Clegg GBR/PTY", "In Britain in 2009, Nick Clegg criticised Peru.")
  }

  @Test(
    "Titles, descriptions and brackets tell what somebody is",
    arguments: [
      ("Carl Lie AUS/GOV", "NSW Police Minister Carl Lie criticised Peru."),
      ("Nils Lund DNK/CVL", "Nils Lund, a Danish yachtsman, criticised Peru."),
      ("Anna Berg USA/JRN", "Anna Berg (CNN) criticised Peru."),
      ("Anna Berg GBR/JRN", "The BBC's Anna Berg criticised Peru."),
      ("Barack Obama USA/GOV", "United States President Barack Obama criticised Peru."),
      ("Chile CHL/GOV", "The Foreign Ministry of Chile criticised Peru."),
      ("The Union of Poles -/LAB", "Voters met in Belarus. The Union of Poles criticised Peru."),
      ("Anna Berg NOR/EDU", "Voters met in Norway. University of Bergen spokeswoman Anna Berg criticised Peru."),
      ("Berg NOR/ELI", "A former Norwegian police chief, Berg, criticised Peru."),
      ("Amir Berg PER/PTY", "Party chair Amir Berg criticised Peru."),
      ("Jonas Holt NOR/COP", "Police met in Oslo. Superintendent Jonas Holt criticised Peru."),
      ("some Chilean politicians CHL/PTY", "On Monday some Chilean politicians criticised Peru."),
      ("Acme Campaign Against Police Cuts -/SOC", "The Acme Campaign Against Police Cuts criticised Peru."),
      ("some Chilean aid organizations CHL/SOC", "On Monday some Chilean aid organizations criticised Peru."),
    ])
  func titles(actor: String, text: String) throws { try accused(actor, text) }

  @Test("A model of an aircraft is not its maker, “her agency” no state's, a website its owner, and a day nobody")
  func things() throws {
    let jet = try CodingSamples.events("Norway criticised the Boeing 737.")
    #expect(jet.allSatisfy { $0.recipients.allSatisfy { $0.code == nil } }, "\(jet)")
    let website = try CodingSamples.event(.coerce, in: "Hackers attacked the website of the Norwegian parliament.")
    #expect(website.recipients.map { "\($0.code ?? "-")/\($0.sector ?? "-")" } == ["NOR/LEG"])
    let attempt = try CodingSamples.event(
      .assault, in: "The Norwegian minister survived an assassination attempt on Tuesday.")
    #expect(attempt.recipients.map(\.text) == ["The Norwegian minister"])
    let agency = try CodingSamples.events("Anna Lie writes novels in Norway. Her agency criticised Peru.")
    #expect(agency.allSatisfy { $0.actors.allSatisfy { $0.sector != "GOV" } }, "\(agency)")
  }

  @Test("Who pleads guilty to a crime, or killed somebody, is a criminal in the whole article")
  func criminals() throws {
    for text in [
      "Ola Lund of Norway criticised Peru. On Monday Lund pleaded guilty to fraud.",
      "Ola Lund criticised Peru. In May Lund murdered a student in Oslo.",
    ] {
      let event = try CodingSamples.event(.accuse, in: text)
      #expect(event.actors.map(\.sector) == ["CRM"], "\(text)")
    }
    let cleared = try CodingSamples.event(
      .accuse, in: "Ola Lund criticised Peru. In May Lund murdered a student. A court in Oslo acquitted Lund.")
    #expect(cleared.actors.map(\.sector) == [nil])
  }
}
