import NewsModel
import Testing

@Suite("When an event was")
struct EventDateTests {
  private func time(_ type: EventType, _ text: String) throws -> String? {
    try CodingSamples.event(type, in: text).time?.value
  }

  @Test("The day of a paragraph holds for the deeds told after it")
  func narrative() throws {
    let value = try CodingSamples.events(
      "On 3 February 2023 soldiers entered the village of Kona. They arrested two farmers."
    ).first { $0.type == .coerce }?.time?.value
    #expect(value == "2023-02-03")
  }

  @Test("What is told as long past has not the article's day")
  func pastPerfect() throws {
    #expect(try time(.coerce, "Police had arrested the opposition leader in Minsk.") == nil)
    #expect(try time(.coerce, "Police arrested the opposition leader in Minsk.") == "2023-04-25")
  }

  @Test("The year of a law is no date of what is done under it")
  func yearOfLaw() throws {
    #expect(try time(.coerce, "Police arrested nine people under the Terrorism Act 2000 in London.") == "2023-04-25")
  }

  @Test("A date in front of the sentence is that of its main verb")
  func inFront() throws {
    #expect(try time(.accuse, "In 2019, the government of Kenya accused Somalia of auctioning oil blocks.") == "2019")
  }

  @Test("The year before a noun dates the noun and not the verb")
  func yearBeforeNoun() throws {
    #expect(try time(.accuse, "Police in Britain blamed rebels for the 2005 attacks.") == "2023-04-25")
  }

  @Test("A demand has the day of the words in which it stands")
  func demand() throws {
    let text = "President Emmanuel Macron said on Sunday that Israel should leave Lebanon."
    #expect(try time(.request, text) == "2023-04-23")
    let released = "In a statement released on Friday, the government of Kenya said that the border is closed."
    #expect(try time(.statement, released) == "2023-04-21")
  }

  @Test("A clause without a tense shares the day of the verb above it")
  func participle() throws {
    let text = "President Ana Gomez of Peru was sworn in on Monday, promising to make peace with Chile."
    #expect(try time(.agree, text) == "2023-04-24")
  }

  @Test("The day of a deed is not that of the words about it")
  func deedAndWords() throws {
    let text = "Kenyan minister Anna Lund was removed from office in January and said that the talks go on."
    #expect(try time(.statement, text) == "2023-04-25")
  }

  @Test("The day before \"when\" is that of its clause; a day right behind a noun is the noun's")
  func whoseDay() throws {
    let palace = "Security was tight after an attack in 2012, when rebels shelled the palace in Lima."
    #expect(try time(.assault, palace) == "2012")
    let talks = "Talks were held in Geneva between Chile and Peru ahead of strikes next week."
    #expect(try time(.consult, talks) == "2023-04-25")
  }

  @Test("Violence and protest told later have the day that the article's first sentence gives")
  func lead() throws {
    let text =
      "Students marched to the parliament in Lima on Sunday.\n\nOne student was injured. Police closed the street."
    #expect(try time(.assault, text) == "2023-04-23")
  }

  @Test("What somebody goes on to say has the day of the first words; a year long past is not taken over")
  func wentOn() throws {
    let text = "Kenyan minister Anna Lund said on Friday that the border is closed. She also accused Somalia of lying."
    #expect(try time(.accuse, text) == "2023-04-21")
    let past = "Kenyan minister Anna Lund said in 2019 that the border is closed. She also accused Somalia of lying."
    #expect(try time(.accuse, past) == "2023-04-25")
  }

  @Test("What was reached, done previously or in the past has not the article's day")
  func earlier() throws {
    #expect(try time(.accuse, "The government of Kenya has previously accused Somalia of lying.") == nil)
    #expect(try time(.accuse, "In the past the government of Kenya has accused Somalia of lying.") == nil)
    #expect(try time(.threaten, "Earlier, Kenya threatened to attack Somalia.") == nil)
    let late = "Kenya is large.\n\nIt has lakes.\n\nThe government of Kenya has accused Somalia of lying."
    #expect(try time(.accuse, late) == nil)
    let deal = "The trade rests on a deal reached by Kenya and Somalia."
    #expect(try CodingSamples.events(deal).first { $0.type == .agree }?.time == nil)
  }

  @Test("The day on which a document is given out is that of its words")
  func givenOut() throws {
    let text = "On Friday, Kenya and Somalia issued a letter declaring that the border is closed."
    #expect(try time(.statement, text) == "2023-04-21")
  }

  @Test("What is told as done on a day to come is scheduled")
  func toCome() throws {
    let event = try CodingSamples.event(.consult, in: "Chile and Peru hold talks in Geneva on 3 May 2023.")
    #expect(event.status == .scheduled)
  }

  @Test("After a dated event of long ago, a deed without a day has none")
  func afterVote() throws {
    #expect(try time(.accuse, "After the November vote, observers criticised Ukraine.") == nil)
  }
}
