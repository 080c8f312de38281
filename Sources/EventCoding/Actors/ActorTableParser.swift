/// Reads actors.txt; the table's own first lines describe the format.
struct ActorTableParser {
  private var table: ActorTable
  private let file: String
  private var kind: Actor.Kind?
  /// Spellings of this file with the line that gave them: a name twice is a mistake.
  private var seen: [ActorTable.Form: HashSlots] = [:]
  private var line = 0

  init(extending table: ActorTable, file: String) {
    self.table = table
    self.file = file
  }

  /// The table with the actors of `text` added; where both know a name, `text` wins.
  static func parse(
    _ text: [UInt8], file: String, extending table: ActorTable = ActorTable()
  ) throws(ResourceError) -> ActorTable {
    var parser = ActorTableParser(extending: table, file: file)
    try TableLine.forEach(in: text) { line throws(ResourceError) in try parser.read(line) }
    return parser.table
  }

  private func failure(_ message: String) -> ResourceError {
    ResourceError(file: file, line: line, message: message)
  }

  private mutating func read(_ tableLine: TableLine) throws(ResourceError) {
    line = tableLine.number
    if let section = tableLine.section {
      guard let kind = Actor.Kind(rawValue: section) else {
        let words = Actor.Kind.allCases.map(\.rawValue).joined(separator: ", ")
        throw failure("[\(section)] is no section; use one of \(words)")
      }
      self.kind = kind
      return
    }
    guard let kind else { throw failure("an actor before the first section; begin with a line such as [group]") }
    guard let head = tableLine.fields.first, let (names, code) = TableLine.sides(head, of: "=") else {
      throw failure("no \"=\" in \"\(tableLine.fields.first ?? "")\"; write: Name; other name = CODE/SECTOR")
    }
    let spellings = TableLine.list(names)
    guard let name = spellings.first else { throw failure("no name before \"=\"") }
    var entry = Entry(actor: Actor(name: name, kind: kind), names: spellings)
    try readCode(code, into: &entry)
    for field in tableLine.fields.dropFirst() { try readField(field, into: &entry) }
    try add(entry)
  }

  /// An actor with the spellings still to be entered.
  private struct Entry {
    var actor: Actor
    var names: [String]
    var adjectives: [String] = []
    var people: [String] = []
    var seats: [String] = []
    var surnames: [String] = []
  }

  private func readCode(_ text: String, into entry: inout Entry) throws(ResourceError) {
    let (code, sector) = TableLine.sides(text, of: "/") ?? (text, "")
    if !sector.isEmpty {
      guard PartyCode.sectors.contains(sector) else { throw failure("\"\(sector)\" is no PLOVER sector") }
      entry.actor.sector = sector
    }
    if code == "-" { return }
    guard isCode(code), entry.actor.kind == .country || table.isKnown(code: code) else { throw unknown(code) }
    entry.actor.code = code
  }

  private func isCode(_ text: String) -> Bool {
    text.utf8.count == 3 && text.utf8.allSatisfy { $0 >= UInt8(ascii: "A") && $0 <= UInt8(ascii: "Z") }
  }

  private func unknown(_ code: String) -> ResourceError {
    failure("\"\(code)\" is no country's code and none of \(PartyCode.nonState.sorted().joined(separator: ", "))")
  }

  private func readField(_ field: String, into entry: inout Entry) throws(ResourceError) {
    if let gender = Gender(rawValue: field) {
      entry.actor.gender = gender
      return
    }
    guard let (key, value) = TableLine.sides(field, of: ":") else {
      throw failure("\"\(field)\" is neither \"key: value\" nor m or f")
    }
    switch key {
    case "adj": entry.adjectives = TableLine.list(value)
    case "people": entry.people = TableLine.list(value)
    case "seat": entry.seats = TableLine.list(value)
    case "short": entry.surnames = TableLine.list(value)
    case "of": entry.actor.organisation = value
    case "office":
      for office in TableLine.list(value) { entry.actor.offices += try readOffice(office) }
    default: throw failure("\"\(key)\" is no field; use adj, people, seat, short, of, office")
    }
  }

  /// Reads `prime minister 1999/08-2000/05, 2008-2012` and `prime minister of NOR 2005/10-2013/10`.
  private func readOffice(_ text: String) throws(ResourceError) -> [Office] {
    let isDigit = { (byte: UInt8) in byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }
    let bytes = Array(text.utf8)
    let titleEnd = bytes.firstIndex(where: isDigit) ?? bytes.endIndex
    var title = String(decoding: bytes[..<titleEnd], as: UTF8.self)
    while title.utf8.last == UInt8(ascii: " ") { title.unicodeScalars.removeLast() }
    var offices: [Office] = []
    for range in bytes[titleEnd...].split(separator: UInt8(ascii: ",")) {
      let parts = range.filter { $0 != UInt8(ascii: " ") }.split(
        separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
      guard parts.count == 2, let from = Self.month(parts[0], ofYearWithout: 1),
        let to = parts[1].isEmpty ? Month.max : Self.month(parts[1], ofYearWithout: 12), from <= to
      else { throw failure("\"\(String(decoding: range, as: UTF8.self))\" is no time; write 2012/05-2018 or 2018-") }
      offices.append(Office(title: title, from: from, to: to))
    }
    if let (post, code) = ofAnother(title) {
      guard table.isKnown(code: code) else { throw unknown(code) }
      for index in offices.indices { (offices[index].title, offices[index].code) = (post, code) }
    }
    guard !title.isEmpty, !offices.isEmpty else { throw failure("\"\(text)\" is no office; write: president 2012-") }
    return offices
  }

  /// "prime minister of NOR": the post, and the code of the country or organisation that is not the person's.
  private func ofAnother(_ title: String) -> (post: String, code: String)? {
    let words = title.split(separator: " ")
    guard words.count > 2, words[words.count - 2] == "of", let code = words.last, isCode(String(code)) else {
      return nil
    }
    return (words.dropLast(2).joined(separator: " "), String(code))
  }

  /// Reads `2012` or `2012/05`.
  private static func month(_ text: ArraySlice<UInt8>, ofYearWithout month: Int) -> Month? {
    let parts = text.split(separator: UInt8(ascii: "/")).map { Int(String(decoding: $0, as: UTF8.self)) }
    switch (parts.count, parts.first ?? nil, parts.last ?? nil) {
    case (1, let year?, _): return Month(year: year, month: month)
    case (2, let year?, let month?) where (1...12).contains(month): return Month(year: year, month: month)
    default: return nil
    }
  }

  private mutating func add(_ entry: Entry) throws(ResourceError) {
    var actor = entry.actor
    actor.seats = entry.seats
    if actor.kind == .person {
      let lastWord = actor.name.split(separator: " ").last.map(String.init) ?? actor.name
      actor.shortNames = entry.surnames.isEmpty ? [lastWord] : entry.surnames
    }
    let index = table.add(actor)
    for (form, spellings) in [
      (ActorTable.Form.name, entry.names), (.adjective, entry.adjectives), (.people, entry.people),
      (.seat, entry.seats),
    ] {
      for spelling in spellings { try add(spelling, form: form, of: index) }
    }
  }

  private mutating func add(_ spelling: String, form: ActorTable.Form, of actor: Int32) throws(ResourceError) {
    var hash = NameHash()
    hash.append(Array(spelling.utf8))
    if let other = seen[form, default: HashSlots()][hash.value] {
      guard other != line else { return }
      throw failure("\"\(spelling)\" is on line \(other) already; each name has one meaning")
    }
    seen[form, default: HashSlots()].set(hash.value, Int32(line))
    table.add(spelling, form: form, of: actor)
  }
}
