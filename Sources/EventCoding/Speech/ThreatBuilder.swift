import Linguistics
import NewsModel

/// Makes THREATEN events of what somebody says that he will do if another does not yield: "if Chad does not withdraw, the
/// hostages will be killed, they said".
struct ThreatBuilder {
  let builder: EventBuilder

  private var tree: SyntaxTree { builder.tree }

  /// A harm that is announced, and on whose conduct it hangs.
  private struct Harm {
    /// The verb of the harm and that of the condition.
    let verb: Int
    let condition: Int
    let threatened: [Party]
  }

  /// The threat that an utterance is; nil where none is.
  func threat(_ utterance: Utterance) -> EventDraft? {
    guard utterance.verb == .statement else { return nil }
    let speakers = utterance.speakers.filter { $0.code != nil || $0.name != nil || $0.hasStanding }
    guard !speakers.isEmpty, let harm = harm(utterance, speakers) else { return nil }
    let cue = utterance.cue
    let inner = [harm.verb] + tree.children(harm.verb).filter { [.xcomp, .obj].contains(tree.relation($0)) }
    let deed = inner.lazy.compactMap { builder.triggerAt[$0]?.pattern }.first
    let content = deed.flatMap { builder.lexicon.content(.threaten, of: $0) }
    let pattern = Pattern(
      id: "threaten.unless", type: .threaten, modes: content?.modes ?? [], cameo: content?.cameo ?? "130")
    let trigger = Trigger(ofVerb: cue, pattern, fillers: builder.circumstanceFillers(cue))
    var event = Event(
      type: .threaten, modes: pattern.modes, cameo: pattern.cameo, status: .occurred, actors: speakers,
      recipients: harm.threatened, trigger: builder.quote(builder.document.span(harm.verb)),
      evidence: builder.quote(builder.evidenceSpan(harm.verb)), rule: pattern.id)
    event.time = builder.time(of: utterance)
    event.attribution = utterance.attribution(in: builder.document)
    event.condition = builder.condition(of: Trigger(ofVerb: harm.verb)).map { builder.quote(builder.document.span($0)) }
    event.contexts = builder.contexts(at: harm.verb)
    event.confidence = builder.confidence(of: event, trigger)
    return EventDraft(event: event, trigger: trigger, absorbed: Set(builder.descendants(harm.verb)))
  }

  private func harm(_ utterance: Utterance, _ speakers: [Party]) -> Harm? {
    for condition in utterance.content where isCondition(condition) {
      guard let verb = tree.head(condition), utterance.content.contains(verb), isToCome(verb), isHostile(verb),
        isOfSpeaker(verb, utterance, speakers), let subject = tree.ownSubject(condition)
      else { continue }
      let threatened = builder.without(builder.parties(at: subject, utterance), speakers).filter { party in
        (party.code != nil || party.name != nil || party.hasStanding) && party.unresolved == nil
      }
      if !threatened.isEmpty { return Harm(verb: verb, condition: condition, threatened: threatened) }
    }
    return nil
  }

  /// "if Chad does not withdraw", "unless it leaves"
  private func isCondition(_ verb: Int) -> Bool {
    guard tree.relation(verb) == .advcl else { return false }
    switch tree.mark(verb) {
    case "unless": return true
    case "if": return builder.status.isNegated(verb) || ["fail", "refuse", "continue"].contains(tree.lemma(verb))
    default: return false
    }
  }

  private func isToCome(_ verb: Int) -> Bool {
    tree.isVerb(verb) && !builder.status.isNegated(verb)
      && tree.auxiliaries(of: verb).contains {
        ["will", "'ll", "’ll", "shall", "would", "may", "might"].contains(tree.lemma($0).lowercased())
      }
  }

  /// Whether a verb, its object or what it goes on to tells of a deed against somebody.
  private func isHostile(_ verb: Int) -> Bool {
    ([verb] + tree.children(verb).filter { [.xcomp, .obj, .conj].contains(tree.relation($0)) }).contains { token in
      builder.triggerAt[token]?.pattern.type?.isHarm ?? false
    }
  }

  /// Whether it is the speaker who will do it, or nobody is named who will.
  private func isOfSpeaker(_ verb: Int, _ utterance: Utterance, _ speakers: [Party]) -> Bool {
    if tree.isPassive(verb) { return !tree.hasAgent(verb) }
    guard let subject = tree.ownSubject(verb) else { return false }
    if tree.isFirstPerson(subject) { return true }
    return builder.parties(at: subject, utterance).contains { party in
      speakers.contains { $0.isSame(as: party) || $0.code != nil && $0.code == party.code }
    }
  }
}
