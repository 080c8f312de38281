import NewsModel

/// Countries, organisations, groups and persons by all their names.
package struct ActorTable: Sendable {
  /// How a spelling names an actor.
  enum Form: String, Sendable, Hashable {
    /// "Russia".
    case name
    /// "Russian", before a noun.
    case adjective
    /// "Russians".
    case people
    /// "Moscow", "the Kremlin": a place that stands for a government.
    case seat
  }

  struct Sense: Sendable, Hashable {
    var actor: Int32
    var form: Form
  }

  /// All actors, in the order of the table.
  package private(set) var actors: [Actor] = []
  private(set) var names = NameTable<Sense>()
  /// What a person is called without the first name.
  private(set) var surnames = NameTable<Int32>()
  private var countries: [String: Int32] = [:]
  private var organisations: [String: Int32] = [:]
  private var holders: [Post: [Tenure]] = [:]

  private struct Post: Hashable {
    var title: String
    var organisation: Int32?
  }

  private struct Tenure {
    var person: Int32
    var office: Office
  }

  subscript(actor: Int32) -> Actor { actors[Int(actor)] }

  /// Adds an actor under its canonical name; the spellings follow by `add(_:form:of:)`.
  mutating func add(_ actor: Actor) -> Int32 {
    let index = Int32(actors.count)
    actors.append(actor)
    if actor.kind == .country, let code = actor.code, countries[code] == nil { countries[code] = index }
    if actor.kind != .person { organisations[actor.name] = index }
    for name in actor.shortNames { surnames.add(Array(name.utf8), meaning: index) }
    let affiliation = affiliation(of: index, in: nil)
    for office in actor.offices where actor.kind == .person {
      let body = office.code.map { organisation(withCode: $0) } ?? affiliation
      holders[Post(title: office.title, organisation: body), default: []].append(
        Tenure(person: index, office: office))
    }
    return index
  }

  mutating func add(_ spelling: String, form: Form, of actor: Int32) {
    names.add(Array(spelling.utf8), meaning: Sense(actor: actor, form: form))
  }

  /// The country with an ISO 3166-1 alpha-3 code.
  func country(_ code: String) -> Int32? { countries[code] }

  func isKnown(code: String) -> Bool { PartyCode.nonState.contains(code) || countries[code] != nil }

  /// The organisation with a canonical name.
  func organisation(_ name: String) -> Int32? { organisations[name] }

  /// For whom a person acts in a month: the country or organisation of the office held then, else that of the table.
  func code(of person: Int32, in month: Month?) -> String? { foreignCode(of: person, in: month) ?? self[person].code }

  /// To whom a person's offices of a month belong: an organisation, else the country.
  func affiliation(of person: Int32, in month: Month?) -> Int32? {
    let actor = self[person]
    if let code = foreignCode(of: person, in: month) { return organisation(withCode: code) }
    if let organisation = actor.organisation { return self.organisation(organisation) }
    return actor.code.flatMap(organisation(withCode:))
  }

  private func organisation(withCode code: String) -> Int32? {
    switch code {
    case "UNO": organisation("United Nations")
    case "EUR": organisation("European Union")
    default: country(code)
    }
  }

  /// Whose a person's office of a month is, if not of the person's own country or organisation. Who holds none is of his own
  /// country; who has no country here, of that of the office before, or of the first.
  private func foreignCode(of person: Int32, in month: Month?) -> String? {
    guard let month else { return nil }
    let actor = self[person]
    func last(_ offices: [Office]) -> Office? { offices.max { ($0.to, $0.from) < ($1.to, $1.from) } }
    if let held = last(actor.offices.filter { $0.isHeld(in: month) }) { return held.code }
    guard actor.code.map(PartyCode.nonState.contains) ?? false else { return nil }
    return (last(actor.offices.filter { $0.from <= month }) ?? actor.offices.min { $0.from < $1.from })?.code
  }

  /// Who holds a post in a month, when it is one person.
  func holder(of title: String, at organisation: Int32, in month: Month) -> Int32? {
    let tenures = holders[Post(title: title, organisation: organisation)] ?? []
    let present = Set(tenures.filter { $0.office.isHeld(in: month) }.map(\.person))
    return present.count == 1 ? present.first : nil
  }

  /// Whether a person holds any office in a month.
  func isInOffice(_ person: Int32, in month: Month) -> Bool {
    self[person].offices.contains { $0.isHeld(in: month) }
  }

  /// A person's sector in a month: the table's while in office, ELI after the last office, unknown before the first.
  func sector(of person: Int32, in month: Month?) -> String? {
    let actor = self[person]
    guard let month, !actor.offices.isEmpty else { return actor.sector }
    if actor.offices.contains(where: { $0.isHeld(in: month) }) { return actor.sector }
    return actor.offices.allSatisfy { $0.to < month } ? "ELI" : nil
  }
}
