import EventCoding
import NewsModel
import Testing

@Suite("Countries and sectors that a name, a town or the same word elsewhere tells")
struct NamesakeCountryTests {
  private func check(_ cases: [PartyCase]) throws { for sample in cases { try sample.checkLast() } }

  private func accused(_ actor: String, _ text: String) -> PartyCase {
    PartyCase(text: text, type: .accuse, actors: [actor], recipients: ["Peru PER/-"])
  }

  @Test("With whose affairs a minister deals is not whose minister he is")
  func affairs() throws {
    try check([
      accused(
        "Kay Lund CAN/GOV", "Canada's parliament met in Canada. Indian Affairs Minister Kay Lund criticised Peru."),
      accused("Kay Lund IND/GOV", "Indian Foreign Affairs Minister Kay Lund criticised Peru."),
    ])
  }

  @Test("Georgia and a county are American where the article names the United States and nothing of another country's")
  func states() throws {
    let bureau = "Ola Berg, chief of the Georgia Bureau of Investigation, criticised Peru."
    try check([
      accused("Ola Berg USA/GOV", "Kay Lund of Texas praised the United States. " + bureau),
      accused("Ola Berg GEO/GOV", "The United States praised Tbilisi. " + bureau),
      accused(
        "Ola Berg USA/COP", "Ola Berg, Harlan County police chief, praised the United States. Berg criticised Peru."),
      accused("Ola Berg KEN/COP", "Ola Berg, Harlan County police chief, praised Kenya. Berg criticised Peru."),
    ])
  }

  @Test("A town before its state tells where the police or a mayor are, and does nothing itself")
  func towns() throws {
    try check([
      accused("United States USA/COP", "Salem, Oregon police criticised Peru."),
      accused("Kay Lund USA/GOV", "Salem, Oregon mayor Kay Lund criticised Peru."),
    ])
  }

  @Test("The last words of a name, and what a centre is for, tell the sector")
  func words() throws {
    try check([
      accused("Boreal Airways -/BUS", "Boreal Airways criticised Peru."),
      accused("Nordlys Holdings Ltd. -/BUS", "Nordlys Holdings Ltd. criticised Peru."),
      accused("Centre for River Studies -/SOC", "The Centre for River Studies criticised Peru."),
      accused("Coalition for Clean Rivers -/SOC", "The Coalition for Clean Rivers criticised Peru."),
      accused("River Coalition -/-", "The River Coalition criticised Peru."),
      accused("Kay Lund -/SOC", "Kay Lund, who is with the Coalition for Free Rivers, criticised Peru."),
      accused("Kay Lund -/-", "Kay Lund, who is with Ola Berg, criticised Peru."),
    ])
  }

  @Test("An army or armed group without a country is the only one of which the article tells, but no foreign one")
  func forces() throws {
    try check([
      accused("The insurgents NOR/REB", "Norwegian insurgents praised Iran. The insurgents criticised Peru."),
      accused("The army NOR/MIL", "Norwegian troops entered Iran. The army criticised Peru."),
      accused("Foreign troops -/MIL", "Norwegian troops entered Iran. Foreign troops criticised Peru."),
      accused("The army -/MIL", "Norwegian and Iranian troops entered Chad. The army criticised Peru."),
    ])
  }

  @Test("An initial more does not make another of somebody in office, and a throne alone is no name")
  func persons() throws {
    try check([
      accused(
        "Hillary Clinton USA/GOV",
        "In the United States, Secretary of State Hillary R. Clinton criticised Peru."),
      accused("Hillary R. Clinton -/-", "Hillary R. Clinton criticised Peru."),
      accused("Pope Benedict XVI VAT/REL", "The Pope criticised Peru."),
      accused("Liberation Tigers of Tamil Eelam LKA/REB", "Tamil Tigers praised Iran. The Tigers criticised Peru."),
    ])
  }

  @Test("A seat in a parliament counts where the tables and the text tell of no other post")
  func seats() throws {
    try check([
      accused("Kay Lund NOR/LEG", "Kay Lund (Norwegian Labour Party, Bergen) criticised Peru."),
      accused("Dominic Grieve GBR/LEG", "Britain praised Iran. Dominic Grieve criticised Peru."),
      accused("Dominic Grieve GBR/OPP", "Britain's opposition spokesman Dominic Grieve criticised Peru."),
    ])
  }
}
