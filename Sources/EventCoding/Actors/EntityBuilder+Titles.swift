import Linguistics

/// A title read from the text.
struct Title: Sendable {
  /// As written, without the country: "Foreign Ministry spokeswoman".
  var text: String
  var hit: NameAnalysis.RoleHit
  var sector: String?
  /// Whether the words before say that it is over.
  var isFormer: Bool
}

extension EntityBuilder {
  /// The title that ends a run of tokens.
  func title(in range: Range<Int>) -> Title? {
    guard let last = range.reversed().first(where: { names.role(at: $0)?.role.kind == .person }),
      let hit = names.role(at: last)
    else { return nil }
    var start = hit.tokens.lowerBound
    while start - 1 >= range.lowerBound, isTitleWord(start - 1) { start -= 1 }
    let words = document.span(Range(from: start, upTo: hit.tokens.upperBound))
    let text = hit.role.isPlural ? hit.role.title : document.string(words)
    return Title(text: text, hit: hit, sector: sector(of: hit, from: start), isFormer: isFormer(before: hit, in: range))
  }

  private func isTitleWord(_ token: Int) -> Bool {
    guard names.hit(at: token) == nil, person(at: token) == nil else { return false }
    if names.role(at: token) != nil { return true }
    switch document.upos[token] {
    case .noun, .propn: return names.name(at: token)?.label != .geopolitical
    default: return false
    }
  }

  /// A spokesman of the police is police: words that lead or speak take the sector of what stands before them.
  private func sector(of hit: NameAnalysis.RoleHit, from start: Int) -> String? {
    let isGeneric = Self.genericRoles.contains(hit.role.title)
    if hit.role.title == "representative", isMemberOfHouse(hit) { return "LEG" }
    guard isGeneric, hit.tokens.lowerBound - 1 >= start, let before = names.role(at: hit.tokens.lowerBound - 1)?.role,
      let sector = before.sector
    else { return hit.role.sector }
    return sector
  }

  /// "Representative Jonas Lie": with a capital and before a name, a member of a house of representatives.
  private func isMemberOfHouse(_ hit: NameAnalysis.RoleHit) -> Bool {
    document.bytes(hit.tokens.lowerBound).first == UInt8(ascii: "R") && person(at: hit.tokens.upperBound) != nil
  }

  private static let genericRoles: Set<String> = [
    "spokesman", "spokeswoman", "spokesperson", "deputy spokesman", "leader", "official", "senior official", "chief",
    "head",
    "director", "deputy head", "deputy chief", "chairman", "chairwoman", "chairperson", "adviser", "advisor",
    "representative", "commander", "aide", "supporter", "source", "negotiator", "officer",
  ]

  func isFormer(before hit: NameAnalysis.RoleHit, in range: Range<Int>) -> Bool {
    Range(from: range.lowerBound, upTo: hit.tokens.lowerBound).contains { token in
      ["former", "ex", "late", "ousted", "deposed", "onetime", "retired"].contains(document.word(token))
    }
  }

  /// Gives a person the title that the words of a phrase up to a token make.
  mutating func assignTitle(endingAt end: Int, of phrase: NounPhrase, to person: Int32) {
    guard let title = title(in: Range(from: phrase.tokens.lowerBound, upTo: end)) else { return }
    assign(title, to: person, in: phrase)
  }

  /// Gives a person a title with what it says of country and sector; what the tables know stays.
  mutating func assign(_ title: Title, to person: Int32, in phrase: NounPhrase) {
    let affiliation = affiliations(in: phrase, of: title.hit).first {
      $0.actor != entities[Int(person)].actor || $0.actor < 0
    }
    var entity = entities[Int(person)]
    entity.role = entity.role ?? title.text
    entity.titles += [title.hit.role.post, title.hit.role.title]
    entity.gender = entity.gender ?? title.hit.role.gender
    let isPrivate = affiliation == nil && isOfUnknownBody(title.hit, in: phrase)
    let sector = isPrivate && Self.lendsNothing(title.sector) ? nil : sector(of: title, affiliation)
    let home = isOfState(title.hit.role) && affiliation == nil && !isPrivate ? homeCountry : nil
    if entity.actor < 0 {
      if entity.isGuess, let affiliation, affiliation.code != nil {
        (entity.code, entity.affiliation, entity.isGuess) = (nil, -1, false)
      }
      let known = entity.code ?? affiliation?.code ?? title.hit.role.code
      entity.isGuess = entity.isGuess || known == nil && home != nil
      entity.code = known ?? home.flatMap { tables.actors[$0].code }
      // "a mother of two, Police Chief Anna Berg"
      if entity.sector == nil || entity.sector == "CVL" { entity.sector = sector ?? entity.sector }
      if entity.affiliation < 0 { entity.affiliation = affiliation?.actor ?? home ?? -1 }
    } else if entity.sector == nil || (entity.sector == "ELI" && supersedes(title)) {
      entity.sector = sector
    }
    entities[Int(person)] = entity
  }

  /// Whether a title in the text tells more than that somebody once held an office.
  private func supersedes(_ title: Title) -> Bool {
    !title.isFormer && (title.hit.role.isOffice || title.sector == "OPP" || title.sector == "REB")
  }

  /// The sector that a title and its owner give together.
  func sector(of title: Title, _ affiliation: Affiliation?) -> String? {
    // "the singer's spokeswoman", "the minister's aide": what those are whom they serve.
    if let affiliation, affiliation.isPerson, title.hit.role.isAnywhere, Self.lendsNothing(title.sector) {
      return affiliation.sector == "ELI" ? nil : affiliation.sector
    }
    if affiliation == nil, title.hit.role.isAnywhere, title.sector == "GOV" { return nil }
    if title.isFormer, title.sector == "GOV" || title.sector == "MIL" || title.sector == "LEG" { return "ELI" }
    return sector(title.sector, of: affiliation, isState: title.hit.role.isState)
  }

  /// Hamas's officials are rebels, the State Department's are government: an owner with a sector of its own passes it on.
  /// A party's governor is a governor (`isState`), its chairman the party's.
  func sector(_ sector: String?, of affiliation: Affiliation?, isState: Bool) -> String? {
    guard let affiliation else { return sector }
    // What a minister's lawyers and troops are, the minister does not tell.
    let lent = affiliation.isPerson && sector != nil ? nil : affiliation.sector
    let own = affiliation.actor >= 0 ? tables.actors[affiliation.actor].sector ?? lent : lent
    if isState, own == "PTY" { return sector }
    if affiliation.isUnknownBody, own == nil, Self.lendsNothing(sector) { return nil }
    guard let own, own != "ELI" else { return sector }
    switch sector {
    case nil, "GOV", "MIL", "IGO": return own
    default: return sector
    }
  }

  /// An apposition after a name: "Olga Stefanishyna, one of Ukraine's four deputy prime ministers".
  mutating func assignApposition(_ token: Int, to person: Int32) {
    var head = token
    if names.role(at: head) == nil || names.role(at: head)?.role.kind == .quantity {
      let counted = reader.index.children(of: token).first { reader.preposition(of: $0) == "of" }
      guard let counted else { return }
      head = counted
    }
    guard names.role(at: head) != nil, self.person(at: head) == nil else { return }
    let phrase = reader.phrase(at: head)
    let end = names.role(at: head)?.tokens.upperBound ?? head + 1
    assignTitle(endingAt: end, of: phrase, to: person)
  }

  /// The same by the words alone, for trees that miss it: a comma, then a role before anything that cannot belong to it.
  mutating func assignWrittenApposition(after person: PersonSpan) {
    let comma = person.tokens.upperBound
    guard comma < document.tokenCount, document.xpos[comma] == .comma else { return }
    let end = min(comma + 12, document.tokenCount)
    for token in Range(from: comma + 1, upTo: end) {
      if let hit = names.role(at: token), hit.role.kind == .person, let head = hit.tokens.last {
        let phrase = reader.phrase(at: reader.head(of: head, within: hit.tokens))
        let range = Range(from: comma + 1, upTo: hit.tokens.upperBound)
        if let title = title(in: range) { assign(title, to: person.entity, in: phrase) }
        return
      }
      switch document.upos[token] {
      case .det, .num, .adj, .noun, .propn, .part: continue
      case .adp where document.bytes(token).elementsEqual("of".utf8): continue
      default: return
      }
    }
  }

  /// "said a spokeswoman for the tax office, Anna Berg": a title with a comma between it and the name.
  mutating func assignTitleBeforeComma(to person: PersonSpan) {
    let comma = person.tokens.lowerBound - 1
    guard comma > 1, document.xpos[comma] == .comma else { return }
    let sentence = sentenceOfToken[comma]
    let end = person.tokens.upperBound
    guard end >= document.tokenCount || document.upos[end] == .punct || document.relations[end] != .appos else {
      return
    }
    for token in Range(from: max(0, comma - 10), upTo: comma).reversed() {
      guard sentenceOfToken[token] == sentence, document.upos[token] != .punct, document.upos[token] != .verb else {
        return
      }
      guard let hit = names.role(at: token), hit.role.kind == .person, !hit.role.isPlural, self.person(at: token) == nil
      else { continue }
      let head = reader.head(of: hit.tokens.upperBound - 1, within: hit.tokens)
      let phrase = reader.phrase(at: head)
      if let title = title(in: phrase.tokens.lowerBound..<hit.tokens.upperBound) {
        assign(title, to: person.entity, in: phrase)
      }
      return
    }
  }

  /// "Miller (R-TX)": a member of Congress, by party and state.
  mutating func assignSeat(to person: PersonSpan) {
    let bracket = person.tokens.upperBound
    guard bracket + 2 < document.tokenCount, document.xpos[bracket] == .leftBracket,
      let close = (bracket + 1..<min(bracket + 7, document.tokenCount)).first(where: {
        document.xpos[$0] == .rightBracket
      })
    else { return }
    let words = document.string(document.span(bracket + 1..<max(close, bracket + 2))).utf8.filter { $0 != 0x20 }
    guard let party = words.first, "RDI".utf8.contains(party), words.count >= 4, words.count <= 8,
      words[1] == UInt8(ascii: "-") || words[1] == UInt8(ascii: ","), (65...90).contains(words[2])
    else { return }
    var entity = entities[Int(person.entity)]
    guard entity.sector == nil else { return }
    entity.sector = "LEG"
    entity.code = entity.code ?? "USA"
    entities[Int(person.entity)] = entity
  }

  /// Whom a title without a name means: one named before, the holder of the office, or one named after.
  mutating func describedPerson(_ title: Title, _ affiliation: Affiliation?, in phrase: NounPhrase) -> Int32? {
    guard isDefinite(phrase), affiliation != nil || !hasComplement(title.hit, in: phrase) else { return nil }
    if let past = history.last(where: { $0.head < phrase.head && fits($0.entity, title, affiliation) }) {
      return past.entity
    }
    if let month, let affiliation, affiliation.actor >= 0, !title.isFormer, !Self.envoys.contains(title.hit.role.post),
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
  private static let envoys: Set<String> = ["ambassador", "envoy", "special envoy", "representative", "consul"]

  /// Whether words say whose title it is, even if they name nobody that is known: "leader of the movement".
  private func hasComplement(_ hit: NameAnalysis.RoleHit, in phrase: NounPhrase) -> Bool {
    reader.index.children(of: phrase.head).contains { child in
      child >= hit.tokens.upperBound && ["of", "for"].contains(reader.preposition(of: child) ?? "")
    }
  }

  /// "president of the Harbour Union": of an organisation of which nothing is known, and which so is no state's.
  func isOfUnknownBody(_ hit: NameAnalysis.RoleHit, in phrase: NounPhrase) -> Bool {
    // "Acme Mining spokeswoman"
    let before = hit.tokens.lowerBound - 1
    if before >= 0, names.name(at: before)?.label == .organisation, names.hit(at: before) == nil,
      names.role(at: before) == nil
    {
      return true
    }
    return reader.index.children(of: phrase.head).contains { child in
      child >= hit.tokens.upperBound && ["of", "for", "at", "with"].contains(reader.preposition(of: child) ?? "")
        && isUnknownName(child)
    }
  }

  /// A name, or a noun named by one ("the Clean Rivers campaign"), that is no place.
  private func isUnknownName(_ token: Int) -> Bool {
    if let label = names.name(at: token)?.label { return label != .geopolitical && label != .person }
    if document.upos[token] == .propn { return true }
    return names.role(at: token) == nil
      && reader.index.children(of: token).contains { child in
        document.relations[child] == .compound && document.upos[child] == .propn && names.hit(at: child) == nil
      }
  }

  /// Whether a sector that a title has by default says nothing where its owner is unknown.
  static func lendsNothing(_ sector: String?) -> Bool { sector == "GOV" || sector == "LEG" || sector == "MIL" }

  /// Whether a phrase means one that is known: "the", a possessor, or a nationality before an office.
  func isDefinite(_ phrase: NounPhrase) -> Bool {
    switch document.word(phrase.tokens.lowerBound) {
    case "a", "an", "another", "some", "any", "every", "no", "one", "each": false
    default: true
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
    return known.hasSuffix(" " + role.title)
  }

  /// The entity of a person of the tables, made if the article has not named him.
  private mutating func person(ofActor actor: Int32) -> Int32 {
    if let index = entities.firstIndex(where: { $0.actor == actor }) { return Int32(index) }
    let known = tables.actors[actor]
    var person = Entity(kind: .person, name: known.name, code: known.code, identity: Int32(entities.count))
    person.sector = sector(ofActor: actor)
    person.gender = known.gender
    person.actor = actor
    person.affiliation = tables.actors.affiliation(of: actor) ?? -1
    entities.append(person)
    return person.identity
  }
}
