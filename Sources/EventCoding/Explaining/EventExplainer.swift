import Linguistics
import NewsModel

/// Tells why the events of an article are what they are, from what was noted and by asking the same questions again.
struct EventExplainer {
  let builder: EventBuilder
  let recorder: CodingRecorder

  var tree: SyntaxTree { builder.tree }
  var document: Document { builder.document }
  var resolver: EntityResolver { builder.resolver }

  /// Why an event was coded.
  func explain(_ event: Event) -> Explanation {
    guard let trigger = recorder.trigger(of: event) else { return Explanation(event: event, steps: []) }
    let parties = PartyExplainer(resolver: resolver)
    var steps = [rule(event, trigger), status(event, trigger)]
    steps += event.actors.map { parties.step("actor", $0) }
    steps += event.recipients.map { parties.step("recipient", $0) }
    steps += unnamed(trigger, event)
    steps.append(time(event, trigger))
    steps.append(place(event, trigger))
    if let attribution = event.attribution { steps.append(speaker(attribution, parties)) }
    steps += event.mentions.map {
      Explanation.Step(part: "mention", words: $0.text, result: "", how: "tells of the same event")
    }
    return Explanation(event: event, steps: steps)
  }

  // MARK: Rule

  private func rule(_ event: Event, _ trigger: Trigger) -> Explanation.Step {
    let pattern = trigger.pattern
    let origin = pattern.table.isEmpty ? "made from what is said" : "\(pattern.table), line \(pattern.line)"
    var how = "rule \(event.rule) (\(origin))"
    if event.rule != pattern.id { how += ", made of a demand in the words of \(pattern.id)" }
    let places = trigger.fillers.compactMap { filler -> String? in
      let roles = pattern.roles(at: filler.position).map(\.rawValue)
      return roles.isEmpty
        ? nil : "\(filler.position.words) “\(phrase(filler.head))” is \(roles.joined(separator: ", "))"
    }
    if !places.isEmpty { how += "; " + places.joined(separator: "; ") }
    let modes = event.modes.isEmpty ? "" : " " + event.modes.joined(separator: " ")
    return Explanation.Step(
      part: "rule", words: event.trigger.text, result: "\(event.type.rawValue)\(modes), CAMEO \(event.cameo)", how: how,
      rejected: triedBefore(trigger))
  }

  /// The patterns that were tried before the one that fitted.
  private func triedBefore(_ trigger: Trigger) -> [Explanation.Rejection] {
    guard let candidate = recorder.candidates.first(where: { $0.token == trigger.token }) else { return [] }
    return misfits(candidate).prefix { $0.pattern.id != trigger.pattern.id }.map(\.rejection)
  }

  /// Each pattern of a word up to the first that fits, with what it asks for in vain.
  func misfits(_ candidate: PatternMatcher.Candidate) -> [(pattern: Pattern, rejection: Explanation.Rejection)] {
    let matcher = PatternMatcher(tree: tree, lexicon: builder.lexicon, resolver: resolver)
    var result: [(Pattern, Explanation.Rejection)] = []
    for pattern in candidate.patterns {
      guard let misfit = matcher.misfit(pattern, candidate) else { break }
      result.append((pattern, Explanation.Rejection(what: pattern.id, why: why(misfit, pattern, candidate))))
    }
    return result
  }

  private func why(_ misfit: PatternMatcher.Misfit, _ pattern: Pattern, _ candidate: PatternMatcher.Candidate) -> String
  {
    guard case .test(let index) = misfit else {
      return "wants the word “\(pattern.particle ?? "")” \(candidate.isVerb ? "behind" : "before") it"
    }
    let test = pattern.tests[index]
    let found = candidate.fillers.filter { $0.position == test.position }.map { "“\(phrase($0.head))”" }
    let there = found.isEmpty ? "there is none" : "there is \(found.joined(separator: ", "))"
    let wanted = test.fillers.map(\.words).joined(separator: " or ")
    if test.isExcluded { return "wants \(test.position.words) not to be \(wanted); \(there)" }
    return "wants \(test.position.words) to be \(wanted); \(there)"
  }

  // MARK: Status

  private func status(_ event: Event, _ trigger: Trigger) -> Explanation.Step {
    let clues = StatusClues(tree: tree, lexicon: builder.lexicon).clues(trigger)
    let how = clues.isEmpty ? "nothing around the words takes from plain fact" : clues.joined(separator: "; ")
    return Explanation.Step(part: "status", words: "", result: event.status.rawValue, how: how)
  }

  // MARK: Parties

  /// The phrases at the places of parties that name nobody.
  private func unnamed(_ trigger: Trigger, _ event: Event) -> [Explanation.Step] {
    trigger.fillers.compactMap { filler in
      let roles = trigger.pattern.roles(at: filler.position).filter { $0 == .actor || $0 == .recipient }
      guard let role = roles.first, resolver.parties(at: filler.head).isEmpty else { return nil }
      // "shelled Ukrainian villages": the owner was taken, and is told already.
      let span = document.span(tree.extent(filler.head))
      if (event.actors + event.recipients).contains(where: { $0.span.overlaps(span) }) { return nil }
      let why =
        tree.isFirstPerson(filler.head) ? "whoever speaks; nobody near says these words" : "names nobody newsd knows"
      return Explanation.Step(part: role.rawValue, words: phrase(filler.head), result: "nobody", how: why)
    }
  }

  private func speaker(_ attribution: Attribution, _ parties: PartyExplainer) -> Explanation.Step {
    var step = parties.step("said by", attribution.source)
    let cue = attribution.cue.map { " by “\($0)”" } ?? ""
    step.how = "\(attribution.kind.rawValue) speech\(cue); " + step.how
    return step
  }

  // MARK: Time and place

  private func time(_ event: Event, _ trigger: Trigger) -> Explanation.Step {
    let sentence = tree.sentence(of: trigger.token)
    let others = document.times.filter {
      sentence.contains($0.tokens.lowerBound) && $0.expression.span != event.time?.span
    }
    let rejected = others.map { other in
      let isDay = other.expression.kind == .date || other.expression.kind == .time
      return Explanation.Rejection(
        what: "“\(document.string(document.span(other.tokens)))” (\(other.expression.value))",
        why: isDay
          ? "hangs on other words, or farther away" : "a \(other.expression.kind.rawValue.lowercased()), no day")
    }
    guard let time = event.time else {
      return Explanation.Step(
        part: "time", words: "", result: "none",
        how: "no time hangs on the words, and what is not yet done has no day of its own",
        rejected: rejected)
    }
    let isElsewhere = time.span.map { !builder.evidenceSpan(trigger.token).contains($0) } ?? false
    let elsewhere = "told in another sentence, whose day this shares"
    let how =
      switch time.basis {
      case .explicit: "said in full; " + (isElsewhere ? elsewhere : "it hangs on the trigger or its verb")
      case .relative:
        "counted from the article's day, \(builder.articleDay.map { "\($0)" } ?? "which is not known")"
          + (isElsewhere ? "; " + elsewhere : "")
      case .publication: "no time hangs on the words: the article's day"
      }
    return Explanation.Step(part: "time", words: time.text ?? "", result: time.value, how: how, rejected: rejected)
  }

  private func place(_ event: Event, _ trigger: Trigger) -> Explanation.Step {
    let explainer = PlaceExplainer(resolver: resolver)
    let sentence = tree.sentence(of: trigger.token)
    var rejected = event.place.map(explainer.namesakes) ?? []
    for place in explainer.places(in: sentence) where place.span != event.place?.span {
      let isParty = (event.actors + event.recipients).contains { $0.span.overlaps(place.span) }
      rejected.append(
        Explanation.Rejection(
          what: "“\(place.text)”",
          why: isParty ? "who takes part, not where" : "does not hang on the trigger, its verb or its object"))
    }
    guard let place = event.place else {
      return Explanation.Step(
        part: "place", words: "", result: "none", how: "no phrase of place hangs on the words", rejected: rejected)
    }
    return Explanation.Step(
      part: "place", words: place.text, result: [place.name, place.country].compactMap { $0 }.joined(separator: ", "),
      how: explainer.how(place), rejected: rejected)
  }

  // MARK: What is no event

  /// Words with patterns, and verbs of saying, that are no events of their own, and why.
  func rejected() -> [Explanation.RejectedWords] {
    let fates = Dictionary(grouping: recorder.fates, by: \.token)
    let candidates = Dictionary(recorder.candidates.map { ($0.token, $0) }, uniquingKeysWith: { first, _ in first })
    return Set(fates.keys).union(candidates.keys).sorted().compactMap { token in
      // Where a pattern fitted, or somebody speaks, what became of it is why.
      let found = fates[token].map { $0.map { Explanation.Rejection(what: $0.rule, why: $0.why) } }
      let candidate = recorder.drafted.contains(token) ? nil : candidates[token]
      guard let reasons = found ?? candidate.map({ misfits($0).map(\.rejection) }) else { return nil }
      return Explanation.RejectedWords(words: document.form(token), span: document.span(token), reasons: reasons)
    }
  }

  /// The words of a phrase, shortened where they are many.
  func phrase(_ head: Int) -> String {
    let extent = tree.extent(head)
    let isShort = extent.count <= 8
    let text = document.string(document.span(isShort ? extent : head..<(head + 1)))
    return isShort ? text : "… \(text) …"
  }
}

extension Position {
  /// The position as the README of lexicon.d calls it.
  var words: String {
    switch self {
    case .subject: "subj"
    case .object: "obj"
    case .indirectObject: "iobj"
    case .clause: "clause"
    case .possessor: "poss"
    case .modifier: "mod"
    case .speaker: "speaker"
    case .preposition(let word): "“\(word)”"
    }
  }
}

extension PatternTest.Filler {
  var words: String {
    switch self {
    case .anything: "anything"
    case .party: "a party"
    case .person: "a person"
    case .group: "a group"
    case .place: "a place"
    case .government: "a government or who speaks for it"
    case .wish: "a wish (“that it leave”)"
    case .own: "what the subject itself does (“to have won”)"
    case .suffered: "a harm that nobody did (“that ten were killed”)"
    case .words(let words):
      words.sorted().prefix(5).joined(separator: ", ") + (words.count > 5 ? " or \(words.count - 5) more" : "")
    }
  }
}
