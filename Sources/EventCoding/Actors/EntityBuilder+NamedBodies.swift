import Linguistics

// What the words of an unknown body's name tell, besides the words for roles.
extension EntityBuilder {
  /// "Radio Bergen", "the Bergen Herald", "Friends of the River".
  func sectorByWords(of name: Range<Int>) -> String? {
    guard let last = name.last else { return nil }
    let isChannel = document.bytes(last).suffix(2).elementsEqual("TV".utf8)
    guard name.count > 1 || isChannel else { return nil }
    if tables.roles.has(.pressEndings, document.word(last))
      || tables.roles.has(.pressBeginnings, document.word(name.lowerBound))
    {
      return "JRN"
    }
    // "the Archdiocese of Bergen"
    if document.word(name.lowerBound).hasSuffix("diocese") { return "REL" }
    if tables.roles.has(.companyEndings, document.word(last)) { return "BUS" }
    if tables.roles.has(.forceEndings, document.word(last)) { return "MIL" }
    if tables.roles.has(.associationEndings, document.word(last)) || name.dropLast().contains(where: isForCause) {
      return "SOC"
    }
    if isChannel { return "JRN" }
    // "the Norwegian Coalition Against Terror"
    return name.dropFirst().contains { ["against", "without"].contains(document.word($0)) } ? "SOC" : nil
  }

  /// "Citizens Against Government Waste": an association of those of whom it consists, whatever it is against.
  func isOfMembers(_ name: Range<Int>) -> Bool {
    name.count > 2 && tables.roles.has(.associationBeginnings, document.word(name.lowerBound))
      && ["of", "for", "against", "in", "without"].contains(document.word(name.lowerBound + 1))
  }

  /// "the Centre for River Studies", "the Coalition to Save the River": a body that works for or on something.
  private func isForCause(_ token: Int) -> Bool {
    let next = document.word(token + 1)
    switch document.word(token) {
    case "center", "centre": return ["for", "on", "against"].contains(next)
    case "coalition", "alliance", "campaign": return ["for", "to", "against"].contains(next)
    default: return false
    }
  }

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
