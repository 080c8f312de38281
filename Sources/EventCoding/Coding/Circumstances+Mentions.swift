import Linguistics
import NewsModel

// Days that were told before of an occasion or a text, and days of the deed that another one is part of.
extension Circumstances {
  /// "She said at the rally", where "a rally on Saturday" was told before; "In that video, they say", "the letter says": what
  /// happens at an occasion is on its day, and words have the day of the text in which they stand.
  func timeOfMention(_ trigger: Trigger) -> TimeExpression? {
    guard let verb = trigger.predicate, !document.times.isEmpty else { return nil }
    let isPast = tree.isSimplePast(verb)
    guard isPast || tree.isPresent(verb) else { return nil }
    for noun in tree.children(verb) where tree.isDefinite(noun) || tree.child(noun, .nmodPossessive) != nil {
      let isText = tree.isDocument(noun)
      guard isText || isPast && (isEventNoun(noun) || isOccasion(noun)) else { continue }
      switch tree.relation(noun).universal {
      case .obl where ["at", "in", "during"].contains(tree.preposition(noun) ?? ""): break
      case .obj where isOccasion(noun) && ["tell", "address"].contains(tree.lemma(verb)): break
      case .nsubj where isText && tree.isDefinite(noun) && isSaying(verb, trigger): break
      default: continue
      }
      if let day = day(ofMention: noun, isText: isText) { return day }
      if Self.anyOccasions.contains(tree.lemma(noun)), tree.preposition(noun) != "in", let day = leadDay { return day }
    }
    return nil
  }

  /// "told the hearing", "at the ceremony"
  func isOccasion(_ noun: Int) -> Bool {
    tree.isDefinite(noun)
      && (Self.anyOccasions.contains(tree.lemma(noun)) || Self.occasions.contains(tree.lemma(noun)))
  }

  /// "had a hearing", "held a news conference": an occasion at which people speak, told for the first time.
  func isOccasionWord(_ noun: Int) -> Bool {
    tree.isNoun(noun) && !tree.isDefinite(noun) && Self.occasions.contains(tree.lemma(noun))
  }

  private static let occasions: Set<String> = [
    "hearing", "conference", "briefing", "debate", "interview", "trial", "session", "gathering", "launch", "forum",
    "funeral", "convention", "inquest",
  ]

  /// Occasions of any kind, which the article's first sentence may tell in other words.
  private static let anyOccasions: Set<String> = ["event", "ceremony", "occasion"]

  private func isSaying(_ verb: Int, _ trigger: Trigger) -> Bool {
    !tree.isPassive(verb) && (trigger.pattern.type?.isSpeechAct ?? (tree.entry(verb)?.speechVerb != nil))
  }

  /// The day that an earlier sentence gave to an occasion of the same name: "a Saturday rally", "rallied on Saturday", "held a rally
  /// on Saturday". Of a text, a week is enough: "emails written last week".
  private func day(ofMention noun: Int, isText: Bool) -> TimeExpression? {
    let (lemma, start) = (tree.lemma(noun), tree.sentence(of: noun).lowerBound)
    return document.times.last { time in
      guard time.tokens.lowerBound < start, isDate(time.expression),
        isDay(time.expression) || isText && isWeek(time.expression), isOfMonth(time.expression) || !isText
      else { return false }
      let host = dated(by: time.tokens, top(of: time.tokens)) ?? tree.head(top(of: time.tokens))
      guard let host else { return false }
      return tree.lemma(host) == lemma
        || tree.children(host).contains { tree.lemma($0) == lemma && !tree.isDefinite($0) && tree.isNoun($0) }
        || isText && describes(host, lemma)
    }?.expression
  }

  /// "a video released on Tuesday", "a series of emails written last week": what a participle says of a text.
  private func describes(_ participle: Int, _ lemma: String) -> Bool {
    guard tree.relation(participle) == .acl, document.xpos[participle] == .vbn, let noun = tree.head(participle) else {
      return false
    }
    return tree.lemma(noun) == lemma
      || tree.children(noun).contains { tree.preposition($0) == "of" && tree.lemma($0) == lemma }
  }

  private func isWeek(_ expression: TimeExpression) -> Bool {
    guard let range = expression.range else { return false }
    return range.end.seconds - range.start.seconds <= 7 * 86_400
  }

  /// Whether a time lies within the month before the article.
  func isOfMonth(_ expression: TimeExpression) -> Bool {
    guard let range = expression.range, let day = document.date else { return false }
    return range.start >= Timestamp(day.adding(days: -31)) && range.end <= Timestamp(day.adding(days: 7))
  }

  /// "was killed on Monday in a raid", "led to a deal last month": a deed told for the first time as part of another is on its day.
  func timeOfHost(_ trigger: Trigger) -> TimeExpression? {
    let noun = trigger.token
    guard trigger.predicate == nil, tree.relation(noun).universal == .obl, !tree.isDefinite(noun),
      tree.child(noun, .nmodPossessive) == nil, let verb = tree.head(noun), tree.isVerb(verb), tree.isSimplePast(verb),
      let word = tree.preposition(noun)
    else { return nil }
    switch word {
    case "in", "during": break
    case "to" where ["lead", "give"].contains(tree.lemma(verb)): break
    case "with" where ["begin", "start", "open", "end"].contains(tree.lemma(verb)): break
    default: return nil
    }
    return time(of: Trigger(ofVerb: verb))
  }

  /// "At that time, she told the paper": the time that the sentence before told.
  func timeOfThatTime(_ trigger: Trigger) -> TimeExpression? {
    guard let verb = trigger.predicate, tree.isSimplePast(verb) else { return nil }
    let refersBack = tree.children(verb).contains { phrase in
      document.word(phrase) == "time" && tree.preposition(phrase) == "at"
        && tree.children(phrase).contains { document.word($0) == "that" }
    }
    let start = tree.sentence(of: verb).lowerBound
    guard refersBack, start > document.paragraphStart(of: verb) else { return nil }
    let before = tree.sentence(of: start - 1)
    return document.times.last {
      before.contains($0.tokens.lowerBound) && isDate($0.expression) && $0.expression.range != nil
        && !isAhead($0.expression)
    }?.expression
  }
}
