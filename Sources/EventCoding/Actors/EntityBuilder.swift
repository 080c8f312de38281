import Linguistics
import NewsModel

/// Makes entities of the noun phrases of an article, in the order of the text.
///
/// First the persons named in full, then every phrase; pronouns and titles look back on what stands before them.
struct EntityBuilder {
  let document: Document
  let tables: EntityTables
  let names: NameAnalysis
  let reader: PhraseReader
  let month: Month?
  /// How often the article names each country.
  let countries: CountryCount
  /// The country of which the article tells, by most of its words or by its beginning.
  let homeCountry: Int32?

  var entities: [Entity] = []
  var mentions: [Mention] = []
  var personSpans: [PersonSpan] = []
  /// Index into `personSpans` for each token; −1 where there is none.
  var personOfToken: [Int32]
  /// Index into `mentions` for each head token; −1 for none, −2 while nobody asked.
  var mentionOfHead: [Int32]
  /// Sentence of each token.
  let sentenceOfToken: [Int32]
  let quotations: [Quotation]
  /// Whether each token stands between quotation marks.
  let isQuoted: [Bool]
  /// Mentions in the order in which the text brings them.
  var history: [Past] = []
  /// Names the article itself introduces, folded: "(OSCE)", surnames.
  var aliases: [[UInt8]: Int32] = [:]
  /// Who is meant by a first name alone, folded: the first who was named with it.
  var givenNames: [[UInt8]: Int32] = [:]
  /// Whether all persons have their titles: pronouns wait for it.
  private(set) var hasTitles = false

  /// A mention that later words may look back on.
  struct Past {
    var entity: Int32
    var head: Int
    var isSubject: Bool
  }

  init(document: Document, tables: EntityTables, month: Month?, title: String? = nil) {
    self.document = document
    self.tables = tables
    quotations = QuotationFinder(document).quotations()
    var quoted = Array(repeating: false, count: document.tokenCount)
    for quotation in quotations {
      for token in quotation.tokens { quoted[token] = true }
    }
    isQuoted = quoted
    var names = NameAnalysis(of: document, tables: tables)
    var countries = CountryCount(names, document, tables, title: title, quoted: quoted)
    if names.dropAmericanGeorgia(tables.actors, countries.times) {
      countries = CountryCount(names, document, tables, title: title, quoted: quoted)
    }
    if names.dropNamesakes(tables.actors, told: countries.told) {
      countries = CountryCount(names, document, tables, title: title, quoted: quoted)
    }
    self.names = names
    self.countries = countries
    self.reader = PhraseReader(document)
    self.month = month
    let count = document.tokenCount
    personOfToken = Array(repeating: -1, count: count)
    mentionOfHead = Array(repeating: -2, count: count)
    var sentences = Array(repeating: Int32(0), count: count)
    for (index, sentence) in document.sentences.enumerated() {
      for token in sentence.clamped(to: 0..<count) { sentences[token] = Int32(index) }
    }
    sentenceOfToken = sentences
    homeCountry = (countries.home ?? countries.leading).flatMap(tables.actors.country)
  }

  /// Resolves the whole document.
  mutating func build() {
    findPersons()
    // "the River Law Union (RLU)" first: its officers bear the short name.
    for name in names.spans where name.label == .organisation && acronym(after: name.tokens) != nil {
      _ = mention(at: nameHead(of: name.tokens.lowerBound))
    }
    resolveDescribedBodies()
    for person in personSpans { _ = mention(at: nameHead(of: person.tokens.lowerBound)) }
    hasTitles = true
    for token in 0..<document.tokenCount where isHead(token) {
      let mention = mention(at: token)
      guard mention >= 0 else { continue }
      let relation = document.relations[token]
      for referent in mentions[Int(mention)].referents {
        history.append(Past(entity: referent.entity, head: token, isSubject: relation.universal == .nsubj))
      }
    }
    for token in 0..<document.tokenCount where isRoleBefore(token) { _ = mention(at: token) }
    shareLead()
  }

  /// "government plans", "a police raid": a body of the state that stands before a noun as whose it is.
  func isRoleBefore(_ token: Int) -> Bool {
    guard document.relations[token] == .compound, document.heads[token] > token, let role = names.role(at: token),
      role.role.kind == .body || role.role.kind == .group, isOfState(role.role), nameRange(at: token) == nil
    else { return false }
    // "the housing commission unit": what sort of body it is stands before it.
    let before = role.tokens.lowerBound - 1
    let isKind = before >= 0 && (document.upos[before] == .noun || document.upos[before] == .propn)
    if isKind, names.hit(at: before) == nil { return false }
    let head = Int(document.heads[token])
    return !role.tokens.contains(head) && names.role(at: head) == nil && names.name(at: head) == nil
      && names.hit(at: head) == nil
  }

  /// Whether a token heads a phrase of its own: nominal, and no part of a longer name.
  private func isHead(_ token: Int) -> Bool {
    guard reader.isNominal(token) else { return false }
    switch document.relations[token] {
    case .amod, .compound, .flat, .fixed, .nummod:
      return nameRange(at: token).map { reader.head(of: token, within: $0) == token } ?? false
    default: return nameHead(of: token) == token
    }
  }

  /// The token by which the name around a token hangs in the tree; the token itself outside names.
  func nameHead(of token: Int) -> Int {
    guard let range = nameRange(at: token) else { return token }
    return reader.head(of: token, within: range)
  }

  /// The whole name around a token.
  func nameRange(at token: Int) -> Range<Int>? {
    func longer(_ first: Range<Int>?, _ second: Range<Int>?) -> Range<Int>? {
      guard let first, let second else { return first ?? second }
      return second.count > first.count ? second : first
    }
    return longer(longer(person(at: token)?.tokens, names.hit(at: token)?.tokens), names.name(at: token)?.tokens)
  }

  /// The mention headed at a token, made at the first question; −1 when the phrase names nobody.
  mutating func mention(at head: Int) -> Int32 {
    if mentionOfHead[head] != -2 { return mentionOfHead[head] }
    if !hasTitles, document.upos[head] == .pron { return -1 }
    mentionOfHead[head] = -1
    let referents = resolve(head)
    guard !referents.isEmpty else { return -1 }
    if referents.count == 1 {
      addAcronym(of: referents[0])
      addHomeName(of: referents[0], at: head)
    }
    mentions.append(Mention(head: head, referents: referents))
    mentionOfHead[head] = Int32(mentions.count - 1)
    return mentionOfHead[head]
  }

  /// Lets further words, folded, mean an entity from here on, where they do not mean another already.
  mutating func introduce(_ name: [UInt8], as entity: Int32) {
    if aliases[name] == nil { aliases[name] = entity }
  }

  /// What the phrase at a token stands for, with all that is joined to it by "and".
  mutating func joinedReferents(at head: Int) -> [Referent] {
    conjuncts(of: head).flatMap { referents(at: $0) }
  }

  /// A head and all that is joined to it, in the order of the text.
  func conjuncts(of head: Int) -> [Int] {
    var result = [head]
    var next = 0
    while next < result.count, result.count < 32 {
      for child in reader.index.children(of: result[next])
      where document.relations[child] == .conj && !isFurtherTitle(child) {
        result.append(nameHead(of: child))
      }
      next += 1
    }
    guard result.count > 1 else { return result }
    result.sort()
    if isOneStranger(result) { return [result[0]] }
    return isOnePerson(result) ? result.suffix(1) : result
  }

  /// "Lawyer and former senator Anna Berg": two titles of one person, and no two persons.
  private func isOnePerson(_ heads: [Int]) -> Bool {
    guard let name = heads.last, heads.count <= 3, names.role(at: heads[0])?.role.kind == .person else { return false }
    return heads.dropLast().allSatisfy { isTitle($0, of: name) }
      && heads.dropFirst().allSatisfy(isBare)
  }

  /// "a minister and critic of the plan": two words for one who has no name, with one article.
  private func isOneStranger(_ heads: [Int]) -> Bool {
    guard heads.count == 2, let first = reader.index.children(of: heads[0]).first(where: { $0 < heads[0] }),
      ["a", "an"].contains(document.word(first))
    else { return false }
    return isBare(heads[1])
      && heads.allSatisfy { head in
        person(at: head) == nil && names.role(at: head).map { $0.role.kind == .person && !$0.role.isPlural } ?? false
      }
  }

  /// Whether a noun has neither an article nor an owner of its own.
  private func isBare(_ head: Int) -> Bool {
    reader.index.children(of: head).allSatisfy {
      document.relations[$0] != .det && document.relations[$0] != .nmodPossessive
    }
  }

  private func isTitle(_ head: Int, of name: Int) -> Bool {
    guard let role = names.role(at: head)?.role, role.kind == .person, !role.isPlural, person(at: head) == nil,
      let other = names.role(at: name) ?? names.role(at: name - 1), other.role.kind == .person, !other.role.isPlural
    else { return false }
    return person(at: name) != nil || person(at: other.tokens.upperBound) != nil
  }

  /// "Anna Berg, mayor of Bergen and former chair of the council": what else somebody is, and nobody else.
  func isFurtherTitle(_ token: Int) -> Bool {
    guard let role = names.role(at: token)?.role, role.kind == .person, !role.isPlural, person(at: token) == nil,
      let above = document.heads[token] >= 0 ? Int(document.heads[token]) : nil, person(at: above) != nil
    else { return false }
    return isBare(token)
      && reader.index.children(of: token).allSatisfy { child in
        document.relations[child].universal != .flat && document.relations[child] != .appos
      }
  }

  mutating func referents(at head: Int) -> [Referent] {
    let index = mention(at: head)
    return index >= 0 ? mentions[Int(index)].referents : []
  }

  /// The mention of the name around a token, or of the title that stands before the name and means the same.
  func wholeMention(of token: Int) -> Int32 {
    let head = nameHead(of: token)
    let mention = mentionOfHead[head]
    let above = Int(document.heads[head])
    guard mention >= 0, above >= 0, above < head, reader.isTight(above, head) else { return mention }
    switch document.relations[head] {
    case .flat, .compound, .appos, .nmodDescription, .nmodUnmarked: break
    default: return mention
    }
    let whole = wholeMention(of: above)
    guard whole >= 0, mentions[Int(whole)].referents.map(\.entity) == mentions[Int(mention)].referents.map(\.entity)
    else {
      return mention
    }
    return whole
  }
}
