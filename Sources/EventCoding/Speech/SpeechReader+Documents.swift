import Linguistics
import NewsModel

// Whose words a document holds.
extension SpeechReader {
  /// "a statement by NASA", "a letter sent by the union", "its report": whose words a document holds.
  func author(of document: Int) -> [Party]? {
    guard tree.isDocument(document) else { return nil }
    let phrase = tree.children(document).first { ["by", "from", "of"].contains(tree.preposition($0) ?? "") }
    let sender = tree.children(document).lazy.filter { tree.relation($0) == .acl && tree.isPassive($0) }
      .compactMap { tree.subject($0) }.first
    let owner = phrase ?? sender ?? tree.child(document, .nmodPossessive, or: .compound) ?? issuer(of: document)
    let parties = owner.map { speakersOf($0) } ?? []
    return parties.isEmpty ? nil : parties
  }

  /// Whom the phrase of an author names: "the minister's office" is the minister's where nobody knows the office.
  private func speakersOf(_ owner: Int) -> [Party] {
    let parties = resolver.parties(at: owner)
    if !parties.isEmpty { return parties }
    return tree.child(owner, .nmodPossessive).map(resolver.parties) ?? []
  }

  /// "The ministry issued a statement saying …": the subject of a verb that gives the document out.
  private func issuer(of document: Int) -> Int? {
    guard tree.relation(document) == .obj, let verb = tree.head(document), !tree.isPassive(verb) else { return nil }
    let lemma = tree.lemma(verb)
    return lexicon.lightVerbs[lemma] == .do || lexicon.has(.issuing, lemma) ? tree.subject(verb) : nil
  }

  /// "The ministry issued a statement. The statement said …": the author of the same document where it was named before.
  func earlierAuthor(of noun: Int) -> [Party]? {
    guard tree.isDocument(noun), tree.isDefinite(noun) else { return nil }
    let number = Int(tree.sentences[noun])
    let start = document.sentences[max(0, number - Self.documentReach)].lowerBound
    for token in (start..<document.sentences[number].lowerBound).reversed()
    where tree.lemma(token) == tree.lemma(noun) && !isQuoted(token) {
      if let author = author(of: token) { return author }
      let verb = tree.clause(of: token)
      // "Norway cut the tax, according to the report", "Norway is blamed in the report": not whose the report is.
      let isCited = tree.children(token).contains { tree.relation($0) == .case && document.word($0) == "according" }
      guard tree.isVerb(verb), !isCited, !tree.isPassive(verb), let subject = tree.subject(verb), subject != token
      else { continue }
      let parties = resolver.parties(at: subject)
      if !parties.isEmpty { return parties }
    }
    return nil
  }

  /// How many sentences back a document may have been named.
  private static let documentReach = 6
}
