import NewsModel

// Deeds and words that are told again in other words.
extension SameEvent {
  /// Whether words that refer back to something told before may mean this event: they say no more than it does.
  static func isMeant(_ event: Event, by mention: Event) -> Bool {
    guard event.type == mention.type, event.type != .statement, agree(event.status, mention.status),
      agree(event.time, mention.time), !areYearsApart(event.time, mention.time)
    else { return false }
    if isSameInquiry(event, mention) { return true }
    let isSameKind = event.cameo == mention.cameo && event.modes == mention.modes
    if isSameKind, isSameRiot(event, mention) { return true }
    guard agree(event.actors, mention.actors), !mention.actors.isEmpty else { return false }
    if !isSameKind {
      // "Norway asked Sweden for help", "Norway's request to Sweden"
      return event.type.isSpeechAct && !mention.recipients.isEmpty && agree(event.recipients, mention.recipients)
    }
    return mention.recipients.isEmpty || agree(event.recipients, mention.recipients)
  }

  /// "is carrying out an investigation", "the conclusion of our investigation": who speaks of it is one of those who do it.
  private static func isSameInquiry(_ event: Event, _ mention: Event) -> Bool {
    event.type == .accuse && event.modes == ["investigate"] && mention.modes == event.modes
      && mention.recipients.isEmpty && mention.actors.count == 1 && ["our", "my"].contains(mention.actors[0].text)
  }

  /// "students threw bottles", "the riot": nobody else is named.
  private static func isSameRiot(_ event: Event, _ mention: Event) -> Bool {
    event.type == .protest && mention.actors.isEmpty && mention.recipients.isEmpty && agree(event.place, mention.place)
  }

  /// "A woman was charged with theft", "the woman was charged with fraud and theft": what somebody is charged with, told again of
  /// him or her whom the words before have in view.
  static func isSameAccused(_ a: Event, _ b: Event) -> Bool {
    func isCharge(_ event: Event) -> Bool {
      event.type == .accuse && event.modes == ["allege"] && event.actors.isEmpty
        && event.trigger.text.contains("charge")
    }
    guard isCharge(a), isCharge(b), a.evidence.span != b.evidence.span, a.recipients.count == 1,
      b.recipients.count == 1, mayBeSame(a.time, b.time)
    else { return false }
    let (first, second) = (a.recipients[0], b.recipients[0])
    guard first.name == nil, second.name == nil, second.text.lowercased().hasPrefix("the ") else { return false }
    return noun(first) == noun(second)
  }

  /// "Two men were found guilty on Monday", "Berg was convicted on Monday": those of whom the second tells are among the first.
  static func isOfSameMen(_ a: Event, _ b: Event) -> Bool {
    let names = Set(a.recipients.compactMap(\.name))
    return !b.recipients.isEmpty && b.recipients.allSatisfy { $0.name.map(names.contains) ?? false }
      && (a.time == nil || b.time == nil || a.time?.value == b.time?.value)
  }

  /// The last word of those that somebody is called by: "woman" in "a woman of 30".
  private static func noun(_ party: Party) -> Substring? {
    let words = party.text.split(separator: " ")
    return words.prefix { !["of", "from", "in", "who", "with"].contains($0) }.last
  }

  /// "gave an apology", "We apologise": an act of speech told by noun and verb, once in the speaker's own words.
  static func isSaidAgain(_ a: Event, _ b: Event) -> Bool {
    guard a.type.isSpeechAct, a.cameo == b.cameo, a.modes == b.modes, isOwnWord(a) != isOwnWord(b),
      shareName(a.actors, b.actors), agree(a.actors, b.actors), haveOneRoot(a.trigger.text, b.trigger.text)
    else { return false }
    if agree(a.recipients, b.recipients) { return true }
    // "apologised to children": whom nobody names.
    let parties = a.recipients + b.recipients
    return parties.allSatisfy { $0.name == nil && $0.code == nil && $0.sector == parties[0].sector }
  }

  /// Whether an act is told in the quoted words of who does it.
  private static func isOwnWord(_ event: Event) -> Bool {
    guard let word = event.attribution, word.kind == .direct else { return false }
    return event.actors.contains { $0.name != nil && $0.name == word.source.name }
  }

  /// "apologise" and "an apology"
  private static func haveOneRoot(_ a: String, _ b: String) -> Bool {
    a.split(separator: " ").contains { first in
      b.split(separator: " ").contains { second in first.commonPrefix(with: second).count >= 6 }
    }
  }
}

extension Substring {
  fileprivate func commonPrefix(with other: Substring) -> Substring {
    prefix(zip(self, other).prefix { $0 == $1 }.count)
  }
}
