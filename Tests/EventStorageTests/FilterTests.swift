import EventStorage
import JSONCoding
import NewsModel
import TestSupport
import Testing

@Suite("Filters on the store")
struct FilterTests {
  let view: StoreView

  init() throws {
    let lavrov = party("the minister", name: "Sergey Lavrov", code: "RUS", sector: "GOV")
    let russia = party("Moscow", name: "Russia", code: "RUS", sector: "GOV")
    view = try EventStore([
      coded(
        1, source: "Agence France-Presse", date: "2024-03-09",
        [
          /* 1 */ event(
            .consult, .scheduled, actors: [russia], time: date("2024-03-12"),
            place: place("Brussels", country: "BEL")),
          /* 2 */ event(
            .threaten, actors: [lavrov],
            recipients: [party("all 30 NATO allies", name: "NATO", code: "IGO")]),
          /* 3 */ event(
            .statement, speaker: lavrov, evidence: "\"Troops\" near\nthe border, he said.",
            confidence: 0.9),
        ]),
      coded(
        2, source: "AFP", date: "2024-03-10T11:30:00Z",
        [
          /* 4 */ event(
            .aid, actors: [party("IBM")],
            place: place("the Hague", name: "Den Haag", country: "NLD")),
          /* 5 */ event(
            .aid, actors: [party("Erdoğan’s party", name: "Erdoğan")], time: date("2024-02")),
          /* 6 */ event(
            .mobilize, actors: [party("soldiers", code: "RUS", sector: "MIL")],
            evidence: "Border troops."),
        ]),
      coded(3, [ /* 7 */event(.reject, .denied, actors: [party("nobody")], time: date("P3D"))]),
    ]).view()
  }

  @Test(
    "find the events that are asked for",
    arguments: [
      ("{}", [1, 2, 3, 4, 5, 6, 7]),
      (#"{"type":"AID"}"#, [4, 5]),
      (#"{"type":["AID","CONSULT"]}"#, [1, 4, 5]),
      (#"{"type":["AID","CONSULT"],"status":"scheduled"}"#, [1]),
      (#"{"status":["scheduled","denied"]}"#, [1, 7]),
      (#"{"actor":"RUS"}"#, [1, 2, 6]),
      (#"{"actor":"RUS/GOV"}"#, [1, 2]),
      (#"{"actor":"/MIL"}"#, [6]),
      (#"{"actor":"russia"}"#, [1]),
      (#"{"actor":"moscow"}"#, [1]),
      (#"{"actor":"Lavrov"}"#, [2]),
      (#"{"actor":"sergey lavrov"}"#, [2]),
      (#"{"actor":"lavrov sergey"}"#, []),
      (#"{"actor":"Lavro"}"#, []),
      (#"{"actor":"IBM"}"#, [4]),
      (#"{"actor":"erdogan"}"#, [5]),
      (#"{"actor":"ERDOĞAN"}"#, [5]),
      (#"{"actor":["Lavrov","IBM"]}"#, [2, 4]),
      (#"{"recipient":"NATO"}"#, [2]),
      (#"{"recipient":"30 nato"}"#, [2]),
      (#"{"recipient":"IGO"}"#, [2]),
      (#"{"recipient":"RUS"}"#, []),
      (#"{"country":"bel"}"#, [1]),
      (#"{"country":["BEL","NLD"]}"#, [1, 4]),
      (#"{"country":"RUS"}"#, []),
      (#"{"place":"brussels"}"#, [1]),
      (#"{"place":"hague"}"#, [4]),
      (#"{"place":"Den Haag"}"#, [4]),
      (#"{"source":"AFP"}"#, [4, 5, 6]),
      (#"{"source":"france presse"}"#, [1, 2, 3]),
      (#"{"article":"0000000000000002"}"#, [4, 5, 6]),
      (#"{"article":["0000000000000003","0000000000000009"]}"#, [7]),
      (#"{"speaker":"Lavrov"}"#, [3]),
      (#"{"speaker":"RUS/GOV"}"#, [3]),
      (#"{"text":"border troops"}"#, [3, 6]),
      (#"{"text":"BORDER said"}"#, [3]),
      (#"{"text":"nthe"}"#, []),
      (#"{"text":"bord"}"#, []),
      (#"{"text":["said","met"]}"#, [1, 2, 3, 4, 5, 7]),
      (#"{"min_confidence":0.9}"#, [3]),
      (#"{"min_confidence":0.5}"#, [1, 2, 3, 4, 5, 6, 7]),
      (#"{"since":"2024-03-11"}"#, [1]),
      (#"{"since":"2024-03-10"}"#, [1, 4, 6]),
      (#"{"since":"1h"}"#, [1, 4, 6]),
      (#"{"since":"10m"}"#, [1]),
      (#"{"until":"2024-02-01"}"#, [5]),
      (#"{"until":"2024-01-31"}"#, []),
      (#"{"since":"2024-02-29","until":"2024-03-09"}"#, [2, 3, 5]),
      (#"{"since":"today","until":"+3d"}"#, [1, 4, 6]),
      (#"{"actor":"RUS","type":"MOBILIZE","text":"border","since":"2024","source":"AFP"}"#, [6]),
    ])
  func table(filter: String, expected: [Int]) throws {
    #expect(try view.sequences(filter) == expected)
  }

  @Test("find articles by themselves, or by their events")
  func articles() throws {
    func found(_ filter: String) throws -> [String] {
      view.articles(matching: try EventFilter(filter), now: noon, order: .oldest, limit: 10).records
        .map(\.id)
    }
    #expect(try found("{}") == [1, 2, 3].map(articleID))
    #expect(try found(#"{"source":"AFP"}"#) == [articleID(2)])
    #expect(try found(#"{"since":"today"}"#) == [articleID(2)])
    #expect(try found(#"{"until":"2024-03-09"}"#) == [articleID(1)])
    #expect(try found(#"{"actor":"RUS"}"#) == [1, 2].map(articleID))
    #expect(try found(#"{"actor":"RUS","since":"today"}"#) == [articleID(2)])
    #expect(try found(#"{"type":"COERCE"}"#) == [])
  }
}

@Suite("Filters against a plain reading of the same events")
struct FilterReferenceTests {
  /// What a filter means, said as plainly as can be.
  private func matches(_ filter: EventFilter, _ coded: CodedArticle, _ event: Event) -> Bool {
    func named(_ patterns: [PartyPattern], _ parties: [Party]) -> Bool {
      patterns.isEmpty
        || patterns.contains { pattern in
          parties.contains { party in
            if let sector = pattern.sector {
              return party.sector == sector && (pattern.code == nil || party.code == pattern.code)
            }
            return pattern.code != nil && party.code == pattern.code
              || [party.name, party.text].contains {
                $0?.lowercased().contains(pattern.text.lowercased()) ?? false
              }
          }
        }
    }
    let range = event.time?.range ?? coded.article.date.flatMap { TimeRange(timexValue: $0) }
    let since = filter.since?.range(now: noon).start
    let until = filter.until?.range(now: noon).end
    return (filter.types.isEmpty || filter.types.contains(event.type))
      && (filter.statuses.isEmpty || filter.statuses.contains(event.status))
      && named(filter.actors, event.actors) && named(filter.recipients, event.recipients)
      && named(filter.speakers, (event.attribution?.source).map { [$0] } ?? [])
      && (filter.countries.isEmpty || filter.countries.contains(event.place?.country ?? ""))
      && (since.map { bound in range.map { $0.end > bound } ?? false } ?? true)
      && (until.map { bound in range.map { $0.start < bound } ?? false } ?? true)
      && event.confidence >= filter.minimumConfidence ?? 0
  }

  @Test("agree on two hundred random filters over five hundred articles")
  func reference() throws {
    let articles = randomArticles(500, seed: 11)
    let view = try EventStore(articles).view()
    var random = SplitMix(seed: 12)
    let choices: [(EventFilter.Member, [String])] = [
      (.type, ["AID", "CONSULT", "REJECT"]), (.status, ["occurred", "denied"]),
      (.actor, ["RUS", "NATO", "Russia", "RUS/GOV", "/REB", "Kyiv"]),
      (.recipient, ["UKR", "rebels"]),
      (.speaker, ["AFP", "IGO"]), (.country, ["BEL", "CHE"]),
      (.since, ["2024-03-09", "today", "12h", "2024-03-11"]),
      (.until, ["2024-03-07", "yesterday", "2024-02"]), (.minConfidence, ["0.25", "0.8"]),
    ]
    var found = 0
    for _ in 0..<200 {
      var filter = EventFilter()
      for (member, values) in choices where Int.random(in: 0..<4, using: &random) == 0 {
        for value in values.shuffled(using: &random).prefix(member.isList ? 2 : 1) {
          try filter.add(value, to: member)
        }
      }
      var sequence = 0
      var expected: [Int] = []
      for article in articles {
        for event in article.events {
          sequence += 1
          if matches(filter, article, event) { expected.append(sequence) }
        }
      }
      let page = view.events(matching: filter, now: noon, order: .oldest, limit: 100_000)
      #expect(
        page.records.map(\.sequence) == expected,
        "\(String(decoding: filter.jsonBytes, as: UTF8.self))")
      found += expected.count
    }
    #expect(found > 1_000)
  }
}
