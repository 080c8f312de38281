import EventCoding
import Testing

@Suite("The table of actors")
struct ActorTableTests {
  @Test("The program's own tables hold no mistake and know enough")
  func ownTables() throws {
    let tables = try EntityTables.english()
    func count(_ kind: Actor.Kind) -> Int { tables.actors.actors.count { $0.kind == kind } }
    #expect(count(.country) >= 249)
    #expect(count(.organisation) >= 120)
    #expect(count(.group) >= 120)
    #expect(count(.person) >= 400)
    #expect(count(.medium) >= 100)
    #expect(tables.roles.count >= 250)
    #expect(tables.roles.firstNameCount >= 500)
  }

  @Test("Every person with an office has a gender and a country or organisation to hold it in")
  func persons() throws {
    for person in try EntityTables.english().actors.actors where person.kind == .person {
      #expect(person.gender != nil, "\(person.name)")
      #expect(person.code != nil, "\(person.name)")
      for office in person.offices { #expect(office.from <= office.to, "\(person.name)") }
    }
  }

  @Test(
    "No two actors are president or prime minister of one country in the same month, but for the month of the change")
  func offices() throws {
    let persons = try EntityTables.english().actors.actors.filter { $0.kind == .person }
    for title in ["president", "prime minister", "chancellor", "foreign minister", "supreme leader"] {
      let held = persons.flatMap { person in
        person.offices.filter { $0.title == title }.map {
          (person: person.name, office: $0, code: $0.code ?? person.code)
        }
      }
      for (code, people) in Dictionary(grouping: held, by: \.code) where !PartyCode.nonState.contains(code ?? "") {
        let terms = people.sorted { $0.office.from < $1.office.from }
        for (first, second) in zip(terms, terms.dropFirst()) where first.person != second.person {
          let overlap = first.office.to.index - second.office.from.index
          #expect(overlap <= 0, "\(first.person) and \(second.person) are both \(title) of \(code ?? "-")")
        }
      }
    }
  }

  @Test("Who held an office of another country or organisation acts for that in those years")
  func officesElsewhere() throws {
    for (name, date, code) in [
      ("Michelle Bachelet", "2007-05-01", "CHL"), ("Michelle Bachelet", "2012-05-01", "CHL"),
      ("Michelle Bachelet", "2020-05-01", "UNO"), ("Paul Wolfowitz", "2006-05-01", "IGO"),
      ("Paul Wolfowitz", "2010-05-01", "USA"),
    ] {
      let event = try #require(CodingSamples.events("\(name) praised the United States.", date: date).first)
      #expect(event.actorCodes == [code], "\(name), \(date)")
    }
  }

  @Test(
    "Mistakes are told with file, line and the way out",
    arguments: [
      ("Nobody = RUS", 1, "before the first section"),
      ("[group]\nNobody", 2, "no \"=\""),
      ("[group]\n# a comment\n\nNobody = XQX", 4, "\"XQX\" is no country's code"),
      ("[group]\nNobody = RUS/ZZZ", 2, "no PLOVER sector"),
      ("[group]\nNobody = RUS | what: ever", 2, "\"what\" is no field"),
      ("[group]\nNobody = RUS | x", 2, "neither"),
      ("[person]\nNo Body = RUS/GOV | office: president", 2, "no office"),
      ("[person]\nNo Body = RUS/GOV | office: president 2012-2011", 2, "no time"),
      ("[person]\nNo Body = RUS/GOV | office: president 2012/13-", 2, "no time"),
      ("[person]\nNo Body = RUS/GOV | office: president of XQX 2012-", 2, "\"XQX\" is no country's code"),
      ("[group]\nThe Band = RUS\nOther; the band = USA", 3, "is on line 2 already"),
      ("[gang]\n", 1, "is no section"),
      ("[group]\n= RUS", 2, "no name"),
    ])
  func mistakes(_ text: String, _ line: Int, _ words: String) throws {
    var tables = try EntityTables.english()
    let error = #expect(throws: ResourceError.self) { try tables.add(actors: Array(text.utf8), file: "own.txt") }
    #expect(error?.line == line)
    #expect(error?.message.contains(words) == true, "\(error?.message ?? "")")
    #expect(error?.description.hasPrefix("own.txt:\(line): ") == true)
  }

  @Test("A failed addition leaves the tables as they were; a good one wins over what was known")
  func additions() throws {
    var tables = try EntityTables.english()
    let count = tables.actors.actors.count
    #expect(throws: ResourceError.self) {
      try tables.add(actors: Array("[group]\nGood = RUS\nBad".utf8), file: "own.txt")
    }
    #expect(tables.actors.actors.count == count)
    try tables.add(actors: Array("[group]\nHamas; the Movement = PSE/PTY".utf8), file: "own.txt")
    let text = try ResolvedText(EntityFixture.hamas, tables: tables)
    #expect(text.parties("Hamas") == ["[Hamas] Hamas PSE/PTY"])
  }

  @Test(
    "Spellings fold to one key: case, accents, dots, hyphens and curly quotes do not count",
    arguments: [
      ("U.S.", "us"), ("al-Qaeda", "alqaeda"), ("Türkiye", "turkiye"), ("Côte d’Ivoire", "cotedivoire"),
      ("Łódź", "lodz"),
      ("Gdańsk", "gdansk"), ("Nicușor", "nicusor"), ("Æsir ß", "aesirss"), ("–—", ""), ("Москва", "Москва"),
    ])
  func folding(_ name: String, _ key: String) {
    #expect(String(decoding: NameFolding.folded(Array(name.utf8)), as: UTF8.self) == key)
  }

  @Test("Folding survives broken UTF-8")
  func brokenText() {
    #expect(NameFolding.folded([0xC3]) == [0xC3] || NameFolding.folded([0xC3]).isEmpty)
    #expect(NameFolding.folded([0xE2, 0x80]).isEmpty)
  }
}
