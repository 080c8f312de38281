import Linguistics

// Whom a pronoun cannot mean, since both take part in one deed.
extension EntityBuilder {
  /// Whether a pronoun and a phrase before it are parts of one clause or phrase and so cannot be the same.
  func isBound(_ past: Int, _ pronoun: Int) -> Bool {
    let governor = Int(document.heads[pronoun])
    if governor == past { return true }
    // "he congratulated Obama": he is not Obama, wherever Obama was named before.
    if governor >= 0, document.xpos[pronoun] != .prpPossessive, let entity = person(at: past)?.entity,
      reader.index.children(of: governor).contains(where: { person(at: $0)?.entity == entity })
    {
      return true
    }
    if document.xpos[pronoun] == .prpPossessive { return isAnothersFate(governor, past) }
    let isObject = document.relations[pronoun] == .obj || document.relations[pronoun] == .iobj
    // "wanted to hurt himself" is the same one.
    let isReflexive = ["self", "selves"].contains { document.word(pronoun).hasSuffix($0) }
    if isObject, !isReflexive, isDoer(past, of: governor) { return true }
    return governor >= 0 && Int(document.heads[past]) == governor
  }

  /// "Berg met Lund and praised him", "rebels, who seized the guards and shot them": who does it to somebody is not that one.
  private func isDoer(_ past: Int, of verb: Int) -> Bool {
    let entity = mentionOfHead[past] >= 0 ? mentions[Int(mentionOfHead[past])].referents.first?.entity : nil
    var verb = verb
    for _ in 0..<4 where verb >= 0 && document.upos[verb] == .verb {
      for child in reader.index.children(of: verb) where document.relations[child] == .nsubj {
        let mention = mentionOfHead[nameHead(of: child)]
        guard child != past else { return true }
        return mention >= 0 && mentions[Int(mention)].referents.contains { $0.entity == entity }
      }
      guard sharesSubject(verb) else { return false }
      verb = Int(document.heads[verb])
    }
    return false
  }

  /// Whether a verb has the subject of the verb above it: "and praised him", "…, praising him", "wanted to praise him"; not of
  /// "asked them to praise him".
  private func sharesSubject(_ verb: Int) -> Bool {
    switch document.relations[verb] {
    case .conj: return true
    case .advcl: return document.xpos[verb] == .vbg
    case .xcomp:
      return !reader.index.children(of: Int(document.heads[verb])).contains { child in
        document.relations[child] == .obj || document.relations[child] == .iobj
      }
    default: return false
    }
  }

  /// "The premier called for his resignation": what is to happen to somebody whom the speaker is not.
  private func isAnothersFate(_ noun: Int, _ past: Int) -> Bool {
    guard noun >= 0, document.heads[noun] >= 0, document.relations[past].universal == .nsubj,
      document.heads[past] == document.heads[noun]
    else { return false }
    return Self.wishes.contains(document.lemmas[Int(document.heads[noun])])
      && Self.fates.contains(document.lemmas[noun])
  }

  private static let wishes: Set<String> = [
    "demand", "call", "urge", "seek", "request", "want", "order", "push", "press",
  ]
  private static let fates: Set<String> = [
    "resignation", "release", "removal", "ouster", "dismissal", "sacking", "impeachment", "arrest", "extradition",
    "execution", "death", "prosecution", "departure", "expulsion", "deportation", "return", "freedom", "detention",
  ]
}
