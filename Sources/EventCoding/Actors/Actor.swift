/// One whom the tables know by name.
package struct Actor: Sendable, Hashable {
  /// The sections of actors.txt.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case country, region, organisation, body, medium, group, company, party, person
  }

  /// Canonical name.
  package var name: String
  /// ISO 3166-1 alpha-3 or PLOVER's IGO, UNO, EUR, NGO, IMG, MNC, ISM; nil for constructs such as "the West".
  package var code: String?
  /// PLOVER sector.
  package var sector: String?
  package var kind: Kind
  package var gender: Gender?
  /// What a person was, and when; newest or most telling first.
  package var offices: [Office] = []
  /// Name of the organisation a person's offices belong to, where it is not the country of `code`.
  var organisation: String?
  /// What a person is called without the first name.
  var shortNames: [String] = []
  /// Places that stand for a country's government, its capital first.
  var seats: [String] = []
}

/// What a title, a first name or the tables say of a person's gender; chooses between "he" and "she".
package enum Gender: String, Sendable, Hashable, CaseIterable {
  case male = "m"
  case female = "f"
}

/// An office with its time.
package struct Office: Sendable, Hashable {
  /// In lower case, as roles.txt has it: "prime minister".
  package var title: String
  /// The code of the country or organisation it belongs to, where that is not the person's.
  package var code: String?
  package var from: Month
  /// Last month in office; `Month.max` while it lasts.
  package var to: Month

  /// Whoever holds one of these is known all over the world.
  static let highest: Set<String> = [
    "president", "prime minister", "chancellor", "king", "queen", "emperor", "pope", "supreme leader", "leader",
    "premier",
  ]

  func isHeld(in month: Month) -> Bool { from <= month && month <= to }
}

/// A month of a year: as exact as news needs an office to be.
package struct Month: Sendable, Hashable, Comparable {
  /// Year × 12 + month − 1.
  package let index: Int

  package init(year: Int, month: Int) { index = year * 12 + month - 1 }

  package static let max = Month(year: 9999, month: 12)

  package static func < (a: Month, b: Month) -> Bool { a.index < b.index }
}

/// The codes that the tables may use. Source: PLOVER 0.8, tables "International Non-state actor names" and "Sector Codes".
package enum PartyCode {
  /// Actors that are no country.
  package static let nonState: Set<String> = ["IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"]

  package static let sectors: Set<String> = [
    "COP", "GOV", "JUD", "LEG", "MIL", "PRM", "PTY", "REB", "SPY", "UAF", "UNK", "AGR", "BUS", "CRM", "CVL", "EDU",
    "ELI",
    "JRN", "LAB", "MED", "REF", "OPP", "PRE", "REL", "SOC",
  ]
}
