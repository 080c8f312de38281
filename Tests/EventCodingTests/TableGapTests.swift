import EventCoding
import NewsModel
import Testing

@Suite("Words before a name or role, and places, that tell a country")
struct TableGapTests {
  private func accused(_ actor: String, _ text: String) throws {
    try PartyCase(text: text, type: .accuse, actors: [actor], recipients: ["Peru PER/-"]).checkLast()
  }

  @Test("PM is the prime minister, and no hour of the day")
  func premier() throws {
    try accused("Fredrik Reinfeldt SWE/GOV", "Swedish PM Fredrik Reinfeldt criticised Peru.")
    try accused("Fredrik Reinfeldt SWE/GOV", "Sweden's parliament met. The PM criticised Peru.")
    let hour = try CodingSamples.event(.accuse, in: "At 5 PM Norway criticised Peru. At 6 pm it was over.")
    #expect(hour.actors.map(\.name) == ["Norway"])
  }

  @Test("A firm in a country is of it; an industry is business, and a department of industries none")
  func business() throws {
    try accused(
      "a mining company NOR/BUS", "Talks went on in Chad. On Monday a mining company in Norway criticised Peru.")
    try accused("the fishing industry -/BUS", "On Monday the fishing industry criticised Peru.")
    try accused(
      "Acme Department of Primary Industries -/GOV", "The Acme Department of Primary Industries criticised Peru.")
  }

  @Test("A minority is of the country in which it lives, and an army's official is of the army")
  func minorities() throws {
    try accused("Britain's Chilean community GBR/CVL", "Britain's Chilean community criticised Peru.")
    try accused("Chad TCD/MIL", "Chadian army officials criticised Peru.")
  }

  @Test("What a scholar thinks is no party of his, where a sentence begins with it")
  func mindset() throws {
    let scholars = try CodingSamples.events("Conservative scholars criticised Peru.")
    #expect(scholars.allSatisfy { $0.actors.allSatisfy { $0.code == nil } })
    try accused("Conservative Party GBR/LEG", "Conservative MPs in Britain criticised Peru.")
  }

  @Test("American Indians are American, Koreans of the South, and N. Koreans of the North")
  func adjectives() throws {
    try accused("American Indian activists USA/CVL", "American Indian activists criticised Peru.")
    try accused("South Korea KOR/COP", "Korean police criticised Peru.")
    try accused("North Korea PRK/GOV", "The N. Korean government criticised Peru.")
  }

  @Test("Of kings with one name he is meant whose country is named")
  func kings() throws {
    try accused("Abdullah bin Abdulaziz SAU/GOV", "Bush is in Saudi Arabia. King Abdullah criticised Peru.")
    try accused("King Abdullah II JOR/GOV", "Bush is in Jordan. King Abdullah criticised Peru.")
  }

  @Test("A town that was named before a state of the United States is American from there on")
  func towns() throws {
    try accused("United States USA/COP", "Voters met in Dover, Pennsylvania. Dover police criticised Peru.")
    try accused("United Kingdom GBR/COP", "Voters met in Britain. Dover police criticised Peru.")
  }

  @Test("Of places with one name the article's own goes first, then one in a country that it names, then the largest")
  func places() throws {
    try accused("Ola Lie AUS/GOV", "Victoria Energy Minister Ola Lie criticised Peru.")
    try accused("Ola Lie CAN/GOV", "Canada waits. Canada's voters wait. Victoria mayor Ola Lie criticised Peru.")
  }

  @Test(
    "A body that the article named before tells of what its director is, and an armed group of what its dissidents are")
  func bodies() throws {
    try accused(
      "Anna Lund USA/SOC",
      "The New York Civil Liberties Union (NYCLU) criticised Chad. NYCLU legal director Anna Lund criticised Peru.")
    try accused("Real IRA GBR/REB", "Dissidents from the Real IRA criticised Peru.")
  }

  @Test("A party or body of one word is known, though it might be a surname, unless somebody in the article bears it")
  func bodiesOfOneWord() throws {
    try accused("Fatah PSE/PTY", "Palestinian leaders met on Monday. Fatah criticised Peru.")
    try accused("State Duma RUS/LEG", "The Duma criticised Peru.")
    let person = try CodingSamples.event(.accuse, in: "Anna Likud met voters in Bergen. Likud criticised Peru.")
    #expect(person.actors.map(\.name) == ["Anna Likud"])
  }

  @Test("Those of a faith or a people of many countries are of the one that the words tell")
  func believers() throws {
    try accused("Iraqi Sunnis IRQ/CVL", "Iraqi Sunnis criticised Peru.")
    try accused("Muslims GBR/CVL", "Muslims in Britain criticised Peru.")
    try accused("Pakistani Christians PAK/CVL", "Pakistani Christians criticised Peru.")
  }

  @Test("The police of a town in which an organisation has its seat are of its country, and what NATO leads is NATO's")
  func seats() throws {
    try accused("Belgium BEL/COP", "Brussels police criticised Peru.")
    try accused("Belgium BEL/JUD", "A court in Brussels criticised Peru.")
    try accused("NATO IGO/MIL", "NATO-led troops criticised Peru.")
  }

  @Test("Who is called after a town or state of a country is a citizen, and those after a people its people")
  func townspeople() throws {
    try accused("Londoners GBR/CVL", "Londoners criticised Peru.")
    try accused("Oromo rebels ETH/REB", "Oromo rebels criticised Peru.")
    try accused("Moro rebels PHL/REB", "Moro rebels criticised Peru.")
  }

  @Test("Letters and common names of parties are not another country's where the article tells nothing of it")
  func partiesOfMany() throws {
    let letters = try CodingSamples.event(.accuse, in: "Britain's parliament met in Britain. The BNP criticised Peru.")
    #expect(!letters.actorCodes.contains("BGD"))
    try accused(
      "the Liberal Democratic Party SVN/PTY",
      "Slovenia voted. In Slovenia, the Liberal Democratic Party criticised Peru.")
  }

  @Test("One of a people is a citizen, wherever he is from")
  func oneOfPeople() throws {
    try accused("A Norwegian from Bergen NOR/CVL", "A Norwegian from Bergen criticised Peru.")
  }
}
