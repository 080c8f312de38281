import Linguistics
import NewsModel

/// An event before assembly, with what only the coder needs to know of it.
///
/// A class, since lists of drafts are sifted again and again, and an event is large.
final class EventDraft: Sendable {
  let event: Event
  let trigger: Trigger
  /// Tokens whose own events are told as part of this one.
  let absorbed: Set<Int>
  /// Towns and regions that its sentence names; where it names none, those of the sentences before in its paragraph.
  let scene: Set<String>
  /// Whether its sentence says that it is none of those told before: "in another attack".
  let isAnother: Bool
  /// Whether it is told as done again and again, so that it is no single one: "has often attacked".
  let isHabit: Bool
  /// Whether it is a mere mention, good only to support an event told elsewhere: "the talks".
  let isMention: Bool
  /// Whether its words refer back to a deed told before: "after calling for a truce", "it was the worst attack in years".
  let isRetold: Bool

  init(
    event: Event, trigger: Trigger, absorbed: Set<Int> = [], scene: Set<String> = [], isAnother: Bool = false,
    isHabit: Bool = false, isMention: Bool = false, isRetold: Bool = false
  ) {
    self.event = event
    self.trigger = trigger
    self.absorbed = absorbed
    self.scene = scene
    self.isAnother = isAnother
    self.isHabit = isHabit
    self.isMention = isMention
    self.isRetold = isRetold
  }
}

/// Makes events of triggers.
struct EventBuilder {
  let tree: SyntaxTree
  let lexicon: Lexicon
  let resolver: EntityResolver
  let speech: SpeechReader
  let status: StatusReader
  let circumstances: Circumstances
  let numbers: NumberReader
  let articleDay: CalendarDate?
  /// Index of the trigger at each token.
  let triggerAt: [Int: Trigger]

  var document: Document { tree.document }

  func quote(_ span: Span) -> Quote { Quote(text: document.string(span), span: span) }

  /// The event of a trigger; nil where nobody takes part in it.
  func draft(_ fitted: Trigger) -> EventDraft? {
    let trigger = inOtherWords(fitted)
    guard let type = trigger.pattern.type, !status.isImagined(trigger), !isReflexive(trigger, type),
      !isInnocent(trigger, type), !isIntroduction(trigger, type), !isUnmeant(trigger, type), !isResult(trigger, type)
    else { return nil }
    let utterance = speech.utterance(at: trigger.token)
    let content = composed(trigger, type)
    let told = isSaidAnyhow(trigger) ? .occurred : status(of: trigger, type)
    guard !isUnbroken(trigger, type, told), !isUntold(trigger, type, told) else { return nil }
    let isRefusal = isRefusal(trigger, type, told) || isUnwilling(trigger, type, told)
    let (actors, recipients) = sides(of: trigger, isRefusal ? .reject : type, content.inner, utterance)
    var event = Event(
      type: type, modes: content.modes ?? trigger.pattern.modes, cameo: content.cameo ?? trigger.pattern.cameo,
      status: told, actors: actors, recipients: recipients,
      trigger: quote(triggerSpan(trigger)), evidence: quote(evidenceSpan(trigger.token)), rule: trigger.pattern.id)
    event.attribution = utterance.flatMap { $0.cue == trigger.token ? nil : $0.attribution(in: document) }
    event.place = circumstances.place(of: trigger)
    event.time =
      time(of: trigger, isRefusal ? .occurred : told) ?? timeOfSpeech(trigger, utterance) ?? timeOfMeeting(trigger)
    if let said = timeOfReportedWords(event, trigger, utterance) { event.time = said }
    if let utterance, isOwnThreat(event, trigger, utterance) {
      (event.status, event.time) = (.occurred, time(of: utterance))
    }
    if event.time?.basis == .publication, let utterance, utterance.cue != trigger.token, tree.isVerb(utterance.cue),
      let told = circumstances.dayOfOldWords(utterance.cue)
    {
      // "reported in May that Berg demanded …": only what the speaker does by these words is of their day.
      let isOfTheWords = isSaid(event.actors, by: utterance) || !(trigger.predicate.map(tree.isSimplePast) ?? true)
      event.time = type.isSpeechAct && isOfTheWords ? told : nil
    }
    if let utterance, isCharacterised(event, trigger, utterance) { event.time = nil }
    if isToCome(event) { event.status = .scheduled }
    if isRefusal { refuse(&event, trigger) }
    event.quantities = quantities(trigger)
    var absorbed = absorbedTokens(trigger)
    if let condition = condition(of: trigger) {
      event.condition = quote(document.span(condition))
      absorbed.formUnion(condition)
    }
    event.contexts = contexts(at: trigger.token)
    event.confidence = confidence(of: event, trigger)
    demand(&event, trigger, utterance)
    let isDescription = isDescription(trigger, type)
    let isMention = isDescription || !isComplete(event, trigger)
    guard !isMention || isDescription || tree.isDefinite(trigger.token) else { return nil }
    return EventDraft(
      event: event, trigger: trigger, absorbed: absorbed, scene: scene(at: trigger.token),
      isAnother: type == .assault && (isAnother(at: trigger.token) || isSetApart(trigger)),
      isHabit: type == .assault && isHabit(trigger), isMention: isMention,
      isRetold: isDescription || !isMention && isRetold(trigger, type))
  }

  /// "enough to support themselves", "burned himself": who helps or hurts himself does nothing to another. "Blew himself up" does.
  private func isReflexive(_ trigger: Trigger, _ type: EventType) -> Bool {
    guard type == .support || type == .aid || type == .assault, trigger.pattern.particle == nil,
      !trigger.pattern.modes.contains("suicide-attack")
    else {
      return false
    }
    return trigger.heads(at: .object).contains { head in
      document.upos[head] == .pron && tree.child(head, .conj) == nil
        && ["self", "selves"].contains { tree.lemma(head).hasSuffix($0) || document.form(head).hasSuffix($0) }
    }
  }

  /// "said that the army had not broken the law": what somebody says was not done is no accusation.
  private func isInnocent(_ trigger: Trigger, _ type: EventType) -> Bool {
    guard type == .accuse else { return false }
    return trigger.fillers.contains { filler in
      filler.position == .clause && tree.relation(filler.head) == .ccomp && trigger.pattern.has(.alleged, at: .clause)
        && status.isNegated(filler.head)
    }
  }

  // MARK: Status

  /// "Norway demands surrender, the Chilean minister said": what somebody says of what another country always says is of no day.
  private func isCharacterised(_ event: Event, _ trigger: Trigger, _ utterance: Utterance) -> Bool {
    guard event.time?.basis == .publication, event.type.isSpeechAct, let verb = trigger.predicate,
      utterance.cue != verb,
      tree.isPresent(verb), !tree.isPresentPerfect(verb)
    else { return false }
    let codes = Set(utterance.speakers.map(\.code))
    return !event.actors.isEmpty && !codes.contains(nil)
      && event.actors.allSatisfy { actor in actor.code != nil && !codes.contains(actor.code) }
  }

  /// Whether a deed told as done has a day after the article's: "the meeting on Friday".
  private func isToCome(_ event: Event) -> Bool {
    guard event.status == .occurred || event.status == .ongoing, !event.type.isSpeechAct, let day = articleDay,
      let start = event.time?.range?.start
    else { return false }
    return start >= Timestamp(day.adding(days: 1))
  }

  private func status(of trigger: Trigger, _ type: EventType) -> EventStatus {
    if isFaced(trigger.token) { return .scheduled }
    guard let predicate = trigger.predicate else {
      let top = tree.nounTop(trigger.token)
      return status.status(ofNoun: trigger.token, top: top).strongest(inherited(top))
    }
    // "provides support": goes on.
    let isGoingOn = trigger.lightVerb == .do && Self.providing.contains(tree.lemma(predicate))
    var result = status.status(ofPredicate: predicate, isSpeech: type.isSpeechAct && !isGoingOn)
    // "is due in Chile"
    if trigger.pattern.id == "consult.due-in" { result = result.strongest(.scheduled) }
    // "The police announced his arrest", "she announced her opposition": it was made.
    let isNews =
      (trigger.pattern.modes.contains("arrest") || type.isSpeechAct)
      && lexicon.has(.announcements, tree.lemma(predicate))
    // "offered his congratulations": given by offering them.
    let isGiven = type == .support && tree.lemma(predicate) == "offer"
    if trigger.lightVerb == .do, !isNews, !isGiven, let control = tree.entry(predicate)?.control {
      result = result.strongest(control)
    }
    if trigger.lightVerb != nil {
      result = result.strongest(status.status(ofNoun: trigger.token, top: tree.nounTop(trigger.token)))
    }
    return result
  }

  /// Verbs by whose present tense help is told as going on.
  private static let providing: Set<String> = ["provide", "supply", "receive", "enjoy"]

  /// "faces extradition": what is still to come.
  private func isFaced(_ noun: Int) -> Bool {
    guard tree.relation(noun) == .obj, let verb = tree.head(noun), tree.lemma(verb) == "face" else { return false }
    return ["extradition", "deportation", "expulsion", "execution", "eviction", "arrest"].contains(tree.lemma(noun))
  }

  /// What stands around a verb of saying, for its time and place.
  func circumstanceFillers(_ verb: Int) -> [Filler] { ArgumentReader(tree: tree).fillers(ofVerb: verb) }

  /// What the verb above makes of a noun: nothing when it presupposes it, a plan when it is one.
  private func inherited(_ noun: Int) -> EventStatus {
    guard let verb = tree.head(noun), tree.isVerb(verb) else { return .occurred }
    let relation = tree.relation(noun).universal
    if relation == .nsubj {
      // "the execution was suspended", "a summit is planned"
      if tree.isPassive(verb), let control = tree.entry(verb)?.control { return control }
      return status.status(ofSubject: noun, under: verb)
    }
    // "postponed the first vote since the coup"
    guard relation == .obj || relation == .obl && tree.preposition(noun) != "since" else { return .occurred }
    if relation == .obj, isRuledOut(by: verb) { return status.isNegated(verb) ? .possible : .denied }
    if let control = tree.entry(verb)?.control, relation == .obj, !tree.isSettingOff(verb) { return control }
    // "may condemn the attack" presupposes the attack; "should start with the withdrawal" does not.
    let isPresupposed = tree.entry(verb)?.lightVerb == .mention || tree.entry(verb)?.speechVerb != nil
    guard !isPresupposed else { return .occurred }
    let above = status.status(ofPredicate: verb, isSpeech: true)
    return above == .demanded || above == .scheduled || above == .possible ? above : .occurred
  }

  /// "Russia must withdraw", said by somebody else, is that person's demand.
  func demand(_ event: inout Event, _ trigger: Trigger, _ utterance: Utterance?) {
    let isAgainst = isForbidden(trigger, event.status)
    guard event.status == .demanded || isAgainst, let utterance, event.type.canBeDemanded else { return }
    let subjects = event.actors
    let speakers = utterance.speakers.filter { $0.code != nil || $0.name != nil }
    // Of words somebody must say: who is to accuse or reject.
    guard !speakers.isEmpty, without(subjects, speakers).count == subjects.count,
      !subjects.isEmpty || event.type.isDoneOrGranted
    else { return }
    if let verb = trigger.predicate, tree.isReproach(verb) {
      let reproach = Pattern.reproach
      (event.type, event.modes, event.cameo, event.rule) = (.accuse, reproach.modes, reproach.cameo, reproach.id)
      (event.status, event.actors, event.recipients, event.time) = (.occurred, speakers, subjects, time(of: utterance))
      return
    }
    let key = event.type.rawValue
    let content = isAgainst ? nil : lexicon.contents[Lexicon.ContentKey(outer: .request, inner: key)]
    event.type = .request
    event.modes = content?.modes ?? []
    event.cameo = content?.cameo ?? "100"
    event.status = .occurred
    event.actors = speakers
    event.recipients = subjects
    event.rule = "request.must"
    event.time = time(of: utterance)
  }

  /// "Will not support the plan", "has not signed the treaty": who does not agree rejects.
  private func isRefusal(_ trigger: Trigger, _ type: EventType, _ told: EventStatus) -> Bool {
    guard type == .support || type == .agree, told == .denied, let verb = trigger.predicate, tree.isVerb(verb) else {
      return false
    }
    // "was not accepted by the rebels" is theirs, "was not accepted" nobody's.
    return status.isNegated(verb) && !tree.isReproach(verb)
      && (!tree.isPassive(verb) || tree.child(verb, .oblAgent) != nil)
  }

  /// "Did not break the law", "never renounced it": who did not refuse has done nothing.
  private func isUnbroken(_ trigger: Trigger, _ type: EventType, _ told: EventStatus) -> Bool {
    type == .reject && told == .denied && trigger.predicate.map(status.isNegated) ?? false
  }

  private func refuse(_ event: inout Event, _ trigger: Trigger) {
    if event.type == .consult { partWilling(&event, trigger) }
    let content = lexicon.contents[Lexicon.ContentKey(outer: .reject, inner: event.type.rawValue)]
    event.type = .reject
    event.modes = content?.modes ?? []
    event.cameo = content?.cameo ?? "120"
    event.status = .occurred
  }
}

extension EventType {
  /// Whether the event is done by speaking, so that its present tense tells a fact.
  var isSpeechAct: Bool {
    switch self {
    case .agree, .support, .concede, .request, .accuse, .reject, .threaten, .statement: true
    default: false
    }
  }

  /// Whether it is a deed against somebody, or the threat of one.
  var isHarm: Bool {
    switch self {
    case .assault, .coerce, .sanction, .mobilize, .threaten, .protest: true
    default: false
    }
  }

  /// Whether somebody can say that it must be done.
  var canBeDemanded: Bool { self != .statement && self != .request && self != .threaten }

  /// Whether it is a deed, or words by which somebody gives way.
  var isDoneOrGranted: Bool { !isSpeechAct || self == .agree || self == .support || self == .concede }
}

extension Party {
  /// Whether two mentions stand for the same one, as far as codes and names tell.
  func isSame(as other: Party) -> Bool {
    if span == other.span { return true }
    if let name, let otherName = other.name { return name == otherName && sector == other.sector }
    return name == nil && other.name == nil && text == other.text && code == other.code
  }
}
