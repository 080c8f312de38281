import Linguistics
import NewsModel

// When, how many and in which words.
extension EventBuilder {
  /// When an event is: its own time, the day of which its paragraph tells, or the article's day.
  ///
  /// No time at all for what is told as known or as long past: "the murder of …", "had been arrested".
  func time(of trigger: Trigger, _ status: EventStatus, isOwn: Bool = true) -> TimeExpression? {
    let isTold = status == .occurred && isSaying(trigger)
    if isOwn, let time = circumstances.time(of: trigger, isTold: isTold) {
      return isMiscounted(time, trigger, status) ? nil : time
    }
    guard status == .occurred || status == .ongoing else { return nil }
    let isEarlier = trigger.predicate.map { isAtOtherTime($0) || isBounded($0) } ?? false
    if isOwn, !isEarlier {
      if let told = circumstances.narrativeTime(of: trigger, isOfLead: isOfLead(trigger)) { return told }
      if isTold, let said = dayOfDocument(trigger) ?? dayOfSpeech(trigger) ?? dayOfOccasion(trigger) { return said }
      if let shared = sharedDay(trigger, status) { return shared }
    }
    if status == .occurred ? isBackground(trigger) : isBackgroundState(trigger) { return nil }
    return dayToldLater(trigger) ?? dayOfLayout(at: trigger.token) ?? publicationDay
  }

  /// "The next day they left", "two days later": counted from a day that nobody knows.
  private func isMiscounted(_ time: TimeExpression, _ trigger: Trigger, _ status: EventStatus) -> Bool {
    guard time.basis == .relative, circumstances.isAhead(time), let text = time.text?.lowercased(),
      trigger.predicate.map(tree.isSimplePast) ?? false, status == .occurred || status == .ongoing
    else { return false }
    return text.hasSuffix("later") || text.hasSuffix("day")
  }

  /// The article's day, for what is news of that day.
  var publicationDay: TimeExpression? {
    articleDay.map { TimeExpression(kind: .date, value: "\($0)", basis: .publication) }
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

  /// Where a sentence plays: the places it names that are no countries, or those named last before it in its paragraph.
  func scene(at token: Int) -> Set<String> {
    let paragraph = document.paragraphStart(of: token)
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

  /// "The rebels often attack villages": a habit and no single deed.
  func isHabit(_ trigger: Trigger) -> Bool {
    guard let verb = trigger.predicate else { return false }
    return tree.children(verb).contains {
      tree.relation($0).universal == .advmod && lexicon.has(.habits, document.word($0))
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
