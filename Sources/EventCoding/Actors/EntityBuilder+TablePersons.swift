import Linguistics
import NewsModel

// Whom of the tables a name means that is not written as there: a surname alone, or one with an initial more.
extension EntityBuilder {
  /// The person of the tables with this surname: the one in office at the time, or the only one, or the last who had the
  /// office that stands before the name.
  func tablePerson(called range: Range<Int>) -> Int32? {
    let candidates = tables.actors.surnames.meanings(of: bytes(of: range))
    guard !candidates.isEmpty else { return nil }
    if let month {
      let present = candidates.filter { tables.actors.isInOffice($0, in: month) }
      let near = present.count > 1 ? present.filter(isSpokenOf) : present
      if !present.isEmpty { return near.count == 1 && isKnown(near[0]) ? near[0] : nil }
    }
    if let last = lastHolder(ofTitleBefore: range.lowerBound, among: candidates) { return last }
    // Who holds no office is meant only where his country, too, is spoken of.
    guard candidates.count == 1, document.folded(range).count >= 5, isPast(candidates[0]), isSpokenOf(candidates[0])
    else { return nil }
    return candidates[0]
  }

  /// "Anna M. Berg": the person whom the tables know as Anna Berg, if in office and where his country is spoken of.
  func tablePerson(withoutInitialIn name: Range<Int>) -> Int32? {
    let middle = name.lowerBound + 1
    guard name.count == 3, document.folded(middle).count == 1, let month else { return nil }
    let short = document.bytes(name.lowerBound) + [UInt8(ascii: " ")] + document.bytes(middle + 1)
    return tables.actors.names.meanings(of: Array(short)).first { sense in
      tables.actors[sense.actor].kind == .person && tables.actors.isInOffice(sense.actor, in: month)
        && isSpokenOf(sense.actor)
    }?.actor
  }

  /// Whether the article names a person's country, or none.
  func isSpokenOf(_ person: Int32) -> Bool {
    guard let code = tables.actors[person].code, tables.actors.country(code) != nil else { return true }
    return countries.told.isEmpty || countries.told.contains(code)
  }

  /// Whether a surname alone tells who is meant: of the heads of states, and where his country is spoken of.
  private func isKnown(_ person: Int32) -> Bool {
    isSpokenOf(person) || tables.actors[person].offices.contains { Office.highest.contains($0.title) }
  }

  /// "President Bush" in the year after: the last who was it.
  private func lastHolder(ofTitleBefore start: Int, among candidates: [Int32]) -> Int32? {
    guard start > 0, let title = names.role(at: start - 1)?.role, title.isOffice, let month else { return nil }
    let former = candidates.filter { isSpokenOf($0) }.compactMap { person in
      tables.actors[person].offices.filter { ($0.title == title.title || $0.title == title.post) && $0.to < month }
        .max { $0.to < $1.to }.map { (person: person, to: $0.to) }
    }
    return former.max { $0.to < $1.to }?.person
  }

  /// Whether somebody of the tables was known by the article's month: in any office so far, or without one.
  private func isPast(_ person: Int32) -> Bool {
    let offices = tables.actors[person].offices
    guard let month, !offices.isEmpty else { return true }
    return offices.contains { $0.from <= month }
  }
}
