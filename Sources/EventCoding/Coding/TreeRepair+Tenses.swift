import Linguistics
import NewsModel

// Verbs that were read as something else, and tenses that cannot stand where they do.
extension TreeRepair {
  /// "denied attacking civilians" with the gerund as an adjective of the noun.
  mutating func mendGerund(_ token: Int, _ noun: Int) {
    let verb = token - 1
    guard document.xpos[token] == .vbg, document.upos[token] == .verb, verb >= 0, noun > token,
      Int(document.heads[noun]) == verb, document.relations[noun] == .obj,
      lexicon.has(.deedObjects, document.lemmas[verb])
    else { return }
    document.heads[token] = Int32(verb)
    document.relations[token] = .xcomp
    document.heads[noun] = Int32(token)
    objects[verb] = -1
    objects[token] = Int32(noun)
  }

  /// "has broken relations" with "broken" as an adjective: a past participle right behind "has" is its verb.
  mutating func mendPerfect(_ token: Int, _ noun: Int, _ sentence: Range<Int>) {
    let have = token - 1
    guard document.xpos[token] == .vbn, have >= sentence.lowerBound, document.lemmas[have] == "have",
      Int(document.heads[noun]) == have, document.relations[noun] == .obj
    else { return }
    document.heads[token] = document.heads[have]
    document.relations[token] = document.relations[have]
    document.upos[token] = .verb
    for child in sentence where Int(document.heads[child]) == have && child != token {
      document.heads[child] = Int32(token)
    }
    document.heads[have] = Int32(token)
    document.relations[have] = .aux
    subjects[token] = subjects[have]
    objects[token] = Int32(noun)
  }

  /// "continues to see … and says": a past or present tense cannot go on with an infinitive; it goes on with the verb above.
  mutating func mendTense(_ token: Int, _ infinitive: Int) {
    guard document.xpos[infinitive] == .vb, document.relations[infinitive] == .xcomp, infinitive < token else { return }
    let above = Int(document.heads[infinitive])
    guard above >= 0, above < infinitive, isFinite(token), isFinite(above) else { return }
    document.heads[token] = Int32(above)
  }

  /// "asked him to return and formally resign", "says that he could leave and be tried" with the last verb on the first: what has no tense
  /// goes on with the infinitive between.
  mutating func mendInfinitive(_ token: Int, _ above: Int) {
    guard above < token, document.upos[token] == .verb, isFinite(above), isBare(token) else { return }
    let between = (above + 1..<token).last { other in
      document.xpos[other] == .vb && document.upos[other] == .verb && !hasAuxiliary(other, "have")
    }
    guard let between, isBelow(between, above), !isBelow(between, token) else { return }
    document.heads[token] = Int32(between)
  }

  /// "resign", "be tried", without "to", "will" or a subject of its own.
  private func isBare(_ token: Int) -> Bool {
    guard token > 0, document.xpos[token] == .vb || document.xpos[token] == .vbn else { return false }
    var isInfinitive = document.xpos[token] == .vb
    // "put", "cut": the past tense looks the same.
    if isInfinitive, ["put", "cut", "hit", "shut", "let", "set", "hurt", "beat"].contains(document.lemmas[token]) {
      return false
    }
    for child in max(0, token - 8)..<token where Int(document.heads[child]) == token {
      switch document.relations[child].universal {
      case .nsubj, .mark: return false
      case .aux:
        guard document.xpos[child] == .vb, document.lemmas[child] == "be" else { return false }
        isInfinitive = true
      default: break
      }
    }
    return isInfinitive
  }

  private func hasAuxiliary(_ verb: Int, _ lemma: String) -> Bool {
    (max(0, verb - 4)..<verb).contains { Int(document.heads[$0]) == verb && document.lemmas[$0] == lemma }
  }

  private func isBelow(_ token: Int, _ above: Int) -> Bool {
    var current = token
    for _ in 0..<8 {
      current = Int(document.heads[current])
      if current == above { return true }
      if current < 0 { return false }
    }
    return false
  }

  /// "said that they will be found and expressed his sorrow": a past tense cannot go on with "will"; it goes on with the verb above.
  mutating func mendReport(_ token: Int, _ reported: Int, _ sentence: Range<Int>) {
    guard document.xpos[token] == .vbd, document.upos[token] == .verb, document.relations[reported] == .ccomp,
      reported < token
    else { return }
    let above = Int(document.heads[reported])
    guard above >= 0, above < reported, document.xpos[above] == .vbd || document.xpos[above] == .vbn else { return }
    var isFuture = false
    for child in sentence {
      if Int(document.heads[child]) == reported, document.xpos[child] == .md { isFuture = true }
      if Int(document.heads[child]) == token, document.relations[child].universal == .nsubj { return }
    }
    if isFuture { document.heads[token] = Int32(above) }
  }

  /// "was convicted of hiring men, who seized the guards, shot them and fled" with "shot" on the main verb's participle: a past tense goes on
  /// with the one of the relative clause right before it.
  mutating func mendRelative(_ token: Int, _ participle: Int, _ sentence: Range<Int>) {
    guard document.xpos[token] == .vbd, document.upos[token] == .verb, document.xpos[participle] == .vbn,
      document.relations[token - 1].universal != .nsubj
    else { return }
    let between = (participle + 1..<max(token, participle + 1))
    guard let clause = between.last(where: { document.relations[$0] == .aclRelative && document.xpos[$0] == .vbd }),
      sentence.contains(clause), subjects[clause] >= 0, document.xpos[Int(subjects[clause])] == .wp, subjects[token] < 0
    else { return }
    document.heads[token] = Int32(clause)
  }

  func isFinite(_ token: Int) -> Bool {
    switch document.xpos[token] {
    case .vbd, .vbz, .vbp: document.upos[token] == .verb
    default: false
    }
  }
}
