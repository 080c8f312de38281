import NewsModel
import Testing

/// Articles of Tuesday, 25 April 2023.
@Suite("Days by the course of a story")
struct EventDateCourseTests: DatedSamples {
  private static let opening = "The war in Chad goes on.\n\nThe council is in Bergen.\n\n"

  @Test("What somebody saw done or began to do is past, what will be going on is to come")
  func governed() throws {
    #expect(try time(.assault, "The raids saw rebels kill ten soldiers of Chad on December 26.") == "2022-12-26")
    #expect(try time(.assault, "The army of Chad began to shell the town on Friday.") == "2023-04-21")
    #expect(
      try time(.mobilize, "There will be 500 Norwegian soldiers patrolling the border on Saturday.") == "2023-04-29")
  }

  // MARK: The present perfect

  @Test("Steps of the law are news in the present perfect, wherever they are told")
  func steps() throws {
    #expect(try time(.coerce, Self.opening + "Police in Norway have arrested Jonas Berg.") == "2023-04-25")
    #expect(try time(.coerce, Self.opening + "Police in Norway have arrested Jonas Berg twice before.") == nil)
    #expect(try time(.assault, Self.opening + "The army of Chad has attacked the rebels.") == nil)
    #expect(try time(.accuse, Self.opening + "Two men of Bergen have been charged with murder.") == "2023-04-25")
    #expect(try time(.accuse, Self.opening + "The king of Norway has been criticised by Chad.") == nil)
  }

  @Test("What is joined to a perfect without a subject of its own is one, too")
  func joinedPerfect() throws {
    let text = "The prime minister of Norway has opposed the war and criticised the king of Sweden."
    #expect(try time(.accuse, Self.opening + text) == nil)
    let own = "The prime minister of Norway has opposed the war. He criticised the king of Sweden."
    #expect(try time(.accuse, Self.opening + own) == "2023-04-25")
  }

  @Test("A noun that is itself the speaker's threat is made by the words; another's threat has no day there")
  func ownThreat() throws {
    let minister = "Norwegian minister Anna Berg said on Monday"
    let own = try CodingSamples.event(.threaten, in: "\"There will be severe costs for Chad,\" \(minister).")
    #expect(own.status == .occurred && own.time?.value == "2023-04-24")
    let others = try CodingSamples.events("\(minister) that the threat by Chad against Sweden was known.")
    #expect(others.allSatisfy { $0.type != .threaten || $0.time == nil })
  }

  @Test("A denial by somebody is an answer in the passive, too")
  func passiveDenial() throws {
    let text = "The reports have been denied by the government of Norway."
    #expect(try time(.reject, Self.opening + text) == "2023-04-25")
  }

  // MARK: Clauses that go on with the story

  @Test("A clause with “, who” behind the verb goes on with the story; before it, it tells by the way")
  func goesOn() throws {
    let on = "President Anna Berg of Norway turned to the prime minister of Sweden, who condemned the rebels."
    #expect(try time(.accuse, on) == "2023-04-25")
    let aside = "The prime minister of Sweden, who condemned the rebels, met President Anna Berg of Norway."
    #expect(try time(.accuse, aside) == nil)
    let dated = "On Monday the police of Norway stopped Jonas Berg, who attacked two soldiers."
    #expect(try time(.assault, dated) == "2023-04-24")
  }

  @Test("Two participles share the day of the words above")
  func participles() throws {
    let text = """
      Jonas Berg, the prime minister of Norway, said on Sunday that taxes would fall.

      Berg voiced mixed feelings about Sweden, praising the king but denouncing the government of Sweden.
      """
    #expect(try time(.accuse, text) == "2023-04-23")
  }

  @Test("Who goes on to say something says it on the day of the words before")
  func goneOn() throws {
    let text = """
      Jonas Berg, the prime minister of Norway, said on Sunday that taxes would fall. Berg went on to say that Norway was safe.
      """
    #expect(try lastTime(.statement, text) == "2023-04-23")
  }

  // MARK: Days told elsewhere

  @Test("The article's first deed has the day that the text tells later")
  func toldLater() throws {
    let begin = "Police in Norway have arrested three rebels.\n\nThe town is small. "
    #expect(try time(.coerce, begin + "The three were arrested on Saturday.") == "2023-04-22")
    #expect(try time(.coerce, begin + "A soldier was killed on Saturday.") == "2023-04-25")
  }

  @Test("A judge's written words have the day of the judgement; what he tells a newspaper has not")
  func judge() throws {
    let begin = "On Monday the Supreme Court of Norway struck down the law.\n\nJustice Anna Lund "
    #expect(try time(.statement, begin + "wrote that the law was too old.") == "2023-04-24")
    #expect(try time(.statement, begin + "told the Oslo Herald that the law was too old.") == "2023-04-25")
  }

  @Test("“At the ceremony” is on the day of the deed that the article begins with")
  func ceremony() throws {
    let begin = "The prime minister of Norway, Jonas Berg, opened a bridge on Sunday.\n\n"
    #expect(
      try time(.statement, begin + "At the ceremony, the king of Sweden said that the bridge was long.") == "2023-04-23"
    )
    #expect(
      try time(.statement, begin + "In the newspaper, the king of Sweden said that the bridge was long.")
        == "2023-04-25")
  }

  // MARK: No day

  @Test("“Since May 2003”, “after 11 May 2001”, “in two previous cases” and “eventually” tell no day")
  func bounds() throws {
    #expect(try time(.assault, "Since May 2003 the army of Chad has attacked three villages.") == nil)
    let after = "After May 11, 2001, the government of Norway argued that the rebels had no rights."
    #expect(try time(.accuse, after) == nil)
    #expect(try time(.sanction, "The court of Chad convicted Jonas Berg in two previous cases.") == nil)
    #expect(try time(.sanction, "The court of Chad convicted Jonas Berg in two cases.") == "2023-04-25")
    let eventually = "On Sunday the rebels entered the town. The army of Chad eventually killed the rebels."
    #expect(try time(.assault, eventually) == nil)
  }

  @Test("A noun inside somebody's words is no news of the article's day")
  func nounInWords() throws {
    let text = "“The government's threat to bomb Chad is a mistake,” said Prime Minister Jonas Berg of Norway."
    #expect(try time(.threaten, text) == nil)
  }

  @Test("A century is no time of a deed")
  func century() throws {
    let text =
      "The prime minister of Norway, Jonas Berg, described the United Nations as unfit for the 22nd century."
    #expect(try time(.accuse, text) == "2023-04-25")
  }

  // MARK: Status

  @Test("What is asked for in a clause with “be” is demanded, and what is joined to “could” is possible")
  func mandative() throws {
    let text = "The minister said that Chad should help the refugees, and that they either be tried or freed."
    #expect(try CodingSamples.event(.accuse, in: text).status == .demanded)
    let could = "The paper reports that Jonas Berg of Norway could resign and be arrested."
    #expect(try CodingSamples.event(.coerce, in: could).status == .possible)
  }

  @Test("Who is predicting something has said it")
  func predicting() throws {
    let text = "The finance ministry of Norway is predicting that taxes will fall."
    #expect(try CodingSamples.event(.statement, in: text).status == .occurred)
  }
}
