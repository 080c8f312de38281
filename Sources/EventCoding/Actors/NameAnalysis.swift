import Linguistics
import NewsModel

/// The names and role words of a document, before anything is made of them.
struct NameAnalysis: Sendable {
  /// A name of the tables in the text.
  struct Hit: Sendable, Hashable {
    var tokens: Range<Int>
    var sense: ActorTable.Sense
  }

  /// A role word of the tables in the text.
  struct RoleHit: Sendable, Hashable {
    var tokens: Range<Int>
    var role: Role
  }

  var hits: [Hit] = []
  var roles: [RoleHit] = []
  /// Index into `hits`, `roles` and the document's names for each token; −1 where there is none.
  var hitOfToken: [Int32]
  private var roleOfToken: [Int32]
  private var nameOfToken: [Int32]
  /// Where a person is meant by a surname that is a country's name too.
  var surnameTokens: Set<Int> = []
  let spans: [NameSpan]
  private let words: [Word]

  /// How a token is written.
  private struct Word {
    let letters: LetterCase
    /// Of the token alone.
    private(set) var hash = NameHash()

    init(_ bytes: ArraySlice<UInt8>) {
      letters = LetterCase(bytes)
      hash.append(bytes)
    }
  }

  init(of document: Document, tables: EntityTables) {
    let count = document.tokenCount
    hitOfToken = Array(repeating: -1, count: count)
    roleOfToken = Array(repeating: -1, count: count)
    nameOfToken = Array(repeating: -1, count: count)
    let named = document.names.filter {
      !$0.tokens.isEmpty && $0.tokens.upperBound <= count && $0.tokens.lowerBound >= 0
    }
    spans = Self.withDefinitions(named.map { Self.whole($0, document) }, document, tables.roles)
    for (index, span) in spans.enumerated() {
      for token in span.tokens { nameOfToken[token] = Int32(index) }
    }
    words = (0..<count).map { Word(document.bytes($0)) }
    for sentence in document.sentences {
      let sentence = sentence.clamped(to: 0..<count)
      findNames(in: sentence, document, tables.actors)
      findRoles(in: sentence, document, tables.roles)
    }
    dropForeignAcronyms(document)
    dropSurnames(document, tables.actors)
    settleRanks(tables.actors)
  }

  /// The table name that covers a token.
  func hit(at token: Int) -> Hit? {
    guard hitOfToken.indices.contains(token), hitOfToken[token] >= 0 else { return nil }
    return hits[Int(hitOfToken[token])]
  }

  /// The role word that covers a token.
  func role(at token: Int) -> RoleHit? {
    guard roleOfToken.indices.contains(token), roleOfToken[token] >= 0 else { return nil }
    return roles[Int(roleOfToken[token])]
  }

  /// Whether a word is of capitals alone: "BNP".
  func isAllHigh(_ token: Int) -> Bool { words[token].letters.allHigh }

  /// The engine's name that covers a token.
  func name(at token: Int) -> NameSpan? {
    guard nameOfToken.indices.contains(token), nameOfToken[token] >= 0 else { return nil }
    return spans[Int(nameOfToken[token])]
  }

  private mutating func findNames(in sentence: Range<Int>, _ document: Document, _ actors: ActorTable) {
    var token = sentence.lowerBound
    while token < sentence.upperBound {
      guard let hit = longestHit(from: token, before: sentence.upperBound, document, actors) else {
        token += 1
        continue
      }
      if isBranch(hit, document, actors), let last = hits.indices.last {
        hits[last].tokens = hits[last].tokens.lowerBound..<hit.tokens.upperBound
        for covered in hit.tokens { hitOfToken[covered] = Int32(last) }
        token = hit.tokens.upperBound
        continue
      }
      for covered in hit.tokens { hitOfToken[covered] = Int32(hits.count) }
      hits.append(hit)
      token = hit.tokens.upperBound
    }
  }

  /// "Amnesty International Norway": a country that only tells which part of an organisation is meant.
  private func isBranch(_ hit: Hit, _ document: Document, _ actors: ActorTable) -> Bool {
    guard let last = hits.last, last.tokens.upperBound == hit.tokens.lowerBound, hit.sense.form == .name,
      actors[hit.sense.actor].kind == .country, actors[last.sense.actor].kind == .organisation,
      actors[last.sense.actor].code == "NGO"
    else { return false }
    return document.xpos[hit.tokens.lowerBound] != .pos
  }

  private func longestHit(from start: Int, before end: Int, _ document: Document, _ actors: ActorTable) -> Hit? {
    guard document.bytes(start).last != UInt8(ascii: "$") else { return nil }
    var best: Hit?
    forEachEntry(of: actors.names, from: start, before: end, document) { tokens, senses in
      let isAdjective = document.upos[start] == .adj || document.relations[start] == .amod
      guard let sense = Self.choose(senses, isAdjective: isAdjective) else { return }
      let hit = Hit(tokens: tokens, sense: sense)
      if isPlausible(hit, words[start].letters, document, actors) { best = hit }
    }
    return best
  }

  /// Calls `visit` with what a table knows of the words from a token on, of one word first, then of two and so forth.
  private func forEachEntry<Meaning>(
    of table: NameTable<Meaning>, from start: Int, before end: Int, _ document: Document,
    _ visit: (Range<Int>, [Meaning]) -> Void
  ) {
    let letters = words[start].letters
    guard letters.hasLetters else { return }
    var (before, hash) = (NameHash(), words[start].hash)
    var token = start
    while table.isPrefix(hash) {
      token += 1
      if hash != before { visit(start..<token, table.meanings(hash, letters)) }
      guard token < end else { return }
      before = hash
      hash.append(document.bytes(token))
    }
  }

  /// The reading that fits the word's place: an adjective before its noun, otherwise a name before a people or a seat.
  private static func choose(_ senses: [ActorTable.Sense], isAdjective: Bool) -> ActorTable.Sense? {
    guard senses.count > 1 else { return senses.first }
    let order: [ActorTable.Form] =
      isAdjective ? [.adjective, .name, .people, .seat] : [.name, .seat, .people, .adjective]
    for form in order {
      if let sense = senses.first(where: { $0.form == form }) { return sense }
    }
    return nil
  }

  /// "The Duma", "Fatah", which the engine took for persons: an article stands before it, or it is a party's or body's and nobody in the
  /// article has it in a longer name.
  private func isBodyTakenForPerson(_ hit: Hit, _ kind: Actor.Kind, _ document: Document) -> Bool {
    let token = hit.tokens.lowerBound
    if token > 0, document.word(token - 1) == "the" { return true }
    guard kind == .body || kind == .party else { return false }
    let word = document.bytes(token)
    return !spans.contains { span in
      span.label == .person && span.tokens.count > 1 && span.tokens.contains { document.bytes($0) == word }
    }
  }

  /// Whether a table name is meant where it stands: not the verb "labor", not the Jordan of "Michael Jordan".
  private func isPlausible(_ hit: Hit, _ letters: LetterCase, _ document: Document, _ actors: ActorTable) -> Bool {
    let token = hit.tokens.lowerBound
    let kind = actors[hit.sense.actor].kind
    if let name = name(at: token) {
      let isLonger = name.tokens.count > hit.tokens.count
      // "Oromo rebels": a people before what it is said of is no surname.
      let isBeforeNoun = hit.tokens.upperBound < document.tokenCount && document.upos[hit.tokens.upperBound] == .noun
      let isSurname = hit.sense.form == .adjective && kind != .country && !isBeforeNoun
      if name.label == .person, kind != .person, isLonger || isSurname { return false }
      // "John Allen Berg" is not the general John Allen.
      if name.label == .person, name.tokens.upperBound > hit.tokens.upperBound,
        document.upos[hit.tokens.upperBound] == .propn,
        !Self.endings.contains(document.word(hit.tokens.upperBound))
      {
        return false
      }
      // "the Party for Labour and Liberation" is no newspaper of Paris, "the All Progressives Congress" a party.
      if kind == .medium || kind == .company, hit.tokens.count == 1, name.label == .organisation,
        token > name.tokens.lowerBound, hitOfToken[name.tokens.lowerBound] < 0
      {
        return false
      }
      if kind == .body, hit.tokens.count == 1, name.label == .organisation, token > name.tokens.lowerBound,
        document.upos[token - 1] == .propn, hitOfToken[token - 1] < 0
      {
        return false
      }
      if name.label == .person, hit.tokens.count == 1, [.body, .medium, .company, .party].contains(kind),
        !isBodyTakenForPerson(hit, kind, document)
      {
        return false
      }
    }
    // "the Boeing 737"
    if kind == .company, hit.tokens.upperBound < document.tokenCount, document.upos[hit.tokens.upperBound] == .num {
      return false
    }
    if follows("new", token, document), kind == .country || kind == .region { return false }
    // "Lebanon, Pennsylvania", "Jamaica, Queens"
    if kind == .country || kind == .region, isBeforeState(hit.tokens.upperBound, document) { return false }
    // "the Commonwealth of Virginia"
    if kind == .organisation, hit.tokens.count == 1, !letters.allHigh, isPartOfName(hit.tokens.upperBound, document) {
      return false
    }
    // "Israel is" are no Israelis, though spaces do not count.
    if hit.tokens.count > 1, let last = hit.tokens.last, !words[last].letters.startsHigh {
      switch document.upos[last] {
      case .aux, .verb, .det, .pron, .sconj, .cconj: return false
      default: break
      }
    }
    // "approved by Peru and Russia today" names no broadcaster.
    if hit.tokens.count > 1, document.relations[hit.tokens.upperBound - 1] == .oblUnmarked,
      !words[hit.tokens.upperBound - 1].letters.startsHigh
    {
      return false
    }
    guard hit.tokens.count == 1, !letters.allHigh else { return true }
    switch document.upos[token] {
    case .verb, .aux, .adv, .adp, .sconj, .cconj, .pron, .det, .part, .intj: return false
    case .noun: return [.country, .region, .group].contains(kind) || name(at: token) != nil || hit.sense.form != .name
    default: return true
    }
  }

  /// What may follow a name and make no other of it.
  private static let endings: Set<String> = ["jr", "mp", "qc", "phd"]

  /// Whether "of" and a name stand at a token.
  private func isPartOfName(_ token: Int, _ document: Document) -> Bool {
    token + 1 < document.tokenCount && document.lemmas[token] == "of" && document.upos[token + 1] == .propn
  }

  /// Whether a comma and an American state, or a borough of New York, stand at a token: what is before is a town.
  func isBeforeState(_ token: Int, _ document: Document) -> Bool {
    guard token + 1 < document.tokenCount, document.xpos[token] == .comma else { return false }
    let first = document.form(token + 1)
    if first == "Queens" || first == "Brooklyn" || UnitedStates.divisions[first] != nil { return first != "Washington" }
    guard token + 2 < document.tokenCount, document.upos[token + 2] == .propn else { return false }
    return UnitedStates.divisions[first + " " + document.form(token + 2)] != nil
  }

  /// Whether a name goes on with what stands before it: the Mexico of "New Mexico", the Wales of "New South Wales".
  private func follows(_ word: String, _ token: Int, _ document: Document) -> Bool {
    func isWord(_ index: Int, _ word: String) -> Bool {
      index >= 0 && document.bytes(index).first.map { (65...90).contains($0) } == true
        && document.folded(index).elementsEqual(word.utf8)
    }
    return isWord(token - 1, word) || isWord(token - 1, "south") && isWord(token - 2, word)
  }

  private mutating func findRoles(in sentence: Range<Int>, _ document: Document, _ table: RoleTable) {
    var token = sentence.lowerBound
    while token < sentence.upperBound {
      guard let role = longestRole(from: token, before: sentence.upperBound, document, table),
        hitOfToken[token] < 0 || role.role.sector == "REL" && role.tokens.count > 1
      else {
        token += 1
        continue
      }
      for covered in role.tokens { roleOfToken[covered] = Int32(roles.count) }
      roles.append(role)
      token = role.tokens.upperBound
    }
  }

  private func longestRole(from start: Int, before end: Int, _ document: Document, _ table: RoleTable) -> RoleHit? {
    var best: RoleHit?
    forEachEntry(of: table.roles, from: start, before: end, document) { tokens, roles in
      // "the student's mother" tells of no students.
      guard document.xpos[tokens.upperBound - 1] != .pos else { return }
      guard let role = roles.first(where: { !$0.isAddress || isAddress(tokens, before: end, document) }),
        !isAcronym(tokens, like: role), !isHour(tokens, document)
      else { return }
      best = RoleHit(tokens: tokens, role: role)
    }
    return best
  }

  /// "the COP" is a conference, and no "cop".
  private func isAcronym(_ tokens: Range<Int>, like role: Role) -> Bool {
    let isShort = tokens.count == 1 && words[tokens.lowerBound].letters.allHigh && role.title.utf8.count <= 4
    return isShort && role.title.utf8.allSatisfy { (97...122).contains($0) }
  }

  /// "5 PM", "12 pm": no prime minister.
  private func isHour(_ tokens: Range<Int>, _ document: Document) -> Bool {
    let token = tokens.lowerBound
    guard tokens.count == 1, document.word(token) == "pm" else { return false }
    return !words[token].letters.allHigh || token > 0 && document.upos[token - 1] == .num
  }

  /// Whether words may be a form of address: with a capital, and a name behind them.
  private func isAddress(_ tokens: Range<Int>, before end: Int, _ document: Document) -> Bool {
    guard words[tokens.lowerBound].letters.startsHigh, tokens.upperBound < end else { return false }
    return name(at: tokens.upperBound)?.label == .person
  }
}

extension Document {
  /// The bytes of a token's form.
  func bytes(_ token: Int) -> ArraySlice<UInt8> { text[Int(starts[token])..<Int(ends[token])] }

  /// The first letters of the words of a name that have a capital: "EFF".
  func initials(_ tokens: Range<Int>) -> [UInt8] {
    tokens.compactMap { token in
      let first = bytes(token).first
      return first.map { (65...90).contains($0) } == true ? first : nil
    }
  }

  /// The one token that stands in brackets, where they open at `bracket`: "(EFCC)".
  func wordInBrackets(at bracket: Int) -> Int? {
    guard bracket + 2 < tokenCount, xpos[bracket] == .leftBracket, xpos[bracket + 2] == .rightBracket else {
      return nil
    }
    return bracket + 1
  }

  /// The letters and digits of a token in lower case, without accents.
  func folded(_ token: Int) -> [UInt8] { NameFolding.folded(bytes(token)) }

  /// The same of several tokens, with what stands between them.
  func folded(_ tokens: Range<Int>) -> [UInt8] {
    let span = span(tokens)
    return NameFolding.folded(text[span.start..<span.end])
  }

  /// A token folded, as a string.
  func word(_ token: Int) -> String {
    let bytes = bytes(token)
    // Most words are folded as they stand.
    let isFolded = bytes.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
    return isFolded ? String(decoding: bytes, as: UTF8.self) : String(decoding: folded(token), as: UTF8.self)
  }
}
