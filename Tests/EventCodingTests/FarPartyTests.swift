import EventCoding
import NewsModel
import Testing

@Suite("Parties farther off, where nobody stands at the places that a pattern names")
struct FarPartyTests {
  private func check(_ cases: [PartyCase]) throws { for sample in cases { try sample.checkLast() } }

  @Test("Who is asked or blamed may stand behind from or over, below the object")
  func phrases() throws {
    try check([
      PartyCase(
        text: "Peru called for answers from the Chilean government.", type: .request, actors: ["Peru PER/-"],
        recipients: ["Chile CHL/GOV"]),
      PartyCase(
        text: "The games were boycotted by Sweden over the Chilean invasion of Peru.", type: .protest,
        actors: ["Sweden SWE/-"], recipients: ["Chile CHL/-"]),
    ])
  }

  @Test("Who gets the letter that asks for something is asked")
  func readers() throws {
    try check([
      PartyCase(
        text: "Norway wrote to the government of Chile demanding an inquiry.", type: .request, actors: ["Norway NOR/-"],
        recipients: ["Chile CHL/GOV"]),
      PartyCase(
        text: "In a letter to the United Nations demanding an inquiry, Norway called Chile a bully.", type: .request,
        actors: ["Norway NOR/-"], recipients: ["United Nations UNO/-"]),
    ])
  }

  @Test("A suit or protest is against whom its own words are said to, and is one act with them")
  func participles() throws {
    try check([
      PartyCase(
        text: "The Norwegian senator Kay Lund has filed a lawsuit accusing Ola Lie of defamation.", type: .accuse,
        actors: ["Kay Lund NOR/LEG"], recipients: ["Ola Lie -/-"]),
      PartyCase(
        text: "Peru has lodged a protest to ask Chile to end the project.", type: .accuse, actors: ["Peru PER/-"],
        recipients: ["Chile CHL/-"]),
      PartyCase(
        text: "Protesters marched in Lima demanding that the Chilean government resign.", type: .protest,
        actors: ["Protesters PER/CVL"], recipients: ["Chile CHL/GOV"]),
    ])
    let suits = try CodingSamples.events(
      "The Norwegian senator Kay Lund has filed a lawsuit accusing Ola Lie of defamation.", date: "2010-03-04"
    ).filter { $0.type == .accuse }
    #expect(suits.count == 1)
  }

  @Test(
    "Whom a refusal or threat is aimed at may stand in the clause that the verb governs, nearer to who hears than to what"
  )
  func governedClauses() throws {
    try check([
      PartyCase(
        text: "Senator Ola Lie refused to reveal his source to the grand jury.", type: .reject,
        actors: ["Ola Lie -/LEG"], recipients: ["the grand jury -/JUD"]),
      PartyCase(
        text: "Senator Ola Lie refused to sign any papers from the ministry.", type: .reject,
        actors: ["Ola Lie -/LEG"], recipients: ["the ministry -/GOV"]),
      PartyCase(
        text: "Sweden is opposed to Chile joining the alliance.", type: .reject, actors: ["Sweden SWE/-"],
        recipients: ["Chile CHL/-"]),
      PartyCase(
        text: "Sweden was opposed to Chile's joining the debate.", type: .reject, actors: ["Sweden SWE/-"],
        recipients: ["Chile CHL/-"]),
    ])
  }

  @Test("Who is told what one will ask for is asked")
  func hearers() throws {
    try check([
      PartyCase(
        text: "President Ola Lie has told the Norwegian parliament that he will ask for a loan.", type: .request,
        actors: ["Ola Lie NOR/GOV"], recipients: ["Norway NOR/LEG"])
    ])
  }

  @Test("Passives that are joined share who did it")
  func sharedAgents() throws {
    try check([
      PartyCase(
        text: "The teacher Anna Berg was raped and murdered by soldiers in Sudan.", type: .assault,
        actors: ["Sudan SDN/MIL"], recipients: ["Anna Berg -/EDU"]),
      PartyCase(
        text: "The teacher Anna Berg was beaten by Sudanese soldiers and stabbed.", type: .assault,
        actors: ["Sudan SDN/MIL"], recipients: ["Anna Berg -/EDU"]),
    ])
  }

  @Test("A deed told by a verb and its noun reaches whom the noun names")
  func deeds() throws {
    try check([
      PartyCase(
        text: "Russia has launched a full scale invasion of Georgia.", type: .assault, actors: ["Russia RUS/-"],
        recipients: ["Georgia GEO/-"]),
      PartyCase(
        text: "Nine rebels were killed in the American airstrike in Yemen.", type: .assault,
        actors: ["United States USA/-"],
        recipients: ["Nine rebels YEM/REB"]),
    ])
  }

  @Test("Who is spoken of in what is agreed or promised is not with whom it is agreed")
  func promised() throws {
    try check([
      PartyCase(
        text: "Peru promised that Chile would leave the islands.", type: .agree, actors: ["Peru PER/-"], recipients: []),
      PartyCase(
        text: "Barack Obama promised support from the United States.", type: .agree, actors: ["Barack Obama USA/GOV"],
        recipients: []),
    ])
  }

  @Test("The purpose of a call or a departure is that of its subject")
  func purposes() throws {
    try check([
      PartyCase(
        text: "John McCain phoned Barack Obama to concede the election.", type: .concede,
        actors: ["John McCain USA/LEG"],
        recipients: [])
    ])
  }

  @Test("Who praises his own country beside a condemnation does not condemn it")
  func ownCountry() throws {
    let text = "American President Joe Biden condemned the raid, saying that the United States stands by Chile."
    #expect(try CodingSamples.event(.accuse, in: text).recipientCodes.contains("USA") == false)
  }

  @Test("An agreement to buy a firm is one with the firm, and a storm is nobody")
  func purchase() throws {
    try check([
      PartyCase(
        text: "Peru entered an agreement to buy the Chilean Nordmark Corporation.", type: .agree,
        actors: ["Peru PER/-"],
        recipients: ["the Chilean Nordmark Corporation CHL/BUS"]),
      PartyCase(
        text: "President Joe Biden declared a state of emergency in the wake of Typhoon Molave.", type: .coerce,
        actors: ["Joe Biden USA/GOV"], recipients: []),
    ])
  }

  @Test("What a march, a ban or a promise is about names those whom it is aimed at")
  func things() throws {
    try check([
      PartyCase(
        text: "Thousands of people marched to protest against the American presence there.", type: .protest,
        actors: ["Thousands of people -/CVL"], recipients: ["United States USA/-"]),
      PartyCase(
        text: "Students protested against the campaign by Greenpeace.", type: .protest, actors: ["Students -/EDU"],
        recipients: ["Greenpeace NGO/SOC"]),
      PartyCase(
        text: "The African Union banned all of Indonesia's airlines.", type: .coerce, actors: ["African Union IGO/-"],
        recipients: ["all of Indonesia's airlines IDN/BUS"]),
      PartyCase(
        text: "Peru promised to increase trade with Chile.", type: .agree, actors: ["Peru PER/-"],
        recipients: ["Chile CHL/-"]),
    ])
  }

  @Test("What belongs to who acts is nobody to whom it is done")
  func own() throws {
    let text = "President Joe Biden rejected a permanent US presence in Iraq."
    #expect(try CodingSamples.event(.reject, in: text).recipientCodes.contains("USA") == false)
  }

  @Test("A calling without an article and the name behind it are one")
  func calling() throws {
    let text = "A man attacked employee Anna Berg in Oslo."
    #expect(try CodingSamples.event(.assault, in: text).recipients.map(\.name) == ["Anna Berg"])
  }

  @Test("Who asks for somebody to act is the asker, and opposition to a bill is nobody")
  func asked() throws {
    let asked = "Joe Biden spent a week asking for the White House to sign a school law."
    #expect(try CodingSamples.event(.request, in: asked).actors.map(\.name) == ["Joe Biden"])
    let blamed = "President Joe Biden condemned opposition to the bill."
    #expect(try CodingSamples.event(.accuse, in: blamed).recipients.isEmpty)
  }

  @Test("Who gets money or goods may stand behind what they are given as")
  func aid() throws {
    try check([
      PartyCase(
        text: "Norway pledged $50 million in aid to flood victims in Pakistan.", type: .agree, actors: ["Norway NOR/-"],
        recipients: ["flood victims PAK/CVL"]),
      PartyCase(
        text: "Norway pledged 5 million dollars to help Pakistan.", type: .agree, actors: ["Norway NOR/-"],
        recipients: ["Pakistan PAK/-"]),
      PartyCase(
        text: "Denmark has frozen 9 million dollars in aid to Uganda.", type: .sanction, actors: ["Denmark DNK/-"],
        recipients: ["Uganda UGA/-"]),
      PartyCase(
        text: "Chile has agreed to pay Peru 270 million dollars.", type: .agree, actors: ["Chile CHL/-"],
        recipients: ["Peru PER/-"]),
    ])
  }

  @Test("Against whom force is used or a road blocked is told by what it is for")
  func meansAndEnds() throws {
    try check([
      PartyCase(
        text: "Police in Oslo used tear gas to disperse protesters.", type: .assault, actors: ["Norway NOR/COP"],
        recipients: ["protesters NOR/CVL"]),
      PartyCase(
        text: "Chilean students blocked a road to force the government of Chile to resign.", type: .protest,
        actors: ["Chilean students CHL/EDU"], recipients: ["Chile CHL/GOV"]),
    ])
  }

  @Test("Who denies what others are said to have done says it to none of those it was done to")
  func denials() throws {
    try check([
      PartyCase(
        text: "The Norwegian army denied reports that soldiers had fired on civilians.", type: .reject,
        actors: ["Norway NOR/MIL"])
    ])
  }

  @Test("A threat to bomb a capital is against its country")
  func capitals() throws {
    try check([
      PartyCase(
        text: "Norway threatened to bomb Santiago.", type: .threaten, actors: ["Norway NOR/-"],
        recipients: ["Santiago CHL/-"])
    ])
  }

  @Test("Two who are joined act together, whatever stands before the second")
  func joined() throws {
    try check([
      PartyCase(
        text: "Norwegian police and ethnic Albanian gunmen exchanged fire for ten hours.", type: .assault,
        actors: ["Norway NOR/COP", "ethnic Albanian gunmen -/UAF"])
    ])
  }

  @Test("Who is shot dead by somebody suffers it, and so does who has a calling before that")
  func shotDead() throws {
    try check([
      PartyCase(
        text: "The relatives of two South African miners shot dead by police have demanded an apology.", type: .assault,
        actors: ["South Africa ZAF/COP"], recipients: ["two South African miners ZAF/LAB"])
    ])
  }

  @Test("Who is said, believed or first to have done it did it, and who stands between two verbs is the second's")
  func raised() throws {
    func arrest(_ text: String) -> PartyCase {
      PartyCase(
        text: text, type: .coerce, actors: ["Norway NOR/COP"], recipients: ["three Swedish journalists SWE/JRN"])
    }
    try check([
      arrest("Norwegian police are believed to have arrested three Swedish journalists."),
      arrest("Norwegian police were the first to arrest three Swedish journalists."),
      arrest("Norwegian police waited for months, then arrested three Swedish journalists."),
      arrest("Norwegian police took responsibility for arresting three Swedish journalists."),
      arrest("What surprised analysts was that Norwegian police arrested three Swedish journalists."),
      PartyCase(
        text: "Oil prices rose and Peru recalled its ambassador to Ghana.", type: .sanction, actors: ["Peru PER/-"],
        recipients: ["Ghana GHA/-"]),
      PartyCase(
        text: "According to the Swedish envoy, Kari Salo, Egypt rejected the Danish proposal.", type: .reject,
        actors: ["Egypt EGY/-"], recipients: ["Denmark DNK/-"]),
    ])
  }

  @Test(
    "Who is killed by words about the deed, where it was, or those among whom they were, suffers it, and no country does it"
  )
  func casualties() throws {
    func killed(_ text: String) -> PartyCase {
      PartyCase(text: text, type: .assault, actors: [], recipients: ["eleven Norwegian tourists NOR/CVL"])
    }
    try check([
      killed("A bombing in Kabul claimed the lives of eleven Norwegian tourists."),
      killed("There was a bombing in Kabul in which eleven Norwegian tourists died."),
      PartyCase(
        text: "Eleven Norwegian tourists were among those killed by rebels in Kabul.", type: .assault,
        actors: ["rebels AFG/REB"], recipients: ["Eleven Norwegian tourists NOR/CVL"]),
      PartyCase(
        text: "Eleven Norwegian tourists died in an attack by rebels in Kabul.", type: .assault,
        actors: ["rebels AFG/REB"], recipients: ["Eleven Norwegian tourists NOR/CVL"]),
    ])
    let bus = try CodingSamples.event(.assault, in: "Eleven people were killed when rebels attacked a bus in Kabul.")
    #expect(bus.recipients.map(\.text) == ["Eleven people"])
    let fighting = "Eleven people were killed in fighting between the army of Chad and rebels."
    #expect(try CodingSamples.events(fighting).allSatisfy { $0.actors.allSatisfy { $0.text != "Eleven people" } })
    #expect(
      try CodingSamples.events("Had Chad attacked Mali, Norway would have left.").allSatisfy { $0.type != .assault })
    let bomber = try CodingSamples.event(
      .assault, in: "A bomber blew himself up on a bus in Kabul, Afghanistan killing eleven people.")
    #expect(!bomber.actorCodes.contains("AFG"))
  }

  @Test("Who arrests is the police of whom the article tells, and no police of another country")
  func captors() throws {
    try check([
      PartyCase(
        text: "The police of Norway searched a house in Bergen on Monday. Two men were arrested.", type: .coerce,
        actors: ["Norway NOR/COP"], recipients: ["Two men NOR/CVL"]),
      PartyCase(
        text: "The police of Norway praised the search. Two men were arrested in Lima, Peru.", type: .coerce,
        actors: [],
        recipients: ["Two men PER/CVL"]),
    ])
  }

  @Test("What is given in a sum is given to whom the sum goes")
  func sums() throws {
    try check([
      PartyCase(
        text: "Norway gave £30m of aid to Chile.", type: .aid, actors: ["Norway NOR/-"], recipients: ["Chile CHL/-"]),
      PartyCase(
        text: "Norway has suspended 30 million euros of development aid to Chile.", type: .sanction,
        actors: ["Norway NOR/-"], recipients: ["Chile CHL/-"]),
      PartyCase(
        text: "Chile received $30 million in aid from Norway.", type: .aid, actors: ["Norway NOR/-"],
        recipients: ["Chile CHL/-"]),
    ])
  }
}
