import Linguistics
import NewsModel

/// A person's name in the text.
struct PersonSpan: Sendable {
  var tokens: Range<Int>
  var entity: Int32
}

extension EntityBuilder {
  func person(at token: Int) -> PersonSpan? {
    guard personOfToken.indices.contains(token), personOfToken[token] >= 0 else { return nil }
    return personSpans[Int(personOfToken[token])]
  }

  /// Finds all persons' names: those of the tables, those of the engine, then surnames alone.
  mutating func findPersons() {
    var short: [Range<Int>] = []
    for range in personRanges() {
      if let hit = names.hit(at: range.lowerBound), hit.tokens == range {
        addPerson(range, actor: hit.sense.actor)
      } else if range.count > 1, tablePerson(called: range) == nil {
        addPerson(range, actor: tablePerson(withoutInitialIn: range))
      } else {
        short.append(range)
      }
    }
    for range in short { addShortName(range) }
    findUnlabelledSurnames()
  }

  /// Ranges of persons' names in order: table names, and the engine's where the tables know nothing.
  private func personRanges() -> [Range<Int>] {
    var ranges = names.hits.filter { tables.actors[$0.sense.actor].kind == .person }.map(\.tokens)
    for name in names.spans where name.label == .person {
      let tokens = withoutTitle(name.tokens)
      guard !tokens.isEmpty, tokens.upperBound <= document.tokenCount else { continue }
      guard tokens.allSatisfy({ names.hit(at: $0) == nil }), !isTown(tokens), !isThroneAlone(tokens) else { continue }
      ranges.append(tokens)
    }
    return ranges.sorted { $0.lowerBound < $1.lowerBound }
  }

  /// Whether the engine took a place for a person: one word of the gazetteer behind "in" or "near".
  private func isTown(_ tokens: Range<Int>) -> Bool {
    let before = tokens.lowerBound - 1
    guard tokens.count == 1, before >= 0, document.upos[before] == .adp else { return false }
    let prepositions: Set<String> = ["in", "near", "at", "outside", "around"]
    guard prepositions.contains(document.word(before)) else { return false }
    return !tables.places.places(document.folded(tokens)).isEmpty
  }

  /// "The Queen", "the Pope": an office that the engine took for a name.
  private func isThroneAlone(_ tokens: Range<Int>) -> Bool {
    guard tokens.count == 1, tokens.lowerBound > 0, let role = names.role(at: tokens.lowerBound), role.tokens == tokens
    else { return false }
    return role.role.isOffice && document.word(tokens.lowerBound - 1) == "the"
  }

  /// A name without the "President" or "Mr." that the engine may have taken into it.
  private func withoutTitle(_ tokens: Range<Int>) -> Range<Int> {
    var start = tokens.lowerBound
    while start < tokens.upperBound - 1, let role = names.role(at: start) { start = role.tokens.upperBound }
    var end = tokens.upperBound
    // "the mayor of Bergen Anna Lie"
    if start > 1, document.word(start - 1) == "of", names.role(at: start - 2)?.role.kind == .person {
      let town = (1..<3).last { count in
        tokens.upperBound - start > count + 1 && !tables.places.places(document.folded(start..<(start + count))).isEmpty
      }
      if let town { start += town }
    }
    // "Kate Lund of Time"
    if let of = tokens.first(where: { $0 > start + 1 && document.word($0) == "of" }) { end = of }
    while end > start, document.xpos.indices.contains(end - 1), document.xpos[end - 1] == .pos { end -= 1 }
    return start < end ? start..<end : tokens.upperBound..<tokens.upperBound
  }

  private mutating func addPerson(_ range: Range<Int>, actor: Int32?) {
    let key = document.folded(range)
    if let entity = actor.flatMap({ index(ofActor: $0) }) ?? aliases[key] {
      mark(range, entity)
      return
    }
    var person = Entity(kind: .person, name: document.string(document.span(range)), identity: Int32(entities.count))
    if let actor { describe(&person, by: actor) }
    person.gender = person.gender ?? gender(of: range)
    entities.append(person)
    let entity = person.identity
    aliases[key] = entity
    // Of a family, who is named first is meant by the surname alone.
    if let last = surname(of: range) { introduce(document.folded(last), as: entity) }
    // "Wang", after "Wang Lequan"
    if range.count > 1, range.count < 4, tables.roles.has(.firstSurnames, document.word(range.lowerBound)) {
      introduce(document.folded(range.lowerBound), as: entity)
    }
    // "Ma", after "Ma Ying-jeou": where the given name has a hyphen and a small letter, the surname stands first.
    if let last = range.last, range.count > 2, document.form(last - 1) == "-",
      !LetterCase(document.bytes(last)).startsHigh
    {
      introduce(document.folded(range.lowerBound), as: entity)
    }
    // "al-Amin", "Berg-Hansen"
    let last = lastWord(of: range)
    if last.count > 1, last.count < range.count { introduce(document.folded(last), as: entity) }
    // "Mr Della Bosca"
    if range.count > 2 { introduce(document.folded(range.suffix(2)), as: entity) }
    let first = document.folded(range.lowerBound)
    if range.count > 1, givenNames[first] == nil { givenNames[first] = entity }
    for name in actor.map({ tables.actors[$0].shortNames }) ?? [] {
      aliases[NameFolding.folded(Array(name.utf8))] = entity
    }
    mark(range, entity)
  }

  /// The tokens at the end of a name that are written without a blank between them.
  private func lastWord(of name: Range<Int>) -> Range<Int> {
    var start = name.upperBound - 1
    while start > name.lowerBound, document.span(start - 1).end == document.span(start).start { start -= 1 }
    return start..<name.upperBound
  }

  /// The last word of a name that is no "Jr.".
  private func surname(of name: Range<Int>) -> Int? {
    name.last { token in
      token == name.lowerBound
        || !["jr", "sr", "ii", "iii", "iv"].contains(document.word(token))
          && document.upos[token] != .punct
    }
  }

  /// A surname alone: the person of this article first, then the one the tables know.
  private mutating func addShortName(_ range: Range<Int>) {
    if let relative = relative(called: range) {
      mark(range, relative)
      return
    }
    let name = document.folded(range)
    if let entity = aliases[name], entities[Int(entity)].kind == .person {
      if let holder = officeHolder(called: range, insteadOf: entity) {
        aliases[name] = nil; addPerson(range, actor: holder)
      } else {
        mark(range, entity)
      }
    } else if tables.roles.gender(ofFirstName: bytes(of: range)) != nil, let entity = givenNames[name] {
      mark(range, entity)
    } else {
      let head = range.count == 1 ? headOfState(calledBefore: range.lowerBound) : nil
      addPerson(range, actor: head ?? tablePerson(called: range))
    }
  }

  /// "Trudeau praised Pierre Trudeau": a surname before the full name is whoever is in office, not who is named later.
  private func officeHolder(called range: Range<Int>, insteadOf other: Int32) -> Int32? {
    guard let full = personSpans.first(where: { $0.entity == other }), full.tokens.lowerBound > range.lowerBound,
      let month, let actor = tablePerson(called: range), actor != entities[Int(other)].actor,
      tables.actors.isInOffice(actor, in: month)
    else { return nil }
    // Of one whom the tables do not know, a minister is no surer than he.
    let isHigh = tables.actors[actor].offices.contains { $0.isHeld(in: month) && Office.highest.contains($0.title) }
    guard isHigh || entities[Int(other)].actor >= 0 else { return nil }
    return actor
  }

  /// "Mrs Weiss": of those who share the surname, the one of that gender.
  private func relative(called range: Range<Int>) -> Int32? {
    guard range.count == 1, let gender = gender(of: range) else { return nil }
    let surname = document.folded(range.lowerBound)
    return personSpans.first { span in
      span.tokens.count > 1 && entities[Int(span.entity)].gender == gender
        && span.tokens.last.map(document.folded) == surname
    }?.entity
  }

  /// Surnames that the engine did not label, where this article or the tables leave no doubt.
  private mutating func findUnlabelledSurnames() {
    for token in 0..<document.tokenCount where document.upos[token] == .propn {
      guard personOfToken[token] < 0, names.hit(at: token) == nil, names.role(at: token) == nil else { continue }
      if let head = headOfState(calledBefore: token) {
        addPerson(token..<(token + 1), actor: head)
        continue
      }
      if let label = names.name(at: token)?.label, label != .person, !names.surnameTokens.contains(token) { continue }
      let key = document.folded(token)
      guard key.count >= 4 else { continue }
      if let entity = aliases[key], entities[Int(entity)].kind == .person {
        mark(token..<(token + 1), entity)
      } else if names.name(at: token) == nil, !isInsideProperName(token),
        let actor = tablePerson(called: token..<(token + 1))
      {
        addPerson(token..<(token + 1), actor: actor)
      }
    }
  }

  /// "The Bush administration": who headed a government last of that name.
  private func headOfState(calledBefore token: Int) -> Int32? {
    guard token + 1 < document.tokenCount, let month, let role = names.role(at: token + 1)?.role, role.kind == .body,
      ["administration", "government", "regime", "cabinet"].contains(role.title)
    else { return nil }
    let candidates = tables.actors.surnames.meanings(of: document.bytes(token)).compactMap { person in
      tables.actors[person].offices.filter { Office.highest.contains($0.title) && $0.from <= month }
        .max { $0.to < $1.to }.map { (person: person, to: $0.to) }
    }
    return candidates.max { $0.to < $1.to }?.person
  }

  /// Whether a capitalised word beside it may be the rest of another name.
  private func isInsideProperName(_ token: Int) -> Bool {
    [token - 1, token + 1].contains { other in
      document.upos.indices.contains(other) && document.upos[other] == .propn && names.role(at: other) == nil
        && names.hit(at: other) == nil
    }
  }

  private func index(ofActor actor: Int32) -> Int32? {
    entities.firstIndex { $0.actor == actor }.map(Int32.init)
  }

  private func describe(_ person: inout Entity, by actor: Int32) {
    let known = tables.actors[actor]
    person.actor = actor
    person.name = known.name
    person.code = tables.actors.code(of: actor, in: month)
    person.sector = sector(ofActor: actor)
    person.gender = known.gender
    person.affiliation = tables.actors.affiliation(of: actor, in: month) ?? -1
  }

  /// The sector of a person of the tables in the article's month: a minister who was a senator then was of the legislature, one
  /// who led the opposition of the opposition.
  func sector(ofActor actor: Int32) -> String? {
    let sector = tables.actors.sector(of: actor, in: month)
    guard let sector, ["GOV", "LEG", "OPP", "REB"].contains(sector), let month else { return sector }
    let held = tables.actors[actor].offices.filter { $0.isHeld(in: month) }
    // A minister has a seat in parliament too.
    let posts = held.filter { !tables.roles.has(.seats, $0.title) }
    for office in posts.isEmpty ? held : posts {
      guard let role = tables.roles.role(called: office.title), let own = role.sector else { continue }
      if ["LEG", "OPP", "MIL", "SPY", "JUD"].contains(own) { return own }
      if own == "GOV", role.isOffice || role.isState { return own }
    }
    // Who only leads a party does not govern.
    let leadsParty = sector == "GOV" && !posts.isEmpty && posts.allSatisfy { $0.title == "party leader" }
    return leadsParty ? "PTY" : sector
  }

  /// Whether the tables know nothing of somebody at the time but a seat in a parliament.
  func isSeatAlone(_ person: Entity) -> Bool {
    guard person.actor >= 0, person.sector == "LEG", let month else { return false }
    return tables.actors[person.actor].offices.allSatisfy {
      !$0.isHeld(in: month) || tables.roles.has(.seats, $0.title)
    }
  }

  /// "Environment Minister Anna Berg", "opposition spokesman Jonas Lie": what one is more than a member of parliament.
  func isMore(_ title: Title, _ sector: String?) -> Bool {
    let isPost = title.hit.role.isState || title.hit.role.isOffice || title.isOfState
    return !title.isFormer && (sector == "OPP" || sector == "GOV" && isPost)
  }

  private mutating func mark(_ range: Range<Int>, _ entity: Int32) {
    personSpans.append(PersonSpan(tokens: range, entity: entity))
    for token in range { personOfToken[token] = Int32(personSpans.count - 1) }
  }

  /// Gender by "Mrs" before the name or by the first name.
  private func gender(of range: Range<Int>) -> Gender? {
    let before = range.lowerBound - 1
    if before >= 0, let role = names.role(at: before)?.role, let gender = role.gender { return gender }
    return range.count > 1 ? tables.roles.gender(ofFirstName: document.bytes(range.lowerBound)) : nil
  }

  func bytes(of range: Range<Int>) -> ArraySlice<UInt8> {
    let span = document.span(range)
    return document.text[span.start..<span.end]
  }
}
