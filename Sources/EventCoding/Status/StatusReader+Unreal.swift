import Linguistics
import NewsModel

// What a sentence tells as not done, not yet done, or only imagined, in other ways than by "not", "will" and "if".
extension StatusReader {
  /// Whether what stands above says that a clause tells nothing that was done.
  func isUndone(_ clause: Int, under head: Int) -> Bool {
    isYetToCome(clause) || isInstead(clause) || isDisclaimed(clause, head) || isDeniedReport(clause, head)
  }

  /// "Opposition to using force", "an alternative to banning them": what stands for or against a deed that is not done.
  func isStance(_ clause: Int) -> Bool {
    guard tree.document.xpos[clause] == .vbg, tree.mark(clause) == "to", let noun = tree.head(clause) else {
      return false
    }
    return ["opposition", "objection", "resistance", "alternative", "approach", "obstacle", "barrier", "hostility"]
      .contains(tree.lemma(noun))
  }

  /// "Chad is responsible for resolving its disputes": whose task it is. "Responsible for killing them" tells who did it.
  func isDuty(_ clause: Int, _ type: EventType?) -> Bool {
    guard tree.document.xpos[clause] == .vbg, tree.mark(clause) == "for", let head = tree.head(clause),
      tree.lemma(head) == "responsible", !tree.auxiliaries(of: clause).contains(where: { tree.lemma($0) == "have" })
    else { return false }
    switch type {
    case .agree, .consult, .support, .cooperate, .aid, .concede: return true
    default: return false
    }
  }

  /// "Has yet to sign", "are yet to agree", "has yet to be found": so far it was not done.
  func isYetToCome(_ clause: Int) -> Bool {
    guard tree.children(clause).contains(where: isTo) else { return false }
    let isYet = { (token: Int) in tree.lemma(token) == "yet" && token < clause }
    if tree.children(clause).contains(where: isYet) { return true }
    guard tree.relation(clause) == .xcomp, let head = tree.head(clause) else { return false }
    return isYet(head) || ["have", "be"].contains(tree.lemma(head)) && tree.children(head).contains(where: isYet)
  }

  /// "Talks rather than attacking them", "instead of attacking": what is not done.
  private func isInstead(_ clause: Int) -> Bool {
    guard tree.document.xpos[clause] == .vbg else { return false }
    let words = tree.children(clause).prefix { $0 < clause }.map(tree.lemma)
    return words.contains("instead") || words.contains("rather") && !words.contains("or")
  }

  private func isTo(_ token: Int) -> Bool { tree.relation(token) == .mark && tree.lemma(token) == "to" }

  /// "We are not people who take hostages", "there is no evidence that they fired": nobody says that it was done.
  private func isDisclaimed(_ clause: Int, _ noun: Int) -> Bool {
    guard tree.isNoun(noun) else { return false }
    switch tree.relation(clause) {
    case .aclRelative:
      // "not the first time that he was accused": he was.
      return tree.child(noun, .cop) != nil && isNegated(noun) && !isRanked(noun)
        && tree.ownSubject(clause).map(tree.isRelativePronoun) ?? false
    case .acl:
      return tree.mark(clause) == "that"
        && tree.children(noun).contains { tree.lemma($0) == "no" && tree.relation($0) == .det }
    default: return false
    }
  }

  /// "the only chancellor to be arrested": she was.
  func isDistinction(_ clause: Int) -> Bool {
    guard let noun = tree.head(clause), tree.children(clause).first == noun + 1, !isNegated(clause) else {
      return false
    }
    // "two years to protect them"
    return (isRanked(noun) || tree.isRankedPredicate(noun))
      && !tree.document.times.contains { $0.tokens.contains(noun) }
  }

  /// "the first person", "the only woman": of whom something is told as a fact.
  func isRanked(_ noun: Int) -> Bool {
    tree.children(noun).contains(where: tree.isRank)
  }

  /// "denied reports that a man had been set free", "denied a report which claimed that he had"
  private func isDeniedReport(_ clause: Int, _ noun: Int) -> Bool {
    let isContent =
      tree.relation(clause) == .acl && tree.mark(clause) == "that"
      || tree.relation(clause) == .aclRelative && tree.entry(clause)?.speechVerb != nil
    guard isContent, tree.isNoun(noun), let verb = tree.head(noun), tree.isVerb(verb) else { return false }
    let relation = tree.relation(noun).universal
    guard relation == .obj || relation == .obl || relation == .nsubj && tree.isPassive(verb) else { return false }
    return tree.lemma(verb) == "deny" || tree.lemma(verb) == "reject"
  }

  /// "had they gone, he would …", "should it be signed": a condition without "if".
  func isInverted(_ clause: Int) -> Bool {
    guard tree.relation(clause) == .advcl, let subject = tree.ownSubject(clause) else { return false }
    return tree.children(clause).contains { child in
      guard child < subject, tree.relation(child).universal == .aux else { return false }
      let form = tree.document.word(child)
      return form == "had" || form == "should" || form == "were"
    }
  }

  /// "when the court frees him", below what will be done.
  func isTimeToCome(_ clause: Int, under head: Int) -> Bool {
    guard tree.isVerb(head) || tree.child(head, .cop) != nil, tree.isPresent(clause) else { return false }
    let isWhen = tree.children(clause).contains { child in
      // "has twice before rejected it" tells what was.
      switch tree.relation(child) {
      case .mark: ["when", "once", "after", "before", "until"].contains(tree.lemma(child).lowercased())
      case .advmod: ["when", "once"].contains(tree.lemma(child).lowercased())
      default: false
      }
    }
    return isWhen && finiteStatus(head, isSpeech: true) == .scheduled
  }

  /// "If the bill had passed, Norway would have banned the party", "had it passed, Norway might have become the first to ban it":
  /// what would have been, had something else been.
  func isPassedUp(_ verb: Int) -> Bool {
    var main = verb
    for above in tree.ancestors(verb) {
      if isUnreal(main) { break }
      guard tree.relation(main) != .ccomp, tree.relation(main) != .root else { return false }
      main = above
    }
    guard isUnreal(main), tree.auxiliaries(of: main).contains(where: { Self.modals.contains(tree.lemma($0)) }) else {
      return false
    }
    return tree.children(main).contains { clause in
      tree.relation(clause) == .advcl
        && (tree.mark(clause) == "if" && tree.isPastPerfect(clause) || isInverted(clause))
    }
  }

  private static let modals: Set<String> = ["would", "might", "could"]

  /// "in the event of an invasion", "in case of war"
  func isCase(_ noun: Int) -> Bool {
    guard tree.preposition(noun) == "of", let above = tree.head(noun) else { return false }
    return (tree.lemma(above) == "event" || tree.lemma(above) == "case") && tree.preposition(above) == "in"
      && (tree.lemma(above) == "event" || !tree.children(above).contains { tree.relation($0) == .det })
  }

  /// "If the army attacks": a noun, or what the parser took for one, behind "if" with no mark between.
  func followsIf(_ noun: Int) -> Bool {
    let before = tree.sentence(of: noun).lowerBound..<noun
    guard let word = before.last(where: { ["if", "unless"].contains(tree.lemma($0).lowercased()) }) else {
      return false
    }
    return (word..<noun).allSatisfy { tree.document.upos[$0] != .punct }
  }

  /// "Under Norwegian law, the police may not arrest a deputy": what a law is about nobody has done.
  func isLegal(_ verb: Int) -> Bool {
    // "may be held for a day before being taken to court"
    if tree.relation(verb) == .advcl, let above = tree.head(verb), above < verb, isLegal(above) { return true }
    return tree.auxiliaries(of: verb).contains {
      ["may", "can", "must", "shall"].contains(tree.lemma($0).lowercased())
    }
      && tree.children(verb).contains {
        tree.preposition($0) == "under" && lexicon.has(.laws, tree.lemma($0).lowercased())
      }
  }

  /// "would have banned the party"
  func isUnreal(_ verb: Int) -> Bool {
    tree.auxiliaries(of: verb).contains { tree.document.xpos[$0] == .vb && tree.lemma($0) == "have" }
  }

  /// "be tried", without "to" or "will"
  func isBareBe(_ verb: Int) -> Bool {
    guard tree.document.xpos[verb] == .vbn, let first = tree.auxiliaries(of: verb).first else { return false }
    return tree.document.xpos[first] == .vb && tree.lemma(first) == "be"
  }

  /// "asked that they be charged": what has "be" in a clause with a subject is asked for.
  func isMandative(_ verb: Int, _ auxiliaries: [Int]) -> Bool {
    guard auxiliaries.count == 1, isBareBe(verb) else { return false }
    var clause = verb
    while tree.relation(clause) == .conj, !tree.hasOwnSubject(clause), let head = tree.head(clause), head < clause,
      isBareBe(head)
    {
      clause = head
    }
    return tree.mark(clause) == "that" && tree.hasOwnSubject(clause)
  }
}
