import Linguistics
import NewsModel

/// Puts the drafts of one article together: one event once, in the order of the text, with numbers.
struct EventAssembly {
  /// Drafts less sure than this are left out.
  static let confidenceFloor = 0.3

  /// Drops what is told as part of another event, joins mentions of the same one and gives ids.
  static func assemble(_ drafts: [EventDraft], article: Article, recorder: CodingRecorder? = nil) -> [Event] {
    let told = withoutMishaps(withoutAbsorbed(drafts, recorder), recorder)
    var events: [Event] = []
    for draft in told where !draft.isMention { join(draft.event, to: &events, recorder) }
    for draft in told where draft.isMention { support(draft.event, in: &events, recorder) }
    events.removeAll { event in
      guard event.confidence < confidenceFloor else { return false }
      recorder?.note(event, "its confidence, \(event.confidence), is below \(confidenceFloor)")
      return true
    }
    events.sort { ($0.trigger.span, $0.type.rawValue) < ($1.trigger.span, $1.type.rawValue) }
    for index in events.indices {
      let number = index + 1
      events[index].id = "\(article.id)-\(number < 10 ? "0" : "")\(number)"
      events[index].article = article.id
    }
    return events
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

  /// Words for harm that is as often done by accident: "40 people were injured", "residents fled".
  private static let harms: Set<String> = [
    "assault.kill", "assault.wound", "assault.die", "assault.die-from", "sanction.flee", "sanction.displace",
  ]

  /// Drops harm of which nobody is the author where a disaster is told and nothing else in the article tells of violence.
  private static func withoutMishaps(_ drafts: [EventDraft], _ recorder: CodingRecorder?) -> [EventDraft] {
    guard drafts.contains(where: { $0.event.contexts.contains("disasters") }) else { return drafts }
    let isViolent = drafts.contains { draft in
      let isForce = [.assault, .coerce, .protest, .mobilize, .threaten].contains(draft.event.type)
      return isForce && (!harms.contains(draft.event.rule) || !draft.event.actors.isEmpty)
    }
    guard !isViolent else { return drafts }
    return drafts.filter { draft in
      let isMishap = harms.contains(draft.event.rule) && draft.event.actors.isEmpty
      if isMishap { recorder?.note(draft.trigger, "a disaster did it, and the article tells of no violence") }
      return !isMishap
    }
  }

  // MARK: The same event

  private static func join(_ event: Event, to events: inout [Event], _ recorder: CodingRecorder?) {
    guard let index = events.firstIndex(where: { isSame($0, event) }) else {
      events.append(event)
      return
    }
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
    if merged.quantities.isEmpty { merged.quantities = other.quantities }
    merged.confidence = max(best.confidence, other.confidence)
    events[index] = merged
  }

  /// The better supported of two mentions first.
  private static func better(_ a: Event, _ b: Event) -> (Event, Event) {
    func support(_ event: Event) -> Double {
      event.confidence + 0.1 * Double(event.actors.count + event.recipients.count) + (event.place == nil ? 0 : 0.05)
    }
    return support(b) > support(a) ? (b, a) : (a, b)
  }

  private static func isSame(_ a: Event, _ b: Event) -> Bool {
    guard a.type == b.type, a.type != .statement, agree(a.status, b.status) else { return false }
    guard agree(a.time, b.time), agree(a.place, b.place) else { return false }
    guard agree(a.actors, b.actors) else { return false }
    // "blew himself up, killing 12": one deed told in two words.
    let isOneDeed = a.evidence.span == b.evidence.span && a.type == .assault && !a.actors.isEmpty
    guard agree(a.recipients, b.recipients) || isOneDeed && (a.recipients.isEmpty || b.recipients.isEmpty) else {
      return false
    }
    // "fighting went on in Darfur", "attacked near Khartoum": two deeds, unless both say to whom.
    let isViolent = a.type == .assault || a.type == .coerce || a.type == .sanction
    if isViolent, a.recipients.isEmpty, b.recipients.isEmpty, a.evidence.span != b.evidence.span,
      a.trigger.text != b.trigger.text
    {
      return false
    }
    // Two demands of the same government are the same only when they ask the same.
    return !a.type.isSpeechAct || (a.cameo == b.cameo && a.modes == b.modes && a.trigger.text == b.trigger.text)
  }

  /// Adds a bare mention ("the talks") to the event before it that it may mean.
  private static func support(_ event: Event, in events: inout [Event], _ recorder: CodingRecorder?) {
    let index = events.lastIndex { other in
      other.type == event.type && !other.type.isSpeechAct && other.trigger.span < event.trigger.span
        && agree(other.place, event.place) && agree(other.time, event.time)
        && agree(other.status, event.status)
    }
    guard let index, events[index].trigger.span != event.trigger.span else {
      recorder?.note(event, "who takes part is not said, and no event before it may be meant")
      return
    }
    recorder?.note(event, "a mention of “\(events[index].trigger.text)” without those who take part")
    events[index].mentions.append(event.trigger)
  }

  private static func agree(_ a: EventStatus, _ b: EventStatus) -> Bool {
    func rank(_ status: EventStatus) -> EventStatus { status == .ongoing ? .occurred : status }
    return rank(a) == rank(b)
  }

  private static func agree(_ a: TimeExpression?, _ b: TimeExpression?) -> Bool {
    guard let a, let b, a.basis != .publication, b.basis != .publication else { return true }
    guard let first = a.range, let second = b.range else { return a.value == b.value }
    return first.start < second.end && second.start < first.end
  }

  private static func agree(_ a: Place?, _ b: Place?) -> Bool {
    guard let a, let b else { return true }
    return (a.name ?? a.text) == (b.name ?? b.text)
  }

  /// Whether one list says no more than the other.
  private static func agree(_ a: [Party], _ b: [Party]) -> Bool {
    if a.isEmpty || b.isEmpty { return a.isEmpty && b.isEmpty }
    func keys(_ parties: [Party]) -> Set<String> { Set(parties.map { $0.name ?? $0.code ?? $0.text }) }
    let (first, second) = (keys(a), keys(b))
    return first.isSubset(of: second) || second.isSubset(of: first)
  }
}
