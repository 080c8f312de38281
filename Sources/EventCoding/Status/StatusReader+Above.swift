import Linguistics
import NewsModel

// What the clauses above make of a status.
extension StatusReader {
  /// What the clauses above make of a status: "plans to", "if", "denied that".
  func enclosed(_ verb: Int, _ start: EventStatus, isSpeech: Bool) -> EventStatus {
    var status = start
    var current = verb
    for _ in 0..<SyntaxTree.depthLimit {
      if let condition = conditional(current) { status = status.strongest(condition) }
      // "cannot say whether he was charged": open, whatever is denied.
      if isQuestion(current) { return status }
      guard let head = tree.head(current) else { break }
      if isUndone(current, under: head) { return .denied }
      switch tree.relation(current) {
      case .acl where isCircumstance(current): break
      // "was the first country to leave": as what is told of the country.
      case .acl where isDistinction(current): status = status.strongest(finiteStatus(head, isSpeech: true))
      // "a law to help those held by the army": what is known of somebody is told, whatever is said of him.
      case .acl where tree.document.xpos[current] == .vbn && tree.auxiliaries(of: current).isEmpty: return status
      case .xcomp, .acl, .ccomp, .csubj: status = combined(status, under: head, current)
      // "asked whether it had plans to leave"
      case .obj where current != verb && Self.decisions.contains(tree.lemma(current)) && tree.isVerb(head): break
      // "pressed it to open the border since it joined the pact": it did.
      case .advcl where isReason(current): return status
      case .advcl:
        // The purpose of what was done is not yet done.
        if isPurpose(current), !(isSpeech && current == verb) || isWanting(head) {
          status = status.strongest(.possible)
        }
        // "is committed to helping them"
        if tree.document.xpos[current] == .vbg, tree.mark(current) == "to", let control = tree.entry(head)?.control {
          status = status.strongest(control)
        }
        // "will leave when the court frees him": a present tense below a plan is none yet.
        if isTimeToCome(current, under: head) { status = status.strongest(.scheduled) }
        // "will meet them before arriving in Rome": a clause without a tense shares that of the verb above.
        if tree.document.xpos[current] == .vbg, tree.child(current, .aux) == nil, tree.isVerb(head) {
          let above = finiteStatus(head, isSpeech: true)
          if above != .occurred { status = status.strongest(above) }
        }
      // "to meet and help", "if he is tried and found guilty": what is joined without a subject of its own shares what stands above.
      case .conj
      where tree.isVerb(head) && tree.document.xpos[current] == tree.document.xpos[head] && !tree.hasOwnSubject(current):
        break
      // "could resign and be tried"
      case .conj where isBareBe(current) && tree.document.xpos[head] == .vb && !tree.hasOwnSubject(current):
        status = status.strongest(finiteStatus(head, isSpeech: true))
      case .obl, .nmod:
        if current == verb, isOpen(current) { status = status.strongest(.possible) }
      default: return status
      }
      current = head
    }
    return status
  }

  /// "a first step, as ties have worsened": a clause that tells when or why, though it was hung on a noun, is no part of its sense.
  private func isCircumstance(_ clause: Int) -> Bool {
    guard let mark = tree.mark(clause) else { return false }
    return ["as", "because", "since", "after", "while", "when", "although", "though"].contains(mark)
  }

  /// A clause with a tense of the past of its own that tells a fact, whatever stands above.
  private func isReason(_ clause: Int) -> Bool {
    guard ["since", "because", "although", "though", "after"].contains(tree.mark(clause) ?? "") else { return false }
    return tree.isSimplePast(clause) || tree.isPresentPerfect(clause) || tree.isPastPerfect(clause)
  }

  /// "wanted him to apologise", hung on the verb as if it were its purpose.
  private func isWanting(_ verb: Int) -> Bool {
    ["want", "need", "require", "expect"].contains(tree.lemma(verb))
  }

  func conditional(_ clause: Int) -> EventStatus? {
    guard let mark = tree.mark(clause) else { return isInverted(clause) ? .possible : nil }
    // "until the army made it public": it did; "would go on until the troops were withdrawn": not yet.
    if mark == "until" {
      let isDone = tree.document.xpos[clause] == .vbd || tree.isSimplePast(clause)
      return isDone && !(tree.head(clause).map(isToCome) ?? false) ? nil : .possible
    }
    if ["if", "unless", "whether", "lest"].contains(mark) { return .possible }
    // "doubts about whether they support it"
    return tree.children(clause).contains { tree.relation($0) == .mark && tree.lemma($0) == "whether" }
      ? .possible : nil
  }

  /// "will", "would"
  private func isToCome(_ verb: Int) -> Bool {
    tree.auxiliaries(of: verb).contains { ["will", "would"].contains(tree.lemma($0)) }
  }

  private func isQuestion(_ clause: Int) -> Bool { tree.mark(clause) == "whether" }

  /// "told them that they were ready", "announced that he had left": a clause with a tense of its own is told, not asked for.
  private func isTold(_ clause: Int, under control: EventStatus) -> Bool {
    guard control == .demanded || control == .scheduled else { return false }
    let isBare = tree.document.xpos[clause] == .vb || tree.document.xpos[clause] == .vbp
    let auxiliaries = tree.auxiliaries(of: clause)
    if auxiliaries.isEmpty { return !isBare }
    // "told them that he would leave": the clause says itself what is meant.
    if tree.head(clause).map({ tree.lemma($0) == "tell" }) ?? false { return true }
    return auxiliaries.allSatisfy { ["have", "be", "do"].contains(tree.lemma($0)) && tree.document.xpos[$0] != .vb }
  }

  /// "I would like to thank the nurses": done by saying so.
  func isPerformed(_ infinitive: Int, under head: Int) -> Bool {
    guard tree.relation(infinitive) == .xcomp, ["like", "wish", "want"].contains(tree.lemma(head)),
      lexicon.has(.performed, tree.lemma(infinitive))
    else { return false }
    return tree.ownSubject(head).map(tree.isFirstPerson) ?? false
  }

  /// "gave orders to attack", "have permission to leave": what the noun before the infinitive makes of it.
  private func controlOfObject(_ verb: Int, _ infinitive: Int) -> EventStatus? {
    guard tree.relation(infinitive) == .xcomp, let noun = tree.child(verb, .obj), tree.isNoun(noun),
      noun + 1 < infinitive,
      tree.lemma(noun + 1) == "to", tree.head(noun + 1) == infinitive
    else { return nil }
    // "ordered his forces to leave": no noun of "to force".
    guard let control = tree.entry(noun)?.control, control != .occurred, control != .ongoing else { return nil }
    return control
  }

  /// "was able", "has been able"
  private func isOfPast(_ predicate: Int) -> Bool {
    guard let copula = tree.child(predicate, .cop) else { return false }
    let tense = tree.document.xpos[copula]
    return tense == .vbd || tense == .vbn && !tree.auxiliaries(of: predicate).contains { tree.document.xpos[$0] == .md }
  }

  private func combined(_ status: EventStatus, under head: Int, _ child: Int) -> EventStatus {
    let isClause = tree.relation(child) == .ccomp || tree.relation(child) == .csubj
    if isPerformed(child, under: head) { return status }
    // "has no plans to leave"
    if tree.relation(child) == .acl, isPurpose(child),
      tree.children(head).contains(where: { tree.lemma($0) == "no" && tree.relation($0) == .det })
    {
      return .denied
    }
    guard let control = controlOfObject(head, child) ?? tree.entry(head)?.control,
      !(isClause && isTold(child, under: control))
    else {
      guard !isClause else { return status }
      // "began attacking", "ordered to attack": the verb above has its own tense.
      let isInfinitive = tree.document.xpos[child] == .vb
      if tree.isVerb(head) { return status.strongest(isInfinitive ? finiteStatus(head, isSpeech: true) : status) }
      return isInfinitive ? status.strongest(.possible) : status
    }
    // "the bomb was intended to terrorise them": nobody plans it any more.
    let isMeant = control == .scheduled && tree.isPassive(head) && tree.lemma(head) == "intend"
    // "continued to shell it": it did.
    let isOver = control == .ongoing && tree.isSimplePast(head)
    let given = isMeant ? .possible : isOver ? .occurred : control
    let above = isNegated(head) && control != .denied ? EventStatus.denied : given
    // "was able to free them": it did.
    if tree.lemma(head) == "able", !isNegated(head), isOfPast(head) { return status }
    // A bare infinitive has no tense of its own.
    let own: EventStatus = status == .occurred || status == .ongoing ? .occurred : status
    return above == .occurred ? own.strongest(finiteStatus(head, isSpeech: true)) : own.strongest(above)
  }
}
