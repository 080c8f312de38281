import EventCoding
import NewsService
import Platform
import TestSupport
import Testing

@Suite("Tables of the operator's own") struct CodingAdditionTests {
  private let scratch = ScratchFolder()

  private func additions() throws -> CodingAdditions {
    var configuration = Configuration()
    configuration.actorsDirectory = scratch.path("actors.d")
    configuration.lexiconDirectory = scratch.path("lexicon.d")
    return try CodingAdditions(configuration)
  }

  @Test("are *.txt in the order of their names; a README, a hidden file or a copy of an editor is none") func names()
    throws
  {
    for name in ["b.txt", "a.txt", "README", ".hidden.txt", "c.txt~"] {
      try scratch.write("[group]\nX\(name.count) = IMG\n", to: "actors.d/\(name)")
    }
    try scratch.write("[verbs]\n", to: "lexicon.d/words.txt")
    let read = try additions()
    #expect(read.actors.map(\.file) == [scratch.path("actors.d/a.txt"), scratch.path("actors.d/b.txt")])
    #expect(read.lexicon.map(\.file) == [scratch.path("lexicon.d/words.txt")])
  }

  @Test("need not be there where the configuration does not name their folder, and must be where it does")
  func missing()
    throws
  {
    let error = #expect(throws: ConfigurationError.self) { try additions() }
    #expect(error?.file == scratch.path("actors.d"))
  }

  @Test("must be UTF-8, and the line that is not is named") func encoding() throws {
    try scratch.write("", to: "lexicon.d/x.txt")
    try scratch.write(Array("[group]\nCaf".utf8) + [0xE9] + Array(" = IMG\n".utf8), to: "actors.d/latin.txt")
    let error = #expect(throws: ConfigurationError.self) { try additions() }
    #expect(error?.line == 2)
    #expect(error?.message.contains("UTF-8") == true)
  }

  @Test("name file and line of a mistake") func mistake() throws {
    try scratch.write("", to: "lexicon.d/x.txt")
    try scratch.write("[group]\n# fine\nRiver Avengers\n", to: "actors.d/groups.txt")
    let error = #expect(throws: ResourceError.self) { try additions().coder() }
    #expect(error?.description.hasPrefix(scratch.path("actors.d/groups.txt") + ":3: ") == true)
  }

  @Test("that are shipped as examples are what their READMEs say", arguments: ["actors.d", "lexicon.d"])
  func examples(folder: String) throws {
    let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
    let bytes = try KernelFileSystem().read(FilePath(root + "/etc/\(folder)/README"), limit: 1 << 16)
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.allSatisfy { $0.unicodeScalars.count <= 80 })
    // The example begins with a comment and goes on as long as lines are indented.
    let start = try #require(lines.firstIndex { $0.hasPrefix("    #") })
    let example = lines[start...].prefix { $0.isEmpty || $0.hasPrefix("    ") }.prefix { !$0.hasPrefix("    Name;") }
    let table = CodingTable(file: "example.txt", text: Array(example.joined(separator: "\n").utf8))
    #expect(example.count > 5)
    _ = try folder == "actors.d" ? EventCoder.english(actors: [table]) : EventCoder.english(lexicon: [table])
  }
}
