import Linguistics
import NewsModel

// Where a date stands in its sentence, and occasions that were given a day before.
extension Circumstances {
  /// "In 2011, the court said that it freed", "On Monday police left and the mayor spoke": a date in front of the sentence is that
  /// of its main verb, whatever it was hung on, and of those joined to it.
  func isInFront(_ time: TimeSpan, of trigger: Trigger) -> Bool {
    guard var verb = trigger.predicate else { return false }
    // "On Sunday, they retaliated by firing …"
    if isParticiple(verb), let head = tree.head(verb) { verb = head }
    guard isMain(verb), tree.relation(verb) == .root || tree.isSimplePast(verb) else { return false }
    let (start, first) = (tree.sentence(of: verb).lowerBound, time.tokens.lowerBound)
    guard time.tokens.upperBound < verb else { return false }
    if document.xpos[time.tokens.upperBound] == .comma {
      // "Previously on May 9, …"
      return first <= start + 1 || first == start + 2 && document.upos[start] == .adv
    }
    return first == start + 1 && document.word(start) == "on" && isDay(time.expression)
  }

  /// "This Week", within a sentence: a programme and no date.
  func isTitle(_ time: TimeSpan) -> Bool {
    let first = time.tokens.lowerBound
    return first > tree.sentence(of: first).lowerBound && ["This", "Next", "Today"].contains(document.form(first))
      && document.upos[first - 1] != .punct
  }

  /// "A budget of two billion dollars for 2010": what something is meant for is no date of what is done with it.
  func isPurpose(_ time: TimeSpan) -> Bool {
    let word = time.tokens.lowerBound - 1
    guard word > 0, isYearOrMonth(time.expression), document.word(word) == "for" else { return false }
    switch document.upos[word - 1] {
    case .noun, .propn, .num, .sym: return true
    default: return false
    }
  }

  /// Whether a time is a day or less.
  func isDay(_ expression: TimeExpression) -> Bool { expression.value.utf8.count >= 10 }

  /// "admitted planning an attack when he appeared in June": the verb with a tense above a clause, whatever that was hung on.
  func finiteVerb(above clause: Int) -> Int? {
    tree.ancestors(clause).first { above in
      guard tree.isVerb(above) else { return tree.relation(above) == .root }
      return document.xpos[above] != .vbg && document.xpos[above] != .vb || !tree.auxiliaries(of: above).isEmpty
    }
  }

  /// A participle that goes on with the verb above it, or "by firing on them".
  private func isParticiple(_ verb: Int) -> Bool {
    tree.isBareParticiple(verb)
      || tree.relation(verb) == .advcl && document.xpos[verb] == .vbg && tree.mark(verb) == "by"
  }

  /// "abducted since 2004", "before 2006", "wanted it by the end of the month": a bound and no day of a deed.
  func isBound(_ time: TimeSpan, of trigger: Trigger, isTold: Bool) -> Bool {
    guard time.tokens.lowerBound > 0, let verb = trigger.predicate else { return false }
    switch document.word(time.tokens.lowerBound - 1) {
    case "before": return tree.isSimplePast(verb) || tree.isPastPerfect(verb)
    case "after": return isPast(time.expression) && tree.isSimplePast(verb)
    case "by": return isTold
    case "since":
      // "Berg, a member since 2001, was fined"
      return trigger.pattern.type == .assault && document.xpos[verb] == .vbn || tree.isSimplePast(verb)
    default: return false
    }
  }

  /// The verb that happened at what a participle or relative clause describes: "at a rally held on Monday, she said", "appealed
  /// in a speech that took place on Monday".
  func scene(describedBy clause: Int) -> Int? {
    let isScene =
      tree.relation(clause) == .acl && document.xpos[clause] == .vbn
      || tree.relation(clause) == .aclRelative && ["take", "occur", "happen"].contains(tree.lemma(clause))
        && tree.isSimplePast(clause)
    guard isScene, let noun = tree.head(clause), tree.relation(noun) == .obl,
      ["hold", "hand"].contains(tree.lemma(clause)) || isEventNoun(noun) || tree.isDocument(noun),
      ["at", "in", "during"].contains(tree.preposition(noun) ?? "")
    else { return nil }
    return tree.head(noun)
  }

  /// "The school was attacked by men belonging to a sect on Sunday": a day that ends the sentence is that of its deed, though it was
  /// hung on a participle.
  func isLastOfSentence(_ time: Range<Int>, below participle: Int, _ targets: Set<Int>) -> Bool {
    guard tree.relation(participle) == .acl, document.xpos[participle] == .vbg, let noun = tree.head(participle),
      !tree.isDocument(noun), !isEventNoun(noun), time.upperBound + 1 >= tree.sentence(of: participle).upperBound
    else { return false }
    for above in tree.ancestors(participle) {
      if targets.contains(above) { return tree.isSimplePast(above) }
      if tree.isVerb(above) { return false }
    }
    return false
  }
}
