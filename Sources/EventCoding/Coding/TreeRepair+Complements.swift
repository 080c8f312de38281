import Linguistics

extension TreeRepair {
  /// "called the ruling “arbitrary”" with the adjective on the noun before it: it is what the verb says of its object.
  mutating func mendComplement(_ adjective: Int, _ noun: Int) {
    let verb = Int(document.heads[noun])
    guard adjective > noun, document.upos[adjective] == .adj, document.relations[noun] == .obj, verb >= 0, verb < noun,
      lexicon.has(.verdicts, document.lemmas[verb]),
      (noun + 1..<adjective).allSatisfy({ document.upos[$0] == .punct || document.upos[$0] == .adv })
    else { return }
    document.heads[adjective] = Int32(verb)
    document.relations[adjective] = .xcomp
  }

  /// "asking for the house to pass a bill" with the house as subject of the asking: it is that of the infinitive.
  mutating func mendAskedSubject(_ token: Int, _ verb: Int) -> Bool {
    guard document.lemmas.indices.contains(verb + 1), document.lemmas[verb + 1] == "for", token > verb + 1 else {
      return false
    }
    let infinitive = (token + 1..<max(token + 1, min(token + 8, document.tokenCount))).first {
      Int(document.heads[$0]) == verb && document.relations[$0] == .xcomp && document.xpos[$0] == .vb
    }
    guard let infinitive else { return false }
    document.heads[token] = Int32(infinitive)
    return true
  }
}
