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
    for noun in [kind(before: name)].compactMap({ $0 }) + appositions + [predicate(of: name)].compactMap({ $0 }) {
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
      let base = owner == nil ? base(before: phrase) ?? base(behind: phrase.head) : nil
      let home = base ?? (owner == nil && hit.role.code == nil && isOfState(hit.role) ? homeCountry : nil)
      entity.code = owner?.code ?? hit.role.code ?? home.flatMap { tables.actors[$0].code }
      if let actor = owner?.code == nil ? home : owner?.actor { entity.affiliation = actor }
    }
    entities[Int(body)] = entity
  }

  /// "A charity in Norway", "a charity based in Oslo": the country where a body is said to be.
  private func base(behind noun: Int) -> Int32? {
    let children = reader.index.children(of: noun)
    let bases = children.filter { ["base", "headquarter", "locate"].contains(document.lemmas[$0]) }
    return (children + bases.flatMap { reader.index.children(of: $0) }).lazy
      .filter { $0 > noun && reader.preposition(of: $0) == "in" }
      .compactMap(country).first
  }

  /// "An Oslo-based charity", where the tree leaves the town out of the phrase.
  private func base(before phrase: NounPhrase) -> Int32? {
    let based = Range(from: phrase.tokens.lowerBound, upTo: phrase.head).first { document.word($0) == "based" }
    guard let based, based > 0 else { return nil }
    let place = document.form(based - 1) == "-" ? based - 2 : based - 1
    guard place >= 0, sentenceOfToken[place] == sentenceOfToken[based] else { return nil }
    return country(at: place)
  }

  /// The country of a place, or of which a capital is.
  private func country(at place: Int) -> Int32? {
    (placeCountry(at: place) ?? seatCountry(at: place)).flatMap(tables.actors.country)
  }

  /// Resolves the bodies that a noun describes, before all persons: their officers bear what they are.
  mutating func resolveDescribedBodies() {
    for token in 0..<document.tokenCount {
      guard let hit = bodyRole(at: token), !isOfState(hit.role), let described = described(by: token) else { continue }
      // "his company": whose it is cannot be told yet.
      guard reader.phrase(at: token).tokens.allSatisfy({ document.xpos[$0] != .prpPossessive }) else { continue }
      _ = mention(at: described)
    }
  }

  /// The head of the phrase in which a noun describes a name: the name, or the noun where the name hangs on it.
  private func described(by noun: Int) -> Int? {
    let above = Int(document.heads[noun])
    if above >= 0, case let name = nameHead(of: above) {
      if above > noun, kind(before: name) == noun { return name }
      if document.relations[noun] == .appos, names.name(at: above)?.label == .organisation {
        return above < noun ? name : noun
      }
    }
    return followers(of: noun).contains { names.name(at: $0)?.label == .organisation } ? noun : nil
  }

  /// "the Norwegian newspaper Nordlys": the noun right before a name that tells what sort of body it is, hung on the name.
  private func kind(before name: Int) -> Int? {
    guard let start = nameRange(at: name)?.lowerBound ?? (document.upos[name] == .propn ? name : nil), start > 0,
      Int(document.heads[start - 1]) == name, document.relations[start - 1] != .nmodPossessive,
      bodyRole(at: start - 1) != nil,
      // "Assembly Bill 821" is one name.
      !LetterCase(document.bytes(start - 1)).startsHigh
    else { return nil }
    return start - 1
  }

  /// Makes a body of what was taken for a person and stands behind a word for one: "the newspaper Nordlys".
  mutating func describe(_ person: Int32, byKindBefore name: Int) {
    // "police Ola Berg" is no body.
    guard entities[Int(person)].actor < 0, entities[Int(person)].sector == nil, let kind = kind(before: name),
      let hit = bodyRole(at: kind), !isOfState(hit.role), hit.role.sector != nil
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
