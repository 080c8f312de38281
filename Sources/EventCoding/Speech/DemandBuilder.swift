import Linguistics
import NewsModel

/// Makes REQUEST events of what somebody says that another must do, whatever the deed: "Taiwan must abandon its stand, Hu said"; and
/// ACCUSE events of what he should have done, for which it is too late to ask.
struct DemandBuilder {
  let builder: EventBuilder

  /// The demands among the words of an utterance, except those in which the deed is an event of its own.
  func demands(_ utterance: Utterance) -> [EventDraft] {
    guard utterance.verb == .statement else { return [] }
    let speakers = utterance.speakers.filter(\.hasStanding)
    guard !speakers.isEmpty else { return [] }
    return utterance.content.compactMap { demand(at: $0, utterance, speakers) }
  }

  private func demand(at verb: Int, _ utterance: Utterance, _ speakers: [Party]) -> EventDraft? {
    let tree = builder.tree
    // "should know that it will fail" tells it.
    guard tree.isVerb(verb), !tree.isPassive(verb), builder.triggerAt[verb] == nil,
      !["know", "realise", "realize", "understand", "remember", "expect"].contains(tree.lemma(verb)),
      // "We must wait": nobody asks anything of himself.
      let subject = asked(verb), tree.lemma(subject).lowercased() != "i",
      isSaid(at: verb, utterance)
    else { return nil }
    let asked = builder.parties(at: subject, utterance).filter { $0.hasStanding || $0.code != nil }
    guard !asked.isEmpty, builder.without(asked, speakers).count == asked.count else { return nil }
    let pattern = tree.isReproach(verb) ? Pattern.reproach : Pattern(id: "request.must", type: .request, cameo: "100")
    let trigger = Trigger(ofVerb: verb, pattern)
    var event = Event(
      type: pattern.type ?? .request, modes: pattern.modes, cameo: pattern.cameo, status: .occurred, actors: speakers,
      recipients: asked, trigger: builder.quote(builder.document.span(verb)),
      evidence: builder.quote(builder.evidenceSpan(verb)),
      rule: pattern.id)
    event.time = builder.time(of: utterance)
    event.attribution = utterance.attribution(in: builder.document)
    event.contexts = builder.contexts(at: verb)
    event.confidence = builder.confidence(of: event, trigger)
    return EventDraft(event: event, trigger: trigger)
  }

  /// Whether words are those of an utterance: "We believe that Chad should leave" is what the speaker says, and no other's belief.
  private func isSaid(at verb: Int, _ utterance: Utterance) -> Bool {
    guard let inner = builder.speech.utterance(at: verb) else { return false }
    return inner.cue == utterance.cue
      || builder.tree.isFirstPerson(inner.speakerHead) && utterance.content.contains(inner.cue)
        && !inner.speakers.contains(where: \.hasStanding)
  }

  /// Who must or should do what a verb says: "Chad must leave", "Chad needs to leave".
  private func asked(_ verb: Int) -> Int? {
    let tree = builder.tree
    if isAsked(verb) { return tree.ownSubject(verb) }
    guard tree.relation(verb) == .xcomp, tree.mark(verb) == "to", let above = tree.head(verb), isMain(above),
      tree.isPresent(above), tree.lemma(above) == "need" || tree.lemma(above) == "have",
      tree.child(above, .obj, or: .aux) == nil
    else { return nil }
    return tree.ownSubject(above)
  }

  /// Whether a main clause says what must or should be done, and does not ask or suppose it.
  private func isAsked(_ verb: Int) -> Bool {
    let tree = builder.tree
    guard tree.auxiliaries(of: verb).contains(where: { ["must", "should"].contains(tree.lemma($0).lowercased()) })
    else {
      return false
    }
    return isMain(verb)
  }

  private func isMain(_ verb: Int) -> Bool {
    let tree = builder.tree
    switch tree.relation(verb) {
    case .root, .ccomp, .parataxis, .conj: break
    default: return false
    }
    let hasQuestion = tree.sentence(of: verb).last.map { tree.lemma($0) == "?" } ?? false
    return !hasQuestion && !["if", "whether", "how", "what", "why"].contains(tree.mark(verb) ?? "")
  }
}

extension Pattern {
  /// What somebody is blamed for not having done.
  static let reproach = Pattern(id: "accuse.reproach-of", type: .accuse, modes: ["disapprove"], cameo: "111")
}
