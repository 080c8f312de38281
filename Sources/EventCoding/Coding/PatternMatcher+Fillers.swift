import Linguistics
import NewsModel

// What stands at a position, held against what a pattern asks for.
extension PatternMatcher {
  func fits(_ filler: PatternTest.Filler, _ head: Int) -> Bool {
    switch filler {
    // "insisted on Monday": a day is nothing that is insisted on.
    case .anything: !tree.document.isTime(head)
    case .party: resolver.hasParties(at: head) || isCapital(head)
    case .person: resolver.isPerson(at: head)
    case .group: resolver.isGroup(at: head)
    case .place: resolver.isPlace(at: head)
    case .government:
      isCapital(head)
        || resolver.parties(at: head).contains { $0.code != nil && ($0.sector == nil || $0.sector == "GOV") }
    case .wish: isWish(head)
    case .suffered: tree.isPassive(head) && !tree.hasAgent(head)
    case .own: tree.relation(head) == .xcomp
    case .words(let words):
      words.contains(tree.lemma(head))
        // "the Supreme Court" is a court.
        || tree.document.upos[head] == .propn && words.contains(tree.lemma(head).lowercased())
        || (tree.entry(head)?.isTransparent == true
          && tree.children(head).contains { tree.relation($0).universal == .nmod && words.contains(tree.lemma($0)) })
        || tree.children(head).contains { tree.relation($0) == .conj && words.contains(tree.lemma($0)) }
    }
  }

  /// "the Chilean capital", which stands for its country.
  private func isCapital(_ head: Int) -> Bool {
    tree.lemma(head) == "capital" && tree.isNoun(head)
      && tree.children(head).contains { child in
        child < head && (tree.relation(child) == .amod || tree.relation(child) == .nmodPossessive)
          && resolver.parties(at: child).contains { $0.code != nil && $0.sector == nil }
      }
  }

  /// Whether a name says what bears it: "Typhoon Molave" is a typhoon. Only near misses ask, since "Police Chief Cole" is no police.
  func names(_ filler: PatternTest.Filler, _ head: Int) -> Bool {
    guard case .words(let words) = filler, tree.document.upos[head] == .propn else { return false }
    return tree.children(head).contains {
      (tree.relation($0) == .compound || tree.relation($0) == .nmodDescription) && tree.document.upos[$0] == .propn
        && words.contains(tree.lemma($0).lowercased())
    }
  }

  /// Whether a clause tells what shall be, and not what is: a bare verb, "should", "must", or an infinitive.
  private func isWish(_ clause: Int) -> Bool {
    let found = tree.children(clause).filter { tree.relation($0).universal == .aux }
    // "Should Taiwan think about it?" asks.
    if let first = found.first, let subject = tree.ownSubject(clause), first < subject { return false }
    // "told them how to do it"
    if tree.children(clause).contains(where: { $0 < clause && tree.document.xpos[$0] == .wrb }) { return false }
    let auxiliaries = found.map(tree.lemma)
    if auxiliaries.contains(where: { ["should", "must", "shall"].contains($0) }) { return true }
    // "that he be released", "to be the mayor": the bare form is that of "be".
    let bare = found.first ?? tree.child(clause, .cop) ?? clause
    return tree.document.xpos[bare] == .vb && auxiliaries.allSatisfy { $0 == "be" }
  }
}
