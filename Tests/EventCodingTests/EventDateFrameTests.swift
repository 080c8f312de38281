import NewsModel
import Testing

@Suite("Days shared with what stands around, and days of something else")
struct EventDateFrameTests: DatedSamples {
  @Test("What happens at a meeting is on its day")
  func scene() throws {
    let text = "On Sunday, hundreds attended a rally in Oslo at which the president of Norway denounced Sweden."
    #expect(try time(.accuse, text) == "2023-04-23")
  }

  @Test("What somebody says of another in reported words is said with them")
  func reported() throws {
    let text = "On Friday, the government of Kenya released a statement saying that it deplores the vote in Chad."
    #expect(try time(.accuse, text) == "2023-04-21")
  }

  @Test("Who speaks on a day speaks his accusations on it, wherever the sentence tells the day")
  func speaking() throws {
    for text in [
      "Kenya's minister, speaking in Nairobi on Friday, criticised Chad.",
      "Kenya's minister told reporters on Friday that he condemned Chad.",
    ] { #expect(try time(.accuse, text) == "2023-04-21", "\(text)") }
  }

  @Test("A year inside what the words are about is not theirs")
  func theme() throws {
    #expect(try time(.accuse, "President Emmanuel Macron condemned the law on schools of 1998.") == "2023-04-25")
  }

  @Test("The year of a crime is not that of the conviction")
  func conviction() throws {
    let text = "Yemen freed a man convicted over the bombing of a ship in 2000."
    #expect(try CodingSamples.events(text).allSatisfy { $0.type != .sanction || $0.time == nil })
  }

  @Test("The day of an attack that does harm is that of the harm")
  func subject() throws {
    let text = "A mortar attack that hit the market in Mogadishu on April 7 killed 13 civilians."
    #expect(try time(.assault, text) == "2023-04-07")
  }

  @Test("What lasts for months or years is no news of the article's day")
  func forLong() throws {
    #expect(try time(.sanction, "Japan has banned imports of beef from Canada for 15 months.") == nil)
  }

  @Test("A word without a tense has that of the verb above it")
  func tenseless() throws {
    let text = "Sweden had tried for a year to urge Norway to close the border."
    #expect(try CodingSamples.events(text).allSatisfy { $0.time == nil })
  }

  @Test("A deed told later in somebody's words has not the article's day")
  func toldLater() throws {
    let text = """
      The government of Peru published a report on its prisons.

      It has 300 pages.

      Prisoner Juan Soto said that guards beat Pablo Ruiz with sticks.
      """
    let beating = try #require(try CodingSamples.events(text).first { $0.type == .assault })
    #expect(beating.time == nil)
  }

  @Test("What somebody was accused of before the judgement has not the day of the judgement")
  func courseOfLaw() throws {
    let text = """
      A court in Oslo sentenced Lars Holm to five years in prison. Holm was accused of bribery by prosecutors.
      """
    let events = try CodingSamples.events(text)
    #expect(events.first { $0.type == .sanction }?.time?.value == "2023-04-25")
    #expect(events.first { $0.type == .accuse }.map { $0.time == nil } ?? false)
  }

  @Test("A time of day alone is on the day of which the paragraph tells")
  func clock() throws {
    let text = "A bomb killed nine people in Lima on Sunday. A second bomb wounded Pablo Ruiz at noon."
    #expect(try CodingSamples.events(text).last { $0.type == .assault }?.time?.value == "2023-04-23T12:00")
  }
}
