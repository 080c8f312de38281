import JSONCoding
import TestSupport
import Testing

@Suite("The events of the demo's articles, beside what an analyst records") struct ExpectedEventsTests {
  /// The events that newsd extracts from every article of the demo, by its name without suffix.
  private static func extracted() throws -> [(name: String, text: String, events: [JSONValue])] {
    try DemoArticles.all().map { article in
      let folder = DemoArticles.repository + "/docs/demo/articles/"
      let result = try ChildProcess.run("newsd", ["extract", folder + article.name])
      #expect(result.status == 0, "\(result.errors)")
      let value = try JSONValue(parsing: Array(result.output.utf8))
      return (
        String(article.name.prefix { $0 != "." }), value["article"]?["text"]?.string ?? "",
        value["events"]?.array ?? []
      )
    }
  }

  @Test("at least seven of ten that the analyst records are there, each with a record of its own")
  func recall() throws {
    var found = 0
    var missing: [ExpectedEvent] = []
    for article in try Self.extracted() {
      let sheet = try AnalystSheet(of: article.name)
      let hits = sheet.found(in: article.events)
      found += hits.count
      missing += sheet.expected.filter { !hits.contains($0) }
    }
    #expect(Double(found) >= 0.7 * Double(found + missing.count), "missing: \(missing)")
  }

  @Test("nothing is there that the analyst rules out")
  func exclusions() throws {
    for article in try Self.extracted() {
      for line in try AnalystSheet(of: article.name).excluded {
        let wrong = article.events.filter(line.fits).compactMap { $0["evidence"]?["text"]?.string }
        #expect(wrong.isEmpty, "\(article.name): \(line)")
      }
    }
  }

  @Test("every field's words stand in the article at the bytes it names")
  func spans() throws {
    for article in try Self.extracted() {
      let bytes = Array(article.text.utf8)
      #expect(!article.events.isEmpty, "\(article.name)")
      for event in article.events { expectExactSpans(in: event, of: bytes) }
    }
  }

  /// Looks at every object that has a text, a start and an end, however deep.
  private func expectExactSpans(in value: JSONValue, of bytes: [UInt8]) {
    for element in value.array ?? [] { expectExactSpans(in: element, of: bytes) }
    guard let object = value.object else { return }
    for member in object.members { expectExactSpans(in: member.value, of: bytes) }
    guard let text = object["text"]?.string, let start = object["start"]?.int, let end = object["end"]?.int else {
      return
    }
    #expect(start < end && end <= bytes.count && String(decoding: bytes[start..<end], as: UTF8.self) == text)
  }
}
