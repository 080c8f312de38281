import Linguistics
import NewsModel

// Who stands behind words that name nobody: a body without a name of its own, a crime that somebody is convicted of.
extension EventBuilder {
  /// Who acts through a body that newsd does not know: "a group known as the Dawn", "a branch of al-Qaeda", "leadership
  /// hopefuls Anna Berg and Ola Lie", "an article in the Times".
  func bearers(of filler: Filler) -> [Party] {
    let head = filler.head
    guard tree.isNoun(head), triggerAt[head] == nil, filler.position == .subject, !tree.isDocument(head) else {
      return []
    }
    let behind = tree.children(head).filter { $0 > head }
    for child in behind where tree.relation(child) == .appos {
      let found = resolver.parties(at: child)
      if !found.isEmpty { return found }
    }
    for child in behind where tree.relation(child) == .acl && lexicon.has(.namings, tree.lemma(child)) {
      let found = tree.children(child).flatMap(resolver.parties)
      if !found.isEmpty { return found }
    }
    // "a Peruvian branch of al-Qaeda"
    let body = behind.first { tree.preposition($0) == "of" }.map(resolver.parties) ?? []
    if !body.isEmpty { return body }
    // "Lund campaign staffers"; a country before an unknown noun says too little: "Norwegian shops".
    return owners(of: head).filter { $0.sector != nil }
  }

  /// "Called Berg a liar": what somebody is called is nobody else.
  func isCalled(_ filler: Filler, _ trigger: Trigger) -> Bool {
    guard trigger.pattern.type == .accuse, filler.position == .object,
      let first = trigger.heads(at: .object).first, first < filler.head
    else { return false }
    return tree.children(filler.head).contains { tree.relation($0) == .det && ["a", "an"].contains(document.word($0)) }
  }

  /// Those at a position, read with care where it is the noun before a relative clause: "Berg, who resigned, and Lie" tells of
  /// Berg, "Berg is a rebel who was jailed" of Berg, too.
  func ownParties(_ filler: Filler, _ trigger: Trigger, _ utterance: Utterance?) -> [Party] {
    let found = parties(at: filler.head, utterance)
    guard let verb = trigger.predicate, tree.relation(verb) == .aclRelative, tree.head(verb) == filler.head,
      filler.head < verb
    else { return found }
    if tree.child(filler.head, .cop) != nil, found.allSatisfy({ $0.name == nil }),
      let subject = tree.ownSubject(filler.head)
    {
      let named = resolver.parties(at: subject)
      if named.count == 1 { return named }
    }
    let end = document.span(verb).start
    return found.contains { $0.span.start < end } ? found.filter { $0.span.start < end } : found
  }

  /// "Convicted of murder", "pleaded guilty to killing her": whoever is found guilty did it.
  func convicts(_ trigger: Trigger) -> [Party] {
    var above = trigger.token
    for ancestor in tree.ancestors(trigger.token).prefix(4) {
      let relation = tree.relation(above)
      above = ancestor
      if relation == .conj || tree.isNoun(ancestor) && relation == .nmod { continue }
      guard lexicon.has(.convictions, tree.lemma(ancestor)) else { return [] }
      guard tree.isVerb(ancestor) else { return tree.ownSubject(ancestor).map(resolver.parties) ?? [] }
      let accused = tree.objects(ancestor).first ?? tree.subject(ancestor)
      return accused.map(resolver.parties) ?? []
    }
    return []
  }

  /// "Visitors are urged to leave, the embassy said": who says so in the present tense urges them.
  func warners(_ trigger: Trigger, _ utterance: Utterance?) -> [Party] {
    guard let utterance, utterance.verb == .statement, let verb = trigger.predicate, tree.isPassive(verb),
      tree.isPresent(verb), !tree.isPresentPerfect(verb), tree.child(verb, .oblAgent) == nil
    else { return [] }
    return utterance.speakers.filter(\.hasStanding)
  }

  /// "The president announced that the soldiers would be withdrawn": who announces what is to be done will do it.
  func announcers(_ trigger: Trigger, _ type: EventType, _ utterance: Utterance?) -> [Party] {
    guard let utterance, let verb = trigger.predicate, tree.isPassive(verb), tree.lemma(utterance.cue) == "announce",
      !type.isSpeechAct, status.status(ofPredicate: verb, isSpeech: false) == .scheduled
    else { return [] }
    return utterance.speakers.filter(\.isOfState)
  }

  /// "Warned of consequences unless Uganda leaves": who can avert what is threatened.
  func conditionSubject(_ trigger: Trigger) -> [Party] {
    guard let verb = trigger.predicate,
      let clause = tree.children(verb).first(where: { ["unless", "if"].contains(tree.mark($0) ?? "") })
    else { return [] }
    return tree.subject(clause).map(resolver.parties) ?? []
  }
}
