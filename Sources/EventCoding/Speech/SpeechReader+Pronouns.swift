import Linguistics
import NewsModel

// Whom "he", "she" and "it" mean where they speak.
extension SpeechReader {
  /// Whom "he" and "she" mean, where more is known of one who speaks than of other pronouns: somebody reports his own words ("he
  /// added that he hoped"); the sentence before tells of a thing and names one person alone ("The plan was drawn up by Anna Berg. She
  /// said …"); the paragraph tells of one person alone.
  func personMeant(by pronoun: Int, _ cue: Int) -> Party? {
    guard document.upos[pronoun] == .pron, !isQuoted(pronoun) else { return nil }
    if document.folded(pronoun).elementsEqual("it".utf8) { return bodyBefore(pronoun) }
    guard let gender = gender(ofPronoun: pronoun) else { return nil }
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

  /// "“…,” said a statement of the union. “…,” it said": the body or document that spoke in the sentence before.
  private func bodyBefore(_ pronoun: Int) -> Party? {
    guard let last = utterances.last, last.verb != .relay, last.cue < pronoun, last.speakers.count == 1,
      tree.sentences[pronoun] - tree.sentences[last.cue] <= 1, !resolver.isPerson(at: last.speakerHead),
      gender(ofPronoun: last.speakerHead) == nil, var party = last.speakers.first
    else { return nil }
    if party.name != nil { (party.text, party.span) = (document.form(pronoun), document.span(pronoun)) }
    return party
  }

  /// Whom a "he" or "she" means that nothing answers: who spoke last with a name in this paragraph or the one before.
  func speakerBefore(_ pronoun: Int, _ party: Party) -> Party? {
    guard party.unresolved != nil, let gender = gender(ofPronoun: pronoun) else { return nil }
    let number = document.paragraphs.lastIndex { $0 <= pronoun } ?? 0
    let start = number > 0 ? document.paragraphs[number - 1] : 0
    let last = utterances.last { utterance in
      utterance.cue >= start && utterance.cue < pronoun && utterance.speakers.count == 1
        && resolver.isPerson(at: utterance.speakerHead) && utterance.speakers[0].name != nil
    }
    guard let last, var known = last.speakers.first else { return nil }
    let other = resolver.builder.person(at: last.speakerHead).map { resolver.builder.entities[Int($0.entity)].gender }
    guard (other ?? gender) ?? gender == gender else { return nil }
    (known.text, known.span) = (document.form(pronoun), document.span(pronoun))
    return known
  }

  /// Whether a sentence's main subject is no person, or several.
  private func isOfThing(_ sentence: Range<Int>) -> Bool {
    guard let root = sentence.first(where: { tree.relation($0) == .root }), let subject = tree.surfaceSubject(root)
    else {
      return false
    }
    if document.xpos[subject] == .nns { return true }
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
}
