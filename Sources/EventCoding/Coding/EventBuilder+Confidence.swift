import Linguistics
import NewsModel

extension EventBuilder {
  /// What is told less surely than this makes no event.
  static let leastShare = 0.3

  /// How surely the words tell of the event, 0…1: how often events told like it were there at all. `ConfidenceModel` says in the end
  /// how often all of a record is right.
  ///
  /// The figures are shares of the 563 events of ninety articles that were read by hand (docs/confidence.md): statements 0.91, other
  /// acts of speech told by a verb 0.77, deeds told by a verb 0.72, nouns 0.45; less without an actor that newsd knows.
  func confidence(of event: Event, _ trigger: Trigger) -> Double {
    let isByNoun = tree.isNoun(trigger.token)
    let hasCode = event.actors.contains { $0.code != nil }
    var value: Double
    switch event.type {
    // Of what people say who are known neither by name nor by code, fewer are what an analyst records.
    case .statement:
      let isKnown = event.actors.contains { $0.name != nil || $0.code != nil || $0.isOfState }
      value = event.status == .occurred ? (isKnown ? 0.91 : 0.72) : 0.5
    case _ where isByNoun: value = (trigger.predicate == nil ? 0.42 : 0.5) * (event.actors.isEmpty ? 0.75 : 1)
    case _ where event.type.isSpeechAct:
      value = 0.77 * (event.actors.isEmpty ? 0.6 : hasCode ? 1 : 0.83) * Self.share(ofSpeech: event.status)
    default: value = 0.72 * (event.actors.isEmpty ? 0.87 : hasCode ? 1 : 0.75)
    }
    if event.type != .statement, let actor = event.actors.first, !isSpeaker(actor, of: event, trigger),
      !isLastSubject(actor, trigger)
    {
      value *= Self.share(ofPronoun: actor.text.lowercased())
    }
    return (value * 100).rounded() / 100
  }

  /// What is left of the share where an act of speech is told as anything but done: that somebody might agree or ask is hardly ever
  /// news (2 of 10 were right in 210 articles), and comes out below the least confidence that is kept by default.
  private static func share(ofSpeech status: EventStatus) -> Double {
    switch status {
    case .occurred, .ongoing: 1
    case .possible: 0.35
    default: 0.7
    }
  }

  /// "The rebels said they will release them": in reported speech it is who speaks.
  private func isSpeaker(_ actor: Party, of event: Event, _ trigger: Trigger) -> Bool {
    guard let attribution = event.attribution,
      attribution.kind == .indirect || event.type == .request && event.status == .occurred
        || isDoneBySaying(event, trigger)
    else { return false }
    let source = attribution.source
    // "The council's spokesman says they condemn it": they are those for whom he speaks.
    let isSpokenFor = ["they", "we", "it"].contains(actor.text.lowercased()) && event.type.isSpeechAct
    if isSpokenFor, isInMainWords(trigger), source.role != nil, actor.code != nil, actor.code == source.code {
      return true
    }
    return actor.code == source.code && actor.sector == source.sector
      && (actor.name ?? source.text) == (source.name ?? source.text)
  }

  /// Whether a trigger's verb is that of the clause that is said, or joined to it.
  private func isInMainWords(_ trigger: Trigger) -> Bool {
    guard var verb = trigger.predicate else { return false }
    while tree.relation(verb) == .conj, let head = tree.head(verb) { verb = head }
    return tree.relation(verb) == .ccomp && tree.head(verb).map { tree.entry($0)?.speechVerb != nil } ?? false
  }

  /// "I condemn the raid", "we are asking for help", she said: an act of speech in the first person and the present is done by
  /// saying so.
  private func isDoneBySaying(_ event: Event, _ trigger: Trigger) -> Bool {
    guard event.type.isSpeechAct, event.type != .agree, let verb = trigger.predicate else { return false }
    // "I would like to thank Norway": thanks it.
    if event.status == .occurred, let head = tree.head(verb), status.isPerformed(verb, under: head) { return true }
    let isSimple = event.status == .occurred && document.xpos[verb] == .vbp && tree.auxiliaries(of: verb).isEmpty
    let isAsking = event.type == .request && event.status == .ongoing && document.xpos[verb] == .vbg
    guard isSimple || isAsking else { return false }
    return tree.ownSubject(verb).map(tree.isFirstPerson) ?? false
  }

  /// "The rebels took the town. They burned the school": whether the actor is a pronoun that begins a sentence's main clause and
  /// means the subject of the sentence before, somebody of a known country or calling. That is hardly ever misread.
  private func isLastSubject(_ actor: Party, _ trigger: Trigger) -> Bool {
    guard actor.code != nil || actor.sector != nil, let verb = trigger.predicate,
      let pronoun = tree.surfaceSubject(verb),
      document.span(pronoun) == actor.span, ["they", "he", "she"].contains(document.word(pronoun)),
      let main = tree.head(pronoun), tree.head(main) == nil, main == verb || tree.relation(verb) == .conj,
      !speech.isQuoted(pronoun)
    else { return false }
    let start = tree.sentence(of: verb).lowerBound
    guard start > 0, let root = tree.sentence(of: start - 1).first(where: { tree.head($0) == nil }),
      let subject = tree.ownSubject(root), subject < start
    else { return false }
    return resolver.parties(at: subject).contains {
      $0.name == actor.name && $0.code == actor.code && $0.sector == actor.sector
    }
  }

  /// What is left of the share where the actor is a pronoun: whom it means is often misread, and what "we" do is often only talk.
  /// Counted on 210 articles read by hand; what "they" or "we" do comes out below the least confidence that is kept by default.
  private static func share(ofPronoun word: String) -> Double {
    switch word {
    case "he", "she", "who": 0.75
    case "it", "its", "his", "her", "him": 0.6
    case "they", "them", "their", "we", "i", "our", "us": 0.38
    default: 1
    }
  }
}
