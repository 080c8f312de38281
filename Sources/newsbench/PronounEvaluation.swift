import EventCoding
import Linguistics
import NewsModel
import Platform

/// Scores whom pronouns of the third person mean, on the coreference of GUM's texts, and prints a row for each kind.
///
/// The texts go through the whole engine; a pronoun is right when the last phrase before it that newsd takes for the same one is in
/// the gold's chain of mentions. Rules are made on the training texts; those of `dev` are held out.
///
/// - Parameter dataFolder: holds `syntax/gum_free`.
func runPronounEvaluation(dataFolder: String, isVerbose: Bool) {
  guard let engine = try? LanguageEngine.english(), let tables = try? EntityTables.english() else { return }
  for (name, folder) in [("tuned on", "train"), ("held out", "dev")] {
    let path = dataFolder + "/syntax/gum_free/" + folder + "/dep"
    let files = ((try? KernelFileSystem().names(in: FilePath(path))) ?? []).map(\.description).sorted().filter { file in
      ["_news_", "_bio_", "_interview_", "_speech_", "_court_"].contains { file.contains($0) }
    }
    guard !files.isEmpty else {
      print("No texts with coreference to score on: \(path) has none.")
      return
    }
    var scores = PronounScores()
    var scratch = NetworkScratch()
    for file in files {
      guard let bytes = contents(ofFile: path + "/" + file) else { continue }
      let gold = CoreferenceText(String(decoding: bytes, as: UTF8.self))
      let document = engine.annotate(gold.text, date: nil, scratch: &scratch)
      let article = Article(id: "0000000000000000", text: String(decoding: gold.text, as: UTF8.self))
      let resolver = EntityResolver(document: document, article: article, tables: tables)
      scores.add(gold, document, resolver, file: isVerbose && folder == "train" ? file : nil)
    }
    if folder == "train" {
      print("GUM, pronouns of persons and groups in \(files.count) and more texts: right, wrong, nobody, of")
    }
    scores.print(name)
  }
}

/// A text with the mentions of the gold's chains, as GUM writes them in CoNLL-U.
struct CoreferenceText {
  private(set) var text: [UInt8] = []
  /// The chain of a word that heads a mention, by the word's first byte.
  private(set) var chainAt: [Int: Int] = [:]
  /// Chains of persons, animals and organisations.
  private(set) var animate: Set<Int> = []
  /// First byte and chain of each pronoun of the third person.
  private(set) var pronouns: [(start: Int, word: String, chain: Int)] = []

  init(_ conllu: String) {
    var starts: [Int] = []
    var words: [String] = []
    var open: [(chain: Int, first: Int, heads: [Int])] = []
    var lengthAt: [Int: Int] = [:]
    var isAfterSpace = false
    for line in conllu.split(separator: "\n") {
      if line.hasPrefix("# newpar"), !line.hasPrefix("# newpar_block"), !text.isEmpty { text += Array("\n\n".utf8) }
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard columns.count == 10, Int(columns[0]) != nil else { continue }
      if isAfterSpace, text.last != UInt8(ascii: "\n") { text.append(UInt8(ascii: " ")) }
      starts.append(text.count)
      words.append(columns[1].lowercased())
      text += Array(columns[1].utf8)
      let features = columns[9].split(separator: "|")
      isAfterSpace = !features.contains("SpaceAfter=No")
      guard let entities = features.first(where: { $0.hasPrefix("Entity=") }) else { continue }
      let token = starts.count - 1
      for part in Self.brackets(entities.dropFirst(7)) {
        let fields = part.split(separator: "-")
        if part.hasPrefix("("), fields.count >= 6, let chain = Int(fields[0].dropFirst()) {
          if ["person", "animal", "organization"].contains(fields[1]) { animate.insert(chain) }
          open.append((chain, token, fields[5].split(separator: ",").compactMap { Int($0.prefix { $0 != ")" }) }))
        }
        guard part.hasSuffix(")") else { continue }
        let chain = part.hasPrefix("(") ? open.last?.chain : Int(part.dropLast())
        guard let index = open.lastIndex(where: { $0.chain == chain }) else { continue }
        let mention = open.remove(at: index)
        for head in mention.heads where mention.first + head - 1 < starts.count {
          let start = starts[mention.first + head - 1]
          if let known = lengthAt[start], known <= token - mention.first { continue }
          lengthAt[start] = token - mention.first
          chainAt[start] = mention.chain
        }
      }
    }
    pronouns = zip(starts, words).compactMap { start, word in
      guard PronounScores.kinds[word] != nil, let chain = chainAt[start] else { return nil }
      return (start, word, chain)
    }
  }

  /// The parts of a value such as `(1-person-new(2-place-new-…)1)`, each with its own bracket.
  private static func brackets(_ value: Substring) -> [Substring] {
    var parts: [Substring] = []
    var first = value.startIndex
    var index = value.startIndex
    while index < value.endIndex {
      let next = value.index(after: index)
      let ends = value[index] == ")" || next == value.endIndex || value[next] == "("
      if ends {
        parts.append(value[first..<next])
        first = next
      }
      index = next
    }
    return parts
  }
}

/// How many pronouns mean whom the gold says, by kind.
struct PronounScores {
  static let kinds = [
    "he": "he", "him": "he", "his": "he", "himself": "he", "she": "she", "her": "she", "hers": "she", "herself": "she",
    "it": "it", "its": "it", "itself": "it", "they": "they", "them": "they", "their": "they", "themselves": "they",
  ]
  private var counts: [String: [Int]] = [:]

  /// - Parameter file: name to print mistakes with, nil for none.
  mutating func add(_ gold: CoreferenceText, _ document: Document, _ resolver: EntityResolver, file: String?) {
    let tokenAt = Dictionary(
      (0..<document.tokenCount).map { (document.span($0).start, $0) }, uniquingKeysWith: { first, _ in first })
    for (start, word, chain) in gold.pronouns where gold.animate.contains(chain) {
      // Whom only later words name is nobody's to know here.
      let isNew = !gold.chainAt.contains { $0.value == chain && $0.key < start }
      guard !isNew, let token = tokenAt[start], let kind = Self.kinds[word] else { continue }
      let entity = resolver.entityID(at: token)
      let past = (0..<token).last { past in
        entity != nil && resolver.entityID(at: past) == entity && gold.chainAt[document.span(past).start] != nil
          && Self.kinds[document.form(past).lowercased()] == nil
      }
      let found = past.flatMap { gold.chainAt[document.span($0).start] }
      let verdict = entity == nil ? 2 : found == chain ? 0 : 1
      counts[kind, default: [0, 0, 0]][verdict] += 1
      if let file, verdict > 0 {
        let sentence = document.sentences.first { $0.contains(token) } ?? token..<token
        let first = max(0, sentence.lowerBound - 40)
        Swift.print(
          "\(file) \(["right", "wrong", "nobody"][verdict]) «\(word)» taken for «\(past.map(document.form) ?? "-")»: "
            + document.string(document.span(first..<token)) + " [\(word)] "
            + document.string(document.span(token..<max(token + 1, sentence.upperBound))))
      }
    }
  }

  func print(_ name: String) {
    let row = ["he", "she", "it", "they"].map { kind in
      let counts = counts[kind] ?? [0, 0, 0]
      return "\(kind) \(counts[0]) \(counts[1]) \(counts[2]) of \(counts.reduce(0, +))"
    }
    Swift.print("  \(name): " + row.joined(separator: ";  "))
  }
}
