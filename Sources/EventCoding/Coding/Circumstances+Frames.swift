import Linguistics
import NewsModel

// Days that a word shares with what stands around it, and days that belong to something else in its clause.
extension Circumstances {
  /// "On Monday they held a rally at which she attacked him", "spent Friday in Melle, where she spoke": what happens at a scene is
  /// on its day.
  func timeOfScene(_ trigger: Trigger, isTold: Bool) -> TimeExpression? {
    guard var verb = trigger.predicate else { return nil }
    while tree.relation(verb) == .conj, let head = tree.head(verb), head < verb { verb = head }
    guard tree.relation(verb) == .aclRelative, let noun = tree.head(verb), noun < verb, isScene(noun, of: verb),
      !Self.matters.contains(tree.lemma(noun)),
      let above = tree.head(noun), tree.isVerb(above)
    else { return nil }
    return time(of: Trigger(ofVerb: above), isTold: isTold)
  }

  /// "won a case in which Sweden accused Norway": no scene.
  private static let matters: Set<String> = ["case", "dispute"]

  /// Whether a relative clause tells what happened there: "where", "at which", "during which".
  private func isScene(_ noun: Int, of verb: Int) -> Bool {
    (noun + 1..<verb).contains { token in
      switch document.word(token) {
      case "where": true
      case "which": document.upos[token - 1] == .adp && ["in", "at", "during"].contains(document.word(token - 1))
      default: false
      }
    }
  }

  /// "Four died in a 2002 incident when they were bombed": what was done when something else was is on its day.
  func timeOfOccasion(_ trigger: Trigger) -> TimeExpression? {
    guard let verb = trigger.predicate, tree.relation(verb) == .advcl, let above = tree.head(verb), tree.isVerb(above),
      tree.children(verb).contains(where: { tree.lemma($0).lowercased() == "when" }), tree.isSimplePast(verb)
    else { return nil }
    return time(of: Trigger(ofVerb: above))
  }

  /// "Speaking to reporters in January, the minister said", "the minister, speaking in January, said": the day of the participle
  /// is that of the main verb.
  func isFrontedParticiple(_ participle: Int, of targets: Set<Int>) -> Bool {
    guard tree.document.xpos[participle] == .vbg, tree.auxiliaries(of: participle).isEmpty,
      let main = mainVerb(over: participle), participle < main, targets.contains(main), tree.isSimplePast(main)
    else { return false }
    return ["", "in", "while", "when"].contains(tree.mark(participle) ?? "")
  }

  /// The verb whose participle this is, or that of whose subject it is between commas.
  private func mainVerb(over participle: Int) -> Int? {
    guard let head = tree.head(participle) else { return nil }
    switch tree.relation(participle) {
    case .advcl: return head
    case .acl:
      let isSetApart = participle > 0 && tree.document.xpos[participle - 1] == .comma
      return isSetApart && tree.relation(head).universal == .nsubj ? tree.head(head) : nil
    default: return nil
    }
  }

  /// "The Herald reported in March that he had been arrested": the day of words of long ago, of which what they tell is no news.
  func dayOfOldWords(_ cue: Int) -> TimeExpression? {
    guard let day = time(of: Trigger(ofVerb: cue), isTold: true), isPast(day) else { return nil }
    return day
  }

  /// "described the suicide in 1994 as …", "praised his vote for the bill in 2001": a day of long ago inside what the words are
  /// about is not that of the words.
  func isOfTheme(_ time: TimeSpan, _ trigger: Trigger) -> Bool {
    // A full date is rather that of the words: "voted down the offer March 9".
    guard isPast(time.expression), isYearOrMonth(time.expression) else { return false }
    var below = top(of: time.tokens)
    for ancestor in tree.ancestors(below) {
      if ancestor == trigger.token || ancestor == trigger.predicate {
        return tree.isNoun(below) && below < time.tokens.lowerBound && isTheme(below)
      }
      if tree.isVerb(ancestor) { return false }
      below = ancestor
    }
    return false
  }

  private func isTheme(_ noun: Int) -> Bool {
    guard !tree.isDocument(noun) else { return false }
    switch tree.relation(noun).universal {
    case .obj: return true
    case .obl: return ["about", "on", "against"].contains(tree.preposition(noun) ?? "")
    default: return false
    }
  }

  /// "convicted over the bombing of a ship in 2000": a day of long ago at the end of a phrase that says of what somebody was
  /// convicted is that of the crime, whatever it was hung on.
  func longCircumstance(_ time: Range<Int>, _ trigger: Trigger) -> Int? {
    let start = (trigger.predicate ?? trigger.token) + 1
    guard trigger.pattern.modes.contains("convict"), start < time.lowerBound, isPast(time) else { return nil }
    var token = time.lowerBound - 1
    if document.upos[token] == .adp { token -= 1 }
    while token > start {
      if tree.isNoun(token), isEventNoun(token), let word = tree.preposition(token) {
        let isOwn = tree.head(token) == trigger.predicate || tree.head(token) == trigger.token
        return isOwn && Self.reasons.contains(word) ? token : nil
      }
      guard isInNounPhrase(token) else { return nil }
      token -= 1
    }
    return nil
  }

  private static let reasons: Set<String> = ["over", "for", "of", "with"]

  private func isInNounPhrase(_ token: Int) -> Bool {
    switch document.upos[token] {
    case .noun, .propn, .adj, .det, .num: true
    case .adp: ["of", "on", "at", "in", "against"].contains(document.word(token))
    default: document.xpos[token] == .pos
    }
  }

  /// "An attack that hit the market on 7 March killed five": the day of the deed that is the subject.
  func isOfSubject(_ verb: Int, of targets: Set<Int>) -> Bool {
    var clause = verb
    if tree.relation(clause) == .conj, let head = tree.head(clause) { clause = head }
    guard tree.relation(clause) == .aclRelative, let noun = tree.head(clause), isEventNoun(noun),
      tree.relation(noun) == .nsubj, let above = tree.head(noun)
    else { return false }
    return targets.contains(above)
  }

  /// "resolution 12 (2004)", "(2004)": a year in brackets is that of what stands before it.
  func isInBrackets(_ time: TimeSpan) -> Bool {
    let (start, end) = (time.tokens.lowerBound, time.tokens.upperBound)
    guard time.expression.value.utf8.count == 4, start > 0, end < document.tokenCount else { return false }
    return document.word(start - 1) == "(" && document.word(end) == ")"
  }
}
