import Linguistics
import NewsModel

/// Finds the words of a document that match a pattern of the lexicon.
struct PatternMatcher: Sendable {
  let tree: SyntaxTree
  let lexicon: Lexicon
  let resolver: EntityResolver
  let arguments: ArgumentReader

  init(tree: SyntaxTree, lexicon: Lexicon, resolver: EntityResolver) {
    self.tree = tree
    self.lexicon = lexicon
    self.resolver = resolver
    self.arguments = ArgumentReader(tree: tree)
  }

  /// A word for which the lexicon has patterns.
  struct Candidate {
    var token: Int
    var list: PatternList
    var isVerb: Bool
    /// As in a trigger.
    var predicate: Int?
    var lightVerb: Lexicon.LightVerb?
    var fillers: [Filler]

    /// In the order in which they are tried.
    var patterns: [Pattern] { list.patterns }
  }

  /// All triggers, in the order of the text.
  func triggers(_ recorder: CodingRecorder? = nil) -> [Trigger] {
    var result: [Trigger] = []
    for token in 0..<tree.document.tokenCount {
      guard let candidate = candidate(at: token) else { continue }
      recorder?.note(candidate)
      if let pattern = candidate.list.first(with: clues(candidate), where: { misfit($0, candidate) == nil }) {
        result.append(
          Trigger(
            token: token, pattern: pattern, predicate: candidate.predicate, lightVerb: candidate.lightVerb,
            fillers: candidate.fillers))
      }
    }
    return withoutNested(result, recorder)
  }

  /// A verb with the next pattern that fits it; nil where there is none, or where it says that the verb means no event.
  func next(after trigger: Trigger) -> Trigger? {
    guard tree.isVerb(trigger.token), let candidate = candidate(at: trigger.token) else { return nil }
    let pattern = candidate.list.first(after: trigger.pattern, with: clues(candidate)) { misfit($0, candidate) == nil }
    guard let pattern, pattern.type != nil else { return nil }
    return Trigger(
      token: trigger.token, pattern: pattern, predicate: trigger.predicate, lightVerb: trigger.lightVerb,
      fillers: trigger.fillers)
  }

  private func candidate(at token: Int) -> Candidate? {
    // A person may be called Strike.
    guard resolver.builder.person(at: token) == nil else { return nil }
    if tree.isVerb(token) || tree.isPredicateAdjective(token), !isAttribute(token), let patterns = verbPatterns(token) {
      return Candidate(
        token: token, list: patterns, isVerb: true, predicate: token, fillers: arguments.fillers(ofVerb: token))
    }
    guard tree.isNoun(token), let patterns = nounPatterns(token) else { return nil }
    return nounCandidate(token, patterns)
  }

  /// "the jailed leader": an attribute says what somebody is and not what happens.
  private func isAttribute(_ verb: Int) -> Bool {
    guard tree.relation(verb) == .amod, let noun = tree.head(verb), verb < noun, tree.misreadSubject(verb) == nil else {
      return false
    }
    return tree.children(verb).allSatisfy { [.advmod, .punct, .compound].contains(tree.relation($0)) }
  }

  /// The patterns of a verb by its lemma, or by its form where the lemma is no word of the lexicon.
  private func verbPatterns(_ token: Int) -> PatternList? {
    if let patterns = tree.entry(token)?.verbs { return patterns }
    let form = tree.document.word(token)
    // The last letters of the endings below; most words have none of them.
    guard let last = form.utf8.last, "dgt".utf8.contains(last) else { return nil }
    for (ending, replacement) in [("ed", ""), ("d", ""), ("ing", ""), ("ing", "e"), ("shot", "shoot")]
    where form.hasSuffix(ending) {
      if let patterns = lexicon.verbs[form.dropLast(ending.utf8.count) + replacement] { return PatternList(patterns) }
    }
    return nil
  }

  /// The patterns of a noun by its lemma; the first word of a sentence may have been taken for a name.
  private func nounPatterns(_ token: Int) -> PatternList? {
    if let patterns = tree.entry(token)?.nouns { return patterns }
    if token == tree.sentence(of: token).lowerBound { return tree.smallEntry(token)?.nouns }
    // "counter-rally", "by-election"
    guard let hyphen = tree.lemma(token).utf8.lastIndex(of: UInt8(ascii: "-")) else { return nil }
    return lexicon.nouns[String(tree.lemma(token)[hyphen...].dropFirst())].map(PatternList.init)
  }

  private func nounCandidate(_ noun: Int, _ patterns: PatternList) -> Candidate? {
    switch tree.relation(noun) {
    case .compound, .amod, .flat, .nmodDescription: return nil
    default: break
    }
    let top = tree.nounTop(noun)
    var fillers = arguments.fillers(ofNoun: noun, top: top)
    let governor = lightVerb(of: top)
    if let (verb, light) = governor { fillers += arguments.fillers(ofNoun: top, under: verb, as: light) }
    return Candidate(
      token: noun, list: patterns, isVerb: false, predicate: governor?.verb, lightVerb: governor?.light,
      fillers: fillers)
  }

  /// The verb that tells of a noun whether it happened.
  private func lightVerb(of noun: Int) -> (verb: Int, light: Lexicon.LightVerb)? {
    var noun = noun
    if tree.relation(noun) == .conj, let first = tree.head(noun), tree.isNoun(first) { noun = first }
    guard let verb = tree.head(noun), tree.isVerb(verb) else { return nil }
    let relation = tree.relation(noun)
    if isVerdict(verb) { return nil }
    // "went on strike", "embarked on a visit": as if it were the object.
    if relation == .obl, let word = tree.preposition(noun) {
      if word == "on", Self.setsOut.contains(tree.lemma(verb)) { return (verb, .do) }
      if word == "in", Self.takesPart.contains(tree.lemma(verb)) || isTakingPart(verb) { return (verb, .do) }
      if word == "in", isProtest(noun, of: verb) { return (verb, .do) }
    }
    let isObject =
      relation == .obj || relation == .nsubjPassive || (relation.universal == .nsubj && tree.isPassive(verb))
    let words = lightWords(verb)
    if isObject, !tree.isSettingOff(verb), words.allSatisfy({ lexicon.lightVerbs[$0] == nil }),
      let control = tree.entry(verb)?.control
    {
      // "is considering sanctions": the subject's, but not yet done.
      guard control == .scheduled || control == .possible, !tree.isDefinite(noun),
        !lexicon.has(.onlookers, tree.lemma(verb))
      else { return nil }
      return (verb, .do)
    }
    for word in words.reversed() {
      guard let light = lexicon.lightVerbs[word] else { continue }
      switch light {
      case .happen where relation.universal == .nsubj && !isObject, .happen where relation == .nsubjPassive:
        return (verb, light)
      case .do where isObject, .undergo where isObject, .mention where isObject: return (verb, light)
      // "open talks" does it, "talks opened" happens.
      case .do where relation == .nsubj && tree.child(verb, .obj) == nil: return (verb, .happen)
      // "the blast follows the killing" does not do it.
      case .happen where isObject && word != "follow": return (verb, .do)
      default: continue
      }
    }
    return nil
  }

  /// "called the raid a mistake", "what he calls a smear campaign": says what its object is, and does nothing.
  private func isVerdict(_ verb: Int) -> Bool {
    guard lexicon.has(.verdicts, tree.lemma(verb)) else { return false }
    if tree.relation(verb) == .aclRelative, let what = tree.head(verb), tree.lemma(what).lowercased() == "what" {
      return true
    }
    return tree.child(verb, .obj) != nil
      && tree.children(verb).contains { tree.relation($0) == .xcomp && !tree.isVerb($0) }
  }

  /// A verb alone and with each of its particles, as far as the lexicon may know them as light verbs.
  private func lightWords(_ verb: Int) -> [String] {
    let lemma = tree.lemma(verb)
    guard tree.entry(verb)?.hasLightParticles == true else { return [lemma] }
    return [lemma] + tree.children(verb).filter { isParticle($0, of: verb) }.map { lemma + " " + tree.lemma($0) }
  }

  /// "Stood there in a vigil against the war", "kept the shops shut in protest at the tax": whose act is a protest by that, if they
  /// are people and no officials.
  private func isProtest(_ noun: Int, of verb: Int) -> Bool {
    guard ["protest", "vigil", "demonstration"].contains(tree.lemma(noun)), !tree.isDefinite(noun),
      !tree.isPassive(verb),
      [nil, .ongoing].contains(tree.entry(verb)?.control), let subject = tree.subject(verb)
    else { return false }
    return resolver.parties(at: subject).contains { party in
      ["CVL", "LAB", "EDU", "BUS", "MED", "AGR", "REF", "OPP", "SOC", "REL", "MOS", "CHR", "JEW", "ENV", "HRI"]
        .contains(party.sector ?? "")
    }
  }

  /// "took part in protests", "engaged in talks"
  private static let takesPart: Set<String> = ["participate", "engage", "join"]

  private func isTakingPart(_ verb: Int) -> Bool {
    tree.lemma(verb) == "take" && tree.children(verb).contains { tree.lemma($0) == "part" }
  }

  private static let setsOut: Set<String> = ["go", "embark", "remain", "stay", "come", "be"]

  /// Whether a word may be a verb's particle: "out", or the object of "take place".
  private func isParticle(_ token: Int, of verb: Int) -> Bool {
    token > verb && token - verb <= 4 && tree.sentences[token] == tree.sentences[verb]
  }

  private func hasParticle(_ verb: Int, _ particle: String) -> Bool {
    tree.children(verb).contains { isParticle($0, of: verb) && tree.lemma($0) == particle }
  }

  // MARK: Tests

  /// What a pattern asks for in vain.
  enum Misfit {
    /// Its particle.
    case particle
    /// The test of that index.
    case test(Int)
  }

  /// Everything around a candidate that its patterns may ask for, without what the words mean.
  private func clues(_ candidate: Candidate) -> Clues {
    var clues = Clues()
    for filler in candidate.fillers { clues.insert(filler.position) }
    guard candidate.list.hasParticles else { return clues }
    let token = candidate.token
    if candidate.isVerb {
      for child in tree.children(token) where isParticle(child, of: token) { clues.insert(particle: tree.lemma(child)) }
    }
    let beside = neighbour(candidate.isVerb ? afterTime(token + 1) : wordBefore(token), of: token)
    if let beside { clues.insert(particle: beside) }
    return clues
  }

  /// The first thing that a pattern asks for in vain; nil where it fits.
  func misfit(_ pattern: Pattern, _ candidate: Candidate) -> Misfit? {
    let token = candidate.token
    if let particle = pattern.particle {
      let isThere =
        candidate.isVerb
        ? hasParticle(token, particle) || neighbour(afterTime(token + 1), of: token) == particle
        : neighbour(wordBefore(token), of: token) == particle
      guard isThere, !isPreposition(particle, of: pattern, candidate) else { return .particle }
    }
    let failed = pattern.tests.firstIndex { test in
      let isThere = candidate.fillers.contains { filler in
        filler.position == test.position
          && test.fillers.contains { fits($0, filler.head) || pattern.type == nil && names($0, filler.head) }
      }
      return isThere == test.isExcluded
    }
    return failed.map { .test($0) }
  }

  /// Whether what looks like a particle begins a phrase that the pattern asks nothing of: "given in response", "sitting in the garden".
  private func isPreposition(_ particle: String, of pattern: Pattern, _ candidate: Candidate) -> Bool {
    guard candidate.isVerb, particle == "in" || particle == "on" else { return false }
    let position = Position.preposition(particle)
    guard !pattern.slots.contains(where: { $0.position == position }),
      !pattern.tests.contains(where: { $0.position == position })
    else { return false }
    let next = afterTime(candidate.token + 1)
    return next < tree.document.tokenCount && tree.lemma(next) == particle && tree.relation(next) == .case
      && tree.head(next).map { tree.head($0) == candidate.token } ?? false
  }

  /// "called Thursday on Arabs": the first token from one on that is no part of a time.
  private func afterTime(_ token: Int) -> Int {
    tree.document.times.first { $0.tokens.lowerBound == token }?.tokens.upperBound ?? token
  }

  /// The token before one, past a hyphen: "hunger-strike".
  private func wordBefore(_ token: Int) -> Int {
    token > 1 && tree.lemma(token - 1) == "-" ? token - 2 : token - 1
  }

  private func neighbour(_ index: Int, of token: Int) -> String? {
    // The "no" of "said no mosque was attacked" is that of the mosque.
    guard tree.sentence(of: token).contains(index), tree.relation(index) != .det else { return nil }
    return tree.lemma(index).lowercased()
  }

  /// Drops nouns that a verb's pattern already names: the "sanctions" of "impose sanctions".
  private func withoutNested(_ triggers: [Trigger], _ recorder: CodingRecorder?) -> [Trigger] {
    var named: Set<Int> = []
    for trigger in triggers where tree.isVerb(trigger.token) {
      // What stands in a clause stays: "threatened to attack" needs to know whom.
      // So does what protesters do besides.
      let isProtest = trigger.pattern.type == .protest
      for test in trigger.pattern.tests
      where !test.isExcluded && test.position != .clause && test.position != .subject
        && !(isProtest && test.position == .preposition("while"))
      {
        for filler in trigger.fillers where filler.position == test.position {
          for case .words(let words) in test.fillers {
            if words.contains(tree.lemma(filler.head)) {
              named.insert(filler.head)
              // "expressed sympathy and solidarity" is one deed.
              for child in tree.children(filler.head) where tree.relation(child) == .conj { named.insert(child) }
            }
            for child in tree.children(filler.head) where words.contains(tree.lemma(child)) { named.insert(child) }
          }
        }
      }
    }
    return triggers.filter { trigger in
      if trigger.pattern.type == nil {
        recorder?.note(trigger, "a near miss: the words match and mean no event")
      } else if named.contains(trigger.token) {
        recorder?.note(trigger, "the pattern of the verb names it already")
      } else {
        return true
      }
      return false
    }
  }
}
