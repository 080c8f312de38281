import Linguistics
import NewsModel

/// When and where an event is, by the tree.
struct Circumstances: Sendable {
  let tree: SyntaxTree
  let resolver: EntityResolver
  let lexicon: Lexicon

  var document: Document { tree.document }

  // MARK: Time

  /// The time expression that belongs to a trigger: in its own phrase or clause, the nearest first.
  ///
  /// - Parameter isTold: whether the event is words that were said, whose day is none to come.
  func time(of trigger: Trigger, isTold: Bool = false) -> TimeExpression? {
    let sentence = tree.sentence(of: trigger.token)
    // "has been accused of crimes in 1992": what has been done has no day of long ago, unless it stands right behind.
    let isPresent = trigger.predicate.map(tree.isPresent) ?? false
    let dates = document.times.filter {
      sentence.contains($0.tokens.lowerBound) && isDate($0.expression) && !isName($0) && !isPurpose($0)
        && !isBound($0, of: trigger, isTold: isTold)
        && !(isTold && isAhead($0.expression)) && !(isPresent && isPast($0.expression) && !isBehind($0.tokens, trigger))
    }
    let candidates = dates.filter { governs(trigger, $0.tokens) && !(isTold && isOfTheme($0, trigger)) }
    if let best = candidates.min(by: { distance($0, trigger) < distance($1, trigger) }) {
      return onDayTold(best, of: trigger)
    }
    if let beside = dates.first(where: { isSimultaneous($0, trigger) || isInFront($0, of: trigger) }) {
      return beside.expression
    }
    return timeOfAntecedent(trigger, dates) ?? countedBack(trigger, sentence) ?? timeOfScene(trigger, isTold: isTold)
      ?? timeOfOccasion(trigger) ?? timeOfHost(trigger) ?? timeOfMention(trigger) ?? timeOfThatTime(trigger)
  }

  func isDate(_ expression: TimeExpression) -> Bool {
    guard expression.kind == .date || expression.kind == .time else { return false }
    // "ready for the next century": no time of a deed.
    if expression.value.utf8.count == 2 { return false }
    return !expression.value.hasSuffix("_REF") || expression.value.isEmpty
  }

  /// The year of a "Terrorism Act 2000", the month that is somebody's name, or part of that of an "Autumn March".
  private func isName(_ time: TimeSpan) -> Bool {
    let before = time.tokens.lowerBound - 1
    if time.tokens.contains(where: { resolver.builder.person(at: $0) != nil }) || isTitle(time) { return true }
    if isInBrackets(time) { return true }
    // "2000", "2008-03"
    let isYearOrMonth = [4, 7].contains(time.expression.value.utf8.count)
    return isYearOrMonth && time.tokens.count == 1 && before >= 0
      && document.upos[before] == .propn
      && !document.times.contains { $0.tokens.contains(before) }
  }

  /// "waived the debt when the minister visited Delhi in June", and the other way round.
  private func isSimultaneous(_ time: TimeSpan, _ trigger: Trigger) -> Bool {
    guard var verb = trigger.predicate, dated(by: time.tokens, top(of: time.tokens)) == nil else { return false }
    let clause = tree.clause(of: time.tokens.lowerBound)
    // "caused a row when he called for it in June, arguing that …"
    if clause < verb, tree.isBareParticiple(verb), let head = tree.head(verb), head < clause { verb = head }
    // "when rebels stormed the town and killed two"
    if tree.relation(verb) == .conj, !tree.hasOwnSubject(verb), let head = tree.head(verb) { verb = head }
    func isWhen(_ inner: Int, _ outer: Int) -> Bool {
      tree.relation(inner) == .advcl && (tree.head(inner) == outer || finiteVerb(above: inner) == outer)
        && (["when", "as", "while"].contains(tree.mark(inner) ?? "")
          || tree.children(inner).contains { tree.lemma($0).lowercased() == "when" })
    }
    return isWhen(clause, verb) || isWhen(verb, clause)
  }

  private func distance(_ time: TimeSpan, _ trigger: Trigger) -> Int {
    abs(time.tokens.lowerBound - trigger.token)
  }

  /// Whether a time hangs on the trigger or its predicate with no other clause between.
  private func governs(_ trigger: Trigger, _ time: Range<Int>) -> Bool {
    let head = top(of: time)
    let targets: Set<Int> = [trigger.token, trigger.predicate ?? trigger.token]
    if targets.contains(head) || isBehind(time, trigger) { return true }
    if let noun = dated(by: time, head) ?? circumstantial(time, trigger) ?? longCircumstance(time, trigger) {
      return targets.contains(noun) || isFrame(noun, of: targets)
    }
    for ancestor in tree.ancestors(head) {
      if targets.contains(ancestor) { return true }
      if isAuxiliaryClause(ancestor, of: targets) { continue }
      if isReleased(ancestor, by: targets) { return true }
      if tree.isVerb(ancestor) {
        return isChained(ancestor, to: targets, on: time) || isGivenOut(ancestor, targets)
          || isOfSubject(ancestor, of: targets) || isFrontedParticiple(ancestor, of: targets)
          || isLastOfSentence(time, below: ancestor, targets)
      }
      // "said that the offer of 2004 was too short": the copula's clause has its own time.
      if tree.child(ancestor, .cop) != nil { return introduces(time, targets) }
    }
    return introduces(time, targets)
  }

  /// "said in a letter published on Friday", "a letter issued in May said": the day of the document is that of the words.
  private func isReleased(_ participle: Int, by targets: Set<Int>) -> Bool {
    if let verb = scene(describedBy: participle) { return targets.contains(verb) }
    // "according to Berg, quoted by a newspaper on Tuesday"
    if tree.relation(participle) == .acl, let speaker = tree.head(participle), let word = tree.child(speaker, .case),
      targets.contains(word)
    {
      return ["quote", "speak", "write", "cite", "interview"].contains(tree.lemma(participle))
        || document(describedBy: participle) != nil
    }
    guard let document = document(describedBy: participle), let verb = tree.head(document),
      tree.entry(verb)?.speechVerb != nil
    else { return false }
    switch tree.relation(document).universal {
    case .obl, .nsubj: return targets.contains(verb)
    default: return false
    }
  }

  /// "On Friday it issued a letter saying …": the day on which a document is given out is that of its words.
  private func isGivenOut(_ verb: Int, _ targets: Set<Int>) -> Bool {
    targets.contains { target in
      guard let document = document(describedBy: target) else { return false }
      return tree.relation(document) == .obj && tree.head(document) == verb
    }
  }

  /// The document that a participle describes: "a letter published", "a statement saying …".
  private func document(describedBy participle: Int) -> Int? {
    guard tree.relation(participle) == .acl, let document = tree.head(participle) else { return nil }
    // "an opinion released on Friday"
    let isGiven = tree.document.xpos[participle] == .vbn && Self.issuings.contains(tree.lemma(participle))
    return tree.isDocument(document) || isGiven && tree.isNoun(document) ? document : nil
  }

  /// What is done with words alone.
  private static let issuings: Set<String> = [
    "release", "publish", "issue", "file", "post", "air", "broadcast", "print",
  ]

  /// "in 2002, when rebels fired at the palace": the day right before "when" is that of its clause, whatever that was hung on.
  private func introduces(_ time: Range<Int>, _ targets: Set<Int>) -> Bool {
    var token = time.upperBound
    if token < document.tokenCount, document.xpos[token] == .comma { token += 1 }
    guard token < document.tokenCount, tree.lemma(token) == "when", let verb = tree.head(token) else { return false }
    return targets.contains(verb)
  }

  /// "said last month", "arrested on Monday": right behind the verb, whatever the tree says.
  private func isBehind(_ time: Range<Int>, _ trigger: Trigger) -> Bool {
    guard let verb = trigger.predicate, verb == trigger.token else { return false }
    return time.lowerBound == verb + 1
      || time.lowerBound == verb + 2 && document.upos[verb + 1] == .adp && dated(by: time, top(of: time)) == nil
  }

  /// "the 2001 attacks": the noun that a date stands before dates nothing else.
  func dated(by time: Range<Int>, _ head: Int) -> Int? {
    guard let noun = tree.head(head), noun >= time.upperBound, tree.isNoun(noun) else { return nil }
    // "Monday's ban"
    if let word = tree.child(head, .case), document.xpos[word] != .pos { return nil }
    switch tree.relation(head) {
    case .compound, .amod, .nummod, .nmodPossessive, .nmodUnmarked: return noun
    default: return nil
    }
  }

  /// Whether a date stands before a noun as its attribute.
  func isAttribute(_ time: Range<Int>, of noun: Int) -> Bool { dated(by: time, top(of: time)) == noun }

  /// Whether a date ended three days or more before the article's: what is told of it is no news of the days just past.
  func isPast(_ expression: TimeExpression) -> Bool {
    guard isDate(expression), let end = expression.range?.end, let day = document.date else { return false }
    return end <= Timestamp(day.adding(days: -3))
  }

  /// The same of the date that stands at some tokens.
  func isPast(_ tokens: Range<Int>) -> Bool {
    document.times.contains { $0.tokens == tokens && isPast($0.expression) }
  }

  /// "endorsed him during the 2008 primaries": the dated noun says when the verb was.
  private func isFrame(_ noun: Int, of targets: Set<Int>) -> Bool {
    guard ["during", "at", "in"].contains(tree.preposition(noun) ?? ""), let head = tree.head(noun) else {
      return false
    }
    if tree.relation(noun).universal == .obl { return targets.contains(head) || isFrontedParticiple(head, of: targets) }
    // "The minister in a Monday address said": hung on who speaks.
    return tree.relation(noun).universal == .nmod && tree.relation(head).universal == .nsubj
      && tree.head(head).map { noun < $0 && targets.contains($0) } == true
  }

  /// "in talks over the riots in March": a date right behind an event noun that itself only says why or when is the noun's.
  /// Where the trigger's pattern has the noun ("taken into custody last month", "turned himself in to police") it is the trigger's.
  private func circumstantial(_ time: Range<Int>, _ trigger: Trigger) -> Int? {
    var noun = time.lowerBound - 1
    let isBare = noun > 0 && tree.isNoun(noun)
    if noun > 0, ["on", "in", "of"].contains(tree.lemma(noun)) { noun -= 1 }
    guard noun > 0, tree.isNoun(noun), isEventNoun(noun), let word = tree.preposition(noun),
      !(["to", "into"].contains(word) && tree.head(noun) == trigger.predicate && trigger.token == trigger.predicate)
    else { return nil }
    let circumstances = ["after", "following", "before", "ahead", "over", "into", "with", "for", "since"]
    // "praised him for his answer to the attack last year"
    return circumstances.contains(word) || isBare && word == "to" ? noun : nil
  }

  func isEventNoun(_ noun: Int) -> Bool { tree.entry(noun)?.nouns != nil }

  func top(of span: Range<Int>) -> Int {
    span.first { token in tree.relation(token) != .det && tree.head(token).map { !span.contains($0) } ?? true }
      ?? span.lowerBound
  }

  private func isAuxiliaryClause(_ token: Int, of targets: Set<Int>) -> Bool {
    // "claimed to have fired in 1986": what is told as done before has a day of its own.
    tree.relation(token) == .xcomp && tree.head(token).map(targets.contains) == true
      && !tree.children(token).contains { tree.relation($0).universal == .aux && tree.lemma($0) == "have" }
  }

  /// Whether a verb takes the trigger as its infinitive or noun: "plans to meet on Monday", "agreed Monday to talks".
  private func isChained(_ verb: Int, to targets: Set<Int>, on time: Range<Int>) -> Bool {
    targets.contains { target in
      guard let head = tree.head(target) else { return false }
      // "agreed to begin sending boats"
      if head != verb {
        // "entered the town on Monday and began to shell it"
        let isJoined = tree.relation(head) == .conj && !tree.hasOwnSubject(head)
        return tree.relation(target) == .xcomp && (tree.relation(head) == .xcomp || isJoined) && tree.head(head) == verb
      }
      switch tree.relation(target) {
      case .xcomp: return true
      // "was sworn in on Monday, pledging reforms": a clause without a tense shares the day.
      case .advcl
      where tree.document.xpos[target] == .vbg && ["", "while", "when", "by"].contains(tree.mark(target) ?? ""):
        return document.times.allSatisfy { !isUnder($0, target) }
      case .acl, .advcl: return tree.mark(target) == "to" && tree.document.xpos[target] == .vb && head == verb
      case .nsubj, .nsubjPassive, .obj: return !tree.isVerb(target)
      // "was removed in January and said": the day of a deed of long ago is not that of the words.
      case .conj where tree.entry(target)?.speechVerb != nil && tree.entry(verb)?.speechVerb == nil && isPast(time):
        return false
      // "appeared on May 9 and has drawn criticism"
      case .conj where tree.isPresentPerfect(target) && tree.isSimplePast(verb): return false
      case .conj: return !tree.hasOwnSubject(target) && document.times.allSatisfy { !isUnder($0, target) }
      default: return false
      }
    }
  }

  private func isUnder(_ time: TimeSpan, _ token: Int) -> Bool { tree.ancestors(top(of: time.tokens)).contains(token) }

  // MARK: Place

  private static let prepositions: Set<String> = [
    "in", "at", "near", "inside", "outside", "along", "around", "across", "off", "within", "throughout", "over",
    "outside",
    "into", "on",
  ]

  private static let innerPrepositions: Set<String> = ["in", "at"]

  /// The place where a trigger's event is: a phrase of place on its predicate, its own phrase or its objects.
  func place(of trigger: Trigger) -> Place? {
    var hosts = [trigger.token]
    if let predicate = trigger.predicate { hosts.append(predicate) }
    hosts += trigger.fillers.filter { isHost($0.position) }.map(\.head)
    for host in hosts {
      let found = tree.children(host).flatMap { places($0, Self.prepositions) }
      if let best = found.max(by: { rank($0) < rank($1) }) { return best }
    }
    return namedPlace(of: trigger)
  }

  /// The place that a phrase names, and those within it: "on their border in Tbilisi".
  private func places(_ phrase: Int, _ prepositions: Set<String>) -> [Place] {
    guard let word = tree.preposition(phrase), prepositions.contains(word), let place = resolver.place(at: phrase)
    else {
      return []
    }
    return [place] + tree.children(phrase).flatMap { places($0, Self.innerPrepositions) }
  }

  private func isHost(_ position: Position) -> Bool {
    switch position {
    case .object: true
    case .preposition(let word): ["of", "in", "at", "near"].contains(word)
    default: false
    }
  }

  /// A town tells more than a country.
  private func rank(_ place: Place) -> Int {
    switch place.kind {
    case .building, .city: 3
    case .border, .water, .region: 2
    case .country: 1
    case nil: 0
    }
  }

  /// "the Geneva talks".
  private func namedPlace(of trigger: Trigger) -> Place? {
    for head in trigger.heads(at: .modifier) {
      if let place = resolver.place(at: head), place.kind == .city { return place }
    }
    return nil
  }
}
