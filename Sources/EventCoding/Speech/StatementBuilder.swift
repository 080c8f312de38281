import Linguistics
import NewsModel

/// Makes STATEMENT events of speech that is no other event.
struct StatementBuilder {
  let builder: EventBuilder

  /// The statement of an utterance; nil when it only tells where a fact comes from.
  ///
  /// - Parameter hasEvents: whether what is said holds events of its own, which then carry the attribution.
  func statement(_ utterance: Utterance, hasEvents: Bool) -> EventDraft? {
    guard utterance.verb == .statement, utterance.isProminent || !hasEvents else { return nil }
    let speakers = utterance.speakers.filter { $0.code != nil || $0.name != nil }
    guard !speakers.isEmpty else { return nil }
    let document = builder.document
    let pattern = Pattern(
      id: "statement.\(document.lemmas[utterance.cue])", word: "", type: .statement, modes: [], cameo: "010", slots: [],
      tests: [], line: 0)
    let trigger = Trigger(
      token: utterance.cue, pattern: pattern, predicate: utterance.cue, lightVerb: nil,
      fillers: builder.circumstanceFillers(utterance.cue))
    let status = builder.status.status(ofPredicate: utterance.cue, isSpeech: true)
    guard status != .denied else { return nil }
    // What stands between quotation marks is said, whatever the tree hangs it on.
    let isSaid = utterance.kind == .direct && status == .possible
    var event = Event(
      type: .statement, cameo: "010", status: isSaid ? .occurred : status, actors: speakers,
      recipients: utterance.addressees,
      trigger: builder.quote(document.span(utterance.cue)),
      evidence: builder.quote(builder.evidenceSpan(utterance.cue)),
      rule: pattern.id)
    event.time = builder.time(ofSpeech: trigger)
    event.attribution = utterance.attribution(in: document)
    event.contexts = builder.contexts(at: utterance.cue)
    event.confidence = builder.confidence(of: event, trigger)
    return EventDraft(event: event, trigger: trigger, absorbed: [])
  }
}
