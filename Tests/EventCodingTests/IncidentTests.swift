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
}
