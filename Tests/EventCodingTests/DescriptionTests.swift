import EventCoding
import NewsModel
import Testing

@Suite("Codes of persons and bodies by what the article says of them")
struct DescriptionTests {
  private func check(_ cases: [PartyCase]) throws { for sample in cases { try sample.checkLast() } }

  private func accused(_ actor: String, _ text: String) -> PartyCase {
    PartyCase(text: text, type: .accuse, actors: [actor], recipients: ["Peru PER/-"])
  }

  @Test("Whose a part is that somebody heads tells of whom he is")
  func possessors() throws {
    try check([
      accused("Ola Berg USA/COP", "Ola Berg, head of the DEA's Bergen office, criticised Peru."),
      accused("Kay Lund NOR/MIL", "The commander of Norway's long-range bombers, Kay Lund, criticised Peru."),
      accused("Ola Berg -/BUS", "The president of King Nut Companies, Ola Berg, criticised Peru."),
    ])
  }

  @Test("A nationality or party right before a name is the person's, whatever the noun between")
  func nationality() throws {
    try check([
      accused("Kay Lund CAN/CVL", "Canadian gold-medalist Kay Lund criticised Peru."),
      accused("Ola Berg HUN/CVL", "The 43-year-old Hungarian Ola Berg criticised Peru."),
      accused("Ola Berg FRA/LEG", "French Senate member Ola Berg criticised Peru."),
      accused("Ola Berg FRA/LEG", "Ola Berg, a member of the Senate of France, criticised Peru."),
    ])
  }

  @Test("President, secretary and officer are of the body that has them, and not of a state")
  func posts() throws {
    try check([
      accused("Ola Berg -/EDU", "The student union president, Ola Berg, criticised Peru."),
      accused("Ola Berg -/EDU", "Ola Berg, president and vice-chancellor of Lakehead, criticised Peru."),
      accused("Ola Berg -/-", "The Coastal Trades Hall Council secretary, Ola Berg, criticised Peru."),
      accused("Ola Berg -/-", "Ola Berg, an officer of the Bayan chapter, criticised Peru."),
      accused("Kay Lund NOR/OPP", "Norway's opposition police spokesman Kay Lund criticised Peru."),
      accused("Kay Lund USA/GOV", "US state controller Kay Lund criticised Peru."),
      accused("Kay Lund -/CVL", "Kay Lund, the student's mother, criticised Peru."),
      accused("Kay Lund USA/CVL", "One of President George W. Bush's daughters, Kay Lund, criticised Peru."),
    ])
  }

  @Test("What a body of an unknown name is called beside the name holds for the whole article")
  func bodies() throws {
    try check([
      accused("Dor Lumber NOR/BUS", "The Norwegian company Dor Lumber praised Iran. Dor Lumber criticised Peru."),
      accused("Sol Nascente -/JRN", "Sol Nascente, the newspaper that printed it, criticised Peru."),
      accused("El Tiempo VEN/JRN", "The Venezuelan newspaper El Tiempo criticised Peru."),
      accused("Kay Lund AUS/SOC", "Kay Lund, president of the NSW Law Society, criticised Peru."),
      accused("Spain Islamic Commission ESP/REL", "The Spain Islamic Commission criticised Peru."),
      accused("United States USA/GOV", "The Bush administration criticised Peru."),
    ])
  }

  @Test("A convoy is of no army and a fleet of trawlers is what it consists of")
  func collections() throws {
    let fleet = try CodingSamples.event(.coerce, in: "A fleet of 30 trawlers blockaded the port of Lima.")
    #expect(fleet.actors.first?.sector == nil)
    let convoy = try CodingSamples.event(.assault, in: "Gunmen in Peru attacked a food convoy.")
    #expect(!convoy.recipients.contains { $0.sector == "MIL" })
  }

  @Test("A lead's person without a name is who is named with the same calling behind it")
  func leads() throws {
    try check([
      accused("Ola Lie USA/REL", "The head of a Florida church criticised Iran. Pastor Ola Lie criticised Peru.")
    ])
  }

  @Test("A private who fell abroad is not of the country where he fell")
  func soldiers() throws {
    let death = try CodingSamples.event(.assault, in: "Private Ola Berg was killed in Afghanistan.")
    #expect(death.recipients.first?.sector == "MIL")
    #expect(death.recipients.first?.code == nil)
  }

  @Test("A noun before a body's name tells what it is, also where the body is based, and of its officers later")
  func describedBodies() throws {
    try check([
      accused("Vantera NOR/JRN", "The Norwegian newspaper Vantera criticised Peru."),
      accused("Blue Harbour NOR/SOC", "Norway-based advocacy group Blue Harbour criticised Peru."),
      accused("Vantera NOR/LAB", "Vantera, a trade union in Norway, criticised Peru."),
      accused("Vantera NOR/BUS", "The oil company Vantera, based in Norway, criticised Peru."),
      accused(
        "Kari Lund NOR/BUS",
        "The Norwegian oil company Blue Harbour met its workers in Oslo. Blue Harbour director Kari Lund criticised Peru."
      ),
      accused("Kari Lund NOR/LEG", "The Norwegian parliament's Kari Lund criticised Peru."),
      accused("Kari Lund NOR/MIL", "Kari Lund, who speaks for the Norwegian navy, criticised Peru."),
    ])
  }

  @Test("One of a people is of its country, before the name, behind it and where the word stands for him")
  func citizens() throws {
    try check([
      accused("Anna Berg GBR/CVL", "Anna Berg, a Briton, criticised Peru."),
      accused("Ola Berg FRA/CVL", "The Frenchman, Ola Berg, criticised Peru."),
      accused("Ola Berg IRQ/CVL", "The Iraqi, Ola Berg, criticised Peru."),
      accused("Ola Berg IRQ/CVL", "Ola Berg, a 40-year-old Iraqi, criticised Peru."),
    ])
    // Nothing stands behind the word.
    #expect(try CodingSamples.events("Peru criticised Ola Berg, a Briton").count == 1)
  }

  @Test("A short word for a body means the last one named with it, and a longer name of a party is no other party")
  func shortWords() throws {
    try check([
      accused("UN Security Council UNO/-", "The UN Security Council met in Oslo. The council criticised Peru."),
      accused("UN General Assembly UNO/-", "The UN General Assembly opened. The assembly criticised Peru."),
      accused("Chile CHL/MIL", "The Chilean army attacked a bus. It criticised Peru."),
      accused("Parliamentary Assembly IGO/LEG", "The Council of Europe's Parliamentary Assembly criticised Peru."),
      accused(
        "The Christian Democratic Party of Chile CHL/PTY", "The Christian Democratic Party of Chile criticised Peru."),
      accused("Spain ESP/LEG", "The Spanish parliament voted on it after the Senate had criticised Peru."),
      accused("The Norwegian Football Association NOR/SOC", "The Norwegian Football Association criticised Peru."),
    ])
  }

  @Test("They, both and the two are those of whom one met the other")
  func pairs() throws {
    let meeting = "Norwegian Foreign Minister Per Lund met his Chilean counterpart, Hugo Vega, in Oslo."
    for words in ["They", "Both", "The two ministers"] {
      try PartyCase(
        text: "\(meeting) \(words) criticised Peru.", type: .accuse, actors: ["Per Lund NOR/GOV", "Hugo Vega CHL/GOV"],
        recipients: ["Peru PER/-"]
      ).checkLast()
    }
  }
}
