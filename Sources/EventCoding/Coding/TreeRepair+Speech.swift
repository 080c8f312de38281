import Linguistics

// Words that were hung on the occasion on which they were said.
extension TreeRepair {
  /// "announced at a meeting that it would leave", "was told by the minister that he must go" with what is said on the noun: it
  /// is what the verb of saying says.
  mutating func mendSaidClause(_ clause: Int, _ noun: Int) {
    guard noun < clause, let verb = saying(over: noun), verb < noun, isTold(clause, behind: noun) else { return }
    let hasOther = (verb + 1..<noun).contains { token in
      Int(document.heads[token]) == verb && document.relations[token] == .ccomp
    }
    guard !hasOther else { return }
    document.heads[clause] = Int32(verb)
    document.relations[clause] = .ccomp
  }

  /// "Turnout was low, the minister said on Monday in Oslo" with the saying as a second clause: it is beside what it says.
  mutating func mendTag(_ verb: Int, _ main: Int, _ sentence: Range<Int>) {
    guard main < verb, document.upos[verb] == .verb, document.xpos[verb] == .vbd,
      lexicon.speechVerbs[document.lemmas[verb]] == .statement, case let subject = Int(subjects[verb]), subject > main,
      objects[verb] < 0
    else { return }
    for token in main + 1..<sentence.upperBound where Int(document.heads[token]) == verb {
      switch document.relations[token] {
      case .cc, .mark, .ccomp, .xcomp, .conj: return
      default: break
      }
    }
    var first = subject
    while first > main + 1, document.upos[first - 1] != .punct { first -= 1 }
    guard document.xpos[first - 1] == .comma, (first..<subject).allSatisfy({ document.upos[$0] != .cconj }) else {
      return
    }
    document.relations[verb] = .parataxis
  }

  /// "Chile had attacked Peru, Norway and Sweden said" with both on Peru: who stands between the comma and the word of saying says it.
  mutating func mendSpeakers(_ second: Int, _ first: Int) {
    let verb = second + 1
    guard document.xpos.indices.contains(verb), document.xpos[verb] == .vbd, subjects[verb] < 0, first > 0,
      second == first + 2,
      document.upos[second - 1] == .cconj, document.xpos[first - 1] == .comma, document.relations[first] == .conj,
      document.upos[first] == .propn, document.upos[second] == .propn,
      lexicon.speechVerbs[document.lemmas[verb]] == .statement
    else { return }
    document.heads[first] = Int32(verb)
    document.relations[first] = .nsubj
    subjects[verb] = Int32(first)
  }

  /// "The river will be closed, says the ministry" with the ministry as what is said: behind what it says, it is who says it.
  mutating func mendInvertedSpeaker(_ noun: Int, _ verb: Int, _ sentence: Range<Int>) {
    guard noun > verb, document.lemmas[verb] == "say", document.xpos[verb] != .vbg,
      document.upos[noun] == .propn || document.upos[noun] == .noun
    else { return }
    let children = sentence.filter { Int(document.heads[$0]) == verb }
    let isTag = document.relations[verb] == .parataxis && document.heads[verb] < verb
    guard isTag || children.contains(where: { $0 < verb && document.relations[$0] == .ccomp }),
      !children.contains(where: { document.relations[$0].universal == .nsubj })
    else { return }
    document.relations[noun] = .nsubj
    subjects[verb] = Int32(noun)
  }

  /// The verb of saying on which a noun for the occasion, or who speaks, hangs.
  private func saying(over noun: Int) -> Int? {
    var top = noun
    for _ in 0..<2 where document.relations[top] == .nmod && document.heads[top] >= 0 { top = Int(document.heads[top]) }
    let verb = Int(document.heads[top])
    guard verb >= 0, document.upos[verb] == .verb, lexicon.speechVerbs[document.lemmas[verb]] != nil else { return nil }
    switch document.relations[top] {
    case .oblAgent: return verb
    case .obl:
      let lemma = document.lemmas[top]
      return lexicon.has(.occasions, lemma) || lexicon.has(.documents, lemma) ? verb : nil
    default: return nil
    }
  }

  /// Whether "that" and a subject begin a clause: one that is said, and none that tells which noun is meant.
  private func isTold(_ clause: Int, behind noun: Int) -> Bool {
    var (hasMark, hasSubject) = (false, false)
    for token in noun + 1..<clause where Int(document.heads[token]) == clause {
      if document.relations[token] == .mark { hasMark = document.lemmas[token] == "that" }
      if document.relations[token].universal == .nsubj { hasSubject = document.lemmas[token] != "that" }
    }
    return hasMark && hasSubject
  }
}
