import Linguistics

// Posts that do not stand beside the name: before a list, as a predicate, behind "as".
extension EntityBuilder {
  /// "a man named Ola Lie", "a man identified as Ola Lie"
  func personCalled(by verb: Int) -> PersonSpan? {
    guard document.xpos[verb] == .vbn, ["name", "identify", "call"].contains(document.lemmas[verb]) else { return nil }
    // "identified by Anna Berg" is not she.
    return reader.index.children(of: verb).lazy.filter { child in
      child > verb && child - verb <= 5 && [nil, "as"].contains(reader.preposition(of: child))
    }
    .compactMap { person(at: $0) }.first
  }

  /// "Justices Anna Berg, Jonas Holt and Kate Lie": the title in the plural before the first is that of all.
  func titleOfList(around person: PersonSpan) -> Title? {
    var first = nameHead(of: person.tokens.lowerBound)
    for _ in 0..<16 {
      guard document.relations[first] == .conj || document.relations[first] == .appos, document.heads[first] >= 0 else {
        break
      }
      first = Int(document.heads[first])
    }
    guard let start = self.person(at: first)?.tokens.lowerBound, start > 0, let role = names.role(at: start - 1),
      role.role.kind == .person, role.role.isPlural
    else { return nil }
    let phrase = reader.phrase(at: first).tokens
    return title(in: Range(from: min(phrase.lowerBound, role.tokens.lowerBound), upTo: start))
  }

  /// "Anna Berg is Norway's finance minister", "Anna Berg, who is the finance minister": what somebody is said to be.
  func predicate(of name: Int) -> Int? {
    let above = Int(document.heads[name])
    if above >= 0, document.relations[name].universal == .nsubj, isPresent(above) { return above }
    return reader.index.children(of: name).first { child in
      document.relations[child] == .aclRelative && isPresent(child)
        && reader.index.children(of: child).contains {
          document.relations[$0].universal == .nsubj && document.word($0) == "who"
        }
    }
  }

  /// "Anna Berg took office as the new finance minister", "named Anna Berg as minister": as what somebody does or gets something.
  func capacity(of name: Int) -> Int? {
    let verb = Int(document.heads[name])
    let relation = document.relations[name].universal
    guard verb >= 0, document.upos[verb] == .verb, relation == .nsubj || relation == .obj else { return nil }
    let children = reader.index.children(of: verb)
    // "criticised him as president"
    guard relation == .obj || !children.contains(where: { document.relations[$0] == .obj && person(at: $0) != nil })
    else {
      return nil
    }
    return children.first { child in
      document.relations[child] == .obl && reader.preposition(of: child) == "as"
        && names.role(at: child)?.role.kind == .person
        && isDefinite(reader.phrase(at: child))
    }
  }

  /// Whether a noun is a predicate of the present, and not denied.
  private func isPresent(_ noun: Int) -> Bool {
    guard document.upos[noun] == .noun || document.upos[noun] == .propn else { return false }
    let children = reader.index.children(of: noun)
    return children.contains { document.relations[$0] == .cop && ["is", "s", "are"].contains(document.word($0)) }
      && !children.contains {
        document.relations[$0] == .aux || ["not", "nt", "never"].contains(document.word($0))
      }
  }
}
