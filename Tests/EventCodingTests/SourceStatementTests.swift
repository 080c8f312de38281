import NewsModel
import Testing

@Suite("What officials say of a deed that is told besides")
struct SourceStatementTests {
  private func statements(_ text: String) throws -> [Event] {
    try CodingSamples.events(text).filter { $0.type == .statement }
  }

  @Test("Who stands behind \"says\" at the end says what stands before it")
  func inverted() throws {
    let text = "The river will be closed to tankers in Norway next year, says Greenpeace."
    #expect(try CodingSamples.event(.statement, in: text).actors.map(\.name) == ["Greenpeace"])
  }

  @Test(
    "Whose word a deed is told on makes a statement where who says it has standing",
    arguments: [
      "Gunmen killed three soldiers in Bergen, Norwegian minister Anna Berg said.",
      "Gunmen killed three soldiers in Bergen, said Norwegian minister Anna Berg.",
      "According to Norwegian minister Anna Berg, gunmen killed three soldiers in Bergen.",
    ])
  func standing(_ text: String) throws {
    #expect(try statements(text).first?.actorCodes == ["NOR"], "\(text)")
    #expect(try CodingSamples.events(text).contains { $0.type == .assault }, "\(text)")
  }

  @Test("What the press and residents are named for at the end is a mere source")
  func source() throws {
    #expect(try statements("Gunmen killed three soldiers in Bergen, residents said.").isEmpty)
    #expect(try statements("Gunmen killed three soldiers in Bergen, according to the Oslo Herald.").isEmpty)
  }

  @Test("Fear is why somebody acts, and no words of his")
  func fear() throws {
    #expect(try statements("Fearing that the fever may spread, Norway banned imports from Peru.").isEmpty)
  }

  @Test("Words that somebody is quoted as saying and that are themselves an act are told once")
  func quotedAct() throws {
    let text =
      "\"I would like to congratulate Peru,\" Norwegian minister Anna Berg is quoted by the Herald as saying."
    let events = try CodingSamples.events(text)
    #expect(events.map(\.type) == [.support])
  }

  @Test("A report of which somebody is told to be the subject elsewhere is not his")
  func report() throws {
    let text =
      "Peru cut the tax within a year, according to the study report. The report recognizes that taxes cost jobs."
    #expect(try statements(text).allSatisfy { $0.actorCodes != ["PER"] })
  }

  @Test("What a mayor says of a storm is public, what a resident says of it is not")
  func storm() throws {
    func storm(_ words: String) -> String {
      """
      A tornado and a storm hit the coast on Monday, hours after the typhoon. The tornado broke trees and a storm followed. The \
      storm brought rainfall and wind to the hills and the fields. \(words)
      """
    }
    #expect(
      try statements(storm("\"The storm was strong,\" said Anna Berg, the mayor of Bergen in Norway.")).count == 1)
    #expect(try statements(storm("\"The storm was strong,\" said Anna Berg, a singer.")).isEmpty)
  }

  @Test("What a body reports is a statement of its own, what the press or witnesses report is news")
  func reported() throws {
    #expect(try statements("The International Monetary Fund reported on Monday that the crisis was over.").count == 1)
    #expect(try statements("The Oslo Herald reported on Monday that the crisis was over.").isEmpty)
    #expect(try statements("Witnesses reported on Monday that the crisis was over.").isEmpty)
  }
}
