import EventCoding
import NewsModel
import Testing

@Suite("Event records")
struct EventRecordTests {
  static let texts = [
    """
    Thousands of protesters marched through Tbilisi on Saturday to demand the resignation of the prime minister.
    Police fired tear gas at demonstrators outside parliament and arrested at least 40 people.
    “We will not leave the streets until he goes — ‘never’,” opposition leader Nika Melia told reporters.
    """,
    """
    The United States imposed sanctions on four Iranian companies on Tuesday, accusing them of helping Tehran.
    Iran’s foreign ministry condemned the move and vowed to retaliate. “It’s an act of war — café talk,” it said.
    Tehran expelled two Swedish diplomats last week after Stockholm arrested an Iranian citizen.
    """,
    """
    Türkiye and Côte d’Ivoire signed a €200 million trade agreement in Abidjan on Thursday, according to Anadolu.
    If Israel attacks Lebanon, Hezbollah will respond with force, its leader warned.
    North Korea fired two ballistic missiles toward the sea on Friday, South Korea's military said.
    """,
  ]

  @Test("The words of every span stand in the text at its bytes", arguments: texts)
  func spansAreExact(_ text: String) throws {
    let bytes = Array(text.utf8)
    let events = try CodingSamples.events(text)
    #expect(events.count >= 3)
    for event in events {
      for quote in event.quotes {
        #expect(
          String(decoding: bytes[quote.span.start..<quote.span.end], as: UTF8.self) == quote.text, "\(event.rule)")
      }
    }
  }

  @Test("The same text gives the same events with the same ids, numbered in order")
  func stable() throws {
    let text = Self.texts.joined(separator: "\n")
    let first = try CodingSamples.events(text, keeping: EventCoder.usualConfidence)
    #expect(try CodingSamples.events(text, keeping: EventCoder.usualConfidence) == first)
    #expect(first.map(\.id) == first.indices.map { "00000000deadbeef-" + ($0 < 9 ? "0" : "") + "\($0 + 1)" })
    #expect(first.map(\.trigger.span) == first.map(\.trigger.span).sorted())
  }

  @Test("An empty text has no events, and odd ones do no harm")
  func oddTexts() throws {
    #expect(try CodingSamples.events("").isEmpty)
    for text in [
      "“", "said", "”””‘‘’", "“said “said ‘if", "if", "... --- ...", "\n\n\n", "He said, she said, they said: if.",
    ] {
      _ = try CodingSamples.events(text)
    }
  }

  @Test("The least confidence decides which events are kept, below the usual one too, and changes no id")
  func leastConfidence() throws {
    let text = "They raided three homes in Hamilton. Russia warned Ukraine. Police arrested two men."
    let usual = try CodingSamples.events(text, keeping: EventCoder.usualConfidence)
    let all = try CodingSamples.events(text, keeping: 0)
    #expect(all.count > usual.count)
    #expect(all.filter { $0.confidence >= EventCoder.usualConfidence } == usual)
    #expect(Set(all.map(\.id)).count == all.count)
    #expect(try CodingSamples.events(text, keeping: 1).isEmpty)
  }

  @Test("Every type, mode and number of a record is one that the format knows")
  func vocabulary() throws {
    for event in try CodingSamples.events(Self.texts.joined(separator: "\n")) {
      #expect(event.modes.allSatisfy(event.type.modes.contains))
      #expect((0...1).contains(event.confidence))
      #expect(!event.rule.isEmpty && !event.cameo.isEmpty)
    }
  }
}

extension Event {
  /// All words that the record quotes with their place.
  var quotes: [Quote] {
    var quotes = [trigger, evidence] + mentions + (condition.map { [$0] } ?? [])
    var parties = actors + recipients
    if let attribution {
      parties += [attribution.source] + (attribution.via.map { [$0] } ?? [])
      if let content = attribution.content { quotes.append(content) }
    }
    quotes += parties.map { Quote(text: $0.text, span: $0.span) }
    quotes += quantities.map { Quote(text: $0.text, span: $0.span) }
    if let place { quotes.append(Quote(text: place.text, span: place.span)) }
    if let time, let text = time.text, let span = time.span { quotes.append(Quote(text: text, span: span)) }
    return quotes
  }
}
