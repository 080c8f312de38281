package import Linguistics
package import NewsModel

/// Who and where: resolves the noun phrases of one article to parties and places.
///
/// Built once per article; everything is decided at the start, the questions only look up. A class, since every reader of the
/// article holds it.
package final class EntityResolver: Sendable {
  let builder: EntityBuilder
  let article: Article
  /// Mention of each token: of its own phrase, or of the name around it; −1 where there is none.
  private let mentionOfToken: [Int32]
  let countries: Set<String>

  package init(document: Document, article: Article, tables: EntityTables) {
    let day = article.day ?? document.date
    let month = day.map { Month(year: $0.year, month: $0.month) }
    var builder = EntityBuilder(document: document, tables: tables, month: month, title: article.title)
    builder.build()
    self.builder = builder
    self.article = article
    self.mentionOfToken = (0..<document.tokenCount).map { max(-1, builder.wholeMention(of: $0)) }
    self.countries = Set(builder.names.hits.compactMap { tables.actors[$0.sense.actor].code })
  }

  var document: Document { builder.document }
  var tables: EntityTables { builder.tables }

  /// Whom the noun phrase headed at a token names.
  ///
  /// Any token of a name stands for its phrase. Conjoined actors are expanded ("Russian and US diplomats" gives two), pronouns
  /// and titles are resolved to whom they mean. First and second persons ("we") are the speaker's to resolve and give nothing,
  /// as does a phrase that names no actor ("a solution").
  package func parties(at token: Int) -> [Party] {
    guard document.starts.indices.contains(token) else { return [] }
    let head = builder.nameHead(of: token)
    guard mentionOfToken[head] >= 0 || builder.reader.isNominal(head) else { return [] }
    var result: [Party] = []
    for conjunct in builder.conjuncts(of: head) { append(conjunct, to: &result) }
    return result
  }

  /// Whether the noun phrase headed at a token names anybody: whether `parties` gives any.
  func hasParties(at token: Int) -> Bool {
    guard document.starts.indices.contains(token) else { return false }
    let head = builder.nameHead(of: token)
    guard mentionOfToken[head] >= 0 || builder.reader.isNominal(head) else { return false }
    return builder.conjuncts(of: head).contains { mentionOfToken[$0] >= 0 || unresolvedPronoun($0) != nil }
  }

  private func append(_ head: Int, to parties: inout [Party]) {
    let mention = mentionOfToken[head]
    guard mention >= 0 else {
      if let counted = countedPronoun(head) { return append(counted, to: &parties) }
      if let party = unresolvedPronoun(head) { parties.append(party) }
      return
    }
    for referent in builder.mentions[Int(mention)].referents {
      let party = party(of: referent)
      // "Marines, their commander and two officers": of one army, all of them are one party.
      let isKnown = parties.contains { other in
        other.name == party.name && other.code == party.code
          && (other.span == party.span || party.name != nil && other.sector == party.sector)
      }
      if !isKnown {
        parties.append(party)
      }
    }
  }

  private func party(of referent: Referent) -> Party {
    let entity = builder.entities[Int(referent.entity)]
    let span = document.span(referent.tokens)
    return Party(
      text: document.string(span), name: entity.name, code: entity.code, sector: entity.sector, role: entity.role,
      span: span)
  }

  /// "29 of them": those whom the pronoun means.
  private func countedPronoun(_ head: Int) -> Int? {
    guard document.upos[head] == .num || document.upos[head] == .adj || document.upos[head] == .det else { return nil }
    return builder.reader.index.children(of: head).first {
      $0 > head && document.upos[$0] == .pron && builder.reader.preposition(of: $0) == "of" && mentionOfToken[$0] >= 0
    }
  }

  /// A pronoun for persons that nothing answers: the mention stays, with the reason.
  private func unresolvedPronoun(_ token: Int) -> Party? {
    guard document.upos[token] == .pron else { return nil }
    switch document.word(token) {
    case "he", "she", "him", "they", "them":
      return Party(text: document.form(token), span: document.span(token), unresolved: "no antecedent")
    default: return nil
    }
  }

  private func entity(at token: Int) -> Entity? {
    guard mentionOfToken.indices.contains(token), mentionOfToken[token] >= 0 else { return nil }
    return builder.mentions[Int(mentionOfToken[token])].referents.first.map { builder.entities[Int($0.entity)] }
  }

  /// A number that two tokens share when they stand for the same one in this article.
  package func entityID(at token: Int) -> Int? { entity(at: token).map { Int($0.identity) } }

  /// The heads of the phrases that mean police, and not one officer, in the order of the text.
  var police: [Int] {
    builder.mentions.filter { mention in
      mention.referents.contains { referent in
        let entity = builder.entities[Int(referent.entity)]
        return entity.sector == "COP" && entity.kind != .person
      } && document.upos[mention.head] != .pron && !builder.isRoleBefore(mention.head)
    }.map(\.head).sorted()
  }

  /// Whether a token is a role that stands before a noun as whose it is: "government plans".
  func isRoleBefore(_ token: Int) -> Bool { builder.isRoleBefore(token) }

  /// Whether the phrase at a token names one human.
  package func isPerson(at token: Int) -> Bool { entity(at: token)?.kind == .person }

  /// Whether the phrase at a token names several humans or a body of them: forces, crowds, organisations, governments.
  package func isGroup(at token: Int) -> Bool { entity(at: token).map { $0.kind != .person } ?? false }

  /// Whether the phrase at a token names a place.
  package func isPlace(at token: Int) -> Bool { place(at: token) != nil }
}
