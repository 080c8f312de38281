import Linguistics
import NewsModel

/// Reads what stands at which position around a verb or noun.
struct ArgumentReader: Sendable {
  let tree: SyntaxTree

  // MARK: Verbs

  /// What stands around a verb.
  func fillers(ofVerb verb: Int) -> [Filler] {
    var result: [Filler] = []
    if let subject = tree.subject(verb) { result.append(Filler(position: .subject, head: subject)) }
    let objects = tree.objects(verb)
    for object in objects { result.append(Filler(position: .object, head: object)) }
    // "was given asylum by Chile": who is given it.
    if tree.isPassive(verb), let thing = tree.child(verb, .obj), thing > verb, let subject = tree.surfaceSubject(verb) {
      result.append(Filler(position: .indirectObject, head: subject))
    }
    for child in tree.children(verb) {
      switch tree.relation(child) {
      case .iobj:
        // "warned Russia of": an object, whatever the parser calls it.
        let isAlone = tree.child(verb, .obj) == nil && !tree.isPassive(verb)
        result.append(Filler(position: isAlone ? .object : .indirectObject, head: child))
      // "demanded that it leave, Reuters reports": who reports is no part of what is said.
      case .ccomp where isTag(child): break
      case .ccomp, .xcomp:
        result.append(Filler(position: .clause, head: child))
        if !objects.isEmpty { result += qualities(child, .clause) }
      case .advcl where tree.mark(child) == "that" || tree.mark(child) == "to":
        result.append(Filler(position: .clause, head: child))
      default: break
      }
    }
    for object in objects { result += terms(object) }
    result += prepositional(verb)
    for object in objects where !tree.isVerb(object) { result += prepositional(object, fromVerb: verb) }
    return result
  }

  /// "gave them ten days to leave", "reserves the right to retaliate" with the infinitive on the noun.
  private func terms(_ object: Int) -> [Filler] {
    guard tree.lemma(object) == "right" || ["hour", "day", "week", "month"].contains(tree.lemma(object)) else {
      return []
    }
    return tree.children(object).filter { tree.relation($0) == .acl && tree.mark($0) == "to" }
      .map { Filler(position: .clause, head: $0) }
  }

  /// "called the plan a shameful farce", "one of many shameful acts", "an act of aggression": what a predicate noun is called
  /// is said of the object, too.
  private func qualities(_ predicate: Int, _ position: Position, depth: Int = 0) -> [Filler] {
    var result: [Filler] = []
    for child in tree.children(predicate) {
      switch tree.relation(child).universal {
      case .amod where child < predicate: result.append(Filler(position: position, head: child))
      case .nmod where depth == 0 && tree.preposition(child) == "of" && Self.samples.contains(tree.lemma(predicate)):
        result.append(Filler(position: position, head: child))
        result += qualities(child, position, depth: 1)
      default: break
      }
    }
    return result
  }

  /// Nouns that stand for what follows "of".
  private static let samples: Set<String> = ["one", "act", "case", "piece", "form", "example", "kind", "sort"]

  /// Whether a clause only says who tells the whole: a verb of saying with its subject and nothing else, behind a comma.
  private func isTag(_ clause: Int) -> Bool {
    guard tree.entry(clause)?.speechVerb != nil, let subject = tree.ownSubject(clause), subject < clause,
      tree.mark(clause) == nil
    else { return false }
    let first = tree.extent(subject).lowerBound
    guard first > 0, tree.document.xpos[first - 1] == .comma else { return false }
    return tree.children(clause).allSatisfy { $0 == subject || tree.document.upos[$0] == .punct }
  }

  /// The prepositional phrases of a word.
  private func prepositional(_ token: Int, fromVerb verb: Int? = nil) -> [Filler] {
    var result: [Filler] = []
    for child in tree.children(token) {
      switch tree.relation(child).universal {
      case .obl, .nmod:
        guard let word = tree.preposition(child), child != verb else { continue }
        // "the blast in which they died"
        let isRelative = tree.relation(token) == .aclRelative && tree.isRelativePronoun(child)
        result.append(Filler(position: .preposition(word), head: isRelative ? tree.head(token) ?? child : child))
        if word == "as" { result += qualities(child, .preposition(word)) }
        result += joined(to: child, word)
        for filler in deeper(child) {
          result.append(filler)
          if case .preposition(let word) = filler.position { result += joined(to: filler.head, word) }
        }
      // "described the raid as unacceptable"
      case .xcomp where tree.mark(child) == "as", .advcl where tree.mark(child) == "as" && !tree.isVerb(child):
        result.append(Filler(position: .preposition("as"), head: child))
      case .advcl, .acl:
        // "accused of bombing", "warned against attacking"; "attacked him, calling him a liar" is as "while calling".
        guard let word = tree.isBareParticiple(child) ? "while" : tree.mark(child), word != "to", word != "that",
          tree.document.xpos[child] == .vbg
        else {
          continue
        }
        result.append(Filler(position: .preposition(word), head: child))
      default: break
      }
    }
    return result
  }

  /// "between" and "with" phrases that the parser hung on a place or time before them.
  private func deeper(_ token: Int) -> [Filler] {
    tree.children(token).compactMap { child in
      guard tree.relation(child).universal == .nmod, let word = tree.preposition(child),
        ["between", "with", "against", "among"].contains(word) || word == "by" && tree.preposition(token) == "of"
          // "died in an attack by rebels"
          || word == "by" && tree.preposition(token) == "in" && isViolence(token)
          || word == "to" && tree.preposition(token) == "with"
          // "relieved the mayor of Bergen of his duties"
          || word == "of" && tree.preposition(token) == "of" && tree.document.upos[token] == .propn
            && tree.document.upos[child] == .noun
          // "the arrest in May of a general"
          || word == "of" && tree.document.isTime(token)
      else { return nil }
      return Filler(position: .preposition(word), head: child)
    }
  }

  private func isViolence(_ noun: Int) -> Bool {
    tree.entry(noun)?.nouns?.patterns.contains { $0.type == .assault } ?? false
  }

  /// The second of "between A and B" where the parser hung it elsewhere.
  private func joined(to head: Int, _ word: String) -> [Filler] {
    guard word == "between" || word == "with" || word == "among" else { return [] }
    let sentence = tree.sentence(of: head)
    for token in head + 1..<max(head + 1, min(head + 8, sentence.upperBound)) where tree.relation(token) == .cc {
      guard tree.lemma(token) == "and", let second = tree.head(token), second > token, tree.isNoun(second),
        tree.relation(second) != .conj || tree.head(second) != head, tree.preposition(second) == nil
      else { return [] }
      return [Filler(position: .preposition(word), head: second)]
    }
    return []
  }

  // MARK: Nouns

  /// What stands around a noun on its own.
  func fillers(ofNoun noun: Int, top: Int) -> [Filler] {
    var result: [Filler] = []
    for token in top == noun ? [noun] : [noun, top] {
      for child in tree.children(token) {
        switch tree.relation(child) {
        case .nmodPossessive: result.append(Filler(position: .possessor, head: child))
        case .amod, .compound, .nmodDescription, .flat:
          if child < token { result.append(Filler(position: .modifier, head: child)) }
        case .acl, .ccomp, .xcomp:
          if isContent(child) { result.append(Filler(position: .clause, head: child)) }
        default: break
        }
      }
      result += prepositional(token).filter { $0.head != noun }
    }
    // "is on a visit to Paris"
    if ["on", "in", "under", "at"].contains(tree.preposition(top) ?? ""), tree.child(top, .cop) != nil,
      let subject = tree.ownSubject(top)
    {
      result.append(Filler(position: .subject, head: subject))
    }
    // "is in Chile for talks"
    if tree.preposition(top) == "for", let country = tree.head(top), tree.preposition(country) == "in",
      tree.child(country, .cop) != nil, let guest = tree.ownSubject(country)
    {
      result += [Filler(position: .subject, head: guest), Filler(position: .preposition("with"), head: country)]
    }
    // "the doctors, on strike since May, marched"
    if tree.lemma(noun) == "strike", tree.preposition(top) == "on", tree.child(top, .cop) == nil,
      let strikers = tree.head(top),
      tree.isNoun(strikers)
    {
      result.append(Filler(position: .subject, head: strikers))
    }
    if let claimant = claimant(of: top) { result.append(Filler(position: .subject, head: claimant)) }
    return result
  }

  /// Whether a clause tells what a noun is about: "to leave", "that it leaves", "for the army to leave".
  private func isContent(_ clause: Int) -> Bool {
    switch tree.mark(clause) {
    case "to", "that": true
    case "for": tree.document.xpos[clause] == .vb && tree.hasOwnSubject(clause)
    default: false
    }
  }

  /// Who "claimed responsibility for the bombing".
  private func claimant(of noun: Int) -> Int? {
    guard tree.preposition(noun) == "for", let above = tree.head(noun) else { return nil }
    let verb = tree.isVerb(above) ? above : tree.head(above)
    guard let verb, ["claim", "accept", "admit", "acknowledge", "take", "assume"].contains(tree.lemma(verb)),
      let object = tree.child(verb, .obj), tree.lemma(object) == "responsibility"
    else { return nil }
    return tree.subject(verb)
  }

  /// What a light verb adds to its noun.
  func fillers(ofNoun noun: Int, under verb: Int, as light: Lexicon.LightVerb) -> [Filler] {
    var result = prepositional(verb).filter { $0.head != noun }
    switch light {
    case .do:
      if let subject = tree.subject(verb) { result.append(Filler(position: .subject, head: subject)) }
      if let indirect = tree.child(verb, .iobj) { result.append(Filler(position: .indirectObject, head: indirect)) }
    case .undergo:
      if let subject = tree.subject(verb) { result.append(Filler(position: .object, head: subject)) }
    case .mention:
      // "the raid was condemned by France": by whom it was condemned, not raided.
      if tree.isPassive(verb) { result.removeAll { $0.position == .preposition("by") } }
    case .happen: break
    }
    // "calls were made for him to resign"
    for child in tree.children(verb) where tree.relation(child) == .advcl && tree.mark(child) == "for" {
      if tree.ownSubject(child) != nil { result.append(Filler(position: .clause, head: child)) }
    }
    return result.filter { $0.head != noun }
  }
}
