import Linguistics
import NewsModel

extension Circumstances {
  /// How many sentences back a day still holds.
  private static let reach: Int32 = 2

  /// The day of which a paragraph tells: "On 12 March he entered the house. He shot four people."
  ///
  /// Holds for a main clause in the simple past, behind a sentence whose own deed is dated. A day on which something was only said
  /// dates the words and not the deed.
  ///
  /// - Parameter isOfLead: whether the event is likely to be part of what the article's first sentence tells.
  func narrativeTime(of trigger: Trigger, isOfLead: Bool) -> TimeExpression? {
    guard var verb = trigger.predicate else { return nil }
    // "overpowered him, punching and kicking him"
    if isOfLead, tree.isBareParticiple(verb), let head = tree.head(verb) { verb = head }
    // "The fighting prompted agencies to send food": they did.
    if tree.relation(verb) == .xcomp, document.xpos[verb] == .vb, let head = tree.head(verb) { verb = head }
    guard tree.isSimplePast(verb), isMain(verb), tree.entry(verb)?.speechVerb == nil else { return nil }
    let paragraph = document.paragraphStart(of: verb)
    let number = tree.sentences[verb]
    let dated = document.times.last { time in
      let token = time.tokens.lowerBound
      guard token >= paragraph, tree.sentences[token] < number, number - tree.sentences[token] <= Self.reach else {
        return false
      }
      // Words are not of a whole month.
      guard trigger.pattern.type != .statement || isDay(time.expression) else { return false }
      return datesDeed(time) && time.expression.range != nil && time.expression.value.utf8.count > 4
    }
    return dated?.expression ?? leadTime(of: verb, isOfLead)
  }

  /// "The visit comes a day after the mayor resigned": the day counted back from the article's.
  func countedBack(_ trigger: Trigger, _ sentence: Range<Int>) -> TimeExpression? {
    guard let verb = trigger.predicate, let day = document.date else { return nil }
    let counted = document.times.first { time in
      let (start, end) = (time.tokens.lowerBound, time.tokens.upperBound)
      return sentence.contains(end) && end < verb && start > sentence.lowerBound && time.expression.kind == .duration
        && tree.lemma(end) == "after"
        && (["come", "happen", "occur"].contains(tree.lemma(start - 1)) || isTellingNow(before: start))
    }
    guard let counted, let days = Self.days(counted.expression.value) else { return nil }
    let first = (counted.tokens.upperBound..<sentence.upperBound).first(where: tree.isVerb)
    let isShared = tree.head(verb) == first && (tree.document.xpos[verb] == .vbg || tree.relation(verb) == .conj)
    guard first == verb || isShared else { return nil }
    var result = counted.expression
    // "This happened a day after …": from the day of which the words before tell.
    let told = narrativeTime(of: Trigger(ofVerb: counted.tokens.lowerBound - 1), isOfLead: true)
    let start = told.flatMap { CalendarDate($0.value) } ?? day
    (result.kind, result.value, result.basis) = (.date, "\(start.adding(days: -days))", .relative)
    return result
  }

  /// "The town is calm, two days after …": what is so now.
  private func isTellingNow(before token: Int) -> Bool {
    let verb = tree.clause(of: token)
    guard isMain(verb) else { return false }
    return tree.isVerb(verb)
      ? tree.isPresent(verb)
      : tree.child(verb, .cop).map { document.xpos[$0] == .vbz || document.xpos[$0] == .vbp } ?? false
  }

  /// The number of a few days: "P2D".
  private static func days(_ value: String) -> Int? {
    guard value.utf8.count == 3, value.hasPrefix("P"), value.hasSuffix("D") else { return nil }
    return Int(value.dropFirst().dropLast())
  }

  /// The last date that a paragraph named before a sentence, if it is three days back or more.
  func pastDate(before verb: Int) -> TimeSpan? {
    let paragraph = document.paragraphStart(of: verb)
    let start = tree.sentence(of: verb).lowerBound
    let named = document.times.last { time in
      let token = time.tokens.lowerBound
      return token >= paragraph && token < start && isDate(time.expression) && time.expression.range != nil
    }
    return named.flatMap { isPast($0.expression) ? $0 : nil }
  }

  /// Whether a date begins after the article's day.
  func isAhead(_ expression: TimeExpression) -> Bool {
    guard let start = expression.range?.start, let day = document.date else { return false }
    return start >= Timestamp(day.adding(days: 1))
  }

  /// Whether a time is no day.
  func isYearOrMonth(_ expression: TimeExpression) -> Bool { expression.value.utf8.count <= 7 }

  /// The day that the article's first sentence gives its own deed, for parts of that deed told later without a day, and for the same
  /// verb.
  private func leadTime(of verb: Int, _ isOfLead: Bool) -> TimeExpression? {
    guard let lead = document.sentences.first, !lead.contains(verb) || isOfLead else { return nil }
    let sentence = tree.sentence(of: verb)
    // "was arrested there in 2010": not the same time.
    if !isOfLead, document.times.contains(where: { sentence.contains($0.tokens.lowerBound) }) { return nil }
    return document.times.first { time in
      guard lead.contains(time.tokens.lowerBound), isOfWeek(time.expression), !datesDocument(time) else { return false }
      if isOfLead, datesNewNoun(time) || datesReportedDeed(time) { return true }
      return datesDeed(time) && (isOfLead || tree.lemma(tree.clause(of: time.tokens.lowerBound)) == tree.lemma(verb))
    }?.expression
  }

  /// Whether a time lies within the week before the article.
  func isOfWeek(_ expression: TimeExpression) -> Bool {
    guard isDate(expression), let range = expression.range, let day = document.date else { return false }
    return range.end <= Timestamp(day) && range.start >= Timestamp(day.adding(days: -7))
  }

  /// "after a Saturday rally": the day of something told for the first time.
  private func datesNewNoun(_ time: TimeSpan) -> Bool {
    guard let noun = dated(by: time.tokens, top(of: time.tokens)), isEventNoun(noun) else { return false }
    return tree.children(noun).contains { ["a", "an"].contains(document.word($0)) }
  }

  /// "Police said that rebels attacked the town on Monday"
  private func datesReportedDeed(_ time: TimeSpan) -> Bool {
    let clause = tree.clause(of: time.tokens.lowerBound)
    guard tree.relation(clause) == .ccomp, tree.isSimplePast(clause), let above = tree.head(clause) else {
      return false
    }
    return isMain(above) && tree.isSimplePast(above) && dated(by: time.tokens, top(of: time.tokens)) == nil
  }

  /// Whether a date stands in a main clause in the simple past that tells a deed, and not what somebody said.
  func datesDeed(_ time: TimeSpan) -> Bool {
    datesClause(time) && tree.entry(clause(datedBy: time))?.speechVerb == nil
  }

  /// The clause that a date stands in; of one that ends a sentence, the main one.
  private func clause(datedBy time: TimeSpan) -> Int {
    let clause = tree.clause(of: time.tokens.lowerBound)
    guard tree.relation(clause) == .acl,
      let main = tree.sentence(of: clause).first(where: { tree.relation($0) == .root }),
      isLastOfSentence(time.tokens, below: clause, [main])
    else { return clause }
    return main
  }

  /// Whether a date stands in a main clause in the simple past.
  func datesClause(_ time: TimeSpan) -> Bool {
    // "in the wake of last week's raid": the day of the raid alone.
    guard isDate(time.expression), dated(by: time.tokens, top(of: time.tokens)) == nil else { return false }
    let clause = clause(datedBy: time)
    return datesSetting(time, clause) || isMain(clause) && tree.isSimplePast(clause)
  }

  /// "was a plaintiff in court yesterday", "was in Paris on Monday": a sentence that tells of a scene.
  func datesSetting(_ time: TimeSpan, _ clause: Int) -> Bool {
    let top = top(of: time.tokens)
    guard tree.relation(clause) == .root, tree.head(top) == clause,
      [.obl, .nmod].contains(tree.relation(top).universal),
      isDay(time.expression), ["on", nil].contains(tree.preposition(top)), let verb = tree.child(clause, .cop)
    else { return false }
    return document.xpos[verb] == .vbd
  }

  /// Whether a date stands in a clause that tells of a text: "released a report on Friday".
  func datesDocument(_ time: TimeSpan) -> Bool {
    tree.children(tree.clause(of: time.tokens.lowerBound)).contains(where: tree.isDocument)
  }

  /// "the 2004 rebellion which ousted the president", "a strike last week that killed six": the date of what the clause is about.
  func timeOfAntecedent(_ trigger: Trigger, _ dates: [TimeSpan]) -> TimeExpression? {
    guard var verb = trigger.predicate else { return timeBeforeClause(trigger.token, dates) }
    if tree.relation(verb) == .conj, let head = tree.head(verb) { verb = head }
    // "a ruling given in 2004 granting rights"
    if tree.relation(verb) == .acl, document.xpos[verb] == .vbg, let noun = tree.head(verb) {
      return dates.first { $0.tokens.upperBound == verb && $0.tokens.lowerBound > noun }?.expression
    }
    guard tree.relation(verb) == .aclRelative, let noun = tree.head(verb), noun < verb, tree.isNoun(noun)
    else { return nil }
    let pronoun = (noun..<verb).last { tree.isRelativePronoun($0) || tree.lemma($0).lowercased() == "where" }
    guard let pronoun, ["which", "that", "where"].contains(tree.lemma(pronoun).lowercased()) else { return nil }
    return dates.first { isAttribute($0.tokens, of: noun) || $0.tokens.upperBound == pronoun }?.expression
  }

  /// "the raid on a farm on Monday that killed six": right before a clause that describes a noun, the day is that of the noun.
  private func timeBeforeClause(_ noun: Int, _ dates: [TimeSpan]) -> TimeExpression? {
    guard let clause = tree.child(noun, .aclRelative), let subject = tree.ownSubject(clause),
      tree.isRelativePronoun(subject)
    else { return nil }
    return dates.first { $0.tokens.upperBound == subject && $0.tokens.lowerBound > noun }?.expression
  }

  /// Whether a verb is that of its sentence, or joined to it.
  func isMain(_ verb: Int) -> Bool {
    switch tree.relation(verb) {
    case .root: true
    case .conj: tree.head(verb).map { tree.relation($0) == .root } ?? false
    default: false
    }
  }
}
