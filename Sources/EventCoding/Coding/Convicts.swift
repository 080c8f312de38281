import NewsModel

/// Persons of whom an article tells nothing but that a court found them guilty of violence or worse: they are criminals in all that
/// it tells of them. Those who are convicted for their faith, their words or a protest are not.
struct Convicts: Sendable {
  private let lexicon: Lexicon
  /// Names of persons without a sector.
  private let persons: Set<String>

  init(_ builder: EntityBuilder, _ lexicon: Lexicon) {
    self.lexicon = lexicon
    persons = Set(
      builder.entities.lazy.filter { $0.kind == .person && $0.actor < 0 && $0.sector == nil }.compactMap(\.name))
  }

  /// Whether a party has its sector from a verdict alone.
  func isGiven(to party: Party) -> Bool { party.sector == Self.sector && party.name.map(persons.contains) ?? false }

  /// Gives those who are convicted their sector.
  func marked(_ events: [Event]) -> [Event] {
    let verdicts = events.filter {
      $0.type == .sanction && $0.status == .occurred && $0.modes.contains("convict") && isOfCrime($0.evidence.text)
    }
    let guilty = persons.intersection(verdicts.flatMap(\.recipients).compactMap(\.name))
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

  private func isOfCrime(_ sentence: String) -> Bool {
    sentence.split { !$0.isLetter }.contains { lexicon.has(.crimes, $0.lowercased()) }
  }

  private static let sector = "CRM"
}
