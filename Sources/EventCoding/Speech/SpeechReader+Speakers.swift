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
    if parties.count == 1, parties[0].name == nil, let known = namedBefore(head) { return [known] }
    guard parties.isEmpty else { return parties }
    if let author = author(of: head) ?? earlierAuthor(of: head) { return author }
    guard tree.isNoun(head) || document.upos[head] == .propn else { return [] }
    let first =
      tree.children(head).filter { [.det, .amod, .compound, .nummod].contains(tree.relation($0)) }.min() ?? head
    let span = document.span(min(first, head)..<(head + 1))
    return [Party(text: document.string(span), span: span, unresolved: "no actor is known by this name")]
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
  private func personNamed(in head: Int, _ cue: Int) -> Party? {
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
      // "a spokesman for Minister Anna Berg": the title is her own.
      return isTight(name, to: head, cue) && !(isTitle(before) && tree.child(before, .case) != nil)
    case .verb: return document.xpos[before] == .vbn && Self.namings.contains(tree.lemma(before))
    default:
      return tree.lemma(before) == "as" && before > phrase.lowerBound && Self.namings.contains(tree.lemma(before - 1))
    }
  }

  private func isTitle(_ token: Int) -> Bool {
    guard let role = resolver.builder.names.role(at: token)?.role else { return false }
    return role.kind == .person && !role.isPlural
  }

  private static let namings: Set<String> = ["name", "call", "know", "identify"]

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

  // MARK: Pronouns

  /// Whom "he" and "she" mean, where more is known of one who speaks than of other pronouns: somebody reports his own words ("he
  /// added that he hoped"); the sentence before tells of a thing and names one person alone ("The plan was drawn up by Anna Berg. She
  /// said …"); the paragraph tells of one person alone.
  private func personMeant(by pronoun: Int, _ cue: Int) -> Party? {
    guard document.upos[pronoun] == .pron, !isQuoted(pronoun), let gender = gender(ofPronoun: pronoun) else {
      return nil
    }
    if let same = sameSpeaker(pronoun, above: cue) { return same }
    let sentence = tree.sentence(of: pronoun)
    guard let paragraph = document.paragraphs.last(where: { $0 <= sentence.lowerBound }),
      paragraph < sentence.lowerBound,
      persons(in: sentence.lowerBound..<pronoun).isEmpty
    else { return nil }
    let before = tree.sentence(of: sentence.lowerBound - 1)
    let person =
      (isOfThing(before) ? onlyPerson(in: before, gender) : nil)
      ?? onlySubject(in: paragraph..<sentence.lowerBound, gender)
    return person.flatMap { resolver.parties(at: resolver.builder.nameHead(of: $0.tokens.lowerBound)).first }
  }

  /// The speaker of the nearest verb of saying above, where it is the same pronoun.
  private func sameSpeaker(_ pronoun: Int, above cue: Int) -> Party? {
    let verb = tree.ancestors(cue).first { speechVerb($0) != nil && (tree.ownSubject($0) ?? pronoun) < pronoun }
    guard let verb, let subject = tree.ownSubject(verb),
      document.folded(subject).elementsEqual(document.folded(pronoun))
    else { return nil }
    return speakers(at: subject, verb).first
  }

  /// Whether a sentence's main subject is no person.
  private func isOfThing(_ sentence: Range<Int>) -> Bool {
    guard let root = sentence.first(where: { tree.relation($0) == .root }), let subject = tree.surfaceSubject(root)
    else {
      return false
    }
    return document.upos[subject] != .pron && !resolver.isPerson(at: subject) && personNamed(in: subject, root) == nil
  }

  /// The one person who is named in a stretch, outside quotations.
  private func onlyPerson(in tokens: Range<Int>, _ gender: Gender) -> PersonSpan? {
    let persons = persons(in: tokens)
    guard Set(persons.map(\.entity)).count == 1, let person = persons.first else { return nil }
    let known = resolver.builder.entities[Int(person.entity)].gender
    return known == nil || known == gender ? person : nil
  }

  /// The one person who is named in a stretch, where that person is a subject and no pronoun stands before.
  private func onlySubject(in tokens: Range<Int>, _ gender: Gender) -> PersonSpan? {
    guard let person = onlyPerson(in: tokens, gender),
      tree.relation(resolver.builder.nameHead(of: person.tokens.lowerBound)).universal == .nsubj,
      !(tokens.lowerBound..<person.tokens.lowerBound).contains(where: { self.gender(ofPronoun: $0) != nil })
    else { return nil }
    return person
  }

  private func gender(ofPronoun token: Int) -> Gender? {
    switch String(decoding: document.folded(token), as: UTF8.self) {
    case "he": .male
    case "she": .female
    default: nil
    }
  }

  /// The persons named outside quotations.
  private func persons(in tokens: Range<Int>) -> [PersonSpan] {
    tokens.compactMap { token in
      guard let person = resolver.builder.person(at: token), person.tokens.lowerBound == token,
        !isQuoted(token)
      else { return nil }
      return person
    }
  }

  // MARK: Documents

  /// "a statement by NASA", "a letter sent by the union", "its report": whose words a document holds.
  private func author(of document: Int) -> [Party]? {
    guard lexicon.has(.documents, tree.lemma(document)) else { return nil }
    let phrase = tree.children(document).first { ["by", "from", "of"].contains(tree.preposition($0) ?? "") }
    let sender = tree.children(document).lazy.filter { tree.relation($0) == .acl && tree.isPassive($0) }
      .compactMap { tree.subject($0) }.first
    let owner = phrase ?? sender ?? tree.child(document, .nmodPossessive, or: .compound) ?? issuer(of: document)
    let parties = owner.map(resolver.parties) ?? []
    return parties.isEmpty ? nil : parties
  }

  /// "The ministry issued a statement saying …": the subject of a verb that gives the document out.
  private func issuer(of document: Int) -> Int? {
    guard tree.relation(document) == .obj, let verb = tree.head(document), !tree.isPassive(verb) else { return nil }
    let lemma = tree.lemma(verb)
    return lexicon.lightVerbs[lemma] == .do || Self.issuing.contains(lemma) ? tree.subject(verb) : nil
  }

  private static let issuing: Set<String> = ["release", "publish", "post", "write", "circulate", "put"]

  /// "The ministry issued a statement. The statement said …": the author of the same document where it was named before.
  private func earlierAuthor(of noun: Int) -> [Party]? {
    guard lexicon.has(.documents, tree.lemma(noun)), tree.isDefinite(noun) else { return nil }
    let number = Int(tree.sentences[noun])
    let start = document.sentences[max(0, number - Self.documentReach)].lowerBound
    for token in (start..<document.sentences[number].lowerBound).reversed()
    where tree.lemma(token) == tree.lemma(noun) && !isQuoted(token) {
      if let author = author(of: token) { return author }
      let verb = tree.clause(of: token)
      guard tree.isVerb(verb), let subject = tree.subject(verb), subject != token else { continue }
      let parties = resolver.parties(at: subject)
      if !parties.isEmpty { return parties }
    }
    return nil
  }

  /// How many sentences back a document may have been named.
  private static let documentReach = 6
}
