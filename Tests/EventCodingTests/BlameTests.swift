import NewsModel
import Testing

@Suite("What somebody says against another")
struct BlameTests {
  @Test("Blame is an accusation of whoever is its subject, whatever the verb of saying, and no statement besides")
  func blame() throws {
    for text in [
      "Peruvian President Anna Berg said Chile had misled the council.",
      "\"Chile has misled the council,\" Peruvian President Anna Berg said.",
      "Peruvian President Anna Berg added that Chile does not care about the refugees.",
      "Peruvian President Anna Berg said that the government of Chile was corrupt.",
      "Peruvian President Anna Berg said that Chile has no credibility.",
      "Peruvian President Anna Berg said that Chile was trying to undermine the accord.",
    ] {
      let events = try CodingSamples.events(text)
      let event = try #require(events.first { $0.type == .accuse }, "\(events.map(\.rule)): \(text)")
      #expect(event.actorCodes == ["PER"], "\(text)")
      #expect(event.recipientCodes == ["CHL"], "\(text)")
      #expect(events.allSatisfy { $0.type != .statement }, "\(text)")
    }
  }

  @Test("What is denied, asked, supposed, to come, or one's own is no blame")
  func noBlame() throws {
    for text in [
      "Peruvian President Anna Berg said Chile had not misled the council.",
      "Peruvian President Anna Berg said Chile would be wise to wait.",
      "Peruvian President Anna Berg said it was unclear whether Chile had misled the council.",
      "Peruvian President Anna Berg said Peru had failed.",
      "Peruvian President Anna Berg said that Chile cares about the refugees.",
    ] {
      #expect(try CodingSamples.events(text).allSatisfy { $0.type != .accuse }, "\(text)")
    }
  }

  @Test("Who claims something of another accuses")
  func claim() throws {
    let event = try CodingSamples.event(.accuse, in: "Peru claims that Chile has moved the border stones.")
    #expect(event.actorCodes == ["PER"])
    #expect(event.recipientCodes == ["CHL"])
  }

  @Test("Who says that a claim is false rejects it")
  func untruth() throws {
    let event = try CodingSamples.event(
      .reject, in: "Peruvian President Anna Berg said that Chile's claims were baseless.")
    #expect(event.actorCodes == ["PER"])
    #expect(event.recipientCodes == ["CHL"])
  }

  @Test("What something is called may be an adjective in quotation marks, or stand beside a noun")
  func complements() throws {
    for text in [
      "Peruvian President Anna Berg called Chile's decision \"arbitrary\".",
      "Peruvian President Anna Berg described Chile's decision as a shameful farce.",
      "Peruvian President Anna Berg described Chile's decision as one of many shameful acts.",
    ] {
      let event = try CodingSamples.event(.accuse, in: text)
      #expect(event.recipientCodes == ["CHL"], "\(text)")
    }
  }

  @Test("Who does it is blamed where the way it was done is criticised")
  func manner() throws {
    let event = try CodingSamples.event(
      .accuse, in: "Peruvian President Anna Berg criticised the way Chile handled the crisis.")
    #expect(event.recipientCodes == ["CHL"])
  }

  @Test("Who has yet to sign has not signed, and what rebels did not accept they rejected")
  func refusals() throws {
    for text in ["Chile has yet to ratify the treaty.", "The treaty was not accepted by Chile."] {
      let event = try CodingSamples.event(.reject, in: text)
      #expect(event.actorCodes == ["CHL"], "\(text)")
    }
  }

  @Test("Who did not refuse has rejected nothing")
  func noRefusal() throws {
    #expect(
      try CodingSamples.events("The court found that Chile did not violate the treaty.").allSatisfy {
        $0.type != .reject
      })
  }

  @Test("Who is refused something is known though nobody says by whom")
  func refused() throws {
    let event = try CodingSamples.event(.reject, in: "The UN mission was denied access to the camp.")
    #expect(event.recipientCodes == ["UNO"])
  }
}
