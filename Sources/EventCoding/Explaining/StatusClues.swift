import Linguistics
import NewsModel

/// The words around an event that say whether it is told as fact.
struct StatusClues {
  let tree: SyntaxTree
  let lexicon: Lexicon

  /// What the status of a trigger was read from: its own verb group, then what stands above, nearest first.
  func clues(_ trigger: Trigger) -> [String] {
    var result: [String] = []
    let start = trigger.predicate ?? trigger.token
    for token in Set([trigger.token, start]).sorted() {
      for child in tree.children(token) {
        let lemma = tree.lemma(child)
        if tree.isNoun(token), let status = lexicon.adjectives[lemma] {
          result.append("“\(form(child))” makes a noun \(status.rawValue)")
        } else if tree.relation(child).universal == .aux {
          result.append("auxiliary “\(form(child))”")
        } else if ["not", "n't", "n’t", "never", "no", "without"].contains(lemma.lowercased()) {
          result.append("negated by “\(form(child))”")
        }
      }
    }
    if tree.isVerb(start) { result.append("“\(form(start))” is \(tense(start))") }
    var current = start
    while let head = tree.head(current), isReadThrough(current, head), result.count < 12 {
      if let mark = tree.mark(current), ["if", "unless", "whether", "until", "lest", "to"].contains(mark) {
        result.append("“\(form(current))” follows “\(mark)”")
      }
      if let control = lexicon.controls[tree.lemma(head)] {
        result.append("what “\(form(head))” governs is \(control.rawValue)")
      } else if lexicon.speechVerbs[tree.lemma(head)] != nil {
        result.append("said: “\(form(head))”")
      }
      current = head
    }
    return result
  }

  /// Whether what stands above a clause has a say in it, as the status reader has it.
  private func isReadThrough(_ token: Int, _ head: Int) -> Bool {
    switch tree.relation(token) {
    case .xcomp, .acl, .ccomp, .csubj, .advcl, .obj: true
    case .conj: tree.document.xpos[token] == .vb && tree.document.xpos[head] == .vb
    default: false
    }
  }

  private func form(_ token: Int) -> String { tree.document.form(token) }

  private func tense(_ verb: Int) -> String {
    switch tree.document.xpos[verb] {
    case .vbd: "in the past tense"
    case .vbn: "a past participle"
    case .vbg: "an -ing form"
    case .vbz, .vbp: "in the present tense"
    default: "without a tense"
    }
  }
}
