import EventCoding
import Linguistics
import NewsModel
import Testing

@Suite("Additions to the lexicon")
struct LexiconAdditionTests {
  private static let engine = Result { try LanguageEngine.english() }

  private func events(_ text: String, lexicon: String..., actors: String...) throws -> [Event] {
    let coder = try EventCoder.english(
      actors: actors.enumerated().map { CodingTable(file: "a\($0)", text: Array($1.utf8)) },
      lexicon: lexicon.enumerated().map { CodingTable(file: "l\($0)", text: Array($1.utf8)) })
    let article = Article(id: "00000000deadbeef", text: text, date: "2023-04-25")
    var scratch = NetworkScratch()
    return coder.code(article, try Self.engine.get().annotate(Array(text.utf8), date: article.day, scratch: &scratch))
  }

  private func error(_ lexicon: String...) -> ResourceError? {
    do {
      _ = try Lexicon.english(lexicon.enumerated().map { CodingTable(file: "l\($0)", text: Array($1.utf8)) })
      return nil
    } catch {
      return error
    }
  }

  private let hoodwink = "Russia hoodwinked Ukraine on Monday."

  @Test("A new verb makes events, with the frames of the program's own table")
  func newVerb() throws {
    #expect(try events(hoodwink).isEmpty)
    let event = try #require(
      try events(hoodwink, lexicon: "[verbs]\nmy.hoodwink | hoodwink | ASSAULT | 190 | act").first)
    #expect(event.type == .assault)
    #expect(event.rule == "my.hoodwink")
    #expect(event.actorCodes == ["RUS"])
    #expect(event.recipientCodes == ["UKR"])
  }

  @Test(
    "A verb that nobody ever met is found in all its forms",
    arguments: [
      "Russia zarked Ukraine on Monday.", "Ukraine was zarked by Russia.", "Russia is zarking Ukraine.",
      "Russia zarks Ukraine every winter.",
    ])
  func forms(sentence: String) throws {
    let table = "[verbs]\nmy.zark | zark | ASSAULT | 190 | act"
    #expect(try events(sentence, lexicon: table).map(\.rule) == ["my.zark"])
  }

  @Test("An addition goes before the program's own patterns, however exact those are")
  func priority() throws {
    let text = "Russia imposed sanctions on Ukraine on Monday."
    #expect(try events(text).first?.type == .sanction)
    let table = "[verbs]\nmy.impose | impose | COERCE | 170 | act.on"
    #expect(try events(text, lexicon: table).contains { $0.rule == "my.impose" && $0.type == .coerce })
  }

  @Test("The last table goes before all others")
  func order() throws {
    let first = "[verbs]\nmy.one | hoodwink | ASSAULT | 190 | act"
    let second = "[verbs]\nmy.two | hoodwink | THREATEN | 130 | act"
    #expect(try events(hoodwink, lexicon: first, second).map(\.rule) == ["my.two"])
    #expect(try events(hoodwink, lexicon: second, first).map(\.rule) == ["my.one"])
  }

  @Test("An id given again replaces the pattern of that name, and dashes take it away")
  func replacement() throws {
    let own = "[verbs]\nmy.hoodwink | hoodwink | ASSAULT | 190 | act"
    let other = "[verbs]\nmy.hoodwink | hoodwink | AID | 070 | act"
    #expect(try events(hoodwink, lexicon: own, other).map(\.type) == [.aid])
    #expect(try events(hoodwink, lexicon: own, "[verbs]\nmy.hoodwink | - | - | - | -").isEmpty)
    #expect(error("[verbs]\nmy.hoodwinck | - | - | - | -")?.message.contains("no pattern my.hoodwinck") == true)
  }

  @Test("A word added to a class counts in the program's own patterns")
  func classes() throws {
    let text = "Russia and Ukraine reached a concordat on Monday."
    #expect(try !events(text).contains { $0.type == .agree })
    #expect(try events(text, lexicon: "[classes]\nagreement | concordat").contains { $0.type == .agree })
  }

  @Test("A word of a list may be given another meaning by an addition, but not twice in one table")
  func lists() {
    #expect(error("[control]\npossible | plan") == nil)
    #expect(error("[control]\npossible | plan\nscheduled | plan")?.description.hasPrefix("l0:3: ") == true)
  }

  @Test("A mistake names the addition and the line in it")
  func mistakes() {
    #expect(
      error("[classes]\nx | y", "[verbs]\n\na.b | hit | ASSALT | 190 | act")?.description.hasPrefix("l1:3: ") == true)
    #expect(error("a | b", "[verbs]")?.description.hasPrefix("l0:1: a line before the first section") == true)
    #expect(error("[verbs]\na.b | hit | ASSAULT | 190 | act\na.b | hit | ASSAULT | 190 | act")?.line == 3)
  }

  @Test("Of two tables of actors that know a name the last wins, and both go before the program's own")
  func actors() throws {
    let text = "Moscow attacked Ukraine on Monday."
    let first = "[group]\nMoscow = IMG/REB"
    let second = "[group]\nMoscow = MLI/REB"
    #expect(try events(text, actors: first, second).first?.actorCodes == ["MLI"])
    #expect(try events(text, actors: second, first).first?.actorCodes == ["IMG"])
    #expect(try events(text).first?.actorCodes == ["RUS"])
  }
}
