import Linguistics
import NewsModel

// Seats in parliaments, in brackets or behind a comma after a name.
extension EntityBuilder {
  /// "Miller (R-TX)", "Berg (Labour, Norwich)": a member of a parliament, by party and seat.
  mutating func assignSeat(to person: PersonSpan) {
    var entity = entities[Int(person.entity)]
    let isBehindComma = entity.actor < 0 && isSeatBehindComma(person)
    guard let code = isBehindComma ? "USA" : seatInBrackets(behind: person, entity) else { return }
    entity.sector = entity.sector ?? "LEG"
    if entity.code == nil || entity.isGuess { (entity.code, entity.isGuess) = (code, false) }
    entities[Int(person.entity)] = entity
  }

  /// The country of the seat in brackets behind a name.
  private func seatInBrackets(behind person: PersonSpan, _ known: Entity) -> String? {
    let bracket = person.tokens.upperBound
    guard known.sector == nil || known.isGuess, bracket + 2 < document.tokenCount,
      document.xpos[bracket] == .leftBracket,
      let close = (bracket + 1..<min(bracket + 8, document.tokenCount)).first(where: {
        document.xpos[$0] == .rightBracket
      }), close > bracket + 1
    else { return nil }
    return congressSeat(bracket + 1..<close) ?? (known.sector == nil ? parliamentSeat(bracket + 1..<close) : nil)
  }

  /// "Senator Anna Berg, R-Texas": a party's letter and a state behind a comma.
  private func isSeatBehindComma(_ person: PersonSpan) -> Bool {
    let comma = person.tokens.upperBound
    guard comma + 3 < document.tokenCount, document.xpos[comma] == .comma,
      ["R", "D", "I"].contains(document.form(comma + 1)),
      document.form(comma + 2) == "-"
    else { return false }
    return LetterCase(document.bytes(comma + 3)).startsHigh
  }

  /// "Anna Berg (CNN)", "the BBC's Anna Berg": of whom nothing is told but a medium.
  mutating func assignMedium(to person: PersonSpan) {
    let mark = person.tokens.lowerBound - 1
    let owner = mark > 0 && document.xpos[mark] == .pos ? mark - 1 : nil
    guard let word = document.wordInBrackets(at: person.tokens.upperBound) ?? owner, let hit = names.hit(at: word),
      isEmployer(tables.actors[hit.sense.actor].kind, isOwner: word == owner), entities[Int(person.entity)].actor < 0,
      entities[Int(person.entity)].sector == nil
    else { return }
    let body = tables.actors[hit.sense.actor]
    entities[Int(person.entity)].sector = body.kind == .medium ? "JRN" : body.sector
    entities[Int(person.entity)].code = entities[Int(person.entity)].code ?? body.code
  }

  /// "the BBC's Anna Berg", "Anna Berg (CNN)", "Greenpeace's Anna Berg"
  private func isEmployer(_ kind: Actor.Kind, isOwner: Bool) -> Bool {
    kind == .medium || isOwner && (kind == .organisation || kind == .body || kind == .company)
  }

  /// The country of a seat in the Congress of the United States: "R-TX".
  private func congressSeat(_ tokens: Range<Int>) -> String? {
    let words = document.string(document.span(tokens)).utf8.filter { $0 != 0x20 }
    guard let party = words.first, "RDI".utf8.contains(party), words.count >= 4, words.count <= 20,
      words[1] == UInt8(ascii: "-") || words[1] == UInt8(ascii: ","), (65...90).contains(words[2])
    else { return nil }
    return "USA"
  }

  /// The country of a seat in a parliament: a party, a comma, a name.
  private func parliamentSeat(_ tokens: Range<Int>) -> String? {
    let first = tokens.lowerBound
    // "(Norwegian Labour Party, Bergen)"
    let party =
      tokens.lazy.compactMap { names.hit(at: $0) }.first { tables.actors[$0.sense.actor].kind == .party }
      ?? names.hit(at: first)
    let comma = party?.tokens.upperBound ?? first + 1
    guard comma + 1 < tokens.upperBound, document.xpos[comma] == .comma,
      tokens.suffix(from: comma + 1).allSatisfy({ document.upos[$0] == .propn })
    else { return nil }
    let home = homeCountry.flatMap { tables.actors[$0].code }
    guard let party else { return tables.roles.has(.partyColours, document.word(first)) ? home : nil }
    guard tables.actors[party.sense.actor].kind == .party else { return nil }
    return homeOfParty(party).flatMap { tables.actors[$0].code } ?? tables.actors[party.sense.actor].code
  }
}
