import Linguistics
import NewsModel
import Testing

/// What is found in a text written on Monday, 10 January 2022: the words and their value, and the last value of a range.
func times(_ text: String, date: String? = "2022-01-10") -> [String] {
  var document = Document(text: Array(text.utf8), date: date.flatMap { CalendarDate($0) })
  Tokenizer.tokenize(&document)
  TimeRecognizer.recognize(in: &document)
  return document.times.map { time in
    let expression = time.expression
    let end = expression.endValue.map { "/" + $0 } ?? ""
    return "\(expression.text ?? ""): \(expression.kind.rawValue) \(expression.value)\(end)"
  }
}

struct TimeTests {
  @Test(
    "A date in full is read in every order that English has",
    arguments: [
      ("on 10 January 2022", "10 January 2022: DATE 2022-01-10"),
      ("on January 10, 2022", "January 10, 2022: DATE 2022-01-10"),
      ("on the 10th of January, 2022", "the 10th of January, 2022: DATE 2022-01-10"),
      ("on Monday, Jan. 10th, 2022", "Monday, Jan. 10th, 2022: DATE 2022-01-10"),
      ("on 2022-01-10", "2022-01-10: DATE 2022-01-10"),
      ("on 13/01/2022", "13/01/2022: DATE 2022-01-13"),
      ("on 01/13/2022", "01/13/2022: DATE 2022-01-13"),
      ("on 13.01.2022", "13.01.2022: DATE 2022-01-13"),
      ("in March 2014", "March 2014: DATE 2014-03"),
      ("in February of 1940", "February of 1940: DATE 1940-02"),
      ("since 9/11", "9/11: DATE 2001-09-11"),
      ("in nineteen ninety-six", "nineteen ninety-six: DATE 1996"),
      ("in 490 BC", "490 BC: DATE BC0490"),
    ])
  func explicit(_ text: String, _ expected: String) {
    #expect(times(text) == [expected])
    // What is said in full needs no article date.
    #expect(times(text, date: nil) == [expected])
  }

  @Test("A month that is pointed at is the one spoken of, and the attacks of September 11 are those of 2001")
  func meant() {
    #expect(
      times("It began in October 2001. Earlier that October") == [
        "October 2001: DATE 2001-10", "October: DATE 2001-10",
      ])
    #expect(times("after the September 11 attacks") == ["September 11: DATE 2001-09-11"])
  }

  @Test("Of the two readings of 02/03/2022 the one nearer to the article's date is taken")
  func ambiguousFigures() {
    #expect(times("on 11/01/2022") == ["11/01/2022: DATE 2022-01-11"])
    #expect(times("on 11/01/2022", date: "2022-11-02") == ["11/01/2022: DATE 2022-11-01"])
  }

  @Test(
    "A weekday looks back with a past verb and ahead with a future one; the article's own weekday is today",
    arguments: [
      ("Russia was warned on Monday.", "Monday: DATE 2022-01-10"),
      ("They met on Wednesday.", "Wednesday: DATE 2022-01-05"),
      ("Talks will take place on Wednesday.", "Wednesday: DATE 2022-01-12"),
      ("Talks are scheduled for Friday.", "Friday: DATE 2022-01-14"),
      ("The two are to meet in Paris and would speak on Sunday.", "Sunday: DATE 2022-01-16"),
      ("The court adjourned until Thursday.", "Thursday: DATE 2022-01-13"),
      ("Earlier Sunday, she said so.", "Earlier Sunday: DATE 2022-01-09"),
      ("He spoke ahead of Wednesday’s talks.", "Wednesday: DATE 2022-01-12"),
      ("Wednesday", "Wednesday: DATE 2022-01-05"),
    ])
  func weekdays(_ text: String, _ expected: String) { #expect(times(text) == [expected]) }

  @Test("The tree decides where there is one: the verb that governs the expression, not the nearest")
  func trees() {
    // "Talks that began on Friday will end."
    let words = ["Talks", "that", "began", "on", "Friday", "will", "end", "."]
    var document = Document(text: Array(words.joined(separator: " ").utf8), date: CalendarDate("2022-01-10"))
    Tokenizer.tokenize(&document)
    document.xpos = [.nns, .wdt, .vbd, .in, .nnp, .md, .vb, .period]
    document.heads = [6, 2, 0, 4, 2, 6, -1, 6]
    document.relations = [.nsubj, .nsubj, .aclRelative, .case, .obl, .aux, .root, .punct]
    TimeRecognizer.recognize(in: &document)
    #expect(document.times.map(\.expression.value) == ["2022-01-07"])
    document.heads[4] = 6
    TimeRecognizer.recognize(in: &document)
    #expect(document.times.map(\.expression.value) == ["2022-01-14"])
  }

  @Test("\"Is meeting\" looks ahead even where the tagger took it for a noun")
  func gerunds() {
    var document = Document(text: Array("He is meeting her on Friday".utf8), date: CalendarDate("2022-01-10"))
    Tokenizer.tokenize(&document)
    document.xpos = [.prp, .vbz, .nn, .prp, .in, .nnp]
    document.heads = [2, 2, -1, 2, 5, 2]
    document.relations = [.nsubj, .cop, .root, .obj, .case, .obl]
    TimeRecognizer.recognize(in: &document)
    #expect(document.times.map(\.expression.value) == ["2022-01-14"])
  }

  @Test("A tree with a circle in it is survived")
  func circles() {
    var document = Document(text: Array("meeting planning Friday".utf8), date: CalendarDate("2022-01-10"))
    Tokenizer.tokenize(&document)
    document.xpos = [.vbg, .vbg, .nnp]
    document.heads = [1, 0, 1]
    document.relations = [.advcl, .advcl, .obl]
    TimeRecognizer.recognize(in: &document)
    #expect(document.times.count == 1)
  }

  @Test(
    "Dates without a year get the one that fits the verb, or the nearest",
    arguments: [
      ("It opened on Dec. 3.", "Dec. 3: DATE 2021-12-03"),
      ("It will open on March 3.", "March 3: DATE 2022-03-03"),
      ("It will close on Jan. 5.", "Jan. 5: DATE 2023-01-05"),
      ("It began in October.", "October: DATE 2021-10"),
      ("Monday, January 3", "Monday, January 3: DATE 2022-01-03"),
      ("Friday, December 31", "Friday, December 31: DATE 2021-12-31"),
      ("June last year", "June last year: DATE 2021-06"),
      ("last April", "last April: DATE 2021-04"),
      ("next May", "next May: DATE 2022-05"),
    ])
  func withoutYear(_ text: String, _ expected: String) { #expect(times(text) == [expected]) }

  @Test("In a paragraph about another year, a date without a year is of that year")
  func narrated() {
    #expect(
      times("It fell on March 5, 2014. On March 18 it was rebuilt.\nOn Jan. 3 it stood.") == [
        "March 5, 2014: DATE 2014-03-05", "March 18: DATE 2014-03-18", "Jan. 3: DATE 2022-01-03",
      ])
    #expect(
      times("It stood since May 2014. It fell on Jan. 3.") == ["May 2014: DATE 2014-05", "Jan. 3: DATE 2022-01-03"])
  }

  @Test(
    "Words count from the article's date",
    arguments: [
      ("today", "today: DATE 2022-01-10"), ("yesterday", "yesterday: DATE 2022-01-09"),
      ("the day before yesterday", "the day before yesterday: DATE 2022-01-08"),
      ("tomorrow morning", "tomorrow morning: TIME 2022-01-11TMO"), ("tonight", "tonight: TIME 2022-01-10TNI"),
      ("last night", "last night: TIME 2022-01-09TNI"),
      ("this week", "this week: DATE 2022-W02"), ("last week", "last week: DATE 2022-W01"),
      ("next month", "next month: DATE 2022-02"), ("last year", "last year: DATE 2021"),
      ("earlier this month", "earlier this month: DATE 2022-01"), ("late last year", "late last year: DATE 2021"),
      ("the end of the year", "the end of the year: DATE 2022"), ("this weekend", "this weekend: DATE 2022-W02-WE"),
      ("last Friday", "last Friday: DATE 2022-01-07"), ("next Tuesday", "next Tuesday: DATE 2022-01-11"),
      ("Wednesday last week", "Wednesday last week: DATE 2022-01-05"),
      ("two years ago", "two years ago: DATE 2020"), ("five months ago", "five months ago: DATE 2021-08"),
      ("10 days ago", "10 days ago: DATE 2021-12-31"), ("three weeks from now", "three weeks from now: DATE 2022-W05"),
      ("They will vote in three days.", "three days: DATE 2022-01-13"),
      ("last summer", "last summer: DATE 2021-SU"), ("the third quarter", "the third quarter: DATE 2022-Q3"),
      ("last year's fourth quarter", "last year's fourth quarter: DATE 2021-Q4"),
    ])
  func relative(_ text: String, _ expected: String) { #expect(times(text) == [expected]) }

  @Test("Without an article date relative words say so and have no value")
  func noDate() {
    var document = Document(text: Array("They met on Wednesday, two weeks ago and in 2014.".utf8))
    Tokenizer.tokenize(&document)
    TimeRecognizer.recognize(in: &document)
    #expect(document.times.map(\.expression.value) == ["", "", "2014"])
    #expect(document.times.map(\.expression.unresolved) == ["no article date", "no article date", nil])
    #expect(document.times.map(\.expression.basis) == [.relative, .relative, .explicit])
  }

  @Test("The following and the same day count from the date that was named before")
  func reference() {
    #expect(
      times("On 3 May 2010 they met. The following day they signed. Two weeks later it failed.") == [
        "3 May 2010: DATE 2010-05-03", "The following day: DATE 2010-05-04", "Two weeks later: DATE 2010-W20",
      ])
  }

  @Test(
    "Years, decades, centuries, halves and seasons",
    arguments: [
      ("in 2014", "2014: DATE 2014"), ("the 1990s", "the 1990s: DATE 199"),
      ("the mid-1980s", "the mid-1980s: DATE 198"),
      ("the '60s", "the '60s: DATE 196"), ("the 19th century", "the 19th century: DATE 18"),
      ("the first half of 2020", "the first half of 2020: DATE 2020-H1"), ("summer 2021", "summer 2021: DATE 2021-SU"),
      ("the winter of 2005/2006", "the winter of 2005/2006: DATE 2005-WI"), ("Q", ""),
      ("the third quarter of 1990", "the third quarter of 1990: DATE 1990-Q3"),
      ("fiscal 1989", "fiscal 1989: DATE 1989"),
      ("the first Monday in October 2021", "the first Monday in October 2021: DATE 2021-10-04"),
    ])
  func periods(_ text: String, _ expected: String) { #expect(times(text) == (expected.isEmpty ? [] : [expected])) }

  @Test(
    "A range has a value and an end value",
    arguments: [
      ("from Monday to Wednesday", "Monday to Wednesday: DATE 2022-01-10/2022-01-12"),
      ("between 2014 and 2016", "2014 and 2016: DATE 2014/2016"), ("in 2014-16", "2014-16: DATE 2014/2016"),
      ("on Jan. 10-12, 2022", "Jan. 10-12, 2022: DATE 2022-01-10/2022-01-12"),
      ("from 5 to 9 May 2021", "5 to 9 May 2021: DATE 2021-05-05/2021-05-09"),
      ("from March to May 2020", "March to May 2020: DATE 2020-03/2020-05"),
      ("December 2019 to January 2020", "December 2019 to January 2020: DATE 2019-12/2020-01"),
    ])
  func ranges(_ text: String, _ expected: String) { #expect(times(text) == [expected]) }

  @Test(
    "Times of day, with a zone and a day if they are said",
    arguments: [
      ("at 14:00 GMT", "14:00 GMT: TIME 2022-01-10T14:00"), ("at 3 p.m.", "3 p.m.: TIME 2022-01-10T15:00"),
      ("at 3pm on Tuesday", "3pm on Tuesday: TIME 2022-01-04T15:00"),
      ("on January 10 at 9.30 a.m.", "January 10 at 9.30 a.m.: TIME 2022-01-10T09:30"),
      ("at 1430 UTC", "1430 UTC: TIME 2022-01-10T14:30"), ("on Sunday morning", "Sunday morning: TIME 2022-01-09TMO"),
      ("at noon on Friday", "noon on Friday: TIME 2022-01-07T12:00"),
      ("at midnight", "midnight: TIME 2022-01-10T24:00"),
      ("at 5 o'clock", "5 o'clock: TIME 2022-01-10T05:00"),
      ("the early hours of Saturday", "the early hours of Saturday: TIME 2022-01-08TMO"),
      ("2022-01-10T14:00:00Z", "2022-01-10T14:00:00Z: TIME 2022-01-10T14:00"),
    ])
  func clock(_ text: String, _ expected: String) { #expect(times(text) == [expected]) }

  @Test("A time of day is of the day that its sentence named")
  func clockOfDay() {
    #expect(
      times("On Saturday the doors opened, and at 8:30 p.m. they closed.") == [
        "Saturday: DATE 2022-01-08", "8:30 p.m.: TIME 2022-01-08T20:30",
      ])
  }

  @Test(
    "Durations",
    arguments: [
      ("for three days", "three days: DURATION P3D"), ("a five-year plan", "five-year: DURATION P5Y"),
      ("for two and a half years", "two and a half years: DURATION P2Y6M"),
      ("for half an hour", "half an hour: DURATION PT30M"),
      ("for several months", "several months: DURATION PXM"), ("after years of war", "years: DURATION PXY"),
      ("the past three years", "the past three years: DURATION P3Y"),
      ("for two to three weeks", "two to three weeks: DURATION P2W"),
      ("for two decades", "two decades: DURATION P20Y"), ("for 48 hours", "48 hours: DURATION PT48H"),
      ("two years and six months in prison", "two years and six months: DURATION P2Y6M"),
      ("within a year", "a year: DURATION P1Y"), ("for a hundred years", "hundred years: DURATION P100Y"),
    ])
  func durations(_ text: String, _ expected: String) { #expect(times(text) == [expected]) }

  @Test(
    "Repeated times",
    arguments: [
      ("every Tuesday", "every Tuesday: SET XXXX-WXX-2"), ("each July", "each July: SET XXXX-07"),
      ("daily", "daily: SET XXXX-XX-XX"),
      ("annually", "annually: SET XXXX"), ("twice a week", "twice a week: SET P1W"),
      ("every two weeks", "every two weeks: SET P2W"),
      ("$5 million a year", "a year: SET P1Y"), ("on Mondays", "Mondays: SET XXXX-WXX-1"),
      ("every other day", "every other day: SET P2D"),
    ])
  func sets(_ text: String, _ expected: String) { #expect(times(text) == [expected]) }

  @Test(
    "Words for present, past and future",
    arguments: [
      ("They are now here.", "now: DATE PRESENT_REF"), ("He recently left.", "recently: DATE PAST_REF"),
      ("It will soon end.", "soon: DATE FUTURE_REF"), ("in recent years", "recent years: DATE PAST_REF"),
      ("years ago", "years ago: DATE PAST_REF"), ("in the future", "the future: DATE FUTURE_REF"),
      ("at the moment", "the moment: DATE PRESENT_REF"),
    ])
  func references(_ text: String, _ expected: String) { #expect(times(text) == [expected]) }

  @Test(
    "Holidays of a fixed day",
    arguments: [
      ("He died on Christmas Day.", "Christmas Day: DATE 2021-12-25"),
      ("on New Year's Eve 2021", "New Year's Eve 2021: DATE 2021-12-31"),
      ("on Valentine's Day 2020", "Valentine's Day 2020: DATE 2020-02-14"),
      ("on Boxing Day 2004", "Boxing Day 2004: DATE 2004-12-26"),
    ])
  func holidays(_ text: String, _ expected: String) { #expect(times(text) == [expected]) }

  @Test(
    "Holidays are found in the year that the words or the verb say, movable ones too",
    arguments: [
      ("on Christmas Eve", "Christmas Eve: DATE 2022-12-24"),
      ("They met on Good Friday 2018.", "Good Friday 2018: DATE 2018-03-30"),
      ("since last Easter", "last Easter: DATE 2021-04-04"),
      ("Shops will open on Thanksgiving.", "Thanksgiving: DATE 2022-11-24"),
      ("Prices fell on Black Friday.", "Black Friday: DATE 2021-11-26"),
      ("on Memorial Day 2021", "Memorial Day 2021: DATE 2021-05-31"),
      ("on New Year’s Day", "New Year’s Day: DATE 2022-01-01"),
    ])
  func movableHolidays(_ text: String, _ expected: String) { #expect(times(text) == [expected]) }

  @Test(
    "Easter falls where the churches' tables have it",
    arguments: [(1961, 4, 2), (2000, 4, 23), (2008, 3, 23), (2038, 4, 25)])
  func easter(year: Int, month: Int, day: Int) {
    let padded = month < 10 ? "0\(month)" : "\(month)"
    #expect(times("on Easter \(year)") == ["Easter \(year): DATE \(year)-\(padded)-\(day < 10 ? "0" : "")\(day)"])
  }

  @Test(
    "Times of day from one to another: the second lends the first its half of the day",
    arguments: [
      ("from 2 to 4 p.m. on Friday", "2 to 4 p.m. on Friday: TIME 2022-01-07T14:00/2022-01-07T16:00"),
      ("between 11 and 1 p.m. today", "11 and 1 p.m. today: TIME 2022-01-10T11:00/2022-01-10T13:00"),
      ("at 2:00 - 2:30 p.m.", "2:00 - 2:30 p.m.: TIME 2022-01-10T14:00/2022-01-10T14:30"),
      ("from 10 p.m. to 5 a.m.", "10 p.m. to 5 a.m.: TIME 2022-01-10T22:00/2022-01-11T05:00"),
      ("between 5 and 6 in the afternoon", "5 and 6 in the afternoon: TIME 2022-01-10T17:00/2022-01-10T18:00"),
      ("tonight at 8", "tonight at 8: TIME 2022-01-10T20:00"),
      ("last night at 10:30", "last night at 10:30: TIME 2022-01-09T22:30"),
      ("tomorrow before 5 p.m.", "tomorrow before 5 p.m.: TIME 2022-01-11T17:00"),
      ("He died in the evening.", "the evening: TIME 2022-01-10TEV"),
    ])
  func hours(_ text: String, _ expected: String) { #expect(times(text) == [expected]) }

  @Test(
    "Parts of something longer: weeks, days and months by their number, and the last of them",
    arguments: [
      ("in week 31", "week 31: DATE 2022-W31"),
      ("between 4 and 22 this month", "4 and 22 this month: DATE 2022-01-04/2022-01-22"),
      ("the month after next", "the month after next: DATE 2022-03"),
      ("the third quarter of two thousand and twenty", "the third quarter of two thousand and twenty: DATE 2020-Q3"),
      ("the week after next", "the week after next: DATE 2022-W04"),
      ("the week starting February 14", "the week starting February 14: DATE 2022-W07"),
      ("the last week of 2016", "the last week of 2016: DATE 2016-W52"),
      ("the third week of 2018", "the third week of 2018: DATE 2018-W03"),
      ("the 15th day of next month", "the 15th day of next month: DATE 2022-02-15"),
      ("the last day of 2021", "the last day of 2021: DATE 2021-12-31"),
      ("the first Monday of next month", "the first Monday of next month: DATE 2022-02-07"),
      ("in the twenty-first century", "the twenty-first century: DATE 20"),
      ("on the twenty-third of March 2021", "the twenty-third of March 2021: DATE 2021-03-23"),
    ])
  func parts(_ text: String, _ expected: String) { #expect(times(text) == [expected]) }

  @Test(
    "An amount of time counted from a day that is named gives a day",
    arguments: [
      ("two weeks after May 13, 1999", "two weeks after May 13, 1999: DATE 1999-05-27"),
      ("three days before Christmas 2020", "three days before Christmas 2020: DATE 2020-12-22"),
      ("one month and 21 days ago", "one month and 21 days ago: DATE 2021-11-19"),
      ("two months from tomorrow", "two months from tomorrow: DATE 2022-03-11"),
    ])
  func counted(_ text: String, _ expected: String) { #expect(times(text) == [expected]) }

  @Test(
    "Lengths of several units and whole ones; sets with a time of day",
    arguments: [
      ("It took 1 year, 2 months and 3 days.", "1 year, 2 months and 3 days: DURATION P1Y2M3D"),
      ("It took two hours and ten minutes.", "two hours and ten minutes: DURATION PT2H10M"),
      ("They waited for the whole week.", "the whole week: DURATION P1W"),
      ("They stayed for another hour.", "another hour: DURATION PT1H"),
      ("They met every Monday at 4 p.m.", "every Monday at 4 p.m.: SET XXXX-WXX-1T16:00"),
      ("They met every evening at 9 p.m.", "every evening at 9 p.m.: SET XXXX-XX-XXT21:00"),
      ("They met at 9 a.m. on Sundays.", "9 a.m. on Sundays: SET XXXX-WXX-7T09:00"),
    ])
  func lengths(_ text: String, _ expected: String) { #expect(times(text) == [expected]) }

  @Test("A long chain of amounts neither overflows the stack nor takes long")
  func chain() {
    let found = times(String(repeating: "two days after ", count: 20_000) + "Monday")
    #expect(found.count <= 20_000)
  }

  @Test("“To now” ends on the article's day")
  func now() {
    #expect(times("between January 2019 and now") == ["January 2019 and now: DATE 2019-01/2022-01-10"])
    #expect(times("Sales for the year rose.") == [])
    #expect(times("It was the best result for the year.") == ["the year: DATE 2022"])
  }

  @Test(
    "Words that look like times but are none are left alone",
    arguments: [
      "They may leave.", "May they leave?", "This may help.", "Troops march on.", "the second round", "the sun rose",
      "He sat down.", "2,000 troops", "1999 km of road", "30 NATO allies", "2000 people died", "Resolution 2231",
      "a score of 3:2",
      "According to Jan Johnson", "Good Morning America", "the fall of Kabul", "a 27-year-old man",
      "he is 27 years old",
      "next to the house",
      "walked past the house", "three quarters of voters", "as soon as he came", "shortly before the vote",
      "the USA Today poll",
      "The Sun newspaper", "$1999", "during the day", "February 30, 2021 people",
    ])
  func falseHits(_ text: String) {
    let found = times(text).filter { !$0.hasPrefix("February:") && !$0.hasPrefix("2021:") }
    #expect(found == [])
  }

  @Test(
    "Numbers too large for a calendar do no harm",
    arguments: ["999999 years ago", "in 99999 decades", "5 million centuries ago"])
  func huge(_ text: String) { #expect(times(text).allSatisfy { !$0.contains("DATE -") }) }

  @Test("The span is that of the words, in bytes")
  func spans() throws {
    var document = Document(text: Array("“Łódź” fell on Jan. 5, 2022.".utf8))
    Tokenizer.tokenize(&document)
    TimeRecognizer.recognize(in: &document)
    let expression = try #require(document.times.first?.expression)
    let span = try #require(expression.span)
    #expect(document.string(span) == "Jan. 5, 2022")
    #expect(expression.text == "Jan. 5, 2022")
  }
}
