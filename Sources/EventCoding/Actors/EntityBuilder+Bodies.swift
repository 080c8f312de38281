import Linguistics
import NewsModel

// Bodies to which somebody belongs, and those of which nothing is known.
extension EntityBuilder {
  /// "Kate Lie, of Amnesty International": somebody of whom only the body is told takes its codes.
  mutating func assignBody(behind name: Int, to person: Int32) {
    let known = entities[Int(person)]
    guard known.actor < 0, known.code == nil || known.isGuess else { return }
    // "The Harbour Union's Kate Lie"
    let possessor = reader.index.children(of: name).first { document.relations[$0] == .nmodPossessive && $0 < name }
    if let possessor, isUntold(person), document.xpos[possessor] != .prpPossessive,
      let body = referents(at: nameHead(of: possessor)).first, case let owner = entities[Int(body.entity)],
      owner.kind != .person, owner.sector != nil
    {
      entities[Int(person)].sector = owner.sector
      return assign(owner.code, owner.affiliation, to: person)
    }
    for child in reader.index.children(of: name) where child > name {
      guard document.relations[child] == .nmod, let preposition = reader.preposition(of: child),
        ["of", "from", "at", "with"].contains(preposition), let body = referents(at: nameHead(of: child)).first
      else { continue }
      let owner = entities[Int(body.entity)]
      let isNation = isCountry(owner.actor)
      // "Foreign Minister Anna Berg of Norway"
      guard owner.kind != .person, isUntold(person) || isNation else { continue }
      // "Anna Berg from London" is not of the government that sits there.
      let isHome = preposition == "from" && names.hit(at: nameHead(of: child))?.sense.form == .seat
      if isUntold(person), !isNation, !isHome { entities[Int(person)].sector = owner.sector }
      return assign(owner.code, owner.affiliation, to: person)
    }
  }

  /// "Labour member Anna Berg", "his Chinese counterpart Li": of what stands before.
  mutating func assignMembership(_ hit: NameAnalysis.RoleHit, in phrase: NounPhrase, to person: Int32) {
    guard isUntold(person) || entities[Int(person)].isGuess || isOpen(person),
      let owner = affiliations(in: phrase, of: hit).first(where: { !$0.isPerson })
    else { return }
    let known = owner.actor >= 0 ? tables.actors[owner.actor].sector : nil
    let own = entities[Int(person)].sector
    guard entities[Int(person)].actor < 0 else { return }
    if own == nil || own == "CVL" { entities[Int(person)].sector = owner.sector ?? known ?? own ?? hit.role.sector }
    if let code = owner.code { assign(code, owner.actor, to: person) }
  }

  /// Gives a person the country or body that the text tells, whatever was guessed before.
  private mutating func assign(_ code: String?, _ affiliation: Int32, to person: Int32) {
    entities[Int(person)].code = code
    entities[Int(person)].affiliation = affiliation
    entities[Int(person)].isGuess = false
  }

  /// Whether nothing is known of somebody yet.
  private func isUntold(_ person: Int32) -> Bool {
    let known = entities[Int(person)]
    return known.actor < 0 && known.role == nil && known.code == nil && known.sector == nil
  }

  func isCountry(_ actor: Int32) -> Bool { actor >= 0 && tables.actors[actor].kind == .country }

  /// "president of the Harbour Union": of an organisation of which nothing is known, and which so is no state's.
  func isOfUnknownBody(_ hit: NameAnalysis.RoleHit, in phrase: NounPhrase) -> Bool {
    if isUnknownBody(endingBefore: hit.tokens.lowerBound) { return true }
    let shared = joinedTitle(behind: hit).map { Array(reader.index.children(of: $0)) } ?? []
    return (reader.index.children(of: phrase.head) + shared).contains { child in
      child >= hit.tokens.upperBound && ["of", "for", "at", "with"].contains(reader.preposition(of: child) ?? "")
        // Nobody is president of a person: a name of which the engine thinks so is a firm's.
        && (isUnknownName(child) || isAnyBody(child) || hit.role.title == "officer" && isBranch(child)
          || hit.role.title == "president" && isForeignToTables(child))
    }
  }

  /// "the organisation", "the group": a body of any kind.
  private func isAnyBody(_ token: Int) -> Bool {
    ["organization", "organisation", "group", "body"].contains(document.word(token))
  }

  /// "Acme Mining senior vice president", "the organisation's president": a body of which nothing is known stands before a post.
  func isUnknownBody(endingBefore post: Int) -> Bool {
    var token = post - 1
    while token > 0, Self.degrees.contains(document.word(token)) { token -= 1 }
    if token > 0, document.xpos.indices.contains(token), document.xpos[token] == .pos { token -= 1 }
    guard token >= 0 else { return false }
    if isInPrivateCouncil(token) { return true }
    // "House Minority Leader"
    if ["house", "senate", "assembly", "chamber"].contains(document.word(token)) { return false }
    if let owner = names.role(at: token)?.role {
      return (owner.kind == .body || owner.kind == .group) && owner.sector == nil
    }
    guard let name = names.name(at: token), name.label == .organisation, names.hit(at: token) == nil else {
      return false
    }
    return placeBeforeRole(in: name) == nil
  }

  /// "Wichita Police", "Council of the District of Columbia": the country of the place in a body's name.
  func placeInName(_ tokens: Range<Int>) -> String? {
    if let name = names.name(at: tokens.lowerBound), let country = placeBeforeRole(in: name) { return country }
    guard let of = tokens.last(where: { document.word($0) == "of" }) else { return nil }
    let isArticle = of + 1 < tokens.upperBound && document.word(of + 1) == "the"
    let place = Range(from: of + (isArticle ? 2 : 1), upTo: tokens.upperBound)
    return place.isEmpty ? nil : gazetteerCountry(place)
  }

  /// "NSW Premier" read as an organisation's name: the country of the place before the role.
  func placeBeforeRole(in name: NameSpan) -> String? {
    guard name.label == .organisation else { return nil }
    guard let role = name.tokens.first(where: { names.role(at: $0) != nil }) else {
      // "Calgary Northeast MP"
      let place = withoutDistrict(name.tokens)
      return place.count < name.tokens.count ? gazetteerCountry(place) : nil
    }
    let place = withoutDistrict(Range(from: name.tokens.lowerBound, upTo: role))
    guard let country = gazetteerCountry(place) else { return nil }
    // "Bush Administration" is not of the Egyptian town of Bush.
    let isNamed = countries.times[country] != nil
    let first = tables.places.places(document.folded(place)).first
    return isNamed || first?.kind == .region || (first?.population ?? 0) > Self.million ? country : nil
  }

  /// People of a city that nobody takes for a surname.
  private static let million = 1_000_000

  /// "Tromsø District Prosecutor's Office", "New York State": the place alone.
  func withoutDistrict(_ place: Range<Int>) -> Range<Int> {
    var end = place.upperBound
    while end - place.lowerBound > 1, tables.roles.has(.districts, document.word(end - 1)) { end -= 1 }
    return place.lowerBound..<end
  }

  /// Words between a body and the post that somebody has in it.
  private static let degrees: Set<String> = [
    "senior", "executive", "assistant", "associate", "chief", "acting", "deputy",
  ]

  /// "an officer of the regional chapter": part of a body that is no police station.
  private func isBranch(_ token: Int) -> Bool {
    [
      "chapter", "branch", "section", "club", "society", "association", "union", "party", "group", "organisation",
      "organization", "campaign",
    ].contains(document.word(token))
  }

  private func isForeignToTables(_ token: Int) -> Bool {
    guard let name = names.name(at: token), name.label == .person else { return false }
    return name.tokens.allSatisfy { names.hit(at: $0) == nil }
  }

  /// A name, or a noun named by one ("the Clean Rivers campaign"), that is no place.
  private func isUnknownName(_ token: Int) -> Bool {
    if let name = names.name(at: token) {
      // A town that no table knows may be where a college is.
      if name.label == .geopolitical { return names.hit(at: token) == nil && placeCountry(at: token) == nil }
      return name.label != .person
    }
    if document.upos[token] == .propn { return true }
    return names.role(at: token) == nil
      && reader.index.children(of: token).contains { child in
        document.relations[child] == .compound && document.upos[child] == .propn && names.hit(at: child) == nil
      }
  }
}
