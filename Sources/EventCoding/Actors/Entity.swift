import Linguistics
import NewsModel

/// One of whom an article speaks.
struct Entity: Sendable {
  enum Kind: Sendable, Hashable {
    case person
    /// Several humans: troops, protesters.
    case people
    /// A country, an organisation, a government, a company.
    case body
  }

  var kind: Kind
  /// Canonical name, or the name as the article has it.
  var name: String?
  var code: String?
  var sector: String?
  /// The title in the text, as written.
  var role: String?
  /// Roles by their table titles, to find "the minister" again.
  var titles: [String] = []
  var gender: Gender?
  /// Table entry; −1 where none is known.
  var actor: Int32 = -1
  /// Table entry of the country or organisation it belongs to; −1 where none is known.
  var affiliation: Int32 = -1
  /// Whether code and affiliation are only those of the country of which the article tells.
  var isGuess = false
  /// Whether only a form of address or a rank tells the sector, so that any post tells more.
  var isByAddress = false
  /// Number of the entity this one counts as: "Moscow" and "the Russian government" count as Russia.
  var identity: Int32
}

/// A phrase that stands for an entity.
struct Referent: Sendable, Hashable {
  var tokens: Range<Int>
  var entity: Int32
}

/// What a noun phrase stands for: more than one referent when it joins several ("Russian and US diplomats").
struct Mention: Sendable {
  var head: Int
  var referents: [Referent]
}
