/// The countries that an article tells of people by the words for them.
struct ToldCountries {
  enum Nationality {
    case none, several
    case one(String)
  }

  private var byTitle: [String: Set<String>] = [:]
  /// Soldiers with a country bear its name: "Chilean troops", then "the army".
  private var ofArmies: Set<String> = []
  private let actors: ActorTable

  init(_ builder: EntityBuilder) {
    actors = builder.tables.actors
    for entity in builder.entities {
      guard let code = entity.code else { continue }
      if entity.sector == "MIL" { ofArmies.insert(code) }
      guard entity.name == nil else { continue }
      for title in entity.titles { byTitle[title, default: []].insert(code) }
    }
  }

  /// The country of an officer whose own is not told: that of the only army of which the article tells.
  func army(of officer: Entity) -> String? {
    guard officer.kind == .person, officer.sector == "MIL", officer.code == nil, officer.actor < 0,
      officer.affiliation < 0, case .one(let code) = nationality(called: "", "MIL")
    else { return nil }
    return code
  }

  /// The country that the same word has elsewhere in the article.
  func nationality(called title: String, _ sector: String?) -> Nationality {
    let codes = sector == "MIL" ? ofArmies : byTitle[title] ?? []
    guard let first = codes.first else { return .none }
    return codes.count == 1 && actors.country(first) != nil ? .one(first) : .several
  }
}
