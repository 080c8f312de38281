import Linguistics
package import NewsModel

extension EntityResolver {
  /// The noun phrase headed at a token as a place; nil when it is none.
  ///
  /// Any token of a name stands for its phrase. "Its border with Ukraine" is a place of the kind `border`; a name that only the
  /// engine takes for a place keeps its text and carries `unresolved`.
  package func place(at token: Int) -> Place? {
    guard document.starts.indices.contains(token) else { return nil }
    let head = builder.nameHead(of: token)
    if isBorder(head) { return border(builder.reader.phrase(at: head)) }
    if let name = placeName(around: head) { return place(name, in: builder.reader.phrase(at: head)) }
    guard Self.areaNouns.contains(word(head)) else { return nil }
    return namedArea(builder.reader.phrase(at: head))
  }

  private func word(_ token: Int) -> String { document.word(token) }

  // MARK: Names

  /// A name that stands for a place.
  private struct PlaceName {
    var tokens: Range<Int>
    /// The namesakes in the gazetteer; nil while nobody looked.
    var namesakes: [GazetteerPlace]?
  }

  /// The name of a place around a token, when the words there are one.
  private func placeName(around token: Int) -> PlaceName? {
    if builder.person(at: token) != nil { return nil }
    let name = builder.names.name(at: token)
    if let hit = builder.names.hit(at: token) {
      let kind = tables.actors[hit.sense.actor].kind
      switch hit.sense.form {
      case .adjective, .people: return nil
      case .seat: return PlaceName(tokens: hit.tokens)
      case .name: if kind == .country || kind == .region { return PlaceName(tokens: hit.tokens) }
      }
      return kind == .medium || name?.label == .organisation ? nil : knownName(hit.tokens)
    }
    if let name {
      switch name.label {
      case .geopolitical, .location, .facility: return PlaceName(tokens: name.tokens)
      case .nationality, .event: return nil
      case .person, .organisation, .other: return knownName(name.tokens)
      }
    }
    return unlabelledName(around: token)
  }

  /// A name that the gazetteer knows.
  private func knownName(_ tokens: Range<Int>) -> PlaceName? {
    let namesakes = gazetteer(tokens)
    return namesakes.isEmpty ? nil : PlaceName(tokens: tokens, namesakes: namesakes)
  }

  /// The longest run of capitalised words around a token that the gazetteer knows.
  private func unlabelledName(around token: Int) -> PlaceName? {
    guard document.upos[token] == .propn else { return nil }
    func isFree(_ other: Int) -> Bool {
      document.upos.indices.contains(other) && document.upos[other] == .propn && builder.names.name(at: other) == nil
        && builder.sentenceOfToken[other] == builder.sentenceOfToken[token] && builder.person(at: other) == nil
    }
    var run = token..<(token + 1)
    while isFree(run.lowerBound - 1), run.count < 5 { run = (run.lowerBound - 1)..<run.upperBound }
    while isFree(run.upperBound), run.count < 5 { run = run.lowerBound..<(run.upperBound + 1) }
    for length in stride(from: run.count, through: 1, by: -1) {
      for start in run.lowerBound...(run.upperBound - length) where start <= token && token < start + length {
        if let name = knownName(start..<(start + length)) { return name }
      }
    }
    return nil
  }

  private func gazetteer(_ tokens: Range<Int>) -> [GazetteerPlace] {
    let key = builder.document.folded(tokens)
    let places = tables.places.places(key)
    guard places.isEmpty, key.starts(with: "the".utf8) else { return places }
    return tables.places.places(Array(key.dropFirst(3)))
  }

  private func place(_ placeName: PlaceName, in phrase: NounPhrase) -> Place {
    let name = placeName.tokens
    let span = document.span(name)
    var place = Place(text: document.string(span), span: span)
    if let hit = builder.names.hit(at: name.lowerBound), hit.sense.form == .name,
      tables.actors[hit.sense.actor].kind == .country
    {
      fill(&place, country: hit.sense.actor, name: name, phrase)
      return place
    }
    if let found = choose(placeName.namesakes ?? gazetteer(name), name) {
      place.name = found.name
      place.country = found.country
      place.latitude = found.latitude
      place.longitude = found.longitude
      place.kind = found.kind
    } else if let hit = builder.names.hit(at: name.lowerBound), hit.sense.form == .name {
      let actor = tables.actors[hit.sense.actor]
      place.name = actor.name
      place.country = actor.kind == .country || actor.kind == .region ? actor.code : nil
      place.kind = .region
    } else {
      if builder.names.name(at: name.lowerBound)?.label == .facility { place.kind = .building }
      place.country = followingCountry(name)
      place.unresolved = "not in the gazetteer"
    }
    return place
  }

  /// A country, or the part of it that an adjective before the name says: "eastern Ukraine".
  private func fill(_ place: inout Place, country: Int32, name: Range<Int>, _ phrase: NounPhrase) {
    let actor = tables.actors[country]
    place.name = actor.name
    place.country = actor.code
    place.kind = .country
    let before = name.lowerBound - 1
    guard before >= 0, phrase.tokens.contains(before), Self.directions.contains(word(before)) else { return }
    place.kind = .region
    place.span = document.span(before..<name.upperBound)
    place.text = document.string(place.span)
  }

  // MARK: Namesakes

  /// The namesake that is meant: by what follows ("Paris, Texas"), by the countries of the article, by size.
  private func choose(_ candidates: [GazetteerPlace], _ name: Range<Int>) -> GazetteerPlace? {
    let country = followingCountry(name)
    let division = followingDivision(name)
    if let division,
      !candidates.contains(where: { $0.division == division || ($0.country == country && country != "USA") })
    {
      return nil
    }
    guard candidates.count > 1 else { return candidates.first }
    func score(_ place: GazetteerPlace) -> Double {
      var score = Double(place.population.bitWidth - place.population.leadingZeroBitCount)
      if place.isCapital { score += 3 }
      if let own = place.country, countries.contains(own) { score += 5 }
      if let country, place.country == country { score += 20 }
      if let division, place.division == division { score += 40 }
      if place.kind == .region, isFollowedBy(name, ["strip", "region", "province", "state"]) { score += 10 }
      return score
    }
    return candidates.max { score($0) < score($1) }
  }

  private func isFollowedBy(_ name: Range<Int>, _ words: Set<String>) -> Bool {
    name.upperBound < document.tokenCount && words.contains(word(name.upperBound))
  }

  /// The country that stands behind a comma after a name, itself or through one of its regions.
  private func followingCountry(_ name: Range<Int>) -> String? {
    let next = name.upperBound + 1
    guard next < document.tokenCount, document.xpos[name.upperBound] == .comma else { return nil }
    if let hit = builder.names.hit(at: next), hit.sense.form == .name { return tables.actors[hit.sense.actor].code }
    guard let range = builder.nameRange(at: next) ?? (document.upos[next] == .propn ? next..<(next + 1) : nil) else {
      return nil
    }
    return gazetteer(range).first { $0.kind == .region }?.country
  }

  private func followingDivision(_ name: Range<Int>) -> String? {
    let next = name.upperBound + 1
    guard next < document.tokenCount, document.xpos[name.upperBound] == .comma else { return nil }
    let range = builder.nameRange(at: next) ?? next..<(next + 1)
    let name = document.string(document.span(range))
    return UnitedStates.divisions[name] ?? (UnitedStates.codes.contains(name) ? name : nil)
  }

  // MARK: Borders and areas

  private func isBorder(_ head: Int) -> Bool {
    ["border", "borders", "frontier", "frontiers", "frontline", "frontlines"].contains(word(head))
  }

  /// "Its border with Ukraine": whose border it is when that is said, else the one country named.
  private func border(_ phrase: NounPhrase) -> Place {
    var tokens = phrase.tokens
    var others: [String] = []
    for child in builder.reader.index.children(of: phrase.head) where child > phrase.head {
      guard ["with", "between", "of"].contains(builder.reader.preposition(of: child) ?? "") else { continue }
      for conjunct in builder.conjuncts(of: builder.nameHead(of: child)) {
        let part = builder.reader.phrase(at: conjunct)
        tokens = tokens.union(part.tokens)
        if let code = countryCode(at: conjunct) { others.append(code) }
      }
    }
    var owners: [String] = []
    for token in phrase.tokens where token != phrase.head {
      if let code = countryCode(at: token), !owners.contains(code) { owners.append(code) }
    }
    let span = document.span(tokens)
    var place = Place(text: document.string(span), kind: .border, span: span)
    let codes = owners.isEmpty ? others : owners
    place.country = codes.count == 1 ? codes[0] : nil
    return place
  }

  /// The country a token names, belongs to or looks back on.
  private func countryCode(at token: Int) -> String? {
    if let hit = builder.names.hit(at: token) { return tables.actors[hit.sense.actor].code }
    guard document.xpos[token] == .prpPossessive else { return nil }
    return parties(at: token).first?.code
  }

  /// "The port city of Mariupol", "Kherson region", "the Syrian capital": the name in the phrase says where.
  private func namedArea(_ phrase: NounPhrase) -> Place? {
    let span = document.span(phrase.tokens)
    for token in phrase.tokens where token != phrase.head {
      let head = builder.nameHead(of: token)
      guard let name = placeName(around: token), name.tokens.contains(head) else { continue }
      var place = place(name, in: builder.reader.phrase(at: head))
      if Self.divisionNouns.contains(word(phrase.head)), name.tokens.upperBound == phrase.head {
        if place.kind == .city { place.kind = .region }
        place.span = document.span(name.tokens.lowerBound..<(phrase.head + 1))
        place.text = document.string(place.span)
      }
      return place
    }
    guard let code = phrase.tokens.lazy.compactMap({ self.countryCode(at: $0) }).first else { return nil }
    if word(phrase.head) == "capital", let capital = capital(of: code) {
      return Place(
        text: document.string(span), name: capital.name, country: code, latitude: capital.latitude,
        longitude: capital.longitude, kind: .city, span: span)
    }
    guard let kind = Self.unnamedKinds[word(phrase.head)] else { return nil }
    return Place(text: document.string(span), country: code, kind: kind, span: span, unresolved: "not named")
  }

  /// The capital of a country, when its seats of government name one of the gazetteer's.
  private func capital(of code: String) -> GazetteerPlace? {
    guard let country = tables.actors.country(code) else { return nil }
    return tables.actors[country].seats.lazy.flatMap { self.tables.places.places(NameFolding.folded(Array($0.utf8))) }
      .first { $0.isCapital && $0.country == code }
  }

  private static let directions: Set<String> = [
    "northern", "southern", "eastern", "western", "central", "northeastern", "northwestern", "southeastern",
    "southwestern",
    "north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "mainland", "upper", "lower",
    "occupied", "rural", "coastal", "downtown",
  ]

  /// Words for parts of a country.
  private static let divisionNouns: Set<String> = [
    "region", "province", "state", "oblast", "district", "county", "governorate", "prefecture", "department", "area",
    "territory", "regions", "provinces",
  ]

  /// Words for places that are places by their country alone: "the Russian embassy", "a Syrian town".
  private static let unnamedKinds: [String: Place.Kind] = [
    "city": .city, "town": .city, "village": .city, "capital": .city, "port": .city, "suburb": .city, "cities": .city,
    "towns": .city, "villages": .city, "settlement": .city, "airport": .building, "base": .building,
    "embassy": .building,
    "consulate": .building, "camp": .building, "hospital": .building, "prison": .building, "waters": .water,
    "coast": .region, "airspace": .region, "soil": .region, "territory": .region, "island": .region, "islands": .region,
    "province": .region, "region": .region,
  ]

  /// Words for places that a name or a country stands beside.
  private static let areaNouns: Set<String> = divisionNouns.union([
    "city", "town", "village", "capital", "port", "suburb", "neighborhood", "neighbourhood", "island", "islands",
    "coast",
    "airport", "base", "embassy", "consulate", "camp", "waters", "airspace", "soil", "peninsula", "stronghold",
    "enclave",
    "exclave", "coastline", "countryside", "settlement", "valley", "cities", "towns", "villages", "hospital", "prison",
  ])
}
