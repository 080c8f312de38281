import JSONCoding
import NewsModel
import Stories
import Testing

@Suite("The events of a story")
struct EventMergerTests {
  private func merged(_ first: Event, _ second: Event) -> [StoryEvent] {
    EventMerger.story([
      Told.article("a", day: "2026-03-02", source: "Post", first),
      Told.article("b", day: "2026-03-03", source: "Times", second),
    ]).events
  }

  @Test("12 dead, later 15: one event with both sources, both days and the change")
  func toll() throws {
    let events = merged(
      Told.event("a-01", .assault, place: "Herat", killed: 12), Told.event("b-01", .assault, place: "Herat", killed: 15)
    )
    let event = try #require(events.first)
    #expect(events.count == 1)
    #expect(event.sources == ["Post", "Times"])
    #expect(event.mentions.map(\.event) == ["a-01", "b-01"])
    #expect(event.firstSeen == "2026-03-02")
    #expect(event.lastSeen == "2026-03-03")
    #expect(event.changes == [StoryChange(what: "killed", from: "12", to: "15", event: "b-01", day: "2026-03-03")])
  }

  @Test("The order of days counts, not that of arrival")
  func arrival() throws {
    let story = EventMerger.story([
      Told.article("b", day: "2026-03-03", source: "Times", Told.event("b-01", .assault, place: "Herat", killed: 15)),
      Told.article("a", day: "2026-03-02", source: "Post", Told.event("a-01", .assault, place: "Herat", killed: 12)),
    ])
    #expect(story.id == "sb", "a story is named after the article that came first")
    let change = try #require(story.events.first?.changes.first)
    #expect(change.from == "12")
    #expect(change.to == "15")
  }

  @Test("What was planned came to pass: a change of status")
  func status() throws {
    let events = merged(
      Told.event("a-01", .consult, status: .scheduled, actors: ["Finland", "Estonia"]),
      Told.event("b-01", .consult, actors: ["Finland", "Estonia"]))
    #expect(events.count == 1)
    #expect(events.first?.changes.first?.what == "status")
    #expect(events.first?.changes.first?.to == "occurred")
  }

  @Test("The event is shown as the article tells it that says most")
  func best() {
    let events = merged(
      Told.event("a-01", .assault, recipients: ["Estonia"], confidence: 0.6),
      Told.event("b-01", .assault, actors: ["Ruritania"], recipients: ["Estonia"], place: "Narva", confidence: 0.9))
    #expect(events.map(\.event.id) == ["b-01"])
  }

  @Test(
    "What contradicts is two events",
    arguments: [
      (Told.event("a", .assault, place: "Herat"), Told.event("b", .assault, place: "Mosul")),
      (
        Told.event("a", .assault, actors: ["X"], place: "Herat"),
        Told.event("b", .assault, actors: ["Y"], place: "Herat")
      ),
      (Told.event("a", .assault, place: "Herat"), Told.event("b", .protest, place: "Herat")),
      (Told.event("a", .assault, place: "Herat"), Told.event("b", .assault, status: .denied, place: "Herat")),
      (
        Told.event("a", .assault, place: "Herat", time: "2026-03-01"),
        Told.event("b", .assault, place: "Herat", time: "2026-03-02")
      ),
    ])
  func contradiction(a: Event, b: Event) { #expect(merged(a, b).count == 2) }

  @Test("Nothing in common is not the same, but the same deed with the same kind of figure is")
  func anchors() {
    #expect(merged(Told.event("a", .assault), Told.event("b", .assault)).count == 2)
    #expect(merged(Told.event("a", .assault, killed: 47), Told.event("b", .assault, killed: 63)).count == 1)
    let blown = Told.event("b", .assault, killed: 63, trigger: "blew up")
    #expect(merged(Told.event("a", .assault, killed: 47), blown).count == 2)
  }

  @Test("\"Three more\" are others", arguments: ["three more men", "another 3 people", "3 other people"])
  func further(words: String) {
    let more = Told.event("b", .assault, place: "Herat", killed: 3, quantity: words)
    #expect(merged(Told.event("a", .assault, place: "Herat", killed: 12), more).count == 2)
  }

  @Test("\"More than 12\" are no others")
  func moreThan() {
    let more = Told.event("b", .assault, place: "Herat", killed: 12, quantity: "more than 12 people")
    #expect(merged(Told.event("a", .assault, place: "Herat", killed: 12), more).count == 1)
  }

  @Test("Statements are the same only as copies; events of one article never are")
  func statements() {
    #expect(merged(Told.event("a", .statement, actors: ["X"]), Told.event("b", .statement, actors: ["X"])).count == 2)
    let story = EventMerger.story([
      Told.article(
        "a", day: "2026-03-02", source: "Post", Told.event("a-01", .assault, place: "Herat"),
        Told.event("a-02", .assault, place: "Herat"))
    ])
    #expect(story.events.count == 2)
  }

  @Test("A story is read as it was written")
  func json() throws {
    let story = EventMerger.story([
      Told.article("a", day: "2026-03-02", source: "Post", Told.event("a-01", .assault, place: "Herat", killed: 12)),
      Told.article("b", day: "2026-03-03", source: "Times", Told.event("b-01", .assault, place: "Herat", killed: 15)),
    ])
    #expect(try Story(parsing: story.jsonBytes) == story)
    let summary = try JSONValue(parsing: StorySummary(story).jsonBytes)
    #expect(summary["articles"]?.int == 2)
    #expect(summary["changes"]?.int == 1)
    #expect(summary["places"]?.array?.first?.string == "Herat")
  }
}
