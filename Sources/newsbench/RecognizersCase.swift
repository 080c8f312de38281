import JSONCoding
import NewsModel

/// One expected time expression of Recognizers-Text's specification: the words, their type and the values that count.
struct RecognizersCase {
  /// One reading; words without a year have two, the one before the reference date and the one after it.
  struct Reading {
    let timex: String
    let value: String?
    let start: String?
    let end: String?
  }

  let input: String
  let date: CalendarDate?
  let text: String
  /// `date`, `daterange`, `datetime`, `datetimerange`, `duration`, `set`, `time` or `timerange`.
  let type: String
  let readings: [Reading]
  /// Where the words stand, in bytes of the input.
  let span: Span

  /// All cases of a file in the format of `DateTimeModel.json`; nil where it is not that.
  static func read(_ bytes: [UInt8]) -> [RecognizersCase]? {
    // The file begins with a byte order mark.
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard let records = try? JSONValue(parsing: Array(bytes[start...])).array else { return nil }
    return records.flatMap { record in
      (record["Results"]?.array ?? []).compactMap { RecognizersCase(record: record, result: $0) }
    }
  }

  private init?(record: JSONValue, result: JSONValue) {
    guard let input = record["Input"]?.string, let text = result["Text"]?.string,
      let type = result["TypeName"]?.string, let start = result["Start"]?.int, let end = result["End"]?.int,
      let values = result["Resolution"]?["values"]?.array, let dot = type.lastIndex(of: ".")
    else { return nil }
    self.input = input
    self.text = text
    self.type = String(type[type.index(after: dot)...])
    date = (record["Context"]?["ReferenceDateTime"]?.string).flatMap { CalendarDate($0.prefix(10)) }
    readings = values.map {
      Reading(
        timex: $0["timex"]?.string ?? "", value: $0["value"]?.string, start: $0["start"]?.string, end: $0["end"]?.string
      )
    }
    let prefix = input.unicodeScalars.prefix(start).reduce(0) { $0 + UTF8.width($1) }
    let length = input.unicodeScalars.dropFirst(start).prefix(end + 1 - start).reduce(0) { $0 + UTF8.width($1) }
    span = Span(prefix, prefix + length)
  }

  /// Whether news would write it so, by the form of the words alone.
  ///
  /// Left out are what the specification's assistant hears and news does not print: hours without a.m. or p.m., whose
  /// half of the day is open; hours and minutes counted from the moment of speaking, for an article has only a date;
  /// figures with nothing beside them that makes them a date ("19-20", "7-6"); figures with letters grown on them
  /// ("3h", "7oct") or joined to a month by a slash; names of months, weekdays and holidays in small letters;
  /// abbreviations of chat; what the specification itself does not resolve, and what TIMEX3 has no notation for (meals,
  /// business days).
  var isNewsLike: Bool {
    guard let first = readings.first, first.value != "not resolved" || type == "set" || first.timex.contains("-S")
    else { return false }
    if Self.noTimex.contains(where: first.timex.contains) || Self.joinsMonth(text) { return false }
    let written = String(decoding: Array(input.utf8.dropFirst(span.start).prefix(span.length)), as: UTF8.self)
    let names = written.split { !$0.isLetter }.map(String.init)
    if names.contains(where: Self.properNames.contains) { return false }
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "." && $0 != "'" }.map(String.init)
    if words.contains(where: Self.chat.contains) || words.contains(where: Self.isGrown) { return false }
    if Set(readings.map { Self.clock(of: $0.timex) }).count > 1 { return false }
    if type.hasPrefix("datetime"), words.contains(where: Self.clockUnits.contains) { return false }
    return words.contains { $0.filter(\.isLetter).count >= 3 } || isWrittenDate || isClock(words)
  }

  private static let chat: Set<String> = [
    "eod", "eom", "eoy", "asap", "tmr", "tmrw", "mins", "min", "hrs", "hr", "sec", "secs", "wk", "wks", "yr", "yrs",
    "h",
    "tonite", "upcoming", "ytd", "prev",
  ]
  /// Codes of the specification's own.
  private static let noTimex = ["TME", "BD", "#", "SY", "FY"]
  /// What news prints with a capital.
  private static let properNames: Set<String> = [
    "january", "february", "april", "june", "july", "august", "september", "october", "november", "december", "jan",
    "feb",
    "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "monday", "tuesday", "wednesday", "thursday",
    "friday", "saturday", "sunday", "mon", "tue", "wed", "thu", "fri", "sat", "sun", "easter", "christmas",
    "thanksgiving", "halloween", "juneteenth",
  ]
  private static let clockUnits: Set<String> = ["hour", "hours", "minute", "minutes", "second", "seconds"]

  /// Whether a word has letters after its figures that belong to another: not "2nd", "1990s" or "3pm".
  private static func isGrown(_ word: String) -> Bool {
    guard word.contains(where: \.isNumber), word.contains(where: \.isLetter) else { return false }
    let letters = word.drop { $0.isNumber || $0 == "." }.filter { $0.isLetter }
    return word.first?.isNumber != true || !["st", "nd", "rd", "th", "s", "am", "pm"].contains(letters)
  }

  /// Whether a letter stands beside a slash: "Oct/2".
  private static func joinsMonth(_ text: String) -> Bool {
    let parts = text.split(separator: "/")
    return zip(parts, parts.dropFirst()).contains { $0.last?.isLetter == true || $1.first?.isLetter == true }
  }

  /// What a value says of the time of day.
  private static func clock(of timex: String) -> String {
    timex.split(separator: ",").map { $0.contains("T") ? String($0.drop { $0 != "T" }) : "" }.joined(separator: ",")
  }

  /// A year, an ISO date, or one with slashes and a year.
  private var isWrittenDate: Bool {
    let groups = text.split { !$0.isNumber }
    let others = text.filter { !$0.isNumber }
    if groups.count == 1 { return text.count == 4 && others.isEmpty }
    return groups.count == 3 && groups.contains { $0.count == 4 } && ["--", "//"].contains(others)
  }

  private func isClock(_ words: [String]) -> Bool {
    text.contains(":") || words.contains { ["am", "pm", "a.m.", "p.m.", "a.m", "p.m"].contains($0) }
  }
}
