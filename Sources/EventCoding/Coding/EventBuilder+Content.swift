import Linguistics
import NewsModel

// What is asked, threatened, promised or alleged, and on which condition.
extension EventBuilder {
  func composed(_ trigger: Trigger, _ type: EventType) -> (modes: [String]?, cameo: String?, inner: Trigger?) {
    var inner: Trigger?
    for head in trigger.fillers.filter({ trigger.pattern.absorbs(at: $0.position) }).map(
      \.head)
    {
      for token in descendants(head) where token != trigger.token {
        if let found = triggerAt[token], found.pattern.type != nil {
          inner = inner ?? found
          if let content = lexicon.content(type, of: found.pattern) { return (content.modes, content.cameo, inner) }
        }
        for word in tree.entry(token)?.contentClasses ?? [] {
          if let content = lexicon.contents[Lexicon.ContentKey(outer: type, inner: word)] {
            return (content.modes, content.cameo, inner)
          }
        }
      }
    }
    return (nil, nil, inner)
  }

  /// A token and what hangs on it, nearest first, without relative clauses and reasons.
  func descendants(_ token: Int) -> [Int] {
    var result = [token]
    var index = 0
    while index < result.count, result.count < 200 {
      for child in tree.children(result[index]) {
        switch tree.relation(child) {
        case .aclRelative, .parataxis: continue
        case .advcl:
          if let mark = tree.mark(child), ["because", "after", "since", "as", "while", "before"].contains(mark) {
            continue
          }
        default: break
        }
        result.append(child)
      }
      index += 1
    }
    return result
  }

  func absorbedTokens(_ trigger: Trigger) -> Set<Int> {
    var result: Set<Int> = []
    for filler in trigger.fillers where trigger.pattern.absorbs(at: filler.position) {
      result.formUnion(descendants(filler.head))
    }
    // What a protest is for is part of it.
    if trigger.pattern.type == .protest {
      for head in trigger.heads(at: .clause) { result.formUnion(descendants(head)) }
    }
    // "will meet to discuss": one meeting.
    if trigger.pattern.type == .consult, let verb = trigger.predicate {
      for child in tree.children(verb)
      where [.advcl, .xcomp].contains(tree.relation(child)) && tree.mark(child) == "to" {
        if triggerAt[child]?.pattern.type == .consult { result.insert(child) }
      }
    }
    // "the raid that killed six": one deed.
    if trigger.pattern.type == .assault, let attack = attackOfClause(trigger.token) { result.insert(attack) }
    // "barred them from meeting": what somebody is kept from is part of that.
    if [.coerce, .sanction, .reject].contains(trigger.pattern.type) {
      for child in tree.children(trigger.predicate ?? trigger.token)
      where tree.relation(child) == .advcl && tree.mark(child) == "from" {
        result.formUnion(descendants(child))
      }
    }
    result.formUnion(furtherCharges(trigger))
    result.formUnion(partsOfSameAct(trigger))
    result.formUnion(echoes(of: trigger))
    result.remove(trigger.token)
    return result
  }

  /// "Charged with affray, assaulting police and resisting arrest": the rest of a list of charges, read as clauses of the verb.
  private func furtherCharges(_ trigger: Trigger) -> Set<Int> {
    guard let verb = trigger.predicate, trigger.pattern.has(.alleged, at: .preposition("with")),
      let first = trigger.heads(at: .preposition("with")).first
    else { return [] }
    let others = tree.children(verb).filter { $0 > first && tree.isBareParticiple($0) }
    return Set(others.flatMap(descendants))
  }

  /// The attack that a clause describes as what did the harm.
  private func attackOfClause(_ verb: Int) -> Int? {
    guard tree.relation(verb) == .aclRelative, let noun = tree.head(verb), tree.isNoun(noun),
      triggerAt[noun]?.pattern.type == .assault, tree.ownSubject(verb).map(tree.isRelativePronoun) ?? false,
      !tree.isPassive(verb)
    else { return nil }
    return noun
  }

  /// The condition of an event, in tokens: "if it attacks Ukraine".
  func condition(of trigger: Trigger) -> Range<Int>? {
    let sentence = tree.sentence(of: trigger.token)
    let targets: Set<Int> = [trigger.token, trigger.predicate ?? trigger.token]
    for token in sentence where tree.relation(token) == .mark {
      guard ["if", "unless"].contains(tree.lemma(token).lowercased()), let clause = tree.head(token) else { continue }
      let isAbove = targets.contains(clause) || targets.contains { tree.isAncestor(clause, of: $0) }
      let isNear =
        tree.head(clause).map { targets.contains($0) || tree.clause(of: $0) == tree.clause(of: trigger.token) } ?? false
      let isUnder = targets.contains { tree.isAncestor($0, of: clause) }
      let isRight =
        token > trigger.token && speech.utterance(at: token)?.cue == speech.utterance(at: trigger.token)?.cue
      guard !isAbove, isNear || isUnder || isRight else { continue }
      let end = (token + 1..<sentence.upperBound).first { document.upos[$0] == .punct && document.xpos[$0] != .hyphen }
      return token..<(end ?? sentence.upperBound)
    }
    return nil
  }
}
