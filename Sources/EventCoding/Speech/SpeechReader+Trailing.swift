import Linguistics
import NewsModel

// Sources that trail behind what they say: "…, the army said."
extension SpeechReader {
  /// "…, reported news agency AFP." and "…, the army said.": read off the words, since parsers stumble here.
  func trailing(_ token: Int, _ verb: Lexicon.SpeechVerb, _ sentence: Range<Int>) -> Utterance? {
    guard token > sentence.lowerBound + 3 else { return nil }
    var end = sentence.upperBound
    while end > token, document.upos[end - 1] == .punct { end -= 1 }
    return end == token + 1 ? postposed(token, verb, sentence) : inverted(token, verb, sentence, end: end)
  }

  private func inverted(_ token: Int, _ verb: Lexicon.SpeechVerb, _ sentence: Range<Int>, end: Int) -> Utterance? {
    guard document.upos[token - 1] == .punct, document.xpos[token] == .vbd || document.xpos[token] == .vbn else {
      return nil
    }
    // "Berg, the minister, criticised the plan." has its subject.
    if verb == .coded, let own = tree.ownSubject(token), own < token { return nil }
    // Who is told is no speaker, nor who is spoken of: "…, a driver, told the Times", "…, a driver, said of the crash."
    guard end > token + 1, end - token <= 10, document.upos[token + 1] != .adp, isNominal(token + 1..<end),
      !lexicon.has(.telling, tree.lemma(token))
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
}
