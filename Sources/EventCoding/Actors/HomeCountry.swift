import Linguistics
import NewsModel

/// The country that an article leaves to the reader: in news from Chile, Anna Berg is a Chilean.
///
/// It is given to persons and bodies with a name of whose country nothing is told, after everything else is coded, so that no
/// decision rests on it. Not where the sentence that names them first tells only of another country, nor where the article
/// names its own less than three times. In 226 articles read by hand it mended the country of 60 parties; of some 90 in events
/// that were right before, about eight were of another country (docs/evaluation.md, "The seventh sheet").
struct HomeCountry: Sendable {
  /// ISO 3166-1 alpha-3.
  private let code: String
  /// Who is of that country.
  private let names: Set<String>

  /// Nil where the article tells of no country, or of nobody without one.
  init?(_ builder: EntityBuilder) {
    guard let home = builder.homeCountry, let code = builder.tables.actors[home].code,
      builder.countries.times[code] ?? 0 > 2
    else { return nil }
    let names = Self.firstHeads(builder).compactMap { index, head -> String? in
      let entity = builder.entities[index]
      guard entity.code == nil, entity.actor < 0, let name = entity.name else { return nil }
      let sentence = builder.document.sentences[Int(builder.sentenceOfToken[head])]
      let told = builder.countries.only(in: sentence)
      return told == nil || told == code ? name : nil
    }
    guard !names.isEmpty else { return nil }
    self.code = code
    self.names = Set(names)
  }

  /// Whether a party has its country from the article alone.
  func isGiven(to party: Party) -> Bool { party.code == code && party.name.map(names.contains) ?? false }

  /// An event with the country of its parties and of its source.
  func completed(_ event: Event) -> Event {
    var event = event
    event.actors = event.actors.map(completed)
    event.recipients = event.recipients.map(completed)
    if let source = event.attribution?.source { event.attribution?.source = completed(source) }
    return event
  }

  func completed(_ party: Party) -> Party {
    guard party.code == nil, let name = party.name, names.contains(name) else { return party }
    var party = party
    party.code = code
    return party
  }

  /// Where each entity is named first.
  private static func firstHeads(_ builder: EntityBuilder) -> [Int: Int] {
    builder.mentions.reduce(into: [:]) { first, mention in
      for referent in mention.referents {
        let index = Int(referent.entity)
        first[index] = min(first[index] ?? mention.head, mention.head)
      }
    }
  }
}
