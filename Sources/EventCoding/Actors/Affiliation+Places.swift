import Linguistics
import NewsModel

// Countries of parties, houses and persons by the places that are named.
extension EntityBuilder {
  /// Whose party "the Conservatives" or "Labour" is in an article about another country than the table's.
  func homeOfParty(_ hit: NameAnalysis.Hit) -> Int32? {
    let actor = tables.actors[hit.sense.actor]
    guard actor.kind == .party, isCommon(hit), !LetterCase(document.bytes(hit.tokens.lowerBound)).allHigh else {
      return nil
    }
    // In an article that does not name the table's country, it is a party of the country of which it tells most.
    let isAtHome = actor.code.map { countries.times[$0] != nil } ?? true
    guard let home = homeCountry ?? (isAtHome ? nil : countries.main.flatMap(tables.actors.country)),
      tables.actors[home].code != actor.code
    else {
      return nil
    }
    return home
  }

  /// Whether a party's name may be that of parties of many countries: one of two words, or of words that such names are made of.
  private func isCommon(_ hit: NameAnalysis.Hit) -> Bool {
    hit.tokens.count <= 2 || hit.tokens.allSatisfy { tables.roles.has(.partyWords, document.word($0)) }
  }

  /// Whose "Congress", "Senate" or "House" it is in an article that does not name the table's country.
  func homeOfHouse(_ hit: NameAnalysis.Hit) -> Int32? {
    let actor = tables.actors[hit.sense.actor]
    guard actor.kind == .body, actor.sector == "LEG", !namesUnitedStates(hit) else { return nil }
    // "the Spanish parliament voted on it after the Senate": of the country of another house, named there or in the sentence before.
    let sentence = sentenceOfToken[hit.tokens.lowerBound]
    let house = names.roles.last { role in
      role.role.kind == .body && role.role.sector == "LEG" && !role.tokens.overlaps(hit.tokens)
        && (sentence - 1...sentence).contains(sentenceOfToken[role.tokens.lowerBound])
    }
    if let start = house?.tokens.lowerBound, let code = countries.only(in: max(0, start - 3)..<start),
      code != actor.code, let owner = tables.actors.country(code), homeCountry == nil || homeCountry == owner
    {
      return owner
    }
    guard let home = homeCountry, tables.actors[home].code != actor.code else { return nil }
    let isForeign = names.hits.contains { other in
      let owner = tables.actors[other.sense.actor]
      return owner.code == actor.code && !(owner.kind == .body && owner.sector == "LEG")
    }
    return isForeign ? nil : home
  }

  /// "US Senate"
  private func namesUnitedStates(_ hit: NameAnalysis.Hit) -> Bool {
    let words: Set<String> = ["us", "u.s.", "united", "american"]
    return hit.tokens.contains { words.contains(document.word($0)) }
  }

  /// "from Skagen in the north of Jutland": the country of a place, or of what it is said to lie in.
  func placeCountry(at token: Int, depth: Int = 0) -> String? {
    if let hit = names.hit(at: nameHead(of: token)) {
      let actor = tables.actors[hit.sense.actor]
      return actor.kind == .country && hit.sense.form == .name ? actor.code : nil
    }
    if let name = names.name(at: token) {
      if let code = gazetteerCountry(name.tokens) { return code }
      guard name.label == .geopolitical || name.label == .location || name.label == .facility else { return nil }
    } else if depth == 0, document.upos[token] != .propn {
      return nil
    }
    guard depth < 3 else { return nil }
    let head = nameHead(of: token)
    if let behind = nextPlace(behind: reader.phrase(at: head).tokens.upperBound) {
      return placeCountry(at: behind, depth: depth + 1)
    }
    return nil
  }

  /// The name behind a place and a comma, or "in" or "near".
  private func nextPlace(behind end: Int) -> Int? {
    guard end + 1 < document.tokenCount, sentenceOfToken[end] == sentenceOfToken[end - 1] else { return nil }
    let isBelow = document.upos[end] == .adp && ["in", "near", "on", "of"].contains(document.word(end))
    guard isBelow || document.xpos[end] == .comma else { return nil }
    return Range(from: end + 1, upTo: min(end + (isBelow ? 5 : 2), document.tokenCount)).first {
      names.name(at: $0) != nil || names.hit(at: $0) != nil
    }
  }

  /// "United Nations (UN) officials": the name whose acronym stands in brackets before a role.
  func bracketedOwner(before start: Int) -> Affiliation? {
    guard start >= 4, document.xpos[start - 1] == .rightBracket, document.xpos[start - 3] == .leftBracket,
      let hit = names.hit(at: start - 4), acronym(after: hit.tokens) != nil
    else { return nil }
    return Affiliation(
      actor: hit.sense.actor, code: tables.actors[hit.sense.actor].code, tokens: hit.tokens, isBefore: true)
  }
}
