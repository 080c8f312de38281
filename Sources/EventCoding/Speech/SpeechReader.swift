import Linguistics
import NewsModel

/// Finds who says what: quotations and reported speech.
struct SpeechReader {
  let tree: SyntaxTree
  let lexicon: Lexicon
  let resolver: EntityResolver
  let quotations: [Quotation]
  var utterances: [Utterance] = []
  /// Index into `utterances` of what covers each token; −1 where nobody speaks.
  var cover: [Int32]

  var document: Document { tree.document }

  init(tree: SyntaxTree, lexicon: Lexicon, resolver: EntityResolver) {
    self.tree = tree
    self.lexicon = lexicon
    self.resolver = resolver
    quotations = resolver.builder.quotations
    cover = Array(repeating: -1, count: tree.document.tokenCount)
    for sentence in tree.document.sentences { readSentence(sentence) }
    joinRelays()
    spread()
    continueQuotations()
  }

  /// Who says the words at a token.
  func utterance(at token: Int) -> Utterance? {
    cover[token] >= 0 ? utterances[Int(cover[token])] : nil
  }

  func isQuoted(_ token: Int) -> Bool { resolver.builder.isQuoted[token] }

  // MARK: Sentences

  private mutating func readSentence(_ sentence: Range<Int>) {
    for token in sentence where !isQuoted(token) {
      if let verb = speechVerb(token), let utterance = trailing(token, verb, sentence) ?? verbal(token, verb, sentence)
      {
        utterances.append(utterance)
      } else if let utterance = according(token, sentence) {
        utterances.append(utterance)
      }
    }
  }

  func speechVerb(_ token: Int) -> Lexicon.SpeechVerb? {
    guard tree.isVerb(token) || tree.isPredicateAdjective(token) else { return nil }
    let entry = tree.entry(token)
    guard entry?.hasSpeechParticles == true else { return entry?.speechVerb }
    // "pointed out", "made clear"
    for child in tree.children(token) where child > token && child <= token + 2 && isParticle(child) {
      if let verb = lexicon.speechVerbs[tree.lemma(token) + " " + tree.lemma(child)] { return verb }
    }
    return entry?.speechVerb
  }

  private func isParticle(_ token: Int) -> Bool {
    switch document.upos[token] {
    case .adp, .adv, .adj: true
    default: false
    }
  }

  /// "…, reported news agency AFP." and "…, the army said.": read off the words, since parsers stumble here.
  private func trailing(_ token: Int, _ verb: Lexicon.SpeechVerb, _ sentence: Range<Int>) -> Utterance? {
    guard token > sentence.lowerBound + 3 else { return nil }
    var end = sentence.upperBound
    while end > token, document.upos[end - 1] == .punct { end -= 1 }
    return end == token + 1 ? postposed(token, verb, sentence) : inverted(token, verb, sentence, end: end)
  }

  private func inverted(_ token: Int, _ verb: Lexicon.SpeechVerb, _ sentence: Range<Int>, end: Int) -> Utterance? {
    guard document.upos[token - 1] == .punct, document.xpos[token] == .vbd || document.xpos[token] == .vbn else {
      return nil
    }
    // Who is told is no speaker, nor who is spoken of: "…, a driver, told the Times", "…, a driver, said of the crash."
    guard end > token + 1, end - token <= 10, document.upos[token + 1] != .adp, isNominal(token + 1..<end),
      !["tell", "inform"].contains(tree.lemma(token))
    else {
      return nil
    }
    // "…, said a commander today."
    let named = (token + 1..<end).last { word in
      tree.isNoun(word) && !document.times.contains { $0.tokens.contains(word) }
    }
    guard let last = named else { return nil }
    let content = trimmed(sentence.lowerBound..<token)
    // "said club secretary, Anna Berg": the one person who is named.
    let persons = Set((token + 1..<end).compactMap { resolver.builder.person(at: $0)?.tokens.lowerBound })
    let speaker = persons.count == 1 ? persons.first.map(resolver.builder.nameHead) : nil
    let subject = tree.ownSubject(token).flatMap { (token + 1..<end).contains($0) && tree.isNoun($0) ? $0 : nil }
    return make(
      token, verb, speaker: speaker ?? subject ?? speakerTop(last, after: token), content: content, isProminent: false)
  }

  private func postposed(_ token: Int, _ verb: Lexicon.SpeechVerb, _ sentence: Range<Int>) -> Utterance? {
    guard
      let comma = (sentence.lowerBound..<token).last(where: {
        document.upos[$0] == .punct && document.xpos[$0] != .hyphen
      }),
      comma > sentence.lowerBound + 2, comma + 1 < token, token - comma <= 12, isNominal(comma + 1..<token)
    else { return nil }
    guard let last = (comma + 1..<token).last(where: { tree.isNoun($0) || document.upos[$0] == .pron }) else {
      return nil
    }
    let speaker = speakerTop(last, after: comma)
    return make(
      token, verb, speaker: speaker < token ? speaker : last, content: trimmed(sentence.lowerBound..<comma),
      isProminent: false)
  }

  /// Whether a stretch is a noun phrase by its words: no verb, no clause.
  func isNominal(_ tokens: Range<Int>) -> Bool {
    tokens.allSatisfy { token in
      switch document.upos[token] {
      case .verb, .aux, .sconj: false
      default: true
      }
    }
  }

  /// The head of the phrase that ends at a token and lies behind another.
  func speakerTop(_ token: Int, after limit: Int) -> Int {
    var top = token
    for _ in 0..<6 {
      guard let head = tree.head(top), head > limit, tree.isNoun(head) else { break }
      top = head
    }
    return top
  }

  /// A verb of saying with its speaker.
  private func verbal(_ token: Int, _ verb: Lexicon.SpeechVerb, _ sentence: Range<Int>) -> Utterance? {
    guard !isUnsaid(token), let speaker = speaker(of: token, sentence) else { return nil }
    guard let content = content(of: token, speaker: speaker, sentence) else { return nil }
    return make(
      token, verb, speaker: speaker, content: content, isProminent: speaker < token || speaker < content.lowerBound)
  }

  /// "did not say", "declined to say", "if he says".
  func isUnsaid(_ token: Int) -> Bool {
    // "heard him declare", "went on to say"
    let isHeard = tree.head(token).map { ["hear", "recall", "go"].contains(tree.lemma($0)) } ?? false
    if document.xpos[token] == .vb, !isHeard { return true }
    // "continues to see", "hopes to win": what follows is done and not said.
    // But "told them to see" and "called on them to see" are.
    if tree.children(token).contains(where: { tree.relation($0) == .xcomp && tree.mark($0) == "to" }),
      !tree.children(token).contains(where: isAddressed)
    {
      return true
    }
    if tree.children(token).contains(where: { ["not", "never", "n't"].contains(tree.lemma($0)) }) { return true }
    return ["if", "whether"].contains(tree.mark(token) ?? "")
  }

  private func isAddressed(_ child: Int) -> Bool {
    switch tree.relation(child) {
    case .obj, .iobj: true
    case .obl: ["on", "upon", "to", "with"].contains(tree.preposition(child) ?? "")
    default: false
    }
  }

  func speaker(of token: Int, _ sentence: Range<Int>) -> Int? {
    let found = companion(of: token) ?? grammaticalSpeaker(of: token, sentence)
    // "Thanks to you, he said" with the thanks as what speaks: nobody speaks from within the marks.
    guard let found, isQuoted(found), !isQuoted(token) else {
      return found.map { isOfClause(token, $0) ? mainSubject(over: $0) ?? $0 : $0 }
    }
    return tree.nounBefore(token)
  }

  /// "…, with Anna Berg, a member of the council, saying …", "as Anna Berg put it": who stands behind "with" or "as".
  private func companion(of token: Int) -> Int? {
    if tree.ownSubject(token) == nil, document.xpos[token] == .vbd || document.xpos[token] == .vbz {
      return tree.children(token).first { $0 < token && tree.relation($0) == .obl && tree.preposition($0) == "as" }
    }
    guard document.xpos[token] == .vbg, tree.relation(token) == .advcl, let verb = tree.head(token), verb < token else {
      return nil
    }
    return tree.children(verb).last { child in
      verb < child && child < token && tree.preposition(child) == "with" && tree.isNoun(child)
        && tree.child(child, .case).map { $0 > 0 && document.upos[$0 - 1] == .punct } ?? false
        && (child..<token).allSatisfy { !tree.isVerb($0) }
        && (resolver.isPerson(at: child) || resolver.isGroup(at: child))
    }
  }

  /// "opposed the plan of a new road saying …": a participle that was hung on a thing, which does not speak.
  private func isOfClause(_ token: Int, _ speaker: Int) -> Bool {
    document.xpos[token] == .vbg && tree.relation(token) == .acl && tree.head(token) == speaker
      && !isSomebody(speaker, token)
  }

  private func mainSubject(over noun: Int) -> Int? {
    let clause = tree.clause(of: noun)
    let subject = tree.isVerb(clause) || tree.child(clause, .cop) != nil ? tree.surfaceSubject(clause) : nil
    return subject.flatMap { $0 == noun ? nil : $0 }
  }

  private func grammaticalSpeaker(of token: Int, _ sentence: Range<Int>) -> Int? {
    if tree.isPassive(token) {
      guard let agent = tree.subject(token) else { return nil }
      return agent
    }
    if let subject = tree.ownSubject(token), !tree.isRelativePronoun(subject) { return subject }
    if tree.relation(token) != .root, let shared = tree.surfaceSubject(token) {
      // "the army, which …": a clause that was hung on something else.
      guard tree.isRelativePronoun(shared), shared > sentence.lowerBound else { return shared }
      return tree.nounBefore(document.upos[shared - 1] == .punct ? shared - 1 : shared) ?? shared
    }
    return tree.nounBefore(token) ?? tree.surfaceSubject(token)
  }

  // MARK: Making

  func make(
    _ cue: Int, _ verb: Lexicon.SpeechVerb, speaker: Int, content: Range<Int>, isProminent: Bool
  ) -> Utterance? {
    guard content.count > 1 else { return nil }
    let parties = speakers(at: speaker, cue)
    // "In addition to urging": a participle has no nameless thing as its speaker.
    let isLoose = document.xpos[cue] == .vbg && tree.child(cue, .nsubj) == nil && tree.child(cue, .aux) == nil
    guard !parties.isEmpty, !isLoose || isSomebody(speaker, cue) else { return nil }
    // "a report of the ministry": the ministry's own word.
    let isMedia =
      parties.allSatisfy { $0.sector == "JRN" }
      || lexicon.has(.press, tree.lemma(speaker)) && !parties.contains(where: \.hasStanding)
    let kind = kind(content)
    guard verb != .quoting || kind == .direct && document.xpos[cue] != .vbg else { return nil }
    // "the authorities report that": their own word, and no relay.
    let isOwnWord = verb == .quoting || verb == .relay && !isMedia && parties.allSatisfy(\.isOfState)
    let verb = isOwnWord ? .statement : verb
    return Utterance(
      cue: cue, cueText: document.form(cue), verb: isMedia && verb == .statement ? .relay : verb, speakers: parties,
      speakerHead: speaker, addressees: addressees(of: cue), content: content, kind: kind,
      isProminent: isProminent || kind == .direct)
  }

  /// Whether a participle may be said of a phrase: of somebody, or of the document that it describes.
  private func isSomebody(_ speaker: Int, _ cue: Int) -> Bool {
    resolver.isPerson(at: speaker) || resolver.isGroup(at: speaker)
      || lexicon.has(.documents, tree.lemma(speaker))
        && (tree.head(cue) == speaker || !tree.ancestors(cue).contains { speechVerb($0) == .statement })
  }

  private func addressees(of cue: Int) -> [Party] {
    let objects = tree.children(cue).filter { child in
      switch tree.relation(child) {
      case .iobj: true
      case .obj: tree.lemma(cue) == "tell" || tree.lemma(cue) == "inform"
      case .obl: tree.preposition(child) == "to"
      case .oblUnmarked: tree.lemma(cue) == "tell" && child > cue
      default: false
      }
    }
    return objects.flatMap { head in
      let parties = resolver.parties(at: head)
      if !parties.isEmpty { return parties }
      return tree.child(head, .nmodPossessive).map { resolver.parties(at: $0) } ?? []
    }
  }

  func kind(_ content: Range<Int>) -> Attribution.Kind {
    let inside = quotations.reduce(0) { $0 + $1.tokens.clamped(to: content).count }
    if inside == 0 { return .indirect }
    return inside * 10 >= content.count * 8 ? .direct : .mixed
  }

  /// Without marks and commas at the ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var range = range
    while let first = range.first, document.upos[first] == .punct {
      range = first + 1..<range.upperBound
    }
    while let last = range.last, document.upos[last] == .punct { range = range.lowerBound..<last }
    if let first = range.first, tree.lemma(first) == "that", document.upos[first] == .sconj {
      range = first + 1..<range.upperBound
    }
    return range
  }

  // MARK: Whole article

  /// A relay in the sentence of another utterance passes that one on.
  private mutating func joinRelays() {
    for index in utterances.indices where utterances[index].verb != .relay {
      let cue = utterances[index].cue
      let relay = utterances.first { other in
        other.verb == .relay && tree.sentences[other.cue] == tree.sentences[cue]
          && (other.content.contains(cue) || other.content.overlaps(utterances[index].content))
          && other.speakers.first?.name != utterances[index].speakers.first?.name
      }
      utterances[index].via = relay?.speakers.first
      // The words of the relay are no part of what was said.
      if let relay, utterances[index].content.contains(relay.cue), relay.cue > utterances[index].content.lowerBound + 1
      {
        utterances[index].content = trimmed(utterances[index].content.lowerBound..<relay.cue)
      }
    }
  }

  /// Marks the tokens of each content; shorter and closer speech wins.
  private mutating func spread() {
    let order = utterances.indices.sorted { a, b in
      let (first, second) = (utterances[a], utterances[b])
      if (first.verb == .relay) != (second.verb == .relay) { return first.verb == .relay }
      // "said in a note praising them": of two verbs for the same words, the one of saying.
      if first.content == second.content { return first.verb == .coded && second.verb != .coded }
      return first.content.count > second.content.count
    }
    for index in order {
      let utterance = utterances[index]
      for token in utterance.content where token != utterance.cue && !isCueClause(token, of: utterance) {
        cover[token] = Int32(index)
      }
    }
  }

  /// "he said" between two pieces of a quotation.
  private func isCueClause(_ token: Int, of utterance: Utterance) -> Bool {
    utterance.content.contains(utterance.cue) && !isQuoted(token)
  }
}
