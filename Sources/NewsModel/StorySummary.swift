package import JSONCoding

/// A story as a list shows it: in place of its articles and events their numbers, and that of changes; and types of its events,
/// names of who takes part, and where, the most frequent first.
package struct StorySummary: Sendable, Hashable {
  private let story: Story

  /// Types, parties and places at most.
  private static let listLimit = 5

  package init(_ story: Story) { self.story = story }

  private static func mostFrequent(_ words: [String]) -> [String] {
    let counts = words.reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }
    return Array(counts.keys.sorted { (counts[$1] ?? 0, $0) < (counts[$0] ?? 0, $1) }.prefix(listLimit))
  }
}

extension StorySummary: JSONEncodable {
  package func write(to json: inout JSONWriter) {
    let told = story.events.map(\.event)
    json.object { json in
      story.writeHead(to: &json)
      json.member("articles", story.articles.count)
      json.member("events", told.count)
      json.member("changes", story.events.reduce(0) { $0 + $1.changes.count })
      json.member("types", Self.mostFrequent(told.map(\.type.rawValue)))
      json.member(
        "parties", Self.mostFrequent(told.flatMap { $0.actors + $0.recipients }.compactMap { $0.name ?? $0.code }))
      json.member("places", Self.mostFrequent(told.compactMap { $0.place?.name }))
    }
  }
}
