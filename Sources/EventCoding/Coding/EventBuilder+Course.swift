import Linguistics
import NewsModel

// How a story goes on: clauses that only look like background, and days that it tells later.
extension EventBuilder {
  /// "She turned to the judge, who told her to wait": a relative clause behind a comma, in the same tense, that
  /// goes on with the story.
  func goesOn(_ verb: Int) -> Bool {
    guard tree.isSimplePast(verb), !tree.isPassive(verb), let above = verbAbove(verb) else { return false }
    return circumstances.isMain(above) && tree.isSimplePast(above)
  }

  /// The noun that a relative clause with ", who" tells of, or the one that it is joined to.
  private func clauseHead(_ verb: Int) -> Int? {
    var clause = verb
    while tree.relation(clause) == .conj, !tree.hasOwnSubject(clause), let head = tree.head(clause), head < clause {
      clause = head
    }
    guard tree.relation(clause) == .aclRelative, let who = tree.ownSubject(clause), document.word(who) == "who",
      who > 0, document.xpos[who - 1] == .comma
    else { return nil }
    return tree.head(clause)
  }

  /// The verb whose object or other complement a relative clause describes.
  func verbAbove(_ verb: Int) -> Int? {
    guard let noun = clauseHead(verb), let above = tree.head(noun), tree.isVerb(above), above < noun else { return nil }
    switch tree.relation(noun).universal {
    case .obj: return above
    case .obl: return ["as", "like", "including"].contains(tree.preposition(noun) ?? "") ? nil : above
    default: return nil
    }
  }

  /// "has been charged", "have closed the border": steps of the law are news in the present perfect wherever they are told, unless a
  /// word says that they were many.
  func isStep(_ verb: Int, _ trigger: Trigger) -> Bool {
    switch trigger.pattern.type {
    case .coerce: break
    case .sanction where trigger.pattern.modes.contains("convict") || trigger.pattern.modes.contains("expel"): break
    case .accuse where Self.steps.contains(tree.lemma(trigger.token)) && !trigger.pattern.modes.contains("disapprove"):
      break
    case .retreat where trigger.pattern.modes.contains("release"): break
    default: return false
    }
    // "has had 14 arrests"
    return !tree.isInRelativeClause(verb) && tree.lemma(verb) != "have"
      && !tree.children(verb).contains { child in
        switch tree.relation(child).universal {
        case .advmod: ["already", "ever", "before", "twice", "far"].contains(document.word(child))
        case .obl: tree.preposition(child) == "over" && tree.lemma(child) == "year"
        default: false
        }
      }
  }

  private static let steps: Set<String> = ["charge", "indict", "arraign", "question", "interrogate"]

  /// "Police arrested two men. … Both were arrested on Friday": the day that the text tells later of what its first sentence tells.
  func dayToldLater(_ trigger: Trigger) -> TimeExpression? {
    guard let verb = trigger.predicate, verb == trigger.token, isInLead(verb), !isSaying(trigger),
      circumstances.isMain(verb), tree.isSimplePast(verb) || tree.isPresentPerfect(verb),
      let lead = document.sentences.first
    else { return nil }
    return document.times.first { time in
      time.tokens.lowerBound >= lead.upperBound && circumstances.isOfWeek(time.expression)
        && circumstances.isDay(time.expression) && circumstances.datesDeed(time)
        && tells(tree.clause(of: time.tokens.lowerBound), of: trigger, verb)
    }?.expression
  }

  /// Whether a later clause tells of the same deed: in the same word, to one of the same, where both say to whom.
  private func tells(_ clause: Int, of trigger: Trigger, _ verb: Int) -> Bool {
    guard tree.lemma(clause) == tree.lemma(verb) else { return false }
    guard let later = triggerAt[clause], later.pattern.type == trigger.pattern.type else { return false }
    let (first, second) = (parties(trigger, .recipient, nil), parties(later, .recipient, nil))
    return first.isEmpty || second.isEmpty || first.contains { a in second.contains { $0.isSame(as: a) } }
      || second.allSatisfy { $0.name == nil }
  }
}
