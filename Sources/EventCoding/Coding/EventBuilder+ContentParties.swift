import Linguistics
import NewsModel

// Whom what is demanded, threatened, refused or alleged is about.
extension EventBuilder {
  /// Whom what is demanded, threatened or refused is about.
  func contentParties(
    _ trigger: Trigger, _ actors: [Party], _ inner: Trigger?, _ utterance: Utterance?
  ) -> [Party] {
    var result: [Party] = []
    for filler in trigger.fillers where trigger.pattern.absorbs(at: filler.position) {
      result += without(contentParties(filler.head, trigger, utterance), actors + result)
    }
    if result.isEmpty, trigger.pattern.type == .request { result = without(subordinateSubject(trigger), actors) }
    if result.isEmpty, trigger.pattern.type == .request {
      result = without(holders(before: trigger, utterance), actors)
    }
    // "agreed that Norway should pay Chile" makes no agreement with Chile.
    let isOfOthers = inner.map {
      trigger.pattern.type == .agree && tree.isVerb($0.token) && tree.hasOwnSubject($0.token)
    }
    // "denied reports that soldiers had fired on a crowd": to nobody.
    let isDenial = tree.lemma(trigger.token) == "deny" && trigger.pattern.type == .reject
    if result.isEmpty, isOfOthers != true, !isDenial, let inner, isPrincipal(inner, of: trigger) {
      // Who did it is accused, and not to whom it was done.
      let isOfDoer = trigger.pattern.type == .accuse || isFreeing(inner, trigger)
      // "promised help from the council": to whom is promised is not who does it.
      let roles: [SlotRole] =
        isOfDoer ? [.actor] : trigger.pattern.type == .agree ? [.recipient] : [.recipient, .actor]
      for role in roles where result.isEmpty {
        result = without(parties(inner, role, utterance), actors)
      }
      // "refused to back the ruling by the court"
      if result.isEmpty, trigger.pattern.type == .reject, let type = inner.pattern.type {
        result = owners(inner, type, actors)
      }
    }
    return result
  }

  /// Whom one part of the content is about: the subject of its clause, the owner of its noun, or who "is to" do it.
  private func contentParties(_ head: Int, _ trigger: Trigger, _ utterance: Utterance?) -> [Party] {
    var result: [Party] = []
    if tree.isVerb(head) || tree.isPredicate(head) {
      let isVictim = trigger.pattern.type == .accuse && tree.isVerb(head) && tree.isPassive(head)
      // "asked for the boy to be freed": of those who hold him.
      guard !(isFreed(head, trigger) && tree.isPassive(head)) else { return [] }
      // "agreed that Norway should leave", "promised that the plan will help": of whom it is said, but not with whom agreed.
      if trigger.pattern.type == .agree { return [] }
      let subject = isVictim ? tree.subject(head) : tree.ownSubject(head)
      let found = subject.map { parties(at: $0, utterance) } ?? []
      // "urged that the talks between Chad and Sudan go on"
      guard found.isEmpty, trigger.pattern.type == .request, let subject else { return found }
      return tree.children(subject).filter { tree.preposition($0) == "between" }.flatMap { parties(at: $0, utterance) }
    }
    guard tree.isNoun(head) else { return [] }
    if isAsked(head, trigger) { return parties(at: head, utterance) }
    for child in tree.children(head) {
      switch tree.relation(child) {
      // "his release": who is to be freed is not who is asked.
      case .nmodPossessive where isFreed(head, trigger): break
      // "repeated their plea": it is theirs.
      case .nmodPossessive where document.upos[child] == .pron && trigger.pattern.type == .request: break
      // "a Norwegian election": where it is to be.
      case .amod where isPoll(head), .compound where isPoll(head): break
      case .nmodPossessive, .amod, .compound:
        for part in [child] + tree.children(child) { result += without(resolver.parties(at: part), result) }
      default:
        let word = tree.preposition(child)
        // "the removal of the minister"
        let isFate =
          word == "of" && trigger.pattern.type == .request && triggerAt[head] == nil && !isFreed(head, trigger)
          && resolver.isPerson(at: child)
        if word == "by" || isFate { result += without(resolver.parties(at: child), result) }
        // "an end to the American embargo": of whoever is to end it.
        if trigger.pattern.type == .request, word == "to" || word == "of", Self.endings.contains(tree.lemma(head)) {
          result += without(attributes(of: child).flatMap(resolver.parties), result)
        }
      }
    }
    return result
  }

  private static let endings: Set<String> = ["end", "halt", "stop", "cessation", "lifting", "suspension"]

  /// The names and adjectives before a noun: "the American embargo".
  private func attributes(of noun: Int) -> [Int] {
    tree.children(noun).filter { [.nmodPossessive, .amod, .compound].contains(tree.relation($0)) }
  }

  private func isPoll(_ noun: Int) -> Bool { ["election", "referendum"].contains(tree.lemma(noun)) }

  /// "calls for the minister to resign", "demanded the minister resign", read as a phrase and a clause of its own: who is to
  /// do it.
  private func isAsked(_ head: Int, _ trigger: Trigger) -> Bool {
    guard trigger.pattern.type == .request else { return false }
    if tree.relation(head) == .obj, let verb = tree.head(head) {
      return tree.children(verb).contains { clause in
        clause > head && (tree.relation(clause) == .ccomp || tree.relation(clause) == .xcomp)
          && tree.isVerb(clause) && tree.ownSubject(clause) == nil && tree.mark(clause) != "that"
      }
    }
    let next = tree.extent(head).upperBound
    guard tree.preposition(head) == "for", tree.sentence(of: head).contains(next), tree.lemma(next) == "to",
      let verb = tree.head(next)
    else { return false }
    return tree.relation(next) == .mark && document.xpos[verb] == .vb && tree.ownSubject(verb) == nil
  }

  // MARK: Captives

  /// Whether a request is for the release of somebody, which the word at a token tells.
  func isFreed(_ head: Int, _ trigger: Trigger) -> Bool {
    guard trigger.pattern.type == .request else { return false }
    if let inner = triggerAt[head], isFreeing(inner, trigger) { return true }
    return tree.isNoun(head) && tree.lemma(head) == "release"
  }

  private func isFreeing(_ inner: Trigger, _ trigger: Trigger) -> Bool {
    trigger.pattern.type == .request && inner.pattern.type == .retreat && inner.pattern.modes.contains("release")
  }

  /// Who holds those whose release is asked, as the text told before.
  private func holders(before trigger: Trigger, _ utterance: Utterance?) -> [Party] {
    guard let head = trigger.fillers.map(\.head).first(where: { isFreed($0, trigger) }) else { return [] }
    var captives = triggerAt[head].map { parties($0, .recipient, utterance) } ?? []
    if captives.isEmpty { captives = tree.child(head, .nmodPossessive).map(resolver.parties) ?? [] }
    guard !captives.isEmpty else { return [] }
    for token in (0..<trigger.token).reversed() {
      guard let taking = triggerAt[token], taking.pattern.type == .coerce || taking.pattern.type == .assault else {
        continue
      }
      let held = parties(taking, .recipient, nil)
      if held.contains(where: { held in captives.contains { $0.isSame(as: held) } }) {
        return parties(taking, .actor, nil)
      }
    }
    return []
  }

  /// Whether an inner event is what the content says, and not a mere attribute: "refused to pay the family of those killed".
  private func isPrincipal(_ inner: Trigger, of trigger: Trigger) -> Bool {
    let heads = trigger.fillers.map(\.head)
    return heads.contains(inner.token) || tree.head(inner.token).map(heads.contains) ?? false
  }

  /// Of whom a demand speaks in a later clause: "demands … guarantees that NATO won't expand".
  func subordinateSubject(_ trigger: Trigger) -> [Party] {
    for token in trigger.token..<tree.extent(trigger.predicate ?? trigger.token).upperBound {
      guard tree.relation(token) == .mark, tree.lemma(token) == "that", let clause = tree.head(token),
        let subject = tree.ownSubject(clause)
      else { continue }
      return resolver.parties(at: subject)
    }
    return []
  }
}
