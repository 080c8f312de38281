import EventCoding
import NewsModel
import Testing

@Suite("Titles that tell what somebody is")
struct TitleTests {
  @Test(
    "The title before a name tells the sector",
    arguments: [
      ("Agriculture Secretary", "GOV"), ("Work and Pensions Secretary", "GOV"), ("Transport Secretary", "GOV"),
      ("Presidential spokesman", "GOV"), ("Ombudsman", "GOV"), ("Prison director", "GOV"),
      ("Air Chief Marshal", "MIL"), ("Wing Commander", "MIL"), ("Shadow Treasurer", "OPP"),
    ])
  func sector(_ title: String, _ sector: String) throws {
    try PartyCase(
      text: "Norway's parliament met in Norway. \(title) Anna Lund criticised Peru.", type: .accuse,
      actors: ["Anna Lund NOR/\(sector)"], recipients: ["Peru PER/-"]
    ).checkLast()
  }

  @Test("A title and a name that the tree takes for two subjects are one person, with a comma between them or not")
  func split() throws {
    for title in ["Shadow Minister for Foreign Affairs, Anna Lund", "Shadow Minister for the Rivers, Anna Lund"] {
      try PartyCase(
        text: "Norway's parliament met in Norway. \(title) criticised Peru.", type: .accuse,
        actors: ["Anna Lund NOR/OPP"], recipients: ["Peru PER/-"]
      ).checkLast()
    }
  }

  @Test("A rank says less than the post behind the name, and a police colonel is police")
  func rank() throws {
    for subject in ["General Anna Lund, Norway's police chief,", "Norwegian police colonel Anna Lund"] {
      try PartyCase(
        text: "\(subject) criticised Peru.", type: .accuse, actors: ["Anna Lund NOR/COP"],
        recipients: ["Peru PER/-"]
      ).checkLast()
    }
  }

  @Test("The president of any organisation governs nothing, and the chief executive of one is of business")
  func privatePosts() throws {
    func sector(_ post: String) throws -> String? {
      try CodingSamples.event(.accuse, in: "Anna Lund, \(post), criticised Norway.").actors.first?.sector
    }
    #expect(try sector("president of the organisation") == nil)
    #expect(try sector("CEO of Poultry Partners") == "BUS")
  }

  @Test("A secretary or a director without a portfolio may be anybody's")
  func open() throws {
    for title in ["Executive Secretary", "Director"] {
      let event = try CodingSamples.event(
        .accuse, in: "Norway's parliament met in Norway. \(title) Anna Lund criticised Peru.")
      #expect(event.actors.allSatisfy { $0.sector == nil }, "\(title)")
    }
  }

  @Test(
    "Ranks and offices are known by their short forms",
    arguments: [
      ("Capt.", "COP"), ("Lt.", "COP"), ("Supt.", "COP"), ("Det.", "COP"), ("Cmdr.", "MIL"), ("1st Lt.", "MIL"),
      ("Amb.", "GOV"), ("Cllr", "GOV"), ("Fr.", "REL"), ("MPP", "LEG"),
    ])
  func shortForms(_ title: String, _ sector: String) throws {
    try PartyCase(
      text: "Norway's parliament spoke of police in Norway. Norwegian \(title) Anna Lund criticised Peru.",
      type: .accuse,
      actors: ["Anna Lund NOR/\(sector)"], recipients: ["Peru PER/-"]
    ).checkLast()
  }

  @Test("The deputy leader of rebels is one of them, and no member of a parliament")
  func deputies() throws {
    try PartyCase(
      text: "The deputy leader of the Pakistani Taliban criticised Peru.", type: .accuse,
      actors: ["The deputy leader of the Pakistani Taliban PAK/REB"], recipients: ["Peru PER/-"]
    ).checkLast()
  }

  @Test(
    "What somebody is may stand in many words before or behind the name",
    arguments: [
      ("Irish Minister of State for Overseas Development Peter Lund", "IRL/GOV"),
      ("Peter Lund, chairman of the Norwegian parliament's defence committee,", "NOR/LEG"),
      ("Peter Lund, the head of the Norwegian mission,", "NOR/GOV"),
      ("Peter Lund, a researcher with Human Rights Watch,", "NGO/SOC"),
      ("Peter Lund, a judge on Norway's Supreme Court,", "NOR/JUD"),
      ("Peter Lund, a professor at the University of Oslo,", "NOR/EDU"),
      ("White House counsellor Peter Lund", "USA/GOV"), ("Greenpeace's Peter Lund", "NGO/SOC"),
      ("Norwegian Labour leader Peter Lund", "NOR/PTY"), ("Senator Peter Lund, R-Texas,", "USA/LEG"),
      ("Russian Captain 1st Rank Peter Lund", "RUS/MIL"),
    ])
  func manyWords(_ subject: String, _ code: String) throws {
    try PartyCase(
      text: "\(subject) criticised Chile.", type: .accuse, actors: ["Peter Lund \(code)"],
      recipients: ["Chile CHL/-"]
    ).checkLast()
  }

  @Test("What somebody teaches and a nationality that he has beside another tell no country")
  func fields() throws {
    try PartyCase(
      text: "Peter Lund, a teacher of French literature, criticised Chile.", type: .accuse,
      actors: ["Peter Lund -/EDU"], recipients: ["Chile CHL/-"]
    ).checkLast()
  }
}
