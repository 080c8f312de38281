import Linguistics
import NewsModel

// What the article's begin tells of the day of an event.
extension EventBuilder {
  /// Violence, protest, arrests of protesters, and what happened "in the incident" are parts of what the article's first sentence is
  /// about.
  func isOfLead(_ trigger: Trigger) -> Bool {
    switch trigger.pattern.type {
    case .assault, .protest: true
    case .coerce:
      trigger.heads(at: .object).contains { Self.protesters.contains(tree.lemma($0)) } || isInIncident(trigger)
    default: false
    }
  }

  private static let protesters: Set<String> = [
    "protester", "protestor", "demonstrator", "rioter", "marcher", "striker",
  ]

  /// "14 people were arrested in these incidents"
  private func isInIncident(_ trigger: Trigger) -> Bool {
    guard let verb = trigger.predicate else { return false }
    return tree.children(verb).contains {
      tree.relation($0) == .obl && ["in", "during"].contains(tree.preposition($0) ?? "") && tree.isDefinite($0)
        && (tree.entry($0)?.nouns != nil || lexicon.has(.incidents, tree.lemma($0)))
    }
  }

  /// The day of words that belong to an occasion: a scene told right before ("was in court yesterday. Her lawyer argued …"), what the
  /// speaker did right before ("met the king on Monday. He said …"), or the act by words that the first sentence dates ("The court
  /// ruled on Monday …").
  func dayOfOccasion(_ trigger: Trigger) -> TimeExpression? {
    guard let verb = trigger.predicate, tree.isSimplePast(verb), !tree.isPassive(verb), circumstances.isMain(verb)
    else {
      return nil
    }
    if let before = dayOfSceneBefore(verb) { return before }
    guard let lead = document.sentences.first, !lead.contains(verb) else { return nil }
    return document.times.first { time in
      lead.contains(time.tokens.lowerBound) && circumstances.isOfWeek(time.expression)
        && circumstances.datesClause(time)
        && isSaidByMaker(verb, of: tree.clause(of: time.tokens.lowerBound), lead)
    }?.expression ?? dayOfLead(verb, lead)
  }

  /// The same where the first sentence dates its deed in another way: "In a judgement of Monday, the court ruled …".
  private func dayOfLead(_ verb: Int, _ lead: Range<Int>) -> TimeExpression? {
    guard let main = lead.first(where: { tree.relation($0) == .root }), tree.isVerb(main), tree.isSimplePast(main),
      isSaidByMaker(verb, of: main, lead), let day = circumstances.time(of: Trigger(ofVerb: main), isTold: true),
      circumstances.isOfWeek(day),
      circumstances.isDay(day)
    else { return nil }
    return day
  }

  /// The day of the scene or deed that the sentence before a verb tells, in one paragraph.
  func dayOfSceneBefore(_ verb: Int) -> TimeExpression? {
    let start = tree.sentence(of: verb).lowerBound
    guard start > document.paragraphStart(of: verb) else { return nil }
    let before = tree.sentence(of: start - 1)
    return document.times.last { before.contains($0.tokens.lowerBound) && datesOccasion($0, verb) }?.expression
  }

  private func datesOccasion(_ time: TimeSpan, _ verb: Int) -> Bool {
    let clause = tree.clause(of: time.tokens.lowerBound)
    if circumstances.datesSetting(time, clause) { return true }
    guard circumstances.isDay(time.expression), circumstances.datesClause(time) else { return false }
    // "were announced yesterday. It also announced …"
    if tree.lemma(clause) == tree.lemma(verb), tree.children(verb).contains(where: { document.word($0) == "also" }) {
      return true
    }
    return tree.entry(clause)?.speechVerb == nil && !tree.isPassive(clause) && sharesSubject(verb, clause)
  }

  /// Whether who speaks is who acts in the first sentence by words or as a court.
  private func isSaidByMaker(_ verb: Int, of clause: Int, _ lead: Range<Int>) -> Bool {
    if isAskedThere(verb, clause) { return true }
    if isAtOwnScene(verb), sharesSubject(verb, clause) { return true }
    guard !tree.isPassive(clause) else { return false }
    // "The court ruled on Monday … . Justice Lund said": for the court.
    if isOfCourt(verb, clause) || isOfDebate(verb, clause) { return true }
    guard sharesSubject(verb, clause) else { return false }
    if tree.objects(clause).contains(where: { circumstances.isOccasionWord($0) }) { return true }
    return speakers(of: verb).contains { $0.sector == "JUD" } || Self.acts.contains(tree.lemma(clause))
      || lead.contains { token in
        triggerAt[token].map { $0.pattern.type == .statement || $0.pattern.type?.isSpeechAct == true } ?? false
      }
  }

  /// "On Monday a reporter questioned the minister. … The minister said": who is asked answers on that day.
  private func isAskedThere(_ verb: Int, _ clause: Int) -> Bool {
    guard ["question", "interview", "grill"].contains(tree.lemma(clause)) else { return false }
    let asked = tree.objects(clause).flatMap { parties(at: $0, nil) }
    return speakers(of: verb).contains { speaker in asked.contains { $0.isSame(as: speaker) } }
  }

  private func isOfCourt(_ verb: Int, _ clause: Int) -> Bool {
    // What a judge tells somebody is his own.
    guard tree.lemma(verb) != "tell" else { return false }
    let makers = tree.surfaceSubject(clause).map { parties(at: $0, nil) } ?? []
    return speakers(of: verb).contains { speaker in
      speaker.sector == "JUD" && speaker.code != nil
        && makers.contains { $0.sector == "JUD" && $0.code == speaker.code }
    }
  }

  /// "On Friday Berg debated with Lund. … Lund argued": for either of the two.
  private func isOfDebate(_ verb: Int, _ clause: Int) -> Bool {
    guard ["debate", "argue", "discuss"].contains(tree.lemma(clause)) else { return false }
    let others = tree.children(clause).filter { tree.preposition($0) == "with" && tree.relation($0).universal == .obl }
    let debating = (others + tree.objects(clause)).flatMap { parties(at: $0, nil) }
    return sharesSubject(verb, clause)
      || speakers(of: verb).contains { speaker in debating.contains { $0.isSame(as: speaker) } }
  }

  /// What somebody does who speaks there.
  private static let acts: Set<String> = ["sign", "meet", "address", "testify", "appear", "speak", "visit"]

  func sharesSubject(_ verb: Int, _ clause: Int) -> Bool {
    let makers = tree.surfaceSubject(clause).map { parties(at: $0, nil) } ?? []
    return !makers.isEmpty && speakers(of: verb).contains { speaker in makers.contains { $0.isSame(as: speaker) } }
  }
}
