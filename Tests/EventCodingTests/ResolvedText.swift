import EventCoding
import Linguistics
import NewsModel
import Testing

/// Reads the trees of `EntityFixture`.
enum FixtureDocument {
  struct Malformed: Error {
    let line: String
  }

  static func parse(_ fixture: String, date: String? = nil) throws -> Document {
    var document = Document(text: [], date: date.flatMap { CalendarDate($0) })
    for block in fixture.split(separator: "\n\n") {
      let first = document.tokenCount
      for line in block.split(separator: "\n") { try append(line, sentence: first, to: &document) }
      document.sentences.append(first..<document.tokenCount)
    }
    document.paragraphs = document.tokenCount > 0 ? [0] : []
    return document
  }

  private static func append(_ line: Substring, sentence: Int, to document: inout Document) throws {
    let fields = line.split(separator: " ")
    guard fields.count >= 5, let upos = UPOS(rawValue: String(fields[1])), let xpos = XPOS(rawValue: String(fields[2])),
      let head = Int32(fields[3]), let relation = Relation(rawValue: String(fields[4]))
    else { throw Malformed(line: String(line)) }
    let isGlued = fields[0].utf8.count > 1 && fields[0].hasSuffix("+")
    let form = isGlued ? fields[0].dropLast() : fields[0]
    document.starts.append(Int32(document.text.count))
    document.text += Array(form.utf8)
    document.ends.append(Int32(document.text.count))
    if !isGlued { document.text.append(UInt8(ascii: " ")) }
    document.upos.append(upos)
    document.xpos.append(xpos)
    document.lemmas.append(form.lowercased())
    document.heads.append(head == 0 ? -1 : head - 1 + Int32(sentence))
    document.relations.append(relation)
    if fields.count > 5 { addName(fields[5], to: &document) }
  }

  private static func addName(_ tag: Substring, to document: inout Document) {
    let token = document.tokenCount - 1
    let label = NameSpan.Label.allCases.first { $0.name == tag.dropFirst(2) } ?? .other
    if tag.hasPrefix("I-"), let last = document.names.indices.last {
      document.names[last].tokens = document.names[last].tokens.lowerBound..<(token + 1)
    } else {
      document.names.append(NameSpan(tokens: token..<(token + 1), label: label))
    }
  }
}

/// A fixture with its resolver, asked by word.
struct ResolvedText {
  let document: Document
  let resolver: EntityResolver

  init(_ fixture: String, date: String? = "2022-01-11", tables: EntityTables? = nil) throws {
    document = try FixtureDocument.parse(fixture, date: date)
    let article = Article(id: "test", text: String(decoding: document.text, as: UTF8.self), date: date)
    resolver = EntityResolver(document: document, article: article, tables: try tables ?? EntityTables.english())
  }

  /// The `occurrence`-th token with a form.
  func token(_ form: String, _ occurrence: Int = 0) -> Int {
    let found = (0..<document.tokenCount).filter { document.form($0) == form }
    guard occurrence < found.count else {
      Issue.record("no \(form) in the fixture")
      return 0
    }
    return found[occurrence]
  }

  /// The parties at a word: `[text] name CODE/SECTOR role`.
  func parties(_ form: String, _ occurrence: Int = 0) -> [String] {
    resolver.parties(at: token(form, occurrence)).map { party in
      let base = "[\(party.text)] \(party.name ?? "-") \(party.code ?? "-")/\(party.sector ?? "-")"
      return party.role.map { base + " " + $0 } ?? base
    }
  }

  func place(_ form: String, _ occurrence: Int = 0) -> Place? { resolver.place(at: token(form, occurrence)) }

  func id(_ form: String, _ occurrence: Int = 0) -> Int? { resolver.entityID(at: token(form, occurrence)) }
}
