/// Words for roles, lists of words about names and people, and common first names; roles.txt describes the format.
package struct RoleTable: Sendable {
  private(set) var roles = NameTable<Role>()
  /// How many words and phrases name a role, plurals included.
  package var count: Int { roles.entries.count }
  private var firstNames: [NameHash: Gender] = [:]
  var lists: [WordList: Set<String>] = [:]

  /// How many first names are known.
  package var firstNameCount: Int { firstNames.count }

  /// The gender that goes with a first name.
  func gender(ofFirstName name: some RandomAccessCollection<UInt8>) -> Gender? {
    var hash = NameHash()
    hash.append(name)
    return firstNames[hash]
  }

  /// The role that a title names.
  func role(called title: String) -> Role? {
    let name = Array(title.utf8)
    var hash = NameHash()
    hash.append(name)
    return roles.meanings(hash, LetterCase(name)).first
  }

  /// Reads roles.txt.
  package static func parse(_ text: [UInt8], file: String) throws(ResourceError) -> RoleTable {
    var table = RoleTable()
    var section = ""
    try TableLine.forEach(in: text) { line throws(ResourceError) in
      if let name = line.section {
        guard ["male", "female", "words"].contains(name) || Role.Kind(rawValue: name) != nil else {
          throw ResourceError(file: file, line: line.number, message: "[\(name)] is no section of roles")
        }
        section = name
      } else if let kind = Role.Kind(rawValue: section) {
        try table.addRoles(line, kind: kind, file: file)
      } else if section == "words" {
        try table.addWords(line, file: file)
      } else {
        table.addFirstNames(line, section == "male" ? .male : .female)
      }
    }
    return table
  }

  private mutating func addFirstNames(_ line: TableLine, _ gender: Gender) {
    for name in line.fields.joined(separator: " ").split(separator: " ") {
      var hash = NameHash()
      hash.append(Array(name.utf8))
      firstNames[hash] = gender
    }
  }

  private mutating func addRoles(_ line: TableLine, kind: Role.Kind, file: String) throws(ResourceError) {
    func failure(_ message: String) -> ResourceError {
      ResourceError(file: file, line: line.number, message: message)
    }
    guard let (words, codes) = TableLine.sides(line.fields.first ?? "", of: "=") else {
      throw failure("no \"=\"; write: word; other word = SECTOR")
    }
    var role = Role(title: "", post: "", kind: kind)
    let sector: String
    if let (code, rest) = TableLine.sides(codes, of: "/") {
      guard PartyCode.nonState.contains(code) else { throw failure("\"\(code)\" is no code of PLOVER's") }
      role.code = code
      sector = rest
    } else {
      sector = codes
    }
    if PartyCode.nonState.contains(sector) {
      role.code = sector
    } else if sector != "-" {
      guard PartyCode.sectors.contains(sector) else { throw failure("\"\(sector)\" is no PLOVER sector") }
      role.sector = sector
    }
    let flags = Set(line.fields.dropFirst())
    let known = ["office", "plural", "single", "m", "f", "anywhere", "rank", "state", "address"]
    if let flag = flags.first(where: { !known.contains($0) }) {
      throw failure("\"\(flag)\" is no flag; use \(known.joined(separator: ", "))")
    }
    role.isAnywhere = flags.contains("anywhere")
    role.isState = flags.contains("state")
    role.isRank = flags.contains("rank")
    role.isAddress = flags.contains("address")
    role.isOffice = flags.contains("office")
    role.gender = flags.contains("m") ? .male : flags.contains("f") ? .female : nil
    let list = TableLine.list(words)
    for word in list {
      role.title = word
      role.post = role.isOffice ? list[0] : word
      add(role, flags)
    }
  }

  private mutating func add(_ role: Role, _ flags: Set<String>) {
    var role = role
    role.isPlural = flags.contains("plural")
    roles.add(Array(role.title.utf8), meaning: role)
    guard !role.isPlural, !role.isAddress, !flags.contains("single") else { return }
    role.isPlural = true
    for plural in Self.plurals(of: role.title) { roles.add(Array(plural.utf8), meaning: role) }
  }

  /// The plural forms of a role: "secretaries of state", "policemen", "attorneys general".
  package static func plurals(of word: String) -> [String] {
    var words = word.split(separator: " ").map(String.init)
    let particles: Set<String> = ["of", "for", "in", "to"]
    let head = (words.firstIndex { particles.contains($0) } ?? words.count) - 1
    guard head >= 0 else { return [] }
    var results: [String] = []
    if head >= 1, words[head] == "general", ["attorney", "secretary", "consul", "director"].contains(words[head - 1]) {
      var other = words
      other[head - 1] = plural(of: words[head - 1])
      results.append(other.joined(separator: " "))
    }
    words[head] = plural(of: words[head])
    results.append(words.joined(separator: " "))
    return results
  }

  private static func plural(of noun: String) -> String {
    let irregular = ["person": "persons", "child": "children", "wife": "wives", "thief": "thieves", "half": "halves"]
    if let plural = irregular[noun] { return plural }
    if noun == "schoolchild" { return "schoolchildren" }
    if noun.hasSuffix("man"), noun != "human" { return noun.dropLast(3) + "men" }
    if noun.hasSuffix("y"), let before = noun.dropLast().last, !"aeiou".contains(before) {
      return noun.dropLast() + "ies"
    }
    if ["s", "x", "ch", "sh"].contains(where: noun.hasSuffix) { return noun + "es" }
    return noun + "s"
  }
}
