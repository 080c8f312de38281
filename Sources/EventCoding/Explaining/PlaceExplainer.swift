import Linguistics
import NewsModel

/// Tells how the words of a place were resolved, and between which namesakes.
struct PlaceExplainer {
  let resolver: EntityResolver

  private var document: Document { resolver.document }

  func how(_ place: Place) -> String {
    if let reason = place.unresolved { return reason }
    let kind = place.kind.map { "a \($0.rawValue)" } ?? "a place"
    let count = candidates(place).count
    return count > 1
      ? "\(kind), chosen among \(count) of that name: by what follows it, the article's countries and size" : kind
  }

  /// The namesakes that were not chosen, the largest first.
  func namesakes(_ place: Place) -> [Explanation.Rejection] {
    let others = candidates(place).filter { other in
      other.country != place.country || other.latitude != place.latitude || other.longitude != place.longitude
    }
    return others.prefix(3).map { other in
      let whereabouts = [other.division, other.country].compactMap { $0 }.joined(separator: ", ")
      let isNear = other.country.map(resolver.countries.contains) ?? false
      let size = other.population > 0 ? "about \(other.population),000 people" : "few people"
      return Explanation.Rejection(
        what: whereabouts.isEmpty ? other.name : "\(other.name), \(whereabouts)",
        why: "\(size), \(isNear ? "its country is in the article too" : "its country is not in the article")")
    }
  }

  /// The places that a sentence names, each once.
  func places(in sentence: Range<Int>) -> [Place] {
    var result: [Place] = []
    for token in sentence {
      guard let place = resolver.place(at: token), !result.contains(where: { $0.span == place.span }) else { continue }
      result.append(place)
    }
    return result
  }

  private func candidates(_ place: Place) -> [GazetteerPlace] {
    guard place.kind != .country, place.kind != .border else { return [] }
    return resolver.tables.places.places(NameFolding.folded(Array(place.text.utf8)))
  }
}
