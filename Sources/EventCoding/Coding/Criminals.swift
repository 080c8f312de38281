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
    let told = events.filter { $0.status == .occurred && isOfCrime($0.evidence.text) }
    let convicted = told.filter { $0.type == .sanction && $0.modes.contains("convict") }.flatMap(\.recipients)
    let confessed = told.filter { $0.rule.hasPrefix("concede.plead-guilty") }.flatMap(\.actors)
    let violent = told.filter { $0.type == .assault && !$0.recipients.isEmpty && $0.attribution == nil }
    // Who is acquitted, or no longer charged, is none.
    let cleared = Set(events.filter { $0.type == .concede }.flatMap(\.recipients).compactMap(\.name))
    let parties = convicted + confessed + violent.flatMap(\.actors)
    let guilty = Set(parties.compactMap(\.name).filter { !cleared.contains($0) && isStranger($0) })
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

  /// Whether a name is that of a person of whom neither a table nor the article tells a sector.
  private func isStranger(_ name: String) -> Bool {
    builder.entities.contains { $0.kind == .person && $0.actor < 0 && $0.sector == nil && $0.name == name }
  }

  private func isOfCrime(_ sentence: String) -> Bool {
    sentence.split { !$0.isLetter }.contains { lexicon.has(.crimes, $0.lowercased()) }
  }
}
