import Linguistics

// Bodies of which the article tells what they are: "the Norwegian charity Open Doors", "Open Doors, a charity".
extension EntityBuilder {
  /// The body of an unknown name behind a noun that tells what it is.
  mutating func describedBody(at token: Int, by phrase: NounPhrase) -> Referent? {
    guard let hit = bodyRole(at: phrase.head) else { return nil }
    // "the firm Dor Lumber", which the engine takes for a person's name
    if let person = person(at: token), reader.isTight(phrase.head, token), !isOfState(hit.role), hit.role.sector != nil,
      entities[Int(person.entity)].role == nil
    {
      makeBody(person.entity)
      describe(person.entity, as: hit, in: phrase)
      return Referent(tokens: person.tokens, entity: person.entity)
    }
    guard let name = names.name(at: token), name.label == .organisation,
      let body = referents(at: nameHead(of: token)).first, entities[Int(body.entity)].kind == .body
    else { return nil }
    describe(body.entity, as: hit, in: phrase)
    return body
  }

  /// Gives a body of an unknown name what an apposition or predicate behind the name tells.
  mutating func describe(_ body: Int32, behind name: Int) {
    let appositions = reader.index.children(of: name).filter { $0 > name && document.relations[$0] == .appos }
    for noun in kinds(before: name) + appositions + [predicate(of: name)].compactMap({ $0 }) {
      guard let hit = bodyRole(at: noun) else { continue }
      describe(body, as: hit, in: reader.phrase(at: noun))
    }
  }

  private mutating func describe(_ body: Int32, as hit: NameAnalysis.RoleHit, in phrase: NounPhrase) {
    guard entities[Int(body)].actor < 0, entities[Int(body)].kind == .body, entities[Int(body)].name != nil else {
      return
    }
    let owner = affiliations(in: phrase, of: hit).first { !$0.isPerson }
    var entity = entities[Int(body)]
    entity.sector = entity.sector ?? sector(hit.role.sector, of: owner, isState: hit.role.isState)
    if entity.code == nil {
      let seat = owner == nil ? base(in: phrase) ?? seat(of: phrase.head) : nil
      let home = seat ?? (owner == nil && hit.role.code == nil && isOfState(hit.role) ? homeCountry : nil)
      entity.code = owner?.code ?? hit.role.code ?? home.flatMap { tables.actors[$0].code }
      if let actor = owner?.code == nil ? home : owner?.actor { entity.affiliation = actor }
    }
    entities[Int(body)] = entity
  }

  /// "A charity in Norway", "a charity based in Oslo": the country where a body is said to be.
  private func seat(of noun: Int) -> Int32? {
    let children = reader.index.children(of: noun)
    let bases = children.filter { ["base", "headquarter", "locate"].contains(document.lemmas[$0]) }
    let place = (children + bases.flatMap { reader.index.children(of: $0) }).first {
      $0 > noun && reader.preposition(of: $0) == "in"
    }
    guard let place else { return nil }
    return (placeCountry(at: place) ?? seatCountry(at: place)).flatMap(tables.actors.country)
  }

  /// "An Oslo-based charity", where the tree leaves the town out of the phrase.
  private func base(in phrase: NounPhrase) -> Int32? {
    let based = Range(from: phrase.tokens.lowerBound, upTo: phrase.head).first { document.word($0) == "based" }
    guard let based, based > 0 else { return nil }
    let place = document.form(based - 1) == "-" ? based - 2 : based - 1
    guard place >= 0, sentenceOfToken[place] == sentenceOfToken[based] else { return nil }
    return (placeCountry(at: place) ?? seatCountry(at: place)).flatMap(tables.actors.country)
  }

  /// Resolves the bodies that a noun describes, before all persons: their officers bear what they are.
  mutating func resolveDescribedBodies() {
    for token in 0..<document.tokenCount {
      guard let hit = bodyRole(at: token), !isOfState(hit.role) else { continue }
      // "his company": whose it is cannot be told yet.
      guard reader.phrase(at: token).tokens.allSatisfy({ document.xpos[$0] != .prpPossessive }) else { continue }
      let isDescription =
        followers(of: token).contains { names.name(at: $0)?.label == .organisation }
        || document.relations[token] == .appos && document.heads[token] >= 0
          && names.name(at: Int(document.heads[token]))?.label == .organisation
      let above = Int(document.heads[token])
      if above > token, kinds(before: nameHead(of: above)).contains(token) { _ = mention(at: nameHead(of: above)) }
      guard isDescription else { continue }
      let isBehind = document.relations[token] == .appos && Int(document.heads[token]) < token
      _ = mention(at: isBehind ? nameHead(of: Int(document.heads[token])) : token)
    }
  }

  /// "the Norwegian newspaper Nordlys": nouns right before a name that tell what sort of body it is, hung on the name.
  private func kinds(before name: Int) -> [Int] {
    guard let start = nameRange(at: name)?.lowerBound ?? (document.upos[name] == .propn ? name : nil) else { return [] }
    return reader.index.children(of: name).filter { kind in
      // "Assembly Bill 821" is one name.
      kind == start - 1 && document.relations[kind] != .nmodPossessive && bodyRole(at: kind) != nil
        && !LetterCase(document.bytes(kind)).startsHigh
    }
  }

  /// Makes a body of what was taken for a person and stands behind a word for one: "the newspaper Nordlys".
  mutating func describe(_ person: Int32, byKindBefore name: Int) {
    guard entities[Int(person)].actor < 0, entities[Int(person)].sector == nil, let kind = kinds(before: name).first,
      let hit = bodyRole(at: kind)
    else { return }
    makeBody(person)
    describe(person, as: hit, in: reader.phrase(at: kind))
  }

  /// Makes a body of what was taken for a person and is called one by an apposition.
  mutating func describe(_ person: Int32, byAppositionAt token: Int) {
    guard entities[Int(person)].actor < 0, entities[Int(person)].sector == nil, let hit = bodyRole(at: token),
      hit.tokens.upperBound == token + 1, self.person(at: token) == nil
    else { return }
    makeBody(person)
    describe(person, as: hit, in: reader.phrase(at: token))
  }

  private mutating func makeBody(_ person: Int32) {
    guard entities[Int(person)].actor < 0 else { return }
    entities[Int(person)].kind = .body
    entities[Int(person)].gender = nil
  }

  /// The role of one body that a noun names.
  private func bodyRole(at token: Int) -> NameAnalysis.RoleHit? {
    guard let hit = names.role(at: token), hit.role.kind == .body || hit.role.kind == .group, !hit.role.isPlural,
      names.name(at: token)?.label != .organisation
    else { return nil }
    return hit
  }
}
