import Linguistics
import NewsModel

/// What an article that tells of a judgement or arrest says of the same person besides was before: the deed, the charge, the arrest.
///
/// "Hoey was acquitted of all charges. … Hoey was accused of making the bomb": no news of the article's day.
struct CourseOfLaw {
  /// How far the law has gone with somebody.
  private enum Stage: Int {
    case accused, arrested, judged
  }

  /// Those with whom the article's first paragraphs say that the law has gone so far, by name.
  private let stages: [(name: String, stage: Stage, sentence: Span)]

  init(_ drafts: [EventDraft], _ document: Document) {
    let end = document.paragraphs.dropFirst(EventBuilder.leadParagraphs).first.map { document.span($0).start } ?? .max
    stages = drafts.flatMap { draft -> [(String, Stage, Span)] in
      let event = draft.event
      guard !draft.isMention, event.status == .occurred, event.evidence.span.start < end, let stage = Self.stage(event)
      else { return [] }
      return event.recipients.compactMap { party in Self.person(party).map { ($0, stage, event.evidence.span) } }
    }
  }

  /// The name of somebody who is named in full or by surname, and is no country: "the military".
  private static func person(_ party: Party) -> String? {
    guard let name = party.name, let surname = name.split(separator: " ").dropFirst().last,
      party.text.hasSuffix(surname)
    else { return nil }
    return name
  }

  /// Takes the article's day from what was before.
  func dated(_ drafts: [EventDraft]) -> [EventDraft] {
    stages.isEmpty ? drafts : drafts.map { wasBefore($0.event) ? $0.undated() : $0 }
  }

  private func wasBefore(_ event: Event) -> Bool {
    guard event.status == .occurred, event.time?.basis == .publication else { return false }
    let stage = Self.stage(event)
    return stages.contains { told in
      guard told.sentence.end <= event.evidence.span.start else { return false }
      let (isJudged, suffers, acts) = (told.stage == .judged, event.recipients, event.actors)
      if let stage, isJudged { return stage != .judged && suffers.contains { $0.name == told.name } }
      return (event.type == .assault || event.type == .threaten) && acts.contains { $0.name == told.name }
    }
  }

  private static func stage(_ event: Event) -> Stage? {
    switch event.type {
    case .sanction where event.modes.contains("convict"): .judged
    case .concede where event.cameo == "081": .judged
    case .coerce where event.modes.contains("arrest"): .arrested
    case .accuse where event.modes.contains("allege"): .accused
    default: nil
    }
  }
}

extension EventDraft {
  /// The same without a time.
  fileprivate func undated() -> EventDraft {
    var event = event
    event.time = nil
    return EventDraft(
      event: event, trigger: trigger, absorbed: absorbed, scene: scene, isAnother: isAnother,
      isHabit: isHabit, isMention: isMention, isRetold: isRetold)
  }
}
