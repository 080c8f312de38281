import Linguistics
import NewsModel

// Who says the quotations that no clause ties to a verb of saying.
extension SpeechReader {
  /// Fewer words in marks are no speech.
  private static let leastQuote = 4

  /// The quotations that somebody says.
  var quotes: [Attribution] {
    quotations.filter { $0.tokens.count >= Self.leastQuote }.compactMap { quotation in
      let covering = quotation.tokens.lazy.compactMap { self.utterance(at: $0) }
      guard let utterance = covering.first(where: { $0.kind != .indirect }) ?? covering.first,
        var quote = utterance.attribution(in: document)
      else { return nil }
      let span = document.span(quotation.tokens)
      quote.content = Quote(text: document.string(span), span: span)
      quote.kind = .direct
      return quote
    }
  }

  /// A quotation without a word of saying goes on with the speaker before it in its paragraph.
  mutating func continueQuotations() {
    for (number, quotation) in quotations.enumerated() {
      guard quotation.tokens.count >= Self.leastQuote, quotation.tokens.allSatisfy({ cover[$0] < 0 }) else { continue }
      guard
        let index = cueBehind(quotation) ?? cueRightBehind(quotation) ?? introduction(quotation) ?? cueOnLineBefore(
          quotation)
          ?? speakerOfParagraph(quotation, number) ?? cueBeside(quotation) ?? speakerBefore(quotation)
      else { continue }
      for token in quotation.tokens { cover[token] = Int32(index) }
    }
    coverRests()
  }

  /// Who says a quotation that goes on from the paragraph before, or that is a paragraph of its own: whoever spoke last.
  private mutating func speakerOfParagraph(_ quotation: Quotation, _ number: Int) -> Int? {
    if quotation.continues, number > 0 {
      return quotations[number - 1].tokens.first { cover[$0] >= 0 }.map { Int(cover[$0]) }
    }
    guard let paragraph = document.paragraphs.lastIndex(where: { $0 <= quotation.tokens.lowerBound }), paragraph > 0,
      quotation.tokens.lowerBound - document.paragraphs[paragraph] <= 1
    else { return nil }
    let end = paragraph + 1 < document.paragraphs.count ? document.paragraphs[paragraph + 1] : document.tokenCount
    guard end - quotation.tokens.upperBound <= 2 else { return nil }
    let before = document.paragraphs[paragraph - 1]..<document.paragraphs[paragraph]
    return speakerAtEnd(of: before)
      ?? utterances.indices.last { before.contains(utterances[$0].cue) && utterances[$0].verb != .relay }
      ?? subjectSpeaker(of: tree.sentence(of: before.upperBound - 1), quotation)
  }

  /// Who says the quotation that ends a paragraph.
  private func speakerAtEnd(of paragraph: Range<Int>) -> Int? {
    let last = quotations.last { paragraph.contains($0.tokens.lowerBound) && $0.tokens.count >= Self.leastQuote }
    guard let last, paragraph.upperBound - last.tokens.upperBound <= 2 else { return nil }
    return last.tokens.first { cover[$0] >= 0 }.map { Int(cover[$0]) }
  }

  /// The person of whom a sentence tells, or the body that says something in it, as who says the quotation behind it.
  private mutating func subjectSpeaker(of sentence: Range<Int>, _ quotation: Quotation) -> Int? {
    // "Weiss was quoted as saying" and the words on the next line.
    let last = sentence.last { document.upos[$0] != .punct }
    let cue = last.flatMap { speechVerb($0) == nil ? nil : $0 } ?? sentence.first { tree.relation($0) == .root }
    guard let cue, let subject = last == cue ? speaker(of: cue, sentence) : tree.surfaceSubject(cue),
      // "The police criticised the plan. “We …”"
      resolver.isPerson(at: subject) || speechVerb(cue) != nil && resolver.isGroup(at: subject),
      // Words of his, though the verb may be none of saying: no statement of its own.
      let utterance = make(
        cue, speechVerb(cue) ?? .coded, speaker: subject, content: trimmed(quotation.tokens), isProminent: false)
    else { return nil }
    utterances.append(utterance)
    return utterances.count - 1
  }

  /// A word of saying in the quotation's own sentence whose clause the parser did not join to it.
  private mutating func cueBeside(_ quotation: Quotation) -> Int? {
    let sentence = tree.sentence(of: max(0, quotation.tokens.lowerBound - 1))
    let cues = sentence.filter { !isQuoted($0) && speechVerb($0) != nil && !isUnsaid($0) }
    guard let cue = cues.min(by: { distance($0, quotation) < distance($1, quotation) }), let verb = speechVerb(cue),
      let speaker = personBetween(quotation, cue) ?? speaker(of: cue, sentence)
        ?? (tree.isPassive(cue) ? nil : mainSubject(of: sentence)),
      let utterance = make(cue, verb, speaker: speaker, content: trimmed(quotation.tokens), isProminent: true)
    else { return nil }
    utterances.append(utterance)
    return utterances.count - 1
  }

  /// "…," Anna Berg, a baker of 40, told the paper: the one person named between the marks and the verb.
  private func personBetween(_ quotation: Quotation, _ cue: Int) -> Int? {
    guard cue >= quotation.tokens.upperBound else { return nil }
    let persons = Set(
      (quotation.tokens.upperBound..<cue).compactMap { resolver.builder.person(at: $0)?.tokens.lowerBound })
    return persons.count == 1 ? persons.first.map(resolver.builder.nameHead) : nil
  }

  /// Who is the subject of a sentence's main verb.
  private func mainSubject(of sentence: Range<Int>) -> Int? {
    guard let root = sentence.first(where: { tree.relation($0) == .root }), let subject = tree.surfaceSubject(root),
      resolver.isPerson(at: subject) || resolver.isGroup(at: subject)
    else { return nil }
    return subject
  }

  private func distance(_ cue: Int, _ quotation: Quotation) -> Int {
    cue < quotation.tokens.lowerBound ? quotation.tokens.lowerBound - cue : cue - quotation.tokens.upperBound
  }

  /// Who spoke last in the paragraph; else the person of whom the sentence before tells.
  private mutating func speakerBefore(_ quotation: Quotation) -> Int? {
    let start = quotation.tokens.lowerBound
    let paragraph = document.paragraphStart(of: start)
    let index = utterances.indices.last {
      utterances[$0].cue >= paragraph && utterances[$0].cue < start && utterances[$0].verb != .relay
    }
    if let index { return index }
    let sentence = tree.sentence(of: max(0, start - 1))
    // Only a quotation that is a sentence of its own.
    guard start - sentence.lowerBound <= 1 || sentence.upperBound <= start, sentence.lowerBound > paragraph else {
      return nil
    }
    let before = tree.sentence(of: sentence.upperBound <= start ? sentence.lowerBound : sentence.lowerBound - 1)
    return subjectSpeaker(of: before, quotation)
  }

  /// The rest of a quotation that runs over several sentences.
  private mutating func coverRests() {
    for quotation in quotations {
      guard let index = quotation.tokens.first(where: { cover[$0] >= 0 }).map({ cover[$0] }) else { continue }
      guard utterances[Int(index)].kind == .direct else { continue }
      for token in quotation.tokens where cover[token] < 0 { cover[token] = index }
    }
  }
}
