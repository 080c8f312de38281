import Linguistics

// To whom people, campaigns and pages belong, told by the words around them.
extension EntityBuilder {
  /// "Norwegians", "the Norwegians", "the three Norwegians", "Senate Democrats".
  mutating func people(of hit: NameAnalysis.Hit, in phrase: NounPhrase) -> Int32 {
    let actor = tables.actors[hit.sense.actor]
    let tokens = phrase.tokens.union(hit.tokens)
    if actor.kind == .party, isInHouse(before: hit.tokens.lowerBound) {
      return collective(of: homeOfParty(hit) ?? hit.sense.actor, sector: "LEG", title: actor.name)
    }
    if actor.code == nil, let group = countrymen(hit, in: phrase) { return group }
    let isDefinite = tokens.lowerBound < hit.tokens.lowerBound && document.word(tokens.lowerBound) == "the"
    // "the three Norwegians" are not all of them.
    let isCounted = Range(from: tokens.lowerBound, upTo: hit.tokens.lowerBound).contains { document.upos[$0] == .num }
    let isWhole = isDefinite && !isCounted && actor.kind == .country
    let sector = isWhole ? actor.sector : actor.sector ?? "CVL"
    return collective(of: hit.sense.actor, sector: sector, title: nil)
  }

  /// "Iraqi Sunnis", "Muslims in Britain": those of a faith or people of many countries who live in one.
  private mutating func countrymen(_ hit: NameAnalysis.Hit, in phrase: NounPhrase) -> Int32? {
    let word = document.word(phrase.head)
    let role = Role(title: word, post: word, kind: .group, sector: "CVL", isPlural: true)
    // "Sunnis and Iraqi Shi'ites in Finland"
    let before = hit.tokens.lowerBound - 1
    if before >= 0, sentenceOfToken[before] == sentenceOfToken[phrase.head], let own = names.hit(at: before),
      own.sense.form == .adjective, let code = tables.actors[own.sense.actor].code
    {
      return anonymous(role, kind: .people, code: code, sector: "CVL")
    }
    let owners = affiliations(in: phrase, of: NameAnalysis.RoleHit(tokens: hit.tokens, role: role))
    return owners.first { $0.code != nil && !$0.isPerson }.map {
      anonymous(role, kind: .people, code: $0.code, sector: "CVL")
    }
  }

  /// "Senate Democrats", "parliamentary Liberals": those of a party who sit in a parliament.
  private func isInHouse(before token: Int) -> Bool {
    guard token > 0 else { return false }
    if ["senate", "house", "parliamentary", "congressional", "commons", "assembly"].contains(document.word(token - 1)) {
      return true
    }
    return names.role(at: token - 1)?.role.sector == "LEG"
  }

  /// Whether a party's name in the plural means those of it who sit in a parliament: "House Republicans".
  func isOfHouse(_ hit: NameAnalysis.Hit) -> Bool {
    guard tables.actors[hit.sense.actor].kind == .party, let last = hit.tokens.last,
      document.xpos[last] == .nnps || document.xpos[last] == .nns
    else { return false }
    return isInHouse(before: hit.tokens.lowerBound)
  }

  /// "A Norwegian was shot", "another Norwegian": one of a people, by its adjective alone.
  func isCitizen(_ hit: NameAnalysis.Hit, in phrase: NounPhrase) -> Bool {
    guard tables.actors[hit.sense.actor].kind == .country, hit.tokens.contains(phrase.head),
      phrase.tokens.lowerBound < hit.tokens.lowerBound,
      hit.tokens.upperBound >= phrase.tokens.upperBound || document.upos[hit.tokens.upperBound] == .adp
    else { return false }
    return ["a", "an", "another", "one", "every", "any", "no"].contains(document.word(phrase.tokens.lowerBound))
  }

  /// "the Berg campaign": of the party of whom the tables know by that name.
  mutating func campaign(of phrase: NounPhrase) -> Referent? {
    guard document.word(phrase.head) == "campaign", phrase.head > phrase.tokens.lowerBound else { return nil }
    let name = phrase.head - (document.xpos[phrase.head - 1] == .pos ? 2 : 1)
    guard name >= phrase.tokens.lowerBound, let code = countryOfCandidate(at: name) else { return nil }
    let tokens = name..<(phrase.head + 1)
    let key = document.folded(tokens)
    if let known = aliases[key] { return Referent(tokens: phrase.tokens, entity: known) }
    var body = Entity(kind: .body, name: document.string(document.span(tokens)), identity: Int32(entities.count))
    (body.code, body.sector, body.affiliation) = (code, "PTY", tables.actors.country(code) ?? -1)
    entities.append(body)
    aliases[key] = body.identity
    return Referent(tokens: phrase.tokens, entity: body.identity)
  }

  private func countryOfCandidate(at token: Int) -> String? {
    let politicians: Set<String> = ["GOV", "LEG", "OPP", "PTY", "ELI"]
    if let person = person(at: token) {
      let candidate = entities[Int(person.entity)]
      guard let code = candidate.code, politicians.contains(candidate.sector ?? "") else { return nil }
      return tables.actors.country(code) == nil ? nil : code
    }
    let namesakes = tables.actors.surnames.meanings(of: document.bytes(token)).filter { person in
      month.map { tables.actors.isInOffice(person, in: $0) } ?? false
        && politicians.contains(sector(ofActor: person) ?? "")
    }
    let codes = Set(namesakes.compactMap { tables.actors[$0].code })
    guard codes.count == 1, let code = codes.first, tables.actors.country(code) != nil else { return nil }
    return code
  }

  /// "the party's website": whoever has it speaks by it.
  mutating func site(of phrase: NounPhrase) -> Referent? {
    guard ["website", "site", "homepage"].contains(document.word(phrase.head)),
      let owner = reader.index.children(of: phrase.head).first(where: { document.relations[$0] == .nmodPossessive }),
      document.xpos[owner] != .prpPossessive, let referent = referents(at: nameHead(of: owner)).first,
      entities[Int(referent.entity)].kind != .person
    else { return nil }
    return Referent(tokens: phrase.tokens.union(referent.tokens), entity: referent.entity)
  }

  /// "Kate Lie, who now heads the Harbour Union": whom somebody is said to lead tells what he is.
  mutating func assignLead(of name: Int, to person: Int32) {
    guard entities[Int(person)].actor < 0, entities[Int(person)].sector == nil else { return }
    for clause in reader.index.children(of: name) where document.relations[clause] == .aclRelative {
      // "Kate Lie, who is with the Harbour Union"
      if reader.preposition(of: clause) == "with", let body = referents(at: nameHead(of: clause)).first,
        entities[Int(body.entity)].kind == .body, entities[Int(body.entity)].name != nil
      {
        entities[Int(person)].sector = entities[Int(body.entity)].sector
        return
      }
      guard document.xpos[clause] == .vbz || document.xpos[clause] == .vbp, case let bodies = ledBodies(by: clause),
        !bodies.isEmpty
      else { continue }
      let owner = bodies.compactMap { referents(at: nameHead(of: $0)).first }.first
      guard let owner, isBody(entities[Int(owner.entity)], ledBy: clause, bodies) else {
        // "the Victims of Flight 103 group"
        let rest = (clause + 1..<min(clause + 12, document.tokenCount)).prefix { document.upos[$0] != .punct }
        if rest.contains(where: { tables.roles.has(.associations, document.word($0)) }) {
          entities[Int(person)].sector = "SOC"
        }
        return
      }
      let known = entities[Int(owner.entity)]
      entities[Int(person)].sector = known.sector
      if entities[Int(person)].code == nil { entities[Int(person)].code = known.code }
      if entities[Int(person)].affiliation < 0 { entities[Int(person)].affiliation = known.affiliation }
      return
    }
  }

  /// "heads the union", "speaks for the union", "represents the union": the union.
  private func ledBodies(by verb: Int) -> [Int] {
    reader.index.children(of: verb).filter { child in
      switch document.lemmas[verb] {
      case "work", "speak": document.relations[child] == .obl && reader.preposition(of: child) == "for"
      default: document.relations[child] == .obj && Self.leads.contains(document.lemmas[verb])
      }
    }
  }

  /// Whether whom somebody heads or speaks for is a body. Who represents rebels or miners is none of them.
  private func isBody(_ body: Entity, ledBy verb: Int, _ heads: [Int]) -> Bool {
    if body.kind == .body || heads.contains(where: isOneBody) { return true }
    return document.lemmas[verb] != "represent" && body.kind == .people && body.code != nil && body.sector != "CVL"
  }

  /// "Anna Berg won the nomination of the Green Party": who stands for a party, whatever the calling.
  mutating func assignNomination(of name: Int, to person: Int32) {
    let verb = Int(document.heads[name])
    guard entities[Int(person)].actor < 0, verb >= 0, document.relations[name].universal == .nsubj,
      ["win", "secure", "clinch", "accept", "receive", "seek"].contains(document.lemmas[verb]),
      reader.index.children(of: verb).contains(where: {
        document.relations[$0] == .obj && document.lemmas[$0] == "nomination"
      }), entities[Int(person)].sector.map(Self.callings.contains) ?? true
    else { return }
    entities[Int(person)].sector = "PTY"
  }

  private static let leads: Set<String> = ["head", "lead", "chair", "direct", "run", "represent"]

  /// "One of the bombers, Jonas Lie": the calling of those of whom he is one.
  mutating func assignOne(of phrase: NounPhrase, named person: PersonSpan) -> Bool {
    let counted = reader.index.children(of: phrase.head).first {
      $0 > phrase.head && reader.preposition(of: $0) == "of"
    }
    guard document.word(phrase.head) == "one", let counted, let role = names.role(at: counted), role.role.isPlural,
      role.role.kind == .person
    else { return false }
    assignTitle(endingAt: role.tokens.upperBound, of: reader.phrase(at: counted), to: person.entity)
    return true
  }
}
