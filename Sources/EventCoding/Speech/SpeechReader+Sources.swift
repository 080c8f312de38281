import Linguistics
import NewsModel

// Phrases that tell whose word a sentence is: "according to", "in the words of".
extension SpeechReader {
  /// "according to Tass": what stands in the sentence beside it.
  func according(_ token: Int, _ sentence: Range<Int>) -> Utterance? {
    let length = sourcePhrase(token, sentence)
    guard length > 0, let head = sourceHead(token, length, sentence) else { return nil }
    let quoted =
      length == 2 ? nil : quotations.first { sentence.contains($0.tokens.lowerBound) && $0.tokens.lowerBound > head }
    let content =
      quoted?.tokens
      ?? (token > sentence.lowerBound + 3
        ? sentence.lowerBound..<token : Range(from: tree.extent(head).upperBound, upTo: sentence.upperBound))
    let parties = speakers(at: head, token)
    let utterance = Utterance(
      cue: token, cueText: document.string(document.span(token..<(token + length))), verb: .relay, speakers: parties,
      speakerHead: head, addressees: [], content: trimmed(content), kind: kind(trimmed(content)), isProminent: false)
    return utterance.content.count > 2 ? utterance : nil
  }

  /// How many words "according to", "in the words of" has where it begins at a token; 0 where it does not.
  private func sourcePhrase(_ token: Int, _ sentence: Range<Int>) -> Int {
    if token + 2 < sentence.upperBound, tree.lemma(token + 1) == "to",
      document.folded(token).elementsEqual("according".utf8)
    {
      return 2
    }
    guard token + 4 < sentence.upperBound, tree.lemma(token + 1) == "the", tree.lemma(token + 3) == "of",
      ["word", "view", "opinion"].contains(tree.lemma(token + 2)), document.folded(token).elementsEqual("in".utf8)
    else { return 0 }
    return 4
  }

  private func sourceHead(_ token: Int, _ length: Int, _ sentence: Range<Int>) -> Int? {
    if length == 2, let head = tree.head(token), tree.isNoun(head), head > token { return head }
    let start = token + length
    return (start..<min(start + 7, sentence.upperBound)).last {
      tree.isNoun($0) && (start..<$0).allSatisfy { document.upos[$0] != .punct && document.upos[$0] != .verb }
    }.map(tree.nominalTop)
  }
}
