import NewsModel
import Testing

@Suite("What words mean besides what a pattern says of them")
struct OtherSenseTests {
  private func types(_ text: String) throws -> [EventType] { try CodingSamples.events(text).map(\.type) }

  @Test("A warning of what may become of others is a statement, one of what the speaker will do a threat")
  func warnings() throws {
    #expect(try types("Norwegian minister Anna Berg warned that the bill could damage trade.") == [.statement])
    #expect(
      try types("Norwegian minister Anna Berg warned the government of underestimating the danger.") == [.statement])
    #expect(try types("Norway warned Sweden that it would be attacked.") == [.threaten])
    #expect(try types("Norway warned Sweden that sanctions would follow.") == [.threaten])
  }

  @Test("Harm that hangs on what another does not do is a threat to that other")
  func ultimatums() throws {
    for text in [
      "The kidnappers said the hostages will be killed if Sweden does not withdraw its troops.",
      "\"Unless Sweden withdraws, we will attack,\" Norwegian minister Ola Lund said.",
    ] {
      let events = try CodingSamples.events(text)
      #expect(events.map(\.type) == [.threaten], "\(text)")
      #expect(events.first?.recipientCodes == ["SWE"], "\(text)")
      #expect(events.first?.modes == ["violence"], "\(text)")
    }
    let weather = "\"If the rain does not stop, we will close the roads,\" Norwegian minister Ola Lund said."
    #expect(try !types(weather).contains(.threaten))
  }

  @Test("Who will not do something refuses it, and who vows not to promises nothing")
  func refusals() throws {
    for text in [
      "Norway said it would not withdraw its troops from Sweden.", "Norway will not negotiate with Sweden.",
      "Norway vowed never to cooperate with Sweden.",
    ] {
      let events = try CodingSamples.events(text)
      #expect(events.map(\.type) == [.reject], "\(text)")
      #expect(events.first?.actorCodes == ["NOR"] && events.first?.recipientCodes == ["SWE"], "\(text)")
    }
    #expect(try !types("The Norwegian president will not meet the Swedish king until Monday.").contains(.reject))
  }

  @Test("What somebody says that another must not do is asked of that other, and what should have been done of nobody")
  func prohibitions() throws {
    let event = try CodingSamples.event(
      .request, in: "Swedish minister Ola Lund said that Norway should not attack Denmark.")
    #expect(event.actorCodes == ["SWE"] && event.recipientCodes == ["NOR"])
    #expect(
      try types("The report should have been returned to Sweden, Norwegian minister Ola Lund said.") == [.statement])
    #expect(
      try types("Swedish minister Ola Lund said that Norway should know that it will fail.") == [.statement])
  }

  @Test("Accidents, habits and whatever anybody does are no deeds")
  func noDeeds() throws {
    for text in [
      "A Norwegian officer was killed after being hit by a car.", "Norway and Sweden meet every two years.",
      "Any Norwegian scientist who doubts it is jailed.", "Only 45% of Norwegians support the government.",
      "Such charges are rarely brought by Norway against Sweden.", "Anna Berg was found hanged in a Norwegian cell.",
      "None of the Norwegian officials had predicted a recession.",
    ] {
      #expect(try types(text).isEmpty, "\(text)")
    }
    #expect(try types("A Norwegian officer was killed after being hit by a missile.") == [.assault])
  }

  @Test("What somebody believed is part of the story, what he believes his word, and what a poll finds nobody's")
  func minds() throws {
    #expect(try types("Norwegian police believed that Anna Berg was in Sweden.").isEmpty)
    #expect(try types("Norwegian police feared that the bridge would fall.").isEmpty)
    #expect(try types("Norwegian police fear that the bridge will fall.") == [.statement])
    #expect(try types("Norwegian police believe that Anna Berg is in Sweden.") == [.statement])
    #expect(try types("A poll showed that most Norwegians believe that President Lund will win.").isEmpty)
  }

  @Test("Who defends his own decision says something, who defends another's supports it")
  func defences() throws {
    #expect(try types("Norwegian minister Anna Berg defended her decision.") == [.statement])
    #expect(try types("Norwegian minister Anna Berg defended the decision of Sweden.") == [.support])
  }

  @Test("Who does not approve of a deed blames it")
  func disapproval() throws {
    let event = try CodingSamples.event(.accuse, in: "Norway did not approve of Sweden's raid.")
    #expect(event.status == .occurred && event.recipientCodes == ["SWE"])
  }

  @Test("What one is barred from doing is not done")
  func barred() throws {
    #expect(try types("Norway barred the inspectors from talking to prisoners.") == [.coerce])
    #expect(try types("The Norwegian court banned the party from holding rallies in Oslo.") == [.coerce])
  }

  @Test("All charges of a list are content of the charge")
  func charges() throws {
    let text = "The Norwegian woman was charged with affray, assaulting police and resisting arrest."
    #expect(try types(text) == [.accuse])
  }

  @Test("A word is known with a hyphen and without")
  func hyphens() throws {
    #expect(try types("The rebels of Norway declared a permanent cease-fire.") == [.retreat])
    #expect(try types("Norwegian prisoners are on hunger-strike.") == [.protest])
    #expect(try types("The Norwegian party was de-registered by the commission.") == [.coerce])
  }

  @Test("Who asks or welcomes by saying so has done it")
  func saidBySaying() throws {
    #expect(try types("\"We are asking for their release,\" Norwegian minister Anna Berg said.") == [.request])
    #expect(try types("\"I welcome the change,\" Norwegian minister Anna Berg said.") == [.support])
  }

  @Test("An accident is no attack; what the police say of it is told like any other word")
  func accidents() throws {
    let crash = """
      A train derailed and crashed near Oslo on Sunday. Eight passengers were injured when the train left the track. \
      "We have ambulances there," a police spokeswoman said. Firefighters searched the wreckage of the train.
      """
    #expect(try CodingSamples.events(crash).map(\.type) == [.statement])
  }

  @Test("An opinion in which somebody agrees is a statement, a plan on which he agrees an agreement")
  func opinions() throws {
    #expect(try types("Norwegian minister Anna Berg has agreed that the tracks are old.") == [.statement])
    #expect(try types("Norwegian minister Anna Berg agreed that this needed money.") == [.statement])
    #expect(try types("Norwegian minister Anna Berg agreed that Sweden would take the prisoners.").contains(.agree))
  }

  @Test("A word that begins a phrase is no particle of the verb before it")
  func particles() throws {
    #expect(try !types("Norwegian minister Anna Berg quoted a letter she had given in response.").contains(.concede))
    #expect(try types("Norway gave in to Sweden on Monday.") == [.concede])
  }

  @Test("What somebody opposes or has the task to do is not told as done")
  func stances() throws {
    #expect(try !types("Norway stated its opposition to imposing sanctions on Chad.").contains(.sanction))
    #expect(try types("Norway began the year by imposing sanctions on Chad.").contains(.sanction))
    #expect(try !types("Chad is responsible for resolving its disputes with Niger.").contains(.agree))
    #expect(try types("Norwegian soldiers are responsible for killing a man in Chad.").contains(.assault))
  }

  @Test("That nobody was hurt is no deed")
  func unhurt() throws {
    #expect(try types("Gunmen attacked a school in Chad. No students were injured.") == [.assault])
    #expect(try CodingSamples.events("No students were injured in Chad.").isEmpty)
    #expect(try !CodingSamples.events("Two students were injured in Chad by gunmen.").isEmpty)
  }

  @Test("Who leaves an army with honour suffers nothing")
  func honour() throws {
    #expect(try types("Anna Berg was honorably discharged from the Norwegian army in 1994.") == [])
    #expect(try types("Anna Berg was discharged from the Norwegian army in 1994.") == [.sanction])
  }

  @Test("The object of two verbs is that of the second, too")
  func sharedObject() throws {
    let event = try CodingSamples.event(.coerce, in: "Norwegian police stopped and searched cars on Monday.")
    #expect(event.trigger.text == "searched")
    #expect(try CodingSamples.events("Norwegian police ate soup and searched on Monday.").isEmpty)
  }

  @Test("Nobody asks anything of himself")
  func oneself() throws {
    #expect(try !types("\"I must leave now,\" a Norwegian official said.").contains(.request))
    #expect(try types("\"Sweden must leave now,\" a Norwegian official said.").contains(.request))
  }
}
