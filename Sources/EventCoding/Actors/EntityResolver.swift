package import Linguistics
package import NewsModel

/// Who and where: resolves the noun phrases of one article to parties and places.
///
/// Built once per article; everything is decided at the start, the questions only look up.
package struct EntityResolver: Sendable {
  let document: Document
  let tables: EntityTables
  let names: NameAnalysis
  let month: Month?

  package init(document: Document, article: Article, tables: EntityTables) {
    self.document = document
    self.tables = tables
    self.names = NameAnalysis(of: document, tables: tables)
    let day = article.day ?? document.date
    self.month = day.map { Month(year: $0.year, month: $0.month) }
  }

  /// Whom the noun phrase headed at a token names.
  ///
  /// Any token of a name stands for its phrase. Conjoined actors are expanded ("Russian and US diplomats" gives two), pronouns
  /// and titles are resolved to whom they mean. First and second persons ("we") are the speaker's to resolve and give nothing,
  /// as does a phrase that names no actor ("a solution").
  package func parties(at token: Int) -> [Party] {
    guard let hit = names.hit(at: token) else { return [] }
    let actor = tables.actors[hit.sense.actor]
    let span = document.span(hit.tokens)
    return [
      Party(
        text: document.string(span), name: actor.name, code: actor.code,
        sector: hit.sense.form == .seat ? "GOV" : actor.sector, span: span)
    ]
  }

  /// The noun phrase headed at a token as a place; nil when it is none.
  package func place(at token: Int) -> Place? { nil }

  /// A number that two tokens share when they stand for the same one in this article.
  package func entityID(at token: Int) -> Int? { names.hit(at: token).map { Int($0.sense.actor) } }

  /// Whether the phrase at a token names one human.
  package func isPerson(at token: Int) -> Bool {
    names.hit(at: token).map { tables.actors[$0.sense.actor].kind == .person } ?? false
  }

  /// Whether the phrase at a token names several humans or a body of them: forces, crowds, organisations, governments.
  package func isGroup(at token: Int) -> Bool {
    names.hit(at: token).map { tables.actors[$0.sense.actor].kind != .person } ?? false
  }

  /// Whether the phrase at a token names a place.
  package func isPlace(at token: Int) -> Bool { place(at: token) != nil }
}
