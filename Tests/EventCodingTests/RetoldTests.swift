import EventCoding
import NewsModel
import Testing

@Suite("What is told again is the same event")
struct RetoldTests {
  private func types(_ text: String) throws -> [EventType] { try CodingSamples.events(text).map(\.type) }

  @Test("A participle or noun that refers back to a demand is no further demand")
  func demandAgain() throws {
    let found = try types(
      """
      Angela Merkel called for a ceasefire on Friday. After calling for the ceasefire Merkel went home. Merkel's call for a \
      ceasefire came late.
      """)
    #expect(found == [.request])
  }

  @Test("What the worst attack in years is said to be is the attack told before it")
  func description() throws {
    let found = try types(
      "Gunmen killed nine people in Kabul on Monday, in what is said to be the worst mass shooting there since the war."
    )
    #expect(found == [.assault])
  }

  @Test("Who retaliates by an attack does one thing")
  func retaliation() throws {
    #expect(try types("Norwegian soldiers retaliated by opening fire on civilians.") == [.assault])
  }

  @Test("Those who meet, called by no name the second time, have met once")
  func sameCompany() throws {
    #expect(try types("Angela Merkel met Vladimir Putin in Berlin. The leaders discussed trade.") == [.consult])
  }

  @Test("A request from somebody who seeks something is one request, and goes to who receives it")
  func received() throws {
    let events = try CodingSamples.events("Norway has received a request from Peru seeking help.")
    #expect(events.map(\.type) == [.request])
    #expect(events.first?.actors.map(\.code) == ["PER"])
    #expect(events.first?.recipients.map(\.code) == ["NOR"])
  }

  @Test("What one verb of saying introduces in two pieces is one statement")
  func pieces() throws {
    let found = try types(
      "The Norwegian minister Ola Lie said that trade is weak because the stream of guests is \"almost nonexistent right now.\""
    )
    #expect(found == [.statement])
  }

  @Test("An arrest told again of the man who was arrested is no other one")
  func sameArrest() throws {
    let text = """
      Police arrested a teacher in Oslo on Monday. The teacher was arrested at his home. Since his arrest he has said nothing.
      """
    #expect(try CodingSamples.events(text).count { $0.type == .coerce } == 1)
  }

  @Test("Two verbs joined for one saying are one statement, that of the words")
  func twoVerbs() throws {
    let text = "Emmanuel Macron continued and stated that the reform of the army was finished."
    #expect(try CodingSamples.events(text).map(\.rule) == ["statement.state"])
  }

  @Test("The complaint that somebody filed is the one told before")
  func complaint() throws {
    let text =
      "Anna Lund of Norway filed a complaint against the police on Sunday. Lund filed the complaint citing a report."
    #expect(try types(text) == [.accuse])
  }

  @Test("One of two men who were found guilty is convicted once")
  func verdict() throws {
    let text = """
      Norwegian bankers Jonas Lie and Ola Berg were found guilty of fraud on Sunday. Lie was convicted of all ten counts.
      """
    #expect(try types(text) == [.sanction])
  }

  @Test("What would have been, had something else been, is no event")
  func passedUp() throws {
    #expect(try types("If the bill had passed, Norway might have become the first country to ban the party.").isEmpty)
  }
}
