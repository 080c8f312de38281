import Linguistics
import NewsModel

// Who takes part in a meeting that a clause only names to say when or where its own deed was done.
extension EventBuilder {
  /// The verb of a clause in which a meeting or visit stands as a circumstance: "after talks with the president, Berg said …", "during
  /// his visit to Chad, Lie praised the army".
  func clauseOfMeeting(_ trigger: Trigger) -> Int? {
    guard trigger.pattern.type == .consult, tree.isNoun(trigger.token), trigger.lightVerb == nil,
      case let top = tree.nounTop(trigger.token), tree.relation(top) == .obl,
      let verb = tree.head(top), tree.isVerb(verb), !tree.isPassive(verb),
      ["after", "during", "following", "in", "at"].contains(tree.preposition(top) ?? "")
    else { return nil }
    return verb
  }

  /// The actors of a meeting with whoever acts in that clause, where the noun tells only of another: "talks with …", "a visit to …".
  func attended(_ trigger: Trigger, by actors: [Party], _ utterance: Utterance?) -> [Party] {
    guard let verb = clauseOfMeeting(trigger), let subject = tree.subject(verb) else { return actors }
    let met = trigger.heads(at: .preposition("with")).flatMap(resolver.parties)
    let others = actors.filter { !isPossessive($0) }
    let told = met + parties(trigger, .recipient, utterance)
    // "a meeting between Berg and Lie" has its own; reporters only listen.
    guard told.contains(where: { $0.sector != "JRN" }), without(others, met).isEmpty else { return actors }
    let acting = resolver.parties(at: subject).filter { $0.unresolved == nil && $0.isOfState }
    return acting.isEmpty || without(acting, told).count < acting.count ? actors : acting + others
  }

  /// "A first round of talks got under way": those of the first talks of which the article tells between whom they are; of a round that
  /// somebody announces only whom he speaks for, since the others may not come.
  func delegations(of trigger: Trigger, _ utterance: Utterance?) -> [Party] {
    guard tree.isNoun(trigger.token), tree.preposition(trigger.token) == "of",
      tree.head(trigger.token).map(tree.lemma) == "round"
    else { return [] }
    let talks = triggerAt.values.filter { $0.pattern.id == trigger.pattern.id }.sorted { $0.token < $1.token }
    let all = talks.lazy.map { parties($0, .actor, nil) }.first { $0.count > 1 } ?? []
    let announcing = all.filter { party in utterance?.speakers.contains { $0.code == party.code } ?? false }
    return announcing.isEmpty ? all : announcing
  }

  /// The day of a meeting is that of what is told beside it.
  func timeOfMeeting(_ trigger: Trigger) -> TimeExpression? {
    guard let verb = clauseOfMeeting(trigger), tree.isSimplePast(verb) else { return nil }
    return time(of: Trigger(ofVerb: verb, fillers: circumstanceFillers(verb)), .occurred)
  }
}
