import Linguistics

// What the words of an unknown body's name tell, besides the words for roles.
extension EntityBuilder {
  /// "Radio Bergen", "the Bergen Herald", "Friends of the River".
  func sectorByWords(of name: Range<Int>) -> String? {
    guard let last = name.last else { return nil }
    let isChannel = document.bytes(last).suffix(2).elementsEqual("TV".utf8)
    guard name.count > 1 || isChannel else { return nil }
    if Self.titlesOfPress.contains(document.word(last)) || Self.firstOfPress.contains(document.word(name.lowerBound)) {
      return "JRN"
    }
    // "the Archdiocese of Bergen"
    if document.word(name.lowerBound).hasSuffix("diocese") { return "REL" }
    if Self.companies.contains(document.word(last)) { return "BUS" }
    if Self.forces.contains(document.word(last)) { return "MIL" }
    if Self.associationWords.contains(document.word(last)) || name.dropLast().contains(where: isForCause) {
      return "SOC"
    }
    if isChannel { return "JRN" }
    if name.count > 2, Self.members.contains(document.word(name.lowerBound)),
      ["of", "for", "against", "in", "without"].contains(document.word(name.lowerBound + 1))
    {
      return "SOC"
    }
    // "the Norwegian Coalition Against Terror"
    return name.dropFirst().contains { ["against", "without"].contains(document.word($0)) } ? "SOC" : nil
  }

  /// Last words of the names of papers, stations and their programmes.
  private static let titlesOfPress: Set<String> = [
    "tv", "herald", "tribune", "gazette", "chronicle", "telegraph", "broadcasting", "radio", "news", "times",
    "journal", "show", "sentinel", "inquirer", "enquirer", "examiner", "courier", "bulletin", "dispatch", "globe",
    "observer", "post", "press", "mirror", "advertiser",
  ]

  /// Last words of the names of companies.
  private static let companies: Set<String> = [
    "inc", "ltd", "llc", "plc", "corp", "gmbh", "holdings", "airlines", "airways", "motors", "pharmaceuticals",
    "industries", "technologies", "electronics", "enterprises", "petroleum", "foods", "telecom", "insurance",
    "breweries", "hotels", "stores", "resorts", "laboratories", "semiconductor", "shipyards", "steel", "refining",
  ]

  /// Last words of the names of parts of an army.
  private static let forces: Set<String> = ["battalion", "brigade", "regiment", "squadron", "infantry"]

  /// Last words of the names of associations.
  private static let associationWords: Set<String> = [
    "rights", "watch", "relief", "campaign", "initiative", "voices", "society", "forum", "lobby", "scouts",
  ]

  /// "the Centre for River Studies", "the Coalition to Save the River": a body that works for or on something.
  private func isForCause(_ token: Int) -> Bool {
    let next = document.word(token + 1)
    switch document.word(token) {
    case "center", "centre": return ["for", "on", "against"].contains(next)
    case "coalition", "alliance", "campaign": return ["for", "to", "against"].contains(next)
    default: return false
    }
  }

  private static let firstOfPress: Set<String> = ["radio", "television"]

  /// First words of the names of associations of those of whom they consist.
  private static let members: Set<String> = [
    "friends", "families", "victims", "mothers", "citizens", "parents", "people", "students", "women", "veterans",
    "neighbours", "neighbors", "mums", "moms", "residents", "relatives", "survivors", "americans",
  ]

  /// What a council of a field is: "the National Youth Council" SOC, "the Trades Hall Council" LAB.
  func sectorOfCouncil(_ name: Range<Int>) -> String? {
    guard isPrivateCouncil(name) else { return nil }
    let words = Set(name.map(document.word))
    if !words.isDisjoint(with: ["trades", "workers", "labour", "labor"]) { return "LAB" }
    if !words.isDisjoint(with: ["business", "industry"]) { return "BUS" }
    if !words.isDisjoint(with: ["church", "churches", "christian", "muslim", "islamic", "jewish"]) { return "REL" }
    if !words.isDisjoint(with: ["medical", "nursing"]) { return "MED" }
    return "SOC"
  }

  /// "the Norwegian government's Data Inspection": whose it is tells what it is.
  func isOwnedByState(_ phrase: NounPhrase) -> Bool {
    reader.index.children(of: phrase.head).contains { child in
      document.relations[child] == .nmodPossessive && names.role(at: child)?.role.title == "government"
    }
  }

  /// "the New Jersey Board of Cosmetology"
  func isBoardOfAmericanState(_ name: Range<Int>) -> Bool {
    let first = document.form(name.lowerBound)
    guard name.count > 1 else { return false }
    let isOne = UnitedStates.isClearState(first)
    let isTwo = name.count > 2 && UnitedStates.divisions[first + " " + document.form(name.lowerBound + 1)] != nil
    guard isOne || isTwo else { return false }
    let next = name.lowerBound + (isTwo ? 2 : 1)
    return next + 1 < name.upperBound && document.word(next + 1) == "of"
      && ["board", "commission", "department", "division", "bureau", "office", "agency"].contains(document.word(next))
  }
}
