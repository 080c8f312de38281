/// One happening as all articles about it tell it.
package struct Story: Sendable, Hashable {
  /// The letter "s" and the id of its first article: `s82e877f78b95c586`.
  package var id: String
  /// Headline of its first article.
  package var title: String?
  /// Days of its earliest and latest article; absent where no article has a date.
  package var firstSeen: String?
  package var lastSeen: String?
  /// Its articles, in the order of the store.
  package var articles: [StoryMember]
  /// Its events, each once, the earliest told first.
  package var events: [StoryEvent]

  package init(id: String, articles: [StoryMember], events: [StoryEvent]) {
    self.id = id
    self.articles = articles
    self.events = events
    title = articles.first?.title
    let days = articles.compactMap(\.date).map { String($0.prefix(10)) }
    firstSeen = days.min()
    lastSeen = days.max()
  }

  /// Who published the articles, each once, in their order.
  package var sources: [String] { articles.compactMap(\.source).eachOnce }

  /// Id of a story by that of its first article.
  package static func id(firstArticle: String) -> String { "s" + firstArticle }
}

/// An article of a story.
package struct StoryMember: Sendable, Hashable {
  package var id: String
  package var title: String?
  package var source: String?
  package var date: String?
  package var url: String?

  package init(_ article: Article) {
    id = article.id
    title = article.title
    source = article.source
    date = article.date
    url = article.url
  }
}

/// An event of a story: what one or more of its articles tell.
package struct StoryEvent: Sendable, Hashable {
  /// As the article tells it that says most.
  package var event: Event
  /// Every event that is the same, itself too, in the order of the articles' days.
  package var mentions: [StoryMention]
  /// What a later article tells otherwise than an earlier one.
  package var changes: [StoryChange]

  package init(event: Event, mentions: [StoryMention], changes: [StoryChange] = []) {
    self.event = event
    self.mentions = mentions
    self.changes = changes
  }

  /// Who tells of it, each once.
  package var sources: [String] { mentions.compactMap(\.source).eachOnce }
  /// Days of the earliest and the latest article that tells of it.
  package var firstSeen: String? { mentions.compactMap(\.day).min() }
  package var lastSeen: String? { mentions.compactMap(\.day).max() }
}

/// Where a story's event is told.
package struct StoryMention: Sendable, Hashable {
  /// Id of the event in its article.
  package var event: String
  package var source: String?
  /// The article's day.
  package var day: String?
  /// The words that made it an event there.
  package var trigger: String

  package init(event: String, source: String?, day: String?, trigger: String) {
    self.event = event
    self.source = source
    self.day = day
    self.trigger = trigger
  }
}

/// What became another: "12 killed, later 15".
package struct StoryChange: Sendable, Hashable {
  /// "status", or what is counted: "killed".
  package var what: String
  package var from: String
  package var to: String
  /// Id of the event that tells it so first, and the day of its article.
  package var event: String
  package var day: String?

  package init(what: String, from: String, to: String, event: String, day: String?) {
    self.what = what
    self.from = from
    self.to = to
    self.event = event
    self.day = day
  }
}

extension [String] {
  /// Without repeats, in the order of first appearance.
  package var eachOnce: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
