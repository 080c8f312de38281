import Platform

/// The actor dictionary of PETRARCH's test suite, as lines of actors.txt.
///
/// The dictionary gives a name, its synonyms behind "+", and codes in brackets, some for a span of time:
/// `GOLLUM`, `+SMEAGOL`, `[HOB < 950601]`, `[HOBGOV 19950601 - 19990815]`. A code is three letters of a country or kind of
/// organisation, then three letters of a sector.
struct PetrarchActors {
  private struct Entry {
    var names: [String] = []
    var codes: [DatedCode] = []
  }

  private struct DatedCode {
    var code: String
    /// First and last day as YYYYMMDD.
    var days: ClosedRange<Int>
  }

  private var entries: [Entry] = []

  init(_ text: [UInt8]) {
    var isComment = false
    for line in String(decoding: text, as: UTF8.self).split(separator: "\n") {
      if line.hasPrefix("<") { isComment = !line.contains("-->") }
      defer { if line.contains("-->") { isComment = false } }
      guard !isComment, !line.hasPrefix("<"), !line.hasPrefix("#") else { continue }
      read(String(line.prefix { $0 != "#" }))
    }
  }

  private mutating func read(_ line: String) {
    let name = line.prefix { $0 != "[" }.split(whereSeparator: { $0 == " " || $0 == "\t" || $0 == "_" })
      .joined(separator: " ")
    if name.hasPrefix("+"), !entries.isEmpty {
      entries[entries.count - 1].names.append(String(name.dropFirst()))
    } else if !name.isEmpty {
      entries.append(Entry(names: [name]))
    }
    guard let open = line.firstIndex(of: "["), let close = line.firstIndex(of: "]"), !entries.isEmpty else { return }
    if let code = Self.datedCode(line[line.index(after: open)..<close]) {
      entries[entries.count - 1].codes.append(code)
    }
  }

  private static func datedCode(_ text: Substring) -> DatedCode? {
    let words = text.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    guard let code = words.first, code.count >= 3, code.allSatisfy(\.isLetter) else { return nil }
    let days = words.dropFirst().compactMap(Int.init).map { $0 < 1_000_000 ? $0 + 19_000_000 : $0 }
    let always = 0...99_999_999
    guard let day = days.first else { return DatedCode(code: code, days: always) }
    if days.count > 1 { return DatedCode(code: code, days: day...max(day, days[1])) }
    return DatedCode(code: code, days: text.contains("<") ? 0...day : day...always.upperBound)
  }

  /// The table as it stands on a day (YYYYMMDD): every actor as a country of its own, its names also as adjectives.
  func table(on day: Int) -> [UInt8] {
    var lines = ["[country]"]
    var seen: Set<String> = []
    for entry in entries {
      let dated = entry.codes.filter { $0.days.contains(day) }
      // The narrowest span of time wins over a code for all times.
      guard let code = dated.min(by: { $0.days.count < $1.days.count })?.code.uppercased() else { continue }
      let names = entry.names.map(Self.written).filter { !$0.isEmpty && seen.insert($0).inserted }
      guard !names.isEmpty else { continue }
      let list = names.joined(separator: "; ")
      let sector = code.dropFirst(3).prefix(3)
      let suffix = Self.sectors.contains(String(sector)) ? "/\(sector)" : ""
      lines.append("\(list) = \(code.prefix(3))\(suffix) | adj: \(list)")
    }
    return Array(lines.joined(separator: "\n").utf8)
  }

  private static let sectors: Set<String> = ["GOV", "MIL", "COP", "LEG", "JUD", "OPP", "REB"]

  /// "MINAS TIRITH" as a newspaper writes it; acronyms stay.
  private static func written(_ name: String) -> String {
    name.split(separator: " ").map { word in
      word.count <= 3 || word.contains(".") ? String(word) : word.prefix(1) + word.dropFirst().lowercased()
    }.joined(separator: " ")
  }
}
