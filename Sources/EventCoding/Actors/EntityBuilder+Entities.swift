extension EntityBuilder {
  /// The entity of a table name.
  mutating func named(_ actor: Int32) -> Int32 {
    let known = tables.actors[actor]
    if let index = entities.firstIndex(where: { $0.actor == actor && $0.kind == .body && $0.sector == known.sector }) {
      return Int32(index)
    }
    var entity = Entity(
      kind: .body, name: known.name, code: known.code, sector: known.sector, identity: Int32(entities.count))
    entity.actor = actor
    entity.affiliation = actor
    entities.append(entity)
    return entity.identity
  }

  /// The government of a country: counts as the country itself.
  mutating func government(of actor: Int32) -> Int32 {
    collective(
      of: actor, sector: tables.actors[actor].kind == .country ? "GOV" : tables.actors[actor].sector, title: nil)
  }

  /// Those of an actor who belong to a sector: "Russian troops".
  mutating func collective(of actor: Int32, sector: String?, title: String?) -> Int32 {
    let known = tables.actors[actor]
    if sector == known.sector, title == nil { return named(actor) }
    let isPublic = sector.map { ["GOV", "MIL", "COP", "SPY", "LEG", "JUD"].contains($0) } ?? true
    let isName = isPublic || known.kind == .group || known.kind == .organisation || known.kind == .medium
    let name = isName ? known.name : nil
    let kind: Entity.Kind = sector == nil || sector == "GOV" ? .body : .people
    let titles = name == nil ? [title].compactMap { $0 } : []
    let match = entities.firstIndex {
      $0.affiliation == actor && $0.sector == sector && $0.kind == kind && $0.name == name && $0.titles == titles
    }
    if let match { return Int32(match) }
    let countsAsActor = sector == nil || sector == "GOV" || sector == known.sector
    let identity = countsAsActor ? named(actor) : Int32(entities.count)
    var entity = Entity(kind: kind, name: name, code: known.code, sector: sector, identity: identity)
    entity.affiliation = actor
    entity.titles = titles
    entities.append(entity)
    return Int32(entities.count - 1)
  }

  /// Those without a country or organisation: "protesters", "gunmen".
  mutating func anonymous(_ role: Role, kind: Entity.Kind, code: String?, sector: String?) -> Int32 {
    let match = entities.firstIndex {
      $0.affiliation < 0 && $0.actor < 0 && $0.kind == kind && $0.titles == [role.title] && $0.code == code
        && $0.sector == sector
    }
    if let match { return Int32(match) }
    var entity = Entity(kind: kind, code: code, sector: sector, identity: Int32(entities.count))
    entity.titles = [role.title]
    entity.gender = role.gender
    entities.append(entity)
    return entity.identity
  }
}
