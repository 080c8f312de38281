import Linguistics
import NewsModel

/// How often an article names each country, itself or by one of its bodies, persons and places.
struct CountryCount: Sendable {
  /// A word that tells of a country.
  private struct Mention {
    /// The first token; −1 in the title.
    let token: Int
    let code: String
    /// Whether it is a newspaper's, and tells of its country only where nothing else tells of any.
    var isPress = false
    var isQuoted = false
    /// Whether something is there: "in Bergen".
    var isPlace = false
  }

  /// Times by ISO 3166-1 alpha-3 code. Parties are left out: "Labour" and "the Conservatives" are of many countries.
  let times: [String: Int]
  /// Those that are named by more than one person's name, so that one namesake does not bring in his country.
  let told: Set<String>
  /// Where each is named, in the order of the text.
  private let mentions: [Mention]
  /// The first sentence.
  private let lead: Range<Int>
  /// The country that most mentions name, twice as often as any other. What stands between quotation marks is only spoken of.
  let home: String?

  init(
    _ names: NameAnalysis, _ document: Document, _ tables: EntityTables, title: String? = nil, quoted: [Bool] = []
  ) {
    var mentions = title.map { Self.codes(inTitle: $0, tables.actors) }?.map { Mention(token: -1, code: $0) } ?? []
    var told = Set(mentions.map(\.code))
    var persons: [String: Int32] = [:]
    func mention(_ tokens: Range<Int>, _ code: String, canBePlace: Bool) -> Mention {
      let start = tokens.lowerBound
      return Mention(
        token: start, code: code, isQuoted: quoted.indices.contains(start) && quoted[start],
        isPlace: canBePlace && Self.isPlaced(start, document))
    }
    for hit in names.hits {
      let actor = tables.actors[hit.sense.actor]
      // An embassy stands in another country than its own.
      guard actor.kind != .party, let code = actor.code, tables.actors.country(code) != nil,
        !Self.isMission(hit.tokens.upperBound, document, tables.roles)
      else { continue }
      var found = mention(hit.tokens, code, canBePlace: actor.kind == .country && hit.sense.form != .adjective)
      found.isPress = actor.kind == .medium
      mentions.append(found)
      if actor.kind != .person || persons[code].map({ $0 != hit.sense.actor }) ?? false { told.insert(code) }
      persons[code] = hit.sense.actor
    }
    let named = Set(mentions.map(\.code))
    for name in document.names where !name.tokens.isEmpty && name.tokens.upperBound <= document.tokenCount {
      guard name.tokens.allSatisfy({ names.hit(at: $0) == nil }) else { continue }
      let code: String?
      switch name.label {
      case .geopolitical, .location:
        let isInState = names.isBeforeState(name.tokens.upperBound, document)
        code = isInState ? "USA" : Self.country(of: name.tokens, among: named, document, tables.places)
      case .organisation, .facility: code = Self.country(inNameOf: name.tokens, among: named, document, tables.places)
      default: code = nil
      }
      guard let code else { continue }
      let isTown = name.label == .geopolitical || name.label == .location
      mentions.append(mention(name.tokens, code, canBePlace: isTown))
      told.insert(code)
    }
    self.told = told
    if mentions.contains(where: { !$0.isPress }) { mentions.removeAll(where: \.isPress) }
    mentions.sort { $0.token < $1.token }
    self.mentions = mentions
    times = Self.count(mentions)
    lead = document.sentences.first ?? 0..<0
    home = Self.home(mentions)
  }

  private static func count(_ mentions: [Mention]) -> [String: Int] {
    mentions.reduce(into: [:]) { $0[$1.code, default: 0] += 1 }
  }

  /// Whether "in", "near" or the like stands before a name.
  private static func isPlaced(_ start: Int, _ document: Document) -> Bool {
    guard start > 0 else { return false }
    let isArticle = document.word(start - 1) == "the" && start > 1
    return places.contains(document.word(start - (isArticle ? 2 : 1)))
  }

  private static let places: Set<String> = ["in", "at", "near", "across", "outside", "around", "throughout"]

  /// "the Norwegian consulate", "a Norwegian restaurant": what stands abroad.
  private static func isMission(_ token: Int, _ document: Document, _ roles: RoleTable) -> Bool {
    token < document.tokenCount && roles.has(.missions, document.word(token))
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

  /// "Bergen City Zoo", "the University of Bergen": the country of the town in a body's name.
  private static func country(
    inNameOf name: Range<Int>, among named: Set<String>, _ document: Document, _ gazetteer: Gazetteer
  ) -> String? {
    guard name.count > 1 else { return nil }
    let behind = name.last { ["of", "in"].contains(document.word($0)) }.map {
      Range(from: $0 + 1, upTo: name.upperBound)
    }
    let ranges = [behind].compactMap { $0 } + (1..<min(4, name.count)).reversed().map { name.prefix($0) }
    for range in ranges where !range.isEmpty {
      let place = gazetteer.places(document.folded(range)).first
      guard let place, place.kind == .region || range.count > 1 || place.population >= Self.known else { continue }
      if let code = country(of: range, among: named, document, gazetteer) { return code }
    }
    return nil
  }

  /// Thousands of people in a town whose name nobody takes for a surname.
  private static let known = 400

  /// How many times more people a place has than its namesakes abroad that is meant without a word of its country.
  private static let clearly = 4

  /// The countries and American states that a title names.
  private static func codes(inTitle title: String, _ actors: ActorTable) -> [String] {
    let words = title.split(separator: " ").map { word in
      let bare = word.drop { !$0.isLetter }
      let end = bare.lastIndex(where: \.isLetter).map { bare.index(after: $0) } ?? bare.startIndex
      let stem = bare[..<end]
      return stem.hasSuffix("'s") || stem.hasSuffix("’s") ? String(stem.dropLast(2)) : String(stem)
    }
    var codes: [String] = []
    var start = 0
    while start < words.count {
      var length = min(4, words.count - start)
      while length > 0 {
        if let code = code(of: words[start..<(start + length)].joined(separator: " "), actors) {
          codes.append(code)
          break
        }
        length -= 1
      }
      start += max(1, length)
    }
    return codes
  }

  private static func code(of words: String, _ actors: ActorTable) -> String? {
    let sense = actors.names.meanings(of: Array(words.utf8)).first { sense in
      actors[sense.actor].kind == .country && sense.form != .seat
    }
    if let sense { return actors[sense.actor].code }
    // "Mass." and "Wash." are as good as words.
    return !words.hasSuffix(".") && UnitedStates.isClearState(words) ? "USA" : nil
  }

  private static func home(_ mentions: [Mention]) -> String? {
    let times = count(mentions.filter { !$0.isQuoted })
    let total = times.values.reduce(0, +)
    guard let (code, count) = times.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) else { return nil }
    let second = times.filter { $0.key != code }.values.max() ?? 0
    return count * 2 >= total && count >= second * 2 ? code : nil
  }

  /// The only country of title and first sentence, if others are not named far more often.
  var leading: String? {
    let first = Set(mentions.lazy.filter { $0.token < lead.upperBound && !$0.isQuoted }.map(\.code))
    guard first.count == 1, let code = first.first, let own = times[code], own * 2 > times.values.max() ?? 0 else {
      return nil
    }
    return code
  }

  /// The only country that some words name; nil where they name none or several.
  func only(in tokens: Range<Int>) -> String? {
    let codes = named(in: tokens)
    return codes.count == 1 ? codes.first : nil
  }

  /// The countries that some words name.
  func named(in tokens: Range<Int>) -> Set<String> {
    Set(mentions.lazy.filter { tokens.contains($0.token) }.map(\.code))
  }

  /// The only country in which some words tell that something is.
  func place(in tokens: Range<Int>) -> String? {
    let codes = Set(mentions.lazy.filter { tokens.contains($0.token) && $0.isPlace }.map(\.code))
    return codes.count == 1 ? codes.first : nil
  }

  /// The only country in which the article tells that something is.
  var scene: String? {
    let codes = Set(mentions.lazy.filter(\.isPlace).map(\.code))
    return codes.count == 1 ? codes.first : nil
  }

  /// The country that they name more often than all others together.
  var main: String? {
    let total = times.values.reduce(0, +)
    return times.first { $0.value * 2 > total }?.key
  }
}
