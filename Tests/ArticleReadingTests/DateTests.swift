import ArticleReading
import NewsModel
import Testing

@Suite("Dates")
struct DateTests {
  @Test(
    "are read in the notations of news pages",
    arguments: [
      ("2022-01-10", "2022-01-10"), ("2022/1/10", "2022-01-10"), ("20220110", "2022-01-10"),
      ("2022-01-10T09:30:00Z", "2022-01-10T09:30:00Z"), ("2022-01-10T09:30:00.123+05:30", "2022-01-10T09:30:00+05:30"),
      ("2022-01-10T09:30:00-0500", "2022-01-10T09:30:00-05:00"), ("2022-01-10 09:30:00+00:00", "2022-01-10T09:30:00Z"),
      ("20220110T093000Z", "2022-01-10T09:30:00Z"), ("2022-01-10T09:30", "2022-01-10"),
      ("2022-01-10 09:30:00", "2022-01-10"), ("Mon, 10 Jan 2022 09:30:00 +0000", "2022-01-10T09:30:00Z"),
      ("Mon, 10 Jan 2022 09:30:00 GMT", "2022-01-10T09:30:00Z"),
      ("Monday, 10-Jan-22 09:30:00 EST", "2022-01-10T09:30:00-05:00"),
      ("Mon Jan 10 09:30:00 UTC 2022", "2022-01-10T09:30:00Z"), ("January 10, 2022", "2022-01-10"),
      ("Jan. 10, 2022 at 9:30 p.m. EDT", "2022-01-10T21:30:00-04:00"), ("10 Jan 2022", "2022-01-10"),
      ("10th of January 2022, 12:05 AM GMT", "2022-01-10T00:05:00Z"),
      ("Published on Monday, January 10, 2022", "2022-01-10"),
      ("Sept 9 2022", "2022-09-09"), ("10.01.2022", "2022-01-10"), ("13/01/2022", "2022-01-13"),
      ("01/13/2022", "2022-01-13"), ("2/2/2022", "2022-02-02"), ("29 February 2020", "2020-02-29"),
      ("January 10, 2022 10:30 am IST", "2022-01-10"),
    ])
  func notations(written: String, expected: String) throws {
    let result = try read(Array("Date: \(written)\n\n\(story)".utf8))
    #expect(result.articles.map(\.date) == [expected])
    #expect(result.articles.map(\.dateBasis) == [.metadata])
    #expect(result.warnings.isEmpty)
  }

  @Test(
    "that make no sense give way to the next basis, with a warning",
    arguments: [
      "soon", "10/01/2022", "31 February 2022", "2022-13-01", "0001-01-01", "2022", "January 2022",
      "99999999999999999999",
      "10 Foo 2022", "2022-01-", "–",
    ])
  func nonsense(written: String) throws {
    let result = try read(Array("Date: \(written)\n\n\(story)".utf8))
    #expect(result.articles.map(\.date) == ["2023-06-15"])
    #expect(result.articles.map(\.dateBasis) == [.file])
    #expect(result.warnings.map(\.code) == [.date])
    #expect(result.warnings.first?.message.contains(written) == true)
  }

  @Test("given with the file go before its own")
  func given() throws {
    let read = try article("Date: 2022-01-10\n\n\(story)", date: "2021-05-05")
    #expect(read.date == "2021-05-05")
    #expect(read.dateBasis == .metadata)
    #expect(try article(story, date: "5 May 2021 10:00 GMT").date == "2021-05-05T10:00:00Z")
  }

  @Test("given with the file must be dates")
  func givenNonsense() {
    #expect(throws: ReadingError(.date, "\"tomorrow\" is no date; write it as 2022-01-10")) {
      try article(story, date: "tomorrow")
    }
  }

  @Test("are left out when nothing gives one")
  func none() throws {
    let read = try article(story, modified: nil)
    #expect(read.date == nil)
    #expect(read.dateBasis == nil)
  }
}
