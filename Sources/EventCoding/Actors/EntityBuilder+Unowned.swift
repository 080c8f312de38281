import Linguistics

// Roles for which the text names no owner: "the police", "army officials", "the administration".
extension EntityBuilder {
  /// A role for which the text names no owner.
  mutating func resolveUnowned(_ hit: NameAnalysis.RoleHit, in phrase: NounPhrase) -> [Int32] {
    if hit.role.kind == .equipment { return [] }
    if hit.role.kind == .members {
      let pair = resolvePair(phrase)
      if !pair.isEmpty { return pair.map(\.entity) }
      let means = !hit.role.isPlural && ["country", "nation"].contains(hit.role.title) && isDefinite(phrase)
      guard means, let last = lastBody(before: phrase.head, { $0.kind == .country }) else { return [] }
      return [named(entities[Int(last)].affiliation)]
    }
    let counted = resolveCount(phrase)
    if !counted.isEmpty { return counted.map(\.entity) }
    if let known = lastNamed(like: hit.role, in: phrase) { return [known] }
    let kind: Entity.Kind = hit.role.kind == .body ? .body : .people
    if isPrivate(hit) {
      let owner = names.role(at: hit.tokens.lowerBound - 1)?.role
      return [anonymous(hit.role, kind: kind, code: nil, sector: owner?.sector)]
    }
    let title =
      hit.role.kind == .person ? title(in: Range(from: phrase.tokens.lowerBound, upTo: hit.tokens.upperBound)) : nil
    // "her agency": a firm, as likely as not
    if hit.role.title == "agency", document.xpos[phrase.tokens.lowerBound] == .prpPossessive {
      return [anonymous(hit.role, kind: kind, code: nil, sector: nil)]
    }
    if isAdministrationOfSchool(hit, phrase) {
      return [anonymous(hit.role, kind: kind, code: nil, sector: "EDU")]
    }
    // "army officials", "the state leaders"
    if hit.role.code == nil, isOfState(hit.role) || title?.isOfState ?? false,
      let home = home(of: hit) ?? nearCountry(of: hit), !isFormer(before: hit, in: phrase.tokens)
    {
      let own = title.flatMap { isOfState(hit.role) || $0.isOfState ? $0.sector : nil }
      let sector = own ?? sectorOfForce(before: hit) ?? hit.role.sector
      return [collective(of: home, sector: sector, title: hit.role.title)]
    }
    if hit.role.title == "coalition", let member = names.role(at: hit.tokens.lowerBound - 1)?.role,
      let sector = member.sector
    {
      // "a student coalition"
      return [anonymous(hit.role, kind: kind, code: nil, sector: sector)]
    }
    let sector = title.map { self.sector(of: $0, nil) } ?? hit.role.sector
    return [anonymous(hit.role, kind: kind, code: hit.role.code, sector: sector)]
  }

  /// "Army officials", "police officials": of the force that stands before them.
  func sectorOfForce(before hit: NameAnalysis.RoleHit) -> String? {
    guard hit.role.title == "officials", let force = names.role(at: hit.tokens.lowerBound - 1)?.role,
      force.kind == .group, ["MIL", "COP", "SPY"].contains(force.sector ?? "")
    else { return nil }
    return force.sector
  }

  /// "The administration", in an article about a university and its students.
  private func isAdministrationOfSchool(_ hit: NameAnalysis.RoleHit, _ phrase: NounPhrase) -> Bool {
    guard hit.role.title == "administration", phrase.tokens.count <= 2 else { return false }
    let before = names.roles.lazy.filter { $0.tokens.lowerBound < hit.tokens.lowerBound && $0.tokens != hit.tokens }
    let schools = before.count { $0.role.sector == "EDU" }
    return schools > 2 && schools > 2 * before.count { $0.role.sector == "GOV" && $0.role.isState }
  }

  /// The country of the article, but for armies of several countries or in an article that begins with one and tells of another's.
  func home(of hit: NameAnalysis.RoleHit) -> Int32? {
    guard hit.role.sector == "MIL" else { return homeCountry }
    let before = hit.tokens.lowerBound - 1
    let words = hit.role.title.split(separator: " ").map(String.init) + (before >= 0 ? [document.word(before)] : [])
    guard words.allSatisfy({ !tables.roles.has(.foreignForces, $0) }) else { return nil }
    if countries.home == nil, countries.times["USA"] != nil { return nil }
    return homeCountry
  }

  /// Of which country the police, courts and authorities are in an article about several: the only one that their sentence
  /// names, else the only one of the sentence before. Armies go abroad, and "governments" are of many countries.
  func nearCountry(of hit: NameAnalysis.RoleHit) -> Int32? {
    guard let sector = hit.role.sector, ["COP", "JUD", "LEG", "GOV", "OPP"].contains(sector) else { return nil }
    if sector == "GOV", hit.role.isPlural, hit.role.title != "authorities" { return nil }
    let sentence = Int(sentenceOfToken[hit.tokens.lowerBound])
    let near = [sentence, sentence - 1].filter(document.sentences.indices.contains)
    return near.lazy.compactMap { countries.only(in: document.sentences[$0]) }.first.flatMap(tables.actors.country)
  }

  /// "Zoo officials", "plant officials": those of a body that is no state's. Most acronyms before "officials" are agencies.
  private func isPrivate(_ hit: NameAnalysis.RoleHit) -> Bool {
    let before = hit.tokens.lowerBound - 1
    guard before >= 0, hit.role.kind != .body, hit.role.sector == "GOV" else { return false }
    if let owner = names.role(at: before)?.role, owner.kind == .body, owner.sector != nil { return !isOfState(owner) }
    return !LetterCase(document.bytes(before)).allHigh && isUnknownBody(endingBefore: hit.tokens.lowerBound)
  }
}
