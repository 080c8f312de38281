import Linguistics
import NewsModel

// Who takes part in an event.
extension EventBuilder {
  /// Who does it, and to whom: by the pattern, else by what the sentence leaves to the reader.
  func sides(
    of trigger: Trigger, _ type: EventType, _ inner: Trigger?, _ utterance: Utterance?
  ) -> (actors: [Party], recipients: [Party]) {
    let acting = parties(trigger, .actor, utterance)
    var actors = acting
    if trigger.pattern.has(.actor, at: .speaker), actors.isEmpty { actors = utterance?.speakers ?? [] }
    if actors.isEmpty, type.isSpeechAct { actors = authors(trigger) }
    if actors.isEmpty, type == .assault { actors = perpetrators(trigger, utterance) }
    if actors.isEmpty, type == .assault { actors = convicts(trigger) }
    if actors.isEmpty { actors = announcers(trigger, type, utterance) }
    // "border guards were sent"
    if actors.isEmpty, type == .mobilize { actors = trigger.heads(at: .object).flatMap { parties(at: $0, utterance) } }
    // Of a passive, "by" is the actor's: "welcomed by France".
    var recipients = without(parties(trigger, .recipient, utterance), actors)
    if recipients.isEmpty, type != .consult { recipients = contentParties(trigger, acting, inner, utterance) }
    if recipients.isEmpty, type == .accuse || type == .support {
      // "condemned the attack by rebels" is said of the rebels.
      let objects = trigger.heads(at: .object).compactMap { triggerAt[$0] }
      recipients = objects.flatMap { parties($0, .actor, utterance) }
    }
    if recipients.isEmpty { recipients = owners(trigger, type, actors) }
    if recipients.isEmpty, type == .threaten { recipients = without(conditionSubject(trigger), actors) }
    if recipients.isEmpty { recipients = without(makers(trigger, type), actors) }
    if recipients.isEmpty, type == .request || type == .accuse || type == .threaten {
      recipients = sharedRecipients(trigger, utterance)
    }
    return (actors, without(recipients, actors))
  }

  /// The parties in a role; "we" is the speaker.
  func parties(_ trigger: Trigger, _ role: SlotRole, _ utterance: Utterance?) -> [Party] {
    var result: [Party] = []
    for filler in trigger.fillers where trigger.pattern.has(role, at: filler.position) {
      guard !isMerePlace(filler, trigger) else { continue }
      var found = parties(at: filler.head, utterance)
      if found.isEmpty, role == .actor { found = bearers(of: filler) }
      // "the ABC inquiry": a name of which nothing is known does not act by standing before a noun.
      let known = filler.position == .modifier ? found.filter { $0.code != nil || $0.sector != nil } : found
      result += without(known, result)
    }
    return result
  }

  /// Whose the thing is that a deed is done to or a word is said of: "shelled Ukrainian villages", "praised Haiti's efforts".
  func owners(_ trigger: Trigger, _ type: EventType, _ actors: [Party]) -> [Party] {
    let isSaid = type == .accuse || type == .support || type == .reject || type == .threaten
    guard isSaid || type == .assault || type == .aid || type == .agree || type == .coerce || type == .sanction else {
      return []
    }
    for filler in trigger.fillers {
      let isRecipient = trigger.pattern.has(.recipient, at: filler.position)
      guard isRecipient || isSaid && filler.position == .object, tree.isNoun(filler.head), !isMerePlace(filler, trigger)
      else {
        continue
      }
      let found = without(owners(of: filler.head), actors)
      if !found.isEmpty { return found }
    }
    return []
  }

  /// The parties to whom a thing belongs, by possessive, adjective or the phrases behind it.
  func owners(of thing: Int, depth: Int = 0) -> [Party] {
    let own = resolver.parties(at: thing)
    guard own.isEmpty else { return depth > 0 && resolver.place(at: thing)?.kind == .city ? [] : own }
    let children = tree.children(thing)
    for child in children where child < thing {
      switch tree.relation(child) {
      case .nmodPossessive, .amod, .compound:
        let found = resolver.parties(at: child)
        if !found.isEmpty, resolver.place(at: child)?.kind != .city { return found }
      default: break
      }
    }
    guard depth < 3 else { return [] }
    for child in children where child > thing && tree.relation(child).universal == .nmod {
      guard ["of", "by", "from", "with", "between", "against"].contains(tree.preposition(child) ?? "") else { continue }
      let found = owners(of: child, depth: depth + 1)
      if !found.isEmpty { return found }
    }
    return []
  }

  /// "A statement by the Kremlin condemned the raid": whose the document is that speaks.
  private func authors(_ trigger: Trigger) -> [Party] {
    trigger.heads(at: .subject).filter { tree.isDocument($0) }.flatMap { owners(of: $0) }
  }

  /// "a bombing by rebels that killed nine": whoever did the deed that is the subject.
  func perpetrators(_ trigger: Trigger, _ utterance: Utterance?) -> [Party] {
    for head in trigger.heads(at: .subject) where tree.lemma(head) == "responsibility" {
      // "claimed responsibility for a bombing that killed nine", hung on "responsibility".
      if let claim = tree.head(head), tree.isVerb(claim) { return tree.subject(claim).map(resolver.parties) ?? [] }
    }
    let deeds = trigger.heads(at: .subject).compactMap { triggerAt[$0] }
    return deeds.filter { $0.pattern.type == .assault }.flatMap { parties($0, .actor, utterance) }
  }

  /// "criticised the US and demanded an end of arms sales": of the US.
  func sharedRecipients(_ trigger: Trigger, _ utterance: Utterance?) -> [Party] {
    guard let verb = trigger.predicate, !tree.hasOwnSubject(verb) || tree.relation(verb) != .conj else { return [] }
    let siblings = tree.children(verb).filter { tree.relation($0) == .conj && !tree.hasOwnSubject($0) }
    let above = tree.relation(verb) == .conj ? tree.head(verb) : nil
    for sibling in siblings + [above].compactMap({ $0 }) {
      guard let other = triggerAt[sibling], other.pattern.type?.isSpeechAct == true else { continue }
      let found = parties(other, .recipient, utterance)
      if !found.isEmpty { return found }
    }
    return []
  }

  func parties(at head: Int, _ utterance: Utterance?) -> [Party] {
    if tree.isFirstPerson(head), let utterance { return utterance.speakers.map { mention($0, at: head) } }
    let parties = resolver.parties(at: head)
    if let utterance, utterance.kind == .indirect, !parties.isEmpty, parties.allSatisfy({ $0.unresolved != nil }) {
      // "rebels said they will": whoever "they" are, they are most likely those who speak.
      return utterance.speakers.map { mention($0, at: head) }
    }
    return parties
  }

  /// The speaker, quoted by the pronoun that stands here.
  func mention(_ party: Party, at head: Int) -> Party {
    var party = party
    party.span = document.span(head)
    party.text = document.form(head)
    party.role = nil
    return party
  }

  /// A town before a noun is where it is and not who takes part: "the Geneva talks".
  func isMerePlace(_ filler: Filler, _ trigger: Trigger) -> Bool {
    guard filler.position == .modifier else { return false }
    switch trigger.pattern.type {
    case .consult, .protest: return resolver.place(at: filler.head)?.kind == .city
    case .assault: return resolver.place(at: filler.head).map { $0.kind != .country } ?? false
    default: return false
    }
  }

  /// The parties that are not already among others.
  func without(_ parties: [Party], _ others: [Party]) -> [Party] {
    others.isEmpty ? parties : parties.filter { party in !others.contains { $0.isSame(as: party) } }
  }

  /// Whom what is demanded, threatened or refused is about.
  func contentParties(
    _ trigger: Trigger, _ actors: [Party], _ inner: Trigger?, _ utterance: Utterance?
  ) -> [Party] {
    var result: [Party] = []
    for head in trigger.fillers.filter({ trigger.pattern.absorbs(at: $0.position) }).map(
      \.head)
    {
      let isVictim = trigger.pattern.type == .accuse && tree.isVerb(head) && tree.isPassive(head)
      if tree.isVerb(head) || tree.isPredicate(head),
        let subject = isVictim ? tree.subject(head) : tree.ownSubject(head)
      {
        result += without(parties(at: subject, utterance), actors + result)
      }
      for child in tree.children(head) where tree.isNoun(head) {
        switch tree.relation(child) {
        case .nmodPossessive, .amod, .compound:
          result += without(([child] + tree.children(child)).flatMap { resolver.parties(at: $0) }, actors + result)
        default: if tree.preposition(child) == "by" { result += without(resolver.parties(at: child), actors + result) }
        }
      }
    }
    if result.isEmpty, trigger.pattern.type == .request { result = without(subordinateSubject(trigger), actors) }
    if result.isEmpty, let inner, isPrincipal(inner, of: trigger) {
      // Who did it is accused, and not to whom it was done.
      let roles: [SlotRole] = trigger.pattern.type == .accuse ? [.actor] : [.recipient, .actor]
      for role in roles where result.isEmpty {
        result = without(parties(inner, role, utterance), actors)
      }
    }
    return result
  }

  /// Whether an inner event is what the content says, and not a mere attribute: "refused to pay the family of those killed".
  private func isPrincipal(_ inner: Trigger, of trigger: Trigger) -> Bool {
    let heads = trigger.fillers.map(\.head)
    return heads.contains(inner.token) || tree.head(inner.token).map(heads.contains) ?? false
  }

  /// Of whom a demand speaks in a later clause: "demands … guarantees that NATO won't expand".
  func subordinateSubject(_ trigger: Trigger) -> [Party] {
    for token in trigger.token..<tree.extent(trigger.predicate ?? trigger.token).upperBound {
      guard tree.relation(token) == .mark, tree.lemma(token) == "that", let clause = tree.head(token),
        let subject = tree.ownSubject(clause)
      else { continue }
      return resolver.parties(at: subject)
    }
    return []
  }
}
