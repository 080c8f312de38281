import Linguistics
import NewsModel

extension SyntaxTree {
  /// Who or what a verb's surface subject is, also where it is shared, controlled or stands before a relative clause.
  func surfaceSubject(_ verb: Int, depth: Int = 0) -> Int? {
    guard depth < 8 else { return nil }
    if let subject = misreadSubject(verb) { return subject }
    if let own = ownSubject(verb) { return antecedent(own, of: verb) }
    guard let head = head(verb) else { return subjectBefore(verb) }
    switch relation(verb) {
    case .conj where isVerb(head) || isPredicate(head): return surfaceSubject(head, depth: depth + 1)
    case .xcomp: return controller(of: verb, under: head, depth: depth)
    case .advcl, .ccomp:
      // "said that Norway may not report it, also stating …": goes on with the saying, and not with what is said.
      if let speaker = sayingAbove(verb, head) { return surfaceSubject(speaker, depth: depth + 1) }
      // "were killed by shelling": those killed do not shell.
      if mark(verb) == "by", isPassive(head) { return nil }
      if let blamed = bearer(of: verb, under: head) { return blamed }
      // "quotes the minister as saying": the minister says it.
      if mark(verb) == "as", ["quote", "cite"].contains(lemma(head)), !isPassive(head), let quoted = child(head, .obj) {
        return quoted
      }
      // "fled when a shell hit": a clause with a tense has its own subject, though the parser lost it.
      if let own = subjectBefore(verb) { return own }
      return mark(verb) == "that" ? nil : surfaceSubject(head, depth: depth + 1)
    case .acl, .amod: return isVerb(head) ? surfaceSubject(head, depth: depth + 1) : participleSubject(verb, of: head)
    case .aclRelative: return head
    // "were the first to leave"
    case .csubj where isRank(head): return ownSubject(head)
    default: return nil
    }
  }

  /// Whether a token is an adjective or noun that a copula makes a predicate: "ready".
  func isPredicate(_ token: Int) -> Bool { child(token, .cop) != nil || document.upos[token] == .adj }

  /// The noun a relative pronoun stands for.
  private func antecedent(_ subject: Int, of verb: Int) -> Int {
    guard isRelativePronoun(subject) else { return subject }
    var clause = verb
    for _ in 0..<4 {
      guard let head = head(clause) else { return subject }
      if relation(clause) == .aclRelative { return head }
      guard relation(clause) == .conj || relation(clause) == .xcomp else { return subject }
      clause = head
    }
    return subject
  }

  /// The subject of an infinitive: the object of "urge", otherwise the subject of the verb above.
  private func controller(of verb: Int, under head: Int, depth: Int) -> Int? {
    if isVerb(head), !isPassive(head), let object = child(head, .obj) ?? child(head, .iobj), lemma(head) != "promise",
      !(mark(verb) == "to" && isDoneForPurpose(head))
    {
      return object
    }
    return surfaceSubject(head, depth: depth + 1)
  }

  /// "Norway criticised Sweden for closing the border", "barred the envoy from meeting them": what somebody is judged for or kept
  /// from, the object does.
  private func bearer(of gerund: Int, under verb: Int) -> Int? {
    guard document.xpos[gerund] == .vbg, isVerb(verb), !isPassive(verb), let object = child(verb, .obj),
      verb < object, object < gerund, lemma(object) != "responsibility"
    else { return nil }
    switch mark(gerund) {
    case "from", "into": return object
    case "for":
      let isJudged = entry(verb)?.verbs?.patterns.contains { pattern in
        [.accuse, .support, .sanction, .coerce].contains(pattern.type) && pattern.has(.recipient, at: .object)
      }
      return isJudged ?? false ? object : nil
    default: return nil
    }
  }

  /// The verb of saying above the clause that a participle of saying with "also" hangs on.
  private func sayingAbove(_ verb: Int, _ clause: Int) -> Int? {
    guard document.xpos[verb] == .vbg, relation(verb) == .advcl, relation(clause) == .ccomp,
      entry(verb)?.speechVerb == .statement, let above = head(clause), entry(above)?.speechVerb == .statement,
      children(verb).contains(where: { lemma($0) == "also" })
    else { return nil }
    return above
  }

  /// "left the town to seek refuge", "phoned Berg to concede": whether an infinitive behind a verb and its object is the purpose of
  /// its subject, since the verb tells of a meeting, a departure or an attack and asks nobody for anything.
  private func isDoneForPurpose(_ verb: Int) -> Bool {
    guard let patterns = entry(verb)?.verbs?.patterns, entry(verb)?.control == nil else { return false }
    var isDeed = false
    for pattern in patterns where pattern.particle == nil {
      switch pattern.type {
      case .consult, .retreat, .assault: isDeed = true
      case .request, .coerce, .mobilize, .aid, .agree: return false
      default: break
      }
    }
    return isDeed
  }

  /// The noun of a participle ("troops deployed", "forces attacking"); an infinitive's subject is the verb's above.
  private func participleSubject(_ verb: Int, of noun: Int) -> Int? {
    // "in addition to urging restraint", "a statement condemning the raid", "responsibility for killing them"
    let isBorne = ["responsibility", "mistake", "error"].contains(lemma(noun)) && mark(verb) != nil
    let isShared = document.xpos[verb] == .vbg && (mark(verb) == "to" || isBorne || isIssued(noun))
    // "were among those arrested"
    if document.word(noun) == "those", preposition(noun) == "among", let subject = ownSubject(noun) { return subject }
    guard document.xpos[verb] != .vb, !isShared else {
      if let possessor = child(noun, .nmodPossessive) ?? maker(noun) { return possessor }
      // "was the only country to leave"
      if isRankedPredicate(noun) {
        return surfaceSubject(noun, depth: 4)
      }
      let clause = clause(of: noun)
      return clause == noun ? nil : surfaceSubject(clause, depth: 4)
    }
    return noun
  }

  /// "the decision by Chad": whose it is.
  func maker(_ noun: Int) -> Int? { children(noun).first { relation($0) == .nmod && preposition($0) == "by" } }

  /// "first", "only"
  func isRank(_ word: Int) -> Bool { ["first", "second", "third", "last", "only", "next"].contains(lemma(word)) }

  /// "was the first to leave", "is the latest country to leave": whether a predicate tells of somebody that he was one of few. "The
  /// latest storm to hit Chad" is no predicate.
  func isRankedPredicate(_ noun: Int) -> Bool {
    child(noun, .cop) != nil
      && (isRank(noun) || children(noun).contains { isRank($0) || document.word($0) == "latest" })
  }

  /// Whether a noun is a document that somebody issues: what it says is its author's.
  private func isIssued(_ noun: Int) -> Bool {
    (relation(noun) == .obj || relation(noun) == .obl) && isDocument(noun) && preposition(noun) != "of"
  }

  /// The noun phrase right before a verb that lost its subject in parsing.
  private func subjectBefore(_ verb: Int) -> Int? {
    guard document.xpos[verb] == .vbd || document.xpos[verb] == .vbz else { return nil }
    return nounBefore(verb)
  }

  /// The head of the noun phrase that ends right before a token, auxiliaries and adverbs apart.
  func nounBefore(_ token: Int) -> Int? {
    var before = token - 1
    let start = sentence(of: token).lowerBound
    while before > start, document.upos[before] == .adv || document.upos[before] == .aux { before -= 1 }
    guard before >= start, isNoun(before) || document.upos[before] == .pron else { return nil }
    return nominalTop(before)
  }

  /// The head of the flat or compound name a token belongs to.
  func nominalTop(_ token: Int) -> Int {
    var top = token
    for _ in 0..<6 {
      guard let head = head(top) else { break }
      switch relation(top) {
      case .flat, .compound, .appos, .nmodDescription, .amod, .nmodPossessive:
        guard isNoun(head), abs(head - top) < 12 else { return top }
        top = head
      default: return top
      }
    }
    return top
  }

  /// The logical subject: the surface subject, or the agent of a passive.
  func subject(_ verb: Int) -> Int? {
    guard isPassive(verb) else { return surfaceSubject(verb) }
    if let agent = child(verb, .oblAgent) { return agent }
    let phrases = children(verb).filter { relation($0).universal == .obl || relation($0) == .obj }
    return phrases.first { preposition($0) == "by" && $0 > verb }
      ?? phrases.lazy.compactMap { self.displacedAgent(in: $0) }.first ?? accuser(verb)
  }

  /// "accused of aiding rebels by Norway" with Norway below the aiding.
  private func accuser(_ verb: Int) -> Int? {
    guard lemma(verb) == "accuse",
      let crime = children(verb).first(where: { relation($0) == .advcl && mark($0) == "of" }), child(crime, .obj) != nil
    else { return nil }
    return children(crime).first { preposition($0) == "by" && isNoun($0) }
  }

  /// "imposed on Syria by the United States", "sentenced to death in absentia by a court": hung on the phrase before it.
  private func displacedAgent(in phrase: Int, depth: Int = 0) -> Int? {
    guard depth < 3 else { return nil }
    for child in children(phrase) where relation(child).universal == .nmod && child > phrase {
      switch preposition(child) {
      case "by": return child
      case "in", "on", "to", "at", "with", "for":
        if let agent = displacedAgent(in: child, depth: depth + 1) { return agent }
      default: break
      }
    }
    return nil
  }

  /// The subject of a verb that the parser took for an adjective, in a sentence without any other verb: "Mexico severed ties".
  func misreadSubject(_ verb: Int) -> Int? {
    guard relation(verb) == .amod, let object = head(verb), object > verb, relation(object) == .root, isNoun(object)
    else {
      return nil
    }
    guard verb > sentence(of: verb).lowerBound, isNoun(verb - 1), child(object, .cop, or: .nsubj) == nil else {
      return nil
    }
    let before = head(verb - 1)
    return before == object || before == verb || nominalTop(verb - 1) == object ? verb - 1 : nil
  }

  /// The logical objects: direct object, or the surface subject of a passive.
  func objects(_ verb: Int) -> [Int] {
    if misreadSubject(verb) != nil, let object = head(verb) { return [object] }
    if isPassive(verb) {
      let object = child(verb, .obj).map { [$0] } ?? []
      return (surfaceSubject(verb).map { [$0] } ?? []) + object
    }
    let own = children(verb).filter { relation($0) == .obj }
    if !own.isEmpty { return own }
    // "the village that rebels attacked"
    if relation(verb) == .aclRelative, let head = head(verb), let subject = ownSubject(verb),
      !isRelativePronoun(subject)
    {
      return [head]
    }
    // "stopped and searched cars", with the cars on the first verb.
    if relation(verb) == .conj, let first = head(verb), isVerb(first), !isPassive(first),
      let object = child(first, .obj), object > verb, child(verb, .ccomp, or: .xcomp) == nil
    {
      return [object]
    }
    // "seized and burned the town": the object of the second verb belongs to both.
    if let second = children(verb).first(where: { relation($0) == .conj && isVerb($0) && $0 - verb <= 3 }),
      second > verb,
      let object = child(second, .obj)
    {
      return [object]
    }
    return []
  }
}
