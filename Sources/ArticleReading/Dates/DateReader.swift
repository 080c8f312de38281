import NewsModel

/// Reads dates as they are written in metadata, headers, datelines and bylines.
enum DateReader {
  /// The date as `YYYY-MM-DD`, or as an RFC 3339 time if the text gives a time and its zone; nil if it cannot be read.
  ///
  /// `10/1/2022` cannot: it is a day in January or in October.
  static func read(_ text: String) -> String? {
    var parser = DateParser(DateToken.tokens(text.slice))
    parser.skip(leadingWords)
    guard let date = parser.day()?.date else { return nil }
    return format(date, parser.time())
  }

  /// The date, if a line is a date and nothing else: "Published: January 10, 2022, 10:30 am IST".
  static func readLine(_ line: Bytes) -> String? {
    guard line.count <= 120, line.contains(where: \.isDigit) else { return nil }
    var parser = DateParser(DateToken.tokens(line))
    parser.skip(leadingWords)
    guard let date = parser.day()?.date else { return nil }
    let time = parser.time()
    parser.skipRest(trailingWords)
    return parser.isAtEnd ? format(date, time) : nil
  }

  /// The day of a dateline, in which the year may be missing; nil if the text holds anything else.
  static func readDay(_ text: Bytes) -> DateParser.Day? {
    var parser = DateParser(DateToken.tokens(text))
    parser.skip(weekdays)
    guard let day = parser.day() else { return nil }
    parser.skip([])
    return parser.isAtEnd ? day : nil
  }

  /// The last day up to the day after `anchor` that is `day`; nil if the year is missing and there is no anchor.
  ///
  /// A day ahead is allowed because the article's clock may be east of ours.
  static func resolve(_ day: DateParser.Day, anchor: CalendarDate?) -> CalendarDate? {
    if day.year != nil { return day.date }
    guard let anchor else { return nil }
    let latest = anchor.adding(days: 1)
    for year in stride(from: latest.year, to: latest.year - 9, by: -1) {  // 29 February can be eight years ago
      if let date = CalendarDate(year: year, month: day.month, day: day.day), date <= latest { return date }
    }
    return nil
  }

  /// The day of a Unix time, in UTC.
  static func day(secondsSinceEpoch seconds: Double) -> String {
    CalendarDate(daysSinceEpoch: Int((seconds / 86_400).rounded(.down))).description
  }

  static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }

  private static func format(_ date: CalendarDate, _ time: DateParser.Time?) -> String {
    guard let time, let zone = time.zone else { return date.description }
    return "\(date)T\(twoDigits(time.hour)):\(twoDigits(time.minute)):\(twoDigits(time.second))\(zone)"
  }

  static let weekdays: Set = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "tues", "wed", "thu",
    "thur", "thurs", "fri", "sat", "sun",
  ]
  private static let leadingWords = weekdays.union([
    "published", "updated", "posted", "modified", "issued", "created", "date", "first", "last", "on", "at", "the",
  ])
  private static let trailingWords = leadingWords.union([
    "am", "pm", "a", "m", "p", "hrs", "hours", "local", "time", "ist", "bst", "cet", "cest", "eet", "msk", "et", "ct",
    "pt",
    "gmt", "utc", "est", "edt", "cst", "cdt", "pst", "pdt", "min", "read",
  ])
}
