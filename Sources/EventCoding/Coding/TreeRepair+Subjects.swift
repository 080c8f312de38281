import Linguistics

// Clauses whose subject hangs on another word.
extension TreeRepair {
  /// "Prices rose and Chad recalled its envoy" with "Chad" joined to the verb before, as its second subject or beside it: it is the
  /// subject of the verb right behind.
  mutating func mendJoinedClause(_ verb: Int, _ first: Int, _ sentence: Range<Int>) {
    guard isFinite(verb), subjects[verb] < 0, first < verb, document.upos[first] == .verb,
      let subject = phraseBefore(verb, from: first), Int(document.heads[subject]) == first,
      [.conj, .nsubj, .obj].contains(document.relations[subject])
    else { return }
    // "rose and Chad recalled": behind a conjunction.
    let start = sentence.first { covers($0, subject) } ?? subject
    guard start > first + 1, document.upos[start - 1] == .cconj else { return }
    if objects[first] == Int32(subject) { objects[first] = -1 }
    document.heads[subject] = Int32(verb)
    document.relations[subject] = .nsubj
    subjects[verb] = Int32(subject)
    document.heads[start - 1] = Int32(verb)
  }

  /// "According to the envoy, Ola Berg, Chad rejected it" with "Chad" as an apposition of the envoy: where the verb has no subject,
  /// the name right before it is.
  mutating func mendLostSubject(_ name: Int, _ before: Int, _ sentence: Range<Int>) {
    let verb = name + 1
    guard verb < sentence.upperBound, isFinite(verb), subjects[verb] < 0, before < name,
      document.upos[name] == .propn || document.upos[name] == .noun, document.xpos[name - 1] == .comma
    else { return }
    var phrase = before
    for _ in 0..<4 where document.relations[phrase] == .appos && document.heads[phrase] >= 0 {
      phrase = Int(document.heads[phrase])
    }
    guard Int(document.heads[phrase]) == verb, document.relations[phrase].universal == .obl else { return }
    document.heads[name] = Int32(verb)
    document.relations[name] = .nsubj
    subjects[verb] = Int32(name)
  }

  /// "Waited for months, then left" with the second verb as a sentence of its own: it goes on with the first.
  mutating func mendSequel(_ verb: Int, _ first: Int) {
    guard verb > 0, first < verb, document.upos[verb] == .verb, document.xpos[verb] == document.xpos[first],
      document.lemmas[verb - 1].lowercased() == "then", Int(document.heads[verb - 1]) == verb, subjects[verb] < 0
    else { return }
    document.relations[verb] = .conj
  }

  /// "What surprised us was that Chad left": of two subjects the one behind "that" is the verb's.
  mutating func mendOuterSubject(_ inner: Int, _ outer: Int, of verb: Int) -> Bool {
    guard
      (outer + 1..<inner).contains(where: {
        document.relations[$0] == .mark && document.lemmas[$0] == "that" && Int(document.heads[$0]) == verb
      })
    else { return false }
    document.relations[outer] = .nsubjOuter
    subjects[verb] = Int32(inner)
    return true
  }

  /// "Had Chad left, prices would have risen" with the condition as the main clause.
  mutating func mendCondition(_ main: Int, _ condition: Int, _ sentence: Range<Int>) {
    guard document.relations[condition] == .root, condition < main, document.form(sentence.lowerBound) == "Had",
      Int(document.heads[sentence.lowerBound]) == condition,
      sentence.contains(where: { document.xpos[$0] == .md && Int(document.heads[$0]) == main })
    else { return }
    document.heads[main] = -1
    document.relations[main] = .root
    document.heads[condition] = Int32(main)
    document.relations[condition] = .advcl
  }

  /// "blew himself up in Kabul, Afghanistan killing nine" with the country as who kills: it tells where the town is.
  mutating func mendPlaceSubject(_ place: Int, _ verb: Int) -> Bool {
    guard verb == place + 1, document.xpos[verb] == .vbg, document.relations[verb] == .advcl, place > 1,
      document.xpos[place - 1] == .comma, isPlace(place), isPlace(place - 2),
      Int(document.heads[place - 2]) != place
    else { return false }
    document.heads[place] = Int32(place - 2)
    document.relations[place] = .appos
    if subjects[verb] == Int32(place) { subjects[verb] = -1 }
    return true
  }

  /// "were killed in fighting between two tribes" with "fighting" as a verb.
  mutating func mendFighting(_ token: Int, _ sentence: Range<Int>) {
    guard document.lemmas[token] == "fight", document.xpos[token] == .vbg, objects[token] < 0, subjects[token] < 0
    else {
      return
    }
    let children = sentence.filter { Int(document.heads[$0]) == token }
    guard let mark = children.first(where: { document.relations[$0] == .mark }), mark < token,
      ["in", "during", "amid", "of", "from"].contains(document.lemmas[mark])
    else { return }
    document.lemmas[token] = "fighting"
    document.upos[token] = .noun
    document.xpos[token] = .nn
    document.relations[token] = .obl
    document.relations[mark] = .case
    hasPreposition[token] = true
    for child in children where document.relations[child] == .obl { document.relations[child] = .nmod }
  }

  /// The head of the noun phrase that ends right before a verb, and does not reach back to `first`.
  private func phraseBefore(_ verb: Int, from first: Int) -> Int? {
    var head = verb - 1
    guard head > first, document.upos[head] == .noun || document.upos[head] == .propn else { return nil }
    for _ in 0..<8 {
      let above = Int(document.heads[head])
      guard above > first, above < verb, document.upos[above] != .verb else { break }
      head = above
    }
    return head
  }

  private func covers(_ token: Int, _ head: Int) -> Bool {
    var above = token
    for _ in 0..<8 where above >= 0 && above != head { above = Int(document.heads[above]) }
    return above == head && document.relations[token] != .cc
  }
}
