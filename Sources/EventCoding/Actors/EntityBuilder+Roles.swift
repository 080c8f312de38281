import Linguistics

extension EntityBuilder {
  /// Those named by a role: "Russian troops", "the prime minister", "all 30 NATO allies".
  mutating func resolve(_ hit: NameAnalysis.RoleHit, in phrase: NounPhrase) -> [Referent] {
    let tokens = phrase.tokens.union(hit.tokens)
    if isSourceOfThings(hit, in: phrase) { return [] }
    switch hit.role.kind {
    case .title, .quantity: return []
    case .person where !hit.role.isPlural:
      if isOfficeItself(hit, in: phrase) { return [] }
      if let person = personRightBehind(hit, phrase) ?? personBehindComma(hit, phrase) {
        return [Referent(tokens: tokens, entity: person)]
      }
      return [Referent(tokens: tokens, entity: describedOrNew(hit, in: phrase))]
    case .person, .group, .body, .equipment, .members:
      let affiliations =
        hit.role.kind == .equipment
        ? affiliationsBefore(hit, in: phrase) : affiliations(in: phrase, of: hit)
      if affiliations.isEmpty { return resolveUnowned(hit, in: phrase).map { Referent(tokens: tokens, entity: $0) } }
      return zip(affiliations, ranges(of: affiliations, in: tokens)).map { affiliation, range in
        Referent(tokens: range, entity: collective(of: affiliation, hit, in: phrase))
      }
    }
  }

  /// "Ran for president", "the duties of president": a post without any article or owner is the office and nobody in it.
  private func isOfficeItself(_ hit: NameAnalysis.RoleHit, in phrase: NounPhrase) -> Bool {
    hit.role.isOffice && phrase.tokens == hit.tokens && !LetterCase(document.bytes(hit.tokens.lowerBound)).startsHigh
      && ["for", "of", "as"].contains(reader.preposition(of: phrase.head) ?? "")
  }

  /// "Sources of energy", "a source of concern", "food sources": nobody who speaks.
  private func isSourceOfThings(_ hit: NameAnalysis.RoleHit, in phrase: NounPhrase) -> Bool {
    guard hit.role.title == "source" else { return false }
    return reader.index.children(of: phrase.head).contains { child in
      child > phrase.head && reader.preposition(of: child) == "of"
        || document.relations[child] == .compound && names.role(at: child) == nil && names.hit(at: child) == nil
          && document.upos[child] == .noun
    }
  }

  /// "the president of Norway Anna Berg": the name that stands right behind the phrase, or ends it.
  private mutating func personRightBehind(_ hit: NameAnalysis.RoleHit, _ phrase: NounPhrase) -> Int32? {
    guard reader.preposition(of: phrase.head) != "of", let end = phrase.tokens.last else { return nil }
    let next = end + 1 < document.tokenCount ? person(at: end + 1) : nil
    let person = next ?? person(at: end)
    guard let person, person.tokens.lowerBound > hit.tokens.upperBound, person.tokens.count > 1,
      next == nil || person.tokens.lowerBound == end + 1, names.role(at: person.tokens.lowerBound - 1) == nil,
      sentenceOfToken[end] == sentenceOfToken[phrase.head]
    else { return nil }
    // "the spokesman of Anna Berg" or "for Prime Minister Anna Berg" is another.
    switch document.upos[person.tokens.lowerBound - 1] {
    case .propn, .noun: break
    default: return nil
    }
    assignTitle(endingAt: hit.tokens.upperBound, of: phrase, to: person.entity)
    return person.entity
  }

  /// "a spokeswoman for the tax office, Anna Berg": the name that ends the phrase, with its title before the comma.
  private mutating func personBehindComma(_ hit: NameAnalysis.RoleHit, _ phrase: NounPhrase) -> Int32? {
    var token = phrase.tokens.upperBound
    // "President Berg's daughter, Anna Lie"
    guard token < document.tokenCount, self.person(at: token) == nil else { return nil }
    let limit = min(token + 8, document.tokenCount)
    while token < limit, document.xpos[token] != .comma {
      switch document.upos[token] {
      case .verb, .aux, .punct, .pron: return nil
      default: token += 1
      }
    }
    guard token + 1 < document.tokenCount, document.xpos[token] == .comma else { return nil }
    // ", Pope Francis", ", Democrat Anna Berg"
    let near = token + 1..<min(token + 4, document.tokenCount)
    let name = near.first { self.person(at: $0) != nil || names.role(at: $0) == nil && names.hit(at: $0) == nil }
    guard let name, let person = person(at: name), sentenceOfToken[name] == sentenceOfToken[phrase.head],
      person.tokens.count > 1 || name > token + 1
    else { return nil }
    let end = person.tokens.upperBound
    let isList = end + 1 < document.tokenCount && document.xpos[end] == .comma && document.upos[end + 1] == .cconj
    guard !isList,
      end >= document.tokenCount || document.upos[end] == .punct
        || document.relations[person.tokens.lowerBound] == .appos
    else { return nil }
    assignTitle(endingAt: hit.tokens.upperBound, of: phrase, to: person.entity)
    return person.entity
  }

  /// The words of each of several parties that share one noun.
  ///
  /// "Russian and US diplomats": "Russian", "US diplomats". "Officials from Russia and Iran": "Officials from Russia", "Iran".
  private func ranges(of affiliations: [Affiliation], in tokens: Range<Int>) -> [Range<Int>] {
    guard affiliations.count > 1 else { return [tokens] }
    return affiliations.enumerated().map { index, affiliation in
      if affiliation.isBefore {
        return index == affiliations.count - 1
          ? Range(from: affiliation.tokens.lowerBound, upTo: tokens.upperBound) : affiliation.tokens
      }
      return index == 0
        ? Range(from: tokens.lowerBound, upTo: max(affiliation.tokens.upperBound, tokens.lowerBound + 1))
        : affiliation.tokens
    }
  }

  private mutating func collective(
    of affiliation: Affiliation, _ hit: NameAnalysis.RoleHit, in phrase: NounPhrase
  ) -> Int32 {
    let sector = sector(of: hit, affiliation, in: phrase)
    // "his counterpart" is no countryman of his.
    if hit.role.kind == .members, affiliation.isPerson {
      return anonymous(hit.role, kind: .people, code: nil, sector: nil)
    }
    // "the UN official's family" is not of the UN.
    let isKin = affiliation.isPerson && sector == "CVL"
    if isKin, let code = affiliation.code, PartyCode.nonState.contains(code) {
      return anonymous(hit.role, kind: .people, code: nil, sector: sector)
    }
    guard affiliation.actor >= 0 else {
      return anonymous(hit.role, kind: .people, code: affiliation.code, sector: sector)
    }
    if hit.role.kind == .members, sector == nil { return named(affiliation.actor) }
    // "Palestinian aid organizations" are not Palestine.
    if hit.role.kind == .body, hit.role.isPlural, sector == nil, isCountry(affiliation.actor) {
      return anonymous(hit.role, kind: .people, code: affiliation.code, sector: "SOC")
    }
    // "the Labour government" is the country's, and so are "Labour officials" where the table's party is another country's.
    let owner = tables.actors[affiliation.actor]
    let isOfCountry = owner.kind == .party && (hit.role.isState || affiliation.code != owner.code)
    let country = isOfCountry ? affiliation.code.flatMap(tables.actors.country) : nil
    return collective(of: country ?? affiliation.actor, sector: sector, title: hit.role.title)
  }

  /// The sector of those whom a role and its owner name together.
  private func sector(of hit: NameAnalysis.RoleHit, _ affiliation: Affiliation, in phrase: NounPhrase) -> String? {
    // A state's convoy is its army's, an aid agency's is not.
    if hit.role.title == "convoy", isCountry(affiliation.actor) || affiliation.code == "IGO" { return "MIL" }
    // "the parliament's website" is the parliament.
    if hit.role.title == "website" {
      return (affiliation.actor >= 0 ? tables.actors[affiliation.actor].sector : nil) ?? affiliation.sector
    }
    // "spokesmen of the police" are police; the pirates of a "pirate monitoring group" are not what it is.
    let words = Range(from: phrase.tokens.lowerBound, upTo: hit.tokens.upperBound)
    let title = hit.role.kind == .person ? title(in: words) : nil
    return title.map { self.sector(of: $0, affiliation) }
      ?? self.sector(sectorOfForce(before: hit) ?? hit.role.sector, of: affiliation, isState: hit.role.isState)
  }

  /// Whether a role is one that states have, and not every company and club too.
  func isOfState(_ role: Role) -> Bool {
    ["GOV", "MIL", "COP", "SPY", "LEG", "JUD", "OPP"].contains(role.sector ?? "")
      && !role.isAnywhere
  }

  /// "The alliance", "the newspaper": the last named body that is one.
  mutating func lastNamed(like role: Role, in phrase: NounPhrase) -> Int32? {
    guard role.kind != .person, document.word(phrase.tokens.lowerBound) == "the" else { return nil }
    if let body = lastBody(called: role, in: phrase) { return body }
    let isAny = role.kind == .body && role.sector == nil && role.code == nil
    if isAny || role.title == "movement" { return lastAssociation(before: phrase.head) }
    if role.code == "IGO" {
      return lastBody(before: phrase.head) {
        $0.kind == .organisation && ["IGO", "EUR", "UNO"].contains($0.code ?? "")
      }
    }
    // "The court", after one with a name.
    if role.sector == "JUD", role.kind == .body, !role.isPlural, phrase.tokens.count == 2 {
      return lastBody(before: phrase.head) { $0.kind != .country && $0.kind != .person && $0.sector == "JUD" }
    }
    guard let sector = role.sector, !isOfState(role) else { return nil }
    return lastBody(before: phrase.head) { $0.kind != .person && $0.kind != .country && $0.sector == sector }
      ?? lastUnknownBody(like: role, before: phrase)
  }

  /// "The council", after "the UN Security Council": the last body of a known country or organisation whose name of several words has this one
  /// as its head, named at most eight sentences before. "The party" and "the company" are told by their sectors.
  private func lastBody(called role: Role, in phrase: NounPhrase) -> Int32? {
    guard role.kind == .body, !role.isPlural, phrase.tokens.count == 2, !["government", "state"].contains(role.title),
      !["PTY", "OPP", "BUS", "JRN", "REB"].contains(role.sector ?? "")
    else { return nil }
    let word = document.word(phrase.head)
    return history.last { past in
      past.head < phrase.head && sentenceOfToken[phrase.head] - sentenceOfToken[past.head] <= 8
        && document.word(past.head) == word && names.name(at: past.head)?.tokens.count ?? 1 > 1
        && entities[Int(past.entity)].kind != .person && entities[Int(past.entity)].code != nil
    }?.entity
  }

  /// "The company", after a name that only this article knows: the body named last, which then is a company.
  private mutating func lastUnknownBody(like role: Role, before phrase: NounPhrase) -> Int32? {
    // "the mining company": one of another kind may be meant.
    guard role.kind == .body, !role.isPlural, phrase.tokens.count <= 1 + role.title.split(separator: " ").count,
      let past = history.last(where: { $0.head < phrase.head && isNamedBody($0.entity) }),
      sentenceOfToken[phrase.head] - sentenceOfToken[past.head] <= 2
    else { return nil }
    let entity = entities[Int(past.entity)]
    guard entity.actor < 0, entity.sector == nil || entity.sector == role.sector,
      names.name(at: past.head)?.label == .organisation
    else { return nil }
    entities[Int(past.entity)].sector = role.sector
    return past.entity
  }

  private func isNamedBody(_ index: Int32) -> Bool {
    entities[Int(index)].kind == .body && entities[Int(index)].name != nil
  }

  /// "The group", "the organisation": the last that is named and of which people are members, in the table or not.
  func lastAssociation(before head: Int) -> Int32? {
    history.last { past in
      guard past.head < head, sentenceOfToken[head] - sentenceOfToken[past.head] <= 3,
        entities[Int(past.entity)].kind != .person, entities[Int(past.entity)].name != nil
      else { return false }
      let entity = entities[Int(past.entity)]
      guard entity.actor >= 0 else {
        return names.name(at: past.head)?.label == .organisation
          && !Self.lendsNothing(entity.sector) && !["COP", "JUD", "SPY"].contains(entity.sector ?? "")
      }
      let kind = tables.actors[entity.actor].kind
      return kind == .group || kind == .organisation || ["SOC", "NGO"].contains(entity.sector ?? "")
    }?.entity
  }

  /// The last body named before a token whose table entry passes a test, at most three sentences back.
  func lastBody(before head: Int, _ test: (Actor) -> Bool) -> Int32? {
    history.last { past in
      let entity = entities[Int(past.entity)]
      guard past.head < head, sentenceOfToken[head] - sentenceOfToken[past.head] <= 3, entity.kind != .person,
        entity.affiliation >= 0
      else { return false }
      return test(tables.actors[entity.actor >= 0 ? entity.actor : entity.affiliation])
    }?.entity
  }

  /// "The officer", after "an intelligence officer": the last person without a name whose title ends so.
  private func lastUnnamed(_ role: Role, before head: Int) -> Int32? {
    history.last { past in
      let entity = entities[Int(past.entity)]
      guard past.head < head, entity.kind == .person, entity.name == nil else { return false }
      return entity.titles.contains { $0 == role.title || $0.hasSuffix(" " + role.title) }
    }?.entity
  }

  /// "The Pope" is no countryman of those whom he visits.
  private func holySee(of hit: NameAnalysis.RoleHit) -> Affiliation? {
    guard hit.role.title == "pope" || hit.role.title == "pontiff" else { return nil }
    return tables.actors.country("VAT").map {
      Affiliation(actor: $0, code: "VAT", tokens: hit.tokens, isBefore: true)
    }
  }

  /// A person named by title alone.
  private mutating func describedOrNew(_ hit: NameAnalysis.RoleHit, in phrase: NounPhrase) -> Int32 {
    if document.relations[phrase.head] == .appos, document.heads[phrase.head] >= 0,
      let person = person(at: Int(document.heads[phrase.head]))
    {
      return person.entity
    }
    let affiliation = affiliations(in: phrase, of: hit).first ?? holySee(of: hit)
    guard let title = title(in: Range(from: phrase.tokens.lowerBound, upTo: hit.tokens.upperBound)) else {
      return anonymous(hit.role, kind: .person, code: hit.role.code, sector: hit.role.sector)
    }
    if let person = describedPerson(title, affiliation, in: phrase) {
      if entities[Int(person)].role == nil { entities[Int(person)].role = title.text }
      return person
    }
    if affiliation == nil, isDefinite(phrase), let known = lastUnnamed(hit.role, before: phrase.head) { return known }
    var owner = affiliation
    let isPrivate = owner == nil && isOfUnknownBody(hit, in: phrase)
    if owner == nil, !isPrivate, isOfState(hit.role) || hit.role.isAnywhere,
      let home = home(of: hit) ?? (["OPP", "JUD", "COP"].contains(title.sector ?? "") ? nearCountry(of: hit) : nil)
    {
      let state = Affiliation(actor: home, code: tables.actors[home].code, tokens: phrase.tokens, isBefore: true)
      if isDefinite(phrase), let person = describedPerson(title, state, in: phrase) { return person }
      if isOfState(hit.role) || title.isOfState { owner = state }
    }
    let post = hit.role.post
    let match = entities.firstIndex {
      $0.kind == .person && $0.name == nil && $0.titles.first == post && $0.affiliation == owner?.actor ?? -1
    }
    if let match, isDefinite(phrase) { return Int32(match) }
    var person = Entity(kind: .person, code: owner?.code ?? hit.role.code, identity: Int32(entities.count))
    person.sector = isPrivate && lendsNothing(title) ? nil : sector(of: title, owner)
    person.role = title.text
    person.titles = [post, hit.role.title]
    person.gender = hit.role.gender
    person.affiliation = owner?.actor ?? -1
    entities.append(person)
    return person.identity
  }
}
