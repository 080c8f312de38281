import EventCoding
import JSONCoding
import Linguistics
import NewsModel

/// Scores event coding on PLOVER's gold records and prints a table for each half.
///
/// Rules are made on the even records; the odd ones are held out and only counted.
///
/// - Parameters:
///   - dataFolder: holds `events/plover/plover_gold_dev.jsonl`.
///   - least: events less sure than this are left out.
/// - Returns: whether there was anything to score.
@discardableResult
func runCodingEvaluation(dataFolder: String, keeping least: Double, isVerbose: Bool = false) -> Bool {
  let path = dataFolder + "/events/plover/plover_gold_dev.jsonl"
  guard let bytes = contents(ofFile: path) else {
    print("No gold records to score on: \(path) cannot be read.")
    return false
  }
  guard let engine = try? LanguageEngine.english(), let coder = try? EventCoder.english() else {
    print("The model or the tables in the program are damaged.")
    return false
  }
  var scores = [CodingScore(), CodingScore()]
  var scratch = NetworkScratch()
  for (number, line) in bytes.split(separator: UInt8(ascii: "\n")).enumerated() {
    guard let record = try? GoldRecord(Array(line)) else { continue }
    let article = Article(id: "0000000000000000", text: record.text, date: record.date)
    let document = engine.annotate(Array(record.text.utf8), date: article.day, scratch: &scratch)
    let events = coder.code(article, document, keeping: least)
    let verdict = scores[number % 2].add(events, gold: record)
    if isVerbose, number % 2 == 0, verdict != .right {
      print("\(number) \(verdict) \(record.type) \(record.text)")
      for event in events { print("    \(event.exportType) \(event.status) \(event.rule) \(event.trigger.text)") }
    }
  }
  print(
    "PLOVER gold records, events of confidence \(least) and more: the type is right, wrong or missing; "
      + "the parties of the right ones are found")
  for (name, score) in zip(["tuned on", "held out"], scores) { print("  \(name): \(score.summary)") }
  print("  tuned on, events of the record's type by confidence: \(scores[0].calibration)")
  return true
}

/// One record of the gold standard.
struct GoldRecord {
  var text = ""
  var date: String?
  var type = ""
  var actors: [String] = []
  var recipients: [String] = []

  init(_ bytes: [UInt8]) throws(JSONError) {
    var json = JSONReader(bytes)
    var found = GoldRecord()
    try json.readObject { (key, json) throws(JSONError) in
      switch key {
      case "text": found.text = try json.readString()
      case "date": found.date = try json.readString()
      case "event_plover08": found.type = try json.readString()
      case "source": found.actors = Self.codes(try JSONValue(from: &json))
      case "target": found.recipients = Self.codes(try JSONValue(from: &json))
      default: try json.skipValue()
      }
    }
    self = found
  }

  private init() {}

  private static func codes(_ value: JSONValue) -> [String] {
    guard case .array(let items) = value else { return [] }
    return items.compactMap { item in
      guard case .object(let object) = item, case .string(let code)? = object["code"] else { return nil }
      return code
    }
  }
}

/// Counts of one half of the records.
struct CodingScore {
  enum Verdict { case right, wrong, missing }

  private(set) var records = 0
  private(set) var right = 0
  private(set) var wrong = 0
  private(set) var events = 0
  private(set) var parties = 0
  private(set) var partiesFound = 0
  /// Lower bounds of the bands of confidence, the highest first.
  private static let bounds = [0.6, 0.4, 0.25, 0]
  /// Events of each band, and those of the record's type.
  private var bands = Array(repeating: (events: 0, right: 0), count: CodingScore.bounds.count)
  /// Records of each gold type, records that the coder gave each type, and those where both agree.
  private var gold: [String: Int] = [:]
  private var given: [String: Int] = [:]
  private var agreed: [String: Int] = [:]

  mutating func add(_ found: [Event], gold: GoldRecord) -> Verdict {
    records += 1
    let coded = found.filter { $0.type != .statement && $0.status != .denied }
    events += coded.count
    let match = coded.first { $0.exportType == gold.type }
    self.gold[gold.type, default: 0] += 1
    for event in coded {
      let band = Self.bounds.firstIndex { event.confidence >= $0 } ?? Self.bounds.count - 1
      bands[band].events += 1
      if event.exportType == gold.type { bands[band].right += 1 }
    }
    if let type = match?.exportType ?? coded.first?.exportType { given[type, default: 0] += 1 }
    guard let match else {
      if !coded.isEmpty { wrong += 1 }
      return coded.isEmpty ? .missing : .wrong
    }
    right += 1
    agreed[gold.type, default: 0] += 1
    count(gold.actors, match.actors + (match.type == .consult ? match.recipients : []))
    count(gold.recipients, match.recipients + (match.recipients.isEmpty ? match.actors : []))
    return .right
  }

  private mutating func count(_ gold: [String], _ found: [Party]) {
    for code in Set(gold) {
      parties += 1
      if found.contains(where: { $0.code == code || code == "IGO" && ["UNO", "EUR"].contains($0.code) }) {
        partiesFound += 1
      }
    }
  }

  /// The mean of the types' F1, in percent; each record has one gold type and is given at most one.
  private var macroF1: Double {
    let scores = gold.map { type, count in
      200 * Double(agreed[type] ?? 0) / Double(count + (given[type] ?? 0))
    }
    return scores.reduce(0, +) / Double(max(1, scores.count))
  }

  /// For each band of confidence, how many events are of their record's type.
  var calibration: String {
    zip(Self.bounds, bands).map { "\($0.twoDigits) and more: \($1.right) of \($1.events)" }.joined(separator: "; ")
  }

  var summary: String {
    let share = 100 * Double(right) / Double(max(1, records))
    let sides = 100 * Double(partiesFound) / Double(max(1, parties))
    return """
      \(share.twoDigits) % of \(records) types right, macro F1 \(macroF1.twoDigits), \(wrong) wrong, \(records - right - wrong) missing; \
      \(sides.twoDigits) % of \(parties) parties; \(events) events
      """
  }
}

extension Event {
  /// The type as PLOVER's manual has it: a cooperative act that is only announced is AGREE.
  var exportType: String {
    let isAhead = status == .scheduled || status == .possible || status == .demanded
    switch type {
    case .consult, .support, .cooperate, .aid: return isAhead ? EventType.agree.rawValue : type.rawValue
    default: return type.rawValue
    }
  }
}
