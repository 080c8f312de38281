import JSONCoding
import Platform

/// What a careful analyst records of one article: a file of Fixtures/expected, whose README says the form of its lines.
struct AnalystSheet {
  /// Events that must be there.
  let expected: [ExpectedEvent]
  /// Events that must not.
  let excluded: [ExpectedEvent]

  /// Reads the sheet of an article.
  ///
  /// - Parameter name: the article's name without its suffix.
  init(of name: String) throws {
    let file = FilePath(DemoArticles.repository) / "Tests/EndToEndTests/Fixtures/expected" / FilePath(name + ".txt")
    let text = String(decoding: try KernelFileSystem().read(file, limit: 1 << 20), as: UTF8.self)
    let lines = try text.split(separator: "\n").map { try ExpectedEvent(line: $0) }
    expected = lines.filter { !$0.isExcluded }
    excluded = lines.filter(\.isExcluded)
  }

  /// How many expected events have a record of their own: no record serves for two lines.
  func found(in events: [JSONValue]) -> [ExpectedEvent] {
    var free = events
    return expected.filter { line in
      guard let index = free.firstIndex(where: line.fits) else { return false }
      free.remove(at: index)
      return true
    }
  }
}

/// One line of a sheet.
struct ExpectedEvent: Hashable, CustomStringConvertible {
  let description: String
  let isExcluded: Bool
  /// Type, status, who, to whom, place, day, speaker; each the alternatives of what must all be there; nil for "-".
  private let fields: [[[String]]?]

  struct Malformed: Error { let line: String }

  init(line: Substring) throws {
    description = String(line)
    isExcluded = line.hasPrefix("never ")
    let columns = line.dropFirst(isExcluded ? 6 : 0).split(separator: ";").map { $0.trimmed }
    guard columns.count == 7 else { throw Malformed(line: String(line)) }
    fields = columns.map { column in
      column == "-" ? nil : column.split(separator: "|").map { $0.split(separator: "+").map(String.init) }
    }
  }

  /// Whether a record is this event in all that the line says.
  func fits(_ event: JSONValue) -> Bool {
    let source = event["attribution"]?["source"].map { [$0] } ?? []
    let place = event["place"].map { [$0] } ?? []
    return holds(0) { $0 == event["type"]?.string } && holds(1) { $0 == event["status"]?.string }
      && holds(2) { names($0, event["actors"]?.array ?? []) }
      && holds(3) { names($0, event["recipients"]?.array ?? []) }
      && holds(4) { names($0, place) } && holds(5) { $0 == event["time"]?["value"]?.string }
      && holds(6) { names($0, source) }
  }

  private func holds(_ field: Int, _ test: (String) -> Bool) -> Bool {
    fields[field]?.contains { $0.allSatisfy(test) } ?? true
  }

  /// Whether one of the parties has this code, code and sector, or words.
  private func names(_ wanted: String, _ parties: [JSONValue]) -> Bool {
    parties.contains { party in
      let code = party["code"]?.string ?? ""
      let codes = [code, party["sector"]?.string ?? "", code + "/" + (party["sector"]?.string ?? "")]
      // What is ruled out is a party, however it is named: "Seoul" may stand for South Korea.
      let words = [party["name"]?.string, party["text"]?.string].compactMap { $0 }.prefix(isExcluded ? 1 : 2)
      return codes.contains(wanted) || words.contains { $0.lowercased().contains(wanted.lowercased()) }
    }
  }
}

extension Substring {
  fileprivate var trimmed: Substring {
    var text = drop { $0 == " " }
    while text.last == " " { text.removeLast() }
    return text
  }
}
