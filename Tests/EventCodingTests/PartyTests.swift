import EventCoding
import NewsModel
import Testing

/// A sentence, and who does it and to whom, as `name CODE/SECTOR`.
struct PartyCase: Sendable, CustomTestStringConvertible {
  var text: String
  var type = EventType.statement
  var actors: [String]
  var recipients: [String]?

  var testDescription: String { text }

  /// Holds the parties of an event against those of the case.
  func check(_ event: Event) {
    #expect(Self.text(event.actors) == actors, "\(text)")
    if let recipients { #expect(Self.text(event.recipients) == recipients, "\(text)") }
  }

  /// Holds them for the last event of the type in an article of 2010; without recipients there must be none.
  func checkLast() throws {
    let events = try CodingSamples.events(text, date: "2010-03-04").filter { $0.type == type }
    let event = try #require(events.last, "\(type) in: \(text)")
    var sample = self
    sample.recipients = recipients ?? []
    sample.check(event)
  }

  private static func text(_ parties: [Party]) -> [String] {
    parties.map { "\($0.name ?? $0.text) \($0.code ?? "-")/\($0.sector ?? "-")" }
  }
}

@Suite("Who does it, and to whom")
struct PartyTests {
  static let cases: [PartyCase] = [
    // What a country is named for without being meant.
    PartyCase(
      text: "The Norway based pirate monitoring group said that a chart will follow.",
      actors: ["The Norway based pirate monitoring group NGO/SOC"]),
    PartyCase(
      text: "The International Seabed Authority said that the nodules off Nauru were safe.", type: .statement,
      actors: ["International Seabed Authority IGO/-"]),
    // What titles tell.
    PartyCase(
      text: "Retired Norwegian colonel Jonas Holt accused Chile of lying.", type: .accuse,
      actors: ["Jonas Holt NOR/ELI"]),
    PartyCase(
      text: "Luke Berg, president of the Harbour Union, criticised the government of Chile.", type: .accuse,
      actors: ["Luke Berg -/-"]),
    PartyCase(
      text: "Acme Mining spokeswoman Anna Berg criticised the government of Chile.", type: .accuse,
      actors: ["Anna Berg -/-"]),
    PartyCase(
      text: "The director of communications, Erika Lund, criticised the government of Chile.", type: .accuse,
      actors: ["Erika Lund -/-"]),
    PartyCase(
      text: "Police said that Sergeant David Lund arrested the mayor of Bergen.", type: .coerce,
      actors: ["David Lund NOR/COP"]),
    PartyCase(
      text: "Soldiers of the army and Sergeant David Lund arrested the mayor of Bergen.", type: .coerce,
      actors: ["Norway NOR/MIL", "David Lund NOR/MIL"]),
    // A title of which the tree makes a subject of its own.
    PartyCase(text: "Journalist Anna Berg criticised Chile and Peru.", type: .accuse, actors: ["Anna Berg -/JRN"]),
    PartyCase(
      text: "Former nuclear energy minister Jonas Holt criticised Chile and Peru.", type: .accuse,
      actors: ["Jonas Holt -/ELI"]),
    PartyCase(
      text: "Oslo County Board member Jonas Holt criticised Chile and Peru.", type: .accuse,
      actors: ["Jonas Holt NOR/GOV"]),
    // What somebody is said to be, and to which body he belongs.
    PartyCase(
      text: "Anna Berg is the finance minister of Norway. Berg criticised Chile.", type: .accuse,
      actors: ["Anna Berg NOR/GOV"]),
    PartyCase(
      text: "Anna Berg, who is the finance minister of Norway, criticised Chile.", type: .accuse,
      actors: ["Anna Berg NOR/GOV"]),
    PartyCase(
      text: "Anna Berg is not the finance minister of Norway. Berg criticised Chile.", type: .accuse,
      actors: ["Anna Berg -/-"]),
    PartyCase(
      text: "Kate Lund, of Amnesty International, criticised Chile.", type: .accuse, actors: ["Kate Lund NGO/SOC"]),
    PartyCase(
      text: "Kate Lund from the University of Bergen criticised Chile.", type: .accuse, actors: ["Kate Lund NOR/EDU"]),
    // Forms of address are roles only before a name.
    PartyCase(text: "Justice Anna Lund criticised Chile and Peru.", type: .accuse, actors: ["Anna Lund -/JUD"]),
    PartyCase(text: "Father Jonas Holt criticised Chile and Peru.", type: .accuse, actors: ["Jonas Holt -/REL"]),
    PartyCase(text: "Her father Jonas Holt criticised Chile and Peru.", type: .accuse, actors: ["Jonas Holt -/CVL"]),
    // Who leads or speaks is what he leads, where that tells anything.
    PartyCase(
      text: "Opposition education spokesperson, Anna Berg, criticised Chile and Peru.", type: .accuse,
      actors: ["Anna Berg -/OPP"]),
    PartyCase(
      text: "Foreign Ministry spokesman Jonas Holt criticised Chile and Peru.", type: .accuse,
      actors: ["Jonas Holt -/GOV"]),
    PartyCase(
      text: "The shadow chancellor, Anna Berg, criticised Chile and Peru.", type: .accuse, actors: ["Anna Berg -/OPP"]),
    PartyCase(
      text: "The organisation's president, Anna Berg, criticised Chile and Peru.", type: .accuse,
      actors: ["Anna Berg -/-"]),
    PartyCase(text: "Plant officials criticised Chile.", type: .accuse, actors: ["Plant officials -/BUS"]),
    PartyCase(
      text: "Reverend Jonas Holt, a senator, criticised Chile and Peru.", type: .accuse, actors: ["Jonas Holt -/LEG"]),
    PartyCase(
      text: "Labour Party member Jonas Holt criticised Chile and Peru.", type: .accuse,
      actors: ["Jonas Holt GBR/PTY"]),
    // A lawyer is of the court only where a state employs him.
    PartyCase(text: "Attorney Jonas Holt criticised Chile and Peru.", type: .accuse, actors: ["Jonas Holt -/CVL"]),
    PartyCase(text: "US attorney Jonas Holt criticised Chile and Peru.", type: .accuse, actors: ["Jonas Holt USA/JUD"]),
    PartyCase(
      text: "Foreign Minister Anna Berg of Norway criticised Chile and Peru.", type: .accuse,
      actors: ["Anna Berg NOR/GOV"]),
    // In an article about several countries the nearest counts for police and courts.
    PartyCase(
      text: "Chile and Peru talked. Bolivia and Chile did too. Police arrested two men in Norway.", type: .coerce,
      actors: ["Norway NOR/COP"]),
    PartyCase(
      text: "Wichita Police criticised Chile and Peru. They work in Wichita, Kansas.", type: .accuse,
      actors: ["Wichita Police USA/COP"]),
    PartyCase(
      text: "The Bush Administration criticised Chile and Peru.", type: .accuse,
      actors: ["United States USA/GOV"]),
    // Towns and regions tell of which country an article is; a base is not of the land around it.
    PartyCase(
      text: "A bomb went off in Bergen on Monday. Police arrested two men in Trondheim.", type: .coerce,
      actors: ["Norway NOR/COP"]),
    PartyCase(
      text: "Guantanamo detainees criticised Chile and Peru.", type: .accuse, actors: ["Guantanamo detainees -/CVL"]),
    PartyCase(
      text: "The NSW Premier, Jonas Holt, criticised Chile and Peru.", type: .accuse, actors: ["Jonas Holt AUS/GOV"]),
    // A surname of two words, an office as such, and treaties, which are nobody.
    PartyCase(
      text: "The mayor of Bergen, Jonas Della Bosca, spoke. Mr Della Bosca criticised Chile.", type: .accuse,
      actors: ["Jonas Della Bosca NOR/GOV"]),
    PartyCase(
      text: "Norway criticised the Lima Accord of Chile.", type: .accuse, actors: ["Norway NOR/-"],
      recipients: ["Chile CHL/-"]),
    // Names behind a noun that tells no sector.
    PartyCase(
      text: "Two other drug mules, Jonas Holt and Per Dahl, were arrested in Chile.", type: .coerce, actors: [],
      recipients: ["Jonas Holt -/-", "Per Dahl -/-"]),
    PartyCase(
      text: "Accused orchid collector Jonas Holt has been arrested in Chile.", type: .coerce, actors: [],
      recipients: ["Jonas Holt -/-"]),
    PartyCase(
      text: "President of Chile Jonas Holt accused Bolivia of lying.", type: .accuse, actors: ["Jonas Holt CHL/GOV"]),
    PartyCase(
      text: "Global Harbour criticised the government of Chile.", type: .accuse, actors: ["Global Harbour -/-"]),
    PartyCase(
      text: "The House Ethics Committee criticised Chile.", type: .accuse, actors: ["House Ethics Committee USA/LEG"]),
    PartyCase(
      text: "Lawyer and former senator Anna Berg criticised the government of Chile.", type: .accuse,
      actors: ["Anna Berg -/CVL"]),
    PartyCase(
      text: "Prime Minister General Ola Lie of Norway criticised the government of Chile.", type: .accuse,
      actors: ["Ola Lie NOR/GOV"]),
    PartyCase(
      text: "Doctor Anna Berg criticised the government of Chile.", type: .accuse, actors: ["Anna Berg -/-"]),
    // Towns named like countries, parties named alike.
    PartyCase(
      text: "A man from Lebanon, Pennsylvania criticised the government of Chile.", type: .accuse,
      actors: ["A man from Lebanon USA/CVL"]),
    PartyCase(
      text: "A Greens senator criticised the Australian government. Australia votes in Sydney.", type: .accuse,
      actors: ["A Greens senator AUS/LEG"]),
    PartyCase(
      text: "Unionists criticised the government of Chile.", type: .accuse, actors: ["Unionists -/PTY"]),
    // Whom those serve who have a post that is not a state's alone.
    PartyCase(
      text:
        "Norway mourns. Norwegian singer Olav Fossum won. Fossum's spokeswoman Berit Moen accused Denmark of lying.",
      type: .accuse, actors: ["Berit Moen NOR/CVL"]),
    PartyCase(
      text: "The hospital's director, Erika Lund, criticised the government of Chile.", type: .accuse,
      actors: ["Erika Lund -/MED"]),
    PartyCase(
      text: "Dublin City University president Erika Lund criticised the government of Chile.", type: .accuse,
      actors: ["Erika Lund IRL/EDU"]),
    PartyCase(
      text: "Democratic governor Jonas Holt criticised the government of Denmark.", type: .accuse,
      actors: ["Jonas Holt DNK/GOV"]),
    PartyCase(
      text: "The Labour government of Norway accused Denmark of dumping oil.", type: .accuse,
      actors: ["Norway NOR/GOV"]),
    PartyCase(
      text: "Representative Jonas Holt criticised the governments of Chile and Peru.", type: .accuse,
      actors: ["Jonas Holt -/LEG"]),
    // Of which country.
    PartyCase(
      text: "Berit Moen of Norway was released by her captors in Yemen.", type: .retreat,
      actors: ["her captors -/UAF"]),
    PartyCase(
      text: "The prosecutor in Bergen criticised the government of Chile.", type: .accuse,
      actors: ["The prosecutor NOR/JUD"]),
    PartyCase(
      text: "Norway waited. General Jonas Holt, the top Danish commander in Norway, criticised Chile.", type: .accuse,
      actors: ["Jonas Holt DNK/MIL"]),
    // Bodies meant by their kind, and those who are counted.
    PartyCase(
      text: "Human Rights Watch met the president of Chile. The group accused Denmark of torture.", type: .accuse,
      actors: ["Human Rights Watch NGO/SOC"]),
    PartyCase(
      text: "Anna Berg and Jonas Holt met the president of Chile. The two criticised Denmark.", type: .accuse,
      actors: ["Anna Berg -/-", "Jonas Holt -/-"]),
    PartyCase(
      text: "Firefighters and organizers criticised the government of Chile.", type: .accuse,
      actors: ["Firefighters -/CVL", "organizers -/CVL"]),
    PartyCase(
      text: "The Harbour Coast Patrol (HaCP) met the president of Chile. The HaCP accused Denmark of lying.",
      type: .accuse, actors: ["Harbour Coast Patrol -/MIL"]),
    // Several, and one with several titles.
    PartyCase(
      text: "The three villagers, Jonas Holt, 61, Peter Lund, 44, and Ali Weiss, 52, were arrested in Nepal.",
      type: .coerce,
      actors: [], recipients: ["Jonas Holt -/CVL", "Peter Lund -/CVL", "Ali Weiss -/CVL"]),
    PartyCase(
      text: "Anna Lund, mayor of Bergen and former head of the council, accused Denmark of dumping oil.", type: .accuse,
      actors: ["Anna Lund NOR/GOV"]),
    // Who is meant later.
    PartyCase(
      text: "Norwegian minister Anna Lund met Peter Weiss. On Monday, Anna criticised Chile.", type: .accuse,
      actors: ["Anna Lund NOR/GOV"]),
    PartyCase(
      text: "Reporters Without Borders marched in Paris. RWB also criticised Chile.", type: .accuse,
      actors: ["Reporters Without Borders NGO/SOC"]),
    PartyCase(
      text: "Ana Gomez of Peru met a crowd. Chilean envoy Jonas Holt gave a speech in which he criticised Bolivia.",
      type: .accuse, actors: ["Jonas Holt CHL/GOV"]),
    // Who acts, where the verb looks passive.
    PartyCase(text: "Germany was opposed to the plan.", type: .reject, actors: ["Germany DEU/-"]),
    PartyCase(
      text: "The party's finances are under investigation by the police in Norway.", type: .accuse,
      actors: ["Norway NOR/COP"]),
    // Who stands behind a body, a claim or a conviction.
    PartyCase(
      text: "A little-known group called the Harbour Front criticised the government of Chile.", type: .accuse,
      actors: ["Harbour Front -/-"]),
    PartyCase(
      text: "A Peruvian branch of al-Qaeda criticised the government of Chile.", type: .accuse,
      actors: ["al-Qaeda IMG/-"]),
    PartyCase(
      text: "Council hopefuls Anna Berg and Jonas Holt criticised the government of Chile.", type: .accuse,
      actors: ["Anna Berg CHL/PTY", "Jonas Holt CHL/PTY"]),
    PartyCase(
      text: "Peru rejected the account presented by Chile.", type: .reject, actors: ["Peru PER/-"],
      recipients: ["Chile CHL/-"]),
    PartyCase(
      text: "Chile said that the dam is safe. Peru rejected that claim.", type: .reject, actors: ["Peru PER/-"],
      recipients: ["Chile CHL/-"]),
    PartyCase(
      text: "Jonas Holt was convicted of the murder of a policeman in Oslo.", type: .assault,
      actors: ["Jonas Holt -/CRM"],
      recipients: ["a policeman NOR/COP"]),
    PartyCase(
      text: "Peru has issued a letter condemning Chile.", type: .accuse, actors: ["Peru PER/-"],
      recipients: ["Chile CHL/-"]),
    PartyCase(
      text: "Chile's minister said that the men will be found and thanked Peru.", type: .support,
      actors: ["Chile's minister CHL/GOV"], recipients: ["Peru PER/-"]),
    PartyCase(
      text: "\"We urge Chile to leave the islands,\" said Peru's minister Jonas Holt.", type: .request,
      actors: ["Jonas Holt PER/GOV"], recipients: ["Chile CHL/-"]),
    PartyCase(
      text: "Germany's offer was rejected by Peru.", type: .reject, actors: ["Peru PER/-"],
      recipients: ["Germany DEU/-"]),
    PartyCase(
      text: "Peru threatened legal action against Chile.", type: .threaten, actors: ["Peru PER/-"],
      recipients: ["Chile CHL/-"]),
    PartyCase(
      text: "Peru warned of consequences unless Chile leaves the islands.", type: .threaten, actors: ["Peru PER/-"],
      recipients: ["Chile CHL/-"]),
    PartyCase(
      text: "Chile's minister announced that 400 soldiers would be withdrawn from Peru.", type: .retreat,
      actors: ["Chile's minister CHL/GOV"], recipients: ["Peru PER/-"]),
    PartyCase(
      text: "This scheme by the Chilean government has been fully supported by Peru.", type: .support,
      actors: ["Peru PER/-"], recipients: ["Chile CHL/GOV"]),
    // What a phrase holds.
    PartyCase(
      text: "A 48 year old man was arrested by police in Lima.", type: .coerce, actors: ["Peru PER/COP"],
      recipients: ["A 48 year old man PER/CVL"]),
    PartyCase(
      text: "Between 40 and 50 farmers were arrested in Lima.", type: .coerce, actors: [],
      recipients: ["Between 40 and 50 farmers PER/AGR"]),
    PartyCase(
      text: "Chilean Inspector General of Police Anna Berg criticised Peru.", type: .accuse,
      actors: ["Anna Berg CHL/COP"], recipients: ["Peru PER/-"]),
    // Short forms, lists and owners.
    PartyCase(
      text: "The Harbour Workers Council (HWC) met. The HWC criticised Peru.", type: .accuse,
      actors: ["Harbour Workers Council -/LAB"], recipients: ["Peru PER/-"]),
    PartyCase(
      text: "The Norwegian Rail Agency closed the line. The Rail Agency criticised Peru.", type: .accuse,
      actors: ["Norway NOR/GOV"], recipients: ["Peru PER/-"]),
    PartyCase(
      text: "United Nations (UN) officials criticised Peru.", type: .accuse, actors: ["United Nations UNO/-"],
      recipients: ["Peru PER/-"]),
    PartyCase(
      text: "Judges Anna Berg, Kate Lie and Jonas Holt met in Oslo. Holt criticised Peru.", type: .accuse,
      actors: ["Jonas Holt NOR/JUD"], recipients: ["Peru PER/-"]),
    PartyCase(
      text: "The National Assembly of Kenya criticised Peru.", type: .accuse, actors: ["Kenya KEN/LEG"],
      recipients: ["Peru PER/-"]),
    PartyCase(
      text: "Chilean House of Representatives leader Anna Berg criticised Peru.", type: .accuse,
      actors: ["Anna Berg CHL/LEG"], recipients: ["Peru PER/-"]),
    PartyCase(
      text: "Senator Steve Austria met voters. Austria criticised Peru.", type: .accuse,
      actors: ["Steve Austria PER/LEG"], recipients: ["Peru PER/-"]),
    PartyCase(
      text: "The Mental Health Council of Australia criticised Peru.", type: .accuse,
      actors: ["Mental Health Council of Australia AUS/SOC"], recipients: ["Peru PER/-"]),
    PartyCase(
      text: "Peru condemned the assassination of Rafik Hariri.", type: .accuse, actors: ["Peru PER/-"], recipients: []),
    PartyCase(
      text: "Deputy Prime Minister Anna Berg of Norway met voters in Oslo. The prime minister criticised Peru.",
      type: .accuse,
      actors: ["Jonas Gahr Støre NOR/GOV"], recipients: ["Peru PER/-"]),
    // What a word does not say.
    PartyCase(
      text: "Anna Berg, Amnesty International's Myanmar specialist, criticised Peru.", type: .accuse,
      actors: ["Anna Berg NGO/SOC"], recipients: ["Peru PER/-"]),
    PartyCase(
      text: "Jonas Holt, a former soldier, criticised Peru.", type: .accuse, actors: ["Jonas Holt PER/CVL"],
      recipients: ["Peru PER/-"]),
    PartyCase(
      text: "Anna Berg, head of the bank's flu taskforce, criticised Peru.", type: .accuse, actors: ["Anna Berg -/BUS"],
      recipients: ["Peru PER/-"]),
    // Titles and seats.
    PartyCase(
      text: "Anna Berg (Liberal, Mackay) criticised the government of Australia.", type: .accuse,
      actors: ["Anna Berg AUS/LEG"], recipients: ["Australia AUS/GOV"]),
    PartyCase(
      text: "Jonas Holt (Labour, Norwich) criticised the British government.", type: .accuse,
      actors: ["Jonas Holt GBR/LEG"], recipients: ["United Kingdom GBR/GOV"]),
    PartyCase(
      text: "The head of al-Qaeda criticised Peru.", type: .accuse, actors: ["The head of al-Qaeda IMG/-"],
      recipients: ["Peru PER/-"]),
    PartyCase(
      text: "The plan was approved by Kenya, Peru and Russia today.", type: .support,
      actors: ["Kenya KEN/-", "Peru PER/-", "Russia RUS/-"]),
  ]

  @Test("A minister of the tables is meant only where his country is spoken of, whoever heads a state everywhere")
  func namesakes() throws {
    let farmer = try CodingSamples.events("Jack Straw of Iowa criticised the police of Boston.", date: "2005-10-12")
    #expect(farmer.first { $0.type == .accuse }?.actors.first?.sector == nil)
    let minister = try CodingSamples.events("Jack Straw criticised the British police.", date: "2005-10-12")
    #expect(minister.first { $0.type == .accuse }?.actors.first?.sector == "GOV")
    let president = try CodingSamples.events("Barack Obama criticised the police of Lima.", date: "2012-10-12")
    #expect(president.first { $0.type == .accuse }?.actors.first?.sector == "GOV")
  }

  @Test("A surname before the full name is whoever is in office; a month's name before a verb may be a person's")
  func officeHolders() throws {
    let praise = try CodingSamples.events(
      "Trudeau praised the late Pierre Trudeau in a speech to the army.", date: "2017-10-12")
    #expect(praise.first { $0.type == .support }?.actors.first?.name == "Justin Trudeau")
    let former = try CodingSamples.events(
      "President Bush accused Peru of lying to the United States.", date: "2009-06-03")
    #expect(former.first { $0.type == .accuse }?.actors.first?.name == "George W. Bush")
    let accused = try CodingSamples.events(
      "Theresa May met the mayor. May accused the rebels of hiding arms.", date: "2017-04-20")
    #expect(accused.first { $0.type == .accuse }?.actors.first?.name == "Theresa May")
  }

  @Test("Another attack is another event; a dated riot in a known town is one")
  func others() throws {
    let attacks = try CodingSamples.events(
      "Gunmen killed two farmers near Lima. In a separate attack, four miners were killed.")
    #expect(attacks.count { $0.type == .assault } == 2)
    let riot = try CodingSamples.events("After the riot in Lima on 4 May 2021 the shops stayed shut.")
    #expect(riot.contains { $0.type == .protest && $0.time?.value == "2021-05-04" })
  }

  @Test("Names, titles and pronouns give parties with the codes that the text tells", arguments: cases)
  func parties(_ sample: PartyCase) throws {
    sample.check(try CodingSamples.event(sample.type, in: sample.text))
  }

  @Test("Who helps only himself does nothing for another; a journey at home is no visit")
  func nobodyElse() throws {
    let help = try CodingSamples.events("The refugees from Iraq support themselves in Jordan.")
    #expect(!help.contains { $0.type == .support })
    let journey = try CodingSamples.events("The president of Brazil flew to Brazil's capital on Monday.")
    #expect(!journey.contains { $0.type == .consult })
  }

  @Test("Who is named in news from one country, and of whom nothing else is told, is of that country")
  func home() throws {
    let text = """
      The government of Chile closed two ports on Monday. Police in Santiago arrested nine workers.

      "We will strike," said Pablo Soto of the union. Swedish engineer Lars Holm said that the ports of Chile were safe.

      In Norway, Knut Aas criticised the law.
      """
    let codes = try CodingSamples.events(text).suffix(3).map { $0.actors.first?.code }
    #expect(codes == ["CHL", "SWE", nil])
  }
}
