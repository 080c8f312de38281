import EventCoding
import NewsModel
import Testing

@Suite("One incident, told in many words")
struct IncidentTests {
  private func assaults(_ text: String) throws -> [Event] {
    try CodingSamples.events(text).filter { $0.type == .assault }
  }

  @Test("The blast, the dead and the wounded are one deed")
  func oneBombing() throws {
    let events = try assaults(
      "A car bomb exploded in Kabul on Monday, killing nine people. The blast wounded 40 others. The attack was condemned."
    )
    #expect(events.count == 1)
    #expect(events.first?.mentions.isEmpty == false)
  }

  @Test("Deeds in two towns are two")
  func twoTowns() throws {
    let events = try assaults(
      """
      A bomb killed nine people in Kabul on Monday.

      Gunmen shot dead three policemen in Herat on Monday.
      """)
    #expect(events.count == 2)
  }

  @Test("What one side did is not what the other did")
  func twoSides() throws {
    let events = try assaults(
      "Israeli troops killed five people in Gaza. Palestinian militants killed two soldiers near Gaza.")
    #expect(events.count == 2)
  }

  @Test("A sentence that says when an attack was dates the one told before it")
  func dateFromMention() throws {
    let events = try assaults("A former soldier shot dead the mayor of the town. The attack occurred on 12 March 2023.")
    #expect(events.map { $0.time?.value } == ["2023-03-12"])
  }

  @Test("Victims of different callings are of different deeds")
  func twoCallings() throws {
    let events = try assaults(
      "Rebels killed a journalist near the market on Monday. Rebels killed two soldiers near the bridge on Monday.")
    #expect(events.count == 2)
  }

  @Test("Violence that only its place tells from others is an event where nothing before it may be meant")
  func knownByPlace() throws {
    let events = try assaults("The president spoke of the Madrid bombings in a speech to parliament.")
    #expect(events.map { $0.place?.name } == ["Madrid"])
  }

  @Test("What was done long before, on a day that is told, is not the news")
  func longBefore() throws {
    let events = try assaults(
      """
      Gunmen killed nine people near a market on Monday.

      In March 2023, gunmen killed villagers near the river.
      """)
    #expect(events.map { $0.time?.value } == ["2023-04-24", "2023-03"])
  }

  @Test("A named victim is killed but once, however long ago")
  func namedVictim() throws {
    let events = try assaults(
      "Rebels killed Anna Berg on 3 January 2023. The rebels killed Berg with a knife.")
    #expect(events.count == 1)
  }

  @Test("What is done often is no single deed")
  func habit() throws {
    let events = try assaults(
      "Rebels attacked a convoy on Monday. The rebels often attack convoys. Rebels attacked the convoy near the bridge."
    )
    #expect(events.count == 2)
  }

  @Test("An arrest told without the police and one told with them are one")
  func arrestWithoutPolice() throws {
    let events = try CodingSamples.events(
      "Anna Berg was arrested in Oslo on Monday. Berg was arrested by Norwegian police after a march.")
    let arrests = events.filter { $0.type == .coerce }
    #expect(arrests.map { $0.actors.first?.code } == ["NOR"])
    #expect(arrests.first?.mentions.map(\.text) == ["arrested"])
  }

  @Test("What one sentence says that somebody must do is one demand, and no statement besides")
  func oneDemand() throws {
    let events = try CodingSamples.events(
      "Anna Berg, the Norwegian foreign minister, said that Russia must open the border.")
    #expect(events.map(\.type) == [.request])
  }

  @Test("A participle of saying in front of another verb of saying is no second statement")
  func oneSaying() throws {
    let events = try CodingSamples.events(
      "Stressing that the border was open, the Norwegian foreign minister pointed out that trade had grown.")
    #expect(events.map(\.type) == [.statement])
  }

  @Test("What “they” do is told surely where the sentence before is about them")
  func subjectOfLastSentence() throws {
    let sure = try CodingSamples.events(
      "Norwegian police entered the school. They arrested the students.", keeping: EventCoder.usualConfidence)
    #expect(sure.contains { $0.type == .coerce && $0.actorCodes == ["NOR"] })
  }

  @Test("What a sentence demands twice in the same words is one demand")
  func repeatedDemand() throws {
    let events = try CodingSamples.events("Peru demands full surrender, demands to weaken the treaty.")
    #expect(events.filter { $0.type == .request }.count == 1)
  }

  @Test("An arrest and the seizure of what belongs to the one arrested are two deeds")
  func arrestAndSeizure() throws {
    let events = try CodingSamples.events(
      "Norwegian police arrested Kay Lund on Monday. Norwegian police seized Kay Lund's van on Monday.")
    #expect(events.count { $0.type == .coerce } == 2)
  }
}
