import Linguistics
import NewsModel

/// Tells public affairs from sport, science and entertainment: an article of the latter kind has quotes and verbs enough, and no
/// political events.
struct PublicMatter {
  /// Whether the article's words are about public affairs.
  let isPublic: Bool
  /// Whether it has many words of public affairs, and most of those that tell are.
  private let isClearlyPublic: Bool
  /// Whether it tells of an accident or of forces of nature.
  let tellsOfDisaster: Bool
  /// First tokens of the paragraphs, and which of them are about public affairs by themselves.
  private let paragraphs: [Int]
  private let isPublicParagraph: [Bool]

  /// Least share of public words among those that tell. Chosen on forty articles of all kinds, of which those with events for an
  /// analyst had 0.68 or more.
  private static let leastShare = 0.6
  /// Fewer words of public affairs do not make an article clearly one about them. Chosen on the same
  /// articles: with fewer, an obituary of a singer is one.
  private static let leastPublic = 6
  /// Fewer words of private matters say nothing.
  private static let leastPrivate = 3
  /// An article with fewer words of public affairs among so many is about none, whatever else it is about. Chosen on the articles
  /// of twelve sheets, of which two with events for an analyst and a third of the others had fewer.
  private static let leastDensity = 1.0 / 80
  /// A shorter text may do without.
  private static let leastLength = 130
  /// A paragraph with as many words of public affairs and hardly others is about them, whatever the article is about: how
  /// ministers answer to a price.
  private static let leastOfParagraph = (words: 4, share: 0.8)

  init(_ tree: SyntaxTree) {
    let paragraphs = tree.document.paragraphs.isEmpty ? [0] : tree.document.paragraphs
    var ofParagraph = Array(repeating: (public: 0, private: 0), count: paragraphs.count)
    var number = 0
    var tellsOfDisaster = false
    for token in 0..<tree.document.tokenCount {
      let entry = tree.document.upos[token] == .propn ? tree.smallEntry(token) : tree.entry(token)
      while number + 1 < paragraphs.count, paragraphs[number + 1] <= token { number += 1 }
      guard let entry else { continue }
      if entry.isOfDisasters { tellsOfDisaster = true }
      switch entry.matter {
      case .public: ofParagraph[number].public += 1
      case .private: ofParagraph[number].private += 1
      case nil: break
      }
    }
    self.paragraphs = paragraphs
    isPublicParagraph = ofParagraph.map { counts in
      counts.public >= Self.leastOfParagraph.words
        && Double(counts.public) >= Self.leastOfParagraph.share * Double(counts.public + counts.private)
    }
    let counts = ofParagraph.reduce(into: (public: 0, private: 0)) {
      $0 = ($0.public + $1.public, $0.private + $1.private)
    }
    let share = Double(counts.public) / Double(max(1, counts.public + counts.private))
    self.tellsOfDisaster = tellsOfDisaster
    isClearlyPublic = counts.public >= Self.leastPublic && share >= Self.leastShare
    let length = tree.document.tokenCount
    let isSparse = length >= Self.leastLength && Double(counts.public) < Self.leastDensity * Double(length)
    isPublic = !isSparse && (counts.private < Self.leastPrivate || share >= Self.leastShare)
  }

  /// Why a draft is no political event; nil where it is one.
  func objection(to draft: EventDraft) -> String? {
    guard !draft.isMention else { return nil }
    let event = draft.event
    func anybody(_ test: (Party) -> Bool) -> Bool {
      event.actors.contains(where: test) || event.recipients.contains(where: test)
    }
    guard isPublic else {
      if anybody(\.isOfState), Self.publicDeeds.contains(event.type) || isPublic(at: draft.trigger.token) { return nil }
      return "the article is about nothing political"
    }
    guard !event.actors.isEmpty || !event.recipients.isEmpty else { return nil }
    switch event.type {
    case .assault, .coerce, .sanction, .protest: return nil
    case .statement: return anybody(isHeard) || anybody(isSpokesman) ? nil : Self.privateParties
    // Citizens who meet, praise or help each other do so every day.
    case .consult, .support, .agree, .cooperate, .aid, .concede:
      return anybody { $0.code != nil || (!$0.isOfSociety || $0.sector == "LAB") && isHeard($0) }
        ? nil : Self.privateParties
    default: return anybody { isHeard($0) || $0.code != nil || isSpokesman($0) } ? nil : Self.privateParties
    }
  }

  private func isPublic(at token: Int) -> Bool {
    isPublicParagraph[max(0, (paragraphs.firstIndex { $0 > token } ?? paragraphs.count) - 1)]
  }

  /// What a state does or suffers is public in an article about anything. Its other dealings are those of a firm: it buys, visits
  /// and pays for things.
  private static let publicDeeds: Set<EventType> = [.assault, .coerce, .sanction, .protest, .mobilize, .retreat]

  /// Whether a party is known by a post alone, which has some standing in an article that is clearly about public affairs: "a
  /// spokeswoman for the site".
  private func isSpokesman(_ party: Party) -> Bool {
    isClearlyPublic && party.role != nil && party.sector == nil
  }

  /// Whether what a party says and does counts in this article: in one that is clearly about public affairs, so does everybody
  /// with a name, except the press.
  private func isHeard(_ party: Party) -> Bool {
    party.hasStanding || party.isOfSociety || isClearlyPublic && party.name != nil && party.sector != "JRN"
  }

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
    case "JRN", "BUS", "EDU", "MED", "LAB", "CVL", "AGR": return false
    default: return code.map(PartyCode.nonState.contains) ?? false
    }
  }

  /// Whether it speaks for a part of society: citizens, believers, workers, the accused.
  var isOfSociety: Bool { sector.map(Self.societySectors.contains) ?? false }

  private static let stateSectors: Set<String> = [
    "GOV", "MIL", "LEG", "JUD", "COP", "SPY", "OPP", "REB", "PRM", "UAF",
  ]
  private static let societySectors: Set<String> = ["CVL", "REL", "SOC", "LAB", "CRM", "REF", "NGO"]
}
