import Linguistics
import NewsModel

/// Tells from the tree whether an event is told as fact, plan, possibility, demand, or is denied.
struct StatusReader: Sendable {
  let tree: SyntaxTree
  let lexicon: Lexicon

  /// The status of what a verb or predicate tells.
  ///
  /// - Parameter isSpeech: whether the event is an act of speech, which a present tense reports as done.
  func status(ofPredicate verb: Int, isSpeech: Bool) -> EventStatus {
    var status = finiteStatus(verb, isSpeech: isSpeech)
    // "should not be working with them": they do.
    if status == .demanded, isNegated(verb), tree.document.xpos[verb] == .vbg {
      status = .ongoing
    } else if isNegated(verb) {
      status = status.strongest(.denied)
    }
    return enclosed(verb, status, isSpeech: isSpeech)
  }

  /// Whether a verb tells only what something is for or depends on: "to help the victims", "if they attack", "of meeting him".
  ///
  /// Nothing happened, and nobody says that it might; what is demanded, threatened or planned is told by the verb above.
  func isImagined(_ trigger: Trigger) -> Bool {
    guard tree.isVerb(trigger.token), var verb = trigger.predicate else { return followsIf(trigger.token) }
    if isAllowedByLaw(verb) || isPassedUp(verb) || isLegal(verb) { return true }
    // "conspiracy to murder and maim": as the verb before it.
    while tree.relation(verb) == .conj, !tree.hasOwnSubject(verb), let first = tree.head(verb), tree.isVerb(first) {
      verb = first
    }
    switch tree.relation(verb) {
    // "marched to demand his release": they did demand it; "was founded to support them" tells what for.
    case .advcl:
      let isDone = trigger.pattern.type?.isSpeechAct == true && !isMadeFor(verb)
      return isPurpose(verb) && !isDone || conditional(verb) != nil || isDuty(verb, trigger.pattern.type)
    // "the only chancellor to be arrested" was.
    case .acl: return isPurpose(verb) && !isDistinction(verb) && !isDecided(verb) || isOpen(verb) || isStance(verb)
    case .obl, .nmod: return isOpen(verb)
    default: return false
    }
  }

  /// "Norway's decision to expel him", "has no plans to leave": what somebody has decided or plans, where the words tell who.
  private func isDecided(_ infinitive: Int) -> Bool {
    guard let noun = tree.head(infinitive), Self.decisions.contains(tree.lemma(noun)) else { return false }
    if let owner = tree.child(noun, .nmodPossessive), tree.isNoun(owner) { return true }
    if tree.maker(noun) != nil { return true }
    guard tree.relation(noun) == .obj, let verb = tree.head(noun) else { return false }
    return ["have", "announce", "unveil", "make", "take", "confirm", "reveal", "disclose", "defend", "reaffirm"]
      .contains(tree.lemma(verb))
  }

  static let decisions: Set<String> = ["decision", "plan", "intention"]

  /// "was founded to support them", "needs them to support it": what something is for.
  private func isMadeFor(_ verb: Int) -> Bool {
    tree.head(verb).map { ["found", "establish", "create", "design", "need"].contains(tree.lemma($0)) } ?? false
  }

  /// "A bill that would allow a man to sue them", "the law forbids employers to dismiss them": what laws are about nobody has done.
  private func isAllowedByLaw(_ verb: Int) -> Bool {
    guard tree.document.xpos[verb] == .vb, tree.relation(verb) == .xcomp || tree.relation(verb) == .ccomp,
      let above = tree.head(verb),
      ["allow", "permit", "enable", "let", "entitle", "forbid"].contains(tree.lemma(above)),
      !tree.isPassive(above), let subject = tree.ownSubject(above)
    else { return false }
    let noun = tree.isRelativePronoun(subject) ? tree.head(above) : subject
    return noun.map { lexicon.has(.laws, tree.lemma($0).lowercased()) } ?? false
  }

  /// "to attack", "for him to be released"
  func isPurpose(_ clause: Int) -> Bool {
    let isInfinitive =
      tree.document.xpos[clause] == .vb || tree.auxiliaries(of: clause).contains { tree.document.xpos[$0] == .vb }
    guard isInfinitive, !isDestined(clause) else { return false }
    return tree.children(clause).contains { tree.relation($0) == .mark && tree.lemma($0) == "to" }
  }

  /// "for meeting him", "of killing her": a deed that the phrase does not tell as done.
  func isOpen(_ clause: Int) -> Bool {
    guard let word = tree.mark(clause), ["of", "for", "from"].contains(word), let head = tree.head(clause) else {
      return false
    }
    return !lexicon.has(.facts, tree.lemma(head))
  }

  /// The status of a noun that no light verb carries.
  func status(ofNoun noun: Int, top: Int) -> EventStatus {
    var status = EventStatus.occurred
    for token in Set([noun, top]) {
      for child in tree.children(token) {
        if let given = tree.entry(child)?.adjective { status = status.strongest(given) }
        if tree.lemma(child) == "no", tree.relation(child) == .det { status = .denied }
      }
      // "has not been in touch with any of them"
      if tree.child(token, .cop) != nil, isNegated(token) { status = .denied }
      if isCase(token) { status = status.strongest(.possible) }
      if isState(token) { status = status.strongest(.ongoing) }
      // "fear of an attack", "a call for a strike"
      // "subject to a ban" is not under one yet, "the subject of a ban" is.
      if let above = tree.head(token), tree.isNoun(above), ["of", "for", "to"].contains(tree.preposition(token) ?? ""),
        tree.lemma(above) != "subject" || tree.preposition(token) == "to",
        let word = tree.entry(above), !word.isTransparent, let control = word.control
      {
        status = status.strongest(control)
        // "no plans for talks"
        if tree.children(above).contains(where: { tree.lemma($0) == "no" && tree.relation($0) == .det }) {
          status = .denied
        }
      }
    }
    return status
  }

  /// "is under investigation", "are on strike"
  private func isState(_ noun: Int) -> Bool {
    guard let copula = tree.child(noun, .cop), ["under", "on", "at", "in"].contains(tree.preposition(noun) ?? "") else {
      return false
    }
    let tense = tree.document.xpos[tree.auxiliaries(of: noun).first ?? copula]
    return tense == .vbz || tense == .vbp
  }

  /// The status of a noun that is a verb's subject: "an attack would …" is none yet, "the killing must stop" is a demand.
  func status(ofSubject noun: Int, under verb: Int) -> EventStatus {
    // "a strike would not break the law": whether there is one is as open as without the negation.
    let above = enclosed(verb, finiteStatus(verb, isSpeech: true), isSpeech: true)
    switch above {
    case .demanded: return .demanded
    case .possible, .scheduled:
      guard !tree.isDefinite(noun), tree.child(noun, .nmodPossessive) == nil else { return .occurred }
      return .possible
    default: return .occurred
    }
  }

  // MARK: Verb groups

  /// What a verb's own group tells, without its negation and the clauses above.
  func finiteStatus(_ verb: Int, isSpeech: Bool) -> EventStatus {
    let auxiliaries = tree.auxiliaries(of: verb)
    if isAsked(verb, auxiliaries) { return .possible }
    for auxiliary in auxiliaries {
      if let status = modal(tree.lemma(auxiliary), verb) { return status }
    }
    if isDestined(verb) { return .scheduled }
    let hasBe = auxiliaries.contains { tree.lemma($0) == "be" && tree.relation($0) == .aux }
    if hasBe, tree.document.xpos[verb] == .vbg {
      // "was serving a sentence": it was, and need not go on.
      if isGoing(verb) || Self.leaves.contains(tree.lemma(verb)) && tree.isPresent(verb) { return .scheduled }
      return tree.isSimplePast(verb) || tree.isPastPerfect(verb) ? .occurred : .ongoing
    }
    if isBeingDone(verb, auxiliaries) { return .ongoing }
    if isMandative(verb, auxiliaries) { return .demanded }
    switch tree.document.xpos[verb] {
    case .vb where isImperative(verb): return .demanded
    // "those currently held in France"
    case .vbn where auxiliaries.isEmpty && tree.children(verb).contains { Self.now.contains(tree.lemma($0)) }:
      return .ongoing
    case .vbz, .vbp: return isSpeech || isInHeading(verb) ? .occurred : hasFutureTime(verb) ? .scheduled : .ongoing
    default: return .occurred
    }
  }

  /// "Did the army shell the town?": whether it did is asked. "Why did it?" takes it for granted.
  private func isAsked(_ verb: Int, _ auxiliaries: [Int]) -> Bool {
    guard let first = auxiliaries.first, let subject = tree.ownSubject(verb), first < subject,
      tree.relation(verb) == .root || tree.relation(verb) == .parataxis || tree.relation(verb) == .ccomp
    else { return false }
    let sentence = tree.sentence(of: verb)
    let end = tree.extent(verb).upperBound
    let close = Range(from: max(verb, end - 2), upTo: min(end + 2, sentence.upperBound))
    return close.contains { tree.document.form($0) == "?" }
      && !(sentence.lowerBound..<first).reversed().prefix { tree.document.upos[$0] != .punct }
        .contains { [.wrb, .wp, .wdt].contains(tree.document.xpos[$0]) }
  }

  /// "Rebels capture tanker": a paragraph of one sentence without a mark at its end tells news in the present tense.
  private func isInHeading(_ verb: Int) -> Bool {
    let sentence = tree.sentence(of: verb)
    guard let last = sentence.last, tree.document.upos[last] != .punct, sentence.count <= 14 else { return false }
    let paragraphs = tree.document.paragraphs
    return paragraphs.contains(sentence.lowerBound)
      && (sentence.upperBound >= tree.document.tokenCount || paragraphs.contains(sentence.upperBound))
  }

  private static let now: Set<String> = ["currently", "still", "now"]

  /// "is resigning": the office is not yet left.
  private static let leaves: Set<String> = ["resign", "retire", "quit", "abdicate"]

  /// "is being held"
  private func isBeingDone(_ verb: Int, _ auxiliaries: [Int]) -> Bool {
    tree.isPresent(verb) && auxiliaries.contains { tree.lemma($0) == "be" && tree.document.xpos[$0] == .vbg }
  }

  /// "is to ban smoking", "are due to meet", and in headlines "France to ban smoking".
  private func isDestined(_ verb: Int) -> Bool {
    let mark = tree.children(verb).first { tree.relation($0) == .mark && ["to", "due"].contains(tree.lemma($0)) }
    guard let mark else { return false }
    // "a man about to be charged"
    if mark > 0, tree.lemma(mark - 1) == "about" { return true }
    let isAhead = tree.children(verb).contains { child in
      let relation = tree.relation(child).universal
      return child < mark && tree.lemma(child) == "be" && (relation == .aux || relation == .cop)
    }
    return isAhead || tree.relation(verb) == .root && tree.hasOwnSubject(verb)
  }

  /// "Kill her!": a bare verb that nothing governs, with nobody as its subject.
  private func isImperative(_ verb: Int) -> Bool {
    guard tree.auxiliaries(of: verb).isEmpty, tree.mark(verb) == nil, !tree.hasOwnSubject(verb) else { return false }
    switch tree.relation(verb) {
    case .root, .ccomp, .parataxis: return true
    default: return false
    }
  }

  /// "are going to meet"
  private func isGoing(_ verb: Int) -> Bool {
    tree.lemma(verb) == "go"
      && tree.children(verb).contains { tree.relation($0) == .xcomp && tree.document.xpos[$0] == .vb }
  }

  private func hasFutureTime(_ verb: Int) -> Bool {
    guard let day = tree.document.date else { return false }
    return tree.document.times.contains { time in
      guard tree.clause(of: time.tokens.lowerBound) == verb, let range = time.expression.range else { return false }
      return range.start > Timestamp(day)
    }
  }

  private func modal(_ word: String, _ verb: Int) -> EventStatus? {
    switch word.lowercased() {
    case "will", "'ll", "’ll", "wo", "shall": .scheduled
    case "would", "'d": isReported(verb) && !hasCondition(verb) && !isUnreal(verb) ? .scheduled : .possible
    case "may", "might", "could", "can", "ca": .possible
    case "should", "must", "ought": .demanded
    default: nil
    }
  }

  /// "if he were elected, he would withdraw"
  private func hasCondition(_ verb: Int) -> Bool {
    tree.children(verb).contains { tree.relation($0) == .advcl && ["if", "unless"].contains(tree.mark($0) ?? "") }
  }

  /// Whether a clause is what somebody said: "said it would".
  private func isReported(_ verb: Int) -> Bool {
    tree.ancestors(verb).prefix(4).contains { tree.isVerb($0) && tree.entry($0)?.speechVerb != nil }
  }

  /// Whether a word's own clause denies it.
  func isNegated(_ token: Int) -> Bool {
    if isYetToCome(token), tree.document.xpos[token] == .vb { return true }
    // "No judges came or answered"
    if tree.relation(token) == .conj, !tree.hasOwnSubject(token), let shared = tree.surfaceSubject(token),
      isNobody(shared)
    {
      return true
    }
    if let first = alternative(of: token), isNegated(first) { return true }
    return tree.children(token).contains { child in
      if isNobody(child) { return true }
      return switch tree.relation(child) {
      case .advmod: isNot(child)
      case .det: tree.lemma(child).lowercased() == "no"
      case .ccPreconj, .cc: tree.lemma(child).lowercased() == "neither"
      case .mark: tree.lemma(child).lowercased() == "without"
      default: false
      }
    }
  }

  /// "Not", "never", "no longer"; "not only" denies nothing.
  private func isNot(_ adverb: Int) -> Bool {
    switch tree.lemma(adverb).lowercased() {
    case "not", "n't", "n’t":
      adverb + 1 >= tree.document.tokenCount
        || !["only", "just", "merely", "simply"].contains(tree.lemma(adverb + 1).lowercased())
    case "never": true
    case "long", "longer": adverb > 0 && tree.lemma(adverb - 1).lowercased() == "no"
    default: false
    }
  }

  /// "was not planned, backed or ordered": the first of the verbs that are joined by "or", whose negation is that of all.
  private func alternative(of verb: Int) -> Int? {
    guard tree.relation(verb) == .conj, let first = tree.head(verb), tree.isVerb(first), !tree.hasOwnSubject(verb),
      !tree.children(verb).contains(where: { tree.relation($0).universal == .aux })
    else { return nil }
    let isChoice = (tree.children(first) + tree.children(verb)).contains { other in
      tree.relation(other) == .conj
        && tree.children(other).contains { tree.relation($0) == .cc && ["or", "nor"].contains(tree.lemma($0)) }
    }
    return isChoice ? first : nil
  }

  /// "No officers were killed", "nobody was hurt", "killed no one": a subject or object that is none.
  private func isNobody(_ token: Int) -> Bool {
    switch tree.relation(token).universal {
    case .nsubj, .obj: break
    default: return false
    }
    // "banned all airlines, none of which fly": the none is of the clause behind.
    if ["nobody", "none"].contains(tree.lemma(token).lowercased()) {
      return !tree.children(token).contains { tree.isRelativePronoun($0) }
    }
    return tree.children(token).contains { child in
      let word = tree.lemma(child).lowercased()
      // "Neither Chad nor Niger came"
      return word == "no" && tree.relation(child).universal == .det
        || word == "neither" && [.ccPreconj, .cc, .det].contains(tree.relation(child))
    }
  }
}

extension EventStatus {
  private var strength: Int {
    switch self {
    case .occurred: 0
    case .ongoing: 1
    case .scheduled: 2
    case .demanded: 3
    case .possible: 4
    case .denied: 5
    }
  }

  /// The status farther from a plain fact.
  func strongest(_ other: EventStatus) -> EventStatus { strength >= other.strength ? self : other }
}
