import EventCoding
import Testing

@Suite("Words for roles")
struct RoleTableTests {
  @Test(
    "Plurals of roles",
    arguments: [
      ("policeman", ["policemen"]), ("secretary of state", ["secretaries of state"]), ("deputy", ["deputies"]),
      ("attorney general", ["attorneys general", "attorney generals"]), ("spy", ["spies"]), ("coach", ["coaches"]),
      ("prime minister", ["prime ministers"]), ("child", ["children"]), ("envoy", ["envoys"]),
    ])
  func plurals(_ word: String, _ plurals: [String]) {
    #expect(RoleTable.plurals(of: word) == plurals)
  }

  @Test("The tables fill every list of words that newsd asks for")
  func words() throws {
    let roles = try EntityTables.english().roles
    for list in RoleTable.WordList.allCases {
      #expect(roles.words(of: list).count > 1, "\(list)")
      #expect(roles.words(of: list).allSatisfy { roles.has(list, $0) })
      #expect(!roles.has(list, "zebra"))
    }
  }

  @Test(
    "Mistakes are told with file and line",
    arguments: [
      ("[nobody]", 1), ("[person]\npresident", 2), ("[person]\npresident = XXX", 2),
      ("[person]\npresident = GOV | big", 2),
      ("[group]\nrights group = RUS/SOC", 2),
      ("[words]\nfaiths", 2), ("[words]\nnobodies = one; two", 2),
    ])
  func mistakes(_ text: String, _ line: Int) {
    let error = #expect(throws: ResourceError.self) { try RoleTable.parse(Array(text.utf8), file: "roles") }
    #expect(error?.line == line && error?.file == "roles")
  }
}
