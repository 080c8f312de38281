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
    for noun in appositions + [predicate(of: name)].compactMap({ $0 }) {
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
      let home = owner == nil && hit.role.code == nil && isOfState(hit.role) ? homeCountry : nil
      entity.code = owner?.code ?? hit.role.code ?? home.flatMap { tables.actors[$0].code }
      if let actor = owner?.code == nil ? home : owner?.actor { entity.affiliation = actor }
    }
    entities[Int(body)] = entity
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
