import Linguistics
import NewsModel

// Whom a speaker's phrase names.
extension SpeechReader {
  /// The parties who speak; a noun phrase that nobody knows stands for itself.
  ///
  /// - Parameters:
  ///   - head: the token by which the speaker's phrase hangs in the tree.
  ///   - cue: the word of saying.
  func speakers(at head: Int, _ cue: Int) -> [Party] {
    if let person = personNamed(in: head, cue) ?? personMeant(by: head, cue) { return [person] }
    let parties = resolver.parties(at: head)
    if parties.count == 1, parties[0].name == nil, let known = namedBefore(head) ?? speakerBefore(head, parties[0]) {
      return [known]
    }
    if let person = namedByTwoTitles(head, parties) { return [person] }
    guard parties.isEmpty else { return parties }
    if let author = author(of: head) ?? earlierAuthor(of: head) { return author }
    guard tree.isNoun(head) else { return [] }
    return spokenFor(by: head) ?? [nobodyKnown(at: head)]
  }

  /// "lawyer and former mayor Anna Berg said": two titles before one name, without articles.
  private func namedByTwoTitles(_ head: Int, _ parties: [Party]) -> Party? {
    guard parties.count > 1, let last = parties.last, last.name != nil, isTitle(head),
      parties.dropLast().allSatisfy({ $0.name == nil }),
      !tree.children(head).contains(where: { [.det, .nmodPossessive, .nummod].contains(tree.relation($0)) })
    else { return nil }
    return last
  }

  /// Who is known by no name, as the text has it.
  func nobodyKnown(at head: Int) -> Party {
    let first =
      tree.children(head).filter { [.det, .amod, .compound, .nummod].contains(tree.relation($0)) }.min() ?? head
    let span = document.span(min(first, head)..<(head + 1))
    return Party(text: document.string(span), span: span, unresolved: "no actor is known by this name")
  }

  /// "Berg's campaign", "army sources": for whom a body speaks that has no name of its own.
  private func spokenFor(by head: Int) -> [Party]? {
    guard lexicon.has(.mouthpieces, tree.lemma(head)),
      let owner = tree.child(head, .nmodPossessive, or: .compound), !resolver.isPlace(at: owner)
    else { return nil }
    let parties = resolver.parties(at: owner).filter { $0.unresolved == nil && $0.hasStanding }
    return parties.isEmpty ? nil : parties
  }

  /// Who spoke before with a name and is the same one: "the minister, Anna Berg, said … the minister added".
  private func namedBefore(_ head: Int) -> Party? {
    guard let identity = resolver.entityID(at: head) else { return nil }
    let earlier = utterances.last { utterance in
      utterance.speakers.count == 1 && utterance.speakers[0].name != nil && utterance.speakerHead < head
        && resolver.entityID(at: utterance.speakerHead) == identity
    }
    guard var party = earlier?.speakers.first else { return nil }
    (party.text, party.span) = (document.form(head), document.span(head))
    return party
  }

  // MARK: Names behind titles

  /// "said the council's chair, Anna Berg", "a witness known as Berg": the one person whom the phrase of a title or role names,
  /// with the office that the phrase gives.
  func personNamed(in head: Int, _ cue: Int) -> Party? {
    let known = resolver.parties(at: head)
    guard tree.isNoun(head), document.xpos[head] != .nns, document.xpos[head] != .nnps, known.count < 2,
      resolver.builder.person(at: head) == nil, !(resolver.isPerson(at: head) && known.first?.name != nil)
    else { return nil }
    let phrase = phrase(of: head, cue)
    var spans: [Range<Int>] = []
    for token in phrase {
      guard let span = resolver.builder.person(at: token)?.tokens, span.lowerBound == token else { continue }
      if isApposed(span, to: head, cue, in: phrase) { spans.append(span) }
    }
    guard let span = spans.count == 1 ? spans[0] : nameBefore(head),
      var person = resolver.parties(at: resolver.builder.nameHead(of: span.lowerBound)).first, person.name != nil
    else { return nil }
    if person.code == nil, person.sector == nil, let office = known.first, office.name == nil || office.code != nil {
      (person.code, person.sector, person.role) = (office.code, office.sector, office.role)
    }
    return person
  }

  /// "Anna Berg chair of the council, said": a name right before the title, with no comma.
  private func nameBefore(_ head: Int) -> Range<Int>? {
    let first = tree.children(head).filter { $0 < head && [.det, .amod, .compound].contains(tree.relation($0)) }.min()
    let name = resolver.builder.person(at: (first ?? head) - 1)?.tokens
    guard let name, tree.sentences[name.lowerBound] == tree.sentences[head] else { return nil }
    return tree.relation(resolver.builder.nameHead(of: name.lowerBound)) == .nmodPossessive ? nil : name
  }

  /// What stands between the head of a speaker's phrase and the word of saying, or behind the head up to a verb or mark.
  private func phrase(of head: Int, _ cue: Int) -> Range<Int> {
    if head < cue { return head + 1..<cue }
    let rest = head + 1..<tree.sentence(of: head).upperBound
    let end = rest.first { isFiniteVerb($0) || isQuoted($0) }
    return rest.lowerBound..<(end ?? rest.upperBound)
  }

  private func isFiniteVerb(_ token: Int) -> Bool {
    document.upos[token] == .aux || document.upos[token] == .verb && document.xpos[token] != .vbn
  }

  /// Whether a name stands beside a title and means the same person, and is no part of what the title is of.
  private func isApposed(_ name: Range<Int>, to head: Int, _ cue: Int, in phrase: Range<Int>) -> Bool {
    let before = name.lowerBound - 1
    guard (phrase.lowerBound..<name.lowerBound).allSatisfy({ !isFiniteVerb($0) }) else { return false }
    if before == head { return isTight(name, to: head, cue) }
    switch document.upos[before] {
    case .punct: return isClosed(name, cue, in: phrase) && (before - 1 <= head || !isTitle(before - 1))
    case .noun, .propn:
      if isPost(head, until: name.lowerBound) { return true }
      // "a spokesman for Minister Anna Berg": the title is her own.
      return isTight(name, to: head, cue) && !(isTitle(before) && tree.child(before, .case) != nil)
    case .verb: return document.xpos[before] == .vbn && lexicon.has(.namings, tree.lemma(before))
    default:
      return tree.lemma(before) == "as" && before > phrase.lowerBound
        && lexicon.has(.namings, tree.lemma(before - 1))
    }
  }

  /// "the Minister of the Interior Anna Berg": whether a title and the names of what it is of fill the words up to a name.
  private func isPost(_ head: Int, until name: Int) -> Bool {
    guard isTitle(head), let post = resolver.builder.names.role(at: head)?.tokens, tree.lemma(head + 1) == "of",
      (3...6).contains(name - head), document.upos[name - 1] == .propn
    else { return false }
    return (head + 2..<name).allSatisfy { token in
      switch document.upos[token] {
      case .det, .cconj: true
      case .propn: (post.contains(token) || !isTitle(token)) && resolver.builder.person(at: token) == nil
      default: false
      }
    }
  }

  private func isTitle(_ token: Int) -> Bool {
    guard let role = resolver.builder.names.role(at: token)?.role else { return false }
    return role.kind == .person && !role.isPlural
  }

  /// Whether a name ends its phrase or stands between commas: "the minister, Anna Berg," and not "…, Anna Berg and others".
  private func isClosed(_ name: Range<Int>, _ cue: Int, in phrase: Range<Int>) -> Bool {
    if name.upperBound < phrase.upperBound { return document.upos[name.upperBound] == .punct }
    // "According to the minister, Anna Berg left": she is of the next clause.
    return name.upperBound >= document.tokenCount || !isFiniteVerb(name.upperBound) || phrase.upperBound == cue
  }

  /// Whether no preposition and no possessor parts a name from the title before it: not "a spokesman for Minister Anna Berg".
  private func isTight(_ name: Range<Int>, to head: Int, _ cue: Int) -> Bool {
    var token = resolver.builder.nameHead(of: name.lowerBound)
    for _ in 0..<6 {
      if token == head || token == cue { return true }
      guard tree.child(token, .case) == nil, tree.relation(token) != .nmodPossessive, let above = tree.head(token)
      else { return false }
      token = above
    }
    return false
  }
}
