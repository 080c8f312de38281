import Linguistics
import NewsModel

// Names that only the article knows: what their words tell of sector and country.
extension EntityBuilder {
  /// A proper name that the tables do not know.
  mutating func resolveUnknownName(_ phrase: NounPhrase) -> [Referent] {
    let name = names.name(at: phrase.head)
    switch name?.label {
    case .event?, .facility?, .location?, .other?, .nationality?: return []
    case .organisation?, .geopolitical?, .person?: break
    case nil where document.upos[phrase.head] == .propn && document.names.isEmpty: break
    default: return []
    }
    let tokens = name?.tokens ?? properRun(around: phrase.head)
    guard !isDocument(tokens), !isStorm(tokens), !isDirection(tokens), !isDay(phrase.head) else { return [] }
    let key = document.folded(tokens)
    let place = places(named: tokens).first
    if place?.kind == .water || place?.kind == .building { return [] }
    if let known = aliases[key] ?? longerName(than: tokens, name?.label) {
      describe(known, behind: phrase.head)
      return [Referent(tokens: phrase.tokens.union(tokens), entity: known)]
    }
    var entity = Entity(kind: .body, name: document.string(document.span(tokens)), identity: Int32(entities.count))
    if name?.label == .geopolitical || name?.label == .person, let country = place?.country {
      entity.code = country
      entity.affiliation = tables.actors.country(country) ?? -1
    } else {
      describeUnknown(&entity, tokens, phrase)
    }
    entities.append(entity)
    aliases[key] = entity.identity
    if let acronym = acronym(after: tokens) { aliases[acronym] = entity.identity }
    addInitials(of: tokens, for: entity.identity)
    describe(entity.identity, behind: phrase.head)
    return [Referent(tokens: phrase.tokens.union(tokens), entity: entity.identity)]
  }

  /// "Harbour", after "Harbour Energy": the one organisation named before whose name begins with these words, and goes on with none
  /// for a part of it ("Harbour Board").
  private func longerName(than tokens: Range<Int>, _ label: NameSpan.Label?) -> Int32? {
    guard label == .organisation, names.role(at: tokens.lowerBound) == nil,
      !LetterCase(document.bytes(tokens.lowerBound)).allHigh
    else { return nil }
    let words = document.string(document.span(tokens)) + " "
    let longer = entities.indices.filter { index in
      guard entities[index].kind == .body, let name = entities[index].name, name.hasPrefix(words) else { return false }
      let rest = name.dropFirst(words.count).split(separator: " ")
      return rest.first.map { !tables.roles.has(.bodyParts, $0.lowercased()) } ?? false
        && rest.allSatisfy { $0.allSatisfy(\.isLetter) }
    }
    return longer.count == 1 ? Int32(longer[0]) : nil
  }

  /// "The Kyoto Accord", "the Treaty of Lisbon": a name of what is written, and of nobody.
  private func isDocument(_ name: Range<Int>) -> Bool {
    let end = name.first { document.word($0) == "of" } ?? name.upperBound
    return end > name.lowerBound && tables.roles.has(.documentEndings, document.word(end - 1))
  }

  /// "Typhoon Molave", "Tropical Storm Ana"
  private func isStorm(_ name: Range<Int>) -> Bool {
    guard name.count > 1, let last = name.dropLast().last else { return false }
    return ["typhoon", "hurricane", "cyclone", "storm"].contains(document.word(last))
  }

  /// "On Tuesday"
  private func isDay(_ head: Int) -> Bool { document.times.contains { $0.tokens.contains(head) } }

  /// "Southwest of Bergen"
  private func isDirection(_ name: Range<Int>) -> Bool {
    name.upperBound < document.tokenCount && document.word(name.lowerBound + 1) == "of"
      && ["north", "south", "east", "west"].contains(where: document.word(name.lowerBound).hasSuffix)
  }

  /// Sector by a role word in the name ("Kenya Anti-Corruption Commission"), country by a name in it or before it.
  func describeUnknown(_ entity: inout Entity, _ tokens: Range<Int>, _ phrase: NounPhrase) {
    // "the Campaign Against Police Cuts" is not police.
    let own = Range(from: tokens.lowerBound, upTo: tokens.first { document.word($0) == "against" } ?? tokens.upperBound)
    let roles = own.reversed().compactMap { names.role(at: $0)?.role }.filter {
      $0.kind == .body || $0.kind == .group
    }
    // "the High Court Family Division"
    let role = roles.first { $0.sector != "CVL" } ?? roles.first
    entity.sector =
      isClub(tokens)
      ? nil
      : sectorOfCouncil(tokens) ?? (isOfMembers(tokens) ? "SOC" : role?.sector ?? sectorByWords(of: tokens))
    if isFaithBody(tokens) { entity.sector = "REL" }
    if entity.sector == nil, isOwnedByState(phrase) { entity.sector = "GOV" }
    entity.code = role?.code == "NGO" ? "NGO" : nil
    if let role, tables.roles.has(.worldwide, document.word(tokens.lowerBound)) {
      // "International Seabed Authority", "World Federation of Nurses"
      let isOfStates = ["GOV", "BUS", "MIL", "COP", "JUD"].contains(role.sector ?? "") || role.code == "IGO"
      entity.code = isOfStates ? "IGO" : "NGO"
      if isOfStates, role.sector == "GOV" || role.sector == "BUS" { entity.sector = nil }
      return
    }
    for token in phrase.tokens.union(tokens) {
      guard let hit = names.hit(at: token), let code = tables.actors[hit.sense.actor].code else { continue }
      entity.code = code
      entity.affiliation = hit.sense.actor
      // "the Senate Judiciary Committee"
      if tables.actors[hit.sense.actor].sector == "LEG" { entity.sector = "LEG" }
      // "CBC Manitoba", "Toyota Norway"
      let owner = tables.actors[hit.sense.actor]
      if owner.kind == .medium || owner.kind == .company, hit.tokens.lowerBound == tokens.lowerBound {
        entity.sector = entity.sector ?? owner.sector
      }
      return
    }
    if entity.code == nil, let owner = nation(before: phrase) {
      entity.code = tables.actors[owner].code
      entity.affiliation = owner
    }
    if entity.code == nil, let country = placeInName(tokens) {
      entity.code = country
      entity.affiliation = tables.actors.country(country) ?? -1
    }
    if isHouseCommittee(tokens) { (entity.code, entity.sector) = ("USA", "LEG") }
    if isBoardOfAmericanState(tokens) { (entity.code, entity.sector) = ("USA", entity.sector ?? "GOV") }
  }

  /// "the country's National Elections Committee": the country named last.
  private func nation(before phrase: NounPhrase) -> Int32? {
    let owner = reader.index.children(of: phrase.head).first { document.relations[$0] == .nmodPossessive }
    guard let owner, ["country", "nation"].contains(document.word(owner)),
      let last = lastBody(before: owner, { $0.kind == .country })
    else { return nil }
    return entities[Int(last)].affiliation
  }

  /// "House Ethics Committee": of the American one, as the news has it.
  private func isHouseCommittee(_ name: Range<Int>) -> Bool {
    guard let last = name.last, name.count > 1 else { return false }
    return document.word(name.lowerBound) == "house" && ["committee", "subcommittee"].contains(document.word(last))
  }

  /// "Harbour Union": a union of two words is one of workers only where they are named: "Teachers Union", "Labour Union".
  private func isClub(_ name: Range<Int>) -> Bool {
    guard name.count == 2, document.word(name.lowerBound + 1) == "union" else { return false }
    let first = document.word(name.lowerBound)
    return !first.hasSuffix("s") && !["labor", "labour", "trade"].contains(first)
  }

  /// "the National Youth Council", "the Mental Health Council": a council of a field and not of a place, if nothing says that it
  /// is a state's.
  func isPrivateCouncil(_ name: Range<Int>) -> Bool {
    guard name.count > 1, name.contains(where: { document.word($0) == "council" }) else { return false }
    let words = name.map(document.word)
    return words.contains { tables.roles.has(.councilFields, $0) }
      && !words.contains { tables.roles.has(.stateCouncils, $0) }
  }

  /// "the Bergen Islamic Commission": a council of a faith, and no state's.
  func isFaithBody(_ name: Range<Int>) -> Bool {
    guard let last = name.last, name.count > 1, tables.roles.has(.assemblyEndings, document.word(last)) else {
      return false
    }
    return name.contains { tables.roles.has(.faiths, document.word($0)) }
  }

  /// The capitalised words around a proper noun that no name covers.
  private func properRun(around head: Int) -> Range<Int> {
    let sentence = sentenceOfToken[head]
    func isProper(_ token: Int) -> Bool {
      sentenceOfToken.indices.contains(token) && sentenceOfToken[token] == sentence && document.upos[token] == .propn
        && names.hit(at: token) == nil && person(at: token) == nil
    }
    var range = head..<(head + 1)
    while isProper(range.lowerBound - 1) { range = (range.lowerBound - 1)..<range.upperBound }
    while isProper(range.upperBound) { range = range.lowerBound..<(range.upperBound + 1) }
    return range
  }

  /// "the EC", after "the European Commission (EC)".
  mutating func addAcronym(of referent: Referent) {
    guard entities[Int(referent.entity)].kind != .person, let acronym = acronym(after: referent.tokens) else { return }
    introduce(acronym, as: referent.entity)
  }

  /// "the Rail Agency", after "the Norwegian Rail Agency": the name without its country.
  mutating func addHomeName(of referent: Referent, at head: Int) {
    guard let name = names.name(at: head)?.tokens, names.name(at: head)?.label == .organisation,
      entities[Int(referent.entity)].kind != .person, let country = names.hit(at: name.lowerBound),
      tables.actors[country.sense.actor].kind == .country,
      name.upperBound - country.tokens.upperBound > 1
    else { return }
    introduce(document.folded(country.tokens.upperBound..<name.upperBound), as: referent.entity)
  }

  /// The acronym in brackets after a name, folded: "Economic and Financial Crimes Commission (EFCC)".
  func acronym(after tokens: Range<Int>) -> [UInt8]? {
    guard let word = document.wordInBrackets(at: tokens.upperBound),
      document.bytes(word).count(where: { (65...90).contains($0) }) > 1
    else { return nil }
    let key = document.folded(word)
    return key.count >= 2 ? key : nil
  }

  /// The country of a city or region of the gazetteer.
  func gazetteerCountry(_ tokens: Range<Int>) -> String? {
    let places = self.places(named: tokens)
    // Where it is the country, the tables have found it.
    if tokens.count == 1, document.word(tokens.lowerBound) == "georgia" { return "USA" }
    if places.isEmpty, let state = countryOfCounty(tokens) { return state }
    // "WA" is no town of Ghana.
    let isShort = tokens.count == 1 && LetterCase(document.bytes(tokens.lowerBound)).allHigh
    if isShort, document.bytes(tokens.lowerBound).count <= 2 {
      let home = homeCountry.flatMap { tables.actors[$0].code }
      return places.first { $0.country == home }?.country
    }
    // What is at sea or on a base is not of the land around.
    guard let first = places.first, first.kind == .city || first.kind == .region else { return nil }
    // "St. Petersburg, Florida"; of namesakes the one in the country of which the article tells.
    if isBeforeState(tokens) { return "USA" }
    let home = homeCountry.flatMap { tables.actors[$0].code }
    let told =
      places.first { $0.country == home }
      ?? places.first { place in
        place.country.map { countries.times[$0] != nil } ?? false
      }
    return (told ?? first).country
  }

  /// "Harlan County": of the United States where the article names them, and no other country that has counties.
  private func countryOfCounty(_ name: Range<Int>) -> String? {
    let end = name.upperBound
    let isCounty =
      name.count > 1 && document.word(end - 1) == "county"
      || end < document.tokenCount && document.form(end) == "County"
    guard isCounty, countries.times["USA"] != nil,
      ["KEN", "LBR", "IRL", "GBR", "TWN", "CHN", "NOR", "SWE", "HUN", "ROU"].allSatisfy({ countries.times[$0] == nil })
    else { return nil }
    return "USA"
  }

  /// The places of a name: of "the Niger Delta", of which the engine took only "Delta" for the name, those of the whole.
  private func places(named tokens: Range<Int>) -> [GazetteerPlace] {
    let before = tokens.lowerBound - 1
    if before >= 0, document.upos[before] == .propn, tokens.contains(Int(document.heads[before])) {
      let longer = tables.places.places(document.folded(before..<tokens.upperBound))
      if !longer.isEmpty { return longer }
    }
    return tables.places.places(document.folded(tokens))
  }

  /// Whether a comma and an American state follow.
  /// "Dover, Pennsylvania", here or where the article names the town first.
  private func isBeforeState(_ tokens: Range<Int>) -> Bool {
    let name = document.folded(tokens)
    return names.isBeforeState(tokens.upperBound, document)
      || names.spans.contains { span in
        span.tokens.upperBound <= tokens.lowerBound && names.isBeforeState(span.tokens.upperBound, document)
          && document.folded(span.tokens) == name
      }
  }
}
