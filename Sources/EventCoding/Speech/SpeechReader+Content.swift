import Linguistics
import NewsModel

// What is said, in tokens.
extension SpeechReader {
  /// What is said: the clause that completes the verb, or the sentence around "he said".
  func content(of token: Int, speaker: Int, _ sentence: Range<Int>) -> Range<Int>? {
    // A word or two in marks behind the verb is a name or title, and no speech.
    let quoted = quotations.filter { quotation in
      quotation.tokens.overlaps(sentence) && (quotation.tokens.lowerBound < token || quotation.tokens.count > 2)
    }
    let own = quotationsBeside(token, quoted, sentence)
    if let first = own.first, let last = own.last, isWhole(own, sentence) {
      return trimmed(first.tokens.lowerBound..<last.tokens.upperBound)
    }
    if let words = remark(of: token, sentence) { return quoted.first { $0.tokens.overlaps(words) }?.tokens ?? words }
    if let clause = clause(of: token) { return trimmed(words(of: clause, token, speaker, quoted)) }
    if let object = tree.child(token, .obj), lexicon.has(.announcements, tree.lemma(token)), quoted.isEmpty {
      return trimmed(tree.extent(object))
    }
    // "said the charges related to drugs", read as a thing that was said.
    if tree.lemma(token) == "say", let object = tree.child(token, .obj), object > token, quoted.isEmpty,
      tree.extent(object).count > 4
    {
      return trimmed(tree.extent(object))
    }
    if tree.relation(token) == .parataxis || tree.relation(token) == .ccomp || tree.relation(token) == .conj {
      let before = Range(from: sentence.lowerBound, upTo: start(ofCue: token, speaker))
      if tree.relation(token) == .parataxis, before.count > 3 { return trimmed(before) }
    }
    if let object = tree.child(token, .obj),
      let quote = quoted.first(where: { $0.tokens.overlaps(tree.extent(object)) })
    {
      return trimmed(quote.tokens)
    }
    let nearest = own.first { $0.tokens.lowerBound > token } ?? own.last { $0.tokens.upperBound < token }
    return nearest.map { trimmed($0.tokens) }
  }

  /// "As the police stated, …": the clause beside which a verb of saying with "as" and nothing else stands, at the
  /// beginning of the sentence or behind a comma: "did as it had promised" says nothing.
  private func remark(of token: Int, _ sentence: Range<Int>) -> Range<Int>? {
    guard tree.relation(token) == .advcl, tree.mark(token) == "as", tree.ownSubject(token) != nil,
      tree.child(token, .obj, or: .ccomp) == nil, let main = tree.head(token)
    else { return nil }
    let aside = tree.extent(token)
    guard aside.lowerBound <= sentence.lowerBound || document.upos[aside.lowerBound - 1] == .punct else { return nil }
    let words = main > token ? Range(from: aside.upperBound, upTo: sentence.upperBound) : tree.extent(main)
    let rest = main > token ? words : Range(from: words.lowerBound, upTo: aside.lowerBound)
    return rest.count > 3 ? trimmed(rest) : nil
  }

  /// The clause that completes a verb of saying.
  private func clause(of token: Int) -> Int? {
    // "made it clear that": the clause hangs on the adjective.
    let adjective = tree.children(token).first { tree.relation($0) == .xcomp && document.upos[$0] == .adj }
    return (tree.children(token) + (adjective.map(tree.children) ?? [])).first { child in
      switch tree.relation(child) {
      case .ccomp: true
      case .parataxis: tree.isVerb(child) || tree.child(child, .cop) != nil
      case .advcl: tree.mark(child) == "that"
      default: false
      }
    }
  }

  /// The quotations of a sentence from which no other word of saying parts a verb: "said “…”, and she replied “…”".
  private func quotationsBeside(_ token: Int, _ quoted: [Quotation], _ sentence: Range<Int>) -> [Quotation] {
    guard quoted.count > 1 else { return quoted }
    let others = sentence.filter { other in
      other != token && !isQuoted(other) && speechVerb(other) != nil && !isUnsaid(other)
    }
    let own = quoted.filter { quotation in
      !others.contains { other in
        quotation.tokens.lowerBound > token
          ? token < other && other < quotation.tokens.lowerBound
          : quotation.tokens.upperBound <= other && other < token
      }
    }
    return own.isEmpty ? quoted : own
  }

  /// The words of a clause that completes a verb of saying, without the verb and the speaker.
  private func words(of clause: Int, _ token: Int, _ speaker: Int, _ quoted: [Quotation]) -> Range<Int> {
    var range = tree.extent(clause)
    if range.contains(token) || range.contains(speaker) {
      range =
        clause < token
        ? Range(from: range.lowerBound, upTo: start(ofCue: token, speaker))
        : Range(from: token + 1, upTo: range.upperBound)
    }
    return withQuotations(range, quoted, avoiding: [token, speaker])
  }

  /// Where "the army said" begins: at the first word of the speaker's phrase.
  private func start(ofCue token: Int, _ speaker: Int) -> Int {
    guard speaker < token else { return token }
    var first = speaker
    while first > 0, tree.sentences[first - 1] == tree.sentences[token], document.upos[first - 1] != .punct {
      first -= 1
    }
    return first
  }

  /// Whether quotations hold most of the words of a sentence, or of what they run over.
  private func isWhole(_ quoted: [Quotation], _ sentence: Range<Int>) -> Bool {
    let inside = quoted.reduce(0) { $0 + $1.tokens.clamped(to: sentence).count }
    let startsQuoted = quoted.first.map { $0.tokens.lowerBound <= sentence.lowerBound + 1 } ?? false
    return inside >= 3 && (startsQuoted || inside * 10 >= sentence.count * 7)
  }

  /// Stretches a clause over the quotations that it touches.
  private func withQuotations(_ range: Range<Int>, _ quoted: [Quotation], avoiding cue: [Int]) -> Range<Int> {
    var range = range
    for quotation in quoted where quotation.tokens.overlaps(range) {
      let union =
        min(range.lowerBound, quotation.tokens.lowerBound)..<max(range.upperBound, quotation.tokens.upperBound)
      if !cue.contains(where: union.contains) { range = union }
    }
    return range
  }
}
