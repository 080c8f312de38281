import Linguistics

/// A title read from the text.
struct Title: Sendable {
  /// As written, without the country: "Foreign Ministry spokeswoman".
  var text: String
  var hit: NameAnalysis.RoleHit
  var sector: String?
  /// Whether a body of a state stands before a post that companies have too: "Foreign Ministry spokesman".
  var isOfState = false
  /// Whether the words before say that it is over.
  var isFormer: Bool
}

extension EntityBuilder {
  /// The title that ends a run of tokens.
  func title(in range: Range<Int>) -> Title? {
    guard let last = range.reversed().first(where: { names.role(at: $0)?.role.kind == .person }),
      let lastHit = names.role(at: last)
    else { return nil }
    if let present = titleBefore(former: lastHit) { return present }
    let hit = officeBefore(lastHit, in: range) ?? lastHit
    var start = hit.tokens.lowerBound
    while start - 1 >= range.lowerBound, isTitleWord(start - 1) { start -= 1 }
    if let opposition = opposition(before: start, of: hit) { start = opposition }
    // "Department of Corrections spokeswoman"
    if let name = names.name(at: start), name.label == .organisation, range.contains(name.tokens.lowerBound) {
      start = min(start, name.tokens.lowerBound)
    }
    let words = document.span(Range(from: start, upTo: hit.tokens.upperBound))
    let text = hit.role.isPlural ? hit.role.title : document.string(words)
    let isOfState =
      hit.role.isAnywhere
      && (isOfDivision(hit.tokens.lowerBound) || isOfDivision(start + 1) && Self.directors.contains(hit.role.title)
        || Range(from: start, upTo: hit.tokens.lowerBound).contains { token in
          names.role(at: token).map { $0.role.kind != .person && self.isOfState($0.role) } ?? false
            && !isInPrivateCouncil(token)
        })
    return Title(
      text: text, hit: hit, sector: sector(of: hit, from: start), isOfState: isOfState,
      isFormer: isFormer(before: hit, in: range))
  }

  /// "State Controller", "county administrator": of a state or a part of one, by the word before.
  private func isOfDivision(_ post: Int) -> Bool {
    post > 0 && Self.divisions.contains(document.word(post - 1))
  }

  /// Who heads a service of a state whose field stands before the post: "state Consumer Affairs Director".
  private static let directors: Set<String> = [
    "director", "commissioner", "superintendent", "administrator", "secretary",
  ]

  /// Words for the parts of a state that have officers of their own.
  private static let divisions: Set<String> = ["state", "federal", "county", "city", "municipal", "provincial"]

  /// "the Trades Hall Council secretary": whether a council is that of an association.
  func isInPrivateCouncil(_ token: Int) -> Bool {
    names.name(at: token).map { isPrivateCouncil($0.tokens) } ?? false
  }

  /// "Prime Minister General Berg": of an office and a rank the office says more.
  private func officeBefore(_ rank: NameAnalysis.RoleHit, in range: Range<Int>) -> NameAnalysis.RoleHit? {
    guard rank.role.sector == "MIL", rank.tokens.lowerBound > range.lowerBound,
      let office = names.role(at: rank.tokens.lowerBound - 1), office.role.isOffice, office.role.kind == .person
    else { return nil }
    return office
  }

  func isTitleWord(_ token: Int) -> Bool {
    guard names.hit(at: token) == nil, person(at: token) == nil else { return false }
    if names.role(at: token) != nil { return true }
    // "the county sheriff's spokesman"
    if document.xpos[token] == .pos, token > 0, names.role(at: token - 1) != nil { return true }
    switch document.upos[token] {
    case .noun, .propn: return names.name(at: token)?.label != .geopolitical
    default: return false
    }
  }

  /// A spokesman of the police is police, the opposition's spokesman on education is of the opposition: words that lead or
  /// speak take the sector of what stands before them. Who is only in the shadow of an office is of the opposition too.
  private func sector(of hit: NameAnalysis.RoleHit, from start: Int) -> String? {
    let before = Range(from: start, upTo: hit.tokens.lowerBound)
    if hit.role.isState, before.contains(where: { document.word($0) == "shadow" }) { return "OPP" }
    // "the opposition police spokesman"
    let speaks = ["spokesman", "spokeswoman", "spokesperson"].contains(where: hit.role.title.hasSuffix)
    if speaks, before.contains(where: { document.word($0) == "opposition" }) { return "OPP" }
    if hit.role.title == "attorney", isOfState(before: hit.tokens.lowerBound) { return "JUD" }
    // "White House counsel"
    if Self.counsels.contains(hit.role.title), isOfSeat(before: hit.tokens.lowerBound) { return "GOV" }
    // "the Senate President"
    if hit.role.title == "president", hit.tokens.lowerBound > 0,
      let house = names.role(at: hit.tokens.lowerBound - 1)?.role, house.kind == .body, house.sector == "LEG"
    {
      return "LEG"
    }
    // "student union president"
    if ["president", "vice president", "secretary", "treasurer"].contains(hit.role.title),
      hit.tokens.lowerBound > start,
      let body = names.role(at: hit.tokens.lowerBound - 1)?.role, body.kind == .body || body.kind == .group,
      let own = body.sector
    {
      return own
    }
    // "Sheriff's Lt. Berg"
    if hit.role.isRank, before.contains(where: { document.word($0) == "sheriff" }) { return "COP" }
    // "an Iraqi police colonel"
    if hit.role.sector == "MIL", before.contains(where: { names.role(at: $0)?.role.sector == "COP" }) { return "COP" }
    guard Self.genericRoles.contains(hit.role.title) else { return hit.role.sector }
    let owner = before.last { names.role(at: $0) != nil }
    guard let owner, let sector = names.role(at: owner)?.role.sector else { return hit.role.sector }
    // "government supporters" govern nothing.
    if hit.role.title == "supporter", ["GOV", "MIL", "COP", "JUD", "LEG"].contains(sector) { return hit.role.sector }
    // "public safety commissioner"
    return sector == "CVL" && owner + 1 < hit.tokens.lowerBound ? hit.role.sector : sector
  }

  /// "US attorney", "federal attorneys", "Justice Department attorneys": of a state, by the word before.
  private func isOfState(before post: Int) -> Bool {
    guard post > 0 else { return false }
    if let hit = names.hit(at: post - 1) {
      let owner = tables.actors[hit.sense.actor]
      return owner.kind == .country && hit.sense.form == .name || owner.kind == .body
    }
    return ["federal", "state"].contains(document.word(post - 1))
      || names.role(at: post - 1).map { isOfState($0.role) } ?? false
  }

  private static let genericRoles: Set<String> = [
    "spokesman", "spokeswoman", "spokesperson", "deputy spokesman", "leader", "official", "senior official", "chief",
    "head",
    "director", "deputy head", "deputy chief", "chairman", "chairwoman", "chairperson", "adviser", "advisor",
    "representative", "commander", "aide", "supporter", "source", "negotiator", "officer", "commissioner",
    "superintendent",
  ]

  func isFormer(before hit: NameAnalysis.RoleHit, in range: Range<Int>) -> Bool {
    Range(from: range.lowerBound, upTo: hit.tokens.lowerBound).contains { token in
      Self.endings.contains(document.word(token))
    }
  }

  /// Words before a title by which it is over.
  static let endings: Set<String> = ["former", "ex", "late", "ousted", "deposed", "onetime", "retired"]

  /// Gives a person the title that the words of a phrase up to a token make.
  mutating func assignTitle(endingAt end: Int, of phrase: NounPhrase, to person: Int32) {
    guard let title = title(in: Range(from: phrase.tokens.lowerBound, upTo: end)) else { return }
    assign(title, to: person, in: phrase)
  }

  /// Gives a person a title with what it says of country and sector; what the tables know stays.
  mutating func assign(_ title: Title, to person: Int32, in phrase: NounPhrase) {
    // "the minister's mother" is no minister.
    let behind = title.hit.tokens.upperBound
    if behind < document.tokenCount, document.xpos[behind] == .pos { return }
    // "Norway's attorney general and former party leader Anna Berg"
    let isBefore = title.hit.tokens.lowerBound < phrase.tokens.lowerBound
    let own =
      isBefore ? reader.phrase(at: reader.head(of: title.hit.tokens.upperBound - 1, within: title.hit.tokens)) : phrase
    let affiliation = affiliations(in: own, of: title.hit).first {
      $0.actor != entities[Int(person)].actor || $0.actor < 0
    }
    var entity = entities[Int(person)]
    entity.role = entity.role ?? title.text
    entity.titles += [title.hit.role.post, title.hit.role.title]
    entity.gender = entity.gender ?? title.hit.role.gender
    let isPrivate =
      affiliation == nil && !title.hit.role.isState && !title.isOfState && isOfUnknownBody(title.hit, in: phrase)
    // "Anna Berg, chief executive of Harbour Tools": most bodies with such a post are firms.
    let isManager = isPrivate && Self.chiefs.contains(title.hit.role.title)
    let sector =
      isManager ? "BUS" : isPrivate && lendsNothing(title) && !title.isFormer ? nil : sector(of: title, affiliation)
    // Who was killed abroad as a private is not of the country where it was.
    let isSoldier = title.hit.role.isAddress && title.sector == "MIL"
    let isOfBody = title.hit.role.isOffice && title.sector == "EDU"
    let isAtHome =
      !isSoldier && !isOfBody && (isOfState(title.hit.role) || title.isOfState) && affiliation == nil && !isPrivate
    // "Harvest Party nominee Anna Berg"
    let isOfParty = title.sector == "PTY" && !title.hit.role.isAnywhere && affiliation?.code == nil
    // "Liberal MP Anna Berg": of a party that is of no one country.
    let isOfNamesake = isOfState(title.hit.role) && affiliation?.code == nil && (affiliation?.actor ?? -1) >= 0
    let isNear = ["OPP", "JUD", "COP"].contains(title.sector ?? "")
    let home =
      isAtHome || isOfParty || isOfNamesake ? home(of: title.hit) ?? (isNear ? nearCountry(of: title.hit) : nil) : nil
    if entity.actor < 0 {
      if entity.isGuess, let affiliation, affiliation.code != nil, affiliation.code != "MNC" {
        (entity.code, entity.affiliation, entity.isGuess) = (nil, -1, false)
      }
      // Whom a lawyer defends tells less of where he is from than where it is.
      let isDefender = affiliation?.isPerson ?? false && tables.roles.has(.lawyers, title.hit.role.post)
      let court = isDefender ? homeCountry.flatMap { tables.actors[$0].code } : nil
      let known = entity.code ?? court ?? affiliation?.code ?? title.hit.role.code
      entity.isGuess = entity.isGuess || known == nil && home != nil
      entity.code = known ?? home.flatMap { tables.actors[$0].code }
      // "a mother of two, Police Chief Anna Berg"
      // An office of a state tells more than a party does, and who stands for a party or holds an office more than a calling.
      let isOfStates = title.hit.role.isState || title.hit.role.isOffice
      let isWeak =
        entity.sector == nil || entity.sector == "CVL" || entity.sector == "PTY" && isOfStates
        || Self.callings.contains(entity.sector ?? "") && !title.isFormer && (isOfStates || sector == "PTY")
      if isWeak { entity.sector = sector ?? entity.sector }
      // "Reverend Jonas Lie, a senator"
      // "General Jonas Lie, the police chief"
      if entity.isByAddress, let sector, sector != "CVL" { entity.sector = sector }
      let isRank = title.sector == "MIL" && affiliation == nil && title.text.lowercased() == title.hit.role.title
      entity.isByAddress =
        (title.hit.role.isAddress || isRank) && ["REL", "MIL"].contains(entity.sector ?? "")
      if entity.affiliation < 0 { entity.affiliation = affiliation?.actor ?? home ?? -1 }
    } else if isSeatAlone(entity), isMore(title, sector) {
      entity.sector = sector
    } else if entity.sector == nil
      || (entity.sector == "ELI" && supersedes(title, of: entity.actor) && !isQuoted[phrase.head])
    {
      entity.sector = sector
    }
    entities[Int(person)] = entity
  }

  /// What people do for a living.
  static let callings: Set<String> = ["MED", "EDU", "BUS", "JRN", "LAB", "AGR"]

  /// Last words of the ranks and posts of those who command.
  private static let commanders = ["general", "admiral", "marshal", "colonel", "brigadier", "commander", "chief"]

  /// Whether a title in the text tells more than that somebody once held an office: "President Bush", the year after, does not.
  private func supersedes(_ title: Title, of actor: Int32) -> Bool {
    let isOver = tables.actors[actor].offices.contains { office in
      (office.title == title.hit.role.post || office.title == title.hit.role.title)
        && month.map { office.to < $0 } ?? false
    }
    guard !title.isFormer, !isOver else { return false }
    return title.hit.role.isOffice || title.hit.role.isState || ["OPP", "REB", "PTY"].contains(title.sector ?? "")
  }

  /// The sector that a title and its owner give together.
  func sector(of title: Title, _ affiliation: Affiliation?) -> String? {
    // "the singer's spokeswoman", "the minister's aide": what those are whom they serve.
    if let affiliation, affiliation.isPerson, title.hit.role.isAnywhere, Self.lendsNothing(title.sector) {
      return affiliation.sector == "ELI" ? nil : affiliation.sector
    }
    if affiliation == nil, title.hit.role.isAnywhere, title.sector == "GOV", !title.isOfState { return nil }
    if title.isFormer,
      Self.lendsNothing(title.hit.role.sector) || ["COP", "SPY", "JUD"].contains(title.hit.role.sector)
    {
      // A former general is of the elite, a former soldier is anybody.
      let isSoldier = title.hit.role.sector == "MIL" && !Self.commanders.contains { title.hit.role.title.hasSuffix($0) }
      return isSoldier ? "CVL" : "ELI"
    }
    // "UN inspectors"
    if title.sector == "COP", let code = affiliation?.code, ["UNO", "IGO", "EUR", "NGO"].contains(code),
      title.hit.role.title.hasSuffix("inspector") || title.hit.role.title.hasSuffix("investigator")
    {
      return "GOV"
    }
    // "Amnesty International's chief executive"
    if Self.chiefs.contains(title.hit.role.title), let owner = affiliation, !owner.isPerson,
      let own = owner.actor >= 0 ? tables.actors[owner.actor].sector ?? owner.sector : owner.sector, own != "JRN"
    {
      return own
    }
    // "Amnesty International's specialist"
    if title.sector == "CVL" || title.sector == "EDU" && affiliation?.code == "NGO", !title.hit.role.isPlural,
      let owner = affiliation?.actor, owner >= 0,
      Self.employers.contains(tables.actors[owner].kind), let own = tables.actors[owner].sector
    {
      return own
    }
    // "NSW Police Minister"
    if title.sector == "GOV", title.hit.role.title.hasSuffix("minister") { return title.sector }
    return sector(title.sector, of: affiliation, isState: title.hit.role.isState)
  }

  /// Hamas's officials are rebels, the State Department's are government: an owner with a sector of its own passes it on.
  /// A party's governor is a governor (`isState`), its chairman the party's.
  func sector(_ sector: String?, of affiliation: Affiliation?, isState: Bool) -> String? {
    guard let affiliation else { return sector }
    // What a minister's lawyers and troops are, the minister does not tell.
    let lent = affiliation.isPerson && sector != nil ? nil : affiliation.sector
    let own = affiliation.actor >= 0 ? tables.actors[affiliation.actor].sector ?? lent : lent
    // "the Labour government", "the citizens' own government"
    if isState, own == "PTY" || own == "CVL" { return sector }
    // "the head of al-Qaeda" governs nothing.
    if own == nil, affiliation.actor >= 0, tables.actors[affiliation.actor].kind == .group, Self.lendsNothing(sector) {
      return nil
    }
    if affiliation.isUnknownBody, own == nil, !isState, Self.lendsNothing(sector) { return nil }
    guard let own, own != "ELI" else { return sector }
    switch sector {
    case nil, "GOV", "MIL", "IGO": return own
    // "dissidents from the Dawn Front"
    case "OPP" where own == "REB": return own
    default: return sector
    }
  }

  /// Posts that companies have, and others too.
  private static let chiefs: Set<String> = [
    "CEO", "chief executive", "chief executive officer", "chief financial officer", "chief operating officer", "CFO",
    "COO",
  ]

  /// Who has experts and lawyers of its own.
  static let employers: Set<Actor.Kind> = [.organisation, .company, .medium]

  /// Whether a title says nothing of a sector where its owner is unknown: an "officer" is no policeman there.
  func lendsNothing(_ title: Title) -> Bool { Self.lendsNothing(title.sector) || title.hit.role.title == "officer" }

  /// Whether a sector that a title has by default says nothing where its owner is unknown.
  static func lendsNothing(_ sector: String?) -> Bool { sector == "GOV" || sector == "LEG" || sector == "MIL" }

  /// Whether a phrase means one that is known: "the", a possessor, or a nationality before an office.
  func isDefinite(_ phrase: NounPhrase) -> Bool {
    switch document.word(phrase.tokens.lowerBound) {
    case "a", "an", "another", "some", "any", "every", "no", "one", "each": false
    default: true
    }
  }
}
