import Linguistics
import NewsModel

/// The questions that event coding asks of a document's trees and words.
///
/// A class, since every reader of an article holds it: handing it on costs one reference and not the document's fifteen.
final class SyntaxTree: Sendable {
  let document: Document
  private let index: DependencyIndex
  /// Sentence of each token.
  let sentences: [Int32]
  /// What the lexicon says of each token's lemma, and of the lemma in small letters.
  private let entries: [(own: Int32, small: Int32)]
  private let lexicon: LexiconIndex

  init(_ resolver: EntityResolver, _ lexicon: Lexicon) {
    document = resolver.document
    index = resolver.builder.reader.index
    sentences = resolver.builder.sentenceOfToken
    self.lexicon = lexicon.index
    entries = document.lemmas.map { lexicon.index.numbers(of: $0) }
  }

  /// What the lexicon says of a token's lemma; nil where it says nothing.
  func entry(_ token: Int) -> LexiconEntry? { lexicon[entries[token].own] }

  /// The same of the lemma in small letters, in which names have none.
  func smallEntry(_ token: Int) -> LexiconEntry? { lexicon[entries[token].small] }

  /// Whether it is a text that somebody issues: "statement", "letter".
  func isDocument(_ token: Int) -> Bool { entry(token)?.isDocument == true }

  /// Longest path that is followed: deeper than any clause, and a guard against broken trees.
  static let depthLimit = 40

  func children(_ token: Int) -> ArraySlice<Int> { index.children(of: token) }

  func head(_ token: Int) -> Int? {
    let head = Int(document.heads[token])
    return head >= 0 && head != token ? head : nil
  }

  func relation(_ token: Int) -> Relation { document.relations[token] }

  func lemma(_ token: Int) -> String { document.lemmas[token] }

  func sentence(of token: Int) -> Range<Int> { document.sentences[Int(sentences[token])] }

  /// The first child with a relation.
  func child(_ token: Int, _ relation: Relation) -> Int? {
    children(token).first { document.relations[$0] == relation }
  }

  /// The first child with one of two relations.
  func child(_ token: Int, _ relation: Relation, or other: Relation) -> Int? {
    children(token).first { document.relations[$0] == relation || document.relations[$0] == other }
  }

  func isVerb(_ token: Int) -> Bool {
    if document.upos[token] == .verb { return true }
    switch document.xpos[token] {
    case .vb, .vbd, .vbg, .vbn, .vbp, .vbz: return document.upos[token] == .aux && lemma(token) != "be"
    default: return false
    }
  }

  /// "ready" in "is ready to".
  func isPredicateAdjective(_ token: Int) -> Bool {
    document.upos[token] == .adj && child(token, .cop) != nil
  }

  func isNoun(_ token: Int) -> Bool { document.upos[token] == .noun || document.upos[token] == .propn }

  /// The ancestors, nearest first.
  func ancestors(_ token: Int) -> Ancestors { Ancestors(tree: self, token: token) }

  /// A walk up the tree.
  struct Ancestors: Sequence, IteratorProtocol {
    fileprivate let tree: SyntaxTree
    fileprivate var token: Int
    private var depth = 0

    fileprivate init(tree: SyntaxTree, token: Int) {
      self.tree = tree
      self.token = token
    }

    mutating func next() -> Int? {
      guard depth < SyntaxTree.depthLimit, let head = tree.head(token) else { return nil }
      depth += 1
      token = head
      return head
    }
  }

  func isAncestor(_ ancestor: Int, of token: Int) -> Bool { ancestors(token).contains(ancestor) }

  /// The tokens of a subtree from first to last.
  func extent(_ token: Int) -> Range<Int> {
    var first = token
    var last = token
    var pending = [token]
    var steps = 0
    while let next = pending.popLast(), steps < 4096 {
      steps += 1
      first = min(first, next)
      last = max(last, next)
      pending += children(next)
    }
    return first..<(last + 1)
  }

  /// The preposition of a phrase: "of", "according".
  func preposition(_ token: Int) -> String? {
    child(token, .case).map { document.word($0) }
  }

  /// The subordinator of a clause: "if", "that", "to".
  func mark(_ token: Int) -> String? {
    child(token, .mark).map { document.word($0) }
  }

  /// "…, arguing that": a participle that goes on with the verb above it.
  func isBareParticiple(_ verb: Int) -> Bool {
    relation(verb) == .advcl && document.xpos[verb] == .vbg && mark(verb) == nil
  }

  /// Whether a verb's group is "had done" or "had been done".
  func isPastPerfect(_ verb: Int) -> Bool {
    auxiliaries(of: verb).contains { lemma($0) == "have" && document.xpos[$0] == .vbd }
  }

  /// Whether a verb's group is "has done" or "has been done".
  func isPresentPerfect(_ verb: Int) -> Bool {
    isPresent(verb) && auxiliaries(of: verb).contains { lemma($0) == "have" }
  }

  /// Whether a verb's group is "should have done" or "should have been done".
  func isReproach(_ verb: Int) -> Bool {
    let auxiliaries = auxiliaries(of: verb).map { lemma($0).lowercased() }
    return auxiliaries.contains("should") && auxiliaries.contains("have")
  }

  /// Whether a verb's group is "does", "is done" or "is doing".
  func isPresent(_ verb: Int) -> Bool {
    switch document.xpos[auxiliaries(of: verb).first ?? verb] {
    case .vbz, .vbp: true
    default: false
    }
  }

  /// Whether a verb is that of a relative clause, or joined to it: "whom the court convicted and sentenced".
  func isInRelativeClause(_ verb: Int) -> Bool {
    switch relation(verb) {
    case .aclRelative: true
    case .conj: head(verb).map { $0 < verb && isInRelativeClause($0) } ?? false
    default: false
    }
  }

  /// Whether a verb's group is "did", "did do", "was done" or "was doing".
  func isSimplePast(_ verb: Int) -> Bool {
    let auxiliaries = auxiliaries(of: verb)
    guard let first = auxiliaries.first else { return document.xpos[verb] == .vbd }
    return document.xpos[first] == .vbd && ["be", "do"].contains(lemma(first))
  }

  /// Auxiliaries of a verb, or those that it shares with the verb it is joined to.
  func auxiliaries(of verb: Int) -> [Int] {
    let own = children(verb).filter { relation($0).universal == .aux }
    if !own.isEmpty { return own }
    guard relation(verb) == .conj, let head = head(verb), !hasOwnSubject(verb),
      document.xpos[verb] == document.xpos[head]
    else { return [] }
    return auxiliaries(of: head)
  }

  /// Whether a participle is passive: with "be" or "get", or a bare one on a noun.
  func isPassive(_ verb: Int) -> Bool {
    // "was opposed to the plan" is an opinion: the subject has it.
    if lemma(verb) == "oppose", !hasAgent(verb),
      children(verb).contains(where: { preposition($0) == "to" || document.xpos[$0] == .vbg && mark($0) == "to" })
    {
      return false
    }
    if child(verb, .auxPassive) != nil { return true }
    if isBareVictim(verb) { return true }
    if isToldToo(verb) { return true }
    guard document.xpos[verb] == .vbn, misreadSubject(verb) == nil else { return false }
    switch relation(verb) {
    case .acl, .amod:
      return (child(verb, .obj).map(isDoneBy) ?? true) && !children(verb).contains { relation($0) == .aux }
    case .conj: return head(verb).map { isPassive($0) && !hasOwnSubject(verb) } ?? false
    // "was found shot dead", but not "are believed to have shot"
    case .xcomp where auxiliaries(of: verb).isEmpty:
      return head(verb).map { isPassive($0) || isCausative($0, verb) } ?? false
    // "is due in court charged with riot"
    case .advcl where mark(verb) == nil && (Self.needsObject.contains(lemma(verb)) || lemma(verb) == "charge"):
      return child(verb, .obj, or: .nsubj) == nil && auxiliaries(of: verb).isEmpty
    // "when captured"
    case .advcl where ["when", "if", "once", "until", "while", "as"].contains(mark(verb) ?? ""):
      return child(verb, .obj, or: .nsubj) == nil && auxiliaries(of: verb).isEmpty
    default: return hasAgent(verb) && child(verb, .obj) == nil && child(verb, .nsubj) == nil
    }
  }

  /// "a movement labelled a terrorist group by Norway": who does it was hung on the object.
  private func isDoneBy(_ object: Int) -> Bool {
    children(object).contains { preposition($0) == "by" && $0 > object }
  }

  /// "to have him executed": it is done to the object of "have".
  private func isCausative(_ above: Int, _ verb: Int) -> Bool {
    lemma(above) == "have" && child(above, .obj) != nil && child(verb, .obj) == nil
  }

  /// "was called in and told that …", read as the simple past: who tells tells somebody.
  private func isToldToo(_ verb: Int) -> Bool {
    guard document.xpos[verb] == .vbd, relation(verb) == .conj, lemma(verb) == "tell", let head = head(verb) else {
      return false
    }
    return child(head, .auxPassive) != nil && !hasOwnSubject(verb) && child(verb, .obj, or: .iobj) == nil
  }

  /// "nine people killed and 100 injured": verbs that cannot do without an object, and have only a subject.
  private func isBareVictim(_ verb: Int) -> Bool {
    guard document.xpos[verb] == .vbd || document.xpos[verb] == .vbn,
      Self.needsObject.contains(lemma(verb)) || lemma(verb) == "shoot" && isFollowed(verb, by: "dead")
    else { return false }
    return !children(verb).contains { child in
      switch relation(child).universal {
      case .obj, .aux, .iobj, .ccomp: true
      default: isNoun(child) && child > verb && relation(child).universal == .nsubj
      }
    } && (relation(verb) != .aclRelative || isShotDead(verb)) && (hasAgent(verb) || !isSharedObject(verb))
  }

  /// "Berg, a priest shot dead in his church", read as "whom a priest shot": nobody is shot dead by who stands before it.
  private func isShotDead(_ verb: Int) -> Bool {
    lemma(verb) == "shoot" && ownSubject(verb) == verb - 1 && isFollowed(verb, by: "dead")
  }

  private func isFollowed(_ token: Int, by word: String) -> Bool {
    sentence(of: token).contains(token + 1) && lemma(token + 1) == word
  }

  /// "killed or wounded 12 people": the object stands with the second verb.
  private func isSharedObject(_ verb: Int) -> Bool {
    if relation(verb) == .conj { return head(verb).map { child($0, .obj) != nil || !isVerb($0) } ?? false }
    return children(verb).contains { relation($0) == .conj && child($0, .obj) != nil }
  }

  private static let needsObject: Set<String> = [
    "kill", "injure", "wound", "arrest", "detain", "displace", "behead", "hospitalise", "hospitalize", "jail",
    "imprison", "sentence", "convict", "acquit", "deport", "kidnap", "abduct", "assassinate", "indict", "remand",
    "accuse", "suspect",
  ]

  /// Whether a passive says by whom.
  func hasAgent(_ verb: Int) -> Bool { child(verb, .oblAgent) != nil }

  func hasOwnSubject(_ verb: Int) -> Bool { ownSubject(verb) != nil }

  /// The surface subject among a verb's own children.
  func ownSubject(_ verb: Int) -> Int? {
    children(verb).first { relation($0).universal == .nsubj && relation($0) != .nsubjOuter }
      ?? children(verb).first { relation($0) == .nsubjOuter }
  }

  /// The clause a word stands in: the nearest verb above it, or the root.
  func clause(of token: Int) -> Int {
    if isVerb(token) { return token }
    var top = token
    for ancestor in ancestors(token) {
      if isVerb(ancestor) { return ancestor }
      top = ancestor
    }
    return top
  }

  /// The noun by which a phrase hangs when a counting noun stands before it: "round" for "round of talks".
  func nounTop(_ noun: Int) -> Int {
    guard let head = head(noun), isNoun(head), entry(head)?.isTransparent == true else { return noun }
    return head
  }

  /// Whether a relative or question pronoun.
  func isRelativePronoun(_ token: Int) -> Bool {
    switch document.xpos[token] {
    case .wp, .wdt, .wpPossessive: true
    default: false
    }
  }

  /// "set off protests": brings them about, and sets no day for them.
  func isSettingOff(_ verb: Int) -> Bool {
    lemma(verb) == "set" && verb + 1 < document.tokenCount && lemma(verb + 1) == "off"
  }

  /// Whether a noun speaks of something known: "the talks", "this week's attack".
  func isDefinite(_ noun: Int) -> Bool {
    isNoun(noun)
      && children(noun).contains { child in
        relation(child) == .det && ["the", "this", "these", "that", "those"].contains(lemma(child).lowercased())
      }
  }

  func isFirstPerson(_ token: Int) -> Bool {
    document.upos[token] == .pron && ["we", "i", "our", "us", "my", "me", "'s"].contains(lemma(token).lowercased())
  }
}
