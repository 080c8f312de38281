import Linguistics
import NewsModel

// Quotations whose speaker stands before a colon, or in a sentence of its own behind them.
extension SpeechReader {
  /// "The judge gave them an example: “…”", "They issued a warning, “…”": the subject of what leads up to a quotation.
  mutating func introduction(_ quotation: Quotation) -> Int? {
    let mark = quotation.tokens.lowerBound - 1
    guard mark > 1 else { return nil }
    let sentence = tree.sentence(of: mark - 1)
    let lead = Range(from: sentence.lowerBound, upTo: mark - 1)
    guard lead.count > 2, !isQuoted(mark - 2), leadsUp(lead, at: mark - 1) else { return nil }
    let cues = lead.filter { !isQuoted($0) && tree.isVerb($0) }
    guard let cue = cues.last(where: { speechVerb($0) != nil && !isUnsaid($0) }) ?? cues.min(by: isHigher),
      let subject = tree.surfaceSubject(cue), !isQuoted(subject),
      let utterance = make(
        cue, speechVerb(cue) ?? .coded, speaker: subject, content: trimmed(quotation.tokens), isProminent: false)
    else { return nil }
    utterances.append(utterance)
    return utterances.count - 1
  }

  /// Whether words end in a colon, or in a comma behind a word for a document.
  private func leadsUp(_ lead: Range<Int>, at end: Int) -> Bool {
    switch document.form(end) {
    case ":": true
    case ",": lead.contains { lexicon.has(.documents, tree.lemma($0)) }
    default: false
    }
  }

  private func isHigher(_ a: Int, _ b: Int) -> Bool {
    tree.ancestors(a).reduce(0) { depth, _ in depth + 1 } < tree.ancestors(b).reduce(0) { depth, _ in depth + 1 }
  }

  /// "“… the rules we have.” Berg said.": a sentence behind the marks that has nothing but a speaker and a word of saying.
  mutating func cueBehind(_ quotation: Quotation) -> Int? {
    var next = quotation.tokens.upperBound
    while next < document.tokenCount, document.upos[next] == .punct { next += 1 }
    guard next < document.tokenCount, !isParted(quotation.tokens.upperBound, next), !hasCue(before: quotation) else {
      return nil
    }
    let sentence = next..<tree.sentence(of: next).upperBound
    let words = sentence.filter { document.upos[$0] != .punct }
    guard (2...Self.longestCue).contains(words.count), let first = words.first, let last = words.last,
      sentence.allSatisfy({ !isQuoted($0) })
    else { return nil }
    let cues = words.filter { speechVerb($0) != nil }
    guard cues.count == 1, let cue = cues.first, cue == last || cue == first, let verb = speechVerb(cue),
      verb != .relay
    else { return nil }
    let names = words.filter { $0 != cue }
    guard isNominal(Range(from: names[0], upTo: names[names.count - 1] + 1)),
      let name = names.last(where: { tree.isNoun($0) || document.upos[$0] == .pron }),
      let utterance = make(
        cue, verb, speaker: cue == last ? tree.ownSubject(cue) ?? name : speakerTop(name, after: cue),
        content: trimmed(quotation.tokens), isProminent: true)
    else { return nil }
    utterances.append(utterance)
    return utterances.count - 1
  }

  /// Whether the words that lead up to a quotation in its sentence say who speaks.
  private func hasCue(before quotation: Quotation) -> Bool {
    let start = quotation.tokens.lowerBound
    return (tree.sentence(of: max(0, start - 1)).lowerBound..<max(0, start)).contains { token in
      !isQuoted(token) && speechVerb(token) != nil && !isUnsaid(token)
    }
  }

  /// "She was quoted as saying" and the words on the next line: a word of saying with nothing behind it.
  mutating func cueOnLineBefore(_ quotation: Quotation) -> Int? {
    let mark = quotation.tokens.lowerBound - 1
    guard mark > 1, tree.sentence(of: mark).lowerBound == mark else { return nil }
    let before = tree.sentence(of: mark - 1)
    let words = before.filter { document.upos[$0] != .punct && tree.lemma($0) != "that" }
    guard let cue = words.last, let verb = speechVerb(cue), document.form(before.upperBound - 1) != ".",
      !isQuoted(cue)
    else { return nil }
    guard let speaker = speaker(of: cue, before) else {
      return utterances.indices.last { tree.sentences[utterances[$0].cue] <= tree.sentences[cue] }
    }
    guard
      let utterance = make(cue, verb, speaker: speaker, content: trimmed(quotation.tokens), isProminent: false)
    else { return nil }
    utterances.append(utterance)
    return utterances.count - 1
  }

  /// Words of a sentence that is no more than a cue.
  private static let longestCue = 8

  private func isParted(_ first: Int, _ second: Int) -> Bool {
    document.paragraphs.contains { first < $0 && $0 <= second }
  }
}
