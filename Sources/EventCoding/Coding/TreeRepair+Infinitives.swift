import Linguistics

// Infinitives that a phrase parts from the verb that governs them.
extension TreeRepair {
  /// "voted on Monday to leave", "decided at a summit to send troops", "voted 80 to 20 to leave" with the infinitive as a purpose or on
  /// the phrase between: it is what is voted and decided.
  mutating func mendGoverned(_ infinitive: Int, _ head: Int) {
    guard document.xpos[infinitive] == .vb, document.upos[infinitive] == .verb, infinitive > 0 else { return }
    let verb = document.relations[infinitive] == .acl ? circumscribed(by: head) : head
    guard let verb, verb < infinitive, lexicon.has(.governors, document.lemmas[verb]),
      document.upos[verb] == .verb || document.upos[verb] == .adj
    else { return }
    let object = Int(objects[verb])
    guard object < 0 || document.upos[object] == .num else { return }
    var hasMark = false
    for token in verb + 1..<infinitive {
      if Int(document.heads[token]) == verb, document.relations[token] == .xcomp || document.relations[token] == .ccomp
      {
        return
      }
      if Int(document.heads[token]) == infinitive, document.relations[token] == .mark {
        hasMark = document.lemmas[token] == "to"
      }
    }
    guard hasMark else { return }
    document.heads[infinitive] = Int32(verb)
    document.relations[infinitive] = .xcomp
    guard object > verb else { return }
    document.relations[object] = .oblUnmarked
    objects[verb] = -1
  }

  /// The verb of which a phrase tells when or where, if its noun takes no infinitive itself ("in an effort to leave").
  private func circumscribed(by noun: Int) -> Int? {
    let lemma = document.lemmas[noun]
    guard lexicon.index[lexicon.index.numbers(of: lemma).own]?.control == nil, !lexicon.has(.moves, lemma) else {
      return nil
    }
    // "at a meeting in Oslo to send troops"
    var phrase = noun
    for _ in 0..<3 where document.relations[phrase].universal == .nmod && document.heads[phrase] >= 0 {
      phrase = Int(document.heads[phrase])
    }
    guard document.relations[phrase].universal == .obl else { return nil }
    let verb = Int(document.heads[phrase])
    guard verb >= 0, verb < phrase else { return nil }
    let isPhrase = (verb + 1..<phrase).contains {
      Int(document.heads[$0]) == phrase && document.relations[$0] == .case
        && ["at", "in", "on", "during", "after", "by", "with", "from"].contains(document.lemmas[$0])
    }
    return isPhrase || document.isTime(phrase) ? verb : nil
  }
}
