import Linguistics
import NewsModel

// Names and ranks that mean something else in this article than in the tables.
extension NameAnalysis {
  /// A sergeant is of the army where the article speaks of armies, of the police where of police; where of
  /// neither, an officer is of the police and a sergeant of neither.
  mutating func settleRanks(_ actors: ActorTable) {
    guard roles.contains(where: \.role.isRank) else { return }
    let sectors = roles.filter { !$0.role.isRank }.map(\.role.sector) + hits.map { actors[$0.sense.actor].sector }
    let armed = (army: sectors.count { $0 == "MIL" }, police: sectors.count { $0 == "COP" })
    for index in roles.indices where roles[index].role.isRank {
      // Armies have none, and schools have.
      if roles[index].role.title == "superintendent" {
        roles[index].role.sector = armed.police > 0 ? "COP" : nil
        continue
      }
      if armed.army == 0, armed.police == 0 {
        if roles[index].role.sector == "MIL" { roles[index].role.sector = nil }
      } else {
        roles[index].role.sector = armed.army >= armed.police ? "MIL" : "COP"
      }
    }
  }

  /// "EFF" where the article names the Estonian Farmers' Federation is that, and not what the tables know by these letters.
  mutating func dropForeignAcronyms(_ document: Document) {
    let unknown = spans.filter { span in
      span.label == .organisation && span.tokens.count > 2
        && span.tokens.allSatisfy { hit(at: $0).map { $0.tokens.count == 1 } ?? true }
    }
    let long = hits.filter { $0.tokens.count > 2 && $0.sense.form == .name }.map(\.tokens)
    let acronyms = Set((unknown.map(\.tokens) + long).map(document.initials))
    guard !acronyms.isEmpty else { return }
    let foreign = hits.filter { hit in
      hit.tokens.count == 1 && acronyms.contains(Array(document.bytes(hit.tokens.lowerBound)))
        && !hits.contains { $0.tokens.count > 2 && $0.sense.actor == hit.sense.actor }
    }
    for hit in foreign { hitOfToken[hit.tokens.lowerBound] = -1 }
    hits.removeAll(where: Set(foreign).contains)
    renumber()
  }

  /// "Austria", after "Steve Austria": a person by the surname, where it does not stand for a place.
  mutating func dropSurnames(_ document: Document, _ actors: ActorTable) {
    var surnames: [[UInt8]: Int] = [:]
    for span in spans where span.label == .person && span.tokens.count > 1 {
      guard let last = span.tokens.last, hitOfToken[last] < 0, surnames[Array(document.bytes(last))] == nil else {
        continue
      }
      surnames[Array(document.bytes(last))] = last
    }
    guard !surnames.isEmpty else { return }
    for hit in hits where hit.tokens.count == 1 && hit.sense.form == .name && actors[hit.sense.actor].kind == .country {
      let token = hit.tokens.lowerBound
      guard hitOfToken[token] >= 0, let named = surnames[Array(document.bytes(token))], named < token,
        token == 0 || document.upos[token - 1] != .adp
      else { continue }
      hitOfToken[token] = -1
      surnameTokens.insert(token)
    }
    hits.removeAll { surnameTokens.contains($0.tokens.lowerBound) }
    renumber()
  }

  private mutating func renumber() {
    for (index, hit) in hits.enumerated() {
      for token in hit.tokens { hitOfToken[token] = Int32(index) }
    }
  }

  /// "Georgia" is the American state in an article that names the United States and nothing else of the country on the Black
  /// Sea, nor its neighbours. Tells whether it is.
  mutating func dropAmericanGeorgia(_ actors: ActorTable, _ times: [String: Int]) -> Bool {
    let georgias = hits.filter { actors[$0.sense.actor].code == "GEO" }
    guard !georgias.isEmpty, times["USA"] != nil,
      georgias.allSatisfy({ $0.sense.form == .name && actors[$0.sense.actor].name == "Georgia" }),
      ["RUS", "ARM", "AZE", "UKR", "MDA"].allSatisfy({ times[$0] == nil })
    else { return false }
    for token in georgias.flatMap(\.tokens) { hitOfToken[token] = -1 }
    hits.removeAll(where: Set(georgias).contains)
    renumber()
    return true
  }

  /// Takes back the names of persons of the tables in an article that says nothing else of their countries: a minister's
  /// namesake; and the letters of parties of such countries. Who was at the head of a state, or is known without an office, is
  /// known everywhere. Tells whether any was.
  mutating func dropNamesakes(_ actors: ActorTable, told: Set<String>) -> Bool {
    guard !told.isEmpty else { return false }
    let inFull = Set(hits.filter { $0.tokens.count > 1 }.map(\.sense.actor))
    let namesakes = hits.filter { hit in
      let actor = actors[hit.sense.actor]
      // "BNP" in an article that names neither Bangladesh nor the party in full
      if actor.kind == .party || actor.kind == .group, hit.tokens.count == 1, let code = actor.code,
        !told.contains(code),
        actors.country(code) != nil
      {
        return isAllHigh(hit.tokens.lowerBound) && !inFull.contains(hit.sense.actor)
      }
      guard actor.kind == .person, let code = actor.code, !told.contains(code), actors.country(code) != nil else {
        return false
      }
      return !actor.offices.isEmpty && !actor.offices.contains { Office.highest.contains($0.title) }
    }
    guard !namesakes.isEmpty else { return false }
    for token in namesakes.flatMap(\.tokens) { hitOfToken[token] = -1 }
    hits.removeAll(where: Set(namesakes).contains)
    renumber()
    return true
  }
}
