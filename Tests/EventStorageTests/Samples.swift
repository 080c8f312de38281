import EventStorage
import JSONCoding
import NewsModel
import TestSupport

/// 2024-03-10T12:00:00Z.
let noon = Timestamp(seconds: 1_710_072_000)

func party(_ text: String, name: String? = nil, code: String? = nil, sector: String? = nil) -> Party {
  Party(text: text, name: name, code: code, sector: sector, span: Span(0, text.utf8.count))
}

func quote(_ text: String) -> Quote { Quote(text: text, span: Span(0, text.utf8.count)) }

func date(_ value: String, until end: String? = nil) -> TimeExpression {
  TimeExpression(text: value, kind: .date, value: value, endValue: end, basis: .explicit, span: Span(0, 1))
}

func articleID(_ number: Int) -> String {
  let digits = String(number, radix: 16)
  return String(repeating: "0", count: 16 - digits.utf8.count) + digits
}

/// An article with the events given; ids are set.
func coded(
  _ number: Int, source: String? = nil, date: String? = nil, claim: Int = 0, text: String = "Text.", _ events: [Event]
) -> CodedArticle {
  let id = articleID(number)
  let numbered = events.enumerated().map { index, event in
    var event = event
    event.id = "\(id)-\(index < 9 ? "0" : "")\(index + 1)"
    event.article = id
    return event
  }
  let article = Article(id: id, title: "Article \(number)", text: text, date: date, source: source)
  return CodedArticle(article: article, events: numbered, sequence: claim)
}

func event(
  _ type: EventType = .consult, _ status: EventStatus = .occurred, actors: [Party] = [], recipients: [Party] = [],
  time: TimeExpression? = nil, place: Place? = nil, speaker: Party? = nil, evidence: String = "They met.",
  confidence: Double = 0.5
) -> Event {
  Event(
    type: type, cameo: "040", status: status, actors: actors, recipients: recipients, time: time, place: place,
    attribution: speaker.map { Attribution(source: $0, cue: "said", kind: .indirect) }, trigger: quote("met"),
    evidence: quote(evidence), confidence: confidence, rule: "test")
}

func place(_ text: String, name: String? = nil, country: String? = nil) -> Place {
  Place(text: text, name: name, country: country, span: Span(0, text.utf8.count))
}

/// Articles with events of all kinds, the same for the same seed.
func randomArticles(_ count: Int, seed: UInt64) -> [CodedArticle] {
  var random = SplitMix(seed: seed)
  let parties = [
    party("Moscow", name: "Russia", code: "RUS", sector: "GOV"), party("Kyiv", name: "Ukraine", code: "UKR"),
    party("all 30 NATO allies", name: "NATO", code: "IGO"),
    party("Mr Erdoğan", name: "Recep Tayyip Erdoğan", code: "TUR"),
    party("the \"rebels\"", sector: "REB"), party("AFP", name: "AFP", code: "NGO", sector: "JRN"),
  ]
  let places = [
    place("Brussels", name: "Brussels", country: "BEL"), place("Geneva", country: "CHE"), place("the border"),
    place("Den Haag", name: "The Hague", country: "NLD"),
  ]
  let times = [
    date("2024-03-09"), date("2024-03-08", until: "2024-03-10"), date("2024-W11"), date("2024-03"), date("P3D"),
  ]
  let evidence = [
    "They met on Monday.", "Troops stood at the border,\nhe said.", "“Missiles” — not troops — came.",
    "Çà et là: naïve.",
  ]
  func some<Element>(_ elements: [Element], _ random: inout SplitMix) -> [Element] {
    elements.filter { _ in Int.random(in: 0..<3, using: &random) == 0 }
  }
  return (1...count).map { number in
    let events = (0..<Int.random(in: 0...5, using: &random)).map { _ in
      event(
        EventType.allCases.randomElement(using: &random) ?? .aid,
        EventStatus.allCases.randomElement(using: &random) ?? .denied, actors: some(parties, &random),
        recipients: some(parties, &random), time: (times.map { $0 } + [nil]).randomElement(using: &random) ?? nil,
        place: (places.map { $0 } + [nil]).randomElement(using: &random) ?? nil,
        speaker: Bool.random(using: &random) ? parties.randomElement(using: &random) : nil,
        evidence: evidence.randomElement(using: &random) ?? "",
        confidence: Double(Int.random(in: 0...100, using: &random)) / 100)
    }
    return coded(
      number, source: ["AFP", "Reuters, London", nil].randomElement(using: &random) ?? nil,
      date: ["2024-03-07", "2024-03-10T11:00:00Z", nil].randomElement(using: &random) ?? nil, claim: number * 2, events)
  }
}

extension EventStore {
  convenience init(_ articles: [CodedArticle]) throws {
    self.init()
    for article in articles { try append(article) }
  }
}

extension EventFilter {
  /// A filter from JSON.
  init(_ json: String) throws { try self.init(parsing: Array(json.utf8)) }
}

extension StoreView {
  /// Sequences of all events that match, oldest first.
  func sequences(_ filter: String) throws -> [Int] {
    events(matching: try EventFilter(filter), now: noon, order: .oldest, limit: 1_000_000).records.map(\.sequence)
  }

  /// Every article as it would be written, in order.
  func everything() throws -> [CodedArticle] {
    try articles(now: noon, order: .oldest, limit: 1_000_000).records.map { record in
      CodedArticle(
        article: try record.article(), events: try record.events.map { try $0.event() }, sequence: record.claim)
    }
  }
}
