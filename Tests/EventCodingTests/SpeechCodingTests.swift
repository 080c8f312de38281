import EventCoding
import NewsModel
import Testing

@Suite("Who says what")
struct SpeechCodingTests {
  @Test("A direct quotation is a statement of its speaker, without the marks")
  func direct() throws {
    let event = try CodingSamples.event(.statement, in: "“We are open to a new treaty,” Emmanuel Macron said.")
    #expect(event.attribution?.kind == .direct)
    #expect(event.attribution?.content?.text == "We are open to a new treaty")
    #expect(event.attribution?.source.name == "Emmanuel Macron")
    #expect(event.attribution?.cue == "said")
  }

  @Test("A pronoun that speaks is the person named before")
  func pronoun() throws {
    let text = "Emmanuel Macron arrived on Monday. “This is a difficult week for all of Europe,” he said."
    #expect(try CodingSamples.event(.statement, in: text).actors.first?.name == "Emmanuel Macron")
  }

  @Test("An event in reported speech carries the attribution")
  func indirect() throws {
    let event = try CodingSamples.event(.assault, in: "Ukraine's military said that Russia attacked Kharkiv on Monday.")
    #expect(event.attribution?.source.code == "UKR")
    #expect(event.attribution?.kind == .indirect)
  }

  @Test("A note of the source behind a comma is attribution without its words")
  func trailing() throws {
    let event = try CodingSamples.event(
      .assault, in: "Rebels killed 12 soldiers in northern Mali, an army spokesman said.")
    #expect(event.attribution?.content?.text == "Rebels killed 12 soldiers in northern Mali")
    #expect(event.attribution?.cue == "said")
  }

  @Test("A news agency that alone reports an event is its source")
  func agency() throws {
    let text =
      "The next round of talks between India and Pakistan will take place on Friday in Geneva, reported news agency AFP."
    let event = try CodingSamples.event(.consult, in: text)
    #expect(event.attribution?.source.name == "AFP")
    #expect(event.status == .scheduled)
    #expect(event.actorCodes == ["IND", "PAK"])
  }

  @Test("Who passes words on is the relay, not the speaker")
  func relay() throws {
    let text = "“Russia wants a war,” Olaf Scholz said, reported AFP."
    let event = try CodingSamples.event(.statement, in: text)
    #expect(event.actors.first?.name == "Olaf Scholz")
    #expect(event.attribution?.via?.name == "AFP")
  }

  @Test("What was not said is no statement")
  func unsaid() throws {
    #expect(try CodingSamples.events("Macron did not say whether he would go.").allSatisfy { $0.type != .statement })
  }

  @Test("A statement that a government issues is its word")
  func issued() throws {
    let text = "Norway issued a statement saying that the new treaty serves the whole region."
    #expect(try CodingSamples.event(.statement, in: text).actorCodes == ["NOR"])
  }

  @Test("A verb of saying may have a particle")
  func particle() throws {
    let text = "Emmanuel Macron pointed out that the new treaty serves the whole region."
    #expect(try CodingSamples.event(.statement, in: text).actors.first?.name == "Emmanuel Macron")
  }

  @Test("Who is named behind a title keeps the office of the title")
  func office() throws {
    let text = "The new treaty serves the whole region, said the foreign minister of Norway, Anna Berg."
    let actor = try #require(try CodingSamples.event(.statement, in: text).actors.first)
    #expect(actor.name == "Anna Berg")
    #expect(actor.code == "NOR")
    #expect(actor.sector == "GOV")
  }

  @Test("Who is made to say a thing by “did” says it, and who did not, does not")
  func emphatic() throws {
    let said = "Emmanuel Macron did acknowledge that the plan was late."
    #expect(try CodingSamples.event(.statement, in: said).actors.first?.name == "Emmanuel Macron")
    let unsaid = "Emmanuel Macron did not acknowledge that the plan was late."
    #expect(try CodingSamples.events(unsaid).allSatisfy { $0.type != .statement })
  }

  @Test("Who responds by saying something says it")
  func response() throws {
    let text = "The US responded by saying that it was never told of the fault."
    #expect(try CodingSamples.event(.statement, in: text).actorCodes == ["USA"])
  }

  @Test("“As the police stated” says what stands beside it, and “as it had promised” nothing")
  func remark() throws {
    let said = "As Greek police stated, everybody can call the new numbers."
    #expect(try CodingSamples.event(.statement, in: said).actorCodes == ["GRC"])
    let unsaid = "Norway did not earn as much with the toll as it had predicted."
    #expect(try CodingSamples.events(unsaid).allSatisfy { $0.type != .statement })
  }

  @Test("What is said stands behind the occasion on which it was said, and behind whoever says it")
  func occasion() throws {
    let posted = "The Norwegian government posted on its website that the road was closed."
    #expect(try CodingSamples.event(.statement, in: posted).actorCodes == ["NOR"])
    let told = "The BBC was told by the foreign minister of Peru that the road was closed."
    #expect(try CodingSamples.event(.statement, in: told).actorCodes == ["PER"])
  }

  @Test("A campaign or an office speaks for whose it is")
  func mouthpiece() throws {
    let text = "Emmanuel Macron's office said that the road was closed."
    #expect(try CodingSamples.event(.statement, in: text).actors.first?.name == "Emmanuel Macron")
  }

  @Test("A speech whose words the sentence gives is no further statement")
  func introduction() throws {
    for text in [
      "Speaking at a rally in Lyon, Emmanuel Macron said that the road was closed.",
      "Norway issued a statement saying that the road was closed.",
      "Emmanuel Macron addressed the nation on Tuesday, saying that the road was closed.",
    ] {
      #expect(try CodingSamples.events(text).count { $0.type == .statement } == 1, "\(text)")
    }
  }

  @Test("People without names speak out in a main clause, and not where they are only mentioned")
  func citizens() throws {
    let said = "Lawyers argued that the government and parliament of Chile broke the law on elections."
    #expect(try CodingSamples.event(.statement, in: said).confidence < 0.9)
    let unsaid = "Chile's government and parliament heard of a man who claimed that the election law was new."
    #expect(try CodingSamples.events(unsaid).allSatisfy { $0.type != .statement })
  }

  @Test("What is done by saying it in the first person is no statement besides")
  func performative() throws {
    for (text, type) in [
      ("“We condemn the bombing of the port,” Emmanuel Macron said.", EventType.accuse),
      ("“I urge both sides to stop,” the minister added.", .request),
    ] {
      let events = try CodingSamples.events(text)
      #expect(events.contains { $0.type == type && $0.status == .occurred }, "\(events.map(\.rule)): \(text)")
      #expect(events.allSatisfy { $0.type != .statement }, "\(text)")
    }
  }

  @Test("Within what is told, whose word a part of it is makes no further statement")
  func retoldPart() throws {
    let text = "The Defence Ministry of Peru said three people were hurt by the fire, which they said was an accident."
    #expect(try CodingSamples.events(text).count { $0.type == .statement } == 1)
  }

  @Test("What somebody calls a deed is not done by him")
  func verdict() throws {
    let text = "The Peruvian minister called the attacks an ugly act."
    #expect(try CodingSamples.events(text).allSatisfy { $0.type != .assault || $0.actors.isEmpty })
  }
}
