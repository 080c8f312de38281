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
      let lastHit = names.role(at: last)
    else { return nil }
    let hit = officeBefore(lastHit, in: range) ?? lastHit
    var start = hit.tokens.lowerBound
    while start - 1 >= range.lowerBound, isTitleWord(start - 1) { start -= 1 }
    let words = document.span(Range(from: start, upTo: hit.tokens.upperBound))
    let text = hit.role.isPlural ? hit.role.title : document.string(words)
    return Title(text: text, hit: hit, sector: sector(of: hit, from: start), isFormer: isFormer(before: hit, in: range))
  }

  /// "Prime Minister General Berg": of an office and a rank the office says more.
  private func officeBefore(_ rank: NameAnalysis.RoleHit, in range: Range<Int>) -> NameAnalysis.RoleHit? {
    guard rank.role.sector == "MIL", rank.tokens.lowerBound > range.lowerBound,
      let office = names.role(at: rank.tokens.lowerBound - 1), office.role.isOffice, office.role.kind == .person
    else { return nil }
    return office
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
    if isAddress(hit) { return nil }
    guard isGeneric, hit.tokens.lowerBound - 1 >= start, let before = names.role(at: hit.tokens.lowerBound - 1)?.role,
      let sector = before.sector
    else { return hit.role.sector }
    return sector
  }

  /// "Representative Jonas Lie": with a capital and before a name, a member of a house of representatives.
  private func isMemberOfHouse(_ hit: NameAnalysis.RoleHit) -> Bool {
    document.bytes(hit.tokens.lowerBound).first == UInt8(ascii: "R") && person(at: hit.tokens.upperBound) != nil
  }

  /// "Doctor Berg", "Mullah Lie": with a capital right before a name, a form of address that tells no sector.
  private func isAddress(_ hit: NameAnalysis.RoleHit) -> Bool {
    ["doctor", "mullah"].contains(hit.role.title)
      && document.bytes(hit.tokens.lowerBound).first.map { (65...90).contains($0) } == true
      && person(at: hit.tokens.upperBound) != nil
  }

  private static let genericRoles: Set<String> = [
    "spokesman", "spokeswoman", "spokesperson", "deputy spokesman", "leader", "official", "senior official", "chief",
    "head",
    "director", "deputy head", "deputy chief", "chairman", "chairwoman", "chairperson", "adviser", "advisor",
    "representative", "commander", "aide", "supporter", "source", "negotiator", "officer",
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
        // Nobody is president of a person: a name of which the engine thinks so is a firm's.
        && (isUnknownName(child) || hit.role.title == "president" && isForeignToTables(child))
    }
  }

  private func isForeignToTables(_ token: Int) -> Bool {
    guard let name = names.name(at: token), name.label == .person else { return false }
    return name.tokens.allSatisfy { names.hit(at: $0) == nil }
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
}
