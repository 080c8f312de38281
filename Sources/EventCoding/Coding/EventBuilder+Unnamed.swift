import Linguistics
import NewsModel

// Those of whom a number or "everyone" is all that is told: "arrested two", "wounded 46 others", "urged those holding him".
extension EventBuilder {
  /// Whom a deed reaches, or a word is said to, where no noun names them.
  func unnamed(_ trigger: Trigger, _ type: EventType) -> [Party] {
    for filler in trigger.fillers where trigger.pattern.has(.recipient, at: filler.position) {
      let isMeant =
        type.isSpeechAct ? isAnybody(filler.head, type) : isDoneToPeople(trigger) && isCount(filler.head)
      if isMeant { return [people(at: filler.head)] }
    }
    return []
  }

  /// "Killed six people and hurt nine others": the victims of the harm that the next verb tells of the same deed.
  func joinedVictims(_ trigger: Trigger, _ first: Party?, _ utterance: Utterance?) -> [Party] {
    guard let first, let verb = trigger.predicate, verb == trigger.token, isHarm(trigger) else { return [] }
    let others = tree.children(verb).filter { $0 > verb && tree.relation($0) == .conj && tree.isVerb($0) }
    return others.compactMap { triggerAt[$0] }.filter(isHarm).flatMap { other -> [Party] in
      guard !tree.hasOwnSubject(other.token) || tree.isPassive(other.token) else { return [] }
      let found = parties(other, .recipient, utterance)
      guard found.isEmpty else { return found }
      // "killed two soldiers and wounded three": soldiers, too; "killed Berg and wounded two others" tells less.
      guard !trigger.heads(at: .object).contains(where: resolver.isPerson) else { return unnamed(other, .assault) }
      return unnamed(other, .assault).map { party in
        var party = party
        party.code = first.code
        party.sector = first.sector
        return party
      }
    }
  }

  private func isHarm(_ trigger: Trigger) -> Bool {
    trigger.pattern.type == .assault && lexicon.has(.mishaps, trigger.pattern.id)
  }

  /// Whether a deed is done to people alone, so that a number stands for them.
  private func isDoneToPeople(_ trigger: Trigger) -> Bool {
    isHarm(trigger) || trigger.pattern.modes.contains { ["arrest", "abduct", "convict"].contains($0) }
  }

  private func people(at head: Int) -> Party {
    let span = document.span(resolver.builder.reader.phrase(at: head).tokens)
    return Party(text: document.string(span), sector: "CVL", span: span)
  }

  /// "three", "seven of the twenty", "46 others", "two more"
  private func isCount(_ head: Int) -> Bool {
    let children = tree.children(head)
    guard !document.isTime(head), resolver.place(at: head) == nil,
      children.allSatisfy({ child in
        document.upos[child] != .sym && (tree.preposition(child) != "of" || document.upos[child] == .num)
      })
    else { return false }
    if document.upos[head] == .num { return !document.bytes(head).contains(UInt8(ascii: "%")) }
    return ["other", "others", "more"].contains(tree.lemma(head)) && tree.child(head, .nummod) != nil
  }

  /// "everyone", "those holding him", "others who might try"
  private func isAnybody(_ head: Int, _ type: EventType) -> Bool {
    switch tree.lemma(head).lowercased() {
    case "everyone", "everybody": return true
    case "anyone", "anybody": return type == .request || type == .threaten
    // "accused the other of firing": one told of before.
    default:
      guard ["those", "others"].contains(document.word(head)) else { return false }
      return tree.children(head).contains { child in
        child > head && (tree.relation(child) == .aclRelative || tree.relation(child) == .acl)
      }
    }
  }
}
