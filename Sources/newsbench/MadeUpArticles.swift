import NewsModel

/// Articles for measurements, the same in every run.
struct MadeUpArticles {
  private var number = 0
  private var state: UInt64 = 1

  private static let countries = [
    ("Russia", "RUS"), ("Ukraine", "UKR"), ("France", "FRA"), ("Kenya", "KEN"), ("Japan", "JPN"), ("Brazil", "BRA"),
    ("India", "IND"), ("Canada", "CAN"), ("Sudan", "SDN"), ("Poland", "POL"),
  ]
  private static let places = [
    ("Paris", "FRA", 48.9, 2.4), ("Kyiv", "UKR", 50.5, 30.5), ("Nairobi", "KEN", -1.3, 36.8),
    ("Tokyo", "JPN", 35.7, 139.7),
    ("Khartoum", "SDN", 15.6, 32.5), ("Warsaw", "POL", 52.2, 21.0), ("Ottawa", "CAN", 45.4, -75.7),
    ("New Delhi", "IND", 28.6, 77.2),
  ]
  private static let sayings = [
    "held talks with the minister of the neighbouring state about a ceasefire at the river",
    "sent more troops to the border after the parliament had voted on the budget",
    "accused the other side of an attack on a convoy that carried food and medicine",
    "signed an agreement on trade that both sides had prepared for more than a year",
    "called for the release of the journalists who were arrested during the protest",
  ]

  /// The next article, with ten events.
  mutating func next() -> CodedArticle {
    number += 1
    let digits = String(UInt64(number) &* 0x9E37_79B9_7F4A_7C15, radix: 16)
    let id = String(repeating: "0", count: 16 - digits.utf8.count) + digits
    let day = CalendarDate(daysSinceEpoch: 19_723 + number * 366 / 110_000 % 366).description
    let article = Article(
      id: id, title: "Report \(number) from harbour \(roll(200))", text: "Text of report \(number).", date: day,
      source: "Wire \(roll(40))")
    return CodedArticle(article: article, events: (1...10).map { event($0, of: id, day) })
  }

  private mutating func event(_ index: Int, of article: String, _ day: String) -> Event {
    let types = EventType.allCases
    let place = Self.places[roll(Self.places.count)]
    let evidence =
      "\(Self.countries[roll(10)].0) \(Self.sayings[roll(Self.sayings.count)]), harbour \(roll(300)) reported."
    return Event(
      id: "\(article)-\(index < 10 ? "0" : "")\(index)", article: article, type: types[roll(types.count)],
      contexts: ["diplomatic"], cameo: "040", status: EventStatus.allCases[min(roll(12), 5)],
      actors: (0...roll(2)).map { _ in party() }, recipients: (0..<roll(3)).map { _ in party() },
      time: roll(3) == 0
        ? nil : TimeExpression(text: "on the day", kind: .date, value: day, basis: .relative, span: Span(0, 10)),
      place: roll(2) == 0
        ? nil
        : Place(
          text: place.0, name: place.0, country: place.1, latitude: place.2, longitude: place.3, kind: .city,
          span: Span(0, 5)),
      attribution: roll(3) == 0 ? Attribution(source: party(), cue: "said", kind: .indirect) : nil,
      trigger: Quote(text: "held talks", span: Span(7, 17)),
      evidence: Quote(text: evidence, span: Span(0, evidence.utf8.count)),
      confidence: 0.75, rule: "made.up")
  }

  /// One of ten countries, or one of five thousand persons.
  private mutating func party() -> Party {
    guard roll(3) > 0 else {
      let name = "Person \(roll(5_000))"
      return Party(text: name, name: name, sector: "CVL", span: Span(0, 6))
    }
    let country = Self.countries[roll(10)]
    return Party(text: country.0, name: country.0, code: country.1, sector: "GOV", span: Span(0, 6))
  }

  /// A number below `limit`. Source: SplitMix64 (Steele, Lea, Flood 2014).
  private mutating func roll(_ limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((value ^ (value >> 31)) % UInt64(limit))
  }
}
