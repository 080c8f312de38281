import Linguistics
import NewsModel

// Whether enough is known of an event to tell it.
extension EventBuilder {
  /// Whether enough is known to call it an event.
  func isComplete(_ event: Event, _ trigger: Trigger) -> Bool {
    let known = { (party: Party) in
      party.code != nil || party.name != nil || party.sector != nil || party.role != nil
    }
    let hasActor = event.actors.contains(where: known)
    let hasRecipient = event.recipients.contains(where: known)
    switch event.type {
    // "was charged with murder", "faces charges", "the inquiry against him began"
    case .accuse:
      let isSuffered = trigger.predicate.map(tree.isPassive) ?? false || trigger.pattern.has(.recipient, at: .subject)
      return hasActor || hasRecipient && (isSuffered || trigger.lightVerb == .happen && isDone(event))
    // "was released on bail", "was acquitted", "was praised"
    // "was denied a visa"
    case .retreat, .concede, .support:
      // "would never be approved": by nobody.
      if event.type == .support, event.status == .denied, !hasActor { return false }
      return hasActor || hasRecipient && trigger.predicate.map(tree.isPassive) ?? false
    // "lost her appeal"
    case .reject:
      let isSuffered = trigger.predicate.map(tree.isPassive) ?? false || trigger.pattern.has(.recipient, at: .subject)
      return hasActor || hasRecipient && isSuffered
    // "the accord with Egypt": who agreed with whom is told only of two.
    case .agree:
      let isBare = tree.isNoun(trigger.token) && trigger.predicate == nil
      return hasActor && !(isBare && event.actors.count + event.recipients.count < 2)
    // "residents were asked to leave", "journalists were threatened"
    case .request: return hasActor || isAddressed(event, trigger)
    case .threaten: return hasActor || isAddressed(event, trigger) || isThreatened(event, trigger)
    // "Tanks rolled into Kabul."
    case .mobilize: return hasActor || event.place != nil && isDone(event) && trigger.predicate == trigger.token
    // "were evacuated", "was rescued"
    case .aid: return hasActor || isAddressed(event, trigger)
    case .statement: return hasActor
    case .cooperate: return hasActor || hasRecipient
    case .consult:
      // "a summit with Mr Yoon" alone tells of no two who met.
      let isMeeting = tree.isNoun(trigger.token) && trigger.predicate == nil
      if isMeeting { return event.actors.count + event.recipients.count > 1 && hasActor }
      // "a plan that meets with the treaty": who meets is named.
      if tree.isVerb(trigger.token), let subject = tree.subject(trigger.token), resolver.parties(at: subject).isEmpty {
        return false
      }
      if isAtHome(event) || isToOwnCapital(event, trigger) { return false }
      // "will host the leaders of the islands": the host is named, and the pattern has seen guests.
      let isHosted = hasRecipient && tree.isVerb(trigger.token) && trigger.pattern.has(.recipient, at: .subject)
      return hasActor || isHosted || (trigger.lightVerb == .happen && event.status == .scheduled)
    case .sanction: return hasActor || hasRecipient
    case .coerce, .assault:
      let isTold = trigger.predicate != nil || event.time != nil && event.time?.basis != .publication
      return hasActor || hasRecipient || (!event.quantities.isEmpty || event.place != nil) && isTold
    case .protest:
      let isDated = event.time.map { $0.basis != .publication } ?? false
      // "Riots spread through Lyon", but not "the riots led to reforms in Lyon".
      let isNew = tree.relation(trigger.token).universal == .nsubj && !tree.isDefinite(trigger.token)
      // "A strike brought Oslo to a standstill."
      let isStruck = hasRecipient && trigger.pattern.has(.theme, at: .subject) && trigger.predicate == trigger.token
      return hasActor || isStruck || trigger.lightVerb == .do
        || event.place != nil && (trigger.predicate != nil || isDated || isNew)
    }
  }

  /// Whether the subject of a passive is a recipient whom newsd knows, of something that is done.
  private func isAddressed(_ event: Event, _ trigger: Trigger) -> Bool {
    guard isDone(event), let verb = trigger.predicate, verb == trigger.token,
      tree.isPassive(verb), let subject = tree.ownSubject(verb)
    else { return false }
    let subjects = resolver.parties(at: subject)
    return event.recipients.contains { recipient in
      (recipient.code != nil || recipient.sector != nil) && subjects.contains { $0.isSame(as: recipient) }
    }
  }

  /// "received death threats", "an ultimatum was delivered to the rebels"
  private func isThreatened(_ event: Event, _ trigger: Trigger) -> Bool {
    let isGot = trigger.lightVerb == .undergo || trigger.predicate.map(tree.isPassive) ?? false
    let isAgainst = [.preposition("to"), .preposition("against")].contains { !trigger.heads(at: $0).isEmpty }
    return isGot && (isAgainst || trigger.lightVerb == .undergo) && isDone(event)
      && event.recipients.contains { $0.code != nil || $0.sector != nil }
  }

  private func isDone(_ event: Event) -> Bool { event.status == .occurred || event.status == .ongoing }

  /// A journey within one's own country: "flew to Ohio".
  private func isAtHome(_ event: Event) -> Bool {
    guard event.modes.contains("visit"), !event.recipients.isEmpty else { return false }
    let codes = Set((event.actors + event.recipients).map(\.code))
    return codes.count == 1 && codes.first != .some(nil) && event.recipients.allSatisfy { $0.sector == nil }
  }

  /// "The president of Chile flew to the Chilean capital": a journey at home, too.
  private func isToOwnCapital(_ event: Event, _ trigger: Trigger) -> Bool {
    guard event.recipients.isEmpty else { return false }
    return trigger.fillers.contains { filler in
      tree.lemma(filler.head) == "capital"
        && owners(of: filler.head).contains { owner in event.actors.contains { $0.code == owner.code } }
    }
  }
}
