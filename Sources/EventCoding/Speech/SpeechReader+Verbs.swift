import Linguistics
import NewsModel

// Whether a verb of saying is said, and who is its speaker.
extension SpeechReader {
  /// "did not say", "declined to say", "if he says".
  func isUnsaid(_ token: Int) -> Bool {
    // "heard him declare", "went on to say"
    let isHeard = tree.head(token).map { ["hear", "recall", "go"].contains(tree.lemma($0)) } ?? false
    if document.xpos[token] == .vb, !isHeard, !isEmphatic(token) { return true }
    // "continues to see", "hopes to win": what follows is done and not said.
    // But "told them to see" and "called on them to see" are.
    if tree.children(token).contains(where: { tree.relation($0) == .xcomp && tree.mark($0) == "to" }),
      !tree.children(token).contains(where: isAddressed)
    {
      return true
    }
    if tree.children(token).contains(where: { ["not", "never", "n't"].contains(tree.lemma($0)) }) { return true }
    if let above = tree.head(token), tree.relation(token) == .ccomp, tree.mark(token) == "that",
      isDemanded(token, above)
    {
      return true
    }
    return ["if", "whether"].contains(tree.mark(token) ?? "")
  }

  /// "He did say that": the emphatic auxiliary stands behind the subject, that of a question before it.
  private func isEmphatic(_ verb: Int) -> Bool {
    guard let auxiliary = tree.child(verb, .aux), tree.lemma(auxiliary) == "do" else { return false }
    return tree.ownSubject(verb).map { $0 < auxiliary } ?? false
  }

  /// "demanded that the mayor apologize": a bare form or a plural behind a verb of demand.
  private func isDemanded(_ verb: Int, _ above: Int) -> Bool {
    document.xpos[verb] == .vbp && tree.auxiliaries(of: verb).isEmpty
      && lexicon.controls[tree.lemma(above)] == .demanded && tree.lemma(above) != "tell"
  }

  private func isAddressed(_ child: Int) -> Bool {
    switch tree.relation(child) {
    case .obj, .iobj: true
    case .obl: ["on", "upon", "to", "with"].contains(tree.preposition(child) ?? "")
    default: false
    }
  }

  func speaker(of token: Int, _ sentence: Range<Int>) -> Int? {
    let found =
      companion(of: token) ?? quoted(by: token) ?? reporter(over: token) ?? grammaticalSpeaker(of: token, sentence)
    // "Thanks to you, he said" with the thanks as what speaks: nobody speaks from within the marks.
    guard let found, isQuoted(found), !isQuoted(token) else {
      return found.map { isOfClause(token, $0) ? mainSubject(over: $0) ?? $0 : $0 }
    }
    return tree.nounBefore(token)
  }

  /// "…, with Anna Berg, a member of the council, saying …", "as Anna Berg put it": who stands behind "with" or "as".
  private func companion(of token: Int) -> Int? {
    if tree.ownSubject(token) == nil, document.xpos[token] == .vbd || document.xpos[token] == .vbz {
      return tree.children(token).first { $0 < token && tree.relation($0) == .obl && tree.preposition($0) == "as" }
    }
    guard document.xpos[token] == .vbg, tree.relation(token) == .advcl, let verb = tree.head(token), verb < token else {
      return nil
    }
    return tree.children(verb).last { child in
      verb < child && child < token && tree.preposition(child) == "with" && tree.isNoun(child)
        && tree.child(child, .case).map { $0 > 0 && document.upos[$0 - 1] == .punct } ?? false
        && (child..<token).allSatisfy { !tree.isVerb($0) }
        && (resolver.isPerson(at: child) || resolver.isGroup(at: child))
    }
  }

  /// "the paper reported him as saying", "the agency quotes Berg responding": whose words somebody passes on.
  private func quoted(by cue: Int) -> Int? {
    guard document.xpos[cue] == .vbg, tree.ownSubject(cue) == nil else { return nil }
    let relay = tree.ancestors(cue).prefix(2).first { tree.entry($0)?.speechVerb == .relay }
    guard let relay, relay < cue, !tree.isPassive(relay), let object = tree.child(relay, .obj), object < cue,
      document.upos[object] == .pron || resolver.isPerson(at: object) || resolver.isGroup(at: object)
    else { return nil }
    return object
  }

  /// "ordered that Weiss must pay, saying …": the participle behind a comma is of the verb that says all of it; "the calls were
  /// rejected by Weiss, saying …": of who does the deed, where the subject is no one who speaks.
  private func reporter(over cue: Int) -> Int? {
    guard document.xpos[cue] == .vbg, tree.relation(cue) == .advcl, cue > 0, document.upos[cue - 1] == .punct,
      let verb = tree.head(cue), verb < cue
    else { return nil }
    if tree.isPassive(verb), let agent = tree.child(verb, .oblAgent), agent < cue, resolver.isPerson(at: agent),
      let subject = tree.ownSubject(verb), !resolver.isPerson(at: subject), !resolver.isGroup(at: subject)
    {
      return agent
    }
    guard tree.relation(verb) == .ccomp, tree.mark(verb) == "that", let above = tree.head(verb), above < verb,
      speechVerb(above) != nil, !isQuoted(verb)
    else { return nil }
    return tree.ownSubject(above)
  }

  /// "opposed the plan of a new road saying …": a participle that was hung on a thing, which does not speak.
  private func isOfClause(_ token: Int, _ speaker: Int) -> Bool {
    document.xpos[token] == .vbg && tree.relation(token) == .acl && tree.head(token) == speaker
      && !isSomebody(speaker, token)
  }

  private func mainSubject(over noun: Int) -> Int? {
    let clause = tree.clause(of: noun)
    let subject = tree.isVerb(clause) || tree.child(clause, .cop) != nil ? tree.surfaceSubject(clause) : nil
    return subject.flatMap { $0 == noun ? nil : $0 }
  }

  private func grammaticalSpeaker(of token: Int, _ sentence: Range<Int>) -> Int? {
    if tree.isPassive(token) {
      guard let agent = tree.subject(token) else { return nil }
      return agent
    }
    if let subject = tree.ownSubject(token), !tree.isRelativePronoun(subject) { return subject }
    if tree.relation(token) != .root, let shared = tree.surfaceSubject(token) {
      // "the army, which …": a clause that was hung on something else.
      guard tree.isRelativePronoun(shared), shared > sentence.lowerBound else { return shared }
      return tree.nounBefore(document.upos[shared - 1] == .punct ? shared - 1 : shared) ?? shared
    }
    return tree.nounBefore(token) ?? tree.surfaceSubject(token)
  }
}
