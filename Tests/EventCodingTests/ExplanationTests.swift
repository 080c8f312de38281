import EventCoding
import JSONCoding
import Linguistics
import NewsModel
import Testing

@Suite("Explanations")
struct ExplanationTests {
  private static let engine = Result { try LanguageEngine.english() }
  private static let coder = Result { try EventCoder.english() }

  private func document(_ article: Article) throws -> Document {
    var scratch = NetworkScratch()
    return try Self.engine.get().annotate(Array(article.text.utf8), date: article.day, scratch: &scratch)
  }

  private func explain(_ text: String) throws -> ArticleExplanation {
    let article = Article(id: "00000000deadbeef", text: text, date: "2023-04-25")
    return try Self.coder.get().explain(article, document(article))
  }

  private func step(_ part: String, in explanation: Explanation?) throws -> Explanation.Step {
    try #require(explanation?.steps.first { $0.part == part }, "\(part)")
  }

  @Test("Explaining finds the events that coding finds, whatever the text")
  func same() throws {
    for text in [
      "Russia imposed sanctions on Norway on Monday. Norway said it would respond. The sanctions hit fish exports.",
      "\"We will not talk,\" the minister said. Police arrested 12 protesters in Oslo.", "", "No.",
      "The prime minister denied that troops had attacked the village, but aid groups accused the army of shelling it.",
    ] {
      let article = Article(id: "00000000deadbeef", text: text, date: "2023-04-25")
      let document = try document(article)
      #expect(
        try Self.coder.get().explain(article, document).events.map(\.event) == Self.coder.get().code(article, document))
    }
  }

  @Test("The rule is named with its table, its line, and what stands where")
  func rule() throws {
    let explanation = try explain("Russia imposed sanctions on Norway on Monday.").events.first
    let rule = try step("rule", in: explanation)
    #expect(rule.words == "imposed")
    #expect(rule.result.hasPrefix("SANCTION"))
    #expect(rule.how.contains("lexicon.txt, line "), "\(rule.how)")
    #expect(rule.how.contains("subj “Russia” is actor"), "\(rule.how)")
  }

  @Test("A pattern that was tried in vain is named with what it wanted")
  func misfit() throws {
    let words = try explain("The minister used a new pen in Oslo.").rejected
    let used = try #require(words.first { $0.words == "used" }, "\(words)")
    #expect(
      used.reasons.contains { $0.why.contains("wants obj to be") && $0.why.contains("“a new pen”") }, "\(used.reasons)")
  }

  @Test(
    "A verb of saying that makes no statement is told with the reason",
    arguments: [
      (
        "Norway raised its taxes. The new study said that prices had risen.",
        "who speaks, “The new study”, is known neither"
      ),
      ("Norwegian police believed that the man was armed.", "it tells what somebody thinks"),
      ("The Norwegian minister attacked the plan, saying that it was late.", "another verb tells the same words"),
      ("Norway's minister told the press: \"I condemn the attack.\"", "“attack” is all that is said"),
    ])
  func unsaid(text: String, why: String) throws {
    let reasons = try explain(text).rejected.flatMap(\.reasons)
    #expect(reasons.contains { $0.what.hasPrefix("statement.") && $0.why.hasPrefix(why) }, "\(reasons)")
  }

  @Test("A verb of saying that makes a statement is not among the words without an event")
  func said() throws {
    let explanation = try explain("Norway said that prices had risen.")
    #expect(explanation.events.map(\.event.type) == [.statement])
    #expect(!explanation.rejected.contains { $0.words == "said" }, "\(explanation.rejected)")
  }

  @Test("A near miss is told as one")
  func nearMiss() throws {
    let words = try explain("Police in Oslo fired tear gas on Monday.").rejected
    #expect(words.flatMap(\.reasons).contains { $0.why.contains("near miss") }, "\(words)")
  }

  @Test("What is told as part of another event, or again, says of which")
  func absorbed() throws {
    let words = try explain("Germany demanded that Russia withdraw its troops from Ukraine.").rejected
    #expect(words.flatMap(\.reasons).contains { $0.why == "told as part of “demanded”" }, "\(words)")
  }

  @Test("Parties say by which words and tables they were found")
  func parties() throws {
    let explanation = try explain("Moscow imposed sanctions on Norwegian officials on Monday.").events.first
    #expect(try step("actor", in: explanation).how.contains("“Moscow” stands for the government of Russia"))
    let recipient = try step("recipient", in: explanation)
    #expect(recipient.how.contains("“Norwegian” is the adjective of Norway"), "\(recipient.how)")
    #expect(recipient.how.contains("“officials” is a word for a role"), "\(recipient.how)")
  }

  @Test("A date says what it was counted from, and the times that were passed over")
  func time() throws {
    let explanation = try explain("Police arrested 12 protesters in Oslo on Monday.").events.first
    let time = try step("time", in: explanation)
    #expect(time.words == "Monday")
    #expect(time.how == "counted from the article's day, 2023-04-25")
  }

  @Test("A day that another sentence told says so")
  func sharedTime() throws {
    let events = try explain("On Friday Norway's court rejected the appeal. The court said that it was void.").events
    let time = try step("time", in: events.last)
    #expect(time.words == "Friday")
    #expect(time.how.hasSuffix("told in another sentence, whose day this shares"), "\(time.how)")
  }

  @Test("A place with namesakes says between how many was chosen, and why not the others")
  func place() throws {
    let explanation = try explain("Police arrested 12 protesters in London on Monday, British officials said.").events
      .first
    let place = try step("place", in: explanation)
    #expect(place.result == "London, GBR")
    #expect(place.how.contains("chosen among"), "\(place.how)")
    #expect(place.rejected.contains { $0.what.contains("CAN") }, "\(place.rejected)")
  }

  @Test("A status names the words it was read from")
  func status() throws {
    let explanation = try explain("Russia will impose sanctions on Norway next week.").events.first
    let status = try step("status", in: explanation)
    #expect(status.result == "scheduled")
    #expect(status.how.contains("auxiliary “will”"), "\(status.how)")
  }

  @Test("An explanation is read as it was written, and its lines keep to the width")
  func forms() throws {
    let explanation = try explain(
      "Germany demanded that Russia withdraw its troops from Ukraine by Monday, officials said.")
    for event in explanation.events { #expect(try Explanation(parsing: event.jsonBytes) == event) }
    #expect(try JSONValue(parsing: explanation.jsonBytes)["events"]?.array?.count == explanation.events.count)
    let lines = ExplanationText.lines(explanation, width: 60)
    #expect(lines.count > 10)
    #expect(lines.allSatisfy { $0.unicodeScalars.count <= 60 })
  }

  @Test("Of one event, its sentence's words only are told")
  func part() throws {
    let all = try explain("Russia imposed sanctions on Norway. The minister used a new pen in Oslo.")
    let id = try #require(all.events.first?.event.id)
    let part = try #require(all.part(for: id))
    #expect(part.events.map(\.event.id) == [id])
    #expect(all.rejected.contains { $0.words == "used" })
    #expect(!part.rejected.contains { $0.words == "used" })
    #expect(all.part(for: "00000000deadbeef-99") == nil)
  }
}
