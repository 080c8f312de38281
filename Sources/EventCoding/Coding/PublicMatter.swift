import Linguistics
import NewsModel

/// Tells public affairs from sport, science, entertainment and accidents: an article of the latter kinds has quotes and verbs enough,
/// and hardly a political event. A digest is judged section by section.
struct PublicMatter {
  /// Whether the article tells of an accident or of forces of nature.
  let tellsOfDisaster: Bool
  /// First tokens of the paragraphs, the words of each, and those of the section to which it belongs: of the whole article, where
  /// it is no digest.
  private let paragraphs: [Int]
  private let counts: [MatterCount]
  private let sections: [MatterCount]
  /// Whether the article as a whole has many words of public affairs.
  private let isClearlyPublic: Bool

  /// Fewer headings part an article, and do not make it a digest of several.
  private static let leastHeadings = 3

  private let lexicon: Lexicon

  init(_ tree: SyntaxTree, _ lexicon: Lexicon) {
    self.lexicon = lexicon
    let paragraphs = tree.document.paragraphs.isEmpty ? [0] : tree.document.paragraphs
    var counts = Array(repeating: MatterCount(), count: paragraphs.count)
    var number = 0
    var tellsOfDisaster = false
    for token in 0..<tree.document.tokenCount {
      let entry = tree.document.upos[token] == .propn ? tree.smallEntry(token) : tree.entry(token)
      while number + 1 < paragraphs.count, paragraphs[number + 1] <= token { number += 1 }
      counts[number].add(entry?.matter)
      if entry?.isOfDisasters == true { tellsOfDisaster = true }
    }
    self.paragraphs = paragraphs
    self.counts = counts
    self.tellsOfDisaster = tellsOfDisaster
    isClearlyPublic = counts.reduce(MatterCount(), +).isClearlyPublic
    sections = Self.sections(counts, startingAt: Self.headings(paragraphs, tree))
  }

  /// The numbers of the paragraphs that are headings: a few words without a mark at their end.
  private static func headings(_ paragraphs: [Int], _ tree: SyntaxTree) -> [Int] {
    paragraphs.indices.filter { number in
      let end = number + 1 < paragraphs.count ? paragraphs[number + 1] : tree.document.tokenCount
      return end > paragraphs[number] && end - paragraphs[number] <= 14 && tree.document.upos[end - 1] != .punct
    }
  }

  /// For each paragraph, the words of its section; in a digest a heading begins a new one.
  private static func sections(_ counts: [MatterCount], startingAt headings: [Int]) -> [MatterCount] {
    let starts = headings.count >= leastHeadings ? headings : []
    let bounds = [0] + starts.filter { $0 > 0 } + [counts.count]
    return zip(bounds, bounds.dropFirst()).flatMap { start, end in
      Array(repeating: counts[start..<end].reduce(MatterCount(), +), count: end - start)
    }
  }

  /// Why a draft is no political event; nil where it is one.
  func objection(to draft: EventDraft) -> String? {
    guard !draft.isMention, !lexicon.has(.reliefs, draft.event.rule) else { return nil }
    let event = draft.event
    let number = max(0, (paragraphs.firstIndex { $0 > draft.trigger.token } ?? paragraphs.count) - 1)
    let section = sections[number]
    func anybody(_ test: (Party) -> Bool) -> Bool {
      event.actors.contains(where: test) || event.recipients.contains(where: test)
    }
    guard section.isPublic || isOfOffice(event, section) else {
      if anybody(\.isOfState), Self.publicDeeds.contains(event.type) || counts[number].isPublicParagraph { return nil }
      return "the article is about nothing political"
    }
    if section.isOfMishap, Self.isPartOfMishap(event) {
      return "the article is about an accident, a disease or the weather"
    }
    if isOfEmployer(event) { return "any employer may do it" }
    if event.type == .statement, isOfGauge(event) { return "it tells of nature" }
    guard !event.actors.isEmpty || !event.recipients.isEmpty else { return nil }
    // Whether a party is known by a post alone, which has some standing in an article that is clearly about public affairs: "a
    // spokeswoman for the site".
    func isSpokesman(_ party: Party) -> Bool { isClearlyPublic && party.role != nil && party.sector == nil }
    // Whether what a party says and does counts in this article: in one that is clearly about public affairs, so does everybody
    // with a name, except the press.
    func isHeard(_ party: Party) -> Bool {
      party.hasStanding || party.isOfSociety || isClearlyPublic && party.name != nil && party.sector != "JRN"
    }
    switch event.type {
    case .assault, .coerce, .sanction, .protest: return nil
    case .statement:
      let isPublic = anybody(isHeard) || anybody(isSpokesman) || isClearlyPublic && anybody(\.isOfCalling)
      return isPublic ? nil : Self.privateParties
    // Citizens who meet, praise or help each other do so every day.
    case .consult, .support, .agree, .cooperate, .aid, .concede:
      return anybody { $0.code != nil || (!$0.isOfSociety || $0.sector == "LAB") && isHeard($0) }
        ? nil : Self.privateParties
    default: return anybody { isHeard($0) || $0.code != nil || isSpokesman($0) } ? nil : Self.privateParties
    }
  }

  /// "The company fired its director": an employer's own affair.
  private func isOfEmployer(_ event: Event) -> Bool {
    lexicon.has(.dismissals, event.rule)
      && event.actors.contains { ["BUS", "EDU", "MED", "AGR"].contains($0.sector ?? "") || $0.code == "MNC" }
      && !event.recipients.contains(where: \.isOfState)
  }

  /// "According to the Bureau of Meteorology": measurements, and no politics.
  private func isOfGauge(_ event: Event) -> Bool {
    !event.actors.isEmpty
      && event.actors.allSatisfy { party in
        (party.name ?? party.text).split(separator: " ").contains { lexicon.has(.gauges, $0.lowercased()) }
      }
  }

  /// "The governor said", "the police denied it": the word of those who serve a state is public whatever else the article tells, and
  /// so is what a government gives in a flood. Of 303 such words in 1,600 articles readers had recorded 57 %.
  private func isOfOffice(_ event: Event, _ section: MatterCount) -> Bool {
    switch event.type {
    case .aid:
      section.isMostlyOfNature && event.actors.contains { $0.code != nil && ["GOV", "LEG"].contains($0.sector) }
    case .statement:
      event.actors.contains { $0.code != nil && ($0.isOfState || $0.sector == "MED") } && !isOfGauge(event)
    default: event.type.isSpeechAct && event.actors.contains { $0.code != nil && $0.isOfState }
    }
  }

  /// Whether an event is nobody's act of politics where an accident, a disease or the weather is told: harm that nobody is said to
  /// have done, and what witnesses, doctors and firms do.
  private static func isPartOfMishap(_ event: Event) -> Bool {
    // Health ministers, too, have standing.
    func isPublic(_ party: Party) -> Bool {
      party.hasStanding || party.code.map(PartyCode.nonState.contains) ?? false
        || party.sector == "MED" && party.code != nil && party.role != nil
    }
    return switch event.type {
    case .assault: event.actors.isEmpty
    // "The driver was arrested."; and what is said of it is told like any other word.
    case .protest, .coerce, .sanction, .statement: false
    // "Residents were told to leave."
    default: !event.actors.isEmpty && !event.actors.contains(where: isPublic)
    }
  }

  /// What a state does or suffers is public in an article about anything. Its other dealings are those of a firm: it buys, visits
  /// and pays for things.
  private static let publicDeeds: Set<EventType> = [.assault, .coerce, .sanction, .protest, .mobilize, .retreat]

  private static let privateParties = "those who take part have no standing in public affairs"
}

extension Party {
  /// Whether it acts for a state or fights one.
  var isOfState: Bool { sector.map(Self.stateSectors.contains) ?? false }

  /// Whether what it says and does is of itself political: a state, its servants, those who fight it, organisations of states and
  /// for the public good.
  var hasStanding: Bool {
    if isOfState { return true }
    switch sector {
    case nil: return code != nil && code != "MNC"
    case "ELI", "PTY": return true
    case "JRN", "BUS": return false
    default: return code.map(PartyCode.nonState.contains) ?? false
    }
  }

  /// Whether it has a calling that serves the public: doctors, teachers, students, farmers.
  var isOfCalling: Bool { ["EDU", "MED", "AGR"].contains(sector) }

  /// Whether it speaks for a part of society: citizens, believers, workers, the accused.
  var isOfSociety: Bool { sector.map(Self.societySectors.contains) ?? false }

  private static let stateSectors: Set<String> = [
    "GOV", "MIL", "LEG", "JUD", "COP", "SPY", "OPP", "REB", "PRM", "UAF",
  ]
  private static let societySectors: Set<String> = ["CVL", "REL", "SOC", "LAB", "CRM", "REF", "NGO"]
}
