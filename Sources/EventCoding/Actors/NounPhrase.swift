import Linguistics

/// A noun phrase as it is quoted: without relative clauses, loose appositions and phrases of place.
struct NounPhrase: Sendable, Hashable {
  var head: Int
  var tokens: Range<Int>
}

/// Reads noun phrases off the tree.
struct PhraseReader: Sendable {
  let document: Document
  let index: DependencyIndex

  init(_ document: Document) {
    self.document = document
    self.index = DependencyIndex(document)
  }

  /// Depth at which reading stops: deeper than any phrase, and a guard against broken trees.
  private static let depthLimit = 12

  /// The phrase headed at a token: the run of its own words around it.
  func phrase(at head: Int) -> NounPhrase {
    var tokens: [Int] = []
    tokens.reserveCapacity(8)
    collect(head, top: head, depth: 0, into: &tokens)
    tokens.sort()
    guard let position = tokens.firstIndex(of: head) else { return NounPhrase(head: head, tokens: head..<(head + 1)) }
    var first = position
    while first > 0, isBridge(from: tokens[first - 1], to: tokens[first]) { first -= 1 }
    var last = position
    while last + 1 < tokens.count, isBridge(from: tokens[last], to: tokens[last + 1]) { last += 1 }
    while last > position, document.xpos[tokens[last]] == .pos { last -= 1 }
    while last > position, document.upos[tokens[last]] == .adp { last -= 1 }
    while first < position, document.relations[tokens[first]] == .case, !isBound(tokens[first]) { first += 1 }
    if tokens[first] > 0, isBound(tokens[first] - 1) {
      return NounPhrase(head: head, tokens: tokens[first] - 1..<(tokens[last] + 1))
    }
    return NounPhrase(head: head, tokens: tokens[first]..<(tokens[last] + 1))
  }

  /// Whether two words of a phrase stand side by side, but for hyphens, quotation marks and "'s".
  private func isBridge(from left: Int, to right: Int) -> Bool {
    Range(from: left + 1, upTo: right).allSatisfy { token in
      switch document.xpos[token] {
      case .hyphen, .openQuote, .closeQuote, .pos: true
      default: document.bytes(token).elementsEqual("-".utf8)
      }
    }
  }

  /// The first word of "at least", "at most", "more than", "up to", "between" before a number.
  private func isBound(_ token: Int) -> Bool {
    guard token + 2 < document.tokenCount else { return false }
    switch document.lemmas[token] {
    case "at": return document.form(token + 1) == "least" || document.form(token + 1) == "most"
    case "more", "less", "few", "fewer": return document.form(token + 1) == "than"
    case "up": return document.form(token + 1) == "to"
    case "between": return document.upos[token + 1] == .num && document.relations[token] == .case
    default: return false
    }
  }

  private func collect(_ token: Int, top: Int, depth: Int, into tokens: inout [Int]) {
    tokens.append(token)
    guard depth < Self.depthLimit else { return }
    for child in index.children(of: token) where belongs(child, to: token, top: top) {
      collect(child, top: top, depth: depth + 1, into: &tokens)
    }
  }

  private func belongs(_ child: Int, to token: Int, top: Int) -> Bool {
    switch document.relations[child] {
    case .amod: !Self.speechWords.contains(document.word(child))
    case .det, .detPredeterminer, .compound, .flat, .nummod, .fixed, .goeswith, .nmodPossessive: true
    case .nmodDescription, .nmodUnmarked: child < token || isTight(token, child)
    case .nmod: child < token || isNominal(child, of: token)
    case .case: token != top
    case .oblUnmarked: child < token && token < top && document.upos[token] == .adj
    case .advmod: child < token && !Self.outerAdverbs.contains(document.word(child))
    case .appos: isTight(token, child)
    case .conj, .cc, .ccPreconj: token != top
    default: false
    }
  }

  /// Adverbs that stand before a phrase and not in it.
  private static let outerAdverbs: Set<String> = ["not", "also", "even", "only", "then", "now"]

  /// Verbs of an inverted clause that trees take for adjectives: "…, reported news agency AFP".
  private static let speechWords: Set<String> = ["reported", "said", "told", "added"]

  /// Whether two words stand in one breath: no comma, dash or bracket between them.
  func isTight(_ left: Int, _ right: Int) -> Bool {
    guard left < right, right - left < 8 else { return false }
    return (left + 1..<right).allSatisfy { document.upos[$0] != .punct }
  }

  /// The preposition of a phrase, folded: "of", "from".
  func preposition(of token: Int) -> String? {
    index.children(of: token).first { document.relations[$0] == .case }.map { document.word($0) }
  }

  /// Whether a prepositional phrase is part of whom a noun names, and not of where or about what.
  private func isNominal(_ child: Int, of token: Int) -> Bool {
    switch preposition(of: child) {
    case "of", "from": true
    case "for": Self.speakers.contains(document.lemmas[token])
    case "to": Self.envoys.contains(document.word(token))
    default: false
    }
  }

  /// Those who are somebody "for" another: "a spokesman for the army", "the ministry for trade".
  private static let speakers: Set<String> = [
    "spokesman", "spokeswoman", "spokesperson", "speaker", "lawyer", "attorney", "minister", "ministry", "secretary",
    "commissioner", "representative", "candidate", "office", "council", "committee", "commission", "centre", "center",
    "department", "agency", "institute", "front", "party", "movement", "organisation", "organization", "association",
    "union", "coalition", "foundation", "network", "chief", "director", "head", "campaigner",
  ]

  /// Those who are sent "to" somebody.
  private static let envoys: Set<String> = [
    "ambassador", "ambassadors", "envoy", "envoys", "adviser", "advisor", "representative", "delegate",
  ]

  /// The noun on which the phrase of a token inside a name hangs: the name's own head.
  func head(of token: Int, within name: Range<Int>) -> Int {
    var token = token
    var steps = 0
    while steps < Self.depthLimit, document.heads[token] >= 0, name.contains(Int(document.heads[token])) {
      token = Int(document.heads[token])
      steps += 1
    }
    return token
  }

  /// Whether a token can head a noun phrase.
  func isNominal(_ token: Int) -> Bool {
    switch document.upos[token] {
    case .noun, .propn, .pron, .num, .x: true
    case .adj, .det, .sym: isArgument(token)
    default: false
    }
  }

  private func isArgument(_ token: Int) -> Bool {
    switch document.relations[token].universal {
    case .nsubj, .obj, .iobj, .obl, .nmod, .conj, .appos, .amod, .compound: true
    default: false
    }
  }
}
