import NewsModel
import Testing

@Suite("Times of the calendar")
struct TimeRangeTests {
  @Test(
    "A TIMEX3 value names its stretch of the calendar",
    arguments: [
      ("2022-01-12", "2022-01-12T00:00:00Z", "2022-01-13T00:00:00Z"),
      ("2022-01", "2022-01-01T00:00:00Z", "2022-02-01T00:00:00Z"),
      ("2024-02", "2024-02-01T00:00:00Z", "2024-03-01T00:00:00Z"),
      ("2022", "2022-01-01T00:00:00Z", "2023-01-01T00:00:00Z"),
      ("199", "1990-01-01T00:00:00Z", "2000-01-01T00:00:00Z"),
      ("20", "2000-01-01T00:00:00Z", "2100-01-01T00:00:00Z"),
      ("2022-W02", "2022-01-10T00:00:00Z", "2022-01-17T00:00:00Z"),
      ("2020-W53", "2020-12-28T00:00:00Z", "2021-01-04T00:00:00Z"),
      ("2022-W02-WE", "2022-01-15T00:00:00Z", "2022-01-17T00:00:00Z"),
      ("2022-Q4", "2022-10-01T00:00:00Z", "2023-01-01T00:00:00Z"),
      ("2022-H2", "2022-07-01T00:00:00Z", "2023-01-01T00:00:00Z"),
      ("2022-SU", "2022-06-01T00:00:00Z", "2022-09-01T00:00:00Z"),
      ("2022-WI", "2022-12-01T00:00:00Z", "2023-03-01T00:00:00Z"),
      ("2022-01-12T14:30", "2022-01-12T14:30:00Z", "2022-01-12T14:31:00Z"),
      ("2022-01-12T14", "2022-01-12T14:00:00Z", "2022-01-12T15:00:00Z"),
      ("2022-01-12T14:30:05+02:00", "2022-01-12T12:30:05Z", "2022-01-12T12:30:06Z"),
      ("2022-01-12TNI", "2022-01-12T00:00:00Z", "2022-01-13T00:00:00Z"),
    ])
  func values(value: String, start: String, end: String) throws {
    let range = try #require(TimeRange(timexValue: value))
    #expect(range.start.description == start)
    #expect(range.end.description == end)
  }

  @Test(
    "What names no stretch of the calendar has none",
    arguments: [
      "", "2", "20220", "P3D", "PT12H", "PRESENT_REF", "XXXX-01-12", "XXXX-WXX-3", "2022-13", "2022-02-30", "2021-W53",
      "2022-W2", "2022-Q5", "2022-01-12 noon", "2022-W02-XX", "-100", "２０２２",
    ])
  func noValues(value: String) {
    #expect(TimeRange(timexValue: value) == nil)
  }

  @Test("A time expression with an end value reaches to the end of it")
  func endValue() throws {
    let days = TimeExpression(kind: .date, value: "2022-01-10", endValue: "2022-01-12", basis: .relative)
    #expect(try #require(days.range).end.description == "2022-01-13T00:00:00Z")
    let backwards = TimeExpression(kind: .date, value: "2022-01-10", endValue: "2021", basis: .relative)
    #expect(try #require(backwards.range).end.description == "2022-01-11T00:00:00Z")
    #expect(TimeExpression(kind: .duration, value: "P3D", basis: .explicit).range == nil)
  }
}

@Suite("Moments")
struct TimestampTests {
  @Test(
    "An RFC 3339 time reads as seconds since 1970, whatever its zone",
    arguments: [
      ("1970-01-01T00:00:00Z", 0), ("2022-01-10T12:30:00Z", 1_641_817_800), ("2022-01-10t12:30:00z", 1_641_817_800),
      ("2022-01-10T14:30:00+02:00", 1_641_817_800), ("2022-01-10T07:00:00.123-05:30", 1_641_817_800),
      ("1969-12-31T23:59:59Z", -1), ("2016-12-31 23:59:60Z", 1_483_228_800),
    ])
  func reading(text: String, seconds: Int) {
    #expect(Timestamp(text)?.seconds == seconds)
  }

  @Test(
    "Half a time is none",
    arguments: [
      "", "2022-01-10", "2022-01-10T12:30", "2022-01-10T12:30:00", "2022-01-10T24:00:00Z", "2022-01-10T12:60:00Z",
      "2022-01-10T12:30:00.Z", "2022-01-10T12:30:00+0200", "2022-01-10T12:30:00Zulu", "2022-02-30T12:30:00Z",
      "2022-01-10X12:30:00Z",
    ])
  func notReading(text: String) {
    #expect(Timestamp(text) == nil)
  }

  @Test("A moment is written in UTC and reads back", arguments: [0, -1, -86_400, 1_641_817_800, 253_402_300_799])
  func roundTrip(seconds: Int) {
    let time = Timestamp(seconds: seconds)
    #expect(Timestamp(time.description) == time)
  }

  @Test("The day of a moment before 1970 is its own, not the next")
  func dayBeforeEpoch() {
    #expect(Timestamp(seconds: -1).date.description == "1969-12-31")
    #expect(Timestamp(seconds: -86_400).date.description == "1969-12-31")
    #expect(Timestamp(seconds: -86_401).date.description == "1969-12-30")
  }
}

@Suite("Since and until")
struct TimeBoundTests {
  let now = Timestamp(seconds: 1_641_817_800)  // 2022-01-10T12:30:00Z

  @Test(
    "Words count from now",
    arguments: [
      ("today", "2022-01-10T00:00:00Z", "2022-01-11T00:00:00Z"),
      ("Yesterday", "2022-01-09T00:00:00Z", "2022-01-10T00:00:00Z"),
      ("tomorrow", "2022-01-11T00:00:00Z", "2022-01-12T00:00:00Z"),
      ("now", "2022-01-10T12:30:00Z", "2022-01-10T12:30:01Z"),
      ("3d", "2022-01-07T12:30:00Z", "2022-01-07T12:30:01Z"),
      ("12h", "2022-01-10T00:30:00Z", "2022-01-10T00:30:01Z"),
      ("30m", "2022-01-10T12:00:00Z", "2022-01-10T12:00:01Z"),
      ("+2w", "2022-01-24T12:30:00Z", "2022-01-24T12:30:01Z"),
      ("2022-01", "2022-01-01T00:00:00Z", "2022-02-01T00:00:00Z"),
      ("2022-w02", "2022-01-10T00:00:00Z", "2022-01-17T00:00:00Z"),
      ("2022-01-12T14:00:00Z", "2022-01-12T14:00:00Z", "2022-01-12T14:00:01Z"),
    ])
  func meanings(text: String, start: String, end: String) throws {
    let bound = try #require(TimeBound(text))
    #expect(bound.range(now: now).start.description == start)
    #expect(bound.range(now: now).end.description == end)
    #expect(bound.text == text)
  }

  @Test(
    "What is no time is refused",
    arguments: ["", "3", "d", "3x", "-3d", "++3d", "99999d", "20", "last week", "2022-13"])
  func refusals(text: String) {
    #expect(TimeBound(text) == nil)
  }
}
