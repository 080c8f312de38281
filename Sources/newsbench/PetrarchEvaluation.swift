import EventCoding
import JSONCoding
import Linguistics
import NewsModel

/// Scores event coding on PETRARCH's test cases, with the actors of that test suite added to the tables.
///
/// A case's events are triples of source, target and root of the CAMEO code. The suite's own codes are WEIS's; `roots` says
/// which CAMEO roots mean the same. Cases with a code that the suite made up to test its dictionary's format are left out, as
/// are events of which one side has no actor. Sources and targets are compared by their first three letters.
///
/// - Parameter least: events less sure than this are left out.
func runPetrarchEvaluation(dataFolder: String, keeping least: Double, isVerbose: Bool) {
  let folder = dataFolder + "/events/petrarch_cases/"
  guard let lines = contents(ofFile: folder + "petrarch_unittests.jsonl"),
    let actors = contents(ofFile: folder + "PETR.Validate.actors.txt").map(PetrarchActors.init)
  else {
    print("No PETRARCH cases to score on in \(folder).")
    return
  }
  guard let engine = try? LanguageEngine.english() else { return }
  var coders: [Int: EventCoder] = [:]
  var score = PetrarchScore()
  var scratch = NetworkScratch()
  for line in lines.split(separator: UInt8(ascii: "\n")) {
    guard let record = try? PetrarchCase(Array(line)), !record.isError else { continue }
    guard let gold = record.triples else {
      score.skipped += 1
      continue
    }
    do {
      let coder =
        try coders[record.day]
        ?? .english(actors: [CodingTable(file: "PETR.Validate.actors.txt", text: actors.table(on: record.day))])
      coders[record.day] = coder
      let article = Article(id: "0000000000000000", text: record.text, date: record.date)
      let document = engine.annotate(Array(record.text.utf8), date: article.day, scratch: &scratch)
      let found = Set(coder.code(article, document, keeping: least).flatMap(\.dyads))
      let isRight = score.add(found, gold: gold, isEmpty: record.hasNoEvent)
      if isVerbose, !isRight {
        print(
          "\(record.id) \(record.text)\n    gold \(gold.map(\.description).sorted())\n    found \(found.map(\.description).sorted())"
        )
      }
    } catch {
      print("PETRARCH's actors cannot be added: \(error)")
      return
    }
  }
  print("PETRARCH cases with their own actors, events of confidence \(least) and more: \(score.summary)")
}

/// Who did what to whom; several roots where the scheme of the cases knows no difference between them.
struct CodedTriple: Hashable, CustomStringConvertible {
  var source: String
  var target: String
  var roots: Set<String>

  var description: String { "\(source) \(target) \(roots.sorted().joined(separator: "/"))" }

  func matches(_ other: CodedTriple) -> Bool {
    source == other.source && target == other.target && !roots.isDisjoint(with: other.roots)
  }
}

/// One case of the suite.
struct PetrarchCase {
  var id = ""
  var text = ""
  /// YYYYMMDD.
  var day = 0
  var isError = false
  var hasNoEvent = false
  private var events: [(source: String, target: String, code: String)] = []

  var date: String { "\(day / 10_000)-\(Self.padded(day / 100 % 100))-\(Self.padded(day % 100))" }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// The events with an actor on both sides; nil where a code is made up.
  var triples: [CodedTriple]? {
    var result: [CodedTriple] = []
    for event in events {
      guard let roots = Self.roots[event.code] else { return nil }
      let (source, target) = (String(event.source.prefix(3)), String(event.target.prefix(3)))
      guard source != "---", target != "---" else { continue }
      result.append(CodedTriple(source: source, target: target, roots: roots))
    }
    return result
  }

  init(_ bytes: [UInt8]) throws(JSONError) {
    var json = JSONReader(bytes)
    var found = PetrarchCase()
    try json.readObject { (key, json) throws(JSONError) in
      switch key {
      case "id": found.id = try json.readString()
      case "text": found.text = try json.readString()
      case "date": found.day = Int(try json.readString()) ?? 0
      case "noevents": found.hasNoEvent = try JSONValue(from: &json) == .bool(true)
      case "error": found.isError = try JSONValue(from: &json) != .null
      case "events": found.events = Self.events(try JSONValue(from: &json))
      default: try json.skipValue()
      }
    }
    self = found
  }

  private init() {}

  private static func events(_ value: JSONValue) -> [(source: String, target: String, code: String)] {
    guard case .array(let items) = value else { return [] }
    return items.compactMap { item in
      guard case .object(let object) = item, case .string(let source)? = object["source"],
        case .string(let target)? = object["target"], case .string(let code)? = object["code"]
      else { return nil }
      return (source, target, code)
    }
  }

  /// WEIS codes of the suite and the CAMEO roots that say the same.
  private static let roots: [String: Set<String>] = [
    "023": ["01", "02"], "024": ["01", "02"], "025": ["01", "02"], "027": ["01", "02"],
    "030": ["03"], "031": ["04"], "032": ["04"], "033": ["04"],
    "041": ["05"], "042": ["05"], "050": ["03", "07"], "064": ["05", "06"], "066": ["08"], "070": ["07"], "071": ["07"],
    "081": ["03", "05"], "083": ["03"], "085": ["03", "05", "06"],
    "095": ["10"], "096": ["10"], "102": ["10"], "111": ["11", "12"], "112": ["11", "12"], "115": ["11", "12"],
    "121": ["11"], "122": ["11"], "123": ["11"], "131": ["11"], "160": ["13"], "161": ["12", "16"], "162": ["13"],
    "173": ["13"], "1717": ["16"], "1721": ["17", "19"], "191": ["12", "16"], "194": ["19"], "201": ["16", "17"],
    "212": ["17"], "222": ["18", "19", "20"], "223": ["18", "19", "20"], "224": ["18", "19", "20"],
  ]
}

/// Counts over all cases.
struct PetrarchScore {
  private(set) var cases = 0
  private(set) var exact = 0
  private(set) var right = 0
  private(set) var found = 0
  private(set) var gold = 0
  private(set) var emptyCases = 0
  private(set) var emptyRight = 0
  var skipped = 0

  /// - Returns: whether exactly the gold triples were found.
  mutating func add(_ found: Set<CodedTriple>, gold: [CodedTriple], isEmpty: Bool) -> Bool {
    cases += 1
    if isEmpty {
      emptyCases += 1
      if found.isEmpty { emptyRight += 1 }
    }
    var open = gold
    var hits = 0
    for triple in found {
      guard let index = open.firstIndex(where: triple.matches) else { continue }
      open.remove(at: index)
      hits += 1
    }
    right += hits
    self.found += found.count
    self.gold += gold.count
    let isExact = hits == found.count && open.isEmpty
    if isExact { exact += 1 }
    return isExact
  }

  var summary: String {
    let precision = 100 * Double(right) / Double(max(1, found))
    let recall = 100 * Double(right) / Double(max(1, gold))
    let f1 = 2 * precision * recall / max(1, precision + recall)
    return """
      precision \(precision.twoDigits), recall \(recall.twoDigits), F1 \(f1.twoDigits) of \(gold) events; \
      \(exact) of \(cases) cases exact; no event on \(emptyRight) of \(emptyCases) cases without; \
      \(skipped) cases with made-up codes left out
      """
  }
}

extension Event {
  /// The event as PETRARCH has it: a triple for each pair of parties; meetings, and what all do alike, go both ways.
  var dyads: [CodedTriple] {
    guard status != .denied else { return [] }
    let roots: Set<String> = [String(cameo.prefix(2))]
    let sources = actors.compactMap(\.code)
    let targets = recipients.compactMap(\.code)
    var result = sources.flatMap { source in
      targets.map { CodedTriple(source: source, target: $0, roots: roots) }
    }
    if targets.isEmpty {
      for (index, source) in sources.enumerated() {
        result += sources.dropFirst(index + 1).map { CodedTriple(source: source, target: $0, roots: roots) }
      }
    }
    if type == .consult || targets.isEmpty && (type == .agree || type == .reject) {
      result += result.map { CodedTriple(source: $0.target, target: $0.source, roots: roots) }
    }
    return result
  }
}
