import EventCoding
import NewsModel
import Testing

@Suite("Those of whom only a number or a pronoun tells, and whom only words around the deed name")
struct UnnamedPartyTests {
  private func check(_ cases: [PartyCase]) throws { for sample in cases { try sample.checkLast() } }

  @Test("A number stands for people where they are arrested, hurt or convicted, and not where things are taken")
  func numbers() throws {
    try check([
      PartyCase(
        text: "Norwegian police arrested two in Bergen on Monday.", type: .coerce, actors: ["Norway NOR/COP"],
        recipients: ["two -/CVL"]),
      PartyCase(
        text: "Seven of the twenty have been jailed in Norway.", type: .coerce, actors: [],
        recipients: ["Seven of the twenty -/CVL"]),
    ])
    let boats = try CodingSamples.events("Norwegian police seized two of the boats in Bergen on Monday.")
    #expect(boats.allSatisfy { $0.recipients.isEmpty })
  }

  @Test("Those wounded are victims beside those killed")
  func joinedVictims() throws {
    try check([
      PartyCase(
        text: "Rebels killed three Chadian soldiers and wounded nine others on Monday.", type: .assault,
        actors: ["Rebels -/REB"], recipients: ["Chad TCD/MIL", "nine others TCD/MIL"]),
      PartyCase(
        text: "Rebels killed Swedish senator Ola Lund and wounded two others on Monday.", type: .assault,
        actors: ["Rebels -/REB"], recipients: ["Ola Lund SWE/LEG", "two others -/CVL"]),
      PartyCase(
        text: "Rebels killed three Chadian soldiers and left the town.", type: .assault, actors: ["Rebels -/REB"],
        recipients: ["Chad TCD/MIL"]),
    ])
  }

  @Test("Armed groups are of the country in which they fight, soldiers and single gunmen need not be")
  func armed() throws {
    let text = "The town of Goma in Congo was quiet. Rebels attacked two Norwegian ministers in Goma on Monday."
    try check([
      PartyCase(
        text: text, type: .assault, actors: ["Rebels COD/REB"], recipients: ["Norway NOR/GOV"]),
      PartyCase(
        text: text.replacing("Rebels", with: "A gunman"), type: .assault, actors: ["A gunman -/UAF"],
        recipients: ["Norway NOR/GOV"]),
      PartyCase(
        text: text.replacing("Rebels", with: "Terrorists"), type: .assault, actors: ["Terrorists -/REB"],
        recipients: ["Norway NOR/GOV"]),
    ])
  }

  @Test("An officer is of the only army of which the article tells")
  func officers() throws {
    let text = "Two Norwegian soldiers were wounded near Goma in Congo, not far from Rwanda, Burundi and Uganda. "
    try check([
      PartyCase(
        text: text + "Colonel Ola Lie criticised Chad.", type: .accuse, actors: ["Ola Lie NOR/MIL"],
        recipients: ["Chad TCD/-"])
    ])
  }

  @Test("Police and officials are of the only country in which the article says that something is")
  func scene() throws {
    let text = "A Russian bus hit a Norwegian train near the town of Lund in Sweden. The local authorities apologised."
    try check([PartyCase(text: text, type: .concede, actors: ["Sweden SWE/GOV"])])
  }

  @Test("Everybody, and those of whom a clause tells, may be asked or warned")
  func anybody() throws {
    try check([
      PartyCase(
        text: "Norwegian Prime Minister Anna Berg called on everyone to respect the new council.", type: .request,
        actors: ["Anna Berg NOR/GOV"], recipients: ["everyone -/CVL"]),
      PartyCase(
        text: "Norwegian Prime Minister Anna Berg urged those holding the soldiers to release them.", type: .request,
        actors: ["Anna Berg NOR/GOV"], recipients: ["those -/CVL"]),
    ])
  }

  @Test("Who carried out the attack in which somebody was killed did it; who condemned it did not")
  func doersOfDeeds() throws {
    try check([
      PartyCase(
        text: "Ten Chadian soldiers were killed in an attack carried out by Sudanese rebels.", type: .assault,
        actors: ["Sudanese rebels SDN/REB"], recipients: ["Chad TCD/MIL"]),
      PartyCase(
        text: "Ten Chadian soldiers were killed in an attack condemned by Norway.", type: .assault, actors: [],
        recipients: ["Chad TCD/MIL"]),
    ])
  }

  @Test("A court at which somebody is sentenced does it")
  func courts() throws {
    try check([
      PartyCase(
        text: "Ola Lund was sentenced at Bergen District Court to ten years in prison.", type: .sanction,
        actors: ["Bergen District Court -/JUD"], recipients: ["Ola Lund -/-"])
    ])
  }

  @Test("What somebody is called is nobody else, and a rebel that somebody is is he himself")
  func sameOne() throws {
    try check([
      PartyCase(
        text: "Norwegian minister Anna Berg has branded Ola Hansen a terrorist for his words.", type: .accuse,
        actors: ["Anna Berg NOR/GOV"], recipients: ["Ola Hansen -/REB"]),
      PartyCase(
        text: "Ola Hansen is a militant who was jailed by Norway.", type: .coerce, actors: ["Norway NOR/-"],
        recipients: ["Ola Hansen -/REB"]),
    ])
  }

  @Test("Of several, the clause with who behind one is about him alone")
  func relativeClause() throws {
    let text = "Norwegian senator Anna Berg, who praised Chile, and Swedish senator Kari Lund, arrived on Monday."
    let event = try CodingSamples.event(.support, in: text)
    #expect(event.actorCodes == ["NOR"])
  }

  @Test("Who asked before is the one whose request is refused")
  func refusedRequests() throws {
    try check([
      PartyCase(
        text: "Norway asked Chad for a truce on Monday. Chad denied the request.", type: .reject,
        actors: ["Chad TCD/-"], recipients: ["Norway NOR/-"]),
      PartyCase(
        text: "Norway asked Chad for a truce on Monday. Chad denied the report.", type: .reject,
        actors: ["Chad TCD/-"], recipients: []),
    ])
  }

  @Test("Who is phoned is whom the words are said to")
  func phoned() throws {
    try check([
      PartyCase(
        text: "Norwegian Prime Minister Anna Berg phoned President Ola Lund of Chad to express concern at the raids.",
        type: .accuse, actors: ["Anna Berg NOR/GOV"], recipients: ["Ola Lund TCD/GOV"])
    ])
  }

  @Test("Talks between two that somebody wants to go on are asked of both")
  func talksBetween() throws {
    try check([
      PartyCase(
        text: "Norway urged that the dialogue between Chad and Sudan resume.", type: .request,
        actors: ["Norway NOR/-"], recipients: ["Chad TCD/-", "Sudan SDN/-"])
    ])
  }

  @Test("Who defends his ministers supports them; who defends his policy speaks for himself")
  func defence() throws {
    let ministers = try CodingSamples.events("Norwegian Prime Minister Anna Berg defended her ministers.")
    #expect(ministers.contains { $0.type == .support })
    let policy = try CodingSamples.events("Norwegian Prime Minister Anna Berg defended her policy.")
    #expect(policy.allSatisfy { $0.type != .support })
  }

  @Test("Who does it in a participle to him is not he")
  func participles() throws {
    try check([
      PartyCase(
        text:
          "Norwegian senator Anna Berg spoke of Swedish minister Ola Lund. Norwegian senator Per Dahl left the room, "
          + "accusing him of fraud.",
        type: .accuse, actors: ["Per Dahl NOR/LEG"], recipients: ["Ola Lund SWE/GOV"])
    ])
  }
}
