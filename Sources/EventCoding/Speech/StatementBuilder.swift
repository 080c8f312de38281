import Linguistics
import NewsModel

/// Makes STATEMENT events of speech that is no other event.
struct StatementBuilder {
  let builder: EventBuilder

  /// The statement of an utterance; nil when it only tells where a fact comes from.
  ///
  /// - Parameters:
  ///   - inner: the events of what is said, which carry the attribution.
  ///   - asked: what is said that another must do.
  ///   - recorder: is told why there is none.
  func statement(
    _ utterance: Utterance, inner: [EventDraft], asked: [EventDraft], _ recorder: CodingRecorder? = nil
  ) -> EventDraft? {
    guard utterance.verb == .statement || utterance.isAccording || isReport(utterance) else { return nil }
    let speakers = speakers(of: utterance)
    let document = builder.document
    let rule = "statement.\(document.lemmas[utterance.cue])"
    // Asked last, since it costs most.
    lazy var status = builder.status.status(ofPredicate: utterance.cue, isSpeech: true)
    let objection =
      objection(to: utterance, by: speakers, inner: inner, asked: asked)
      ?? (status == .denied ? "it was not said" : nil)
    if let objection {
      recorder?.note(CodingRecorder.Fate(token: utterance.cue, rule: rule, why: objection))
      return nil
    }
    let pattern = Pattern(id: rule, type: .statement, cameo: "010")
    let trigger = Trigger(ofVerb: utterance.cue, pattern, fillers: builder.circumstanceFillers(utterance.cue))
    // What stands between quotation marks is said, whatever the tree hangs it on.
    // So is what a participle adds to words about what will be: "said that it would close, stating that …".
    // "is predicting that": it has been said.
    let isSaid = utterance.kind == .direct && status == .possible || status == .ongoing || isAside(utterance.cue)
    var event = Event(
      type: .statement, cameo: "010", status: isSaid ? .occurred : status, actors: speakers,
      recipients: hearers(of: utterance),
      trigger: builder.quote(document.span(utterance.cue)),
      evidence: builder.quote(builder.evidenceSpan(utterance.cue)),
      rule: pattern.id)
    event.time = builder.time(ofSpeech: trigger)
    event.attribution = utterance.attribution(in: document)
    event.contexts = builder.contexts(at: utterance.cue)
    event.confidence = builder.confidence(of: event, trigger)
    return EventDraft(event: event, trigger: trigger)
  }

  /// "The council reports that the vote was faked": a body or party that passes on what it has found makes a statement. The press
  /// tells its news so, and witnesses what they saw.
  private func isReport(_ utterance: Utterance) -> Bool {
    utterance.verb == .relay && builder.tree.lemma(utterance.cue) == "report" && utterance.isProminent
      && !utterance.speakers.isEmpty
      && utterance.speakers.allSatisfy { party in
        party.sector != "JRN" && (party.sector != nil || party.code.map(PartyCode.nonState.contains) ?? false)
          && (party.hasStanding || party.name != nil && party.isOfSociety && party.sector != "CVL")
      }
  }

  /// Why an utterance is no statement of its own; nil where it is one.
  private func objection(
    to utterance: Utterance, by speakers: [Party], inner: [EventDraft], asked: [EventDraft]
  ) -> String? {
    if speakers.isEmpty {
      let tree = builder.tree
      let words = tree.document.string(tree.document.span(tree.extent(utterance.speakerHead)))
      return "who speaks, “\(words)”, is known neither by name nor by role or country"
    }
    // "…, residents said": who of no standing is named last only tells where a fact comes from.
    let isNote = utterance.verb != .statement || !utterance.isProminent
    if isNote, !inner.isEmpty, !speakers.contains(where: isHeard) {
      return "it only tells where an event is known from"
    }
    if isSecondCue(utterance) || isFirstOfTwo(utterance) { return "another verb tells the same words" }
    if isReference(utterance) { return "it only tells whose words something is" }
    if isDeed(utterance.cue) { return "nothing is said by it" }
    if isTold(utterance, by: speakers) { return "it is part of the same speaker's words" }
    if isMind(utterance) { return "it tells what somebody thinks" }
    if isResult(utterance) { return "it tells what a fact shows" }
    let own = (inner + asked).first { isWhole($0, utterance) && isOwn($0, of: speakers) }
    return own.map { "“\($0.event.trigger.text)” is all that is said" }
  }

  /// "Police believed that he was armed", "a poll found that most people think …": a state of mind that the story tells, and no
  /// words of theirs.
  private func isMind(_ utterance: Utterance) -> Bool {
    let (tree, cue) = (builder.tree, utterance.cue)
    guard utterance.kind == .indirect, Self.minds.contains(tree.lemma(cue)),
      !tree.sentence(of: cue).contains(where: builder.speech.isQuoted)
    else { return false }
    // "told reporters that he felt": words.
    let isInside = builder.speech.utterance(at: cue).map { $0.cue != cue } ?? false
    // "Fearing that it may spread, Norway shut the port": why somebody does it.
    let isTold = tree.document.xpos[cue] == .vbd || tree.isBareParticiple(cue)
    if isTold, !isInside, tree.auxiliaries(of: cue).isEmpty { return true }
    guard let above = tree.head(cue), tree.relation(cue) == .ccomp, let subject = tree.ownSubject(above) else {
      return false
    }
    return ["poll", "survey", "study", "census", "figure"].contains(tree.lemma(subject))
  }

  /// "The party was ahead, indicating that it may win": what a fact shows.
  private func isResult(_ utterance: Utterance) -> Bool {
    let (tree, cue) = (builder.tree, utterance.cue)
    guard utterance.kind == .indirect, tree.isBareParticiple(cue),
      ["indicate", "imply", "signal", "suggest"].contains(tree.lemma(cue)), let above = tree.head(cue)
    else { return false }
    return tree.entry(above)?.speechVerb == nil && builder.triggerAt[above] == nil && !tree.isVerb(above)
  }

  private static let minds: Set<String> = ["believe", "think", "feel", "fear"]

  private func isAside(_ cue: Int) -> Bool {
    let tree = builder.tree
    return tree.isBareParticiple(cue) && tree.auxiliaries(of: cue).isEmpty && cue > 0
      && tree.document.upos[cue - 1] == .punct
  }

  /// To whom it is said, also as the subject of a passive: "the agency has been told by Berlin that …". "Have said themselves"
  /// tells of no hearer.
  private func hearers(of utterance: Utterance) -> [Party] {
    let told = utterance.addressees.filter { hearer in
      !hearer.text.hasSuffix("self") && !hearer.text.hasSuffix("selves")
        && !utterance.speakers.contains { $0.name != nil && $0.name == hearer.name }
    }
    let (tree, cue) = (builder.tree, utterance.cue)
    // "said Judge Berg to Lie"
    if told.isEmpty, cue < utterance.speakerHead, let hearer = hearer(behind: utterance.speakerHead) {
      return builder.without(builder.resolver.parties(at: hearer), utterance.speakers)
    }
    // "told the radio that he thinks …"
    if told.isEmpty, tree.relation(cue) == .ccomp, let above = tree.head(cue), above < cue,
      builder.lexicon.has(.telling, tree.lemma(above)), !tree.isPassive(above)
    {
      return builder.without(builder.speech.addressees(of: above), utterance.speakers)
    }
    guard told.isEmpty, builder.lexicon.has(.telling, tree.lemma(cue)), tree.isPassive(cue),
      let subject = tree.surfaceSubject(cue)
    else { return told }
    return builder.without(builder.resolver.parties(at: subject), utterance.speakers)
  }

  /// "said Judge Berg to Lie", "said the mayor, Ola Berg, to the Oslo Post".
  private func hearer(behind speaker: Int) -> Int? {
    let tree = builder.tree
    return ([speaker] + tree.children(speaker).filter { tree.relation($0) == .appos }).lazy
      .flatMap { tree.children($0) }
      .first { child in
        tree.preposition(child) == "to"
          && (builder.resolver.isPerson(at: child)
            || builder.resolver.parties(at: child).contains { $0.sector == "JRN" })
      }
  }

  /// Whether somebody's word on a deed is news of its own: an official's, a body's of the public good, a person's with a name.
  private func isHeard(_ party: Party) -> Bool { party.hasStanding && party.sector != "CRM" }

  /// Who of the speakers is known well enough: by name, code or office; where nobody is, people and parties who speak out.
  private func speakers(of utterance: Utterance) -> [Party] {
    let speakers = utterance.speakers.filter {
      ($0.code != nil || $0.name != nil || $0.isOfState || $0.role != nil && $0.sector == nil)
        && !($0.sector == "JRN" && utterance.isAccording)
    }
    guard speakers.isEmpty, isSpokenOut(utterance) else { return speakers }
    return utterance.speakers.filter { $0.isOfSociety || $0.isOfCalling || $0.hasStanding }
  }

  /// Whether a main clause tells what some people said: not "a man who claimed", "they said", "the family believes".
  private func isSpokenOut(_ utterance: Utterance) -> Bool {
    let (tree, cue) = (builder.tree, utterance.cue)
    guard tree.isNoun(utterance.speakerHead), !utterance.isAccording else { return utterance.isAccording }
    return (tree.relation(cue) == .root || tree.relation(cue) == .parataxis) && tree.entry(cue)?.control == nil
  }

  /// Whether an event is all that is said: its verb is the one that the cue governs, or that governs the cue, with none beside it.
  private func isWhole(_ draft: EventDraft, _ utterance: Utterance) -> Bool {
    let tree = builder.tree
    // Whatever else is in the words of a threat, it is a threat.
    if draft.event.type == .threaten { return true }
    let isDemand = draft.event.rule == "request.must"
    // "should begin with the withdrawal of the army": by the verb over the noun.
    guard var verb = draft.trigger.predicate ?? (isDemand ? tree.clause(of: draft.trigger.token) : nil) else {
      return false
    }
    if isDemand {
      // "has to leave" asks for it; "needs to hear" may only judge.
      if tree.relation(verb) == .xcomp, let above = tree.head(verb) { verb = above }
      if tree.lemma(verb) == "need" { return false }
    }
    // "I would like to thank Norway"
    if let above = tree.head(verb), builder.status.isPerformed(verb, under: above) { verb = above }
    // "is quoted as saying": the words may hang on either verb.
    guard
      [utterance.cue, quoting(over: utterance.cue)].compactMap({ $0 }).contains(where: {
        tree.head(verb) == $0 || tree.head($0) == verb
      })
    else { return false }
    return !tree.children(verb).contains { tree.relation($0) == .conj && tree.hasOwnSubject($0) }
  }

  /// "was quoted as saying": the verb that passes the words on.
  private func quoting(over cue: Int) -> Int? {
    builder.tree.head(cue).flatMap { ["quote", "cite"].contains(builder.tree.lemma($0)) ? $0 : nil }
  }

  /// "every word the general said", "describes itself as": a clause that only tells whose words something is, or what one calls
  /// oneself.
  private func isReference(_ utterance: Utterance) -> Bool {
    let (tree, cue) = (builder.tree, utterance.cue)
    if tree.child(cue, .obj).map({ tree.lemma($0).hasSuffix("self") }) ?? false { return true }
    guard utterance.kind == .indirect else { return false }
    guard tree.relation(cue) == .aclRelative, let subject = tree.ownSubject(cue), !tree.isRelativePronoun(subject)
    else { return false }
    // "told of the blast, which they said was an accident": part of what is told.
    let isRetold =
      tree.document.upos[subject] == .pron && builder.speech.utterance(at: cue).map { $0.cue != cue } ?? false
    return (isRetold || !tree.children(cue).contains { $0 > cue && tree.relation($0) == .ccomp })
      && !tree.children(cue).contains { tree.preposition($0) == "in" && $0 < cue }
  }

  /// "added the council to the suit", "recalled all cars", "the ruling party", "ruled it out": no words.
  private func isDeed(_ cue: Int) -> Bool {
    let tree = builder.tree
    if tree.relation(cue) == .amod { return true }
    let children = tree.children(cue)
    switch tree.lemma(cue) {
    case "add":
      return tree.child(cue, .obj).map { $0 > cue && tree.isNoun($0) } ?? false
        && children.contains { $0 > cue && tree.preposition($0) == "to" } && tree.child(cue, .ccomp) == nil
    case "rule": return children.contains { $0 == cue + 1 && tree.lemma($0) == "out" }
    default: return false
    }
  }

  /// "said that he hoped …": words about one's own words, which are part of the statement around them.
  private func isTold(_ utterance: Utterance, by speakers: [Party]) -> Bool {
    guard let outer = builder.speech.utterance(at: utterance.cue), outer.cue != utterance.cue, outer.verb == .statement,
      outer.isProminent || utterance.isAccording, outer.content.contains(utterance.speakerHead)
    else { return false }
    return outer.speakers.contains { other in speakers.contains { $0.isSame(as: other) } }
  }

  /// "We support this decision, he said": the words are themselves the speaker's support, and no further statement.
  private func isOwn(_ draft: EventDraft, of speakers: [Party]) -> Bool {
    guard draft.event.type.isSpeechAct, draft.event.status == .occurred || draft.event.status == .ongoing else {
      return false
    }
    // "We urge them", the minister said: "we" is who speaks.
    if let verb = draft.trigger.predicate, let subject = builder.tree.ownSubject(verb),
      builder.tree.isFirstPerson(subject)
    {
      return true
    }
    return draft.event.actors.contains { actor in
      speakers.contains { $0.isSame(as: actor) || $0.code != nil && $0.code == actor.code && $0.sector == actor.sector }
    }
  }

  /// "He continued and stated that …": the first of two joined verbs of saying, which has no words of its own.
  private func isFirstOfTwo(_ utterance: Utterance) -> Bool {
    let (tree, cue) = (builder.tree, utterance.cue)
    guard ["continue", "respond", "reply", "comment", "react", "answer"].contains(tree.lemma(cue)) else { return false }
    let next = tree.children(cue).first {
      $0 > cue && tree.relation($0) == .conj && !tree.hasOwnSubject($0) && tree.entry($0)?.speechVerb != nil
    }
    guard let next, builder.speech.utterances.contains(where: { $0.cue == next }) else { return false }
    return !(cue + 1..<next).contains(where: builder.speech.isQuoted)
      && !tree.children(cue).contains {
        $0 < next && [.ccomp, .parataxis, .xcomp].contains(tree.relation($0))
      }
  }

  /// "criticised the plan, saying …", "commenting on it, he said …": one saying in two verbs. The participle is none of its own
  /// where the verb it hangs on tells of an event or of speech.
  private func isSecondCue(_ utterance: Utterance) -> Bool {
    let (tree, cue) = (builder.tree, utterance.cue)
    // "was quoted as saying" is one saying, and this the verb of it.
    if quoting(over: cue) != nil { return false }
    guard tree.document.xpos[cue] == .vbg, [.advcl, .xcomp, .acl].contains(tree.relation(cue)),
      let above = tree.head(cue)
    else { return false }
    let verb = tree.clause(of: above)
    // "was criticised, with Anna Berg saying …": somebody else.
    if tree.preposition(utterance.speakerHead) == "with" { return false }
    if builder.speech.utterances.contains(where: { $0.cue == verb && $0.verb == .statement }) { return true }
    // "published a letter saying …", "labelled it a mistake, saying …": these verbs are no statement of their own.
    switch tree.entry(verb)?.speechVerb {
    // "responded by saying …": a verb that has no words of its own says nothing besides.
    case .statement, .quoting:
      return utterance.speakerHead > verb || builder.speech.utterances.contains { $0.cue == verb }
    case .coded, .relay, nil: break
    }
    guard let act = builder.triggerAt[verb], let type = act.pattern.type, type.isSpeechAct else { return false }
    return !builder.isIntroduction(act, type)
  }
}
