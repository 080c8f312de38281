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
    if actors.isEmpty, type == .request || type == .threaten { actors = warners(trigger, utterance) }
    if actors.isEmpty, type == .assault { actors = perpetrators(trigger, utterance) }
    if actors.isEmpty, type == .assault { actors = convicts(trigger) }
    if actors.isEmpty { actors = judges(trigger) }
    if actors.isEmpty { actors = sharedAgents(trigger, type) }
    if actors.isEmpty { actors = resumed(trigger) }
    actors += without(companions(trigger, type), actors)
    if actors.isEmpty { actors = announcers(trigger, type, utterance) }
    if type == .consult { actors = attended(trigger, by: actors, utterance) }
    if type == .consult, actors.isEmpty { actors = delegations(of: trigger, utterance) }
    // "border guards were sent"
    if actors.isEmpty, type == .mobilize { actors = trigger.heads(at: .object).flatMap { parties(at: $0, utterance) } }
    // Of a passive, "by" is the actor's: "welcomed by France".
    var recipients = without(parties(trigger, .recipient, utterance), actors)
    if recipients.isEmpty { recipients = without(nestedRecipients(trigger), actors) }
    if recipients.isEmpty { recipients = unnamed(trigger, type) }
    recipients += without(joinedVictims(trigger, recipients.first, utterance), recipients + actors)
    if recipients.isEmpty, type != .consult { recipients = contentParties(trigger, acting, inner, utterance) }
    if recipients.isEmpty, type == .accuse || type == .support {
      // "condemned the attack by rebels" is said of the rebels.
      let objects = trigger.heads(at: .object).compactMap { triggerAt[$0] }
      recipients = objects.flatMap { parties($0, .actor, utterance) }
    }
    if recipients.isEmpty { recipients = deedRecipients(trigger, type, actors, utterance) }
    if recipients.isEmpty { recipients = owners(trigger, type, actors) }
    if recipients.isEmpty, type == .threaten { recipients = without(conditionSubject(trigger), actors) }
    if recipients.isEmpty { recipients = makers(trigger, type, actors) }
    if recipients.isEmpty, type == .request || type == .accuse || type == .threaten {
      recipients = sharedRecipients(trigger, utterance)
    }
    if recipients.isEmpty { recipients = farRecipients(trigger, type, actors, utterance) }
    if actors.isEmpty { actors = captors(trigger, of: recipients) }
    if type == .accuse { recipients = without(recipients, sufferers(trigger, utterance)) }
    return (actors, without(recipients, actors).filter { !isOwn($0, of: actors, trigger) })
  }

  /// "has not completed its inquiry", "denied claims against it"; "the American president rejected a US presence": what belongs to
  /// who acts is nobody to whom it is done.
  private func isOwn(_ party: Party, of actors: [Party], _ trigger: Trigger) -> Bool {
    if isPossessive(party) || party.text.lowercased() == "it" {
      return actors.contains { $0.code == party.code && $0.sector == party.sector && $0.name == party.name }
    }
    guard party.sector == nil, let code = party.code, actors.contains(where: { $0.code == code && $0.sector == "GOV" })
    else { return false }
    return !trigger.fillers.contains { document.span($0.head).overlaps(party.span) }
  }

  func isPossessive(_ party: Party) -> Bool {
    ["his", "her", "its", "their"].contains(party.text.lowercased())
  }

  /// The parties in a role; "we" is the speaker.
  func parties(_ trigger: Trigger, _ role: SlotRole, _ utterance: Utterance?) -> [Party] {
    var result: [Party] = []
    for filler in trigger.fillers where trigger.pattern.has(role, at: filler.position) {
      guard !isMerePlace(filler, trigger), !isThing(filler, trigger) else { continue }
      if role == .recipient, isCalled(filler, trigger) { continue }
      var found = ownParties(filler, trigger, utterance)
      if found.isEmpty, role == .actor { found = bearers(of: filler) }
      // "the ABC inquiry": a name of which nothing is known does not act by standing before a noun.
      let known = filler.position == .modifier ? found.filter { $0.code != nil || $0.sector != nil } : found
      result += without(known, result)
    }
    return result
  }

  /// "demanded the release of the prisoners": who is to be freed is part of what is asked.
  private func isThing(_ filler: Filler, _ trigger: Trigger) -> Bool {
    guard trigger.pattern.type == .request, filler.position == .preposition("of"), let thing = tree.head(filler.head)
    else {
      return false
    }
    return thing != trigger.token && isFreed(thing, trigger)
  }

  /// Whose the thing is that a deed is done to or a word is said of: "shelled Ukrainian villages", "praised Haiti's efforts".
  func owners(_ trigger: Trigger, _ type: EventType, _ actors: [Party]) -> [Party] {
    let isSaid = type == .accuse || type == .support || type == .reject || type == .threaten
    guard
      isSaid || type == .request || type == .assault || type == .aid || type == .agree || type == .coerce
        || type == .sanction || type == .protest || type == .consult
    else {
      return []
    }
    for filler in trigger.fillers {
      let isObject = filler.position == .object
      // "flew to the Chilean capital"
      if type == .consult {
        guard tree.lemma(filler.head) == "capital", trigger.pattern.has(.recipient, at: filler.position) else {
          continue
        }
        let found = without(owners(of: filler.head), actors)
        if !found.isEmpty { return found }
        continue
      }
      let isRecipient = trigger.pattern.has(.recipient, at: filler.position) && (isObject || type != .request)
      // "objected to the orders"
      let isTheme = isObject || trigger.pattern.particle.map { filler.position == .preposition($0) } ?? false
      // "seized the minister's cars"
      let isTaken =
        trigger.pattern.modes.contains("seize") && isObject
        && tree.child(filler.head, .nmodPossessive).map { resolver.place(at: $0) == nil } ?? false
      guard isRecipient || isSaid && isTheme || isTaken, tree.isNoun(filler.head), !isMerePlace(filler, trigger) else {
        continue
      }
      // "condemned the assassination of the minister": he is not to blame.
      guard type != .accuse || !isSuffered(filler.head) else { continue }
      let found = without(owners(of: filler.head), actors)
      if !found.isEmpty { return found }
    }
    return []
  }

  /// "Condemned the arrest of the men", "called her detention illegal": to whom was done what is criticised is not to blame.
  private func sufferers(_ trigger: Trigger, _ utterance: Utterance?) -> [Party] {
    trigger.heads(at: .object).compactMap { triggerAt[$0] }.filter { deed in
      tree.isNoun(deed.token) && [.coerce, .assault, .sanction].contains(deed.pattern.type)
    }.flatMap { parties($0, .recipient, utterance) }
  }

  /// Whether a noun is violence with nobody but its victim: "the killing of the minister", "the deaths of two guards".
  private func isSuffered(_ thing: Int) -> Bool {
    let children = tree.children(thing)
    guard children.contains(where: { tree.preposition($0) == "of" }),
      !children.contains(where: {
        tree.preposition($0) == "by" || tree.relation($0) == .nmodPossessive || $0 < thing && tree.relation($0) == .amod
      })
    else { return false }
    if tree.lemma(thing) == "death" { return true }
    return tree.entry(thing)?.nouns?.patterns.contains {
      $0.type == .assault && $0.has(.recipient, at: .preposition("of"))
    } ?? false
  }

  /// The parties to whom a thing belongs, by possessive, adjective or the phrases behind it.
  func owners(of thing: Int, depth: Int = 0) -> [Party] {
    let own = resolver.parties(at: thing)
    if own.isEmpty, let body = bodyBefore(thing) { return body }
    guard own.isEmpty else { return resolver.place(at: thing)?.kind == .city ? [] : own }
    let children = tree.children(thing)
    // "the software firm Acme"
    if let name = children.first(where: {
      $0 == thing + 1 && tree.relation($0) == .appos && document.upos[$0] == .propn
    }) {
      let named = resolver.parties(at: name).filter { $0.code != nil || $0.hasStanding }
      if !named.isEmpty { return named }
    }
    // "French government policy": the government's.
    if let role = children.first(where: { $0 < thing && resolver.isRoleBefore($0) }),
      !children.contains(where: { tree.relation($0) == .nmodPossessive })
    {
      return resolver.parties(at: role)
    }
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
    // "corruption in the government"
    for child in children where child > thing && tree.preposition(child) == "in" {
      // "changes in Norway's policy"
      if let owner = tree.child(child, .nmodPossessive), document.upos[owner] != .pron {
        let found = resolver.parties(at: owner)
        if !found.isEmpty { return found }
      }
      let found = resolver.parties(at: child).filter {
        resolver.place(at: child) == nil && ($0.sector == "GOV" || $0.sector == "PTY" || $0.sector == "COP")
      }
      if !found.isEmpty { return found }
    }
    return []
  }

  /// "Guyana's police headquarters": the police of Guyana.
  private func bodyBefore(_ thing: Int) -> [Party]? {
    let children = tree.children(thing)
    guard let country = children.first(where: { tree.relation($0) == .nmodPossessive }),
      let owner = resolver.parties(at: country).first, owner.code != nil, owner.sector == nil,
      let role = children.first(where: { $0 < thing && $0 > country && resolver.isRoleBefore($0) }),
      var body = resolver.parties(at: role).first, body.sector != nil
    else { return nil }
    body.code = body.code ?? owner.code
    return [body]
  }

  /// "A statement by the Kremlin condemned the raid", "the report demands": whose the document is that speaks, as told here or where
  /// it was named before.
  private func authors(_ trigger: Trigger) -> [Party] {
    trigger.heads(at: .subject).filter { tree.isDocument($0) }.flatMap { document in
      let owners = owners(of: document)
      return owners.isEmpty ? speech.author(of: document) ?? speech.earlierAuthor(of: document) ?? [] : owners
    }
  }

  /// "a bombing by rebels that killed nine": whoever did the deed that is the subject.
  func perpetrators(_ trigger: Trigger, _ utterance: Utterance?) -> [Party] {
    for head in trigger.heads(at: .subject) where tree.lemma(head) == "responsibility" {
      // "claimed responsibility for a bombing that killed nine", hung on "responsibility".
      if let claim = tree.head(head), tree.isVerb(claim) { return tree.subject(claim).map(resolver.parties) ?? [] }
    }
    // "was killed in the US airstrike"
    let deeds = trigger.heads(at: .subject).compactMap { triggerAt[$0] }.filter { $0.pattern.type == .assault }
    var found = deeds.flatMap { parties($0, .actor, utterance) }
    if found.isEmpty { found = assailants(trigger, utterance) }
    if found.isEmpty {
      let places: [Position] = [.subject, .preposition("in"), .preposition("by")]
      found = places.lazy.flatMap { trigger.heads(at: $0) }.map(doers).first { !$0.isEmpty } ?? []
    }
    return found.isEmpty ? deeds.flatMap { planners(of: $0.token) } : found
  }

  /// "was killed in the US airstrike"; of "clashes between police and protesters" those who are not the victim.
  private func assailants(_ trigger: Trigger, _ utterance: Utterance?) -> [Party] {
    let harmed = parties(trigger, .recipient, utterance)
    return trigger.heads(at: .preposition("in")).compactMap { triggerAt[$0] }.filter { $0.pattern.type == .assault }
      .flatMap { parties($0, .actor, utterance) }
      .filter { actor in
        actor.unresolved == nil && (actor.code != nil || actor.sector != nil)
          && !harmed.contains { $0.sector == actor.sector && ($0.code ?? actor.code) == actor.code }
      }
  }

  /// "one of the planners of the bombing that killed nine"
  private func planners(of deed: Int) -> [Party] {
    guard tree.preposition(deed) == "of", let planner = tree.head(deed), Self.planners.contains(tree.lemma(planner))
    else { return [] }
    let counted = tree.preposition(planner) == "of" ? tree.head(planner) : nil
    return resolver.parties(at: counted.map { tree.relation($0) == .appos ? tree.head($0) ?? $0 : $0 } ?? planner)
  }

  private static let planners: Set<String> = [
    "planner", "mastermind", "perpetrator", "organiser", "organizer", "architect", "instigator", "ringleader",
  ]

  /// "criticised the US and demanded an end of arms sales": of the US.
  func sharedRecipients(_ trigger: Trigger, _ utterance: Utterance?) -> [Party] {
    guard let verb = trigger.predicate,
      !tree.hasOwnSubject(verb) || tree.relation(verb) != .conj && tree.relation(verb) != .advcl
    else { return [] }
    let siblings = tree.children(verb).filter { tree.relation($0) == .conj && !tree.hasOwnSubject($0) }
    // "stood against the plan of the king, calling for a vote"
    let isPart = tree.relation(verb) == .conj || tree.relation(verb) == .advcl && document.xpos[verb] == .vbg
    let above = isPart ? tree.head(verb) : nil
    for sibling in siblings + [above].compactMap({ $0 }) {
      guard let other = triggerAt[sibling], other.pattern.type?.isSpeechAct == true else { continue }
      // "questioned the vote, and asked supporters to wait": who is asked is not who is blamed.
      guard other.pattern.type != .request || trigger.pattern.type == .request else { continue }
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
    switch (filler.position, trigger.pattern.type) {
    // "withdraw from Lund", "a curfew in Lund": towns are where it is.
    case (.preposition("from"), .retreat): return resolver.place(at: filler.head)?.kind == .city
    case (.preposition("in"), .coerce): return isTown(filler.head)
    case (.modifier, _): break
    default: return false
    }
    switch trigger.pattern.type {
    // "the Oslo investigation": what is investigated happened there.
    case .accuse where tree.isNoun(trigger.token), .consult, .protest:
      return resolver.place(at: filler.head)?.kind == .city
    case .assault: return resolver.place(at: filler.head).map { $0.kind != .country } ?? false
    default: return false
    }
  }

  /// Whether it is a town, or a name behind "in" of which nothing else is known.
  private func isTown(_ head: Int) -> Bool {
    if resolver.place(at: head)?.kind == .city { return true }
    let parties = resolver.parties(at: head)
    return !parties.isEmpty && parties.allSatisfy { $0.code == nil && $0.sector == nil }
  }

  /// The parties that are not already among others.
  func without(_ parties: [Party], _ others: [Party]) -> [Party] {
    others.isEmpty ? parties : parties.filter { party in !others.contains { $0.isSame(as: party) } }
  }
}
