/// One whom the tables know by name.
struct Actor: Sendable, Hashable {
  enum Kind: String, Sendable, Hashable, CaseIterable {
    case country, region, organisation, body, medium, group, company, party, person

    /// Whether the pronoun "he" or "she" can stand for it.
    var isPerson: Bool { self == .person }
  }

  /// Canonical name.
  var name: String
  /// ISO 3166-1 alpha-3 or PLOVER's IGO, UNO, EUR, NGO, IMG, MNC, ISM; nil for constructs such as "the West".
  var code: String?
  /// PLOVER sector.
  var sector: String?
  var kind: Kind
  var gender: Gender?
  /// What a person was, and when; newest or most telling first.
  var offices: [Office] = []
  /// Name of the organisation a person's offices belong to, where it is not the country of `code`.
  var organisation: String?
  /// What a person is called without the first name.
  var shortNames: [String] = []
  /// Places that stand for a country's government, its capital first.
  var seats: [String] = []
}

enum Gender: String, Sendable, Hashable, CaseIterable {
  case male = "m"
  case female = "f"
}

/// An office with its time.
struct Office: Sendable, Hashable {
  /// In lower case, as roles.txt has it: "prime minister".
  var title: String
  var from: Month
  /// Last month in office; `Month.max` while it lasts.
  var to: Month

  func isHeld(in month: Month) -> Bool { from <= month && month <= to }
}

/// A month of a year: as exact as news needs an office to be.
struct Month: Sendable, Hashable, Comparable {
  /// Year × 12 + month − 1.
  let index: Int

  init(year: Int, month: Int) { index = year * 12 + month - 1 }

  static let max = Month(year: 9999, month: 12)

  static func < (a: Month, b: Month) -> Bool { a.index < b.index }
}

/// The codes that the tables may use. Source: PLOVER 0.8, tables "International Non-state actor names" and "Sector Codes".
enum PartyCode {
  /// Actors that are no country.
  static let nonState: Set<String> = ["IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"]

  static let sectors: Set<String> = [
    "COP", "GOV", "JUD", "LEG", "MIL", "PRM", "PTY", "REB", "SPY", "UAF", "UNK", "AGR", "BUS", "CRM", "CVL", "EDU",
    "ELI",
    "JRN", "LAB", "MED", "REF", "OPP", "PRE", "REL", "SOC",
  ]
}
