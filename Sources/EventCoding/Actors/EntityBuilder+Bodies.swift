import Linguistics
import NewsModel

// Bodies to which somebody belongs, and those of which nothing is known.
extension EntityBuilder {
  /// "Kate Lie, of Amnesty International": somebody of whom only the body is told takes its codes.
  mutating func assignBody(behind name: Int, to person: Int32) {
    let known = entities[Int(person)]
    guard known.actor < 0, known.code == nil || known.isGuess else { return }
    for child in reader.index.children(of: name) where child > name {
      guard document.relations[child] == .nmod, let preposition = reader.preposition(of: child),
        ["of", "from", "at", "with"].contains(preposition), let body = referents(at: nameHead(of: child)).first
      else { continue }
      let owner = entities[Int(body.entity)]
      let isNation = isCountry(owner.actor)
      // "Foreign Minister Anna Berg of Norway"
      guard owner.kind != .person, isUntold(person) || isNation else { continue }
      if isUntold(person), !isNation { entities[Int(person)].sector = owner.sector }
      return assign(owner.code, owner.affiliation, to: person)
    }
  }

  /// "Labour member Anna Berg", "his Chinese counterpart Li": of what stands before.
  mutating func assignMembership(_ hit: NameAnalysis.RoleHit, in phrase: NounPhrase, to person: Int32) {
    guard isUntold(person) || entities[Int(person)].isGuess,
      let owner = affiliationsBefore(hit, in: phrase).first(where: { !$0.isPerson })
    else { return }
    let sector = owner.actor >= 0 ? tables.actors[owner.actor].sector : owner.sector
    entities[Int(person)].sector = entities[Int(person)].sector ?? (isCountry(owner.actor) ? nil : sector)
    assign(owner.code, owner.actor, to: person)
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

  private func isCountry(_ actor: Int32) -> Bool { actor >= 0 && tables.actors[actor].kind == .country }

  /// "president of the Harbour Union": of an organisation of which nothing is known, and which so is no state's.
  func isOfUnknownBody(_ hit: NameAnalysis.RoleHit, in phrase: NounPhrase) -> Bool {
    if isUnknownBody(endingBefore: hit.tokens.lowerBound) { return true }
    return reader.index.children(of: phrase.head).contains { child in
      child >= hit.tokens.upperBound && ["of", "for", "at", "with"].contains(reader.preposition(of: child) ?? "")
        // Nobody is president of a person: a name of which the engine thinks so is a firm's.
        && (isUnknownName(child) || hit.role.title == "president" && isForeignToTables(child))
    }
  }

  /// "Acme Mining senior vice president", "the organisation's president": a body of which nothing is known stands before a post.
  func isUnknownBody(endingBefore post: Int) -> Bool {
    var token = post - 1
    while token > 0, Self.degrees.contains(document.word(token)) { token -= 1 }
    if token > 0, document.xpos.indices.contains(token), document.xpos[token] == .pos { token -= 1 }
    guard token >= 0 else { return false }
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
    guard name.label == .organisation, let role = name.tokens.first(where: { names.role(at: $0) != nil }) else {
      return nil
    }
    let place = Range(from: name.tokens.lowerBound, upTo: role)
    guard let country = gazetteerCountry(place) else { return nil }
    // "Bush Administration" is not of the Egyptian town of Bush.
    let isNamed = countries.times[country] != nil
    return isNamed || tables.places.places(document.folded(place)).first?.kind == .region ? country : nil
  }

  /// Words between a body and the post that somebody has in it.
  private static let degrees: Set<String> = [
    "senior", "executive", "assistant", "associate", "chief", "acting", "deputy",
  ]

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
}
