import Linguistics
import NewsModel
import Testing

/// Kinds of time expressions that are put together from several words, read on Monday, 10 January 2022.
struct TimeGrammarTests {
  @Test(
    "Days and years may be spelled out, shortened or joined by hyphens",
    arguments: [
      ("on twenty-five June nineteen eighty-seven", "twenty-five June nineteen eighty-seven: DATE 1987-06-25"),
      ("It ended on March thirty-first.", "March thirty-first: DATE 2021-03-31"),
      ("on February twenty two, 2020", "February twenty two, 2020: DATE 2020-02-22"),
      ("on 12 April of 61", "12 April of 61: DATE 1961-04-12"),
      ("on Nov-23-2020", "Nov-23-2020: DATE 2020-11-23"),
      ("in the nineteen-seventies", "nineteen-seventies: DATE 197"),
      ("the two January attacks", "January: DATE 2022-01"),
    ])
  func spelled(_ text: String, _ expected: String) { #expect(times(text).last == expected) }

  @Test(
    "A day may be named by its number or its place in a month",
    arguments: [
      ("Sat 15th", "Sat 15th: DATE 2022-01-15"), ("on Friday 14th, at home", "Friday 14th: DATE 2022-01-14"),
      ("They met on the 3rd.", "the 3rd: DATE 2022-01-03"), ("They met on 3rd.", "3rd: DATE 2022-01-03"),
      ("the 20th of next month", "the 20th of next month: DATE 2022-02-20"),
      ("the first of the month", "the first of the month: DATE 2022-01-01"),
      ("the last Friday of May 2021", "the last Friday of May 2021: DATE 2021-05-28"),
      ("the first weekend of June", "the first weekend of June: DATE 2022-W22-WE"),
      ("the last weekend of July", "the last weekend of July: DATE 2022-W30-WE"),
      ("next Monday, January 17", "next Monday, January 17: DATE 2022-01-17"),
      ("the 5th to the 9th of May 2021", "the 5th to the 9th of May 2021: DATE 2021-05-05/2021-05-09"),
    ])
  func numbered(_ text: String, _ expected: String) { #expect(times(text) == [expected]) }

  @Test(
    "Days, weeks and weekdays are counted from another day",
    arguments: [
      ("a week from Friday", "a week from Friday: DATE 2022-01-21"),
      ("Friday after next", "Friday after next: DATE 2022-01-21"),
      ("two Fridays ago", "two Fridays ago: DATE 2021-12-31"),
      ("three Mondays from now", "three Mondays from now: DATE 2022-01-31"),
      ("Thursday, two weeks from now", "Thursday, two weeks from now: DATE 2022-01-27"),
      ("last week's Friday", "last week's Friday: DATE 2022-01-07"),
      ("the week before Christmas", "the week before Christmas: DATE 2022-W50"),
      ("the day after Thanksgiving 2020", "the day after Thanksgiving 2020: DATE 2020-11-27"),
      ("the Friday after Easter 2021", "the Friday after Easter 2021: DATE 2021-04-09"),
      ("the second Sunday after Easter 2021", "the second Sunday after Easter 2021: DATE 2021-04-18"),
      ("the Wednesday of next week", "the Wednesday of next week: DATE 2022-01-19"),
      ("Wednesday two weeks ago", "Wednesday two weeks ago: DATE 2021-12-29"),
      ("the week of 4 March", "the week of 4 March: DATE 2022-W09"),
      ("day after tomorrow", "day after tomorrow: DATE 2022-01-12"),
      ("the following morning", "the following morning: TIME 2022-01-11TMO"),
    ])
  func counted(_ text: String, _ expected: String) { #expect(times(text) == [expected]) }

  @Test(
    "Repeated times: weekdays and weekends, parts of the day, days of the year, rates",
    arguments: [
      ("Friday mornings", "Friday mornings: SET XXXX-WXX-5TMO"), ("on weekdays", "weekdays: SET XXXX-WXX-WD"),
      ("at weekends", "weekends: SET XXXX-WXX-WE"),
      ("every weekday at 9 a.m.", "every weekday at 9 a.m.: SET XXXX-WXX-WDT09:00"),
      ("every Friday evening", "every Friday evening: SET XXXX-WXX-5TEV"),
      ("daily at 6 p.m.", "daily at 6 p.m.: SET XXXX-XX-XXT18:00"),
      ("6 a.m. every day", "6 a.m. every day: SET XXXX-XX-XXT06:00"),
      ("every other Friday", "every other Friday: SET XXXX-WXX-5"), ("every third week", "every third week: SET P3W"),
      ("every December 6", "every December 6: SET XXXX-12-06"), ("every half hour", "every half hour: SET PT30M"),
      ("every weekend", "every weekend: SET XXXX-WXX-WE"), ("in the evenings", "evenings: SET XXXX-XX-XXTEV"),
      ("$5 per month", "per month: SET P1M"), ("biannually", "biannually: SET P6M"),
    ])
  func repeated(_ text: String, _ expected: String) { #expect(times(text) == [expected]) }

  @Test(
    "Times of day as they are spoken; the part of the day tells which half is meant",
    arguments: [
      ("half past seven", "half past seven: TIME 2022-01-10T07:30"),
      ("at ten past nine in the evening", "ten past nine in the evening: TIME 2022-01-10T21:10"),
      ("a quarter to eight p.m.", "a quarter to eight p.m.: TIME 2022-01-10T19:45"),
      ("at five-thirty tomorrow evening", "five-thirty tomorrow evening: TIME 2022-01-11T17:30"),
      ("at 9 this morning", "9 this morning: TIME 2022-01-10T09:00"),
      ("by 2 in the afternoon", "2 in the afternoon: TIME 2022-01-10T14:00"),
      ("eleven forty-five p.m.", "eleven forty-five p.m.: TIME 2022-01-10T23:45"),
      ("today at 7 in the evening", "today at 7 in the evening: TIME 2022-01-10T19:00"),
      ("23.04.2021 14:55", "23.04.2021 14:55: TIME 2021-04-23T14:55"),
      ("at 17:49:19 on Monday", "17:49:19 on Monday: TIME 2022-01-10T17:49:19"),
      ("2021-12-16T12:23:59", "2021-12-16T12:23:59: TIME 2021-12-16T12:23:59"),
      ("9 a.m. to noon on Friday", "9 a.m. to noon on Friday: TIME 2022-01-07T09:00/2022-01-07T12:00"),
      ("at 3 p.m. Moscow time", "3 p.m. Moscow time: TIME 2022-01-10T15:00"),
      ("tomorrow at 3 p.m. Eastern", "tomorrow at 3 p.m. Eastern: TIME 2022-01-11T15:00"),
      ("Friday late afternoon", "Friday late afternoon: TIME 2022-01-07TAF"),
    ])
  func spoken(_ text: String, _ expected: String) { #expect(times(text) == [expected]) }

  @Test(
    "Lengths that are no whole number of units, and nights",
    arguments: [
      ("for one night", "one night: DURATION P1D"), ("a three-night stay", "three-night: DURATION P3D"),
      ("two nights ago", "two nights ago: TIME 2022-01-08TNI"), ("1.25 hours", "1.25 hours: DURATION PT1H15M"),
      ("1.3 days", "1.3 days: DURATION P1.3D"), ("2½ hours", "2½ hours: DURATION PT2H30M"),
      ("three quarters of an hour", "three quarters of an hour: DURATION PT45M"),
      ("a quarter of a century", "a quarter of a century: DURATION P25Y"),
      ("one year and a quarter", "one year and a quarter: DURATION P1Y3M"),
      ("a year and six months", "a year and six months: DURATION P1Y6M"),
      ("two hundred and fifty days", "two hundred and fifty days: DURATION P250D"),
      ("a weeklong siege", "weeklong: DURATION P1W"), ("a month-long siege", "a month-long: DURATION P1M"),
      ("the next fortnight", "the next fortnight: DURATION P2W"),
    ])
  func fractions(_ text: String, _ expected: String) { #expect(times(text) == [expected]) }

  @Test("“The last three months” and what was two days ago are two expressions")
  func lastAndAgo() {
    #expect(
      times("for the last 3 months and 2 days ago") == [
        "the last 3 months: DURATION P3M", "2 days ago: DATE 2022-01-08",
      ])
  }

  @Test(
    "A length with its beginning is a range, as is what begins now",
    arguments: [
      ("two weeks starting May 20", "two weeks starting May 20: DATE 2022-05-20/2022-06-02"),
      ("a week beginning tomorrow", "a week beginning tomorrow: DATE 2022-01-11/2022-01-17"),
      ("from 2 p.m. for three hours", "2 p.m. for three hours: TIME 2022-01-10T14:00/2022-01-10T17:00"),
      ("for 3 hours from 10 p.m.", "3 hours from 10 p.m.: TIME 2022-01-10T22:00/2022-01-11T01:00"),
      ("between now and Friday", "now and Friday: DATE 2022-01-10/2022-01-14"),
      ("for the rest of the week", "the rest of the week: DATE 2022-01-10/2022-01-16"),
      ("the remainder of this year", "the remainder of this year: DATE 2022-01-10/2022-12-31"),
      ("the rest of 2020", "the rest of 2020: DATE 2020"),
      ("from now until 2025", "now until 2025: DATE 2022-01-10/2025"),
      ("from 5/1/2019 to 5/7/2020", "5/1/2019 to 5/7/2020: DATE 2019-05-01/2020-05-07"),
    ])
  func starting(_ text: String, _ expected: String) { #expect(times(text) == [expected]) }

  @Test("A sentence of three years on Monday is no range of days")
  func noRange() {
    #expect(times("He was jailed on Monday for three years.").count == 2)
    #expect(times("They left on Monday for two hours.").count == 2)
  }

  @Test(
    "Quarters and halves of a year by their letter, where a year or a preposition is beside them",
    arguments: [
      ("Q2 2021", "Q2 2021: DATE 2021-Q2"), ("In Q3 profits rose.", "Q3: DATE 2022-Q3"),
      ("H1 2020", "H1 2020: DATE 2020-H1"), ("2021 Q4", "2021 Q4: DATE 2021-Q4"), ("Q1: why?", ""),
      ("the H1 visa", ""), ("fiscal year 2023", "fiscal year 2023: DATE 2023"),
    ])
  func codes(_ text: String, _ expected: String) { #expect(times(text) == (expected.isEmpty ? [] : [expected])) }

  @Test(
    "More holidays whose day a rule gives",
    arguments: [
      ("on Orthodox Easter 2022", "Orthodox Easter 2022: DATE 2022-04-24"),
      ("on Orthodox Easter 1991", "Orthodox Easter 1991: DATE 1991-04-07"),
      ("on Election Day 2020", "Election Day 2020: DATE 2020-11-03"),
      ("on Mardi Gras 2021", "Mardi Gras 2021: DATE 2021-02-16"),
      ("on International Women's Day 2020", "International Women's Day 2020: DATE 2020-03-08"),
      ("on Labor Day weekend", "Labor Day weekend: DATE 2022-W35-WE"),
      ("on Thanksgiving of last year", "Thanksgiving of last year: DATE 2021-11-25"),
    ])
  func holidays(_ text: String, _ expected: String) { #expect(times(text) == [expected]) }

  @Test(
    "Words that look like parts of the grammar but are none are left alone",
    arguments: [
      "the 15th floor", "on the 15th floor", "Christmas Island", "the three night markets", "a weekday", "Sun 5",
      "three quarters of voters", "a quarter of the vote", "walked half past the house", "two men past nine houses",
      "at 5 people", "about 10 died", "human rights", "World Bank", "from the 10th to the 15th floor",
    ])
  func falseHits(_ text: String) { #expect(times(text) == []) }

  @Test(
    "Long chains neither overflow the stack nor take long",
    arguments: [
      "the last week of ", "the first Monday after ", "the day after the ", "Monday, two weeks after ",
      "at 5 to 6 May ",
      "the week before Christmas after ",
    ])
  func chains(_ link: String) {
    #expect(times(String(repeating: link, count: 5_000)).count <= 15_000)
  }
}
