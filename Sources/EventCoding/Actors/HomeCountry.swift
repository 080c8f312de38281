import Linguistics
import NewsModel

/// The country that an article leaves to the reader: in news from Chile, Anna Berg is a Chilean, and so are the protesters.
///
/// It is given to those of whose country nothing is told, after everything else is coded, so that no decision rests on it: persons
/// and bodies with a name, and people without one but strangers (`UnnamedPeople`). Not where the sentence that names
/// them first tells only of another country, nor where the article names its own less than three times, or twice and no other, or
/// once in a long text and no other. An officer is of the only army of which the article tells.
///
/// In 226 articles read by hand it mended the country of 60 parties with a name; of some 90 in events that were right before,
/// about eight were of another country (docs/evaluation-earlier.md, "The seventh sheet"). To whom else it is given was counted on
/// 1,600 articles (docs/evaluation.md, "What 1,600 articles tell").
struct HomeCountry: Sendable {
  /// ISO 3166-1 alpha-3 code by name.
  private let names: [String: String]
  private let people: UnnamedPeople

  /// Sentences from which on the only country that a text names is its own, though it names it once. In a short one it may be that
  /// of the other side: "Lund criticised Peru" says nothing of Lund.
  private static let longText = 8

  /// Nil where there is nobody without a country.
  init?(_ builder: EntityBuilder) {
    let home = builder.countries.home
    let most = home.flatMap { code in
      let (times, others) = (builder.countries.times[code] ?? 0, builder.countries.times.count - 1)
      let isLong = builder.document.sentences.count >= Self.longText
      return times > 2 || others == 0 && (times == 2 || isLong) ? code : nil
    }
    // Persons of an article about several countries are of the one with which it begins.
    let lead = builder.countries.leading.flatMap { (builder.countries.times[$0] ?? 0) > 2 ? $0 : nil }
    let code = most ?? lead
    let heads = Self.firstHeads(builder)
    let told = ToldCountries(builder)
    let names = heads.compactMap { index, head -> (String, String)? in
      let entity = builder.entities[index]
      if let army = told.army(of: entity), let name = entity.name { return (name, army) }
      guard let code, entity.code == nil, entity.actor < 0, let name = entity.name else { return nil }
      guard most != nil || entity.kind == .person && entity.affiliation < 0, !Self.isOfRegion(entity, builder) else {
        return nil
      }
      let sentence = builder.document.sentences[Int(builder.sentenceOfToken[head])]
      let named = builder.countries.only(in: sentence)
      return named == nil || named == code ? (name, code) : nil
    }
    people = UnnamedPeople(builder, told: told, home: code, firstHeads: heads)
    guard !names.isEmpty || !people.isEmpty else { return nil }
    self.names = Dictionary(names, uniquingKeysWith: { first, _ in first })
  }

  /// "European leaders": of no one country. "Sunni leaders" are of the country in which they live.
  private static func isOfRegion(_ entity: Entity, _ builder: EntityBuilder) -> Bool {
    guard entity.affiliation >= 0 else { return false }
    let owner = builder.tables.actors[entity.affiliation]
    return owner.kind == .region && owner.code == nil && !builder.tables.roles.has(.peoples, owner.name.lowercased())
  }

  /// Whether a party has its country from the article alone.
  func isGiven(to party: Party) -> Bool {
    if let name = party.name { return party.code != nil && party.code == names[name] }
    return party.code != nil && party.code == people.code(of: party)
  }

  /// An event with the country of its parties and of its source.
  func completed(_ event: Event) -> Event {
    var event = event
    event.actors = event.actors.map(completed)
    event.recipients = event.recipients.map(completed)
    if let source = event.attribution?.source { event.attribution?.source = completed(source) }
    return event
  }

  func completed(_ party: Party) -> Party {
    guard party.code == nil else { return party }
    var party = party
    if let name = party.name {
      party.code = names[name]
    } else {
      party.code = people.code(of: party)
    }
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
