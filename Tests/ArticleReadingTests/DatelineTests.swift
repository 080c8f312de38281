import ArticleReading
import NewsModel
import Testing

@Suite("Datelines")
struct DatelineTests {
  @Test(
    "are taken off, with the agency as source",
    arguments: [
      ("GENEVA, Jan 10 (AFP) — ", "AFP"), ("GENEVA (Reuters) - ", "Reuters"), ("GENEVA, Jan. 10 (AP) -- ", "AP"),
      ("Geneva, January 10 (Xinhua) -- ", "Xinhua"), ("NEW YORK/GENEVA, 10 Jan (Reuters) – ", "Reuters"),
      ("KYIV, Ukraine (AP) — ", "AP"), ("ST. PETERSBURG, Jan 10, 2022 (TASS) - ", "TASS"), ("(Reuters) - ", "Reuters"),
      ("PORT-AU-PRINCE (AFP)-", "AFP"), ("WASHINGTON, Jan 10 (Hill Wire) - ", "Hill Wire"), ("CNN — ", "CNN"),
      ("GENEVA, Monday, January 10 (AFP/Reuters) — ", "AFP"), ("BREAKING: GENEVA (AFP) - ", "AFP"),
      ("SÃO PAULO, Jan 10 (EFE).- ", "EFE"),
    ])
  func agencies(dateline: String, agency: String) throws {
    let read = try article(dateline + story)
    #expect(read.text == story)
    #expect(read.source == agency)
  }

  @Test(
    "without an agency are taken off too",
    arguments: [
      "GENEVA — ", "WASHINGTON, D.C. – ", "ISLAMABAD: ", "Kyiv, Ukraine — ", "PARIS, Jan 10 - ", "Paris, 10 January — ",
      "BEIRUT, Lebanon -- ", "EXCLUSIVE: ", "UPDATE 2 - ",
    ])
  func places(dateline: String) throws {
    #expect(try article(dateline + story).text == story)
  }

  @Test(
    "are told from sentences",
    arguments: [
      "NATO — the alliance of 30 states — met on Monday to speak about its budget.",
      "NATO - The alliance met on Monday to speak about its budget.", "Putin: We are ready for talks about all of it.",
      "Analysis: The talks in the capital failed on Monday.",
      "The talks - the fifth - failed on Monday in the capital.",
      "President Joe Biden — who had a cold — stayed at home on Monday.", "Talks (the fifth round) - failed on Monday.",
      "Geneva - A city of bankers met a city of priests.", "12 killed - Police said the bus was empty.",
    ])
  func sentences(sentence: String) throws {
    #expect(try article(sentence).text == sentence)
  }

  @Test("give the date, if the metadata have none")
  func date() throws {
    func date(_ dateline: String, _ modified: String?) throws -> [String?] {
      let read = try article(dateline + story, modified: modified.flatMap { CalendarDate($0) })
      return [read.date, read.dateBasis?.rawValue]
    }
    #expect(try date("GENEVA, Jan 10 (AFP) — ", "2022-01-12") == ["2022-01-10", "dateline"])
    #expect(try date("GENEVA, Dec 30 (AFP) — ", "2022-01-02") == ["2021-12-30", "dateline"])
    #expect(try date("GENEVA, Jan 13 (AFP) — ", "2022-01-12") == ["2022-01-13", "dateline"])  // east of us
    #expect(try date("GENEVA, Feb 29 (AFP) — ", "2022-01-12") == ["2020-02-29", "dateline"])
    #expect(try date("GENEVA, 10 January 2019 (AFP) — ", "2022-01-12") == ["2019-01-10", "dateline"])
    #expect(try date("GENEVA, 10 January 2019 (AFP) — ", nil) == ["2019-01-10", "dateline"])
    #expect(try date("GENEVA, Jan 10 (AFP) — ", nil) == [nil, nil])
    #expect(try date("GENEVA (AFP) — ", "2022-01-12") == ["2022-01-12", "file"])
    let header = try article("Date: 2022-01-11\n\nGENEVA, Jan 10 (AFP) — \(story)")
    #expect(header.date == "2022-01-11")
  }

  @Test("on a line of their own are no paragraph")
  func ownLine() throws {
    let read = try article("GENEVA, January 10 (Reuters) -\n\(story)", modified: CalendarDate("2022-02-01"))
    #expect(read.text == story)
    #expect(read.date == "2022-01-10")
    #expect(try article("AFP, GENEVA\n\(story)").text == story)
  }
}
