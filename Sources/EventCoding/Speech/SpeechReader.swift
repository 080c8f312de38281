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
      } else if isAccording(token), let utterance = according(token, sentence) {
        utterances.append(utterance)
      }
    }
  }

  func speechVerb(_ token: Int) -> Lexicon.SpeechVerb? {
    guard tree.isVerb(token) else { return nil }
    return tree.entry(token)?.speechVerb
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
    // Who is told is no speaker: "…, a driver, told the Times."
    guard end > token + 1, end - token <= 10, isNominal(token + 1..<end),
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
    return make(token, verb, speaker: speaker ?? speakerTop(last, after: token), content: content, isProminent: false)
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
  private func isNominal(_ tokens: Range<Int>) -> Bool {
    tokens.allSatisfy { token in
      switch document.upos[token] {
      case .verb, .aux, .sconj: false
      default: true
      }
    }
  }

  /// The head of the phrase that ends at a token and lies behind another.
  private func speakerTop(_ token: Int, after limit: Int) -> Int {
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
    if tree.children(token).contains(where: { tree.relation($0) == .xcomp && tree.mark($0) == "to" }) { return true }
    if tree.children(token).contains(where: { ["not", "never", "n't"].contains(tree.lemma($0)) }) { return true }
    return ["if", "whether"].contains(tree.mark(token) ?? "")
  }

  func speaker(of token: Int, _ sentence: Range<Int>) -> Int? {
    let found = grammaticalSpeaker(of: token, sentence)
    // "Thanks to you, he said" with the thanks as what speaks: nobody speaks from within the marks.
    guard let found, isQuoted(found), !isQuoted(token) else { return found }
    return tree.nounBefore(token)
  }

  private func grammaticalSpeaker(of token: Int, _ sentence: Range<Int>) -> Int? {
    if tree.isPassive(token) {
      guard let agent = tree.subject(token) else { return nil }
      return agent
    }
    if let subject = tree.ownSubject(token), !tree.isRelativePronoun(subject) { return subject }
    if tree.relation(token) != .root, let shared = tree.surfaceSubject(token) { return shared }
    return tree.nounBefore(token) ?? tree.surfaceSubject(token)
  }

  private func isAccording(_ token: Int) -> Bool {
    document.bytes(token).count >= 9 && document.word(token) == "according"
  }

  /// "according to Tass": what stands in the sentence beside it.
  private func according(_ token: Int, _ sentence: Range<Int>) -> Utterance? {
    guard token + 2 < sentence.upperBound, tree.lemma(token + 1) == "to", let head = accordingHead(token, sentence)
    else { return nil }
    let content =
      token > sentence.lowerBound + 3
      ? sentence.lowerBound..<token : Range(from: tree.extent(head).upperBound, upTo: sentence.upperBound)
    let parties = speakers(at: head)
    let utterance = Utterance(
      cue: token, cueText: document.string(document.span(token..<(token + 2))), verb: .relay, speakers: parties,
      speakerHead: head, addressees: [], content: trimmed(content), kind: kind(trimmed(content)), isProminent: false)
    return utterance.content.count > 2 ? utterance : nil
  }

  private func accordingHead(_ token: Int, _ sentence: Range<Int>) -> Int? {
    if let head = tree.head(token), tree.isNoun(head), head > token { return head }
    return (token + 2..<min(token + 9, sentence.upperBound)).last {
      tree.isNoun($0) && (token + 2..<$0).allSatisfy { document.upos[$0] != .punct && document.upos[$0] != .verb }
    }.map(tree.nominalTop)
  }

  // MARK: Making

  func make(
    _ cue: Int, _ verb: Lexicon.SpeechVerb, speaker: Int, content: Range<Int>, isProminent: Bool
  ) -> Utterance? {
    guard content.count > 1 else { return nil }
    let parties = speakers(at: speaker)
    // "In addition to urging": a participle has no nameless thing as its speaker.
    let isLoose = document.xpos[cue] == .vbg && tree.child(cue, .nsubj) == nil && tree.child(cue, .aux) == nil
    guard !parties.isEmpty, !isLoose || resolver.isPerson(at: speaker) || resolver.isGroup(at: speaker) else {
      return nil
    }
    let isMedia = parties.allSatisfy { $0.sector == "JRN" } || lexicon.has(.press, tree.lemma(speaker))
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

  /// "a statement by NASA said": whose words a document holds.
  private func author(of document: Int) -> [Party]? {
    guard lexicon.has(.documents, tree.lemma(document)) else { return nil }
    let phrase = tree.children(document).first { ["by", "from", "of"].contains(tree.preposition($0) ?? "") }
    let parties = (phrase ?? tree.child(document, .nmodPossessive, or: .compound)).map(resolver.parties) ?? []
    return parties.isEmpty ? nil : parties
  }

  /// The parties who speak; a noun phrase that nobody knows stands for itself.
  private func speakers(at head: Int) -> [Party] {
    let parties = resolver.parties(at: head)
    guard parties.isEmpty else { return parties }
    if let author = author(of: head) { return author }
    guard tree.isNoun(head) || document.upos[head] == .propn else { return [] }
    let first =
      tree.children(head).filter { [.det, .amod, .compound, .nummod].contains(tree.relation($0)) }.min() ?? head
    let span = document.span(min(first, head)..<(head + 1))
    return [Party(text: document.string(span), span: span, unresolved: "no actor is known by this name")]
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

  private func kind(_ content: Range<Int>) -> Attribution.Kind {
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
