import Linguistics
import NewsModel

// Words that tell again what was told before, or tell of one deed twice.
extension EventBuilder {
  /// Whether the words refer back to a deed told before: "after calling for a truce", "Berg's call for a truce", "it was the worst
  /// attack in years".
  func isRetold(_ trigger: Trigger, _ type: EventType) -> Bool {
    let token = trigger.token
    if tree.isVerb(token) {
      if filesAgain(trigger, type) || type == .statement && isRemark(token) { return true }
      guard document.xpos[token] == .vbg, let word = tree.mark(token) else { return false }
      return ["after", "since", "before", "despite", "by", "following", "while", "when"].contains(word)
    }
    return tree.isDefinite(token) || tree.child(token, .nmodPossessive) != nil || isDescription(trigger, type)
  }

  /// "filed the complaint", after "made a complaint"
  private func filesAgain(_ trigger: Trigger, _ type: EventType) -> Bool {
    guard type == .accuse || type == .request else { return false }
    return ["file", "lodge", "bring", "submit"].contains(tree.lemma(trigger.token))
      && tree.objects(trigger.token).contains {
        tree.isDefinite($0) && ["complaint", "lawsuit", "suit", "petition", "appeal"].contains(tree.lemma($0))
      }
  }

  /// "Hours earlier, gunmen attacked the town": a deed set apart in time from that told before.
  func isSetApart(_ trigger: Trigger) -> Bool {
    guard let verb = trigger.predicate else { return false }
    return tree.children(verb).contains { child in
      guard tree.relation(child) == .advmod, ["earlier", "later"].contains(document.word(child)) else { return false }
      return tree.children(child).contains(where: tree.isNoun)
    }
  }

  /// "It was the worst attack in years", "in what is said to be a massacre": a noun that says what the deed is that was told before.
  func isDescription(_ trigger: Trigger, _ type: EventType) -> Bool {
    // "He has been under house arrest": a state of somebody.
    guard !type.isSpeechAct, tree.isNoun(trigger.token), tree.child(trigger.token, .cop) != nil,
      tree.preposition(trigger.token) == nil, let subject = tree.surfaceSubject(trigger.token)
    else { return false }
    return document.upos[subject] == .pron && ["it", "this", "that", "what", "which"].contains(document.word(subject))
  }

  /// Other words of the same deed: "requests from members seeking help", "retaliated by bombing", "objected to it and protested".
  func echoes(of trigger: Trigger) -> [Int] {
    guard let type = trigger.pattern.type else { return [] }
    if tree.isNoun(trigger.token) {
      guard type == .request else { return [] }
      let heads = [trigger.token] + trigger.heads(.actor)
      return heads.flatMap { tree.children($0) }.filter {
        tree.relation($0) == .acl && document.xpos[$0] == .vbg && triggerAt[$0]?.pattern.type == type
      }
    }
    if let answer = answer(trigger, type) { return [answer] }
    let judged = verdict(trigger)
    guard judged.isEmpty else { return judged }
    guard type == .accuse else { return [] }
    return tree.children(trigger.token).filter { child in
      guard tree.relation(child) == .conj, !tree.hasOwnSubject(child), let next = triggerAt[child] else { return false }
      return next.pattern.type == type && next.fillers.allSatisfy { $0.position == .subject }
    }
  }

  /// The "responsible" of "was found to be responsible", which the verb's pattern names.
  private func verdict(_ trigger: Trigger) -> [Int] {
    guard let particle = trigger.pattern.particle else { return [] }
    return tree.children(trigger.token).filter { triggerAt[$0] != nil && tree.lemma($0) == particle }
  }

  /// The "retaliated" of "retaliated by bombing the town": a threat without an object is no more than the deed that it was done by.
  private func answer(_ trigger: Trigger, _ type: EventType) -> Int? {
    guard !type.isSpeechAct, tree.mark(trigger.token) == "by", let verb = tree.head(trigger.token),
      let other = triggerAt[verb], other.pattern.type == .threaten, other.heads(at: .object).isEmpty
    else { return nil }
    return verb
  }
}
