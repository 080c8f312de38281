import Linguistics
import NewsModel

// Whom an event is aimed at or who did it, where nobody stands at the places that its pattern names.
extension EventBuilder {
  /// The nearest known party that is farther off: in a phrase behind the object, in a participle or purpose, in the clause that
  /// the verb governs, or with the verb above a letter's words.
  func farRecipients(
    _ trigger: Trigger, _ type: EventType, _ actors: [Party], _ utterance: Utterance?
  ) -> [Party] {
    // Denials mostly have nobody whom they are said to.
    guard tree.lemma(trigger.token) != "deny", type.isAimed else { return [] }
    // "used tear gas to disperse protesters"
    if type == .assault {
      return without(purposes(trigger).flatMap { tree.objects($0) }.flatMap(resolver.parties), actors)
    }
    var found = known(aims(trigger, type), actors)
    if found.isEmpty { found = without(recipientsOfParts(trigger, type, utterance), actors) }
    if found.isEmpty { found = governedParties(trigger, type, actors) }
    if found.isEmpty { found = known(readers(trigger, type), actors) }
    if found.isEmpty { found = known(hearers(type, actors, utterance), actors) }
    return found
  }

  /// "Froze 9 million in aid to Chad", "seized houses worth millions from a trader": whom a phrase deeper within the object names by a
  /// word behind which the pattern looks for whom it is done to.
  func nestedRecipients(_ trigger: Trigger) -> [Party] {
    for object in trigger.heads(at: .object) where !tree.isVerb(object) {
      for outer in tree.children(object) where outer > object && (tree.preposition(outer) == "in" || isWorth(outer)) {
        for inner in tree.children(outer) where inner > outer {
          guard let word = tree.preposition(inner), ["to", "from", "for"].contains(word),
            trigger.pattern.has(.recipient, at: .preposition(word)),
            tree.relation(inner).universal == .nmod
              || tree.relation(inner).universal == .obl
          else { continue }
          let found = known(resolver.parties(at: inner), [])
          if !found.isEmpty { return found }
        }
      }
    }
    return []
  }

  /// "houses worth millions"
  private func isWorth(_ token: Int) -> Bool { tree.lemma(token) == "worth" }

  /// Those of a phrase who may be meant: with a code or a standing, and not who does it.
  private func known(_ parties: [Party], _ actors: [Party]) -> [Party] {
    without(parties.filter { $0.unresolved == nil && ($0.code != nil || $0.hasStanding) }, actors)
  }

  // MARK: Phrases

  /// "Wants answers from the ministry", "boycotted the games over the Soviet invasion".
  private func aims(_ trigger: Trigger, _ type: EventType) -> [Party] {
    for filler in trigger.fillers where !tree.isVerb(filler.head) {
      // "called for answers from the ministry"
      if type == .request, trigger.pattern.absorbs(at: filler.position) {
        // "demanded the release of prisoners from the ministry"
        let freed = isFreed(filler.head, trigger) ? phrases(of: filler.head, ["of"]) : []
        for child in ([filler.head] + freed).flatMap({ phrases(of: $0, ["from"]) }) {
          let found = aims(child, "from", type)
          if !found.isEmpty { return found }
        }
      }
      guard case .preposition(let word) = filler.position, trigger.pattern.roles(at: filler.position).isEmpty else {
        continue
      }
      let found = aims(filler.head, word, type)
      if !found.isEmpty { return found }
    }
    return []
  }

  private func aims(_ head: Int, _ word: String, _ type: EventType) -> [Party] {
    switch word {
    case "from" where type == .request:
      // "the withdrawal from Sudan": where something moves is nobody who is asked.
      guard let thing = tree.head(head), triggerAt[thing]?.pattern.type != .retreat, isAttached(head, to: thing) else {
        return []
      }
      return owners(of: head, depth: 3)
    case "against" where type != .request && type != .agree && type != .reject: return owners(of: head, depth: 3)
    // "pledged 5 million in aid to Chad"
    case "in" where type == .agree || type == .aid || type == .sanction:
      guard isHelp(head) else { return [] }
      return phrases(of: head, ["to", "for"]).flatMap { owners(of: $0, depth: 3) }
    // "accepted a deal with the company"
    case "with" where type == .agree: return owners(of: head, depth: 3)
    case "to" where type == .reject && tree.head(head).map(tree.lemma) == "oppose": return owners(of: head, depth: 3)
    // A quarrel over a country, or over somebody's death, is with neither.
    case "over" where type != .request && type != .agree:
      if let deed = triggerAt[head] { return parties(deed, .actor, nil) }
      return resolver.parties(at: head).isEmpty ? owners(of: head, depth: 3) : []
    default: return []
    }
  }

  /// Whether no comma parts a phrase from what it hangs on.
  private func isAttached(_ head: Int, to thing: Int) -> Bool {
    thing < head && !(thing..<head).contains { document.xpos[$0] == .comma }
  }

  // MARK: Clauses

  /// "Filed a suit accusing the bank", "lodged a protest to ask Chile to stop": whom the words of its parts are said to.
  private func recipientsOfParts(_ trigger: Trigger, _ type: EventType, _ utterance: Utterance?) -> [Party] {
    guard type != .agree, type != .reject else { return [] }
    for clause in parts(trigger) {
      // "filed a complaint stating that the mayor had lied"
      if type == .accuse, triggerAt[clause]?.pattern.type == nil, tree.entry(clause)?.speechVerb == .statement {
        let blamed = tree.children(clause).first { tree.relation($0) == .ccomp }.flatMap(tree.ownSubject)
        let found = known(blamed.map(resolver.parties) ?? [], [])
        if !found.isEmpty, !found.contains(where: { isOwnCountry($0, of: trigger) }) { return found }
      }
      guard let inner = triggerAt[clause], let innerType = inner.pattern.type, innerType.isHostile else { continue }
      let found = sides(of: inner, innerType, composed(inner, innerType).inner, utterance).recipients
      let named = found.filter { $0.unresolved == nil && ($0.name != nil || $0.code != nil || $0.hasStanding) }
      if !named.isEmpty { return named }
    }
    switch type {
    case .mobilize: return foes(trigger)
    // "blocked the road to force the government to resign"
    case .protest:
      return known(
        purposes(trigger).filter { Self.pressing.contains(tree.lemma($0)) }.flatMap { tree.objects($0) }.flatMap(
          resolver.parties), [])
    default: return []
    }
  }

  /// "The American secretary condemned the raid, saying that America stands by Chile".
  private func isOwnCountry(_ party: Party, of trigger: Trigger) -> Bool {
    party.sector == nil && party.code != nil
      && trigger.heads(at: .subject).contains { head in
        resolver.parties(at: head).contains { $0.code == party.code }
      }
  }

  /// "Sent troops to defeat the rebels": against whom the troops are sent.
  private func foes(_ trigger: Trigger) -> [Party] {
    purposes(trigger).flatMap { tree.objects($0) }.flatMap(resolver.parties).filter { party in
      party.sector.map { ["REB", "UAF", "PRM", "CRM"].contains($0) } ?? false
    }
  }

  private static let pressing: Set<String> = [
    "force", "press", "pressure", "compel", "make", "push", "persuade", "oust", "topple",
  ]

  private func purposes(_ trigger: Trigger) -> [Int] {
    let verb = trigger.predicate ?? trigger.token
    return tree.children(verb).filter { $0 > verb && tree.isVerb($0) && tree.mark($0) == "to" }
  }

  /// The participles and purposes behind a verb and its objects.
  private func parts(_ trigger: Trigger) -> [Int] {
    ([trigger.predicate ?? trigger.token] + trigger.heads(at: .object)).flatMap { tree.children($0) }.filter { clause in
      guard clause > trigger.token else { return false }
      switch tree.relation(clause) {
      case .acl, .advcl, .xcomp:
        return tree.mark(clause) == "to" || document.xpos[clause] == .vbg && tree.mark(clause) == nil
      default: return false
      }
    }
  }

  /// The words of a suit or protest that are the same act as bringing it: "filed a suit accusing the bank".
  func partsOfSameAct(_ trigger: Trigger) -> [Int] {
    guard trigger.pattern.type == .accuse, tree.isVerb(trigger.token) else { return [] }
    let objects = trigger.heads(at: .object)
    return parts(trigger).filter { clause in
      triggerAt[clause]?.pattern.type == .accuse && tree.head(clause).map(objects.contains) ?? false
    }
  }

  /// "Refused to tell the court their names", "opposed to Chile joining": who stands in the clause that the verb governs, nearest
  /// to its verb first.
  private func governedParties(_ trigger: Trigger, _ type: EventType, _ actors: [Party]) -> [Party] {
    guard
      type == .reject || type == .request || type == .threaten || type == .agree || type == .accuse || type == .aid
    else {
      return []
    }
    let clauses = trigger.fillers.map(\.head) + (type == .agree || type == .aid ? parts(trigger) : [])
    for clause in clauses where clause > trigger.token && tree.isVerb(clause) {
      // Who is to do what is asked has been looked for; whom he is to do it to is not asked.
      if type == .request, tree.ownSubject(clause) != nil || isFreed(clause, trigger) { continue }
      for head in governed(clause, type) where document.upos[head] != .pron {
        // "threatened to bomb Oslo": a capital stands for its country.
        let isCity = resolver.place(at: head)?.kind == .city
        guard !isCity || type == .threaten && resolver.parties(at: head).contains(where: { $0.code != nil }) else {
          continue
        }
        var found = known(resolver.parties(at: head), actors)
        // "refused to name the source": a thing refused may be anybody, unless it is somebody known.
        if type == .reject, tree.objects(clause).contains(head) { found.removeAll { $0.code == nil && $0.name == nil } }
        if !found.isEmpty { return found }
      }
    }
    return []
  }

  /// The phrases of a governed clause that may tell at whom the event above it is aimed.
  private func governed(_ clause: Int, _ type: EventType) -> [Int] {
    let agent = tree.isPassive(clause) ? tree.subject(clause) : tree.ownSubject(clause)
    let subject = agent.map { [$0] } ?? []
    let objects = tree.objects(clause)
    switch type {
    case .reject:
      // "said no soldiers were hurt": what is refused is no clause with a tense.
      guard document.xpos[clause] == .vb || document.xpos[clause] == .vbg else { return [] }
      let hearers = (tree.child(clause, .iobj).map { [$0] } ?? []) + phrases(of: clause, ["to", "with", "from"])
      // "refused to sign papers from the ministry"
      return subject + hearers + objects.flatMap { phrases(of: $0, ["to", "from", "by"]) } + objects
    case .threaten: return subject + objects + phrases(of: clause, ["against", "to", "with", "from"])
    case .request: return subject + phrases(of: clause, ["to", "with", "from"])
    // "an agreement to buy the firm" is one with it.
    case .agree, .aid:
      let isTrade = ["buy", "purchase", "acquire"].contains(tree.lemma(clause))
      // "promised to increase trade with Chile"
      // "promised 5 million to help Chad"
      let isHelp = isHelp(clause)
      // "agreed to pay the state a million"
      let paid = tree.child(clause, .iobj).map { [$0] } ?? []
      return paid + objects.filter { isTrade || isHelp || resolver.isPerson(at: $0) }
        + phrases(of: clause, ["with", "to"])
        + objects.flatMap { phrases(of: $0, ["with"]) }
    // "questioned why the premier had left"
    default: return tree.relation(clause) == .ccomp ? subject : []
    }
  }

  /// "aid", "to help": what is done for somebody.
  private func isHelp(_ token: Int) -> Bool {
    ["aid", "help", "assist", "assistance", "relief", "support", "protect", "defend"].contains(tree.lemma(token))
  }

  private func phrases(of head: Int, _ words: [String]) -> [Int] {
    tree.children(head).filter { $0 > head && tree.preposition($0).map(words.contains) ?? false }
  }

  // MARK: Hearers

  /// "Sent a letter to the president urging restraint", "wrote to the council demanding an inquiry": who gets what says it.
  private func readers(_ trigger: Trigger, _ type: EventType) -> [Party] {
    guard type == .request || type == .accuse || type == .threaten, let above = tree.head(trigger.token),
      above < trigger.token
    else { return [] }
    // "phoned the president to protest at the raid"
    if document.xpos[trigger.token] == .vb, tree.mark(trigger.token) == "to", Self.calls.contains(tree.lemma(above)) {
      return tree.objects(above).flatMap(resolver.parties)
    }
    guard document.xpos[trigger.token] == .vbg else { return [] }
    // The participle may hang on the reader himself.
    if tree.preposition(above) == "to", let letter = tree.head(above), isWritten(letter) {
      return resolver.parties(at: above)
    }
    let verb = tree.isDocument(above) ? tree.head(above) : above
    guard let verb, tree.isVerb(verb), tree.isDocument(above) || isWritten(verb) else { return [] }
    let phrases = phrases(of: above, ["to"]) + phrases(of: verb, ["to"])
    return (tree.child(verb, .iobj) ?? phrases.first { $0 < trigger.token }).map(resolver.parties) ?? []
  }

  /// Verbs of speaking to somebody who is their object.
  private static let calls: Set<String> = ["phone", "telephone", "call", "ring", "email", "summon"]

  /// "Sent a letter", "a letter", "wrote".
  private func isWritten(_ token: Int) -> Bool {
    tree.isDocument(token)
      || tree.isVerb(token) && (tree.lemma(token) == "write" || tree.objects(token).contains(where: tree.isDocument))
  }

  /// "Told Congress that he would ask for a loan": to whom one says what one asks or promises.
  private func hearers(_ type: EventType, _ actors: [Party], _ utterance: Utterance?) -> [Party] {
    guard type == .request || type == .agree || type == .threaten, let utterance, !actors.isEmpty,
      actors.allSatisfy({ actor in utterance.speakers.contains { $0.name == actor.name && $0.code == actor.code } })
    else { return [] }
    return utterance.addressees.filter { $0.sector != "JRN" }
  }

  // MARK: Agents

  /// "Was raped and murdered by soldiers", "was beaten by guards and stabbed": who did the one did the other.
  func sharedAgents(_ trigger: Trigger, _ type: EventType) -> [Party] {
    guard let verb = trigger.predicate, verb == trigger.token, tree.isPassive(verb), tree.subject(verb) == nil else {
      return []
    }
    if let next = tree.children(verb).first(where: { $0 > verb && tree.relation($0) == .conj }), isJoined(verb, next),
      let agent = tree.subject(next)
    {
      return resolver.parties(at: agent)
    }
    // "was arrested by police and sentenced" tells not by whom.
    guard type == .assault, tree.relation(verb) == .conj, !tree.hasOwnSubject(verb), let before = tree.head(verb),
      triggerAt[before]?.pattern.type == .assault, tree.isPassive(before), let agent = tree.subject(before)
    else { return [] }
    return resolver.parties(at: agent)
  }

  /// Whether nothing stands between two passives but what joins them.
  private func isJoined(_ verb: Int, _ next: Int) -> Bool {
    guard tree.isPassive(next), !tree.hasOwnSubject(next) else { return false }
    return (verb + 1..<next).allSatisfy { token in
      switch document.upos[token] {
      case .cconj, .adv, .punct, .aux: true
      case .verb: tree.head(token) == verb && tree.isPassive(token)
      default: false
      }
    }
  }
}

extension EventType {
  /// Whether it is said or done to somebody whom words farther off may name.
  fileprivate var isAimed: Bool {
    switch self {
    case .request, .accuse, .reject, .threaten, .agree, .protest, .mobilize, .sanction, .aid, .assault: true
    default: false
    }
  }

  /// Whether it goes against somebody.
  fileprivate var isHostile: Bool {
    switch self {
    case .request, .accuse, .reject, .threaten, .assault, .coerce, .protest: true
    default: false
    }
  }
}
