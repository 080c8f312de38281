import Linguistics
import NewsModel

// Days that words share with other words of the same speaker, or a clause with the verb above it.
extension EventBuilder {
  /// The day of the verb that a clause goes on with, however that one is found: "she attacked him, accusing him of lies",
  /// "said Berg, who also said …".
  func sharedDay(_ trigger: Trigger, _ status: EventStatus) -> TimeExpression? {
    guard status == .occurred, let verb = trigger.predicate else { return nil }
    if let upper = sayingAbove(trigger, verb) { return time(ofSpeech: Trigger(ofVerb: upper)) }
    if goesOn(verb), let above = verbAbove(verb) { return ownOrShared(above, status) }
    var participle = verb
    while tree.relation(participle) == .conj, !tree.hasOwnSubject(participle), let head = tree.head(participle),
      head < participle
    {
      participle = head
    }
    guard tree.isBareParticiple(participle), let above = tree.head(participle), above < verb, tree.isSimplePast(above),
      circumstances.isMain(above)
    else { return nil }
    return ownOrShared(above, status)
  }

  /// The day of the verb above a clause, if it is told.
  private func ownOrShared(_ above: Int, _ status: EventStatus) -> TimeExpression? {
    var told = triggerAt[above].map { time(of: $0, status) }
    // "stated his opinion, praising her": words that are no event of their own.
    if told == nil, tree.entry(above)?.speechVerb != nil { told = time(ofSpeech: Trigger(ofVerb: above)) }
    // "released a statement saying": not on the day of the deed that it is about.
    let isOfText = tree.objects(above).contains(where: tree.isDocument)
    let shared =
      told ?? (isOfText ? nil : circumstances.narrativeTime(of: Trigger(ofVerb: above), isOfLead: false))
    return shared?.basis == .publication ? nil : shared
  }

  /// The verb of saying of whose speaker a relative clause tells what else he says: "said Berg, who also said", "Berg, who says
  /// he is right, said", "as told by Berg, who said".
  private func sayingAbove(_ trigger: Trigger, _ verb: Int) -> Int? {
    guard trigger.pattern.type == .statement, tree.relation(verb) == .aclRelative, let speaker = tree.head(verb),
      let saying = tree.head(speaker), tree.isVerb(saying), tree.entry(saying)?.speechVerb != nil,
      !isAtOtherTime(verb), tree.isSimplePast(verb) || tree.isPresent(verb), !tree.isPresentPerfect(verb)
    else { return nil }
    switch tree.relation(speaker).universal {
    case .nsubj: return saying < speaker || tree.isPresent(verb) || isToo(verb) ? saying : nil
    case .obl where tree.relation(speaker) == .oblAgent: return saying
    default: return nil
    }
  }

  private func isToo(_ verb: Int) -> Bool { tree.children(verb).contains { document.word($0) == "also" } }

  /// Whether words are said at something that the speaker does himself: "said Berg during her protest".
  func isAtOwnScene(_ verb: Int) -> Bool {
    tree.children(verb).contains { noun in
      tree.relation(noun).universal == .obl && tree.entry(noun)?.nouns != nil
        && ["during", "at"].contains(tree.preposition(noun) ?? "")
        && tree.child(noun, .nmodPossessive).map { document.upos[$0] == .pron } ?? false
    }
  }

  /// "He made the remarks in Oslo on Monday", right after the words: the day of which that sentence tells.
  func dayOfRemarks(_ verb: Int, of speakers: [Party]) -> TimeExpression? {
    let number = tree.sentences[verb]
    return document.times.first { time in
      let token = time.tokens.lowerBound
      let maker = tree.clause(of: token)
      guard tree.sentences[token] > number, tree.sentences[token] <= number + Self.remarkReach,
        circumstances.isOfMonth(time.expression), isRemark(maker), tree.isSimplePast(maker),
        circumstances.time(of: Trigger(ofVerb: maker), isTold: true)?.value == time.expression.value
      else { return false }
      if tree.isPassive(maker) { return true }
      let makers = self.speakers(of: maker)
      return makers.contains { maker in speakers.contains { $0.isSame(as: maker) } }
    }?.expression
  }

  /// How many sentences on words are told of as "the remarks".
  private static let remarkReach: Int32 = 3

  /// "made the announcement", "the comments were made": words that the text tells elsewhere.
  func isRemark(_ verb: Int) -> Bool {
    guard ["make", "issue"].contains(tree.lemma(verb)) else { return false }
    return tree.objects(verb).contains { tree.isDefinite($0) && Self.remarks.contains(tree.lemma($0)) }
  }

  private static let remarks: Set<String> = ["announcement", "remark", "comment", "statement", "declaration"]
}
