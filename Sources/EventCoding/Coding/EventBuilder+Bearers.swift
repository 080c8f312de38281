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
