extension RoleTable {
  /// Lists of words that tell what a name means or where people belong; the `[words]` of `Data/roles.txt` say which.
  package enum WordList: String, Sendable, CaseIterable {
    case pressEndings = "press-endings"
    case pressBeginnings = "press-beginnings"
    case companyEndings = "company-endings"
    case forceEndings = "force-endings"
    case associationEndings = "association-endings"
    case associationBeginnings = "association-beginnings"
    case documentEndings = "document-endings"
    case bodyParts = "body-parts"
    case assemblyEndings = "assembly-endings"
    case faiths
    case councilFields = "council-fields"
    case stateCouncils = "state-councils"
    case worldwide
    case districts
    case partyColours = "party-colours"
    case firstSurnames = "first-surnames"
    case seats
    case servants
    case lawyers
    case peoples
    case foreignForces = "foreign-forces"
    case associations
    case minorities
    case partyWords = "party-words"
    case customers
    case missions
    case strangers
  }

  /// Whether a list has a word; lists that a table leaves out are empty.
  package func has(_ list: WordList, _ word: some StringProtocol) -> Bool {
    lists[list]?.contains(String(word)) ?? false
  }

  /// The words of a list in lower case; none where a table leaves the list out.
  package func words(of list: WordList) -> Set<String> { lists[list] ?? [] }

  mutating func addWords(_ line: TableLine, file: String) throws(ResourceError) {
    func failure(_ message: String) -> ResourceError {
      ResourceError(file: file, line: line.number, message: message)
    }
    guard let (name, words) = TableLine.sides(line.fields.first ?? "", of: "=") else {
      throw failure("no \"=\"; write: list = word; other word")
    }
    guard let list = WordList(rawValue: name) else {
      throw failure("\"\(name)\" is no list of words; use \(WordList.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    lists[list, default: []].formUnion(TableLine.list(words))
  }
}
