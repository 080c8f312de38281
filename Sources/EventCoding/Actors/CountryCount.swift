import Linguistics
import NewsModel

/// How often an article names each country, itself or by one of its bodies, persons and places.
struct CountryCount: Sendable {
  /// Times by ISO 3166-1 alpha-3 code. Parties are left out: "Labour" and "the Conservatives" are of many countries.
  let times: [String: Int]
  /// Those that are named by more than one person's name, so that one namesake does not bring in his country.
  let told: Set<String>
  /// Where each is named, in the order of the text.
  private let mentions: [(token: Int, code: String)]

  init(_ names: NameAnalysis, _ document: Document, _ tables: EntityTables) {
    var mentions: [(token: Int, code: String)] = []
    var told: Set<String> = []
    var persons: [String: Int32] = [:]
    for hit in names.hits {
      let actor = tables.actors[hit.sense.actor]
      guard actor.kind != .party, let code = actor.code, tables.actors.country(code) != nil else { continue }
      mentions.append((hit.tokens.lowerBound, code))
      if actor.kind != .person || persons[code].map({ $0 != hit.sense.actor }) ?? false { told.insert(code) }
      persons[code] = hit.sense.actor
    }
    let named = Set(mentions.map(\.code))
    for name in document.names where name.label == .geopolitical || name.label == .location {
      guard !name.tokens.isEmpty, name.tokens.upperBound <= document.tokenCount,
        name.tokens.allSatisfy({ names.hit(at: $0) == nil })
      else { continue }
      let isInState = names.isBeforeState(name.tokens.upperBound, document)
      guard let code = isInState ? "USA" : Self.country(of: name.tokens, among: named, document, tables.places) else {
        continue
      }
      mentions.append((name.tokens.lowerBound, code))
      told.insert(code)
    }
    self.told = told
    mentions.sort { $0.token < $1.token }
    self.mentions = mentions
    times = mentions.reduce(into: [:]) { $0[$1.code, default: 0] += 1 }
  }

  /// The country of a town or region; of namesakes the one in a country that is named, else one far greater than the others.
  private static func country(
    of name: Range<Int>, among named: Set<String>, _ document: Document, _ gazetteer: Gazetteer
  ) -> String? {
    let places = gazetteer.places(document.folded(name))
    guard let first = places.first, first.kind == .city || first.kind == .region else { return nil }
    if let known = places.first(where: { $0.country.map(named.contains) == true }) { return known.country }
    let rival = places.first { $0.country != first.country }
    return rival.map { $0.population * Self.clearly < first.population } ?? true ? first.country : nil
  }

  /// How many times more people a place has than its namesakes abroad that is meant without a word of its country.
  private static let clearly = 4

  /// The country that most of them name, twice as often as any other.
  var home: String? {
    let total = times.values.reduce(0, +)
    guard let (code, count) = times.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) else { return nil }
    let second = times.filter { $0.key != code }.values.max() ?? 0
    return count * 2 >= total && count >= second * 2 ? code : nil
  }

  /// The only country that some words name; nil where they name none or several.
  func only(in tokens: Range<Int>) -> String? {
    let codes = Set(mentions.lazy.filter { tokens.contains($0.token) }.map(\.code))
    return codes.count == 1 ? codes.first : nil
  }

  /// The country that they name more often than all others together.
  var main: String? {
    let total = times.values.reduce(0, +)
    return times.first { $0.value * 2 > total }?.key
  }
}
