import Linguistics

/// The country or organisation that words around a role name: "Russian", "Ukraine's", "from the United States".
struct Affiliation: Sendable, Hashable {
  /// Table entry; −1 where the tables do not know it.
  var actor: Int32
  var code: String?
  /// The owner's own sector, for owners that only the text knows: "the opposition party".
  var sector: String?
  /// The words.
  var tokens: Range<Int>
  /// Whether they stand before the role.
  var isBefore: Bool

  /// Whether the owner is an organisation of which only the country is known: "Gymnastics Norway".
  var isUnknownBody = false
  /// Whether the owner is one human: "the candidate's spokesman".
  var isPerson = false

  /// Whether it says anything of those it owns.
  var isKnown: Bool { code != nil || actor >= 0 || sector != nil && !isPerson }
}

extension EntityBuilder {
  /// To whom those named by a role belong; several when the text joins several.
  ///
  /// - Parameters:
  ///   - phrase: the whole phrase.
  ///   - role: the role word in it.
  mutating func affiliations(in phrase: NounPhrase, of role: NameAnalysis.RoleHit) -> [Affiliation] {
    let before = affiliationsBefore(role, in: phrase)
    var found = before.isEmpty ? affiliationsAfter(role, in: phrase) : before
    // "the Labour government of Norway"
    if role.role.isState, let party = before.first?.actor, party >= 0, tables.actors[party].kind == .party {
      let country = affiliationsAfter(role, in: phrase)
      if !country.isEmpty { found = country }
    }
    // "the Chilean Inspector General of Police"
    if let owner = before.first?.actor, owner >= 0, tables.actors[owner].kind == .country, role.role.kind == .person,
      let body = affiliationsAfter(role, in: phrase).first, body.code == nil, Self.services.contains(body.sector ?? "")
    {
      for index in found.indices { found[index].sector = body.sector }
    }
    // "her captors" are no countrymen of hers.
    return Self.enemies.contains(role.role.sector ?? "") ? found.filter { !$0.isPerson } : found
  }

  /// Sectors of the services of a state that a title belongs to besides its country.
  private static let services: Set<String> = ["COP", "MIL", "SPY", "JUD"]

  /// Sectors of those who are somebody's because they harm him.
  private static let enemies: Set<String> = ["UAF", "REB", "CRM"]

  mutating func affiliationsBefore(_ role: NameAnalysis.RoleHit, in phrase: NounPhrase) -> [Affiliation] {
    var result: [Affiliation] = []
    var pronoun: Int?
    var token = phrase.tokens.lowerBound
    while token < role.tokens.lowerBound {
      if document.xpos[token] == .prpPossessive { pronoun = token }
      guard let found = affiliation(at: token, before: role) else {
        token += 1
        continue
      }
      if isField(found, of: role, after: result.first) {
        token = max(token + 1, found.tokens.upperBound)
        continue
      }
      // "the Norwegian Labour leader": of the country, and of a party.
      if let last = result.last, last.actor >= 0, found.actor >= 0, tables.actors[last.actor].kind == .country,
        tables.actors[found.actor].kind == .party
      {
        result[result.count - 1].sector = tables.actors[found.actor].sector
        token = max(token + 1, found.tokens.upperBound)
        continue
      }
      if let last = result.last, let house = foreignHouse(found, behind: last) {
        result[result.count - 1] = house
        token = max(token + 1, found.tokens.upperBound)
        continue
      }
      // "Britain's Chilean community" lives in Britain.
      if !result.isEmpty, tables.roles.has(.minorities, role.role.title), isPossessor(result[0].tokens) {
        token = max(token + 1, found.tokens.upperBound)
        continue
      }
      if result.isEmpty || isJoined(result[result.count - 1].tokens.upperBound, found.tokens.lowerBound) {
        result.append(found)
      } else if !["ambassador", "envoy", "special envoy", "representative"].contains(role.role.title),
        found.code != nil, names.hit(at: token)?.sense.form != .seat
      {
        // "the firm's Paris office" is where the firm has it.
        result = [found]
      }
      token = max(token + 1, found.tokens.upperBound)
    }
    guard result.isEmpty else {
      // "the party's Bergen secretary"
      if let body = owningBody(before: role, in: phrase), names.role(at: body)?.role.sector == "PTY" {
        for index in result.indices { result[index].sector = "PTY" }
      }
      return result
    }
    if let owner = bracketedOwner(before: phrase.tokens.lowerBound) { return [owner] }
    if let body = bodyNamedBefore(role, in: phrase) { return [body] }
    guard let owner = pronoun ?? owningBody(before: role, in: phrase) else { return [] }
    return referents(at: owner).map { affiliation(of: $0, isBefore: true) }.filter(\.isKnown)
  }

  private func isPossessor(_ tokens: Range<Int>) -> Bool {
    tokens.upperBound < document.tokenCount && document.xpos[tokens.upperBound] == .pos
  }

  /// "Philippine House of Representatives Minority Leader": a body of the country that stands before it.
  private func foreignHouse(_ found: Affiliation, behind country: Affiliation) -> Affiliation? {
    guard found.actor >= 0, country.actor >= 0, tables.actors[found.actor].kind == .body,
      tables.actors[country.actor].kind == .country, country.tokens.upperBound == found.tokens.lowerBound
    else { return nil }
    var owner = country
    owner.sector = tables.actors[found.actor].sector
    owner.tokens = country.tokens.lowerBound..<found.tokens.upperBound
    return owner
  }

  /// "the Commission Secretary", after "the Fisheries Commission": the body whose name the word before a post ends.
  private mutating func bodyNamedBefore(_ role: NameAnalysis.RoleHit, in phrase: NounPhrase) -> Affiliation? {
    let word = role.tokens.lowerBound - 1
    guard word > phrase.tokens.lowerBound, role.role.kind == .person,
      let body = longName(of: NounPhrase(head: word, tokens: word - 1..<word + 1))
    else { return nil }
    let owner = affiliation(of: Referent(tokens: word..<word + 1, entity: body), isBefore: true)
    return owner.isKnown ? owner : nil
  }

  /// "The hospital's director", "the president's spokeswoman": the body or holder of an office without a name that stands before a
  /// role as its owner.
  private func owningBody(before role: NameAnalysis.RoleHit, in phrase: NounPhrase) -> Int? {
    Range(from: phrase.tokens.lowerBound, upTo: role.tokens.lowerBound).last { token in
      guard document.xpos.indices.contains(token + 1), document.xpos[token + 1] == .pos,
        let owner = names.role(at: token)?.role
      else { return false }
      return owner.kind == .body || owner.kind == .group || owner.isOffice && isOfState(owner)
    }
  }

  /// A name before a role at a token.
  private func affiliation(at token: Int, before role: NameAnalysis.RoleHit) -> Affiliation? {
    if let person = person(at: token) {
      return affiliation(of: Referent(tokens: person.tokens, entity: person.entity), isBefore: true)
    }
    if let hit = names.hit(at: token) {
      guard !isCompoundAdjective(hit.tokens), !isFieldOfAffairs(hit), !isMindset(hit, of: role) else { return nil }
      if tables.actors[hit.sense.actor].kind == .company, tables.roles.has(.customers, role.role.title) { return nil }
      if let body = namedBody(around: hit, before: role) { return body }
      if let town = townOfSeat(hit, role.role, isBefore: true) { return town }
      let code = homeOfParty(hit).flatMap { tables.actors[$0].code } ?? tables.actors[hit.sense.actor].code
      return Affiliation(actor: hit.sense.actor, code: code, tokens: hit.tokens, isBefore: true)
    }
    if let body = bodyOfArticle(at: token) { return body }
    guard let name = names.name(at: token) else { return nil }
    let isPlace = name.label == .geopolitical || name.label == .location
    guard let code = isPlace ? gazetteerCountry(withoutDistrict(name.tokens)) : placeBeforeRole(in: name) else {
      return nil
    }
    return ofCountry(code, name.tokens, isBefore: true)
  }

  /// "Brussels police", "a court in Brussels": of the country where the seat of an organisation lies, and not of the organisation.
  private func townOfSeat(_ hit: NameAnalysis.Hit, _ role: Role, isBefore: Bool) -> Affiliation? {
    guard hit.sense.form == .seat, let owner = tables.actors[hit.sense.actor].code, PartyCode.nonState.contains(owner),
      ["COP", "JUD", "MED", "EDU", "CVL", "LAB", "CRM", "LEG"].contains(role.sector ?? ""),
      let code = gazetteerCountry(hit.tokens)
    else { return nil }
    return ofCountry(code, hit.tokens, isBefore: isBefore)
  }

  /// Belonging to a country, by its code.
  private func ofCountry(_ code: String, _ tokens: Range<Int>, isBefore: Bool) -> Affiliation {
    Affiliation(actor: tables.actors.country(code) ?? -1, code: code, tokens: tokens, isBefore: isBefore)
  }

  /// "RLU director", after "the River Law Union (RLU)": a body that only the article knows, named before.
  private func bodyOfArticle(at token: Int) -> Affiliation? {
    let tokens = names.name(at: token)?.tokens ?? token..<token + 1
    guard LetterCase(document.bytes(tokens.lowerBound)).startsHigh, let body = aliases[document.folded(tokens)],
      entities[Int(body)].kind == .body, entities[Int(body)].actor < 0, entities[Int(body)].sector != nil,
      entities[Int(body)].code != nil
    else { return nil }
    return affiliation(of: Referent(tokens: tokens, entity: body), isBefore: true)
  }

  /// "Dublin City University president": an organisation that the tables do not know and in whose name they know a country.
  private func namedBody(around hit: NameAnalysis.Hit, before role: NameAnalysis.RoleHit) -> Affiliation? {
    guard [.country, .region].contains(tables.actors[hit.sense.actor].kind),
      let name = names.name(at: hit.tokens.lowerBound),
      name.label == .organisation, name.tokens.count > hit.tokens.count,
      name.tokens.upperBound <= role.tokens.lowerBound
    else { return nil }
    var body = Entity(kind: .body, identity: -1)
    describeUnknown(&body, name.tokens, NounPhrase(head: name.tokens.lowerBound, tokens: name.tokens))
    return Affiliation(
      actor: body.affiliation, code: body.code, sector: body.sector, tokens: name.tokens, isBefore: true,
      isUnknownBody: body.sector == nil)
  }

  /// Whether only "and", commas or hyphens stand between two names, and the force of the first: "US military and Iraqi army troops".
  private func isJoined(_ end: Int, _ start: Int) -> Bool {
    guard end < start else { return false }
    let isOfForce = document.upos[start - 1] == .cconj && names.role(at: end)?.role.kind == .group
    return (isOfForce ? end + 1..<start : end..<start).allSatisfy {
      document.upos[$0] == .cconj || document.upos[$0] == .punct
    }
  }

  private mutating func affiliationsAfter(_ role: NameAnalysis.RoleHit, in phrase: NounPhrase) -> [Affiliation] {
    var result: [Affiliation] = []
    // "Inspector General of Police Anna Berg": of what the title is hangs on the title.
    let title = reader.head(of: role.tokens.upperBound - 1, within: role.tokens)
    let ownTitle = title == phrase.head ? [] : Array(reader.index.children(of: title))
    let shared = joinedTitle(behind: role).map { Array(reader.index.children(of: $0)) } ?? []
    for child in reader.index.children(of: phrase.head) + ownTitle + shared {
      guard child >= role.tokens.upperBound, document.relations[child].universal == .nmod,
        let preposition = reader.preposition(of: child),
        isAffiliating(preposition, role.role)
          || preposition == "in" && (isBody(child) || role.role.title == "source" && names.role(at: child) != nil)
      else { continue }
      // "the Foreign Ministry of Chile", all of which may be one name, but not "the Union of Poles"
      let whole = nameHead(of: child)
      let form = names.hit(at: child)?.sense.form
      let head = role.tokens.contains(whole) && (form == .name || form == .seat) ? child : whole
      if let town = names.hit(at: head).flatMap({ townOfSeat($0, role.role, isBefore: false) }) {
        result.append(town)
        break
      }
      result += joinedReferents(at: head).map { affiliation(of: $0, isBefore: false) }.filter(\.isKnown)
      // "chief of the youth branch of the Farmers' League": to whom the branch belongs.
      if result.isEmpty, role.role.kind != .members {
        result = owners(of: head).map { affiliation(of: $0, isBefore: false) }
      }
      if result.isEmpty, let code = placeCountry(at: child) {
        result = [ofCountry(code, reader.phrase(at: child).tokens, isBefore: false)]
      }
      if !result.isEmpty { break }
    }
    if result.isEmpty, let place = placeBeside(phrase, role.role),
      let code = placeCountry(at: place) ?? seatCountry(at: place)
    {
      result = [ofCountry(code, reader.phrase(at: place).tokens, isBefore: false)]
    }
    return result.filter(\.isKnown)
  }

  /// "criticised police in Norway" with the country on the verb: right behind police or a court it tells whose they are.
  private func placeBeside(_ phrase: NounPhrase, _ role: Role) -> Int? {
    let word = phrase.tokens.upperBound
    guard role.sector == "COP" || role.sector == "JUD", word < document.tokenCount, document.word(word) == "in",
      document.relations[phrase.head].universal == .obj || document.relations[phrase.head].universal == .obl
    else { return nil }
    let place = Int(document.heads[word])
    guard place > word, document.heads[place] == document.heads[phrase.head], document.upos[place] == .propn else {
      return nil
    }
    return place
  }

  /// "in Oslo": a capital that stands for its country elsewhere.
  func seatCountry(at token: Int) -> String? {
    guard let hit = names.hit(at: nameHead(of: token)), hit.sense.form == .seat else { return nil }
    return gazetteerCountry(hit.tokens) ?? tables.actors[hit.sense.actor].code
  }

  /// "the Undersecretary in the State Department"
  private func isBody(_ token: Int) -> Bool {
    names.hit(at: nameHead(of: token)).map { tables.actors[$0.sense.actor].kind == .body } ?? false
  }

  private mutating func owners(of part: Int, depth: Int = 0) -> [Referent] {
    guard depth < 3 else { return [] }
    if let possessor = possessor(in: reader.phrase(at: part)) {
      let found = joinedReferents(at: possessor)
      if !found.isEmpty { return found }
    }
    for child in reader.index.children(of: part)
    where child > part
      && ["of", "for", "at", "such", "like", "including"].contains(reader.preposition(of: child) ?? "")
    {
      let found = joinedReferents(at: nameHead(of: child))
      return found.isEmpty ? owners(of: nameHead(of: child), depth: depth + 1) : found
    }
    // "the head of the UN mission"
    guard depth == 0, Self.isSent(document.word(part)) || tables.roles.has(.bodyParts, document.word(part)) else {
      return []
    }
    let owner = reader.index.children(of: part).first { child in
      child < part && [.compound, .amod].contains(document.relations[child]) && names.hit(at: child) != nil
    }
    return owner.map { joinedReferents(at: nameHead(of: $0)) } ?? []
  }

  /// Words for what a body sends or runs.
  private static func isSent(_ word: String) -> Bool {
    ["mission", "delegation", "operation", "wing", "section", "bloc", "contingent"].contains(word)
  }

  /// "head of the DEA's Bergen office": whose a part is, by the name before "'s".
  private func possessor(in part: NounPhrase) -> Int? {
    let mark = part.tokens.first { document.xpos[$0] == .pos && $0 > part.tokens.lowerBound && $0 < part.head }
    // "the parliament's defence committee"
    let isBody = mark.map { names.role(at: $0 - 1)?.role.kind == .body } ?? false
    guard let mark, isBody || nameRange(at: mark - 1) != nil, names.hit(at: mark - 1)?.sense.form != .seat else {
      return nil
    }
    return nameHead(of: mark - 1)
  }

  /// "president and rector of Harbour College": the further title by which what both are "of" hangs in the tree.
  func joinedTitle(behind role: NameAnalysis.RoleHit) -> Int? {
    let conjunction = role.tokens.upperBound
    guard conjunction + 1 < document.tokenCount, document.upos[conjunction] == .cconj,
      let other = names.role(at: conjunction + 1), other.role.kind == .person, !other.role.isPlural
    else { return nil }
    return reader.head(of: other.tokens.upperBound - 1, within: other.tokens)
  }

  /// Whether what follows a preposition says to whom one belongs; "in" does so for people, not for states' servants.
  private func isAffiliating(_ preposition: String, _ role: Role) -> Bool {
    switch preposition {
    case "of", "from": true
    case "for", "at": role.kind == .person
    // "a man with a rifle" is of nobody.
    case "with": role.kind == .person && role.sector != nil && role.sector != "CVL"
    case "on": role.kind == .person && role.sector == "JUD"
    case "to": role.kind == .person && tables.roles.has(.servants, role.post)
    case "in":
      ["REB", "CVL", "COP", "OPP", "REF", "AGR", "LAB", "EDU", "MED", "JUD"].contains(role.sector)
        || role.sector == "BUS" && role.kind != .person
        || role.kind == .person && role.isPlural && ["JRN", "REL", "PTY"].contains(role.sector)
        || role.sector == "GOV" && role.isPlural
          && (role.kind == .group || role.title == "government" || role.title.hasSuffix("official"))
        || role.sector == "GOV" && role.kind == .body
    default: false
    }
  }

  private func affiliation(of referent: Referent, isBefore: Bool) -> Affiliation {
    let entity = entities[Int(referent.entity)]
    return Affiliation(
      actor: entity.affiliation, code: entity.code, sector: entity.sector, tokens: referent.tokens, isBefore: isBefore,
      isUnknownBody: entity.actor < 0 && entity.kind == .body && entity.name != nil && entity.sector == nil
        && names.name(at: referent.tokens.upperBound - 1)?.label != .geopolitical,
      isPerson: entity.kind == .person)
  }
}
