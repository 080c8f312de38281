import EventStorage
import NewsModel
import Testing

@Suite("Text search") struct TextSearchTests {
  private let view: StoreView

  init() throws {
    let told = [
      "The negotiators held three rounds of talks in Tbilisi.", "Troops crossed the border, he said.",
      "A soldier of the border troop was killed.", "Police fired tear gas; “tears” ran.",
      "Gas prices brought the minister to tears.", "Erdoğan’s envoy is negotiating a cease-fire.",
    ]
    view = try EventStore([coded(7, told.map { event(evidence: $0) })]).view()
  }

  @Test(
    "compares words by their stems, whatever their case and marks",
    arguments: [
      ("troop", [2, 3]), ("TROOPS", [2, 3]), ("negotiation", [1, 6]), ("negotiated", [1, 6]), ("erdogan", [6]),
      ("talk", [1]), ("bord", []), ("trooper", []),
    ])
  func stems(query: String, expected: [Int]) throws {
    #expect(try view.sequences("{\"text\":\"\(query)\"}") == expected)
  }

  @Test(
    "knows phrases, OR, NOT and brackets",
    arguments: [
      (#"\"tear gas\""#, [4]), ("tear gas", [4, 5]), (#"gas NOT \"tear gas\""#, [5]), ("troops border", [2, 3]),
      (#"\"border troops\""#, [3]), ("soldier OR police", [3, 4]), ("(soldier OR police) border", [3]),
      ("NOT border", [1, 4, 5, 6]), ("cease-fire", [6]), ("-soldier troops", [2]),
    ])
  func operators(query: String, expected: [Int]) throws {
    #expect(try view.sequences("{\"text\":\"\(query)\"}") == expected)
  }

  @Test("finds all events of an article by its title, and part of a query in the title and part in the evidence")
  func titles() throws {
    #expect(try view.sequences(#"{"text":"\"article 7\""}"#) == [1, 2, 3, 4, 5, 6])
    #expect(try view.sequences(#"{"text":"article talks"}"#) == [1])
    #expect(
      try view.sequences(#"{"text":"\"7 the negotiators\""}"#) == [], "a phrase does not reach from one into the other")
  }
}

@Suite("The index of words") struct WordIndexTests {
  static let filters = [
    "{}", #"{"text":"troops"}"#, #"{"text":"missile OR met"}"#, #"{"text":"NOT troops"}"#,
    #"{"text":"border -missiles"}"#,
    #"{"text":"\"at the border\" he"}"#, #"{"text":"naive"}"#, #"{"text":"article"}"#, #"{"text":"\"article 77\""}"#,
    #"{"text":"absent"}"#, #"{"actor":"RUS"}"#, #"{"actor":"Russia"}"#, #"{"actor":["erdogan","/REB"]}"#,
    #"{"recipient":"RUS/GOV"}"#, #"{"speaker":"AFP"}"#, #"{"place":"The Hague"}"#, #"{"place":["Geneva","Brussels"]}"#,
    #"{"place":"border","text":"met","status":"denied"}"#, #"{"article":["0000000000000010","00000000000001ff"]}"#,
    #"{"since":"2024-03-11","text":"met"}"#, #"{"type":"AID","status":"ongoing","actor":"NATO"}"#,
    #"{"country":"NLD","speaker":["UKR","Kyiv"]}"#, #"{"source":"Reuters","text":"met"}"#,
  ]

  @Test("changes no answer: events, articles and counts are the same with it and without", arguments: filters)
  func sameAnswers(filter: String) throws {
    let articles = randomArticles(900, seed: 11)
    let plain = try EventStore(articles).view()
    let indexed = try EventStore(articles).view()
    var blocks = 0
    while indexed.indexOneBlock() { blocks += 1 }
    #expect(blocks > 1 && !indexed.indexOneBlock())
    let wanted = try EventFilter(filter)
    for order in StoreOrder.allCases {
      for cursor in [nil, 100, 1_500] {
        let a = plain.events(matching: wanted, now: noon, order: order, after: cursor, limit: 400)
        let b = indexed.events(matching: wanted, now: noon, order: order, after: cursor, limit: 400)
        #expect(a.records.map(\.sequence) == b.records.map(\.sequence))
        #expect(a.next == b.next)
        let c = plain.articles(matching: wanted, now: noon, order: order, after: cursor, limit: 300)
        let d = indexed.articles(matching: wanted, now: noon, order: order, after: cursor, limit: 300)
        #expect(c.records.map(\.number) == d.records.map(\.number))
      }
    }
    #expect(
      plain.count(matching: wanted, by: [.day, .actor], now: noon)
        == indexed.count(matching: wanted, by: [.day, .actor], now: noon))
  }
}
