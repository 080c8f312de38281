import Linguistics

extension TreeRepair {
  /// "Berg, along with two ministers, resigned", "groups such as the Oslo League", "several senators, including Anna Berg": who is named besides
  /// takes part like those whom "and" joins.
  ///
  /// After "including" only names count; what else may stand there is rather a part of a number ("12 people, including two children").
  mutating func mendCompany(_ token: Int, _ head: Int) {
    guard token > head, let word = company(before: token), word != "including" || document.upos[token] == .propn,
      document.upos[head] == .noun || document.upos[head] == .propn
    else { return }
    let verb = Int(document.heads[head])
    guard verb >= 0 else { return }
    switch document.relations[head].universal {
    case .nsubj: break
    case .obj where word == "including" && isSingular(head) && subjects[verb] >= 0 && !isSingular(Int(subjects[verb])):
      // "Some senators support the treaty, including Anna Berg."
      document.heads[token] = subjects[verb]
    case .obj, .obl: guard word != "along" && word != "together" || document.upos[head] == .propn else { return }
    default: return
    }
    document.relations[token] = .conj
  }

  /// "Norway, together with Sweden, rejected it" with "together" on the verb and Sweden below it.
  mutating func mendPartner(_ token: Int, _ adverb: Int) {
    guard document.lemmas[adverb] == "together" || document.lemmas[adverb] == "along", token > adverb,
      company(before: token) != nil, document.heads[adverb] > token
    else { return }
    let subject = subjects[Int(document.heads[adverb])]
    guard subject >= 0, subject < adverb else { return }
    document.heads[token] = subject
    document.relations[token] = .conj
  }

  private func isSingular(_ noun: Int) -> Bool { document.xpos[noun] == .nn || document.xpos[noun] == .nnp }

  /// "along" of "along with", "together" of "together with", "such" of "such as", or "including", where one opens the phrase of a token.
  private func company(before token: Int) -> String? {
    var first = token - 1
    while first > 0, token - first < 8 {
      let word = document.lemmas[first]
      switch word {
      case "with":
        let before = document.lemmas[first - 1]
        return before == "along" || before == "together" ? before : nil
      case "as": return document.lemmas[first - 1] == "such" ? "such" : nil
      case "include", "including": return document.relations[first] == .case ? "including" : nil
      default: break
      }
      guard document.upos[first] != .punct, document.upos[first] != .verb, document.upos[first] != .adp else {
        return nil
      }
      first -= 1
    }
    return nil
  }
}
