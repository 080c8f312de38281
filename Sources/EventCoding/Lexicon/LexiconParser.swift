import NewsModel
import Spelling

/// Reads a lexicon: sections in brackets, one pattern or list a line, fields parted by `|`, comments after `#`.
///
/// Several tables make one lexicon: classes are the union of all, and a later table goes before an earlier one in all else.
package struct LexiconParser {
  private var file = ""
  private var lexicon = Lexicon()
  private var classes: [String: Set<String>] = [:]
  var frames: [String: [FrameItem]] = [:]
  /// Which table, and which line of it, gave an id or a word of a list.
  private var ids: [String: Origin] = [:]
  private var listed: [String: Origin] = [:]
  private var section = ""
  private var line = 0
  /// Number of the table, from 0.
  private var layer = 0
  /// Whether only the classes are read, which patterns of every table may name.
  private var readsClasses = false

  private struct Origin {
    var layer: Int
    var line: Int
  }

  private static let sections = [
    "classes", "frames", "verbs", "nouns", "light", "speech", "control", "adjectives", "transparent", "contexts",
    "words", "matters", "contents",
  ]

  /// - Throws: the first mistake, with its line.
  package static func parse(_ text: [UInt8], file: String) throws(ResourceError) -> Lexicon {
    try parse([CodingTable(file: file, text: text)])
  }

  /// Reads tables on top of one another: the program's own first, additions after it.
  ///
  /// - Throws: the first mistake, with its file and line.
  package static func parse(_ tables: [CodingTable]) throws(ResourceError) -> Lexicon {
    var parser = LexiconParser()
    parser.readsClasses = true
    for table in tables { try parser.read(table) }
    parser.readsClasses = false
    for (layer, table) in tables.enumerated() {
      parser.layer = layer
      try parser.read(table)
    }
    parser.lexicon.spreadMatters()
    parser.lexicon.index = LexiconIndex(parser.lexicon)
    return parser.lexicon
  }

  private init() {}

  private mutating func read(_ table: CodingTable) throws(ResourceError) {
    file = table.file
    section = ""
    try TableLine.forEach(in: table.text) { (line) throws(ResourceError) in try take(line) }
  }

  func error(_ message: String) -> ResourceError { ResourceError(file: file, line: line, message: message) }

  private mutating func take(_ line: TableLine) throws(ResourceError) {
    self.line = line.number
    if let name = line.section {
      guard Self.sections.contains(name) else {
        throw error("no section is called [\(name)]" + Suggestion.hint(for: name, among: Self.sections))
      }
      section = name
      return
    }
    let fields = line.fields
    guard readsClasses == (section == "classes") else { return }
    switch section {
    case "classes":
      try expect(fields, 2, "name | word, word")
      classes[fields[0], default: []].formUnion(Self.words(fields[1]))
    case "frames":
      try expect(fields, 2, "name | slots")
      frames[fields[0]] = try items(fields[1])
    case "verbs", "nouns": try takePattern(fields)
    case "contents": try takeContent(fields)
    case "":
      throw error("a line before the first section; begin with one of [\(Self.sections.joined(separator: "], ["))]")
    default: try takeList(fields)
    }
  }

  private func expect(_ fields: [String], _ count: Int, _ form: String) throws(ResourceError) {
    guard fields.count == count else { throw error("\(fields.count) fields where \(count) belong: \(form)") }
  }

  /// A line of the word lists: what they say, then the words.
  private mutating func takeList(_ fields: [String]) throws(ResourceError) {
    try expect(fields, 2, "what | word, word")
    let words = Self.words(fields[1])
    switch section {
    case "light": try assign(try choice(fields[0], Lexicon.LightVerb.self), to: words, in: \.lightVerbs)
    case "speech": try assign(try choice(fields[0], Lexicon.SpeechVerb.self), to: words, in: \.speechVerbs)
    case "control": try assign(try choice(fields[0], EventStatus.self), to: words, in: \.controls)
    case "adjectives": try assign(try choice(fields[0], EventStatus.self), to: words, in: \.adjectives)
    case "words":
      lexicon.lists[try choice(fields[0], Lexicon.WordList.self), default: []].formUnion(try spelledOut(words))
    case "matters": try assign(try choice(fields[0], Lexicon.Matter.self), to: words, in: \.matters)
    case "transparent": lexicon.transparent.formUnion(words)
    default: for word in words { lexicon.contexts[word, default: []].append(fields[0]) }
    }
  }

  private mutating func assign<Value>(
    _ value: Value, to words: [String], in list: WritableKeyPath<Lexicon, [String: Value]>
  ) throws(ResourceError) {
    for word in words {
      let other = listed.updateValue(Origin(layer: layer, line: line), forKey: "\(section) \(word)")
      if let other, other.layer == layer { throw error("\"\(word)\" stands in [\(section)] twice") }
      lexicon[keyPath: list][word] = value
    }
  }

  func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ word: String, _ type: Choice.Type
  ) throws(ResourceError) -> Choice {
    guard let choice = Choice(rawValue: word) else {
      let words = Choice.allCases.map(\.rawValue)
      throw error(
        "\"\(word)\" is not one of \(words.joined(separator: ", "))" + Suggestion.hint(for: word, among: words))
    }
    return choice
  }

  static func words(_ field: some StringProtocol) -> [String] {
    Array(field.utf8).split(separator: UInt8(ascii: ",")).map { bytes in
      String(decoding: bytes, as: UTF8.self).split(separator: " ").joined(separator: " ")
    }.filter { !$0.isEmpty }
  }
}

// MARK: - Patterns

extension LexiconParser {
  /// `id | words | TYPE modes | cameo | frame`
  private mutating func takePattern(_ fields: [String]) throws(ResourceError) {
    try expect(fields, 5, "id | words | TYPE modes | cameo | frame")
    let other = ids.updateValue(Origin(layer: layer, line: line), forKey: fields[0])
    if let other, other.layer == layer { throw error("\(fields[0]) is also the id of line \(other.line)") }
    if other != nil { lexicon.remove(fields[0]) }
    // "id | - | - | - | -" takes a pattern of an earlier table away.
    if fields.dropFirst().allSatisfy({ $0 == "-" }) {
      guard other != nil else {
        throw error("no pattern \(fields[0]) to take away" + Suggestion.hint(for: fields[0], among: ids.keys))
      }
      return
    }
    let isNearMiss = fields[2] == "-"
    var type: EventType?
    var modes: [String] = []
    if !isNearMiss { (type, modes) = try readType(fields[2], cameo: fields[3]) }
    var slots: [Slot] = []
    var tests: [PatternTest] = []
    for item in try items(fields[4]) {
      switch item {
      case .slot(let slot):
        slots.removeAll { $0.position == slot.position }
        slots.append(slot)
      case .test(let test): tests.append(test)
      }
    }
    let words = Self.words(fields[1])
    guard !words.isEmpty else { throw error("a pattern without words") }
    for word in words {
      let parts = word.split(separator: " ").map(String.init)
      // A verb's particle follows it, a noun's stands before it.
      let isVerb = section == "verbs"
      guard let head = isVerb ? parts.first : parts.last, parts.count <= 2 else {
        throw error("\"\(word)\" has more than two words")
      }
      let particle = parts.count > 1 ? (isVerb ? parts.last : parts.first) : nil
      let pattern = Pattern(
        id: fields[0], word: head, particle: particle, type: type, modes: modes, cameo: isNearMiss ? "" : fields[3],
        slots: slots, tests: tests, line: line, table: file, layer: layer)
      Self.insert(pattern, into: &lexicon[keyPath: isVerb ? \Lexicon.verbs : \Lexicon.nouns][head, default: []])
    }
  }

  /// Keeps later tables before earlier ones, and in each the most exact patterns first.
  private static func insert(_ pattern: Pattern, into list: inout [Pattern]) {
    let index = list.firstIndex { ($0.layer, $0.precision) < (pattern.layer, pattern.precision) } ?? list.endIndex
    list.insert(pattern, at: index)
  }

  /// An event type with its modes.
  private func readType(_ field: String, cameo: String) throws(ResourceError) -> (EventType, [String]) {
    let words = field.split(separator: " ").map(String.init)
    let type = try choice(words[0], EventType.self)
    for mode in words.dropFirst() where !type.modes.contains(mode) {
      throw error("\(type.rawValue) has no mode \"\(mode)\"; it has \(type.modes.joined(separator: ", "))")
    }
    try check(cameo: cameo, of: type)
    return (type, Array(words.dropFirst()))
  }

  /// Checks that a CAMEO code is one of the type's.
  private func check(cameo: String, of type: EventType) throws(ResourceError) {
    let isNumber = (2...4).contains(cameo.utf8.count) && cameo.utf8.allSatisfy { (48...57).contains($0) }
    guard isNumber, type.cameoRoots.contains(String(cameo.prefix(2))) else {
      let roots = type.cameoRoots.joined(separator: " or ")
      throw error("\"\(cameo)\" is no CAMEO code of \(type.rawValue), which begin with \(roots)")
    }
  }

  /// `OUTER | inner type or %class, … | modes | cameo`
  private mutating func takeContent(_ fields: [String]) throws(ResourceError) {
    try expect(fields, 4, "OUTER | inner, inner | modes | cameo")
    let outer = try choice(fields[0], EventType.self)
    let modes = fields[2] == "-" ? [] : Self.words(fields[2])
    for mode in modes where !outer.modes.contains(mode) {
      throw error("\(outer.rawValue) has no mode \"\(mode)\"; it has \(outer.modes.joined(separator: ", "))")
    }
    try check(cameo: fields[3], of: outer)
    for inner in Self.words(fields[1]) {
      if inner.hasPrefix("%") {
        for word in try classWords(inner) where lexicon.contentClasses[word]?.contains(inner) != true {
          lexicon.contentClasses[word, default: []].append(inner)
        }
      } else {
        // "ASSAULT" or "ASSAULT:mode".
        _ = try choice(String(inner.prefix { $0 != ":" }), EventType.self)
      }
      lexicon.contents[Lexicon.ContentKey(outer: outer, inner: inner)] = Lexicon.Content(modes: modes, cameo: fields[3])
    }
  }

  /// The words of a list in which `%name` stands for all words of a class.
  private func spelledOut(_ words: [String]) throws(ResourceError) -> Set<String> {
    var result: Set<String> = []
    for word in words {
      if word.hasPrefix("%") { result.formUnion(try classWords(word)) } else { result.insert(word) }
    }
    return result
  }

  func classWords(_ name: String) throws(ResourceError) -> Set<String> {
    guard let words = classes[String(name.dropFirst())] else {
      throw error("no class is called \(name)" + Suggestion.hint(for: String(name.dropFirst()), among: classes.keys))
    }
    return words
  }
}

extension EventType {
  /// First two digits of the type's CAMEO codes. Source: CAMEO2PLOVER, with 18, 19 and 20 as ASSAULT.
  var cameoRoots: [String] {
    switch self {
    case .statement: ["01", "02"]
    case .agree: ["03"]
    case .consult: ["04"]
    case .support: ["05"]
    case .cooperate: ["06"]
    case .aid: ["07"]
    case .concede, .retreat: ["08"]
    case .accuse: ["09", "11"]
    case .request: ["10"]
    case .reject: ["12"]
    case .threaten: ["13"]
    case .protest: ["14"]
    case .mobilize: ["15"]
    case .sanction: ["16", "11", "17"]
    case .coerce: ["17", "16", "19"]
    case .assault: ["17", "18", "19", "20"]
    }
  }
}
