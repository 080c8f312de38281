import Linguistics
import NewsModel

extension EntityBuilder {
  /// What the phrase headed at a token stands for; empty when it names nobody.
  mutating func resolve(_ head: Int) -> [Referent] {
    if document.upos[head] == .pron || document.xpos[head] == .prpPossessive { return resolvePronoun(head) }
    var phrase = reader.phrase(at: head)
    if isRoleBefore(head) {
      // "French government plans": what stands before the role is its own.
      let whole = reader.phrase(at: Int(document.heads[head])).tokens
      phrase.tokens = Range(from: min(whole.lowerBound, head), upTo: head + 1)
      if document.relations[phrase.tokens.lowerBound] == .det {
        phrase.tokens = Range(from: phrase.tokens.lowerBound + 1, upTo: head + 1)
      }
    }
    if let person = person(at: head) { return [resolve(person, in: phrase)] }
    if let hit = names.hit(at: head) {
      if let person = personDescribed(by: hit) ?? personBehindPeople(hit) { return [resolve(person, in: phrase)] }
      return [resolve(hit, in: phrase)]
    }
    if let named = apposedName(in: phrase) ?? distantName(in: phrase) { return [named] + restOfList(named, in: phrase) }
    if let long = longName(of: phrase) { return [Referent(tokens: phrase.tokens, entity: long)] }
    if let own = campaign(of: phrase) ?? site(of: phrase) { return [own] }
    if let role = names.role(at: head), !isOwnName(head, role), !isStance(head) {
      if isCollection(role, in: phrase) { return resolveCollection(role, in: phrase) }
      return role.role.kind == .quantity ? resolveQuantity(phrase) : resolve(role, in: phrase)
    }
    if isAge(head) {
      let role = Role(title: "year-old", post: "year-old", kind: .person)
      return [Referent(tokens: phrase.tokens, entity: anonymous(role, kind: .person, code: nil, sector: "CVL"))]
    }
    // "two of them", "all of Peru's airlines"
    if document.upos[head] == .num || document.upos[head] == .det { return resolveQuantity(phrase) }
    return resolveUnknownName(phrase)
  }

  /// "arrested a 26-year-old": somebody of whom only the age is told.
  private func isAge(_ head: Int) -> Bool {
    guard head >= 5, document.word(head) == "old", document.relations[head] != .amod else { return false }
    // "the 26-year-old" is somebody told of before.
    return document.word(head - 2) == "year" && document.upos[head - 4] == .num && document.word(head - 5) != "the"
  }

  /// "opposition to the bill" is what somebody is of a mind to, and nobody.
  private func isStance(_ head: Int) -> Bool {
    document.word(head) == "opposition"
      && reader.index.children(of: head).contains { $0 > head && reader.preposition(of: $0) == "to" }
  }

  /// Whether a role word is part of an organisation's own name ("Massachusetts Institute of Technology") and names no country.
  private func isOwnName(_ head: Int, _ hit: NameAnalysis.RoleHit) -> Bool {
    guard let name = names.name(at: head), name.label == .organisation, name.tokens.count > hit.tokens.count else {
      return false
    }
    // "Citizens for Rivers"
    if name.tokens.lowerBound == head, tables.roles.has(.associationBeginnings, document.word(head)) { return true }
    guard hit.role.kind == .body || hit.role.kind == .group else { return false }
    if isPrivateCouncil(name.tokens) || isFaithBody(name.tokens) || hit.role.code == "IGO" { return true }
    // "the Federal Parliament" is what it says, "the Bush Administration" a president's.
    let rest = name.tokens.filter { !hit.tokens.contains($0) }
    if isOfState(hit.role), rest.allSatisfy({ Self.levels.contains(document.word($0)) || person(at: $0) != nil }) {
      return false
    }
    return name.tokens.allSatisfy { names.hit(at: $0) == nil }
  }

  /// Words that tell of what level a body of a state is.
  private static let levels: Set<String> = ["federal", "national", "state", "central", "the"]

  /// A person: the words before the name and the apposition after it give title, country and sector.
  private mutating func resolve(_ person: PersonSpan, in phrase: NounPhrase) -> Referent {
    let start = min(phrase.tokens.lowerBound, writtenTitleStart(before: person))
    let phrase = NounPhrase(head: phrase.head, tokens: phrase.tokens.union(start..<person.tokens.upperBound))
    if let title = title(in: start..<person.tokens.lowerBound) { assign(title, to: person.entity, in: phrase) }
    if let shared = titleOfList(around: person) { assign(shared, to: person.entity, in: phrase) }
    let nameHead = nameHead(of: phrase.head)
    for child in reader.index.children(of: nameHead)
    where document.relations[child] == .appos || document.relations[child] == .conj && isFurtherTitle(child) {
      assignApposition(child, to: person.entity)
      // "Sol Nascente, the newspaper that printed it": no person, whatever the engine thinks.
      if entities[Int(person.entity)].role == nil { describe(person.entity, byAppositionAt: child) }
    }
    if entities[Int(person.entity)].role == nil { describe(person.entity, byKindBefore: nameHead) }
    if let predicate = predicate(of: nameHead) { assignApposition(predicate, to: person.entity) }
    if entities[Int(person.entity)].role == nil, let capacity = capacity(of: nameHead) {
      assignApposition(capacity, to: person.entity)
    }
    assignLead(of: nameHead, to: person.entity)
    if isCountryUntold(person.entity) { assignNationality(before: person, from: start) }
    if isOpen(person.entity) { assignWrittenApposition(after: person) }
    if isOpen(person.entity) { assignTitleBeforeComma(to: person) }
    assignSeat(to: person)
    assignMedium(to: person)
    assignBody(behind: nameHead, to: person.entity)
    assignNomination(of: nameHead, to: person.entity)
    return Referent(tokens: phrase.tokens, entity: person.entity)
  }

  /// Start of the title that stands right before a name, whatever the tree says; the name's own start without one.
  private func writtenTitleStart(before person: PersonSpan) -> Int {
    let end = person.tokens.lowerBound
    guard end > 0 else { return end }
    guard let role = names.role(at: end - 1), role.role.kind == .person, !role.role.isPlural else {
      return startOfOffice(before: person)
    }
    var start = role.tokens.lowerBound
    while start > 0, sentenceOfToken[start - 1] == sentenceOfToken[end],
      names.role(at: start - 1) != nil || names.hit(at: start - 1) != nil
        || Self.endings.contains(document.word(start - 1))
    {
      start -= 1
    }
    return start
  }

  /// "Norwegian Minister of State for Trade Anna Berg": where an office begins of which words stand between it and the name.
  private func startOfOffice(before person: PersonSpan) -> Int {
    let end = person.tokens.lowerBound
    let office = reader.index.children(of: nameHead(of: end)).first { child in
      child < end && document.relations[child] == .nmodDescription && sentenceOfToken[child] == sentenceOfToken[end]
    }
    guard let office, end - office <= 10, let role = names.role(at: office), role.role.kind == .person,
      !role.role.isPlural,
      document.word(role.tokens.upperBound) == "of" || document.word(role.tokens.upperBound) == "for"
    else { return end }
    var start = role.tokens.lowerBound
    while start > 0, sentenceOfToken[start - 1] == sentenceOfToken[end], names.hit(at: start - 1) != nil { start -= 1 }
    return start
  }

  /// A name of the tables that is no person.
  private mutating func resolve(_ hit: NameAnalysis.Hit, in phrase: NounPhrase) -> Referent {
    let actor = tables.actors[hit.sense.actor]
    let tokens = phrase.tokens.union(hit.tokens)
    switch hit.sense.form {
    case .seat:
      return Referent(tokens: tokens, entity: government(of: hit.sense.actor))
    case .people:
      return Referent(tokens: tokens, entity: people(of: hit, in: phrase))
    case .adjective where isCitizen(hit, in: phrase):
      return Referent(tokens: tokens, entity: collective(of: hit.sense.actor, sector: "CVL", title: nil))
    case .name where isOfHouse(hit):
      return Referent(tokens: tokens, entity: people(of: hit, in: phrase))
    case .name, .adjective:
      if isOfCountry(actor), let owner = foreignOwner(of: hit, in: phrase) {
        return Referent(tokens: tokens, entity: collective(of: owner, sector: actor.sector, title: actor.name))
      }
      if let party = partyWithMoreWords(hit) { return Referent(tokens: tokens, entity: party) }
      if let home = homeOfParty(hit) ?? homeOfHouse(hit) {
        return Referent(tokens: tokens, entity: collective(of: home, sector: actor.sector, title: actor.name))
      }
      if let country = placeOfNamesake(hit) ?? homeOfMedium(hit) {
        return Referent(tokens: tokens, entity: namesake(of: hit, in: country, called: nameRange(at: phrase.head)))
      }
      let entity = named(hit.sense.actor)
      addInitials(of: hit.tokens, for: entity)
      addLastWord(of: hit, for: entity)
      return Referent(tokens: tokens, entity: entity)
    }
  }

  /// "the Times", after "the New York Times".
  private mutating func addLastWord(of hit: NameAnalysis.Hit, for entity: Int32) {
    let kind = tables.actors[hit.sense.actor].kind
    guard kind == .medium || kind == .group, hit.tokens.count > 1, let last = hit.tokens.last else { return }
    // "the Tigers", after "the Tamil Tigers", but no "the Army"
    if kind == .group, document.xpos[last] != .nnps { return }
    introduce(document.folded(last), as: entity)
  }

  /// "RWB", after "Reporters Without Borders".
  mutating func addInitials(of name: Range<Int>, for entity: Int32) {
    let initials = NameFolding.folded(ArraySlice(document.initials(name)))
    if initials.count > 2 { introduce(initials, as: entity) }
  }

  /// Whether a body of the tables is one of a country, so that another country's may have the same name.
  private func isOfCountry(_ actor: Actor) -> Bool {
    switch actor.kind {
    case .body, .party: true
    case .organisation: actor.code.map { tables.actors.country($0) != nil } ?? false
    default: false
    }
  }

  /// The country in front of a name such as "Congress" or "Labor Party" that belongs to another country by default.
  private func foreignOwner(of hit: NameAnalysis.Hit, in phrase: NounPhrase) -> Int32? {
    let code = tables.actors[hit.sense.actor].code
    for token in phrase.tokens where token < hit.tokens.lowerBound {
      guard let other = names.hit(at: token) else { continue }
      let actor = tables.actors[other.sense.actor]
      if actor.kind == .country, actor.code != code { return other.sense.actor }
    }
    // "the National Assembly of Peru"
    let owner = reader.index.children(of: nameHead(of: phrase.head)).first { reader.preposition(of: $0) == "of" }
    guard let owner, let other = names.hit(at: owner) else { return nil }
    let actor = tables.actors[other.sense.actor]
    return actor.kind == .country && actor.code != code ? other.sense.actor : nil
  }

  /// A name that follows its noun: "news agency AFP", "President Putin", "the deputy prime minister, Olga Stefanishyna".
  private mutating func apposedName(in phrase: NounPhrase) -> Referent? {
    for child in followers(of: phrase.head) {
      let isTight = reader.isTight(phrase.head, child)
      switch document.relations[child] {
      case .appos: break
      case .acl:
        if let person = personCalled(by: child), assignHead(of: phrase, naming: person) {
          return Referent(tokens: phrase.tokens, entity: person.entity)
        }
        continue
      case .flat, .compound, .nmodDescription, .nmodUnmarked, .dep, .list: if !isTight { continue }
      default: continue
      }
      if let person = person(at: child), assignHead(of: phrase, naming: person) {
        return Referent(tokens: isTight ? phrase.tokens.union(person.tokens) : phrase.tokens, entity: person.entity)
      }
      if let hit = names.hit(at: child), hit.sense.form == .name, let role = names.role(at: phrase.head)?.role,
        role.kind == .body || role.kind == .group
      {
        let kind = tables.actors[hit.sense.actor].kind
        guard kind != .country, kind != .region, kind != .person else { continue }
        let country = affiliationsBefore(
          NameAnalysis.RoleHit(tokens: phrase.head..<(phrase.head + 1), role: role), in: phrase
        ).first?.code
        let entity =
          if kind != .organisation, let country, tables.actors.country(country) != nil,
            country != tables.actors[hit.sense.actor].code
          {
            namesake(of: hit, in: country, called: hit.tokens)
          } else {
            named(hit.sense.actor)
          }
        return Referent(tokens: isTight ? phrase.tokens.union(hit.tokens) : phrase.tokens, entity: entity)
      }
      if let body = describedBody(at: child, by: phrase) {
        return Referent(tokens: isTight ? phrase.tokens.union(body.tokens) : phrase.tokens, entity: body.entity)
      }
    }
    return nil
  }

  /// Gives a person what the noun before the name tells; false where that noun says nothing of who somebody is.
  private mutating func assignHead(of phrase: NounPhrase, naming person: PersonSpan) -> Bool {
    // "the racketeer Jonas Lie", "a shrimper, Jonas Lie": what he is called says nothing of a sector.
    if isHuman(phrase.head, namedAt: person.tokens.lowerBound) { return true }
    guard let role = names.role(at: phrase.head) else { return false }
    switch role.role.kind {
    case .quantity: return assignOne(of: phrase, named: person)
    case .person: assignTitle(endingAt: max(role.tokens.upperBound, phrase.head + 1), of: phrase, to: person.entity)
    case .members where !role.role.isPlural: assignMembership(role, in: phrase, to: person.entity)
    default: return false
    }
    return true
  }

  /// Whether a noun without a role or name of its own may say what the human is who is named behind it, or what several are:
  /// "two shrimpers, Jonas Lie and Per Dahl".
  private func isHuman(_ token: Int, namedAt name: Int) -> Bool {
    guard names.role(at: token) == nil, names.name(at: token) == nil, names.hit(at: token) == nil else { return false }
    switch document.xpos[token] {
    case .nn, .nnp: return true
    case .nns: return conjuncts(of: nameHead(of: name)).count { person(at: $0) != nil } > 1
    default: return false
    }
  }

  /// "The two drivers, Ola Berg, 61, and Per Dahl, 44": the persons behind the first.
  private mutating func restOfList(_ first: Referent, in phrase: NounPhrase) -> [Referent] {
    let role = names.role(at: phrase.head)
    guard role?.role.isPlural ?? (document.xpos[phrase.head] == .nns),
      let name = personSpans.first(where: { $0.entity == first.entity && $0.tokens.lowerBound > phrase.head })
    else { return [] }
    let others = conjuncts(of: nameHead(of: name.tokens.lowerBound)).compactMap(person).filter {
      $0.entity != first.entity
    }
    if let role, role.role.kind == .person {
      for other in others where entities[Int(other.entity)].role == nil {
        assignTitle(endingAt: max(role.tokens.upperBound, phrase.head + 1), of: phrase, to: other.entity)
      }
    }
    return others.map { Referent(tokens: $0.tokens, entity: $0.entity) }
  }

  /// "A fleet of trawlers", "a coalition of aid groups": what such a body consists of tells what it is.
  private func isCollection(_ hit: NameAnalysis.RoleHit, in phrase: NounPhrase) -> Bool {
    guard ["fleet", "convoy", "coalition", "alliance", "patrol"].contains(hit.role.title), !hit.role.isPlural else {
      return false
    }
    return reader.index.children(of: phrase.head).contains { child in
      child > phrase.head && reader.preposition(of: child) == "of" && document.xpos[child] == .nns
        && reader.phrase(at: child).tokens.allSatisfy { names.hit(at: $0) == nil }
        && names.role(at: child)?.role.kind != .members
    }
  }

  /// Those of whom a body consists; a body of which nothing else is told where they have no role.
  private mutating func resolveCollection(_ hit: NameAnalysis.RoleHit, in phrase: NounPhrase) -> [Referent] {
    let parts = resolveQuantity(phrase)
    if !parts.isEmpty { return parts }
    var plain = hit
    plain.role.sector = hit.role.code == "IGO" ? "SOC" : nil
    plain.role.code = nil
    return resolve(plain, in: phrase)
  }

  /// "her deputy, the mayor of Bergen, Kari Lund": the name at the end of several appositions.
  private mutating func distantName(in phrase: NounPhrase) -> Referent? {
    for child in followers(of: phrase.head) where document.relations[child] == .appos {
      for inner in reader.index.children(of: child)
      where document.relations[inner] == .appos && inner > child {
        guard let person = person(at: inner), names.role(at: phrase.head)?.role.isPlural != true else { continue }
        return Referent(tokens: phrase.tokens, entity: person.entity)
      }
    }
    return nil
  }

  /// What hangs behind a noun, or behind the last word of its role: the name after "Secretary of State".
  func followers(of head: Int) -> [Int] {
    guard let words = names.role(at: head)?.tokens else { return reader.index.children(of: head).filter { $0 > head } }
    return words.flatMap { reader.index.children(of: $0) }.filter { $0 >= words.upperBound && $0 > head }
  }
}
