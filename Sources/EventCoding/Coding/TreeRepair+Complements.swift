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
}
