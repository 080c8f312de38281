import NewsModel

/// Notes what coding decides, where somebody asks why. Nobody makes one otherwise, and then nothing is noted.
final class CodingRecorder {
  /// What became of the word at a token.
  struct Fate {
    var token: Int
    /// Id of the pattern that fitted.
    var rule: String
    var why: String
  }

  /// Words for which the lexicon has patterns, in the order of the text.
  private(set) var candidates: [PatternMatcher.Candidate] = []
  /// What became of those for which a pattern fitted, and of verbs of saying, that are no events of their own.
  private(set) var fates: [Fate] = []
  /// Words that tell of an event, whether or not it is kept.
  private(set) var drafted: Set<Int> = []
  /// Triggers by the place of their words.
  private var triggers: [Span: Trigger] = [:]

  func note(_ candidate: PatternMatcher.Candidate) { candidates.append(candidate) }

  /// Notes which triggers became drafts, and which did not.
  func note(_ drafts: [EventDraft], of all: [Trigger]) {
    for draft in drafts { triggers[draft.event.trigger.span] = triggers[draft.event.trigger.span] ?? draft.trigger }
    drafted = Set(drafts.map(\.trigger.token))
    for trigger in all where !drafted.contains(trigger.token) {
      note(trigger, "nobody takes part whom newsd knows by name, role or country")
    }
  }

  func note(_ trigger: Trigger, _ why: String) {
    note(Fate(token: trigger.token, rule: trigger.pattern.id, why: why))
  }

  func note(_ fate: Fate) { fates.append(fate) }

  /// Notes what became of an event, by its trigger.
  func note(_ event: Event, _ why: String) {
    if let trigger = triggers[event.trigger.span] { note(trigger, why) }
  }

  func trigger(of event: Event) -> Trigger? { triggers[event.trigger.span] }
}
