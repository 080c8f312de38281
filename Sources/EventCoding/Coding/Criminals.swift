import NewsModel

/// Persons of whom an article tells nothing but that a court found them guilty of a crime, that they pleaded guilty to one, or that
/// they killed or hurt somebody: they are criminals in all that it tells of them. Those who are convicted for their faith, their
/// words or a protest are not, nor is who is only said to have done it.
struct Criminals {
  let builder: EntityBuilder
  let lexicon: Lexicon

  /// The sector that this gives.
  static let sector = "CRM"

  /// Gives criminals their sector.
  func marked(_ events: [Event]) -> [Event] {
    let names = Set(events.flatMap(doers(of:)).compactMap(\.name))
    guard !names.isEmpty else { return events }
    // Who is acquitted, or no longer charged, is none.
    let cleared = events.filter { $0.type == .concede }.flatMap(\.recipients).compactMap(\.name)
    let guilty = names.subtracting(cleared).filter(isStranger)
    guard !guilty.isEmpty else { return events }
    func marked(_ party: Party) -> Party {
      guard party.sector == nil, let name = party.name, guilty.contains(name) else { return party }
      var party = party
      party.sector = Self.sector
      return party
    }
    return events.map { event in
      var event = event
      event.actors = event.actors.map(marked)
      event.recipients = event.recipients.map(marked)
      return event
    }
  }

  /// Who has done a crime, by an event that tells of a verdict, a confession or the deed itself.
  private func doers(of event: Event) -> [Party] {
    guard event.status == .occurred else { return [] }
    let doers: [Party]
    switch event.type {
    case .sanction where event.modes.contains("convict"): doers = event.recipients
    case .concede where event.rule.hasPrefix("concede.plead-guilty"): doers = event.actors
    case .assault where !event.recipients.isEmpty && event.attribution == nil: doers = event.actors
    default: return []
    }
    return isOfCrime(event.evidence.text) ? doers : []
  }

  /// Whether a name is that of a person of whom neither a table nor the article tells a sector.
  private func isStranger(_ name: String) -> Bool {
    builder.entities.contains { $0.kind == .person && $0.actor < 0 && $0.sector == nil && $0.name == name }
  }

  private func isOfCrime(_ sentence: String) -> Bool {
    sentence.split { !$0.isLetter }.contains { lexicon.has(.crimes, $0.lowercased()) }
  }
}
