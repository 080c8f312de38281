import JSONCoding
import Linguistics
import NewsModel

/// Scores time expressions in sentences of Recognizers-Text's specification and of duckling's corpus, and prints a row each.
///
/// Rules are made on the tuning half alone: the half of a case is the last bit of its sentence's hash. Of Recognizers-Text
/// only `DateTimeModel.json` is read, whose cases cover the other files', and of it what news uses
/// (`RecognizersCase.isNewsLike`).
///
/// - Parameter isVerbose: whether to print what is wrong in the tuning half.
func evaluateTimeCorpora(_ engine: LanguageEngine, dataFolder: String, isVerbose: Bool) {
  var scratch = NetworkScratch()
  func times(_ text: String, _ date: CalendarDate?) -> [TimeSpan] {
    engine.annotate(Array(text.utf8), date: date, scratch: &scratch).times
  }
  evaluateRecognizers(dataFolder + "/time/recognizers_text_specs_en/DateTime/DateTimeModel.json", isVerbose, times)
  evaluateDuckling(dataFolder + "/time/duckling_en/time.jsonl", isVerbose, times)
}

private typealias Recogniser = (String, CalendarDate?) -> [TimeSpan]

private func evaluateRecognizers(_ path: String, _ isVerbose: Bool, _ times: Recogniser) {
  guard let bytes = contents(ofFile: path), let cases = RecognizersCase.read(bytes) else {
    print("No time expressions to score: \(path) cannot be read.")
    return
  }
  var halves = [CaseScore(), CaseScore()]
  var all = CaseScore()
  var types: [String: [CaseScore]] = [:]
  for item in cases {
    let found = times(item.input, item.date).filter { $0.expression.span?.overlaps(item.span) ?? false }
    let best = found.max { $0.expression.span.map { $0.length } ?? 0 < $1.expression.span.map { $0.length } ?? 0 }
    let isRight = best.map { item.accepts($0.expression) } ?? false
    all.add(isRight)
    guard item.isNewsLike else { continue }
    let half = half(of: item.input)
    halves[half].add(isRight)
    types[item.type, default: [CaseScore(), CaseScore()]][half].add(isRight)
    if isVerbose, half == 0, !isRight {
      let values = item.readings.map { "\($0.timex) \($0.value ?? "\($0.start ?? "")…\($0.end ?? "")")" }
      print("  ✗ \(item.date?.description ?? "") | \(item.input) | \(item.text) | \(item.type) | \(values)")
      print(
        "      found \(best?.expression.text ?? "nothing") \(best?.expression.value ?? "") \(best?.expression.endValue ?? "")"
      )
    }
  }
  print("Recognizers-Text DateTimeModel, values of time expressions in sentences: right, of")
  print("  \(halves[0].percent.twoDigits) \(halves[0].count)  cases that news uses, tuning half")
  print("  \(halves[1].percent.twoDigits) \(halves[1].count)  cases that news uses, held-out half")
  print("  \(all.percent.twoDigits) \(all.count)  all cases")
  for (type, score) in types.sorted(by: { $0.key < $1.key }) where isVerbose {
    print("    \(score[0].percent.twoDigits) \(score[0].count) \(score[1].percent.twoDigits) \(score[1].count) \(type)")
  }
}

/// Duckling's instants of a day and more: the calendar stretch must begin on the day and be as long as the grain.
///
/// Its reference is Tuesday 2013-02-12, and it takes a bare weekday or month for the next.
private func evaluateDuckling(_ path: String, _ isVerbose: Bool, _ times: Recogniser) {
  guard let bytes = contents(ofFile: path) else {
    print("No time expressions to score: \(path) cannot be read.")
    return
  }
  var halves = [CaseScore(), CaseScore()]
  let reference = CalendarDate(year: 2013, month: 2, day: 12)
  let lengths = ["day": 1...1, "week": 7...7, "month": 28...31, "quarter": 90...92, "year": 365...366]
  for line in bytes.split(separator: UInt8(ascii: "\n")) {
    guard let record = try? JSONValue(parsing: Array(line)), record["kind"]?.string == "instant",
      let text = record["text"]?.string, let day = record["iso"]?.string?.prefix(10),
      let length = record["grain"]?.string.flatMap({ lengths[$0] }), let start = CalendarDate(day)
    else { continue }
    let best = times(text, reference).max { $0.tokens.count < $1.tokens.count }
    let range = best?.expression.range
    let days = range.map { ($0.end.seconds - $0.start.seconds) / 86_400 } ?? 0
    let isRight = range?.start == TimeRange(start).start && length.contains(days)
    halves[half(of: text)].add(isRight)
    if isVerbose, half(of: text) == 0, !isRight {
      print(
        "  ✗ \(text) | \(day) \(record["grain"]?.string ?? "") | found \(best?.expression.text ?? "") \(best?.expression.value ?? "")"
      )
    }
  }
  print("duckling, days and longer: right, of")
  print("  \(halves[0].percent.twoDigits) \(halves[0].count)  tuning half")
  print("  \(halves[1].percent.twoDigits) \(halves[1].count)  held-out half")
}

/// 0 for the half that rules are made on, 1 for the one that is held out.
private func half(of text: String) -> Int {
  var hash: UInt64 = 0xcbf2_9ce4_8422_2325
  for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
  return Int((hash >> 32) & 1)
}
