package import NewsModel

/// Joins what the articles of a story tell: the same event once, with all who tell of it and what changed.
package struct EventMerger {
  private struct Told {
    var event: Event
    var article: StoryMember
    var day: String?
  }

  private var merged: [[Told]] = []
  /// Of each merged event, the index of the one that says most.
  private var best: [Int] = []
  /// Merged events by their type, in the order in which they were first told.
  private var ofType: [EventType: [Int]] = [:]

  /// With so many events of a type, the latest, an event is compared: a story of thousands of articles must not take minutes.
  private static let comparisonLimit = 256

  private init() {}

  /// The story that some articles make.
  ///
  /// - Parameter articles: in the order of the store, without their texts if need be.
  package static func story(_ articles: [CodedArticle]) -> Story {
    var merger = EventMerger()
    let inTime = articles.enumerated().sorted {
      ($0.element.article.date?.prefix(10) ?? "", $0.offset) < ($1.element.article.date?.prefix(10) ?? "", $1.offset)
    }
    for (_, coded) in inTime { merger.take(coded) }
    return Story(
      id: Story.id(firstArticle: articles.first?.article.id ?? ""), articles: articles.map { StoryMember($0.article) },
      events: merger.events)
  }

  private mutating func take(_ coded: CodedArticle) {
    let member = StoryMember(coded.article)
    // Events of one article are different ones: the coder has seen to that.
    let known = ofType.mapValues { $0.suffix(Self.comparisonLimit) }
    for event in coded.events {
      let told = Told(event: event, article: member, day: member.date.map { String($0.prefix(10)) })
      let match = known[event.type]?.first { index in
        merged[index].last?.article.id != member.id && SameEvent.isSame(merged[index][best[index]].event, event)
      }
      guard let match else {
        ofType[event.type, default: []].append(merged.count)
        merged.append([told])
        best.append(0)
        continue
      }
      merged[match].append(told)
      if Self.weight(event) > Self.weight(merged[match][best[match]].event) { best[match] = merged[match].count - 1 }
    }
  }

  /// How much an event says.
  private static func weight(_ event: Event) -> Double {
    event.confidence + 0.1 * Double(event.actors.count + event.recipients.count) + (event.place == nil ? 0 : 0.05)
  }

  private var events: [StoryEvent] {
    merged.indices.map { index in
      let told = merged[index]
      let mentions = told.map {
        StoryMention(event: $0.event.id, source: $0.article.source, day: $0.day, trigger: $0.event.trigger.text)
      }
      return StoryEvent(event: told[best[index]].event, mentions: mentions, changes: Self.changes(told))
    }
  }

  // MARK: What changed

  private static func changes(_ told: [Told]) -> [StoryChange] {
    var changes: [StoryChange] = []
    var last: [String: String] = [:]
    for one in told {
      for (what, value) in facts(one.event) {
        if let before = last.updateValue(value, forKey: what), before != value {
          changes.append(StoryChange(what: what, from: before, to: value, event: one.event.id, day: one.day))
        }
      }
    }
    return changes
  }

  /// What of an event may change: its status and its figures.
  private static func facts(_ event: Event) -> [(what: String, value: String)] {
    var facts = [("status", event.status.rawValue)]
    for quantity in event.quantities {
      guard let what = Figure.counted(quantity), let value = Figure.words(quantity) else { continue }
      if !facts.contains(where: { $0.0 == what }) { facts.append((what, value)) }
    }
    return facts
  }
}

/// A quantity as something that can change from one article to the next.
enum Figure {
  private static let outcomes: Set<String> = ["killed", "wounded", "arrested", "missing", "displaced"]

  /// What is counted: of people to whom something was done, what that was; nil where that is not clear.
  static func counted(_ quantity: Quantity) -> String? {
    guard let words = quantity.counted?.split(separator: " "), let last = words.last else { return quantity.unit }
    // "Three others" are not all.
    if words[0] == "other" { return nil }
    return outcomes.contains(String(last)) ? String(last) : words.joined(separator: " ")
  }

  /// The figure: `12`, `about 300`, `at least 12`.
  static func words(_ quantity: Quantity) -> String? {
    func plain(_ number: Double) -> String { Int(exactly: number).map { "\($0)" } ?? "\(number)" }
    switch (quantity.value, quantity.low, quantity.high) {
    case (let value?, _, _): return (quantity.approximate ? "about " : "") + plain(value)
    case (nil, let low?, let high?): return plain(low) + " to " + plain(high)
    case (nil, let low?, nil): return "at least " + plain(low)
    case (nil, nil, let high?): return "up to " + plain(high)
    case (nil, nil, nil): return nil
    }
  }
}
