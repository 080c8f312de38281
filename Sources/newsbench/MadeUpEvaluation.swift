import EventCoding
import JSONCoding
import Linguistics
import NewsModel

/// Scores event coding on sentences that were made up for it, and prints a line for each half.
///
/// Four writers made them up in the language of news with the records that they would make, without having seen the program.
/// Rules were made on the first part; the second is held out and only counted. What is only demanded or possible is left
/// out: newsd tells it with the demand or threat.
///
/// - Parameters:
///   - path: lines of `{"part": "tuned" or "held-out", "text": …, "events": [{"type", "status", "actors", "recipients"}]}`,
///     parties as `CODE/SECTOR`.
///   - least: events less sure than this are left out.
/// - Returns: whether there was anything to score.
@discardableResult
func runMadeUpEvaluation(file path: String, keeping least: Double) -> Bool {
  guard let bytes = contents(ofFile: path), let engine = try? LanguageEngine.english(),
    let coder = try? EventCoder.english()
  else { return false }
  var scores = ["tuned": MadeUpScore(), "held-out": MadeUpScore()]
  var scratch = NetworkScratch()
  for line in bytes.split(separator: UInt8(ascii: "\n")) {
    guard let record = try? JSONValue(parsing: Array(line)), let text = record["text"]?.string,
      let part = record["part"]?.string
    else { continue }
    let article = Article(id: "0000000000000000", text: text, date: "2010-05-05")
    let document = engine.annotate(Array(text.utf8), date: article.day, scratch: &scratch)
    let wanted = (record["events"]?.array ?? []).map(MadeUpRecord.init)
    scores[part]?.add(coder.code(article, document, keeping: least), wanted: wanted)
  }
  print("Made-up sentences, events of confidence \(least) and more: records found; countries and status right, too")
  for (part, name) in [("tuned", "tuned on"), ("held-out", "held out")] {
    print("  \(name): \(scores[part, default: MadeUpScore()].summary)")
  }
  return true
}

/// What somebody would record of a made-up sentence.
private struct MadeUpRecord {
  let type: String
  let status: String
  let actors: Set<String>
  let recipients: Set<String>

  init(_ json: JSONValue) {
    func countries(_ key: String) -> Set<String> {
      let codes = (json[key]?.array ?? []).compactMap(\.string).compactMap { $0.split(separator: "/").first }
      return Set(codes.map(String.init)).subtracting(["-"])
    }
    type = json["type"]?.string ?? ""
    status = json["status"]?.string ?? ""
    (actors, recipients) = (countries("actors"), countries("recipients"))
  }

  /// Whether newsd has it as an event of its own.
  var isTold: Bool { status != "demanded" && status != "possible" }

  /// Whether an event may be it: PLOVER parts a sentence from an arrest and a release from a concession, which many do not.
  func isOf(_ event: Event) -> Bool {
    let found = event.type.rawValue
    return found == type || Self.siblings.contains([found, type])
  }

  private static let siblings: Set<Set<String>> = [["COERCE", "SANCTION"], ["CONCEDE", "RETREAT"]]

  /// Whether an event tells it with the same countries on the same sides and the same status.
  func isToldRight(by event: Event) -> Bool {
    actors == Set(event.actors.compactMap(\.code)) && recipients == Set(event.recipients.compactMap(\.code))
      && status == event.status.rawValue
  }
}

private struct MadeUpScore {
  private var records = 0
  private var found = 0
  private var right = 0
  private var events = 0
  private var silent = 0
  private var falselyTold = 0

  mutating func add(_ coded: [Event], wanted: [MadeUpRecord]) {
    events += coded.count
    if wanted.isEmpty {
      silent += 1
      if !coded.isEmpty { falselyTold += 1 }
    }
    var open = coded
    for record in wanted where record.isTold {
      records += 1
      let index =
        open.firstIndex { record.isOf($0) && record.isToldRight(by: $0) } ?? open.firstIndex(where: record.isOf)
      guard let index else { continue }
      found += 1
      if record.isToldRight(by: open[index]) { right += 1 }
      open.remove(at: index)
    }
  }

  var summary: String {
    let share = 100 * Double(found) / Double(max(1, records))
    let exact = 100 * Double(right) / Double(max(1, records))
    return """
      \(share.twoDigits) % of \(records) found, \(exact.twoDigits) % right; \(events) events; \(falselyTold) of \(silent) \
      sentences that tell of none have one
      """
  }
}
