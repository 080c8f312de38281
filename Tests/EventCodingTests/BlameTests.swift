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
      "Peruvian President Anna Berg said that Chile wants to undermine the accord.",
      "Peruvian President Anna Berg said that Chile has done nothing for the refugees.",
      "Peruvian President Anna Berg said that Chile has not done enough for the refugees.",
      "Peruvian President Anna Berg claimed that Chile is involved in the raid.",
      "Peruvian President Anna Berg claimed that her work was hindered by Chile.",
      "Peruvian President Anna Berg said the remark made Chile's government unfit for the talks.",
      "Peruvian President Anna Berg said that the measures of Chile were an attempt to silence the press.",
    ] {
      let events = try CodingSamples.events(text)
      let event = try #require(events.first { $0.type == .accuse }, "\(events.map(\.rule)): \(text)")
      #expect(event.actorCodes == ["PER"], "\(text)")
      #expect(event.recipientCodes == ["CHL"], "\(text)")
      #expect(events.allSatisfy { $0.type != .statement }, "\(text)")
    }
  }

  @Test("What somebody should have done is blame, and no demand")
  func reproach() throws {
    for text in [
      "Peruvian President Anna Berg said that Chile should have waited.",
      "Peruvian President Anna Berg said that Chile should never have signed the treaty.",
    ] {
      let events = try CodingSamples.events(text)
      #expect(events.map(\.type) == [.accuse], "\(events.map(\.rule)): \(text)")
      #expect(events.first?.recipientCodes == ["CHL"], "\(text)")
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
      "Peruvian President Anna Berg said that Chile was not doing anything illegal.",
      "Peruvian President Anna Berg claimed that the work was hindered.",
      "Peruvian President Anna Berg said that the mourners were sure that Chile had misled the council.",
    ] {
      #expect(try CodingSamples.events(text).allSatisfy { $0.type != .accuse }, "\(text)")
    }
  }

  @Test("A mayor may blame the government of his country, of which a minister is part")
  func local() throws {
    let words = "said that the government of Peru has done nothing for the refugees."
    #expect(try CodingSamples.event(.accuse, in: "Anna Berg, mayor of Lima, \(words)").recipientCodes == ["PER"])
    #expect(
      try CodingSamples.events("Anna Berg, foreign minister of Peru, \(words)").allSatisfy { $0.type != .accuse })
  }

  @Test("People without a name are accused of violence by who claims that they took part in it")
  func followers() throws {
    let event = try CodingSamples.event(
      .accuse, in: "Police in Lima claimed that Chilean protesters are involved in the blast.")
    #expect(event.recipientCodes == ["CHL"])
  }

  @Test("A substance is nobody, and the best person is praised, but not the best place")
  func nobody() throws {
    for text in [
      "Peruvian President Anna Berg said that TATP was unstable.",
      "Peruvian President Anna Berg said that Oslo was the best place to live.",
    ] {
      #expect(try CodingSamples.events(text).allSatisfy { $0.type == .statement }, "\(text)")
    }
    let praise = try CodingSamples.event(
      .support, in: "Peruvian President Anna Berg said that Norwegian General Per Holt was the best commander in years."
    )
    #expect(praise.recipientCodes == ["NOR"])
  }

  @Test("Who claims something of another accuses")
  func claim() throws {
    let event = try CodingSamples.event(.accuse, in: "Peru claims that Chile has moved the border stones.")
    #expect(event.actorCodes == ["PER"])
    #expect(event.recipientCodes == ["CHL"])
  }

  @Test("Praise of another is support of him, and no statement besides; of a town or by a weak word it is none")
  func praise() throws {
    for text in [
      "Peruvian President Anna Berg said the Chilean soldiers were heroes.",
      "\"Chile has made a courageous decision,\" Peruvian President Anna Berg said.",
      "Peruvian President Anna Berg said that Chile had made the right decision.",
    ] {
      let events = try CodingSamples.events(text)
      let event = try #require(events.first { $0.type == .support }, "\(events.map(\.rule)): \(text)")
      #expect(event.actorCodes == ["PER"], "\(text)")
      #expect(event.recipientCodes == ["CHL"], "\(text)")
      #expect(events.allSatisfy { $0.type != .statement }, "\(text)")
    }
    for text in [
      "Peruvian President Anna Berg said that Chile was right.",
      "Peruvian President Anna Berg said that Oslo was a wonderful town.",
      "Peruvian President Anna Berg said that Chile had not made the right decision.",
    ] {
      #expect(try CodingSamples.events(text).allSatisfy { $0.type != .support }, "\(text)")
    }
  }

  @Test("Who would like to thank somebody thanks him")
  func thanks() throws {
    let event = try CodingSamples.event(
      .support, in: "\"I would like to thank Chile for its help,\" Peruvian President Anna Berg said.")
    #expect(event.actorCodes == ["PER"])
    #expect(event.recipientCodes == ["CHL"])
    #expect(
      try CodingSamples.events("\"I would like to thank Chile for its help,\" Peruvian President Anna Berg said.")
        .allSatisfy { $0.type != .statement })
    let wish = "Peruvian President Anna Berg said that Bolivia would like to thank Chile."
    #expect(try CodingSamples.events(wish).allSatisfy { $0.type != .support })
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

  @Test("Of whom something bad is said may stand behind the word of saying; who has learned nothing is blamed")
  func saidOf() throws {
    let said = try CodingSamples.event(
      .accuse,
      in:
        "\"It was a cover-up from the first day,\" the Norwegian opposition leader Kay Lund said of the Chilean government."
    )
    #expect(said.recipientCodes == ["CHL"])
    let learned = try CodingSamples.event(
      .accuse, in: "The Norwegian opposition leader Kay Lund said the Chilean government had learned nothing.")
    #expect(learned.recipientCodes == ["CHL"])
  }
}
