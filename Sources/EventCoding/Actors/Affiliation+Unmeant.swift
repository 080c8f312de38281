import Linguistics

// Names before a role that do not tell whose it is: what somebody works on, thinks or is for.
extension EntityBuilder {
  /// "Amnesty's Myanmar specialist", "a Russia expert": a country that somebody works on, and is not of.
  func isField(_ found: Affiliation, of role: NameAnalysis.RoleHit, after employer: Affiliation?) -> Bool {
    guard found.actor >= 0, tables.actors[found.actor].kind == .country,
      found.tokens.upperBound == role.tokens.lowerBound,
      let hit = names.hit(at: found.tokens.lowerBound), hit.sense.form == .name,
      !LetterCase(document.bytes(found.tokens.lowerBound)).allHigh
    else { return false }
    if Self.students.contains(role.role.title) { return true }
    guard let employer, employer.actor >= 0 else { return false }
    return Self.employers.contains(tables.actors[employer.actor].kind)
  }

  /// Those who have a field and not only a nationality.
  private static let students: Set<String> = [
    "specialist", "expert", "analyst", "researcher", "scholar", "historian", "correspondent",
  ]

  /// "the European Affairs Minister": with whom he deals, and not whose he is.
  func isFieldOfAffairs(_ hit: NameAnalysis.Hit) -> Bool {
    hit.sense.form == .adjective && hit.tokens.upperBound < document.tokenCount
      && document.word(hit.tokens.upperBound) == "affairs"
  }

  /// "Conservative scholars said", a sentence begins: what they think, and no party of theirs.
  func isMindset(_ hit: NameAnalysis.Hit, of role: NameAnalysis.RoleHit) -> Bool {
    tables.actors[hit.sense.actor].kind == .party && hit.sense.form == .adjective && hit.tokens.count == 1
      && document.sentences.contains { $0.lowerBound == hit.tokens.lowerBound }
      && ["EDU", "JRN", "REL", "BUS"].contains(role.role.sector)
  }

  /// Whether a name is part of "Iran-backed", "pro-Russian" and the like, which say nothing of nationality.
  func isCompoundAdjective(_ tokens: Range<Int>) -> Bool {
    func isHyphen(_ token: Int) -> Bool {
      document.starts.indices.contains(token) && document.bytes(token).elementsEqual("-".utf8)
    }
    if tokens.upperBound < document.tokenCount, document.bytes(tokens.upperBound).elementsEqual("based".utf8) {
      return true
    }
    // "NATO-led troops" are NATO's.
    if isHyphen(tokens.upperBound), tokens.upperBound + 1 < document.tokenCount,
      document.word(tokens.upperBound + 1) != "led"
    {
      switch document.upos[tokens.upperBound + 1] {
      case .verb, .adj, .noun, .adv: return names.hit(at: tokens.upperBound + 1) == nil
      default: break
      }
    }
    guard tokens.lowerBound >= 2, isHyphen(tokens.lowerBound - 1) else { return false }
    return ["pro", "anti", "non", "ex"].contains(
      document.word(tokens.lowerBound - 2))
  }
}
