import NewsModel
import Testing

/// Articles of Tuesday, 25 April 2023.
@Suite("Days of occasions told before, and deeds that have no day")
struct EventDateOccasionTests: DatedSamples {
  // MARK: Occasions

  @Test("A court's words have the day on which it judged")
  func judgement() throws {
    let text = """
      On April 20 the Supreme Court of Norway rejected an appeal by the fishermen.

      The court said that the fishermen had no licence.
      """
    #expect(try lastTime(.statement, text) == "2023-04-20")
  }

  @Test("What somebody says at a speech that the article's begin dates is on that day")
  func address() throws {
    let text = """
      On Sunday President Emmanuel Macron addressed the nation and promised reforms.

      Macron said that pensions would rise.
      """
    #expect(try lastTime(.statement, text) == "2023-04-23")
  }

  @Test("What is said right after a scene is told is of its day, and so are the same speaker's later words")
  func scene() throws {
    let text = """
      Marta Lund was in court on Monday. Her lawyer, Jonas Holt, argued that the senators of Chile had broken the law.

      Holt argued that the votes of the senate were void.
      """
    #expect(try lastTime(.statement, text) == "2023-04-24")
  }

  @Test("At the rally is on the day of the rally")
  func mention() throws {
    let text = """
      Peru's opposition held a rally on Sunday in Lima, and thousands came.

      Police watched. At the rally, President Dina Boluarte said that she would resign.
      """
    #expect(try lastTime(.statement, text) == "2023-04-23")
  }

  @Test("Protesters are arrested on the day of the protest that the article begins with")
  func arrests() throws {
    let text = """
      Thousands of protesters marched through Paris on Sunday.

      Police used batons. Fifty demonstrators were arrested.
      """
    #expect(try time(.coerce, text) == "2023-04-23")
  }

  @Test("A day in front of a sentence is that of all its main verbs")
  func front() throws {
    let text = "On Sunday Russian troops crossed into Georgia and started to bomb its towns."
    #expect(try time(.assault, text) == "2023-04-23")
  }

  @Test("A day at a sentence's end is that of its deed, though a participle stands between")
  func end() throws {
    let text = "The embassy of Iran was attacked by forty men belonging to a sect on Sunday."
    #expect(try time(.assault, text)?.hasPrefix("2023-04-23") == true)
  }

  @Test("Words in a letter are of the day on which it was sent")
  func document() throws {
    let text =
      "On Friday Norway's government met, and President Dina Boluarte of Peru sent a letter that said Peru was ready."
    #expect(try time(.statement, text) == "2023-04-21")
  }

  @Test(
    "What is said by who debated, was heard or spoke for the court is of the day on which the article begins with it",
    arguments: [
      "Last Friday Peru's President Dina Boluarte debated the law with Chile's President Gabriel Boric in Lima.",
      "Peru's President Dina Boluarte had her confirmation hearing on Friday in the senate.",
    ])
  func debate(_ lead: String) throws {
    let text = "\(lead)\n\nPresident Boluarte said that the law of the senate was right."
    #expect(try lastTime(.statement, text) == "2023-04-21")
  }

  @Test("Words that a text holds are of the day on which it was given out")
  func givenOut() throws {
    for text in [
      "\"The law is void,\" Norwegian minister Anna Berg wrote in the opinion released Friday.",
      "According to papers filed by the prosecutor on Friday, Peru's government knew of it.",
    ] {
      #expect(try time(.statement, text) == "2023-04-21", "\(text)")
    }
  }

  @Test("What somebody says in the present tense he says now, also within a clause about something else")
  func now() throws {
    let text = "On Friday Iran tested a new missile. The missile, which Iran says is its best, can carry a warhead."
    #expect(try lastTime(.statement, text) == "2023-04-25")
    #expect(try time(.mobilize, text) == "2023-04-21")
  }

  @Test("Who has died after he was shot was shot in the news of the day")
  func death() throws {
    let text = """
      Norway's parliament met in Oslo on Monday.

      Peru's parliament met in Lima.

      A man has died after he was shot by French police.
      """
    #expect(try time(.assault, text) == "2023-04-25")
  }

  // MARK: Layout

  @Test("In a chronicle the date above gives the day, whether it fills its line or begins it")
  func chronicle() throws {
    let text = """
      The campaign in Norway, day by day.

      April 14

      Peru criticised Chile.

      April 12:

      Police in Oslo arrested two Swedish journalists.

      April 11: Sweden rejected the plan.
      """
    #expect(try time(.accuse, text) == "2023-04-14")
    #expect(try time(.coerce, text) == "2023-04-12")
    #expect(try time(.reject, text) == "2023-04-11")
  }

  @Test("A date at the end of a headline is that of its news, and one date alone in a line is no chronicle")
  func headline() throws {
    #expect(
      try time(.accuse, "Peru's parliament met.\n\nPeru criticises Chile over border stones, April 3, 2023")
        == "2023-04-03")
    #expect(try time(.accuse, "April 20, 2023\n\nPeru criticised Chile.") == "2023-04-25")
  }

  // MARK: Bounds

  @Test(
    "Before, after or since another event is no day",
    arguments: [
      "Relations have been bad since Norway expelled the ambassador of Chile.",
      "Juan Soto was the mayor of Lima until police arrested him.",
      "Before the elections, the opposition in Chile accused the government of Chile of fraud.",
      "Two journalists were arrested in Minsk some weeks before the elections.",
      "Three years after the trial, the government of Peru expelled the ambassador of Chile.",
    ])
  func bounds(_ text: String) throws {
    let events = try CodingSamples.events(text).filter { $0.status == .occurred }
    #expect(!events.isEmpty && events.allSatisfy { $0.time == nil }, "\(events.map(\.time))")
  }

  @Test("In the article's first sentence, what something follows is news too")
  func newsAfter() throws {
    let text = "The airport of Lima was closed after a suicide bomber attacked a police convoy."
    #expect(try time(.assault, text) == "2023-04-25")
  }

  @Test("Dawn is no other event")
  func dawn() throws {
    #expect(try time(.coerce, "Police in Lima arrested twenty suspects before dawn.") == "2023-04-25")
  }

  @Test("In the same time is not at the time")
  func sameTime() throws {
    #expect(try time(.coerce, "At the same time, police in Lima arrested two senators.") == "2023-04-25")
  }

  @Test("Recent days have no date")
  func recent() throws {
    #expect(try time(.coerce, "Police in Lima arrested two senators in recent weeks.") == nil)
  }

  @Test("What somebody admits was done before")
  func admitted() throws {
    #expect(try time(.assault, "A guard in Lima has admitted to killing two prisoners.") == nil)
  }

  // MARK: Dates of something else

  @Test("The year for which money is meant is not that of the request")
  func purpose() throws {
    let text = "The government of Chile requested a budget of three billion pesos for 2025 from parliament."
    #expect(try time(.request, text) == "2023-04-25")
  }

  @Test("The day of a ban is not that of the arrests that followed")
  func possessive() throws {
    let text = "Police in Lima arrested fifty people following the imposition of Thursday's ban on marches."
    #expect(try time(.coerce, text) != "2023-04-20")
  }

  @Test("A perfect tense does not share the day of the past tense that it is joined to")
  func tenses() throws {
    let text = "The book appeared on April 14 and has drawn criticism from the government of Norway."
    #expect(try time(.accuse, text) != "2023-04-14")
  }

  @Test("What is scheduled to be done on a weekday is to come")
  func scheduled() throws {
    let text = "Juan Soto, who is scheduled to be executed by Iran on Friday, is ill."
    #expect(try CodingSamples.events(text).contains { $0.time?.value == "2023-04-28" })
  }
}
