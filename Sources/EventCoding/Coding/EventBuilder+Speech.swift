import Linguistics
import NewsModel

// When something was said.
extension EventBuilder {
  /// Whether a trigger tells of words that were said.
  func isSaying(_ trigger: Trigger) -> Bool {
    if let type = trigger.pattern.type { return type.isSpeechAct || type == .statement }
    return true
  }

  /// "Speaking at a rally, she said …", "issued a statement condemning …": a speech or statement whose words the sentence gives,
  /// and which is no other one besides.
  func isIntroduction(_ trigger: Trigger, _ type: EventType) -> Bool {
    guard type == .statement, lexicon.has(.introductions, tree.lemma(trigger.token)) else { return false }
    let sentence = tree.sentence(of: trigger.token)
    switch tree.relation(trigger.token) {
    // "in a statement released by the army, she said"
    case .acl, .aclRelative: if let head = tree.head(trigger.token), tree.isDocument(head) { return true }
    case .advcl: if document.xpos[trigger.token] == .vbg { return true }
    default: break
    }
    let speakers = trigger.heads(at: .subject).flatMap(resolver.parties)
    return tree.extent(trigger.token).contains {
      triggerAt[$0]?.pattern.type?.isSpeechAct == true && $0 != trigger.token
    }
      || speech.utterances.contains { utterance in
        sentence.contains(utterance.cue) && utterance.cue != trigger.token
          && (tree.isDocument(utterance.speakerHead)
            || utterance.speakers.contains { speaker in speakers.contains { $0.isSame(as: speaker) } })
      }
  }

  /// How many sentences back what somebody said still tells the day.
  private static let reach: Int32 = 40

  /// "Berg said on Saturday … . She added …": who goes on speaking in the simple past speaks on the day of which the words before
  /// tell, in the month before the article: "in 2005" may belong to what was said.
  func dayOfSpeech(_ trigger: Trigger) -> TimeExpression? {
    guard let verb = trigger.predicate, tree.isSimplePast(verb) || isInLead(verb) || isGoneOn(verb),
      let day = document.date
    else { return nil }
    // Most articles have no dated words at all; who speaks is dear to find.
    guard document.times.contains(where: { circumstances.isDate($0.expression) }) else { return nil }
    let speakers = speakers(of: verb)
    guard !speakers.isEmpty else { return nil }
    let number = tree.sentences[verb]
    let sayings = speech.utterances
    let before = sayings.indices.last { index in
      let distance = number - tree.sentences[sayings[index].cue]
      return distance > 0 && distance <= Self.reach && isDated(sayings[index], by: speakers)
    }
    let after =
      before != nil || !isInLead(verb)
      ? nil
      : sayings.indices.first { index in
        (number...number + 2).contains(tree.sentences[sayings[index].cue]) && isDated(sayings[index], by: speakers)
      }
    guard let said = dayOfRemarks(verb, of: speakers) ?? (before ?? after).flatMap({ ownDay(sayings[$0]) }),
      let range = said.range,
      range.end.seconds - range.start.seconds <= 7 * 86_400, range.end <= Timestamp(day.adding(days: 1)),
      range.start >= Timestamp(day.adding(days: -31))
    else { return nil }
    return said
  }

  /// "went on to say"
  private func isGoneOn(_ verb: Int) -> Bool {
    guard tree.relation(verb) == .xcomp || tree.relation(verb) == .advcl, document.xpos[verb] == .vb,
      let above = tree.head(verb)
    else { return false }
    return ["go", "continue", "proceed"].contains(tree.lemma(above)) && tree.isSimplePast(above)
  }

  /// Whether one of some speakers said something in the simple past, in a sentence that tells the day.
  private func isDated(_ utterance: Utterance, by speakers: [Party]) -> Bool {
    let sentence = tree.sentence(of: utterance.cue)
    let before = tree.sentence(of: max(sentence.lowerBound - 1, 0))
    return tree.isVerb(utterance.cue)
      && (document.times.contains { (before.lowerBound..<sentence.upperBound).contains($0.tokens.lowerBound) }
        || isAtOwnScene(utterance.cue) || tree.children(utterance.cue).contains(where: circumstances.isOccasion))
      && (tree.isSimplePast(utterance.cue) || tree.isPastPerfect(utterance.cue) || utterance.isAccording
        || tree.isDocument(utterance.speakerHead))
      && utterance.speakers.contains { speaker in speakers.contains { $0.isSame(as: speaker) } }
      && ownDay(utterance) != nil
  }

  /// Whether a verb stands in the article's first sentence, whose words the next ones tell in full.
  func isInLead(_ verb: Int) -> Bool {
    document.sentences.first?.contains(verb) ?? false
  }

  func speakers(of verb: Int) -> [Party] {
    if let index = speech.utterances.indices.first(where: { speech.utterances[$0].cue == verb }) {
      return speech.utterances[index].speakers
    }
    return tree.surfaceSubject(verb).map { parties(at: $0, nil) } ?? []
  }

  private func ownDay(_ utterance: Utterance) -> TimeExpression? {
    let cue = utterance.cue
    return circumstances.time(of: Trigger(ofVerb: cue), isTold: true) ?? dayOfSceneBefore(cue)
      ?? (isAtOwnScene(cue) ? dayOfOccasion(Trigger(ofVerb: cue)) : nil)
  }

  /// "On Friday she released a letter that said …": words that somebody gives out are of that day.
  func dayOfDocument(_ trigger: Trigger) -> TimeExpression? {
    guard let verb = trigger.predicate, tree.relation(verb) == .aclRelative, tree.entry(verb)?.speechVerb != nil,
      let noun = tree.head(verb), tree.isDocument(noun), tree.relation(noun) == .obj, let above = tree.head(noun),
      ["issue", "release", "publish", "send", "post", "write", "deliver"].contains(tree.lemma(above))
    else { return nil }
    return time(ofSpeech: Trigger(ofVerb: above))
  }

  /// "said on Sunday that talks would begin during the day": the day of the words.
  func timeOfSpeech(_ trigger: Trigger, _ utterance: Utterance?) -> TimeExpression? {
    guard let utterance, let verb = trigger.predicate else { return nil }
    let isSameDay = tree.children(verb).contains { child in
      tree.lemma(child) == "day" && ["during", "in", "that", "on"].contains(tree.preposition(child) ?? "")
    }
    guard isSameDay, tree.isVerb(utterance.cue) else { return nil }
    return circumstances.time(of: Trigger(ofVerb: utterance.cue))
  }

  /// When the words of an utterance were said: the day its cue tells, or the article's.
  func time(of utterance: Utterance) -> TimeExpression? {
    tree.isVerb(utterance.cue) ? time(ofSpeech: Trigger(ofVerb: utterance.cue)) : publicationDay
  }

  /// When something was said: its own time, or the article's day.
  func time(ofSpeech trigger: Trigger) -> TimeExpression? { time(of: trigger, .occurred) }

  /// Whether all of some actors speak in an utterance.
  func isSaid(_ actors: [Party], by utterance: Utterance) -> Bool {
    actors.allSatisfy { actor in
      utterance.speakers.contains { speaker in
        let isAlike = speaker.name == nil && actor.name == nil && speaker.code != nil
        return speaker.isSame(as: actor) || isAlike && speaker.code == actor.code && speaker.sector == actor.sector
      }
    }
  }

  /// "There will be severe costs for Chad, she said": whether a noun is itself the speaker's threat, made by the words.
  func isOwnThreat(_ event: Event, _ trigger: Trigger, _ utterance: Utterance) -> Bool {
    event.type == .threaten && tree.isNoun(trigger.token) && event.status != .denied && event.status != .demanded
      && !event.actors.isEmpty && isSaid(event.actors, by: utterance)
  }

  /// "On Friday they said that the government was to blame": what somebody says of another in reported words is said with them.
  ///
  /// What words of long ago tell of is no news: what is said in them is of their day, what was done before it has none.
  func timeOfReportedWords(_ event: Event, _ trigger: Trigger, _ utterance: Utterance?) -> TimeExpression? {
    guard event.type.isSpeechAct, event.time == nil || event.time?.basis == .publication, event.status == .occurred,
      let utterance, utterance.cue != trigger.token, tree.isVerb(utterance.cue), let verb = trigger.predicate,
      !tree.isPastPerfect(verb), !isAtOtherTime(verb), !event.actors.isEmpty, isSaid(event.actors, by: utterance)
    else { return nil }
    let time = time(of: utterance)
    return time?.basis == .publication ? nil : time
  }
}
