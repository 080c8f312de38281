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
    guard !lead.isEmpty, !isQuoted(mark - 2), leadsUp(lead, at: mark - 1) else { return nil }
    if let label = label(lead, quotation) { return label }
    guard lead.count > 2 else { return nil }
    let cues = lead.filter { !isQuoted($0) && tree.isVerb($0) && tree.relation($0) != .amod }
    // "says that his client was accused of it: “…”": the client does not say it.
    let sayings = cues.filter {
      speechVerb($0) != nil && !isUnsaid($0) && (!tree.isPassive($0) || speechVerb($0) == .relay)
    }
    guard let cue = sayings.last ?? cues.min(by: isHigher),
      let subject = tree.surfaceSubject(cue), !isQuoted(subject),
      let utterance = make(
        cue, speechVerb(cue) ?? .coded, speaker: subject, content: trimmed(quotation.tokens), isProminent: false)
    else { return nil }
    utterances.append(utterance)
    return utterances.count - 1
  }

  /// "Anna Berg: “…”": a line that has nothing but a name before the colon.
  private mutating func label(_ lead: Range<Int>, _ quotation: Quotation) -> Int? {
    guard lead.count <= Self.longestCue, document.paragraphs.contains(lead.lowerBound), isNominal(lead),
      let name = lead.last(where: { resolver.builder.person(at: $0) != nil }).map(resolver.builder.nameHead),
      let utterance = make(
        lead.upperBound, .coded, speaker: name, content: trimmed(quotation.tokens), isProminent: false)
    else { return nil }
    utterances.append(utterance)
    return utterances.count - 1
  }

  /// Whether words end in a colon, or in a comma behind a word for a document.
  private func leadsUp(_ lead: Range<Int>, at end: Int) -> Bool {
    switch document.form(end) {
    case ":": true
    case ",": lead.contains { tree.isDocument($0) }
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

  /// "“… the rules we have.” Berg said, describing …", "“…,” said the mayor's helper Anna Berg in a note that …": who stands
  /// with a verb of saying right behind the marks, whatever follows.
  mutating func cueRightBehind(_ quotation: Quotation) -> Int? {
    var next = quotation.tokens.upperBound
    while next < document.tokenCount, document.upos[next] == .punct { next += 1 }
    guard next < document.tokenCount, !isParted(quotation.tokens.upperBound, next), !hasCue(before: quotation),
      let cue = (next..<min(next + Self.longestCue, tree.sentence(of: next).upperBound)).first(where: {
        speechVerb($0) != nil && (document.xpos[$0] == .vbd || document.xpos[$0] == .vbz)
      }), let verb = speechVerb(cue), verb != .relay, isNominal(next..<cue), !leadsOn(cue),
      !isNewSentence(cue, behind: quotation),
      let speaker = cue == next ? personBehind(cue) : nounOrPronoun(next..<cue),
      let utterance = make(cue, verb, speaker: speaker, content: trimmed(quotation.tokens), isProminent: true)
    else { return nil }
    utterances.append(utterance)
    return utterances.count - 1
  }

  /// Whether a quotation is closed with a full stop and the verb behind it says something else.
  private func isNewSentence(_ cue: Int, behind quotation: Quotation) -> Bool {
    guard document.form(quotation.tokens.upperBound - 1) == "." else { return false }
    return speechVerb(cue) != .statement
      || tree.children(cue).contains { child in
        switch tree.relation(child) {
        case .obj, .ccomp, .xcomp, .parataxis: child > cue
        default: false
        }
      }
  }

  /// Whether a quotation of its own follows a verb of saying.
  private func leadsOn(_ cue: Int) -> Bool {
    quotations.contains { (cue + 1...cue + 3).contains($0.tokens.lowerBound) }
  }

  private func nounOrPronoun(_ tokens: Range<Int>) -> Int? {
    tokens.last { !isQuoted($0) && (tree.isNoun($0) || document.upos[$0] == .pron) }
      .map { speakerTop($0, after: tokens.lowerBound - 1) }
  }

  /// The first person whom the phrase behind a verb names.
  private func personBehind(_ cue: Int) -> Int? {
    let rest = cue + 1..<min(cue + 1 + Self.longestCue, tree.sentence(of: cue).upperBound)
    let name = rest.lazy.filter { !self.resolver.isPlace(at: $0) }
      .compactMap { self.resolver.builder.person(at: $0)?.tokens.lowerBound }.first
    // A name may begin before the verb, where the verb is part of it.
    guard let name, name > cue, isNominal(rest.lowerBound..<name) else { return tree.ownSubject(cue) }
    return resolver.builder.nameHead(of: name)
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
