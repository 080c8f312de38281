import Linguistics
import NewsModel

// When, how many and in which words.
extension EventBuilder {
  /// When an event is: its own time, the day of which its paragraph tells, or the article's day.
  ///
  /// No time at all for what is told as known or as long past: "the murder of …", "had been arrested".
  func time(of trigger: Trigger, _ status: EventStatus, isOwn: Bool = true) -> TimeExpression? {
    if isOwn, let time = circumstances.time(of: trigger) { return time }
    guard status == .occurred || status == .ongoing else { return nil }
    if isOwn, let told = circumstances.narrativeTime(of: trigger) { return told }
    if status == .occurred, isBackground(trigger) { return nil }
    return publicationDay
  }

  /// The article's day, for what is news of that day.
  var publicationDay: TimeExpression? {
    articleDay.map { TimeExpression(kind: .date, value: "\($0)", basis: .publication) }
  }

  /// Whether an event is told as known before: by a noun alone, or in a relative clause, or in the past perfect outside what somebody says.
  private func isBackground(_ trigger: Trigger) -> Bool {
    guard let predicate = trigger.predicate else { return !isSaidNow(trigger) }
    if tree.isInRelativeClause(predicate) || isTiedToDated(predicate) || isPastDeed(predicate) { return true }
    // "a deal reached by the two", "previously accused"
    if tree.relation(predicate) == .acl && tree.isPassive(predicate) || isToldOfEarlier(predicate) { return true }
    if isSomeTime(predicate) { return true }
    return tree.isPastPerfect(predicate) && speech.utterance(at: predicate) == nil
  }

  /// "has accused the press" after the article's first paragraphs: at some time before.
  private func isSomeTime(_ verb: Int) -> Bool {
    let isPerfect = tree.auxiliaries(of: verb).contains {
      tree.lemma($0) == "have" && [.vbz, .vbp].contains(document.xpos[$0])
    }
    return isPerfect && document.paragraphs.count { $0 <= verb } > 2 && tree.entry(verb)?.speechVerb != .statement
  }

  /// "was convicted of murdering": what somebody is judged, blamed or known for was done before.
  private func isPastDeed(_ verb: Int) -> Bool {
    guard tree.document.xpos[verb] == .vbg, let mark = tree.mark(verb), let above = tree.head(verb) else {
      return false
    }
    return ["of", "for", "with"].contains(mark) && lexicon.has(.facts, tree.lemma(above))
  }

  /// A demand or threat by a noun in the words of somebody: "we send a message of costs, he said".
  private func isSaidNow(_ trigger: Trigger) -> Bool {
    trigger.pattern.type?.isSpeechAct == true && speech.utterance(at: trigger.token) != nil
  }

  /// "left in 2004 after a bomb had killed six", "after the November vote, they left": before or after a day that is told, and not
  /// the article's.
  private func isTiedToDated(_ verb: Int) -> Bool {
    let phrases = tree.children(verb).filter { child in
      tree.relation(child) == .obl && Self.bounds.contains(tree.preposition(child) ?? "")
    }
    if document.times.contains(where: { time in
      phrases.contains { circumstances.isAttribute(time.tokens, of: $0) } && circumstances.isPast(time.expression)
    }) {
      return true
    }
    guard tree.relation(verb) == .advcl, let above = tree.head(verb),
      Self.bounds.contains(tree.mark(verb) ?? "")
    else { return false }
    // "The visit comes days after he was accused": background, on whatever day.
    if tree.lemma(above) == "come" { return true }
    return document.times.contains { time in
      circumstances.isDate(time.expression) && tree.clause(of: time.tokens.lowerBound) == above
        && time.expression.range != nil
    }
  }

  private static let bounds: Set<String> = ["after", "before", "since", "until", "following"]

  /// "said on Sunday that talks would begin during the day": the day of the words.
  func timeOfSpeech(_ trigger: Trigger, _ utterance: Utterance?) -> TimeExpression? {
    guard let utterance, let verb = trigger.predicate else { return nil }
    let isSameDay = tree.children(verb).contains { child in
      tree.lemma(child) == "day" && ["during", "in", "that", "on"].contains(tree.preposition(child) ?? "")
    }
    guard isSameDay, tree.isVerb(utterance.cue) else { return nil }
    return circumstances.time(of: cueTrigger(utterance.cue))
  }

  /// When the words of an utterance were said: the day its cue tells, or the article's.
  func time(of utterance: Utterance) -> TimeExpression? {
    tree.isVerb(utterance.cue) ? time(ofSpeech: cueTrigger(utterance.cue)) : publicationDay
  }

  func cueTrigger(_ cue: Int) -> Trigger {
    let pattern = Pattern(id: "", type: nil)
    return Trigger(token: cue, pattern: pattern, predicate: cue, lightVerb: nil, fillers: [])
  }

  func triggerSpan(_ trigger: Trigger) -> Span {
    guard let predicate = trigger.predicate, trigger.lightVerb == .do, predicate < trigger.token else {
      return particleSpan(trigger)
    }
    let (first, last) = (min(predicate, trigger.token), max(predicate, trigger.token))
    return last - first <= 4 ? document.span(first..<(last + 1)) : document.span(trigger.token)
  }

  func particleSpan(_ trigger: Trigger) -> Span {
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
  func quantities(_ trigger: Trigger) -> [Quantity] {
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
  func outcome(_ trigger: Trigger) -> String? {
    switch tree.lemma(trigger.token) {
    case "kill": "killed"
    case "wound", "injure": "wounded"
    case "arrest", "detain": "arrested"
    default: nil
    }
  }

  /// When something was said: its own time, or the article's day.
  func time(ofSpeech trigger: Trigger) -> TimeExpression? { time(of: trigger, .occurred) }

  /// Where a sentence plays: the places it names that are no countries, or those named last before it in its paragraph.
  func scene(at token: Int) -> Set<String> {
    let paragraph = document.paragraphs.last { $0 <= token } ?? 0
    var sentence = tree.sentence(of: token)
    while true {
      let names = document.names.filter { name in
        (name.label == .geopolitical || name.label == .location) && sentence.contains(name.tokens.lowerBound)
          && resolver.builder.names.hit(at: name.tokens.lowerBound) == nil
      }
      if !names.isEmpty { return Set(names.map { document.string(document.span($0.tokens)) }) }
      guard sentence.lowerBound > paragraph else { return [] }
      sentence = tree.sentence(of: sentence.lowerBound - 1)
    }
  }

  /// Whether a sentence tells of another deed than those before: "in a separate incident", "elsewhere".
  func isAnother(at token: Int) -> Bool {
    tree.sentence(of: token).contains { word in
      guard lexicon.has(.others, tree.lemma(word).lowercased()) else { return false }
      guard let noun = tree.head(word), tree.isNoun(noun) else { return document.upos[word] == .adv }
      return triggerAt[noun] != nil || lexicon.has(.incidents, tree.lemma(noun))
    }
  }

  /// The contexts whose words stand in a token's sentence, the most frequent first.
  func contexts(at token: Int) -> [String] {
    var counts: [(context: String, count: Int)] = []
    for token in tree.sentence(of: token) {
      for context in tree.smallEntry(token)?.contexts ?? [] {
        if let index = counts.firstIndex(where: { $0.context == context }) {
          counts[index].count += 1
        } else {
          counts.append((context, 1))
        }
      }
    }
    return counts.sorted { ($0.count, $1.context) > ($1.count, $0.context) }.prefix(4).map(\.context)
  }
}
