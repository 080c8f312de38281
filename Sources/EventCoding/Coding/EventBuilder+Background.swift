import Linguistics
import NewsModel

// What was known before: events that are no news of the article's day.
extension EventBuilder {
  /// Whether an event is told as known before: by a noun alone, within a clause that only says of whom or when something is told,
  /// in a tense or with a word that sets it apart from the news.
  func isBackground(_ trigger: Trigger) -> Bool {
    guard let predicate = trigger.predicate else { return true }
    let isBesides = tree.isInRelativeClause(predicate) && !goesOn(predicate) && !isSaidNow(predicate, trigger)
    return isBesides || isTiedToDated(predicate) || isPastDeed(predicate)
      || tree.isPastPerfect(predicate) || isEnclosed(predicate) || isAttribute(predicate, trigger)
      || isAtOtherTime(predicate)
      || isTimeBefore(predicate) || isBounded(predicate) || isLater(predicate, trigger)
      || isDescriptive(predicate, trigger) || isOfNoDay(predicate, trigger)
      || isToldInQuotes(predicate, trigger) || isToldLater(predicate, trigger) || isStanding(predicate, trigger)
      || isBelowBackground(predicate, trigger)
      || tree.isSimplePast(predicate) && isOfPastParagraph(predicate, trigger)
  }

  /// "a missile that Norway says can sink ships": what somebody says in the present tense he says now, wherever it stands.
  private func isSaidNow(_ verb: Int, _ trigger: Trigger) -> Bool {
    trigger.pattern.type == .statement && document.xpos[verb] == .vbz && tree.auxiliaries(of: verb).isEmpty
      && tree.lemma(verb) != "refer" && !tree.children(verb).contains { document.word($0) == "where" }
  }

  /// Whether a deed is told behind a date of the past, or words of who acted then: "Last year the minister cut the plan. He told
  /// Congress …".
  private func isOfPastParagraph(_ verb: Int, _ trigger: Trigger) -> Bool {
    guard let time = circumstances.pastDate(before: verb) else { return false }
    if !isWord(trigger) { return true }
    if tree.relation(verb) == .conj, let head = tree.head(verb), let deed = triggerAt[head], !isWord(deed) {
      return true
    }
    // "He said" alone is how words of the article's day are told.
    if ["say", "add"].contains(tree.lemma(verb)) { return false }
    let clause = tree.clause(of: time.tokens.lowerBound)
    return circumstances.isYearOrMonth(time.expression) && circumstances.datesDeed(time) && !tree.isPassive(clause)
      && sharesSubject(verb, clause)
  }

  /// The same of what was going on: "had been looking into it", "a force that is looking into it".
  func isBackgroundState(_ trigger: Trigger) -> Bool {
    guard let predicate = trigger.predicate else { return false }
    return tree.isPastPerfect(predicate) || tree.isInRelativeClause(predicate) || isEnclosed(predicate)
  }

  /// "a unit that was founded to look into the fires", "after police had come to arrest him": below a clause that is itself told
  /// by the way. A participle that goes on with the news ("…, calling them thugs and accusing them") is none.
  private func isEnclosed(_ verb: Int) -> Bool {
    tree.ancestors(verb).contains { above in
      guard tree.isVerb(above) else { return false }
      if tree.isInRelativeClause(above) { return !goesOn(above) }
      guard tree.relation(above) == .advcl else { return false }
      // "It turned into a riot when they began to throw stones", an article begins: both are the news.
      if isInLead(above), tree.children(above).contains(where: { ["when", "after"].contains(document.word($0)) }) {
        return false
      }
      return tree.document.xpos[above] != .vbg || tree.mark(above) != nil
    }
  }

  /// "the charges laid against him", "a group accused of theft": what somebody or something is known by. "Five people hurt in the
  /// attack" are part of the news.
  private func isAttribute(_ verb: Int, _ trigger: Trigger) -> Bool {
    guard tree.relation(verb) == .acl, document.xpos[verb] == .vbn else { return false }
    return trigger.pattern.type == .accuse || !isOfTheNews(verb)
  }

  /// "hurt in the attack": a part of what the article has told.
  private func isOfTheNews(_ verb: Int) -> Bool {
    tree.children(verb).contains {
      tree.relation($0) == .obl && tree.preposition($0) == "in" && tree.isDefinite($0) && tree.entry($0)?.nouns != nil
    }
  }

  /// "previously called for", "in the past", "at the time": a word says that it was another time.
  func isAtOtherTime(_ verb: Int) -> Bool {
    tree.children(verb).contains { child in
      switch tree.relation(child).universal {
      // "earlier in the day"
      case .advmod:
        if lexicon.has(.habits, document.word(child)) { return document.word(child) != "long" }
        // "has twice before rejected it"
        if document.word(child) == "before", tree.isPresentPerfect(verb) { return true }
        // "lawyers first argued that …"
        if document.word(child) == "first", child == verb - 1, tree.isSimplePast(verb) { return true }
        return lexicon.has(.earlier, document.word(child)) && tree.child(child, .obl) == nil || isVague(child)
      case .obl:
        let word = document.word(child)
        return word == "past" && tree.preposition(child) == "in" || isAtTheTime(child) || isVague(child)
          || tree.preposition(child) == "in"
            && tree.children(child).contains { Self.recent.contains(document.word($0)) }
      default: return false
      }
    }
  }

  /// "in recent weeks", "in two previous cases"
  private static let recent: Set<String> = ["recent", "previous", "earlier", "prior"]

  /// "at the time", but not "at the same time"
  private func isAtTheTime(_ phrase: Int) -> Bool {
    document.word(phrase) == "time" && tree.preposition(phrase) == "at" && tree.child(phrase, .amod) == nil
  }

  /// "said a few weeks ago", "a few days later"
  private func isVague(_ phrase: Int) -> Bool {
    document.times.contains {
      $0.tokens.contains(phrase) && $0.tokens.count > 1
        && ($0.expression.value == "PAST_REF" || $0.expression.value == "FUTURE_REF")
        && $0.tokens.contains { ["ago", "later", "earlier"].contains(document.word($0)) }
        && !$0.tokens.contains { Self.shortSpans.contains(tree.lemma($0)) }
    }
  }

  private static let shortSpans: Set<String> = ["hour", "minute", "second", "moment"]

  /// Whether a trigger is what somebody says of another or of how things are.
  private func isWord(_ trigger: Trigger) -> Bool {
    switch trigger.pattern.type {
    // "looked into the claims" is a deed.
    case .accuse: !trigger.pattern.modes.contains("investigate") || trigger.predicate.map(tree.isPassive) ?? true
    case .request, .threaten, .statement, nil: true
    default: false
    }
  }

  /// "We refused to go", she said: a deed that somebody tells in the past tense, in words that are quoted with their subject.
  private func isToldInQuotes(_ verb: Int, _ trigger: Trigger) -> Bool {
    guard trigger.pattern.type != .statement, tree.isSimplePast(verb), speech.isQuoted(verb),
      let subject = tree.surfaceSubject(verb)
    else { return false }
    return speech.isQuoted(subject)
  }

  /// "The speaker said that guards beat him": a deed in the past tense in what somebody says, after the article's first paragraphs,
  /// was before the words, and nothing tells when.
  private func isToldLater(_ verb: Int, _ trigger: Trigger) -> Bool {
    guard !isSaying(trigger), tree.isSimplePast(verb), !isGoingOn(verb), !isInLeadParagraphs(verb),
      tree.isNoun(trigger.token) || !isOfTheNews(verb)
    else {
      return false
    }
    return speech.utterance(at: trigger.token).map { $0.cue != trigger.token } ?? false
  }

  /// "was being held"
  private func isGoingOn(_ verb: Int) -> Bool {
    document.xpos[verb] == .vbg || tree.auxiliaries(of: verb).contains { document.xpos[$0] == .vbg }
  }

  /// "had been arrested, accused of theft", "has tried for years to raise it": a word without a tense has that of the verb above.
  private func isBelowBackground(_ verb: Int, _ trigger: Trigger) -> Bool {
    var bearer = verb
    while isTenseless(bearer), let above = tree.head(bearer), tree.isVerb(above) { bearer = above }
    guard bearer != verb else { return false }
    return tree.isPastPerfect(bearer) || isAtOtherTime(bearer)
      || (document.xpos[verb] != .vbg || tree.mark(verb) != nil) && isStanding(bearer, trigger)
      || tree.isPresentPerfect(bearer) && isForLong(bearer)
      || tree.isSimplePast(bearer) && tree.entry(bearer)?.speechVerb == nil
        && circumstances.pastDate(before: bearer) != nil
        && (document.xpos[verb] == .vbg || document.xpos[verb] == .vb && trigger.pattern.type != .statement)
  }

  private func isTenseless(_ verb: Int) -> Bool {
    guard tree.relation(verb) == .xcomp || tree.relation(verb) == .advcl else { return false }
    switch document.xpos[verb] {
    case .vb, .vbg, .vbn:
      return tree.auxiliaries(of: verb).allSatisfy {
        document.xpos[$0] != .vbd && document.xpos[$0] != .vbz && document.xpos[$0] != .vbp
      }
    default: return false
    }
  }

  func isInLeadParagraphs(_ verb: Int) -> Bool {
    document.paragraphs.count { $0 <= verb } <= Self.leadParagraphs
  }

  /// "Japan has pressed the country for years": the present perfect is news where an article begins, and later on how things stand.
  private func isStanding(_ verb: Int, _ trigger: Trigger) -> Bool {
    guard let type = trigger.pattern.type, type != .statement, tree.isPresentPerfect(verb) || sharesPerfect(verb),
      !tree.children(verb).contains(where: { Self.today.contains(tree.lemma($0).lowercased()) })
    else { return false }
    // "has been criticised": when was told before; "has been charged" is news.
    let isOldBlame = type == .accuse && tree.isPassive(verb) && tree.sentences[verb] > 0
    return (!isInLeadParagraphs(verb) && !isAnswer(verb) || isOldBlame) && !isStep(verb, trigger) || isForLong(verb)
  }

  /// "has opposed the war and criticised the plan": a past tense without a subject of its own behind a perfect is one, too.
  private func sharesPerfect(_ verb: Int) -> Bool {
    guard tree.relation(verb) == .conj, document.xpos[verb] == .vbd, !tree.hasOwnSubject(verb),
      let head = tree.head(verb), tree.isPresentPerfect(head)
    else { return false }
    return tree.entry(head)?.speechVerb == nil && tree.auxiliaries(of: verb).isEmpty
  }

  /// "has denied the charge", told by the article itself: an answer to the news.
  private func isAnswer(_ verb: Int) -> Bool {
    ["deny", "dismiss"].contains(tree.lemma(verb)) && (!tree.isPassive(verb) || tree.hasAgent(verb))
      && circumstances.isMain(verb)
      && speech.utterance(at: verb).map { $0.cue == verb } ?? true
  }

  /// "has banned imports for 15 months"
  private func isForLong(_ verb: Int) -> Bool {
    document.times.contains { time in
      time.expression.kind == .duration && time.tokens.lowerBound > 0
        && document.word(time.tokens.lowerBound - 1) == "for" && tree.clause(of: time.tokens.lowerBound) == verb
        && (time.expression.value.hasSuffix("M") || time.expression.value.hasSuffix("Y"))
    }
  }

  /// The paragraphs at an article's begin in which the present perfect tells news.
  static let leadParagraphs = 2

  private static let today: Set<String> = ["now", "today", "just"]

  /// "was convicted of murdering": what somebody is judged, blamed or known for was done before.
  private func isPastDeed(_ verb: Int) -> Bool {
    guard tree.document.xpos[verb] == .vbg, let above = tree.head(verb) else { return false }
    let mark = tree.mark(verb) ?? ""
    // "was given a lighter sentence for working with them"
    if mark == "for", tree.relation(verb) == .advcl { return true }
    if ["of", "for", "with", "on"].contains(mark) { return lexicon.has(.facts, tree.lemma(above)) }
    // "admitted to killing", "denied killing"
    return ["to", ""].contains(mark) && ["admit", "confess", "deny"].contains(tree.lemma(above))
      && (mark == "to" || tree.relation(verb) != .advcl)
  }

  /// "left in 2004 after a bomb had killed six", "after the November vote, they left": before or after a day that is told, and not
  /// the article's.
  private func isTiedToDated(_ verb: Int) -> Bool {
    let phrases = tree.children(verb).filter { child in
      tree.relation(child) == .obl && Self.bounds.contains(tree.preposition(child) ?? "")
    }
    if document.times.contains(where: { time in
      phrases.contains { circumstances.isAttribute(time.tokens, of: $0) } && circumstances.isPast(time.expression)
    }) {
      return true
    }
    guard tree.relation(verb) == .advcl, let above = tree.head(verb),
      Self.bounds.contains(tree.mark(verb) ?? "")
    else { return false }
    // "The visit comes days after he was accused": background, on whatever day.
    if tree.lemma(above) == "come" { return true }
    return document.times.contains { time in
      circumstances.isDate(time.expression) && tree.clause(of: time.tokens.lowerBound) == above
        && time.expression.range != nil
    }
  }

  private static let bounds: Set<String> = ["after", "before", "since", "until", "following"]
}
