import Linguistics

extension EntityBuilder {
  /// What a pronoun of the third person looks back for.
  enum Wanted {
    case person(Gender)
    case thing
    case several
  }

  mutating func resolvePronoun(_ head: Int) -> [Referent] {
    let wanted: Wanted
    switch document.word(head) {
    case "he", "him", "his", "himself": wanted = .person(.male)
    case "she", "her", "hers", "herself": wanted = .person(.female)
    case "it", "its", "itself": wanted = .thing
    case "they", "them", "their", "theirs", "themselves": wanted = .several
    case "who", "whom", "whose", "which", "that": return resolveRelative(head)
    case "one", "some", "many", "most", "several", "all", "none", "each", "others": return resolveCounted(head)
    case "both": return resolveCount(reader.phrase(at: head))
    default: return []
    }
    if case .thing = wanted, document.relations[head] == .obj || meansThing(head) { return [] }
    if case .several = wanted {
      if meansThings(head) { return [] }
      let pair = isFirstSubject(head) ? pairThatMet(in: sentenceOfToken[head] - 1) : []
      if !pair.isEmpty { return pair.map { Referent(tokens: head..<(head + 1), entity: $0.entity) } }
    }
    guard document.relations[head] != .expl, let past = antecedent(of: head, wanted) else { return [] }
    if case .several = wanted {
      let joined = joinedReferents(at: past.head)
      if joined.count > 1, joined[0].entity == past.entity {
        return joined.map { Referent(tokens: head..<(head + 1), entity: $0.entity) }
      }
    }
    return [Referent(tokens: head..<(head + 1), entity: past.entity)]
  }

  /// "The bill … It calls for": the last subject is a thing that is nobody, and "it" means that.
  private func meansThing(_ pronoun: Int) -> Bool {
    guard document.xpos[pronoun] != .prpPossessive else { return false }
    let sentence = sentenceOfToken[pronoun]
    var token = pronoun - 1
    while token >= 0, sentence - sentenceOfToken[token] <= 1 {
      if document.relations[token].universal == .nsubj, document.upos[token] == .noun || document.upos[token] == .propn
      {
        // "The Volvo was new when it hit them": a thing with a name.
        let isNamed = document.xpos[token] == .nnp && sentence == sentenceOfToken[token]
        return mentionOfHead[nameHead(of: token)] < 0 && (document.xpos[token] == .nn || isNamed)
      }
      token -= 1
    }
    return false
  }

  /// "Kites were forbidden because they were blamed for it": the subject of the clause above is several things that are nobody, and
  /// "they" means those.
  private func meansThings(_ pronoun: Int) -> Bool {
    guard document.word(pronoun) == "they", document.relations[pronoun].universal == .nsubj else { return false }
    let start = document.sentences[Int(sentenceOfToken[pronoun])].lowerBound
    let subject = (start..<pronoun).last {
      document.relations[$0].universal == .nsubj && isSubjectAbove($0, pronoun)
    }
    guard let subject else { return false }
    return document.xpos[subject] == .nns && mentionOfHead[nameHead(of: subject)] < 0
  }

  private func isFirstSubject(_ token: Int) -> Bool {
    document.relations[token].universal == .nsubj
      && (token == 0 || sentenceOfToken[token - 1] != sentenceOfToken[token])
  }

  /// "The minister met his counterpart", "Norway held talks with Sweden": who met whom in a sentence, where both are one and of a kind.
  private mutating func pairThatMet(in sentence: Int32) -> [Referent] {
    guard document.sentences.indices.contains(Int(sentence)) else { return [] }
    let tokens = document.sentences[Int(sentence)].clamped(to: 0..<document.tokenCount)
    for verb in tokens where document.upos[verb] == .verb && document.relations[verb] != .advcl {
      let children = reader.index.children(of: verb)
      guard let subject = children.first(where: { document.relations[$0] == .nsubj }) else { continue }
      let object = children.first { document.relations[$0] == .obj }
      let around = Array(children) + (object.map { Array(reader.index.children(of: $0)) } ?? [])
      let partner = around.first { $0 > verb && reader.preposition(of: $0) == "with" }
      let other: Int? =
        switch document.lemmas[verb] {
        case "meet": object ?? partner
        case "talk", "confer", "speak", "negotiate": partner
        case "hold", "have", "begin", "conclude": object.map(isMeeting) ?? false ? partner : nil
        default: nil
        }
      guard let other else { continue }
      let pair = [subject, other].map { joinedReferents(at: nameHead(of: $0)) }
      guard pair.allSatisfy({ $0.count == 1 }), case let (first, second) = (pair[0][0], pair[1][0]),
        entities[Int(first.entity)].kind == entities[Int(second.entity)].kind,
        entities[Int(first.entity)].identity != entities[Int(second.entity)].identity
      else { continue }
      return [first, second]
    }
    return []
  }

  private func isMeeting(_ noun: Int) -> Bool {
    ["talk", "meeting", "summit", "discussion", "negotiation", "conversation"].contains(document.lemmas[noun])
  }

  /// "The mayor said: “He left.”": who speaks is not who is spoken of.
  func isOwnSpeech(_ past: Int, _ pronoun: Int) -> Bool {
    isQuoted[pronoun] && !isQuoted[past] && sentenceOfToken[past] == sentenceOfToken[pronoun] && isSpeaker(past)
  }

  /// Whether a token is the subject of a verb of saying.
  func isSpeaker(_ token: Int) -> Bool {
    guard document.relations[token] == .nsubj, document.heads[token] >= 0 else { return false }
    let verb = Int(document.heads[token])
    if Self.sayings.contains(document.lemmas[verb]) { return true }
    // "defended the decision, saying …", "praising Berg and saying …"
    return reader.index.children(of: verb).contains { child in
      guard document.relations[child] == .advcl || document.relations[child] == .xcomp, document.xpos[child] == .vbg
      else { return false }
      return Self.sayings.contains(document.lemmas[child])
        || reader.index.children(of: child).contains { next in
          document.relations[next] == .conj && document.xpos[next] == .vbg
            && Self.sayings.contains(document.lemmas[next])
        }
    }
  }

  private static let sayings: Set<String> = [
    "say", "tell", "add", "note", "state", "explain", "argue", "claim", "insist", "warn", "write", "continue",
    "comment",
    "remark", "declare", "announce", "stress", "conclude", "ask", "reply", "respond", "tweet", "call",
  ]

  /// Whether a token is the subject of its sentence's main verb.
  func isMainSubject(_ token: Int) -> Bool {
    guard document.relations[token].universal == .nsubj, document.heads[token] >= 0 else { return false }
    return document.relations[Int(document.heads[token])] == .root
  }

  /// "The envoy gave a speech in which he …": whether a subject is that of a clause in which the pronoun's clause stands.
  func isSubjectAbove(_ past: Int, _ pronoun: Int) -> Bool {
    let verb = document.heads[past]
    var above = document.heads[pronoun]
    var steps = 0
    while above >= 0, steps < 12 {
      if above == verb { return Int(above) != Int(document.heads[pronoun]) }
      above = document.heads[Int(above)]
      steps += 1
    }
    return false
  }

  /// Whether a pronoun may mean what a mention names. Two persons joined by "and" are several.
  func mayMean(_ past: Past, _ wanted: Wanted, _ distance: Int) -> Bool {
    let entity = entities[Int(past.entity)]
    let isTown = isTown(entity)
    switch wanted {
    case .person(let gender):
      return entity.kind == .person && (entity.gender == nil || entity.gender == gender)
    case .thing:
      // "The Norwegian army": the army, and not Norway.
      guard document.relations[past.head] != .amod else { return false }
      return (entity.kind == .body || isOneBody(past.head)) && !isTown && distance <= 2
    case .several:
      if isTown, names.name(at: past.head).map({ $0.label == .geopolitical || $0.label == .location }) ?? true {
        return false
      }
      if entity.kind == .person { return distance <= 1 && conjuncts(of: past.head).count > 1 }
      // "… says AP, which accused them": the press tells of others.
      return distance <= 2 && (entity.sector != "JRN" || entity.kind == .people)
    }
  }

  /// Whether it is a place where something is, and no body: of which only the country is known.
  private func isTown(_ entity: Entity) -> Bool {
    entity.kind == .body && entity.actor < 0 && entity.affiliation >= 0 && entity.sector == nil
  }

  /// "The army", "the parliament": a noun for several humans that is one body.
  func isOneBody(_ head: Int) -> Bool {
    guard document.xpos[head] == .nn || document.xpos[head] == .nnp, let role = names.role(at: head)?.role else {
      return false
    }
    return (role.kind == .body || role.kind == .group) && !role.isPlural && role.title != "police"
  }

  /// "who" and "which": the noun on which their clause hangs.
  private mutating func resolveRelative(_ head: Int) -> [Referent] {
    var token = head
    for _ in 0..<6 {
      guard document.heads[token] >= 0 else { return [] }
      if document.relations[token] == .aclRelative {
        let noun = nameHead(of: Int(document.heads[token]))
        guard noun < head else { return [] }
        // "Berg is a rebel who was jailed": Berg.
        let children = reader.index.children(of: noun)
        if children.contains(where: { document.relations[$0] == .cop }),
          let subject = children.first(where: { document.relations[$0] == .nsubj && person(at: $0) != nil })
        {
          return referents(at: nameHead(of: subject)).map { Referent(tokens: head..<(head + 1), entity: $0.entity) }
        }
        return referents(at: noun).map { Referent(tokens: head..<(head + 1), entity: $0.entity) }
      }
      token = Int(document.heads[token])
    }
    return []
  }

  /// "Many of the protesters": the protesters.
  private mutating func resolveCounted(_ head: Int) -> [Referent] {
    let phrase = reader.phrase(at: head)
    for child in reader.index.children(of: head)
    where child > head && reader.preposition(of: child) == "of" {
      return referents(at: nameHead(of: child)).map {
        Referent(tokens: phrase.tokens.union($0.tokens), entity: $0.entity)
      }
    }
    return []
  }

  /// "The two", "both men", "the pair", "all three parties": as many as were last joined by "and", if they are of that kind.
  mutating func resolveCount(_ phrase: NounPhrase) -> [Referent] {
    guard let first = phrase.tokens.first, Self.definite.contains(document.word(first)),
      let number = phrase.tokens.first(where: { Self.counts[document.word($0)] != nil }),
      let count = Self.counts[document.word(number)]
    else { return [] }
    let role = names.role(at: phrase.head)?.role
    for past in history.reversed() where past.head < phrase.head {
      guard sentenceOfToken[phrase.head] - sentenceOfToken[past.head] <= 2 else { break }
      guard conjuncts(of: past.head).count == count else { continue }
      let joined = joinedReferents(at: past.head)
      guard joined.count == count, Set(joined.map(\.entity)).count == count,
        !joined.contains(where: { phrase.tokens.overlaps($0.tokens) })
      else { continue }
      guard joined.allSatisfy({ isCountable(entities[Int($0.entity)], as: role) }) else { continue }
      return joined.map { Referent(tokens: phrase.tokens, entity: $0.entity) }
    }
    guard count == 2 else { return [] }
    let pair = pairThatMet(in: sentenceOfToken[phrase.head] - 1)
    guard pair.allSatisfy({ isCountable(entities[Int($0.entity)], as: role) }) else { return [] }
    return pair.map { Referent(tokens: phrase.tokens, entity: $0.entity) }
  }

  /// Whether somebody may be one of "the two …".
  private func isCountable(_ entity: Entity, as role: Role?) -> Bool {
    // Two towns are where something is.
    let isTown = isTown(entity)
    guard let role, role.kind != .quantity else { return entity.name != nil && !isTown }
    switch role.kind {
    case .person:
      return entity.kind == .person && (role.sector == "CVL" || role.isAnywhere || entity.sector == role.sector)
    case .members: return isCountry(entity)
    default: return entity.kind != .person && entity.name != nil && entity.sector == role.sector
    }
  }

  private static let counts = ["two": 2, "both": 2, "pair": 2, "duo": 2, "couple": 2, "three": 3, "trio": 3, "four": 4]
  private static let definite: Set<String> = ["the", "both", "all", "these", "those"]

  /// "The two countries": the last two of that kind.
  mutating func resolvePair(_ phrase: NounPhrase) -> [Referent] {
    let isPair = phrase.tokens.contains { ["two", "both", "warring"].contains(document.word($0)) }
    guard isPair, document.upos[phrase.head] != .num else { return [] }
    if let title = names.role(at: phrase.head)?.role.title, Self.sides.contains(title) { return resolveSides(phrase) }
    let wantsPersons = names.role(at: phrase.head)?.role.kind == .person
    var found: [Int32] = []
    for past in history.reversed() where past.head < phrase.head && found.count < 2 {
      let entity = entities[Int(past.entity)]
      guard sentenceOfToken[phrase.head] - sentenceOfToken[past.head] <= 2 else { break }
      let fits = wantsPersons ? entity.kind == .person : isCountry(entity)
      let isNew = !found.contains { entities[Int($0)].identity == entity.identity }
      if fits, isNew { found.append(wantsPersons ? past.entity : named(entity.affiliation)) }
    }
    guard found.count == 2 else { return [] }
    return found.reversed().map { Referent(tokens: phrase.tokens, entity: $0) }
  }

  /// Words for the two parties of a conflict or of talks.
  private static let sides: Set<String> = ["side", "warring side", "warring party", "rival"]

  /// "Both sides", "the warring parties": two that fight each other where an armed group is one of them, otherwise the last two
  /// parties of earlier sentences.
  private mutating func resolveSides(_ phrase: NounPhrase) -> [Referent] {
    let isWarring = phrase.tokens.contains { document.word($0) == "warring" }
    var found = lastSides(before: phrase.head, reach: 8) { Self.armed.contains($0.sector ?? "") }
    let hasGroup = found.contains { Self.rebels.contains(entities[Int($0)].sector ?? "") }
    if found.count < 2 || !hasGroup, !isWarring { found = lastSides(before: phrase.head, reach: 3) { _ in true } }
    guard found.count == 2 else { return [] }
    return found.reversed().map { Referent(tokens: phrase.tokens, entity: $0) }
  }

  private static let rebels: Set<String> = ["REB", "PRM", "UAF", "OPP"]
  private static let armed: Set<String> = ["MIL", "REB", "PRM", "UAF"]

  /// The last two parties in the sentences before a token that pass a test.
  private mutating func lastSides(before head: Int, reach: Int32, _ fits: (Entity) -> Bool) -> [Int32] {
    var found: [Int32] = []
    for past in history.reversed() where past.head < head && found.count < 2 {
      let distance = sentenceOfToken[head] - sentenceOfToken[past.head]
      guard distance <= reach else { break }
      guard distance > 0, fits(entities[Int(past.entity)]), let side = side(of: past.entity) else { continue }
      let isKnown = found.contains { entities[Int($0)].name == entities[Int(side)].name }
      if !isKnown { found.append(side) }
    }
    return found
  }

  /// The party that a named one stands for: a country for its persons and bodies, an armed group for itself.
  private mutating func side(of index: Int32) -> Int32? {
    let entity = entities[Int(index)]
    if Self.rebels.contains(entity.sector ?? ""), entity.kind != .person {
      let isNamed = entity.affiliation >= 0 && tables.actors[entity.affiliation].kind == .group
      return isNamed ? named(entity.affiliation) : index
    }
    guard entity.affiliation >= 0, !["JRN", "CVL", "ELI", "NGO"].contains(entity.sector ?? "") else { return nil }
    let kind = tables.actors[entity.affiliation].kind
    guard kind == .country || entity.kind != .person && (kind == .group || kind == .organisation) else { return nil }
    return named(entity.affiliation)
  }

  private func isCountry(_ entity: Entity) -> Bool {
    entity.kind == .body && entity.affiliation >= 0 && tables.actors[entity.affiliation].kind == .country
  }
}
