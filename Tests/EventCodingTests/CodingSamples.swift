import EventCoding
import Linguistics
import NewsModel
import Testing

/// Codes texts with the real engine; built once for all tests.
enum CodingSamples {
  private static let engine = Result { try LanguageEngine.english() }
  private static let coder = Result { try EventCoder.english() }

  /// The events of a text: everything that is told surely enough, however seldom so short a record is right in all its parts.
  static func events(_ text: String, date: String? = "2023-04-25", keeping least: Double = 0.1) throws -> [Event] {
    let article = Article(id: "00000000deadbeef", text: text, date: date)
    var scratch = NetworkScratch()
    let document = try engine.get().annotate(Array(text.utf8), date: article.day, scratch: &scratch)
    return try coder.get().code(article, document, keeping: least)
  }

  /// The quotes of a text with their speakers.
  static func quotes(_ text: String) throws -> [Attribution] {
    let article = Article(id: "00000000deadbeef", text: text, date: "2023-04-25")
    var scratch = NetworkScratch()
    let document = try engine.get().annotate(Array(text.utf8), date: article.day, scratch: &scratch)
    return try coder.get().quotes(article, document)
  }

  /// The first event of a type.
  static func event(_ type: EventType, in text: String) throws -> Event {
    let events = try events(text)
    return try #require(events.first { $0.type == type }, "\(type) in \(events.map(\.rule)): \(text)")
  }
}

/// Tests that ask for the day of an event.
protocol DatedSamples {}

extension DatedSamples {
  /// The day of the first event of a type.
  func time(_ type: EventType, _ text: String) throws -> String? {
    try CodingSamples.event(type, in: text).time?.value
  }

  /// The day of the last event of a type.
  func lastTime(_ type: EventType, _ text: String) throws -> String? {
    let events = try CodingSamples.events(text)
    return try #require(events.last { $0.type == type }, "\(type) in \(events.map(\.rule)): \(text)").time?.value
  }
}

extension Event {
  var actorCodes: Set<String> { Set(actors.compactMap(\.code)) }
  var recipientCodes: Set<String> { Set(recipients.compactMap(\.code)) }
}
