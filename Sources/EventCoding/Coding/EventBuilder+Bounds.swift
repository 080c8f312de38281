import Linguistics
import NewsModel

// Words that say of an event only that it was before, after or since another one.
extension EventBuilder {
  /// "since they cut off aid", "until he left", "after police shot a man": a clause that only says when the main one was.
  func isTimeBefore(_ verb: Int) -> Bool {
    var clause = verb
    while tree.relation(clause) == .conj, tree.mark(clause) == nil, let head = tree.head(clause), head < clause {
      clause = head
    }
    // "a week after the report settling the dispute"
    if tree.relation(clause) == .acl, document.xpos[clause] == .vbg, let noun = tree.head(clause) {
      return Self.clauseBounds.contains(tree.preposition(noun) ?? "") && !isInLeadParagraphs(verb)
    }
    guard tree.relation(clause) == .advcl, let mark = tree.mark(clause) else { return false }
    // "waited before filing the charge" goes on with the news.
    if mark == "before", !tree.isSimplePast(clause), !tree.isPastPerfect(clause) { return false }
    // "The airport was closed after a car struck it", an article begins: both are the news.
    if mark == "after", isInLead(verb) { return false }
    // "A man has died after he was shot": the death and the deed are one news.
    if mark == "after", let main = tree.head(clause), tree.lemma(main) == "die", tree.isPresentPerfect(main) {
      return false
    }
    return Self.clauseBounds.contains(mark)
  }

  private static let clauseBounds: Set<String> = ["after", "before", "since", "until", "till", "following"]

  /// "arrested before the elections", "three days after the lawsuit": so long before or after something else.
  func isBounded(_ verb: Int) -> Bool {
    // "was lost or shot down since 2003"
    let shared = tree.relation(verb) == .conj && !tree.hasOwnSubject(verb) ? tree.head(verb) : nil
    return (tree.children(verb) + (shared.map(tree.children) ?? [])).contains { child in
      guard tree.relation(child).universal == .obl, let word = tree.preposition(child) else { return false }
      switch word {
      case "since": return isOfLongAgo(child)
      case "before": return tree.isNoun(child) && !Self.hours.contains(tree.lemma(child))
      case "prior": return true
      // "three days after the lawsuit", "after 11 May 2001"
      case "after": return isMeasured(child) || isOfLongAgo(child)
      default: return false
      }
    }
  }

  /// "since May 2003", but not "since the vote in May"
  private func isOfLongAgo(_ phrase: Int) -> Bool {
    document.times.contains { $0.tokens.contains(phrase) && circumstances.isPast($0.expression) }
  }

  /// "three days after the lawsuit"
  private func isMeasured(_ phrase: Int) -> Bool {
    guard let word = tree.child(phrase, .case), word > 0 else { return false }
    return document.times.contains {
      $0.tokens.upperBound == word && $0.expression.kind == .duration && !$0.expression.value.hasPrefix("PT")
    }
  }

  private static let hours: Set<String> = ["dawn", "noon", "midnight", "sunrise", "sunset", "midday", "daybreak"]

  /// "They later ratified the pact": a deed that followed at a time that nothing tells.
  func isLater(_ verb: Int, _ trigger: Trigger) -> Bool {
    guard !isSaying(trigger) || trigger.pattern.type == .support || trigger.pattern.type == .agree,
      tree.isSimplePast(verb), !isInLeadParagraphs(verb)
    else { return false }
    let sentence = tree.sentence(of: verb)
    guard !document.times.contains(where: { sentence.contains($0.tokens.lowerBound) }) else { return false }
    return tree.children(verb).contains {
      document.word($0) == "later" && tree.relation($0) == .advmod && tree.child($0, .obl) == nil
    }
  }

  /// "Jailed in Japan for nine months, he flew home", "have a treaty": what somebody is known by and no news.
  func isDescriptive(_ verb: Int, _ trigger: Trigger) -> Bool {
    if document.xpos[verb] == .vbn, tree.relation(verb) == .advcl, tree.mark(verb) == nil,
      tree.auxiliaries(of: verb).isEmpty, let above = tree.head(verb), verb < above,
      verb == tree.sentence(of: verb).lowerBound
    {
      return true
    }
    return trigger.pattern.type == .agree && tree.lemma(verb) == "have" && tree.isPresent(verb)
      || filesKnown(verb, trigger)
  }

  /// "The firm filed the lawsuit on behalf of a pupil": a suit that was told before.
  private func filesKnown(_ verb: Int, _ trigger: Trigger) -> Bool {
    guard trigger.pattern.type == .accuse, ["file", "bring", "launch"].contains(tree.lemma(verb)),
      tree.isSimplePast(verb), !isInLead(verb)
    else { return false }
    return tree.objects(verb).contains {
      tree.isDefinite($0) && ["lawsuit", "suit", "complaint"].contains(tree.lemma($0))
    }
  }
}
