import Linguistics
import NewsModel

/// An event before assembly, with what only the coder needs to know of it.
struct EventDraft: Sendable {
  var event: Event
  var trigger: Trigger
  /// Tokens whose own events are told as part of this one.
  var absorbed: Set<Int>
  /// Whether it is a mere mention, good only to support an event told elsewhere: "the talks".
  var isMention = false
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
  func draft(_ trigger: Trigger) -> EventDraft? {
    guard let type = trigger.pattern.type else { return nil }
    let utterance = speech.utterance(at: trigger.token)
    var actors = parties(trigger, .actor, utterance)
    var recipients = parties(trigger, .recipient, utterance)
    let content = composed(trigger, type)
    if trigger.pattern.roles(at: .speaker).contains(.actor), actors.isEmpty { actors = utterance?.speakers ?? [] }
    if actors.isEmpty, type == .assault { actors = perpetrators(trigger, utterance) }
    if recipients.isEmpty, type != .consult { recipients = contentParties(trigger, content.inner, utterance) }
    if recipients.isEmpty, type == .accuse || type == .support {
      // "condemned the attack by rebels" is said of the rebels.
      let objects = trigger.heads(at: .object).compactMap { triggerAt[$0] }
      recipients = objects.flatMap { parties($0, .actor, utterance) }
    }
    if recipients.isEmpty { recipients = owners(trigger, type, actors) }
    recipients = without(recipients, actors)
    var event = Event(
      type: type, modes: content.modes ?? trigger.pattern.modes, cameo: content.cameo ?? trigger.pattern.cameo,
      status: status(of: trigger, type), actors: actors, recipients: recipients,
      trigger: quote(triggerSpan(trigger)), evidence: quote(evidenceSpan(trigger.token)), rule: trigger.pattern.id)
    event.attribution = utterance.flatMap { $0.cue == trigger.token ? nil : $0.attribution(in: document) }
    event.place = circumstances.place(of: trigger)
    event.time = time(of: trigger, event.status) ?? timeOfSpeech(trigger, utterance)
    event.quantities = quantities(trigger)
    var absorbed = absorbedTokens(trigger)
    if let condition = condition(of: trigger) {
      event.condition = quote(document.span(condition))
      absorbed.formUnion(condition)
    }
    event.contexts = contexts(at: trigger.token)
    event.confidence = confidence(of: event, trigger)
    var draft = EventDraft(event: event, trigger: trigger, absorbed: absorbed)
    demand(&draft, utterance)
    guard isComplete(draft.event, trigger) else {
      draft.isMention = true
      return tree.isDefinite(trigger.token) ? draft : nil
    }
    return draft
  }

  // MARK: Parties

  /// The parties in a role; "we" is the speaker.
  func parties(_ trigger: Trigger, _ role: SlotRole, _ utterance: Utterance?) -> [Party] {
    var result: [Party] = []
    for filler in trigger.fillers where trigger.pattern.roles(at: filler.position).contains(role) {
      guard !isMerePlace(filler, trigger) else { continue }
      result += without(parties(at: filler.head, utterance), result)
    }
    return result
  }

  /// Whose the thing is that a deed is done to or a word is said of: "shelled Ukrainian villages", "praised Haiti's efforts".
  private func owners(_ trigger: Trigger, _ type: EventType, _ actors: [Party]) -> [Party] {
    let isSaid = type == .accuse || type == .support || type == .reject
    guard isSaid || type == .assault || type == .aid || type == .agree || type == .coerce || type == .sanction else {
      return []
    }
    for filler in trigger.fillers {
      let roles = trigger.pattern.roles(at: filler.position)
      let isObject = filler.position == .object && (isSaid || roles.contains(.recipient))
      guard isObject || roles.contains(.recipient), tree.isNoun(filler.head), !isMerePlace(filler, trigger) else {
        continue
      }
      let found = without(owners(of: filler.head), actors)
      if !found.isEmpty { return found }
    }
    return []
  }

  /// The parties to whom a thing belongs, by possessive, adjective or the phrases behind it.
  private func owners(of thing: Int, depth: Int = 0) -> [Party] {
    let own = resolver.parties(at: thing)
    guard own.isEmpty else { return depth > 0 && resolver.place(at: thing)?.kind == .city ? [] : own }
    let children = tree.children(thing)
    for child in children where child < thing {
      switch tree.relation(child) {
      case .nmodPossessive, .amod, .compound:
        let found = resolver.place(at: child)?.kind == .city ? [] : resolver.parties(at: child)
        if !found.isEmpty { return found }
      default: break
      }
    }
    guard depth < 3 else { return [] }
    for child in children where child > thing && tree.relation(child).universal == .nmod {
      guard ["of", "by", "from", "with", "between"].contains(tree.preposition(child) ?? "") else { continue }
      let found = owners(of: child, depth: depth + 1)
      if !found.isEmpty { return found }
    }
    return []
  }

  /// "a bombing by rebels that killed nine": whoever did the deed that is the subject.
  private func perpetrators(_ trigger: Trigger, _ utterance: Utterance?) -> [Party] {
    for head in trigger.heads(at: .subject) where tree.lemma(head) == "responsibility" {
      // "claimed responsibility for a bombing that killed nine", hung on "responsibility".
      if let claim = tree.head(head), tree.isVerb(claim) { return tree.subject(claim).map(resolver.parties) ?? [] }
    }
    let deeds = trigger.heads(at: .subject).compactMap { triggerAt[$0] }
    return deeds.filter { $0.pattern.type == .assault }.flatMap { parties($0, .actor, utterance) }
  }

  private func parties(at head: Int, _ utterance: Utterance?) -> [Party] {
    if tree.isFirstPerson(head), let utterance { return utterance.speakers.map { mention($0, at: head) } }
    let parties = resolver.parties(at: head)
    if let utterance, utterance.kind == .indirect, !parties.isEmpty, parties.allSatisfy({ $0.unresolved != nil }) {
      // "rebels said they will": whoever "they" are, they are most likely those who speak.
      return utterance.speakers.map { mention($0, at: head) }
    }
    return parties
  }

  /// The speaker, quoted by the pronoun that stands here.
  private func mention(_ party: Party, at head: Int) -> Party {
    var party = party
    party.span = document.span(head)
    party.text = document.form(head)
    party.role = nil
    return party
  }

  /// A town before a noun is where it is and not who takes part: "the Geneva talks".
  private func isMerePlace(_ filler: Filler, _ trigger: Trigger) -> Bool {
    guard filler.position == .modifier else { return false }
    switch trigger.pattern.type {
    case .consult, .protest: return resolver.place(at: filler.head)?.kind == .city
    case .assault: return resolver.place(at: filler.head).map { $0.kind != .country } ?? false
    default: return false
    }
  }

  /// The parties that are not already among others.
  func without(_ parties: [Party], _ others: [Party]) -> [Party] {
    parties.filter { party in !others.contains { $0.isSame(as: party) } }
  }

  /// Whom what is demanded, threatened or refused is about.
  private func contentParties(_ trigger: Trigger, _ inner: Trigger?, _ utterance: Utterance?) -> [Party] {
    let actors = parties(trigger, .actor, utterance)
    var result: [Party] = []
    for head in trigger.fillers.filter({ trigger.pattern.roles(at: $0.position).contains(where: \.absorbs) }).map(
      \.head)
    {
      if tree.isVerb(head) || tree.isPredicate(head), let subject = tree.ownSubject(head) {
        result += without(parties(at: subject, utterance), actors + result)
      }
      for child in tree.children(head) where tree.isNoun(head) {
        switch tree.relation(child) {
        case .nmodPossessive, .amod, .compound:
          result += without(([child] + tree.children(child)).flatMap { resolver.parties(at: $0) }, actors + result)
        default: if tree.preposition(child) == "by" { result += without(resolver.parties(at: child), actors + result) }
        }
      }
    }
    if result.isEmpty, trigger.pattern.type == .request { result = without(subordinateSubject(trigger), actors) }
    if result.isEmpty, let inner {
      for role in [SlotRole.recipient, .actor] where result.isEmpty {
        result = without(parties(inner, role, utterance), actors)
      }
    }
    return result
  }

  /// Of whom a demand speaks in a later clause: "demands … guarantees that NATO won't expand".
  private func subordinateSubject(_ trigger: Trigger) -> [Party] {
    for token in trigger.token..<tree.extent(trigger.predicate ?? trigger.token).upperBound {
      guard tree.relation(token) == .mark, tree.lemma(token) == "that", let clause = tree.head(token),
        let subject = tree.ownSubject(clause)
      else { continue }
      return resolver.parties(at: subject)
    }
    return []
  }

  // MARK: Content

  private func composed(_ trigger: Trigger, _ type: EventType) -> (modes: [String]?, cameo: String?, inner: Trigger?) {
    var inner: Trigger?
    for head in trigger.fillers.filter({ trigger.pattern.roles(at: $0.position).contains(where: \.absorbs) }).map(
      \.head)
    {
      for token in descendants(head) where token != trigger.token {
        if let found = triggerAt[token], let innerType = found.pattern.type {
          inner = inner ?? found
          let keys = found.pattern.modes.map { "\(innerType.rawValue):\($0)" } + [innerType.rawValue]
          for key in keys {
            if let content = lexicon.contents[Lexicon.ContentKey(outer: type, inner: key)] {
              return (content.modes, content.cameo, inner)
            }
          }
        }
        for word in lexicon.contentClasses[tree.lemma(token)] ?? [] {
          if let content = lexicon.contents[Lexicon.ContentKey(outer: type, inner: word)] {
            return (content.modes, content.cameo, inner)
          }
        }
      }
    }
    return (nil, nil, inner)
  }

  /// A token and what hangs on it, nearest first, without relative clauses and reasons.
  private func descendants(_ token: Int) -> [Int] {
    var result = [token]
    var index = 0
    while index < result.count, result.count < 200 {
      for child in tree.children(result[index]) {
        switch tree.relation(child) {
        case .aclRelative, .parataxis: continue
        case .advcl:
          if let mark = tree.mark(child), ["because", "after", "since", "as", "while", "before"].contains(mark) {
            continue
          }
        default: break
        }
        result.append(child)
      }
      index += 1
    }
    return result
  }

  private func absorbedTokens(_ trigger: Trigger) -> Set<Int> {
    var result: Set<Int> = []
    for filler in trigger.fillers where trigger.pattern.roles(at: filler.position).contains(where: \.absorbs) {
      result.formUnion(descendants(filler.head))
    }
    // What a protest is for is part of it.
    if trigger.pattern.type == .protest {
      for head in trigger.heads(at: .clause) { result.formUnion(descendants(head)) }
    }
    result.remove(trigger.token)
    return result
  }

  /// The condition of an event, in tokens: "if it attacks Ukraine".
  private func condition(of trigger: Trigger) -> Range<Int>? {
    let sentence = tree.sentence(of: trigger.token)
    let targets: Set<Int> = [trigger.token, trigger.predicate ?? trigger.token]
    for token in sentence where tree.relation(token) == .mark {
      guard ["if", "unless"].contains(tree.lemma(token).lowercased()), let clause = tree.head(token) else { continue }
      let isAbove = targets.contains(clause) || targets.contains { tree.isAncestor(clause, of: $0) }
      let isNear =
        tree.head(clause).map { targets.contains($0) || tree.clause(of: $0) == tree.clause(of: trigger.token) } ?? false
      let isUnder = targets.contains { tree.isAncestor($0, of: clause) }
      let isRight =
        token > trigger.token && speech.utterance(at: token)?.cue == speech.utterance(at: trigger.token)?.cue
      guard !isAbove, isNear || isUnder || isRight else { continue }
      let end = (token + 1..<sentence.upperBound).first { document.upos[$0] == .punct && document.xpos[$0] != .hyphen }
      return token..<(end ?? sentence.upperBound)
    }
    return nil
  }

  // MARK: Status

  private func status(of trigger: Trigger, _ type: EventType) -> EventStatus {
    guard let predicate = trigger.predicate else {
      let top = nounTop(trigger.token)
      return status.status(ofNoun: trigger.token, top: top).strongest(inherited(top))
    }
    var result = status.status(ofPredicate: predicate, isSpeech: type.isSpeechAct)
    if trigger.lightVerb == .do, let control = lexicon.controls[tree.lemma(predicate)] {
      result = result.strongest(control)
    }
    if trigger.lightVerb != nil {
      result = result.strongest(status.status(ofNoun: trigger.token, top: nounTop(trigger.token)))
    }
    return result
  }

  /// What stands around a verb of saying, for its time and place.
  func circumstanceFillers(_ verb: Int) -> [Filler] { ArgumentReader(tree: tree).fillers(ofVerb: verb) }

  func nounTop(_ noun: Int) -> Int {
    guard let head = tree.head(noun), tree.isNoun(head), lexicon.transparent.contains(tree.lemma(head)) else {
      return noun
    }
    return head
  }

  /// What the verb above makes of a noun: nothing when it presupposes it, a plan when it is one.
  private func inherited(_ noun: Int) -> EventStatus {
    guard let verb = tree.head(noun), tree.isVerb(verb) else { return .occurred }
    let relation = tree.relation(noun).universal
    if relation == .nsubj { return status.status(ofSubject: noun, under: verb) }
    guard relation == .obj || relation == .obl else { return .occurred }
    if let control = lexicon.controls[tree.lemma(verb)], relation == .obj { return control }
    // "may condemn the attack" presupposes the attack; "should start with the withdrawal" does not.
    let isPresupposed = lexicon.lightVerbs[tree.lemma(verb)] == .mention || lexicon.speechVerbs[tree.lemma(verb)] != nil
    guard !isPresupposed else { return .occurred }
    let above = status.status(ofPredicate: verb, isSpeech: true)
    return above == .demanded || above == .scheduled || above == .possible ? above : .occurred
  }

  /// "Russia must withdraw", said by somebody else, is that person's demand.
  private func demand(_ draft: inout EventDraft, _ utterance: Utterance?) {
    guard draft.event.status == .demanded, let utterance, draft.event.type.canBeDemanded else { return }
    let subjects = draft.event.actors
    let speakers = utterance.speakers.filter { $0.code != nil || $0.name != nil }
    guard !speakers.isEmpty, without(subjects, speakers).count == subjects.count else { return }
    let key = draft.event.type.rawValue
    let content = lexicon.contents[Lexicon.ContentKey(outer: .request, inner: key)]
    draft.event.type = .request
    draft.event.modes = content?.modes ?? []
    draft.event.cameo = content?.cameo ?? "100"
    draft.event.status = .occurred
    draft.event.actors = speakers
    draft.event.recipients = subjects
    draft.event.rule = "request.must"
    if draft.event.time?.basis != .publication { draft.event.time = time(of: draft.trigger, .occurred, isOwn: false) }
  }

  // MARK: Circumstances

  private func time(of trigger: Trigger, _ status: EventStatus, isOwn: Bool = true) -> TimeExpression? {
    if isOwn, let time = circumstances.time(of: trigger) { return time }
    guard status == .occurred || status == .ongoing, let articleDay else { return nil }
    return TimeExpression(kind: .date, value: "\(articleDay)", basis: .publication)
  }

  /// "said on Sunday that talks would begin during the day": the day of the words.
  private func timeOfSpeech(_ trigger: Trigger, _ utterance: Utterance?) -> TimeExpression? {
    guard let utterance, let verb = trigger.predicate else { return nil }
    let isSameDay = tree.children(verb).contains { child in
      tree.lemma(child) == "day" && ["during", "in", "that", "on"].contains(tree.preposition(child) ?? "")
    }
    guard isSameDay, tree.isVerb(utterance.cue) else { return nil }
    let pattern = Pattern(id: "", word: "", type: nil, modes: [], cameo: "", slots: [], tests: [], line: 0)
    let cue = Trigger(token: utterance.cue, pattern: pattern, predicate: utterance.cue, lightVerb: nil, fillers: [])
    return circumstances.time(of: cue)
  }

  private func triggerSpan(_ trigger: Trigger) -> Span {
    guard let predicate = trigger.predicate, trigger.lightVerb == .do, predicate < trigger.token else {
      return particleSpan(trigger)
    }
    let (first, last) = (min(predicate, trigger.token), max(predicate, trigger.token))
    return last - first <= 4 ? document.span(first..<(last + 1)) : document.span(trigger.token)
  }

  private func particleSpan(_ trigger: Trigger) -> Span {
    guard let particle = trigger.pattern.particle else { return document.span(trigger.token) }
    let sentence = tree.sentence(of: trigger.token)
    let near = (trigger.token - 1)...(trigger.token + 4)
    guard
      let other = near.first(where: {
        sentence.contains($0) && $0 != trigger.token && tree.lemma($0).lowercased() == particle
      })
    else { return document.span(trigger.token) }
    return document.span(min(other, trigger.token)..<(max(other, trigger.token) + 1))
  }

  /// The sentence around a token.
  func evidenceSpan(_ token: Int) -> Span { document.span(tree.sentence(of: token)) }

  /// The numbers in the phrases around a trigger.
  private func quantities(_ trigger: Trigger) -> [Quantity] {
    var result: [Quantity] = []
    let outcome = trigger.pattern.type == .assault || trigger.pattern.type == .coerce ? outcome(trigger) : nil
    for filler in trigger.fillers {
      switch filler.position {
      case .clause, .modifier, .possessor, .speaker: continue
      case .preposition(let word): if ["in", "at", "on"].contains(word) { continue }
      default: break
      }
      let isObject = filler.position == .object
      for head in [filler.head]
        + tree.children(filler.head).filter({ tree.relation($0) == .conj || tree.relation($0).universal == .nmod })
      {
        if let quantity = numbers.quantity(at: head, outcome: isObject ? outcome : nil),
          !result.contains(where: { $0.span.overlaps(quantity.span) })
        {
          result.append(quantity)
        }
      }
    }
    return result
  }

  /// What becomes of those counted: "killed".
  private func outcome(_ trigger: Trigger) -> String? {
    switch tree.lemma(trigger.token) {
    case "kill": "killed"
    case "wound", "injure": "wounded"
    case "arrest", "detain": "arrested"
    default: nil
    }
  }

  /// When something was said: its own time, or the article's day.
  func time(ofSpeech trigger: Trigger) -> TimeExpression? { time(of: trigger, .occurred) }

  /// The contexts whose words stand in a token's sentence, the most frequent first.
  func contexts(at token: Int) -> [String] {
    var counts: [String: Int] = [:]
    for token in tree.sentence(of: token) {
      for context in lexicon.contexts[tree.lemma(token).lowercased()] ?? [] { counts[context, default: 0] += 1 }
    }
    return counts.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.prefix(4).map(\.key)
  }

  // MARK: Judgement

  /// Whether enough is known to call it an event.
  private func isComplete(_ event: Event, _ trigger: Trigger) -> Bool {
    let known = { (party: Party) in party.code != nil || party.name != nil || party.sector != nil }
    let hasActor = event.actors.contains(where: known)
    let hasRecipient = event.recipients.contains(where: known)
    switch event.type {
    case .request, .accuse, .threaten, .reject, .agree, .concede, .support, .aid, .mobilize, .retreat, .statement:
      return hasActor
    case .cooperate: return hasActor || hasRecipient
    case .consult:
      // "a summit with Mr Yoon" alone tells of no two who met.
      let isMeeting = tree.isNoun(trigger.token) && trigger.predicate == nil && !event.modes.contains("visit")
      if isMeeting { return event.actors.count + event.recipients.count > 1 && hasActor }
      return hasActor || (trigger.lightVerb == .happen && event.status == .scheduled)
    case .sanction, .coerce, .assault:
      return hasActor || hasRecipient || !event.quantities.isEmpty && trigger.predicate != nil
    case .protest: return hasActor || trigger.lightVerb == .do || (trigger.predicate != nil && event.place != nil)
    }
  }

  /// How sure the event is: a product of the strengths of its evidence.
  ///
  /// Starts at 0.9 for verbs, 0.8 for nouns with a verb that tells of them, 0.7 for nouns alone; times 0.85 without a known
  /// actor, 0.9 without a recipient where the type needs one, 0.9 for parties without a code, 0.9 for anything but plain fact.
  func confidence(of event: Event, _ trigger: Trigger) -> Double {
    var value = tree.isNoun(trigger.token) ? (trigger.predicate == nil ? 0.7 : 0.8) : 0.9
    if !event.actors.contains(where: { $0.code != nil }) { value *= 0.85 }
    if event.recipients.isEmpty, event.type.needsRecipient { value *= 0.9 }
    if (event.actors + event.recipients).contains(where: { $0.code == nil }) { value *= 0.9 }
    if event.status != .occurred, event.status != .scheduled { value *= 0.9 }
    return (value * 100).rounded() / 100
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

  /// Whether somebody can say that it must be done.
  var canBeDemanded: Bool { !isSpeechAct || self == .agree || self == .support || self == .concede }

  /// Whether the manual requires a recipient.
  var needsRecipient: Bool {
    switch self {
    case .cooperate, .aid, .sanction, .accuse, .threaten, .coerce, .assault: true
    default: false
    }
  }
}

extension Party {
  /// Whether two mentions stand for the same one, as far as codes and names tell.
  func isSame(as other: Party) -> Bool {
    if span == other.span { return true }
    if let name, let otherName = other.name { return name == otherName && sector == other.sector }
    return name == nil && other.name == nil && text == other.text && code == other.code
  }
}
