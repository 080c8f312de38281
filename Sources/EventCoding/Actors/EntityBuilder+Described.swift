import Linguistics

// Persons meant by a title alone.
extension EntityBuilder {
  /// Whom a title without a name means: one named before, the holder of the office, or one named after.
  mutating func describedPerson(_ title: Title, _ affiliation: Affiliation?, in phrase: NounPhrase) -> Int32? {
    guard isDefinite(phrase), affiliation != nil || !hasComplement(title.hit, in: phrase) else { return nil }
    if let past = history.last(where: { $0.head < phrase.head && fits($0.entity, title, affiliation) }) {
      return past.entity
    }
    if let month, let affiliation, affiliation.actor >= 0, !title.isFormer,
      title.hit.role.isOffice || tables.actors[affiliation.actor].kind != .country,
      !Self.envoys.contains(title.hit.role.post),
      let holder = tables.actors.holder(of: title.hit.role.post, at: affiliation.actor, in: month)
    {
      return person(ofActor: holder)
    }
    guard affiliation != nil else { return nil }
    let later = personSpans.filter { $0.tokens.lowerBound > phrase.head && fits($0.entity, title, affiliation) }
    let candidates = Set(later.map(\.entity))
    return candidates.count == 1 ? candidates.first : nil
  }

  /// Posts of which a country has many at a time: the tables do not tell whom "the ambassador" means.
  private static let envoys: Set<String> = [
    "ambassador", "envoy", "special envoy", "representative", "consul", "spokesman", "spokeswoman", "commander",
    "judge",
  ]

  /// Whether words say whose title it is, even if they name nobody that is known: "leader of the movement".
  private func hasComplement(_ hit: NameAnalysis.RoleHit, in phrase: NounPhrase) -> Bool {
    reader.index.children(of: phrase.head).contains { child in
      child >= hit.tokens.upperBound && ["of", "for"].contains(reader.preposition(of: child) ?? "")
    }
  }

  /// Whether a person may be called by a title.
  private func fits(_ index: Int32, _ title: Title, _ affiliation: Affiliation?) -> Bool {
    guard entities[Int(index)].kind == .person, entities[Int(index)].name != nil else { return false }
    // Copied only where it may fit.
    let person = entities[Int(index)]
    if let gender = title.hit.role.gender, let own = person.gender, own != gender { return false }
    if let affiliation {
      if let sector = affiliation.sector, !affiliation.isPerson, sector != "GOV", sector != person.sector {
        return false
      }
      let isUnnamed = affiliation.actor < 0 && affiliation.code == nil
      let isSame = isUnnamed ? affiliation.sector == person.sector : person.affiliation == affiliation.actor
      let isCountry = affiliation.actor < 0 || tables.actors[affiliation.actor].kind == .country
      // "her attorney": whom he serves does not tell where he is from.
      if affiliation.isPerson, person.code == nil {
        return titles(of: person).contains { isSameTitle($0, title.hit.role) }
      }
      let isCompatriot = isCountry && affiliation.code != nil && affiliation.code == person.code
      guard isSame || (isCompatriot && !PartyCode.nonState.contains(person.code ?? "")) else { return false }
    }
    if title.hit.role.title == "leader", affiliation == nil { return person.titles.contains("leader") }
    return titles(of: person).contains { isSameTitle($0, title.hit.role) }
  }

  /// The titles the text gave a person, and the offices the tables know at the time.
  private func titles(of person: Entity) -> [String] {
    guard person.actor >= 0 else { return person.titles }
    let offices = tables.actors[person.actor].offices.filter { office in month.map { office.isHeld(in: $0) } ?? true }
    return person.titles + offices.map(\.title)
  }

  private func isSameTitle(_ known: String, _ role: Role) -> Bool {
    if known == role.post || known == role.title { return true }
    if role.title == "leader" { return ["president", "prime minister", "king", "supreme leader"].contains(known) }
    if role.title == "chief" || role.title == "head" {
      return ["chief", "head", "secretary general", "director general", "director", "leader"].contains(known)
    }
    // A deputy prime minister is no prime minister.
    return known.hasSuffix(" " + role.title) && !known.hasPrefix("deputy ") && !known.hasPrefix("vice ")
  }

  /// The entity of a person of the tables, made if the article has not named him.
  private mutating func person(ofActor actor: Int32) -> Int32 {
    if let index = entities.firstIndex(where: { $0.actor == actor }) { return Int32(index) }
    let known = tables.actors[actor]
    var person = Entity(
      kind: .person, name: known.name, code: tables.actors.code(of: actor, in: month), identity: Int32(entities.count))
    person.sector = sector(ofActor: actor)
    person.gender = known.gender
    person.actor = actor
    person.affiliation = tables.actors.affiliation(of: actor, in: month) ?? -1
    entities.append(person)
    return person.identity
  }
}
