/// What events are counted by.
package enum EventDimension: String, Sendable, CaseIterable {
  case type, status
  /// The day, or the week, month or year where the time is no more exact than that; else the day of the article.
  case day
  /// Each actor by name, else by the words of the mention; so for recipient and speaker.
  case actor, recipient, speaker
  /// ISO 3166-1 alpha-3 of the place.
  case country
  /// The place by name, else by the words of the mention.
  case place
  case article, source

  /// The names, for messages and help.
  package static var names: [String] { allCases.map(\.rawValue) }
}
