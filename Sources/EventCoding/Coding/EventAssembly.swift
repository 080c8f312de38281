import Linguistics
import NewsModel

/// Puts the drafts of one article together: one event once, in the order of the text, with numbers.
struct EventAssembly {
  /// Drops what is told as part of another event, joins mentions of the same one, gives ids, and leaves out what is less sure than
  /// `least`. Who is left without a country gets that of `home` at the end.
  static func assemble(
    _ drafts: [EventDraft], article: Article, least: Double, disaster: DisasterRules? = nil, home: HomeCountry? = nil,
    criminals: Criminals? = nil, actors: ActorTable, recorder: CodingRecorder? = nil
  ) -> [Event] {
    var told = withoutAbsorbed(drafts, recorder)
    if let disaster { told = withoutMishaps(told, disaster, recorder) }
    let today = article.day.map { Timestamp($0) }
    var scenes: [Scene] = []
    var events: [Event] = []
    for draft in told where !draft.isMention && !isRemark(draft, on: events, recorder) {
      join(draft, to: &events, &scenes, today, recorder)
    }
    for draft in told where draft.isMention && !support(draft, in: &events, recorder) {
      if isKnownByPlace(draft.event), !draft.isRetold {
        join(draft, to: &events, &scenes, today, recorder)
      } else {
        recorder?.note(draft.event, "who takes part is not said, and no event before it may be meant")
      }
    }
    if let criminals { events = criminals.marked(events) }
    let confidence = ConfidenceModel(length: article.text.utf8.count, actors: actors)
    for index in events.indices {
      if let home { events[index] = home.completed(events[index]) }
      events[index].confidence = confidence.confidence(of: events[index])
    }
    if let recorder {
      for event in events where event.confidence < least {
        recorder.note(event, "its confidence, \(event.confidence), is below \(least)")
      }
    }
    sort(&events)
    number(&events, of: article.id)
    events.removeAll { $0.confidence < least }
    return events
  }

  /// Numbers events in the order of the text: first those that are kept by default, so that an event has the same id whatever else
  /// is kept.
  private static func number(_ events: inout [Event], of article: String) {
    var number = 0
    for isUsual in [true, false] {
      for index in events.indices where (events[index].confidence >= EventCoder.usualConfidence) == isUsual {
        number += 1
        events[index].id = "\(article)-\(number < 10 ? "0" : "")\(number)"
        events[index].article = article
      }
    }
  }

  /// Sorts events by their triggers. Their numbers are sorted first, so that each event, which is large, moves but once.
  private static func sort(_ events: inout [Event]) {
    let order = events.indices.sorted { a, b in
      let (first, second) = (events[a].trigger.span, events[b].trigger.span)
      return first == second ? events[a].type.rawValue < events[b].type.rawValue : first < second
    }
    for (index, number) in order.enumerated() {
      var source = number
      // What stood there before may have been moved on.
      while source < index { source = order[source] }
      if source != index { events.swapAt(index, source) }
    }
  }

  private static func withoutAbsorbed(_ drafts: [EventDraft], _ recorder: CodingRecorder?) -> [EventDraft] {
    var isTold = Array(repeating: true, count: drafts.count)
    for (index, draft) in drafts.enumerated() {
      let outer = drafts.indices.filter { other in
        other != index && !drafts[other].isMention && drafts[other].absorbed.contains(draft.trigger.token)
          && !draft.absorbed.contains(drafts[other].trigger.token)
      }
      guard let first = outer.first else { continue }
      isTold[index] = false
      recorder?.note(draft.trigger, "told as part of “\(drafts[first].event.trigger.text)”")
    }
    return drafts.indices.filter { isTold[$0] }.map { drafts[$0] }
  }

  /// Drops harm of which nobody is the author, and the cordon around it, where a disaster is told and nothing else in the article
  /// tells of violence.
  private static func withoutMishaps(
    _ drafts: [EventDraft], _ disaster: DisasterRules, _ recorder: CodingRecorder?
  ) -> [EventDraft] {
    func isMishap(_ event: Event) -> Bool {
      disaster.harms.contains(event.rule) && event.actors.isEmpty || disaster.cordons.contains(event.rule)
    }
    let isViolent = drafts.contains { draft in
      let isForce = [.assault, .coerce, .protest, .mobilize, .threaten].contains(draft.event.type)
      return isForce && !isMishap(draft.event)
    }
    guard !isViolent else { return drafts }
    return drafts.filter { draft in
      let isMishap = isMishap(draft.event)
      if isMishap { recorder?.note(draft.trigger, "a disaster did it, and the article tells of no violence") }
      return !isMishap
    }
  }

  // MARK: The same event

  /// What the sentences of an event tell besides, for joining others to it.
  private struct Scene {
    /// The towns they name.
    var towns: Set<String>
    /// Whether it is a habit, which no other deed is.
    let isHabit: Bool
  }

  /// "She made the announcement on a visit": no words of their own, where something that she said was told before.
  private static func isRemark(_ draft: EventDraft, on events: [Event], _ recorder: CodingRecorder?) -> Bool {
    let event = draft.event
    guard draft.isRetold, event.type == .statement else { return false }
    let isTold = events.contains { SameEvent.shareName($0.actors, event.actors) && $0.status == .occurred }
    if isTold { recorder?.note(draft.trigger, "the words were told before") }
    return isTold
  }

  private static func join(
    _ draft: EventDraft, to events: inout [Event], _ scenes: inout [Scene], _ today: Timestamp?,
    _ recorder: CodingRecorder?
  ) {
    let event = draft.event
    let index = events.indices.last { index in
      // No two statements are one; asked here, since handing an event on copies it.
      guard events[index].type == event.type, event.type != .statement else { return false }
      if draft.isAnother, events[index].evidence.span.end <= event.evidence.span.start { return false }
      guard !draft.isHabit, !scenes[index].isHabit else { return false }
      if draft.isRetold, SameEvent.isMeant(events[index], by: event) { return true }
      let towns = scenes[index].towns
      let isElsewhere = !towns.isEmpty && !draft.scene.isEmpty && towns.isDisjoint(with: draft.scene)
      return SameEvent.isSame(events[index], event, isElsewhere: isElsewhere, today: today)
    }
    guard let index else {
      events.append(event)
      scenes.append(Scene(towns: draft.scene, isHabit: draft.isHabit))
      return
    }
    scenes[index].towns.formUnion(draft.scene)
    let (best, other) = better(events[index], event)
    recorder?.note(other, "a mention of the same event as “\(best.trigger.text)”")
    var merged = best
    merged.mentions = (events[index].mentions + event.mentions + [other.trigger]).sorted { $0.span < $1.span }
    if merged.time?.basis == .publication || merged.time == nil, let time = other.time, time.basis != .publication {
      merged.time = time
    }
    merged.place = merged.place ?? other.place
    merged.attribution = merged.attribution ?? other.attribution
    if merged.recipients.isEmpty { merged.recipients = other.recipients }
    // "were killed when rebels attacked a bus": those who were killed, and no bus.
    if best.evidence.span == other.evidence.span, best.recipients.allSatisfy(\.isThing), !other.recipients.isEmpty {
      merged.recipients = other.recipients
    }
    // "He shot Anna", "Anna Berg was killed": by him.
    if merged.actors.isEmpty, isOneHarmed(best, other) { merged.actors = other.actors }
    // "resigned", "his plan to resign": it has happened.
    if merged.status == .scheduled, merged.time == nil, other.status == .occurred { merged.status = .occurred }
    for quantity in other.quantities where !merged.quantities.contains(where: { $0.counted == quantity.counted }) {
      merged.quantities.append(quantity)
    }
    merged.confidence = max(best.confidence, other.confidence)
    events[index] = merged
  }

  /// Whether two mentions name the same victim, or one sentence tells of the same sort of victims: "soldiers were killed when
  /// they were bombed by rebels".
  private static func isOneHarmed(_ a: Event, _ b: Event) -> Bool {
    if SameEvent.shareName(a.recipients, b.recipients) { return true }
    guard a.evidence.span == b.evidence.span, a.recipients.count == 1, b.recipients.count == 1 else { return false }
    let (first, second) = (a.recipients[0], b.recipients[0])
    return first.code != nil && first.code == second.code && first.sector == second.sector
  }

  /// The better supported of two mentions first.
  private static func better(_ a: Event, _ b: Event) -> (Event, Event) {
    func support(_ event: Event) -> Double {
      event.confidence + 0.1 * Double(event.actors.count + event.recipients.count) + (event.place == nil ? 0 : 0.05)
    }
    return support(b) > support(a) ? (b, a) : (a, b)
  }

  /// "The London bombings", "the riots in Lyon": which one is meant its place tells, though nothing before it does.
  private static func isKnownByPlace(_ event: Event) -> Bool {
    switch event.type {
    case .assault, .protest: event.place != nil
    default: false
    }
  }

  /// Adds a bare mention ("the talks") to the event before it that it may mean; false where there is none.
  private static func support(_ draft: EventDraft, in events: inout [Event], _ recorder: CodingRecorder?) -> Bool {
    let event = draft.event
    let index = events.lastIndex { other in
      guard other.type == event.type, !other.type.isSpeechAct, other.trigger.span < event.trigger.span else {
        return false
      }
      if draft.isRetold { return true }
      return SameEvent.agree(other.place, event.place) && SameEvent.agree(other.time, event.time)
        && !SameEvent.areYearsApart(other.time, event.time)
        && SameEvent.agree(other.status, event.status)
    }
    guard let index, events[index].trigger.span != event.trigger.span else { return false }
    recorder?.note(event, "a mention of “\(events[index].trigger.text)” without those who take part")
    events[index].mentions.append(event.trigger)
    guard !draft.isRetold else { return true }
    // "The raid took place in May."
    if let time = event.time, time.basis != .publication, events[index].time.map({ $0.basis == .publication }) ?? true {
      events[index].time = time
    }
    events[index].place = events[index].place ?? event.place
    return true
  }
}

extension Party {
  /// Whether it is a thing of which newsd knows nothing: "a bus".
  fileprivate var isThing: Bool { name == nil && code == nil && sector == nil && role == nil }
}

/// The rules whose events are no deeds where a disaster is told.
struct DisasterRules {
  let harms: Set<String>
  let cordons: Set<String>

  init(_ lexicon: Lexicon) {
    harms = lexicon.lists[.mishaps] ?? []
    cordons = lexicon.lists[.cordons] ?? []
  }
}
