import Linguistics
import NewsModel

// Whose the claim, plan or deed is that is refused, praised or criticised.
extension EventBuilder {
  /// By words that hang on it, or by what was told before: "rejected the version presented by the US", "the move was welcomed",
  /// "this was disputed by the army".
  func makers(_ trigger: Trigger, _ type: EventType, _ actors: [Party]) -> [Party] {
    guard type == .reject || type == .accuse || type == .support else { return [] }
    let against = trigger.heads(at: .preposition("against"))
    for head in trigger.heads(at: .object) + trigger.heads(at: .preposition("to")) + against {
      let found = without(makers(of: head), actors)
      if !found.isEmpty { return found }
      if type == .reject, Self.requests.contains(tree.lemma(head)), tree.isDefinite(head) {
        let asking = without(askers(before: trigger), actors)
        if !asking.isEmpty { return asking }
      }
      // Denials mostly have nobody whom they are said to.
      guard tree.lemma(trigger.token) != "deny" else { continue }
      let told = without(makersTold(head, trigger), actors)
      if !told.isEmpty { return told }
    }
    return []
  }

  private static let requests: Set<String> = [
    "request", "appeal", "bid", "application", "petition", "demand", "motion",
  ]

  /// "Norway asked for a truce. Chad refused the request": who asked for something in one of the two sentences before.
  private func askers(before trigger: Trigger) -> [Party] {
    let sentence = Int(tree.sentences[trigger.token])
    let start = document.sentences[max(0, sentence - 2)].lowerBound
    for token in (start..<tree.sentence(of: trigger.token).lowerBound).reversed() {
      guard let asking = triggerAt[token], asking.pattern.type == .request else { continue }
      return parties(asking, .actor, nil).filter { $0.unresolved == nil && ($0.code != nil || $0.name != nil) }
    }
    return []
  }

  /// "the claims that the US presented", "the account of the crash presented by Chile", "the way the police acted".
  func makers(of thing: Int) -> [Party] {
    // "disputed US claims that …", read as a clause of its own.
    if tree.isVerb(thing) { return tree.ownSubject(thing).map(resolver.parties) ?? [] }
    let parts = [thing] + tree.children(thing).filter { $0 > thing && tree.preposition($0) == "of" }
    for part in parts {
      for child in tree.children(part) {
        guard let maker = isMade(child) ? tree.subject(child) : relativeSubject(child) else { continue }
        let found = resolver.parties(at: maker)
        if !found.isEmpty { return found }
      }
    }
    return []
  }

  /// "presented by Chile", "which was presented by Chile"
  private func isMade(_ verb: Int) -> Bool {
    (tree.relation(verb) == .acl || tree.relation(verb) == .aclRelative) && tree.isPassive(verb)
      && tree.mark(verb) == nil
  }

  /// The subject of "that the ministry presented": of a relative clause about something that its subject did.
  private func relativeSubject(_ verb: Int) -> Int? {
    guard tree.relation(verb) == .aclRelative, !tree.isPassive(verb), let subject = tree.ownSubject(verb),
      !tree.isRelativePronoun(subject)
    else { return nil }
    return subject
  }

  // MARK: Told before

  /// Whose it is by the sentence before: of a claim whoever spoke there, of a move whoever made it.
  private func makersTold(_ head: Int, _ trigger: Trigger) -> [Party] {
    let isPronoun = document.upos[head] == .pron && ["this", "that", "it"].contains(document.word(head))
    if isPronoun, let noun = moveBefore(head) { return makersTold(noun, trigger) }
    guard isPronoun || tree.isDefinite(head) else { return [] }
    // Who passes a law does not judge who proposed it.
    let isMove = (isPronoun || isBareMove(head)) && trigger.pattern.cameo != "050"
    if isMove, let owned = sameBefore(head) { return owned }
    if isPronoun || lexicon.has(.claims, tree.lemma(head)),
      let last = speech.utterances.last(where: { isRightBefore($0, trigger) })
    {
      return last.speakers
    }
    return isMove ? doersBefore(head) : []
  }

  /// "The move", "the latest plan": of which nothing else says what or whose it is.
  private func isBareMove(_ head: Int) -> Bool {
    lexicon.has(.moves, tree.lemma(head))
      && tree.children(head).allSatisfy { child in
        switch tree.relation(child) {
        case .nmod, .acl, .aclRelative, .ccomp, .compound, .nmodPossessive, .appos, .conj: false
        default: true
        }
      }
  }

  private func isRightBefore(_ utterance: Utterance, _ trigger: Trigger) -> Bool {
    utterance.cue < tree.sentence(of: trigger.token).lowerBound
      && tree.sentences[trigger.token] - tree.sentences[utterance.cue] <= 1
  }

  /// "The move was welcomed in Oslo, while Sweden criticised it": the move that the sentence named before.
  private func moveBefore(_ pronoun: Int) -> Int? {
    let start = tree.sentence(of: pronoun).lowerBound
    return (start..<max(start, pronoun)).last { lexicon.has(.moves, tree.lemma($0)) && tree.isDefinite($0) }
  }

  /// The parties of the last mention of the same thing: "parliament will vote on the bill", "the party's offer".
  private func sameBefore(_ head: Int) -> [Party]? {
    let sentence = Int(tree.sentences[head])
    let start = document.sentences[max(0, sentence - 2)].lowerBound
    let lemma = tree.lemma(head)
    var token = tree.sentence(of: head).lowerBound - 1
    while token >= start {
      if tree.isNoun(token), tree.lemma(token) == lemma {
        let found = owners(of: token).filter(\.canMove) + makers(of: token).filter(\.canMove)
        if !found.isEmpty { return found }
        if let verb = tree.head(token), tree.isVerb(verb) {
          if isJudging(verb) { return triggerAt[verb].map { parties($0, .recipient, nil).filter(\.canMove) } }
          let doers = tree.subject(verb).map(resolver.parties) ?? []
          if let doer = doers.first, doer.canMove { return doers }
        }
      }
      token -= 1
    }
    return nil
  }

  /// Who did what the main clause of the sentence before tells, if it stands in the same paragraph or begins it.
  private func doersBefore(_ head: Int) -> [Party] {
    let first = tree.sentence(of: head).lowerBound
    guard first > 0 else { return [] }
    let before = tree.sentence(of: first - 1)
    guard let root = before.first(where: { tree.relation($0) == .root }), tree.isVerb(root) else { return [] }
    // "The move was welcomed by Norway. Sweden criticised it": both speak of the same.
    if isJudging(root) { return triggerAt[root].map { parties($0, .recipient, nil).filter(\.canMove) } ?? [] }
    // "She told reporters that …": of what others did.
    let isSaid = tree.entry(root)?.speechVerb != nil && tree.lemma(root) != "announce"
    guard !isSaid, let doer = tree.subject(root) else { return [] }
    let found = resolver.parties(at: doer)
    return found.allSatisfy(\.canMove) ? found : []
  }

  /// "welcomed", "criticised": whether a verb judges what somebody else did.
  private func isJudging(_ verb: Int) -> Bool {
    switch triggerAt[verb]?.pattern.type {
    case .accuse?, .support?, .reject?: triggerAt[verb]?.pattern.cameo != "050"
    default: false
    }
  }
}

extension Party {
  /// Whether it may be somebody whose moves others judge: known, and no reporter or bystander.
  fileprivate var canMove: Bool {
    guard unresolved == nil else { return false }
    switch sector {
    case nil: return code != nil
    case "GOV", "LEG", "JUD", "MIL", "COP", "PTY": return true
    case "BUS": return name != nil
    default: return false
    }
  }
}
