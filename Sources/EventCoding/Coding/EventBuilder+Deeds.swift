import Linguistics
import NewsModel

// Who takes part in a deed that a verb and a noun tell together: "launched an invasion of", "received requests from".
extension EventBuilder {
  /// "Launched an invasion of Norway", "received a request from Oslo": whom the deed reaches that is the object of the verb.
  func deedRecipients(
    _ trigger: Trigger, _ type: EventType, _ actors: [Party], _ utterance: Utterance?
  ) -> [Party] {
    // Who gets something is the object of what is done.
    if trigger.lightVerb == .undergo {
      guard type.isSpeechAct || type == .aid else { return [] }
      return without(trigger.heads(at: .object).flatMap { parties(at: $0, utterance) }, actors)
    }
    guard type == .assault, tree.isVerb(trigger.token) else { return [] }
    for deed in trigger.heads(at: .object) where tree.entry(deed)?.nouns != nil && resolver.parties(at: deed).isEmpty {
      for child in tree.children(deed) where child > deed && tree.preposition(child) == "of" {
        let found = without(resolver.parties(at: child), actors).filter { $0.code != nil && $0.sector == nil }
        if !found.isEmpty { return found }
      }
    }
    return []
  }

  /// "An attack carried out by rebels", "a bombing believed to have been staged by rebels": whom the words behind the deed name.
  func doers(ofDeed noun: Int) -> [Party] {
    for child in tree.children(noun) where tree.relation(child) == .acl || tree.relation(child) == .aclRelative {
      let verbs = [child] + tree.children(child).filter { tree.relation($0) == .xcomp }
      for verb in verbs where tree.isPassive(verb) && Self.doings.contains(tree.lemma(verb)) {
        if let agent = tree.child(verb, .oblAgent) { return resolver.parties(at: agent) }
      }
    }
    return []
  }

  private static let doings: Set<String> = [
    "carry", "perpetrate", "commit", "conduct", "stage", "mount", "launch", "orchestrate", "claim", "fire", "detonate",
    "plant", "lay", "hurl", "throw", "drop",
  ]

  /// "Was sentenced at the district court": by that court.
  func judges(_ trigger: Trigger) -> [Party] {
    guard trigger.pattern.modes.contains("convict"), let verb = trigger.predicate, tree.isPassive(verb) else {
      return []
    }
    return trigger.fillers.flatMap { filler -> [Party] in
      switch filler.position {
      case .preposition("at"), .preposition("in"), .preposition("before"):
        resolver.parties(at: filler.head).filter { $0.sector == "JUD" }
      default: []
      }
    }
  }

  /// "The Bears crushed the Lions 11-2": sport is told in words of war, and with its result.
  func isResult(_ trigger: Trigger, _ type: EventType) -> Bool {
    guard type == .assault, let verb = trigger.predicate else { return false }
    return tree.children(verb).contains { number in
      number > verb && document.upos[number] == .num && document.upos.indices.contains(number + 2)
        && ["-", "–", "—"].contains(document.form(number + 1)) && document.upos[number + 2] == .num
    }
  }

  /// "ruled out an attack", "did not rule out an attack": none was made.
  func isRuledOut(by verb: Int) -> Bool {
    tree.lemma(verb) == "rule" && tree.children(verb).contains { $0 == verb + 1 && tree.lemma($0) == "out" }
  }

  /// "The judge ruled that the test was unfair, and banned it": who speaks goes on to act, where the clause in between is about a
  /// thing.
  func resumed(_ trigger: Trigger) -> [Party] {
    let verb = trigger.token
    guard trigger.predicate == verb, document.xpos[verb] == .vbd, tree.relation(verb) == .conj,
      !tree.hasOwnSubject(verb),
      !tree.isPassive(verb), let clause = tree.head(verb), tree.relation(clause) == .ccomp,
      let saying = tree.head(clause),
      tree.entry(saying)?.speechVerb != nil, document.xpos[saying] == .vbd,
      let joint = tree.child(verb, .cc), joint > 0, document.xpos[joint - 1] == .comma
    else { return [] }
    return tree.subject(saying).map(resolver.parties) ?? []
  }

  /// Who takes part besides the subject: "was fasting with three prisoners", "is in contact with officials discussing it".
  func companions(_ trigger: Trigger, _ type: EventType) -> [Party] {
    switch type {
    case .protest:
      // "clashed with police": against them.
      guard tree.isVerb(trigger.token), !trigger.pattern.has(.recipient, at: .preposition("with")) else { return [] }
      return trigger.heads(at: .preposition("with")).filter { tree.head($0) == trigger.token }.flatMap(resolver.parties)
    // "met the premier, agreeing to sign": both agreed.
    case .agree:
      guard tree.isBareParticiple(trigger.token), let verb = tree.head(trigger.token),
        let meeting = triggerAt[verb], meeting.pattern.type == .consult
      else { return [] }
      return parties(meeting, .actor, nil)
    case .consult:
      guard document.xpos[trigger.token] == .vbg, tree.relation(trigger.token) == .acl,
        let other = tree.head(trigger.token), tree.preposition(other) == "with", let thing = tree.head(other)
      else { return [] }
      let clause = tree.clause(of: thing)
      return (tree.subject(clause) ?? tree.ownSubject(clause)).map(resolver.parties) ?? []
    default: return []
    }
  }
}
