import Linguistics

// What the words of an unknown body's name tell, besides the words for roles.
extension EntityBuilder {
  /// "Radio Bergen", "the Bergen Herald", "Friends of the River".
  func sectorByWords(of name: Range<Int>) -> String? {
    guard let last = name.last, name.count > 1 || document.bytes(last).suffix(2).elementsEqual("TV".utf8) else {
      return nil
    }
    if Self.titlesOfPress.contains(document.word(last)) || Self.firstOfPress.contains(document.word(name.lowerBound)) {
      return "JRN"
    }
    let word = document.bytes(last)
    if word.count > 2, word.suffix(2).elementsEqual("TV".utf8) { return "JRN" }
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
    "journal", "show",
  ]

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
    let isOne = first.utf8.count > 3 && UnitedStates.divisions[first] != nil && first != "Washington"
    let isTwo = name.count > 2 && UnitedStates.divisions[first + " " + document.form(name.lowerBound + 1)] != nil
    guard isOne || isTwo else { return false }
    let next = name.lowerBound + (isTwo ? 2 : 1)
    return next + 1 < name.upperBound && document.word(next + 1) == "of"
      && ["board", "commission", "department", "division", "bureau", "office", "agency"].contains(document.word(next))
  }
}
