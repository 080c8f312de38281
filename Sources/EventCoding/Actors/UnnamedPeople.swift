import Linguistics
import NewsModel

/// People without a name who are of the country in which the article has them act: "protesters", "the students".
///
/// Of which country, is told by the same word elsewhere in the article ("Chilean students", then "the students"), by where their
/// sentence says that something is ("the protesters marched in Bergen"), or by the country of the article, else the only one in
/// which it says that anything is. Those who may be from anywhere (tourists, hostages, passengers, the press, soldiers) stay without.
struct UnnamedPeople: Sendable {
  /// Country by the words that mean them.
  private var codes: [Span: String] = [:]

  var isEmpty: Bool { codes.isEmpty }

  init(_ builder: EntityBuilder, told: ToldCountries, home: String?, firstHeads: [Int: Int]) {
    var found: [Int: String] = [:]
    let sentences = Self.sentences(in: builder)
    for (index, head) in firstHeads {
      let entity = builder.entities[index]
      guard entity.name == nil, entity.code == nil, entity.actor < 0, entity.affiliation < 0,
        let title = entity.titles.first, let kind = Self.kind(title, entity.sector, builder.tables.roles)
      else { continue }
      let places = Set(
        (sentences[Int32(index)] ?? []).compactMap { builder.countries.place(in: builder.document.sentences[Int($0)]) })
      let code: String?
      switch told.nationality(called: title, entity.sector) {
      case .one(let own) where kind == .armed && !Self.isOneOf(own, entity.sector, head, in: builder): code = nil
      case .one(let own) where kind != .guest || builder.isDefinite(builder.reader.phrase(at: head)): code = own
      case .one, .several: code = nil
      case .none where kind == .armed && !Self.isOfThere(entity, title, head, in: builder): code = nil
      case .none where kind == .guest || Self.isOfSomebody(head, in: builder): code = nil
      case .none where places.count == 1: code = places.first
      case .none where places.isEmpty:
        let named = builder.countries.named(in: builder.document.sentences[Int(builder.sentenceOfToken[head])])
        code = named.isEmpty || home.map(named.contains) ?? false ? home ?? builder.countries.scene : nil
      case .none: code = nil
      }
      found[index] = code
    }
    guard !found.isEmpty else { return }
    for referent in builder.mentions.flatMap(\.referents) {
      if let code = found[Int(referent.entity)] { codes[builder.document.span(referent.tokens)] = code }
    }
  }

  /// The country of a party without a name.
  func code(of party: Party) -> String? { party.name == nil ? codes[party.span] : nil }

  private enum Kind {
    case native
    /// Those who may be from anywhere: "hostages", "tourists", "reporters".
    case guest
    /// Those of whom there are several in a war: "the insurgents", "the army".
    case armed
  }

  /// What the word for them says of where they live; nil where it says nothing.
  private static func kind(_ title: String, _ sector: String?, _ roles: RoleTable) -> Kind? {
    switch sector {
    case "GOV", "COP", "JUD", "LEG", "EDU", "LAB", "AGR", "MED", "PTY", "OPP", "SOC", "REL": return .native
    case "JRN": return .guest
    case "REB", "UAF", "CRM", "MIL": return .armed
    case "CVL": return roles.has(.strangers, title) ? .guest : .native
    default: return nil
    }
  }

  /// "Former employees of Acme", "a citizen of another country": whose they are is told, though not where that is.
  private static func isOfSomebody(_ head: Int, in builder: EntityBuilder) -> Bool {
    builder.reader.index.children(of: head).contains { child in
      guard child > head, ["of", "from"].contains(builder.reader.preposition(of: child) ?? "") else { return false }
      return builder.reader.phrase(at: child).tokens.contains {
        builder.document.upos[$0] == .propn || ["country", "countries", "nations"].contains(builder.document.word($0))
      }
    }
  }

  /// Whether an army or armed group without a country may be that of the only one told of: not "foreign troops", nor "a
  /// soldier", nor "the army" in an article about another country.
  private static func isOneOf(_ code: String, _ sector: String?, _ head: Int, in builder: EntityBuilder) -> Bool {
    guard builder.isDefinite(builder.reader.phrase(at: head)), !isForeign(head, in: builder) else { return false }
    let home = builder.homeCountry.flatMap { builder.tables.actors[$0].code }
    return sector != "MIL" || home == nil || home == code
  }

  /// Whether an armed group is of the country in which it fights: soldiers may be from abroad, as may a single gunman, terrorists,
  /// "foreign fighters" and whoever is unknown.
  private static func isOfThere(_ entity: Entity, _ title: String, _ head: Int, in builder: EntityBuilder) -> Bool {
    entity.sector == "REB" && entity.kind != .person && !isForeign(head, in: builder)
      && !builder.tables.roles.has(.strangers, title)
  }

  /// "foreign fighters", "the coalition's troops"
  private static func isForeign(_ head: Int, in builder: EntityBuilder) -> Bool {
    builder.reader.phrase(at: head).tokens.contains {
      builder.tables.roles.has(.foreignForces, builder.document.word($0))
    }
  }

  /// The sentences in which everybody is meant.
  private static func sentences(in builder: EntityBuilder) -> [Int32: Set<Int32>] {
    builder.mentions.reduce(into: [:]) { result, mention in
      for referent in mention.referents {
        result[referent.entity, default: []].insert(builder.sentenceOfToken[mention.head])
      }
    }
  }
}
