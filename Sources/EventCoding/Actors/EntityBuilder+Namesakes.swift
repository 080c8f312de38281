import Linguistics

// Names that the words around them make others than those of the tables, and names said short.
extension EntityBuilder {
  /// "the NSW Law Society": the country of the place that begins a longer name, where it is not that of the table's body.
  func placeOfNamesake(_ hit: NameAnalysis.Hit) -> String? {
    let actor = tables.actors[hit.sense.actor]
    guard hit.sense.form == .name, [.body, .organisation, .company, .medium].contains(actor.kind),
      let name = names.name(at: hit.tokens.lowerBound), name.label == .organisation,
      name.tokens.lowerBound < hit.tokens.lowerBound, let own = actor.code, tables.actors.country(own) != nil,
      let country = gazetteerCountry(withoutDistrict(name.tokens.lowerBound..<hit.tokens.lowerBound)), country != own
    else { return nil }
    return country
  }

  /// "ABC" is the Australian one in an article about Australia.
  func homeOfMedium(_ hit: NameAnalysis.Hit) -> String? {
    let actor = tables.actors[hit.sense.actor]
    guard actor.kind == .medium, let home = homeCountry.flatMap({ tables.actors[$0].code }), home != actor.code,
      Self.networks[document.form(hit.tokens.lowerBound)] == home
    else { return nil }
    return home
  }

  /// Acronyms of broadcasters of several countries, with those of which the tables do not have them.
  private static let networks = ["ABC": "AUS", "CBC": "CAN", "SBS": "AUS"]

  /// "The Christian Democratic Party", of which the tables know the last words as another party.
  mutating func partyWithMoreWords(_ hit: NameAnalysis.Hit) -> Int32? {
    let before = hit.tokens.lowerBound - 1
    guard tables.actors[hit.sense.actor].kind == .party, hit.sense.form == .name, hit.tokens.count > 1, before >= 0,
      sentenceOfToken[before] == sentenceOfToken[hit.tokens.lowerBound],
      tables.roles.has(.partyWords, document.word(before)), LetterCase(document.bytes(before)).startsHigh,
      document.upos[before] == .propn || document.upos[before] == .adj
    else { return nil }
    return namesake(
      of: hit, in: homeCountry.flatMap { tables.actors[$0].code }, called: before..<hit.tokens.upperBound)
  }

  /// The body of another country that has a name of the tables, or of none that is known.
  mutating func namesake(of hit: NameAnalysis.Hit, in country: String?, called name: Range<Int>?) -> Int32 {
    let name = name ?? hit.tokens
    let key = document.folded(name) + Array((country ?? "").utf8)
    if let known = aliases[key] { return known }
    var entity = Entity(kind: .body, name: document.string(document.span(name)), identity: Int32(entities.count))
    entity.code = country
    entity.sector = tables.actors[hit.sense.actor].sector
    entity.affiliation = country.flatMap(tables.actors.country) ?? -1
    entities.append(entity)
    aliases[key] = entity.identity
    return entity.identity
  }

  /// "Democrat Jonas Holt said": the person whom a people's or party's name right before his own describes.
  func personDescribed(by hit: NameAnalysis.Hit) -> PersonSpan? {
    guard hit.sense.form == .people || hit.sense.form == .adjective,
      hit.tokens.upperBound < document.tokenCount, let person = person(at: hit.tokens.upperBound),
      person.tokens.lowerBound == hit.tokens.upperBound,
      sentenceOfToken[hit.tokens.lowerBound] == sentenceOfToken[person.tokens.lowerBound]
    else { return nil }
    return person
  }

  /// "the Trust", after "the Coastal Heritage Trust": the body whose name ends in the word that stands alone with a capital.
  mutating func longName(of phrase: NounPhrase) -> Int32? {
    let head = phrase.head
    guard phrase.tokens == head - 1..<head + 1, document.word(head - 1) == "the",
      LetterCase(document.bytes(head)).startsHigh, document.upos[head] == .propn, nameRange(at: head)?.count ?? 1 == 1
    else { return nil }
    if document.word(head) == "house" { return houseOfParliament(at: head) }
    let word = document.folded(head)
    guard !Self.unspecific.contains(document.word(head)),
      let last = names.spans.last(where: { span in
        span.label == .organisation && span.tokens.count > 1 && span.tokens.upperBound <= head
          && span.tokens.last.map(document.folded) == word
      }), let body = referents(at: nameHead(of: last.tokens.lowerBound)).first,
      entities[Int(body.entity)].kind == .body, entities[Int(body.entity)].name != nil
    else { return nil }
    return body.entity
  }

  /// "the House", where the article names a parliament: of the same country.
  private mutating func houseOfParliament(at token: Int) -> Int32? {
    let sentence = sentenceOfToken[token]
    let parliament = names.hits.last { hit in
      let actor = tables.actors[hit.sense.actor]
      return actor.kind == .body && actor.sector == "LEG" && sentenceOfToken[hit.tokens.lowerBound] <= sentence
    }
    guard let parliament, let country = tables.actors[parliament.sense.actor].code.flatMap(tables.actors.country) else {
      return nil
    }
    return collective(of: homeOfHouse(parliament) ?? country, sector: "LEG", title: "House")
  }

  /// Last words of names that mean something else alone.
  private static let unspecific: Set<String> = ["state", "states", "nation", "nations", "house", "government", "world"]
}
