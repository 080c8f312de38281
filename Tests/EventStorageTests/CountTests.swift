import EventStorage
import JSONCoding
import NewsModel
import Testing

@Suite("Counts")
struct CountTests {
  let view: StoreView

  init() throws {
    let russia = party("Moscow", name: "Russia", code: "RUS")
    view = try EventStore([
      coded(
        1, source: "AFP", date: "2024-03-09T23:30:00Z",
        [
          event(
            .aid, actors: [russia, party("the \"allies\"")], time: date("2024-03-08"),
            place: place("Bern", country: "CHE")),
          event(.aid, actors: [russia, party("Moscow", name: "Russia")], recipients: [party("Kyiv")]),
          event(.consult, .denied, time: date("2024-W10")),
        ]),
      coded(2, [event(.aid, time: date("2024-03")), event(.aid, time: date("2024")), event(.reject)]),
      coded(3, [event(.consult, time: date("2024-03-08", until: "2024-03-10"), speaker: russia)]),
    ]).view()
  }

  private func counted(_ filter: String = "{}", by dimensions: EventDimension...) throws -> [String] {
    view.count(matching: try EventFilter(filter), by: dimensions, now: noon).entries.map { entry in
      entry.key.map { $0 ?? "-" }.joined(separator: "+") + " \(entry.count)"
    }
  }

  @Test("by one dimension list each value, the greatest first, and what has none last")
  func oneDimension() throws {
    #expect(try counted(by: .type) == ["AID 4", "CONSULT 2", "REJECT 1"])
    #expect(try counted(by: .status) == ["occurred 6", "denied 1"])
    #expect(try counted(by: .actor) == ["- 5", "Russia 2", "the \"allies\" 1"])
    #expect(try counted(by: .recipient) == ["- 6", "Kyiv 1"])
    #expect(try counted(by: .speaker) == ["- 6", "Russia 1"])
    #expect(try counted(by: .country) == ["- 6", "CHE 1"])
    #expect(try counted(by: .place) == ["- 6", "Bern 1"])
    #expect(try counted(by: .source) == ["- 4", "AFP 3"])
    #expect(try counted(by: .article) == [1, 2, 3].map { "\(articleID($0)) \([3, 3, 1][$0 - 1])" })
  }

  @Test("by day are in the order of time, and a time that is no day keeps its own name")
  func days() throws {
    #expect(
      try counted(by: .day) == [
        "2024 1", "2024-03 1", "2024-W10 1", "2024-03-08 1", "2024-03-08/2024-03-10 1", "2024-03-09 1", "- 1",
      ])
  }

  @Test("by two dimensions list the pairs that occur")
  func twoDimensions() throws {
    #expect(
      try counted(by: .type, .status) == [
        "AID+occurred 4", "CONSULT+denied 1", "CONSULT+occurred 1", "REJECT+occurred 1",
      ])
    #expect(
      try counted(#"{"actor":"Russia"}"#, by: .actor, .recipient) == [
        "Russia+Kyiv 1", "Russia+- 1", "the \"allies\"+- 1",
      ])
  }

  @Test("have only what the filter lets through, and the total of it")
  func filtered() throws {
    let counts = view.count(matching: try EventFilter(#"{"type":"AID"}"#), by: [.actor], now: noon)
    #expect(counts.total == 4)
    #expect(counts.entries.first == EventCounts.Entry(key: ["Russia"], count: 2))
  }

  @Test("can be cut to the greatest, which is told")
  func limited() {
    let counts = view.count(by: [.type], now: noon, limit: 1)
    #expect(counts.entries == [EventCounts.Entry(key: ["AID"], count: 4)])
    #expect(!counts.isComplete)
    #expect(view.count(by: [.type], now: noon, limit: 3).isComplete)
  }

  @Test(
    "by every dimension, and every two, agree with a plain count, over blocks large and small, with a limit and without"
  )
  func everyDimension() throws {
    let articles = randomArticles(900, seed: 7)
    let view = try EventStore(articles).view()
    let events = view.events(now: noon, order: .oldest, limit: 100_000).records
    for first in EventDimension.allCases {
      // One event alone has its values, whatever the others are: what is counted of all is what these sum up to.
      for second in [nil, .type, .actor, .country] as [EventDimension?] {
        let dimensions = [first] + (second.map { [$0] } ?? [])
        let all = view.count(by: dimensions, now: noon)
        #expect(all.total == events.count && all.isComplete)
        let ids = Set(articles.prefix(40).map(\.article.id))
        let filter = try EventFilter(#"{"article":["\#(ids.sorted().joined(separator: #"",""#))"]}"#)
        var sums: [[String?]: Int] = [:]
        for id in ids {
          let one = try EventFilter(#"{"article":"\#(id)"}"#)
          for entry in view.count(matching: one, by: dimensions, now: noon).entries {
            sums[entry.key, default: 0] += entry.count
          }
        }
        let some = view.count(matching: filter, by: dimensions, now: noon)
        #expect(Dictionary(uniqueKeysWithValues: some.entries.map { ($0.key, $0.count) }) == sums)
        let limited = view.count(by: dimensions, now: noon, limit: 3)
        #expect(limited.entries == Array(all.entries.prefix(3)), "\(dimensions)")
      }
    }
  }

  @Test("that would take longer than there is time say so, and do not answer with less")
  func effort() throws {
    let view = try EventStore(randomArticles(900, seed: 7)).view()
    var brief = Effort.brief
    #expect(
      view.count(matching: EventFilter(), by: [.actor], now: noon, limit: nil, spending: &brief).total
        == view.eventCount)
    #expect(!brief.isSpent)
    while brief.spend(10_000) {}
    _ = view.count(matching: EventFilter(), by: [.actor], now: noon, limit: nil, spending: &brief)
    #expect(brief.isSpent)
    // A page that was cut can be gone on with, and then lacks nothing.
    let filter = try EventFilter(#"{"text":"NOT zebra"}"#)
    let whole = view.events(matching: filter, now: noon, order: .oldest, limit: 100_000).records.map(\.sequence)
    var found: [Int] = []
    var position = 0
    var isCut = true
    var cuts = 0
    while isCut {
      let page = view.events(
        matching: filter, now: noon, order: .oldest, after: position, limit: 100_000, effort: .brief)
      found += page.records.map(\.sequence)
      (position, isCut) = (page.through, page.isCut)
      cuts += isCut ? 1 : 0
    }
    #expect(found == whole && (cuts > 0) == (whole.count * 32 > 50_000))
  }

  @Test("are written as JSON")
  func json() {
    let counts = EventCounts(
      entries: [.init(key: ["AID", nil], count: 3)], total: 4, isComplete: false)
    #expect(
      String(decoding: counts.jsonBytes, as: UTF8.self)
        == #"{"counts":[{"key":["AID",null],"count":3}],"total":4,"complete":false}"#)
  }

  @Test("agree with a plain count over many events")
  func reference() throws {
    let articles = randomArticles(600, seed: 31)
    let view = try EventStore(articles).view()
    var expected: [String: Int] = [:]
    for event in articles.flatMap(\.events) {
      for name in Set(event.actors.map { $0.name ?? $0.text }) { expected[name, default: 0] += 1 }
      if event.actors.isEmpty { expected["-", default: 0] += 1 }
    }
    let counts = view.count(by: [.actor], now: noon)
    #expect(Dictionary(uniqueKeysWithValues: counts.entries.map { ($0.key[0] ?? "-", $0.count) }) == expected)
    let days = view.count(by: [.article], now: noon)
    #expect(days.entries.count == articles.count { !$0.events.isEmpty })
  }
}
