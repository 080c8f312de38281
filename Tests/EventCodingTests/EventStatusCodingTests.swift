import EventCoding
import NewsModel
import Testing

@Suite("Status of events")
struct EventStatusCodingTests {
  static let cases: [(String, EventType, EventStatus)] = [
    ("Russia attacked Ukraine.", .assault, .occurred),
    ("There are no plans for a strike by Norwegian miners.", .protest, .denied),
    ("There are plans for a strike by Norwegian miners.", .protest, .scheduled),
    ("Chad will put off the vote until July, the first since the overthrow of President Ola Lie.", .coerce, .occurred),
    ("Russia is attacking Ukraine.", .assault, .ongoing),
    ("Anna Berg of Norway said that Peru provides support to Haiti.", .support, .ongoing),
    ("Did Norwegian police arrest the Chilean minister?", .coerce, .possible),
    ("Why did Norwegian police arrest the Chilean minister?", .coerce, .occurred),
    ("Norway is no longer sending troops to Mali.", .mobilize, .denied),
    ("Neither Chilean rebels nor Peru attacked Bolivia.", .assault, .denied),
    ("Norway was able to arrest the rebels.", .coerce, .occurred),
    ("Brazil is the latest country to expel Chilean diplomats.", .sanction, .occurred),
    ("Peru announced its decision to expel two Chilean diplomats.", .sanction, .scheduled),
    ("Not only Chilean rebels attacked Peru, an analyst said.", .assault, .occurred),
    ("The decision by Norway to expel two Chilean diplomats was a surprise.", .sanction, .scheduled),
    ("Norway became the first country to expel Chilean diplomats.", .sanction, .occurred),
    ("Russia did not attack Ukraine.", .assault, .denied),
    ("France is to ban the party.", .coerce, .scheduled), ("The two men are to be hanged.", .assault, .scheduled),
    ("Neither Poland nor France boycotted the parade.", .protest, .denied),
    ("Peru did not bomb, shell or attack Chile.", .assault, .denied),
    ("Russia may attack Ukraine.", .assault, .possible),
    ("Russian troops were attacking Ukraine in March.", .assault, .occurred),
    ("The man has yet to be arrested by police in Oslo.", .coerce, .denied),
    ("She regrets that the two men are yet to be arrested by police in Oslo.", .coerce, .denied),
    ("Macron said that the decree would have outlawed the party of Le Pen.", .coerce, .possible),
    ("The army will leave Mali when the court frees the president.", .retreat, .scheduled),
    ("Poland will send troops in the event of an invasion of Latvia by Russia.", .assault, .possible),
    ("Oman denied on Tuesday press reports that the army had released a captive.", .retreat, .denied),
    ("Merkel is the only chancellor to be arrested by police in Berlin.", .coerce, .occurred),
    ("A set of protests against the government began in Oslo.", .protest, .occurred),
    ("Russia plans to attack Ukraine.", .assault, .scheduled),
    ("The Russian army gave orders to attack Ukraine.", .assault, .demanded),
    ("The men are being held by police in Oslo.", .coerce, .ongoing),
    ("The company is under investigation by police in Oslo.", .accuse, .ongoing),
    ("The soldiers had been attacking Ukraine.", .assault, .occurred),
    ("Oman denied a report which claimed that the army had released a captive.", .retreat, .denied),
    ("Rebels capture Chilean minister", .assault, .occurred),
    ("The blast follows the killing of a Peruvian soldier by rebels.", .assault, .occurred),
    ("Macron will visit China next month.", .consult, .scheduled),
    ("The police of Norway talked to the men rather than arresting them.", .coerce, .denied),
    ("The Norwegian police have been unable to arrest the rebels.", .coerce, .denied),
    ("The embassy of Norway could not say whether the teacher had been arrested.", .coerce, .possible),
    ("Critics said that Norway should not be cooperating with Chad.", .cooperate, .ongoing),
    ("Prime Minister Berg of Norway announced that she is resigning.", .retreat, .scheduled),
    ("Police in Oslo announced the arrest of Anna Berg.", .coerce, .occurred),
    ("Prime Minister Berg of Norway announced her opposition to the treaty.", .reject, .occurred),
    (
      "The appeal will be filed in Oslo, although the court of Norway has twice before rejected it.", .reject, .occurred
    ),
    ("Sweden pressed Peru to open its border since Peru joined the United Nations.", .cooperate, .occurred),
    ("Norway's police continued to disperse crowds for two hours.", .coerce, .occurred),
    ("Norway's army continues to shell the town of Lima.", .assault, .ongoing),
    ("Merkel has not been in touch with Macron, or with any of his ministers.", .consult, .denied),
    ("The spy faces extradition to Norway.", .coerce, .scheduled),
    ("Norway said that it is committed to helping refugees in Chad with food.", .aid, .scheduled),
    ("The bomb was intended to terrorise the people of Norway.", .coerce, .possible),
    ("The United States is considering sanctions against Iran.", .sanction, .possible),
    (
      "The visit is a first step toward a settlement as ties have suffered because Iran has deployed 2,000 troops.",
      .mobilize,
      .occurred
    ),
  ]

  @Test("Tense, modals, negation and plans tell whether it happened", arguments: cases)
  func status(_ text: String, _ type: EventType, _ status: EventStatus) throws {
    #expect(try CodingSamples.event(type, in: text).status == status)
  }

  @Test("A warning keeps its condition, and what stands in it did not happen")
  func condition() throws {
    let events = try CodingSamples.events("Kenya warned Ethiopia of a boycott if it shells Somalia.")
    let warning = try #require(events.first { $0.type == .threaten })
    #expect(warning.condition?.text == "if it shells Somalia")
    #expect(warning.recipientCodes == ["ETH"])
    #expect(!events.contains { $0.type == .assault && ($0.status == .occurred || $0.status == .ongoing) })
  }

  @Test("What is threatened, demanded or refused is told in the outer event alone")
  func absorbed() throws {
    for text in [
      "Iran threatened to attack Israel.", "Iran demanded that Israel release prisoners.",
      "Iran refused to release prisoners.", "Iran accused Israel of bombing a school.",
    ] {
      let events = try CodingSamples.events(text)
      #expect(events.count == 1, "\(text): \(events.map(\.rule))")
    }
  }

  @Test("What somebody says another must do is a demand")
  func must() throws {
    let event = try CodingSamples.event(
      .request, in: "Poland's president said on Friday that Russia must withdraw its troops.")
    #expect(event.actorCodes == ["POL"])
    #expect(event.recipientCodes == ["RUS"])
    #expect(event.status == .occurred)
  }

  @Test("Without a time in the text the article's day stands in for what happened, and for nothing else")
  func publicationTime() throws {
    let past = try CodingSamples.event(.assault, in: "Russia attacked Ukraine.")
    #expect(past.time?.basis == .publication && past.time?.value == "2023-04-25" && past.time?.span == nil)
    let possible = try CodingSamples.event(.assault, in: "Russia may attack Ukraine.")
    #expect(possible.time == nil)
  }

  @Test("“Are due to meet” is planned")
  func due() throws {
    let text = "The foreign ministers of Norway and Chad are due to meet in Oslo."
    #expect(try CodingSamples.event(.consult, in: text).status == .scheduled)
  }
}
