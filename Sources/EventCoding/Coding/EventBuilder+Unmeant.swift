import Linguistics
import NewsModel

// Words that a pattern takes for its event and that mean another one, or none, for reasons that no test on a position tells.
extension EventBuilder {
  /// Whether the words of a pattern mean no event here.
  func isUnmeant(_ trigger: Trigger, _ type: EventType) -> Bool {
    guard let verb = trigger.predicate, tree.isVerb(verb) else { return false }
    // "are rarely brought", "was honourably discharged"
    if tree.children(verb).contains(where: { Self.unmeaning.contains(tree.lemma($0)) }) { return true }
    switch type {
    // "figures presented by the police"; "statistics released on Friday" are news of that day.
    case .statement:
      let reach = tree.extent(verb)
      return trigger.token == verb && tree.relation(verb) == .acl && document.xpos[verb] == .vbn
        && !document.times.contains { reach.contains($0.tokens.lowerBound) }
    case .support, .accuse, .reject, .request, .agree: return isShare(verb)
    // "was found hanged": nobody says by whom.
    case .assault:
      return isGeneral(verb) || isRunOver(verb)
        || tree.lemma(verb) == "hang" && tree.head(verb).map { tree.lemma($0) == "find" } ?? false
    case .coerce, .protest, .sanction: return isGeneral(verb)
    case .consult: return isRegular(verb)
    default: return false
    }
  }

  private static let unmeaning: Set<String> = ["rarely", "seldom", "honorably", "honourably"]

  /// Whether what a status says of an event leaves nothing of it.
  func isUntold(_ trigger: Trigger, _ type: EventType, _ told: EventStatus) -> Bool {
    guard let verb = trigger.predicate, tree.isVerb(verb) else { return false }
    switch told {
    // "No other students were injured": nobody's deed.
    case .denied where type == .assault:
      guard tree.isPassive(verb), tree.child(verb, .oblAgent) == nil else { return false }
      return tree.surfaceSubject(verb).map { subject in
        ["nobody", "none"].contains(tree.lemma(subject).lowercased())
          || tree.children(subject).contains { tree.relation($0) == .det && tree.lemma($0).lowercased() == "no" }
      } ?? false
    case .denied:
      // "no state is required to accept it", "none of them had predicted it"
      return type == .statement || type == .request && ["require", "oblige", "compel"].contains(tree.lemma(verb))
    // "should have been returned": a reproach, when it is too late to ask for it.
    case .demanded: return tree.auxiliaries(of: verb).contains { tree.lemma($0) == "have" }
    default: return false
    }
  }

  /// "45% of the voters support it": what people think, by a poll.
  private func isShare(_ verb: Int) -> Bool {
    guard let subject = tree.surfaceSubject(verb) else { return false }
    return ["%", "percent", "cent", "percentage", "proportion", "respondent"].contains(tree.lemma(subject))
  }

  /// "Every time you kill a man, you make new enemies", "any man who doubts it is jailed": nobody's deed.
  private func isGeneral(_ verb: Int) -> Bool {
    guard tree.isPresent(verb), let subject = tree.surfaceSubject(verb) else { return false }
    let isBare = tree.auxiliaries(of: verb).isEmpty
    switch tree.lemma(subject).lowercased() {
    case "you": return isBare
    case "anyone", "anybody", "whoever": return true
    default:
      return tree.children(subject).contains { tree.relation($0) == .det && tree.lemma($0).lowercased() == "any" }
    }
  }

  /// Whether an act of speech has been done whatever its verb group says: "would like him to resign" asks, "did not approve of it"
  /// blames.
  func isSaidAnyhow(_ trigger: Trigger) -> Bool {
    guard let verb = trigger.predicate else { return false }
    switch trigger.pattern.id {
    case Self.disapproval.id: return true
    case "request.would-like":
      return tree.auxiliaries(of: verb).contains { ["would", "'d", "’d"].contains(tree.lemma($0).lowercased()) }
        && !status.isNegated(verb)
    default: return false
    }
  }

  /// "Should not attack", "must not be banned": what is asked for is that nobody does it.
  func isForbidden(_ trigger: Trigger, _ told: EventStatus) -> Bool {
    guard told == .denied, let verb = trigger.predicate, tree.isVerb(verb), status.isNegated(verb) else { return false }
    return status.finiteStatus(verb, isSpeech: false) == .demanded
  }

  /// "Killed when a lorry ran over him", "after being hit by a car": an accident.
  private func isRunOver(_ verb: Int) -> Bool {
    guard tree.isPassive(verb) else { return false }
    return tree.children(verb).contains { clause in
      guard tree.relation(clause) == .advcl, ["after", "when"].contains(tree.mark(clause) ?? whenWord(clause)),
        tree.isPassive(clause), let agent = tree.subject(clause)
      else { return false }
      return lexicon.has(.vehicles, tree.lemma(agent))
    }
  }

  private func whenWord(_ clause: Int) -> String {
    tree.children(clause).first.map { tree.lemma($0).lowercased() } ?? ""
  }

  /// "Meets twice a year", "meet every Monday": a habit.
  private func isRegular(_ verb: Int) -> Bool {
    guard tree.isPresent(verb), tree.auxiliaries(of: verb).isEmpty else { return false }
    let reach = tree.extent(verb)
    return document.times.contains { time in
      time.expression.kind == .set && reach.contains(time.tokens.lowerBound)
        && (tree.head(time.tokens.lowerBound) == verb || time.tokens.contains { tree.head($0) == verb })
    }
  }

  // MARK: Refusals

  /// "Will not withdraw its troops", "said it would not negotiate": who says that he will not do it refuses.
  func isUnwilling(_ trigger: Trigger, _ type: EventType, _ told: EventStatus) -> Bool {
    guard told == .denied, let verb = trigger.predicate, tree.isVerb(verb), !tree.isPassive(verb),
      status.isNegated(verb), let subject = tree.ownSubject(verb), resolver.hasParties(at: subject)
    else { return false }
    switch type {
    case .cooperate, .aid, .retreat, .consult: break
    default: return false
    }
    let isOfWill = tree.auxiliaries(of: verb).contains {
      ["will", "wo", "would", "'ll", "’ll"].contains(tree.lemma($0).lowercased())
    }
    // "will not meet until Monday": they will.
    return isOfWill
      && !tree.children(verb).contains { child in
        ["until", "before", "if", "unless"].contains(tree.mark(child) ?? tree.preposition(child) ?? "")
      }
  }

  /// Who is unwilling to meet, and whom: all are actors of a meeting.
  func partWilling(_ event: inout Event, _ trigger: Trigger) {
    let willing = trigger.heads(at: .subject).flatMap(resolver.parties)
    let others = without(event.actors, willing)
    guard !willing.isEmpty, others.count < event.actors.count else { return }
    event.recipients = others + event.recipients
    event.actors = without(event.actors, others)
  }

  // MARK: Other events

  /// A trigger with what it means instead: a warning of what may become of others, an opinion that many share, and the defence of
  /// one's own decision are statements; who "does not approve" of a deed blames it.
  func inOtherWords(_ trigger: Trigger) -> Trigger {
    if isForecast(trigger) || isAdvice(trigger) || isOpinion(trigger) || isOwnDefence(trigger) {
      return saying(trigger)
    }
    if isPledgeAgainst(trigger) {
      return Trigger(
        token: trigger.token, pattern: Self.pledgeAgainst, predicate: trigger.predicate, lightVerb: trigger.lightVerb,
        fillers: trigger.fillers)
    }
    if trigger.pattern.id == "support.approve-of", let verb = trigger.predicate, status.isNegated(verb) {
      return Trigger(
        token: trigger.token, pattern: Self.disapproval, predicate: trigger.predicate, lightVerb: trigger.lightVerb,
        fillers: trigger.fillers)
    }
    return trigger
  }

  private static let disapproval = Pattern(
    id: "accuse.not-approve", type: .accuse, modes: ["disapprove"], cameo: "111",
    slots: [Slot(position: .subject, role: .actor), Slot(position: .preposition("of"), role: .recipient)])

  private static let pledgeAgainst = Pattern(
    id: "reject.promise-not", type: .reject, cameo: "120",
    slots: [Slot(position: .subject, role: .actor), Slot(position: .clause, role: .denied)])

  /// "Vowed never to cooperate with them", "pledged that it will not negotiate".
  private func isPledgeAgainst(_ trigger: Trigger) -> Bool {
    guard trigger.pattern.id == "agree.promise" else { return false }
    return trigger.heads(at: .clause).contains { clause in
      guard status.isNegated(clause) else { return false }
      switch triggerAt[clause]?.pattern.type {
      case .cooperate, .aid, .retreat, .consult, .concede, .support, .agree: return true
      default: return false
      }
    }
  }

  private func saying(_ trigger: Trigger) -> Trigger {
    let isWarning = trigger.pattern.type == .threaten
    var slots = [Slot(position: .subject, role: .actor), Slot(position: .clause, role: .theme)]
    if isWarning { slots.append(Slot(position: .object, role: .recipient)) }
    let pattern = Pattern(
      id: "statement.\(tree.lemma(trigger.token))", type: .statement, cameo: "010", slots: slots)
    return Trigger(
      token: trigger.token, pattern: pattern, predicate: trigger.predicate, lightVerb: trigger.lightVerb,
      fillers: trigger.fillers)
  }

  /// "Warned that the bill could poison relations", "warned the committee that Chad may fall": what somebody fears for others. A
  /// threat tells what the speaker will do, a deed of force, or what the one who is warned will suffer.
  private func isForecast(_ trigger: Trigger) -> Bool {
    guard ["threaten.warn", "threaten.warn-person"].contains(trigger.pattern.id),
      let clause = trigger.heads(at: .clause).first(where: { tree.relation($0) == .ccomp }),
      !hasHostileContent(clause), let subject = tree.ownSubject(clause)
    else { return false }
    if tree.isFirstPerson(subject) || ["you", "he", "she", "they", "it"].contains(tree.lemma(subject).lowercased()) {
      return false
    }
    let others = resolver.parties(at: subject)
    let concerned = (trigger.heads(at: .subject) + trigger.heads(at: .object)).flatMap(resolver.parties)
    return !others.contains { other in
      concerned.contains { $0.code != nil && $0.code == other.code || $0.isSame(as: other) }
    }
  }

  /// "Warned the government of underestimating it": of its own mistake.
  private func isAdvice(_ trigger: Trigger) -> Bool {
    guard trigger.pattern.id == "threaten.warn-person" else { return false }
    let clauses = ([trigger.token] + trigger.heads(at: .object)).flatMap(tree.children)
    return clauses.contains { document.xpos[$0] == .vbg && ["of", "about"].contains(tree.mark($0) ?? "") }
  }

  /// "Most candidates agree that the law must be followed", "the director agreed that the tracks are old": an opinion. "Agreed that
  /// talks would go on" is an agreement.
  private func isOpinion(_ trigger: Trigger) -> Bool {
    guard trigger.pattern.id == "agree.agree", let verb = trigger.predicate else { return false }
    let clauses = trigger.heads(at: .clause).filter { tree.relation($0) == .ccomp }
    let isBare = tree.isPresent(verb) && tree.auxiliaries(of: verb).isEmpty
    guard isBare || clauses.contains(where: isJudgement) else { return false }
    // "Norway and Sweden agree that disputes should go to court": two states have agreed.
    let states = trigger.heads(at: .subject).flatMap(resolver.parties).filter { $0.code != nil && $0.name != nil }
    return states.count < 2 && !clauses.isEmpty
  }

  /// "That the tracks are old", "that this needs money": how something is, with no word of what will or should be.
  private func isJudgement(_ clause: Int) -> Bool {
    let isModal = tree.auxiliaries(of: clause).contains { document.xpos[$0] == .md || document.xpos[$0] == .vb }
    guard !isModal, tree.ownSubject(clause) != nil else { return false }
    return tree.child(clause, .cop) != nil || ["need", "have", "require", "deserve"].contains(tree.lemma(clause))
  }

  /// Whether a clause tells of a deed of force or of punishment that it ascribes to nobody else, or promises an answer: "that it
  /// would be attacked", "that sanctions would follow".
  private func hasHostileContent(_ clause: Int) -> Bool {
    let words = descendants(clause)
    if words.contains(where: { Self.answers.contains(tree.lemma($0)) }) { return true }
    let parts = tree.children(clause).filter { [.nsubj, .nsubjPassive, .obj, .xcomp].contains(tree.relation($0)) }
    return ([clause] + parts).contains { token in
      guard triggerAt[token]?.pattern.type?.isHarm ?? false else { return false }
      return token != clause || tree.isPassive(clause)
        || !(tree.ownSubject(clause).map(resolver.hasParties) ?? false)
    }
  }

  private static let answers: Set<String> = [
    "consequence", "retaliation", "retaliate", "retribution", "response", "respond", "reprisal", "revenge", "punish",
    "punishment", "repercussion", "countermeasure",
  ]

  /// "Defended his decision not to go": who defends what is his own speaks for himself.
  private func isOwnDefence(_ trigger: Trigger) -> Bool {
    guard trigger.pattern.id == "support.defend", let subject = trigger.heads(at: .subject).first else { return false }
    let own = resolver.parties(at: subject)
    return trigger.heads(at: .object).contains { object in
      // "defended his ministers": others than himself.
      guard document.xpos[object] != .nns || !resolver.hasParties(at: object), !resolver.isPerson(at: object),
        let owner = tree.child(object, .nmodPossessive), document.upos[owner] == .pron
      else { return false }
      return resolver.parties(at: owner).contains { party in own.contains { $0.isSame(as: party) } }
    }
  }
}
