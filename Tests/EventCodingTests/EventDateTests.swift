import NewsModel
import Testing

@Suite("When an event was")
struct EventDateTests: DatedSamples {
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

  @Test("What somebody says of what another country always demands is of no day")
  func characterised() throws {
    #expect(try time(.request, "\"Peru demands surrender,\" Chilean minister Anna Berg said.") == nil)
    #expect(try time(.request, "\"Chile demands surrender,\" Chilean minister Anna Berg said.") == "2023-04-25")
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

  @Test("A bare weekday with \"is to\" is one to come")
  func destined() throws {
    let event = try CodingSamples.event(.consult, in: "Transport Minister Anna Berg is to meet the union on Friday.")
    #expect(event.status == .scheduled)
    #expect(event.time?.value == "2023-04-28")
  }

  @Test("Who goes on speaking speaks on the day of which the words before tell")
  func sameSpeaker() throws {
    let text = """
      President Emmanuel Macron said on Sunday that Israel must leave Lebanon.

      Trade with Algeria is growing. Macron said that the embassy in Algiers will be closed.
      """
    let said = try CodingSamples.events(text).last { $0.type == .statement }
    #expect(said?.time?.value == "2023-04-23")
    let another = text.replacing("Trade with Algeria is growing. Macron", with: "Prime Minister Rishi Sunak")
    #expect(try CodingSamples.events(another).last { $0.type == .statement }?.time?.value == "2023-04-25")
  }

  @Test("The day of which somebody speaks is not that of the words")
  func daySpokenOf() throws {
    let ahead = "The government of Kenya warned of a crushing response before 3 May 2023."
    #expect(try time(.threaten, ahead) == "2023-04-25")
    let offer = "The offer of 2004 was far too short, President Emmanuel Macron said."
    #expect(try time(.statement, offer) == "2023-04-25")
  }

  @Test("A word such as \"previously\" says that it was another time")
  func elsewhen() throws {
    #expect(try time(.accuse, "The government of Kenya previously accused Somalia of piracy.") == nil)
    #expect(try time(.accuse, "The government of Kenya accused Somalia of piracy.") == "2023-04-25")
  }

  @Test("What is told by the way has not the article's day")
  func byTheWay() throws {
    #expect(try time(.assault, "Peru closed a prison that was built after rebels attacked the army in Lima.") == nil)
    let participle = "Judges in Kenya read out the charges filed against Anna Lund by prosecutors."
    #expect(try time(.accuse, participle) == nil)
  }

  @Test("A deed that is told in quoted words in the past tense has not the article's day")
  func toldInQuotes() throws {
    let text = "\"The army of Kenya bombed the village of Garsen and nobody helped us,\" said Anna Lund, a nurse."
    #expect(try time(.assault, text) == nil)
  }

  @Test("The present perfect is news where an article begins, and later how things stand")
  func presentPerfect() throws {
    let deed = "Kenya has banned imports of sugar from Uganda."
    #expect(try time(.sanction, deed) == "2023-04-25")
    let late = "Trade is small.\n\nRoads are bad.\n\nRains are late.\n\nPorts are full.\n\n" + deed
    #expect(try time(.sanction, late) == nil)
  }

  @Test("\"Comes two days after\" counts back from the article's day")
  func countedBack() throws {
    let text = "The decision comes two days after police arrested ten teachers in Oslo."
    #expect(try time(.coerce, text) == "2023-04-23")
  }

  @Test("A day behind a phrase that the event's words need is the event's")
  func behindOwnPhrase() throws {
    #expect(try time(.coerce, "Ten teachers were taken into custody last month in Lima.") == "2023-03")
  }

  @Test("A deed in a paragraph that tells of another time has not the article's day")
  func pastParagraph() throws {
    let text = "The bridge was built in 1990. Its owner says that soldiers killed a farmer in Kona."
    #expect(try time(.assault, text) == nil)
    #expect(try time(.assault, "The bridge is small. Its owner says that soldiers killed a farmer in Kona.") != nil)
  }

  @Test("The words that an article begins with have the day that the next sentence gives them")
  func leadWords() throws {
    let text = """
      President Emmanuel Macron has said that the embassy in Algiers will be closed. Macron said on Sunday that the house \
      is too large.
      """
    #expect(try time(.statement, text) == "2023-04-23")
  }

  @Test("What has been done has no day of long ago unless that stands right behind it")
  func presentWithPast() throws {
    let accused = "The minister has been accused by a court in Lima of theft and fraud in the north in 1992."
    #expect(try time(.accuse, accused) == "2023-04-25")
    #expect(try time(.accuse, accused.replacing("has been", with: "was")) == "1992")
  }

  @Test("What was going on in a clause told by the way has not the article's day")
  func state() throws {
    let text = "Kenya sold the ships that are attacking rebels in Somalia."
    let event = try CodingSamples.event(.assault, in: text)
    #expect(event.status == .ongoing)
    #expect(event.time == nil)
  }

  @Test("A year is no day that the sentences after it tell of")
  func year() throws {
    let text = "In 2023 Kenya had an election. Police arrested ten teachers in Nairobi."
    #expect(try time(.coerce, text) == "2023-04-25")
  }

  @Test("A clause about something dated has its date")
  func antecedent() throws {
    let text = "Anna Lund wrote of the 2004 rebellion which ousted the president of Haiti."
    #expect(try time(.coerce, text) == "2004")
  }
}
