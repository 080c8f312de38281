package import JSONCoding

/// A story as a list shows it.
package struct StorySummary: Sendable, Hashable {
  package var id: String
  package var title: String?
  package var firstSeen: String?
  package var lastSeen: String?
  package var sources: [String]
  /// Numbers of articles, of events, and of changes in them.
  package var articles: Int
  package var events: Int
  package var changes: Int
  /// Types of its events, names of who takes part, and where: the most frequent first, five at most.
  package var types: [String]
  package var parties: [String]
  package var places: [String]

  private static let listLimit = 5

  package init(_ story: Story) {
    id = story.id
    title = story.title
    firstSeen = story.firstSeen
    lastSeen = story.lastSeen
    sources = story.sources
    articles = story.articles.count
    events = story.events.count
    changes = story.events.reduce(0) { $0 + $1.changes.count }
    let told = story.events.map(\.event)
    types = Self.mostFrequent(told.map(\.type.rawValue))
    parties = Self.mostFrequent(told.flatMap { $0.actors + $0.recipients }.compactMap { $0.name ?? $0.code })
    places = Self.mostFrequent(told.compactMap { $0.place?.name })
  }

  private static func mostFrequent(_ words: [String]) -> [String] {
    let counts = words.reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }
    return Array(counts.keys.sorted { (counts[$1] ?? 0, $0) < (counts[$0] ?? 0, $1) }.prefix(listLimit))
  }
}

extension StorySummary: JSONEncodable {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("id", id)
      json.member("title", title)
      json.member("first_seen", firstSeen)
      json.member("last_seen", lastSeen)
      json.member("sources", sources)
      json.member("articles", articles)
      json.member("events", events)
      json.member("changes", changes)
      json.member("types", types)
      json.member("parties", parties)
      json.member("places", places)
    }
  }
}
