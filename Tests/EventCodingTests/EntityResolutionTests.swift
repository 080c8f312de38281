import EventCoding
import Linguistics
import NewsModel
import Testing

@Suite("Who the noun phrases of an article are")
struct EntityResolutionTests {
  @Test("Conjoined nationalities before one noun are two parties, each with its own words")
  func conjoinedNationalities() throws {
    let text = try ResolvedText(EntityFixture.diplomats)
    #expect(text.parties("diplomats") == ["[Russian] Russia RUS/GOV", "[US diplomats] United States USA/GOV"])
  }

  @Test("Conjoined owners after one noun are parties of its sector")
  func conjoinedOwners() throws {
    let troops = try ResolvedText(EntityFixture.troopsFrom)
    #expect(
      troops.parties("Troops") == [
        "[Troops from Iran] Iran IRN/MIL", "[Turkey] Turkey TUR/MIL", "[Qatar] Qatar QAT/MIL",
      ])
    let officials = try ResolvedText(EntityFixture.officialsFrom)
    #expect(
      officials.parties("Officials") == [
        "[Officials from Russia] Russia RUS/GOV", "[the United States] United States USA/GOV",
        "[its NATO allies] NATO IGO/GOV",
      ])
  }

  @Test("A title before a name gives role, sector and country")
  func titleBeforeName() throws {
    let text = try ResolvedText(EntityFixture.spokeswoman)
    let zakharova =
      "[Russian Foreign Ministry spokeswoman Maria Zakharova] Maria Zakharova RUS/GOV Foreign Ministry spokeswoman"
    #expect(text.parties("Maria") == [zakharova])
    #expect(text.parties("Zakharova") == [zakharova], "any token of a name stands for its phrase")
    #expect(text.resolver.isPerson(at: text.token("Maria")))
  }

  @Test("A title that the tree cuts off its name is still read")
  func brokenTitle() throws {
    let text = try ResolvedText(EntityFixture.brokenTitle)
    #expect(text.parties("Maria").first?.hasSuffix("RUS/GOV Foreign Ministry spokeswoman") == true)
  }

  @Test("A name in apposition to its title is one person, and pronouns look back on her")
  func apposition() throws {
    let text = try ResolvedText(EntityFixture.deputyPrimeMinister)
    let role = "Olga Stefanishyna UKR/GOV deputy prime minister"
    #expect(text.parties("minister") == ["[Ukraine's deputy prime minister] " + role])
    #expect(text.parties("She") == ["[She] " + role])
    #expect(text.id("minister") == text.id("Olga"))
    #expect(text.id("She") == text.id("Olga"))
  }

  @Test("A title alone means the person named before; an alliance means the one named")
  func titleAlone() throws {
    let text = try ResolvedText(EntityFixture.alliance)
    #expect(text.parties("chief", 1) == ["[The NATO chief] Jens Stoltenberg IGO/GOV chief"])
    #expect(text.id("chief", 1) == text.id("Jens"))
    #expect(text.parties("alliance").first == nil || text.parties("alliance") == ["[the alliance] NATO IGO/-"])
  }

  @Test("An office without a name is its holder on the article's date")
  func officeHolder() throws {
    #expect(
      try ResolvedText(EntityFixture.frenchPresident, date: "2022-01-11").parties("president") == [
        "[The French president] Emmanuel Macron FRA/GOV president"
      ])
    #expect(
      try ResolvedText(EntityFixture.frenchPresident, date: "2008-01-11").parties("president") == [
        "[The French president] Nicolas Sarkozy FRA/GOV president"
      ])
    #expect(
      try ResolvedText(EntityFixture.frenchPresident, date: nil).parties("president") == [
        "[The French president] - FRA/GOV president"
      ], "without a date nobody is guessed")
  }

  @Test("A government owned by a person is his country's")
  func ownedGovernment() throws {
    let text = try ResolvedText(EntityFixture.putinsGovernment)
    #expect(text.parties("government") == ["[Russian President Vladimir Putin's government] Russia RUS/GOV"])
    #expect(text.parties("Putin") == ["[Russian President Vladimir Putin] Vladimir Putin RUS/GOV President"])
  }

  @Test("Whoever left office is of the former elite")
  func formerPresident() throws {
    let during = try ResolvedText(EntityFixture.formerPresident, date: "2022-01-11")
    #expect(during.parties("Jair") == ["[Former Brazilian President Jair Bolsonaro] Jair Bolsonaro BRA/GOV President"])
    let after = try ResolvedText(EntityFixture.formerPresident, date: "2024-01-11")
    #expect(after.parties("Jair") == ["[Former Brazilian President Jair Bolsonaro] Jair Bolsonaro BRA/ELI President"])
  }

  @Test("What backs a group is not its nationality")
  func backedGroup() throws {
    let text = try ResolvedText(EntityFixture.frenchPresident)
    #expect(text.parties("rebels") == ["[Iran-backed Houthi rebels] Houthis YEM/REB"])
    #expect(text.parties("warship") == ["[a British warship] United Kingdom GBR/MIL"])
  }

  @Test("Words that count stand for those who are counted")
  func quantities() throws {
    let text = try ResolvedText(EntityFixture.palestinians)
    #expect(text.parties("Thousands") == ["[Thousands of Palestinians] - PSE/CVL"])
    #expect(text.resolver.isGroup(at: text.token("Thousands")))
  }

  @Test("A group's fighters bear its name; it is not the country")
  func groups() throws {
    let text = try ResolvedText(EntityFixture.hamas)
    #expect(text.parties("militants") == ["[Hamas militants] Hamas PSE/REB"])
    #expect(text.parties("It") == ["[It] Israel ISR/-"])
  }

  @Test("The two countries are the two named before")
  func twoCountries() throws {
    let text = try ResolvedText(EntityFixture.twoCountries)
    #expect(text.parties("ministers") == ["[Foreign ministers of Turkey] Turkey TUR/GOV", "[Greece] Greece GRC/GOV"])
    #expect(text.parties("countries") == ["[The two countries] Turkey TUR/-", "[The two countries] Greece GRC/-"])
  }

  @Test("A parliament's common name is another country's when that stands before it")
  func foreignCongress() throws {
    let text = try ResolvedText(EntityFixture.congress)
    #expect(text.parties("Congress") == ["[Brazilian Congress] Brazil BRA/LEG"])
    #expect(text.parties("Congress", 1) == ["[Congress] US Congress USA/LEG"])
  }

  @Test("A phrase that names no actor gives none; verbs give none")
  func noActor() throws {
    let text = try ResolvedText(EntityFixture.abstract)
    #expect(text.parties("situation").isEmpty)
    #expect(text.parties("solution").isEmpty)
    #expect(text.parties("calls").isEmpty)
    #expect(text.resolver.entityID(at: text.token("situation")) == nil)
  }

  @Test("A pronoun nothing answers keeps its words and says so")
  func unresolvedPronoun() throws {
    let text = try ResolvedText(EntityFixture.unresolvedPronoun)
    let party = try #require(text.resolver.parties(at: 0).first)
    #expect(party.text == "They" && party.name == nil && party.code == nil)
    #expect(party.unresolved == "no antecedent")
  }

  @Test("Moscow, the Kremlin and the Russian government count as Russia")
  func identity() throws {
    let text = try ResolvedText(EntityFixture.deputyPrimeMinister)
    #expect(text.id("Kyiv") == text.id("Ukraine"))
    #expect(text.id("Olga") != text.id("Ukraine"))
  }

  @Test("Every party's span holds its text", arguments: EntityFixture.all)
  func spans(_ fixture: String) throws {
    let text = try ResolvedText(fixture)
    for token in 0..<text.document.tokenCount {
      for party in text.resolver.parties(at: token) { #expect(text.document.string(party.span) == party.text) }
      if let place = text.resolver.place(at: token) { #expect(text.document.string(place.span) == place.text) }
    }
  }

  @Test("Odd documents are survived: no tokens, tokens outside, empty and overlapping names, broken heads")
  func oddDocuments() throws {
    let tables = try EntityTables.english()
    let empty = EntityResolver(document: Document(text: []), article: Article(id: "", text: ""), tables: tables)
    #expect(empty.parties(at: 0).isEmpty && empty.place(at: -1) == nil && empty.entityID(at: 7) == nil)

    var document = try FixtureDocument.parse(EntityFixture.diplomats)
    document.names = [
      NameSpan(tokens: 2..<2, label: .person), NameSpan(tokens: 0..<3, label: .person),
      NameSpan(tokens: 2..<99, label: .event),
    ]
    document.heads = document.heads.indices.map { Int32($0 + 1) % Int32(document.tokenCount) }
    let resolver = EntityResolver(document: document, article: Article(id: "", text: ""), tables: tables)
    for token in 0..<document.tokenCount { _ = (resolver.parties(at: token), resolver.place(at: token)) }
  }
}
