import Linguistics

// Where somebody is from, by an adjective before the name whatever the noun between.
extension EntityBuilder {
  /// Whether no word so far told the country of somebody whom the tables do not know.
  func isCountryUntold(_ person: Int32) -> Bool {
    let known = entities[Int(person)]
    return known.actor < 0 && (known.code == nil || known.isGuess)
  }

  /// Whether a further description may still tell more of somebody: no title was read, or no country or sector with it.
  func isOpen(_ person: Int32) -> Bool {
    let known = entities[Int(person)]
    return known.role == nil || known.actor < 0 && (known.code == nil || known.isGuess || known.sector == nil)
  }

  /// "Norwegian gold medallist Anna Berg", "Democrat Jonas Holt": the people or party that is named before a name.
  mutating func assignNationality(before person: PersonSpan, from start: Int) {
    guard let hit = people(endingAt: person.tokens.lowerBound, from: start) else { return }
    assign(hit, to: person.entity)
  }

  /// "Anna Berg, a Norwegian yachtswoman", "Anna Berg, a Norwegian": the people before a noun behind the name that is no role, or that
  /// the noun is. "Anna Berg (Liberal, Bergen)" has a seat, which is more.
  mutating func assignNationality(byAppositionAt noun: Int, to person: Int32) {
    if let own = names.hit(at: noun), own.tokens.count <= 2, isCountryUntold(person),
      own.tokens.lowerBound == 0 || document.xpos[own.tokens.lowerBound - 1] != .leftBracket
    {
      return assign(own, to: person)
    }
    guard document.upos[noun] == .noun, names.name(at: noun) == nil, isCountryUntold(person),
      let hit = people(endingAt: noun, from: reader.phrase(at: noun).tokens.lowerBound)
    else { return }
    assign(hit, to: person)
  }

  /// "The Norwegian, Anna Berg, said": the person named behind a people's adjective that stands alone.
  mutating func personBehindPeople(_ hit: NameAnalysis.Hit) -> PersonSpan? {
    let comma = hit.tokens.upperBound
    guard hit.sense.form == .adjective, comma + 1 < document.tokenCount,
      document.xpos[comma] == .comma, let person = person(at: comma + 1), person.tokens.count > 1,
      person.tokens.lowerBound == comma + 1, document.relations[nameHead(of: comma + 1)] == .appos,
      sentenceOfToken[comma] == sentenceOfToken[hit.tokens.lowerBound]
    else { return nil }
    if isCountryUntold(person.entity) { assign(hit, to: person.entity) }
    return person
  }

  /// The name of the tables that stands before a token with only words between that describe.
  private func people(endingAt end: Int, from start: Int) -> NameAnalysis.Hit? {
    for token in Range(from: start, upTo: end).reversed() {
      if let hit = names.hit(at: token) { return hit }
      guard isDescriptive(token) else { return nil }
    }
    return nil
  }

  private mutating func assign(_ hit: NameAnalysis.Hit, to person: Int32) {
    let actor = tables.actors[hit.sense.actor]
    // "White House counsellor Anna Berg", "Amnesty International campaigner Jonas Lie"
    if actor.kind == .body || actor.kind == .organisation || hit.sense.form == .seat && hit.tokens.count > 1,
      hit.tokens.upperBound < document.tokenCount, document.xpos[hit.tokens.upperBound] == .nn,
      document.upos[hit.tokens.upperBound] == .noun
    {
      var entity = entities[Int(person)]
      if entity.sector == nil, entity.role == nil { entity.sector = hit.sense.form == .seat ? "GOV" : actor.sector }
      (entity.code, entity.affiliation, entity.isGuess) = (actor.code, hit.sense.actor, false)
      entities[Int(person)] = entity
      return
    }
    guard hit.sense.form == .adjective || hit.sense.form == .people, let code = codeOfPeople(hit) else { return }
    let isHyphenated =
      hit.tokens.upperBound < document.tokenCount && document.form(hit.tokens.upperBound) == "-"
      || hit.tokens.lowerBound > 0 && document.form(hit.tokens.lowerBound - 1) == "-"
    guard !isHyphenated else { return }
    var entity = entities[Int(person)]
    switch actor.kind {
    case .country: if entity.sector == nil, entity.role == nil { entity.sector = "CVL" }
    case .party: if entity.sector == nil { entity.sector = actor.sector }
    default: return
    }
    (entity.code, entity.affiliation, entity.isGuess) = (code, hit.sense.actor, false)
    entities[Int(person)] = entity
  }

  /// The country of a people, or of a party of this name in the article.
  private func codeOfPeople(_ hit: NameAnalysis.Hit) -> String? {
    homeOfParty(hit).flatMap { tables.actors[$0].code } ?? tables.actors[hit.sense.actor].code
  }

  /// "A Bergen pastor has … Pastor Jonas Lie said": who is named after a lead that tells his country and not his name.
  mutating func shareLead() {
    let lead = history.first { past in
      sentenceOfToken[past.head] == 0 && past.isSubject && entities[Int(past.entity)].kind == .person
    }
    guard let lead, let first = personSpans.first(where: { entities[Int($0.entity)].sector != nil || isOfAge($0) }),
      sentenceOfToken[first.tokens.lowerBound] <= 3, first.tokens.lowerBound > lead.head
    else { return }
    let (unnamed, named) = (entities[Int(lead.entity)], entities[Int(first.entity)])
    guard unnamed.name == nil, unnamed.code != nil, named.actor < 0, named.code == nil,
      unnamed.sector == named.sector && unnamed.sector != "CVL" || unnamed.sector == "CVL" && isOfAge(first)
    else { return }
    entities[Int(first.entity)].code = unnamed.code
    entities[Int(first.entity)].affiliation = unnamed.affiliation
    if named.sector == nil { entities[Int(first.entity)].sector = unnamed.sector }
  }

  /// "Jonas Lie, 35, appeared in court": a name of which only the age is told.
  private func isOfAge(_ person: PersonSpan) -> Bool {
    let comma = person.tokens.upperBound
    return isAge(behind: comma) && document.xpos[comma] == .comma && entities[Int(person.entity)].role == nil
  }

  /// Whether a word may stand between an adjective and the name that it describes.
  private func isDescriptive(_ token: Int) -> Bool {
    switch document.upos[token] {
    case .noun, .adj: true
    case .propn: names.role(at: token) != nil
    case .punct: document.form(token) == "-"
    default: false
    }
  }
}
