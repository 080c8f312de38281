import NewsModel
import Stories

/// Reports of three happenings, written for these tests.
enum Reports {
  static let blast = """
    A car bomb exploded outside the customs house in Herat on Monday, killing 12 people, Afghan police said.
    The blast tore the front off the customs house and set several lorries alight. Most of the victims were drivers who were
    queueing to have their cargo cleared, the provincial police chief Karim Wardak said. Nobody claimed the bombing.
    Wardak said a white van packed with explosives had been parked beside the weighbridge before dawn.
    """
  /// Another paper's report of the same bomb.
  static let blastElsewhere = """
    The death toll of Monday's car bomb at the Herat customs house has risen to 15, Afghan officials said on Tuesday.
    Three of the wounded lorry drivers died overnight in hospital. Police chief Karim Wardak told reporters that the van which
    carried the explosives had been stolen a week ago in Farah. The weighbridge and the customs house remain closed.
    """
  static let talks = """
    Finland and Estonia opened talks in Tallinn on Monday on a tunnel under the gulf between their capitals.
    Finnish transport minister Laura Niemi said the rail tunnel would cost 18 billion euros. Engineers from both countries have
    studied the seabed since spring. Estonia hopes that trains will run within fifteen years.
    """
  static let bombElsewhere = """
    A car bomb exploded near a market in Mosul on Monday, killing 12 people, Iraqi police said.
    Traders said the market had been crowded before the holiday. Colonel Hadi Jassim said that the bomber had driven through a
    checkpoint. The governor of Nineveh called for blood donors and closed the bridges over the Tigris.
    """

  /// An article for the grouper, with an event where its text names a town.
  static func article(_ text: String, day: String? = "2026-03-02", number: Int) -> StoryArticle {
    let towns = ["Herat", "Mosul", "Tallinn"].filter { text.contains($0) }
    let events = towns.map { Told.event("\(number)-01", .assault, place: $0) }
    return StoryArticle(Article(id: "\(number)", text: text, date: day), events: events, number: number)
  }
}

/// Events without their texts' places, which stories do not look at.
enum Told {
  static func event(
    _ id: String, _ type: EventType, status: EventStatus = .occurred, actors: [String] = [], recipients: [String] = [],
    place: String? = nil, country: String? = nil, time: String? = nil, killed: Int? = nil, trigger: String = "killed",
    quantity: String? = nil, evidence: String = "evidence", confidence: Double = 0.8
  ) -> Event {
    let span = Span(0, 1)
    var event = Event(
      id: id, type: type, cameo: "190", status: status,
      actors: actors.map { Party(text: $0, name: $0, span: span) },
      recipients: recipients.map { Party(text: $0, name: $0, span: span) },
      trigger: Quote(text: trigger, span: span), evidence: Quote(text: evidence + id, span: span),
      confidence: confidence)
    event.place = place.map { Place(text: $0, name: $0, country: country, kind: .city, span: span) }
    event.time = time.map { TimeExpression(text: $0, kind: .date, value: $0, basis: .explicit, span: span) }
    if let killed {
      event.quantities = [
        Quantity(text: quantity ?? "\(killed) people", value: Double(killed), counted: "people killed", span: span)
      ]
    }
    return event
  }

  static func article(_ id: String, day: String, source: String, _ events: Event...) -> CodedArticle {
    CodedArticle(article: Article(id: id, title: "Title \(id)", text: "", date: day, source: source), events: events)
  }
}
