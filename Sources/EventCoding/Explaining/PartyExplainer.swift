import Linguistics
import NewsModel

/// Tells how the words of a party were resolved.
struct PartyExplainer {
  private let resolver: EntityResolver
  private let home: HomeCountry?

  init(resolver: EntityResolver) {
    self.resolver = resolver
    home = HomeCountry(resolver.builder)
  }

  private var document: Document { resolver.document }
  private var builder: EntityBuilder { resolver.builder }

  func step(_ part: String, _ party: Party) -> Explanation.Step {
    let code = [party.code, party.sector].compactMap { $0 }.joined(separator: "/")
    let result = [party.name, code.isEmpty ? nil : "(\(code))"].compactMap { $0 }.joined(separator: " ")
    return Explanation.Step(
      part: part, words: party.text, result: result.isEmpty ? "nobody known" : result, how: how(party))
  }

  private func how(_ party: Party) -> String {
    if let reason = party.unresolved { return reason }
    let tokens = (0..<document.tokenCount).filter { document.span($0).overlaps(party.span) }
    guard let first = tokens.first else { return "" }
    if tokens.count == 1, document.upos[first] == .pron || document.xpos[first] == .prpPossessive {
      return "a pronoun that looks back on “\(party.name ?? party.code ?? "somebody without a name")”"
    }
    var reasons: [String] = []
    for token in tokens {
      for reason in [hit(token), role(token)].compactMap({ $0 }) where !reasons.contains(reason) {
        reasons.append(reason)
      }
    }
    if let person = person(tokens) { reasons.append(person) }
    if reasons.isEmpty {
      reasons.append(
        "a name of the text that no table knows"
          + (party.name == nil || party.name == party.text ? "" : "; the full name stands before"))
    }
    if home?.isGiven(to: party) == true { reasons.append("of the country of which the article tells") }
    if party.sector == Criminals.sector, let id = entity(first), builder.entities[id].kind == .person,
      builder.entities[id].sector == nil
    {
      reasons.append("a criminal by what this article tells of deeds and verdicts")
    }
    return reasons.joined(separator: "; ")
  }

  /// What the table of actors says of a name.
  private func hit(_ token: Int) -> String? {
    guard let hit = builder.names.hit(at: token) else { return nil }
    let actor = resolver.tables.actors[hit.sense.actor]
    let words = document.string(document.span(hit.tokens))
    switch hit.sense.form {
    case .name: return "“\(words)” is a name of \(actor.name) in the table of actors"
    case .adjective: return "“\(words)” is the adjective of \(actor.name)"
    case .people: return "“\(words)” is the people of \(actor.name)"
    case .seat: return "“\(words)” stands for the government of \(actor.name)"
    }
  }

  /// What the table of roles says of a word.
  private func role(_ token: Int) -> String? {
    guard let hit = builder.names.role(at: token) else { return nil }
    let words = document.string(document.span(hit.tokens))
    let sector = hit.role.sector.map { "the sector \($0)" }
    let code = hit.role.code.map { "the code \($0)" }
    let gives = [sector, code].compactMap { $0 }
    return "“\(words)” is a word for a role" + (gives.isEmpty ? "" : " and gives \(gives.joined(separator: " and "))")
  }

  /// What is known of a person named by the tokens.
  private func person(_ tokens: [Int]) -> String? {
    guard let token = tokens.first(where: { builder.person(at: $0) != nil }), let id = entity(token) else { return nil }
    let entity = builder.entities[id]
    guard entity.actor >= 0 else { return "a person whom only the text knows" + affiliation(entity) }
    let actor = resolver.tables.actors[entity.actor]
    guard let month = builder.month, !actor.offices.isEmpty else { return "\(actor.name) of the table of actors" }
    let held = actor.offices.filter { $0.isHeld(in: month) }.map(\.title)
    return "\(actor.name) of the table of actors, in the article's month "
      + (held.isEmpty ? "in no office" : held.joined(separator: ", "))
  }

  private func affiliation(_ entity: Entity) -> String {
    entity.affiliation >= 0 ? ", who belongs to \(resolver.tables.actors[entity.affiliation].name)" : ""
  }

  private func entity(_ token: Int) -> Int? {
    let mention = builder.wholeMention(of: token)
    guard mention >= 0, let referent = builder.mentions[Int(mention)].referents.first else { return nil }
    return Int(referent.entity)
  }
}
