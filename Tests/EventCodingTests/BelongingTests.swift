import EventCoding
import NewsModel
import Testing

@Suite("To whom people belong by the words around them")
struct BelongingTests {
  private func check(_ cases: [PartyCase]) throws { for sample in cases { try sample.checkLast() } }

  private func accused(_ actor: String, _ text: String) -> PartyCase {
    PartyCase(text: text, type: .accuse, actors: [actor], recipients: ["Peru PER/-"])
  }

  @Test("One or several of a people are citizens, and those of a party who sit in a house are of the house")
  func people() throws {
    try check([
      accused("A Norwegian NOR/CVL", "A Norwegian criticised Peru."),
      accused("The three Norwegians NOR/CVL", "The three Norwegians criticised Peru."),
      accused("Norway NOR/-", "The Norwegians criticised Peru."),
      accused("Democratic Party USA/LEG", "Senate Democrats criticised Peru."),
    ])
  }

  @Test("Who is from a capital is not of the government that sits there")
  func home() throws {
    try check([accused("Ola Berg NOR/-", "Ola Berg from Oslo criticised Peru.")])
  }

  @Test("A surname with a hyphen, and the first words of a body's name, mean who was named in full before")
  func shortNames() throws {
    try check([
      accused(
        "Kari Berg-Hansen NOR/OPP",
        "Norway's opposition leader Kari Berg-Hansen spoke in Oslo. Berg-Hansen criticised Peru."),
      accused(
        "Nuri al-Amin IRQ/GOV", "Iraq's minister Nuri al-Amin spoke in Baghdad. Al-Amin criticised Peru."),
      accused(
        "Lagoon Energy Corporation NOR/BUS",
        "Norway's Lagoon Energy Corporation met in Oslo. Lagoon Energy criticised Peru."),
    ])
  }

  @Test("An acronym in brackets tells how many words before it are the name of an association")
  func acronyms() throws {
    try check([
      accused(
        "Citizens for Rivers and Lakes in Oslo NOR/SOC",
        "Norway's parliament met. Norway is calm. Citizens for Rivers and Lakes in Oslo (CRLO) met in Norway. CRLO criticised Peru."
      ),
      accused(
        "Citizens Against Government Delay NOR/SOC",
        "Norway's parliament met. Norway is calm. In Norway, Citizens Against Government Delay (CAGD) criticised Peru."),
    ])
  }

  @Test("Two words for one stranger are one party")
  func stranger() throws {
    try check([
      PartyCase(
        text: "A Norwegian minister and critic of the plan was arrested in Oslo.", type: .coerce, actors: [],
        recipients: ["A Norwegian minister NOR/GOV"])
    ])
  }

  @Test("The forces of two states before one noun are two parties")
  func forces() throws {
    try check([
      PartyCase(
        text: "U.S. military and Peruvian army troops killed two Iranian soldiers.", type: .assault,
        actors: ["United States USA/MIL", "Peru PER/MIL"], recipients: ["Iran IRN/MIL"])
    ])
  }

  @Test("They are the things of which the clause above tells, and nobody")
  func things() throws {
    let text = "Chile spoke of Peru. In Chile, kites were forbidden after they were blamed for fires."
    #expect(try CodingSamples.events(text).allSatisfy { $0.type != .accuse })
  }

  @Test("Whom somebody heads, and for whose campaign he speaks, tells of whom he is")
  func heads() throws {
    try check([
      accused("Kay Lund NGO/SOC", "Kay Lund, who now heads Amnesty International, criticised Peru."),
      accused("Kay Lund USA/PTY", "Kay Lund, a spokesman for the McCain campaign, criticised Peru."),
      accused("Ola Berg NGO/SOC", "Greenpeace CEO Ola Berg criticised Peru."),
      accused("Ola Berg USA/GOV", "White House lawyer Ola Berg criticised Peru."),
      accused("Ola Berg USA/CVL", "US lawyer Ola Berg criticised Peru."),
    ])
  }

  @Test("What somebody is now goes before what he was, an office before a calling")
  func offices() throws {
    try check([
      accused("Ola Berg NOR/GOV", "Norway's attorney general and former party leader Ola Berg criticised Peru."),
      accused("Ola Berg NOR/OPP", "Norway's opposition primary industries spokesman Ola Berg criticised Peru."),
      accused("Ola Berg USA/LEG", "US House Minority Leader Ola Berg criticised Peru."),
      accused("Kay Lund NOR/CVL", "Norwegian government supporter Kay Lund criticised Peru."),
    ])
  }

  @Test("The name behind a town, with “Jr.” or with the surname first")
  func names() throws {
    try check([
      accused("Ola Berg NOR/GOV", "The mayor of Oslo Ola Berg criticised Peru."),
      accused("Ola Berg Jr. NOR/GOV", "Norwegian minister Ola Berg Jr. praised Iran. Berg criticised Peru."),
      accused("Wang Lequan CHN/GOV", "Chinese minister Wang Lequan praised Iran. Wang criticised Peru."),
    ])
  }

  @Test("People without a name are of the country where they act, but not those who may be from anywhere")
  func unnamed() throws {
    func protest(_ actor: String, _ text: String) -> PartyCase {
      PartyCase(text: text, type: .protest, actors: [actor])
    }
    try check([
      protest("The students NOR/EDU", "Norwegian students met Iran's president. The students marched on Monday."),
      protest("Protesters NOR/CVL", "Protesters marched through the streets in Bergen and Oslo on Monday."),
      protest(
        "Protesters PER/CVL",
        "The president of Peru met the Peruvian parliament in Lima on Sunday. Protesters marched on Monday."),
      accused("Tourists -/CVL", "The president of Peru met the Peruvian parliament in Lima. Tourists criticised Peru."),
      PartyCase(
        text: "Peru's president met the Peruvian parliament in Lima. Two men criticised Kim Lund.", type: .accuse,
        actors: ["Two men PER/CVL"], recipients: ["Kim Lund PER/-"]),
    ])
  }

  @Test(
    "Of an article that names one country once, who has none is of it where the text is long, and not in a sentence")
  func onlyCountry() throws {
    let more = Array(repeating: "It rained.", count: 8).joined(separator: " ")
    func arrest(_ whom: String, _ text: String) -> PartyCase {
      PartyCase(text: text, type: .coerce, actors: ["Norway NOR/COP"], recipients: [whom])
    }
    try check([
      arrest("Kim Lund NOR/-", "Police in Bergen arrested Kim Lund on Monday. \(more)"),
      arrest("Kim Lund -/-", "Police in Bergen arrested Kim Lund on Monday."),
    ])
  }
}
