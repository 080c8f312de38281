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

  /// A verb of saying with its speaker.
  private func verbal(_ token: Int, _ verb: Lexicon.SpeechVerb, _ sentence: Range<Int>) -> Utterance? {
    guard !isUnsaid(token), let speaker = speaker(of: token, sentence) else { return nil }
    guard let content = content(of: token, speaker: speaker, sentence) else { return nil }
    return make(
      token, verb, speaker: speaker, content: content, isProminent: speaker < token || speaker < content.lowerBound)
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
  func isSomebody(_ speaker: Int, _ cue: Int) -> Bool {
    resolver.isPerson(at: speaker) || resolver.isGroup(at: speaker)
      || tree.isDocument(speaker)
        && (tree.head(cue) == speaker || !tree.ancestors(cue).contains { speechVerb($0) == .statement })
  }

  func addressees(of cue: Int) -> [Party] {
    let objects = tree.children(cue).filter { child in
      switch tree.relation(child) {
      case .iobj: true
      case .obj: lexicon.has(.telling, tree.lemma(cue))
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
