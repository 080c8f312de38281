import NewsModel

/// Whether two articles of one story tell of the same event.
enum SameEvent {
  /// The type is the same, nothing that both say contradicts, and something that both say agrees.
  static func isSame(_ a: Event, _ b: Event) -> Bool {
    guard a.type == b.type, agree(a.status, b.status) else { return false }
    if isCopy(a, b) { return true }
    // What somebody says is the same only where the words are.
    guard a.type != .statement else { return false }
    guard !isFurther(a), !isFurther(b), agree(a.time, b.time), agree(a.place, b.place) else { return false }
    guard agree(a.actors, b.actors), agree(a.recipients, b.recipients) else { return false }
    if saysTo(a.type) { return a.cameo == b.cameo && shares(a.actors, b.actors) }
    return shares(a.actors, b.actors) || shares(a.recipients, b.recipients) || isSamePlace(a.place, b.place)
      || countsSame(a, b)
  }

  /// "Three more men were arrested": another deed than the one before.
  private static func isFurther(_ event: Event) -> Bool {
    event.quantities.contains { quantity in
      let words = quantity.text.lowercased().split(separator: " ")
      return words.indices.contains { index in
        switch words[index] {
        case "another", "further", "additional", "other", "others": true
        case "more": !words[(index + 1)...].starts(with: ["than"])
        default: false
        }
      }
    }
  }

  /// "The fires have killed 47", "… 63": without names, the deed and what is counted must be the same.
  private static func countsSame(_ a: Event, _ b: Event) -> Bool {
    guard a.trigger.text.lowercased() == b.trigger.text.lowercased() else { return false }
    let counted = Set(a.quantities.compactMap(Figure.counted))
    return b.quantities.contains { Figure.counted($0).map(counted.contains) == true }
  }

  private static func isCopy(_ a: Event, _ b: Event) -> Bool {
    a.evidence.text == b.evidence.text && a.trigger.text == b.trigger.text
  }

  /// Types whose events are words said to somebody: one may say many such things.
  private static func saysTo(_ type: EventType) -> Bool {
    switch type {
    case .statement, .support, .concede, .request, .accuse, .reject, .threaten: true
    default: false
    }
  }

  /// What was planned may have come to pass.
  private static func agree(_ a: EventStatus, _ b: EventStatus) -> Bool {
    func isFact(_ status: EventStatus) -> Bool { status == .occurred || status == .ongoing }
    if a == b || isFact(a) && isFact(b) { return true }
    return a == .scheduled && isFact(b) || isFact(a) && b == .scheduled
  }

  private static func agree(_ a: TimeExpression?, _ b: TimeExpression?) -> Bool {
    guard let a, let b, a.basis != .publication, b.basis != .publication else { return true }
    guard let first = a.range, let second = b.range else { return a.value == b.value }
    return first.start < second.end && second.start < first.end
  }

  private static func agree(_ a: Place?, _ b: Place?) -> Bool {
    guard let a, let b else { return true }
    if isSamePlace(a, b) { return true }
    // A country says less than a town in it.
    return (a.kind == .country || b.kind == .country) && a.country != nil && a.country == b.country
  }

  private static func isSamePlace(_ a: Place?, _ b: Place?) -> Bool {
    guard let a, let b else { return false }
    return (a.name ?? a.text) == (b.name ?? b.text) && (a.country == b.country || a.country == nil || b.country == nil)
  }

  /// Whether one list says no more than the other; a list without names says nothing.
  private static func agree(_ a: [Party], _ b: [Party]) -> Bool {
    let (first, second) = (names(a), names(b))
    return first.isSubset(of: second) || second.isSubset(of: first)
  }

  private static func shares(_ a: [Party], _ b: [Party]) -> Bool { !names(a).isDisjoint(with: names(b)) }

  private static func names(_ parties: [Party]) -> Set<String> { Set(parties.compactMap { $0.name ?? $0.code }) }
}
