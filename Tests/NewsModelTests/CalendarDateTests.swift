import NewsModel
import Testing

private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text), "\(text)") }

@Suite struct CalendarDateTests {
  @Test("reads days that exist, and only in full form")
  func reading() throws {
    #expect(try day("2024-02-29").description == "2024-02-29")
    #expect(try day("0033-04-03").year == 33)
    for text in [
      "2023-02-29", "1900-02-29", "2024-00-01", "2024-13-01", "2024-04-31", "2024-4-1", "24-04-01", "2024/04/01",
    ] {
      #expect(CalendarDate(text) == nil, "\(text)")
    }
    for text in ["", "2024-04-1x", "２０２４-04-01", "2024-04-010", "-024-04-01"] {
      #expect(CalendarDate(text) == nil, "\(text)")
    }
  }

  @Test("days follow each other without gap through four centuries")
  func everyDay() throws {
    var expected = try day("1799-12-28")
    for number in expected.daysSinceEpoch...(try day("2200-03-02").daysSinceEpoch) {
      let date = CalendarDate(daysSinceEpoch: number)
      #expect(date.daysSinceEpoch == number)
      #expect(date == expected)
      let last = date.day == CalendarDate.days(inMonth: date.month, of: date.year)
      let year = last && date.month == 12 ? date.year + 1 : date.year
      let month = last ? date.month % 12 + 1 : date.month
      expected = try #require(CalendarDate(year: year, month: month, day: last ? 1 : date.day + 1))
    }
  }

  @Test("knows the weekday")
  func weekdays() throws {
    #expect(try day("1970-01-01").weekday == 4)
    #expect(try day("2024-03-04").weekday == 1)
    #expect(try day("2000-01-01").weekday == 6)
    #expect(try day("1945-05-08").weekday == 2)
    #expect(try day("1969-12-28").weekday == 7)
  }

  @Test("adds days and months, and stays within the month")
  func adding() throws {
    #expect(try day("2024-02-28").adding(days: 2) == day("2024-03-01"))
    #expect(try day("2024-01-01").adding(days: -1) == day("2023-12-31"))
    #expect(try day("2024-01-31").adding(months: 1) == day("2024-02-29"))
    #expect(try day("2024-01-31").adding(months: -2) == day("2023-11-30"))
    #expect(try day("2024-12-15").adding(months: 1) == day("2025-01-15"))
    #expect(try day("2024-01-15").adding(months: -1) == day("2023-12-15"))
    #expect(try day("2024-05-15").adding(months: -29) == day("2021-12-15"))
  }

  @Test(
    "ISO weeks belong to the year of their Thursday",
    arguments: [
      ("2021-01-03", 2020, 53), ("2021-01-04", 2021, 1), ("2024-12-30", 2025, 1), ("2024-03-04", 2024, 10),
      ("2022-01-01", 2021, 52),
    ])
  func isoWeek(_ text: String, _ year: Int, _ week: Int) throws {
    let iso = try day(text).isoWeek
    #expect(iso.year == year && iso.week == week)
  }

  @Test("earlier days are less")
  func order() throws {
    #expect(try day("2023-12-31") < day("2024-01-01"))
    #expect(try day("2024-01-31") < day("2024-02-01"))
    #expect(try !(day("2024-01-31") < day("2024-01-31")))
  }
}
